"""Fits on the bank marketing data, or on 1,000,000 rows drawn from it: see docs/learners.md.

usage: fits.py MEASURE_LEARNERS BANK_CSV [--rows 1000000] [--rounds 5] [--threads 1 2]
"""

import argparse
import os
import pathlib
import sys
import tempfile

import data
from contest import contest, processor_ratio, ratio
from page import measured_with, table, write_section
from sklearn.metrics import roc_auc_score

PEERS = pathlib.Path(__file__).with_name("peers.py")
FORMS = {"columns of 0 and 1": data.one_hot, "raw columns": lambda table: table}
OURS = {"logistic regression": "linear", "random forest": "forest", "boosting": "boosting"}
THEIRS = {"scikit-learn LogisticRegression": "linear", "scikit-learn RandomForest": "forest",
          "LightGBM": "lightgbm", "XGBoost": "xgboost", "scikit-learn HistGradientBoosting": "hist"}
RIVALS = dict(zip(OURS, THEIRS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("bank")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args()
    load = os.getloadavg()
    rows = data.with_holdout(data.bank(given.bank))
    if given.rows:
        rows = data.resampled(rows, given.rows)
    found = {}
    with tempfile.TemporaryDirectory() as directory:
        for form, change in FORMS.items():
            csv = f"{directory}/{form}.csv"
            change(rows).to_csv(csv, index=False)
            for threads in given.threads:
                found[form, threads] = contest(commands(given.program, csv, threads), threads,
                                               given.rounds)
    name = "fits on many rows" if given.rows else "fits"
    write_section(name, [
        *seconds_and_memory(found, given.threads, rows), *ratios(found, given.threads, given.rows),
        *measured_with(f"medians of {given.rounds} rounds", load)])


def commands(program, csv, threads):
    rest = ["binary_classification", csv, "1", str(threads)]
    ours = {name: [program, "fit", learner, *rest] for name, learner in OURS.items()}
    theirs = {name: [sys.executable, str(PEERS), "fit", learner, *rest]
              for name, learner in THEIRS.items()}
    return ours | theirs


def seconds_and_memory(found, threads, rows):
    labels = rows["target"][rows["fold"] == 1]
    lines = []
    for form in FORMS:
        for name in [*OURS, *THEIRS]:
            runs = [found[form, count][name] for count in threads]
            auc = roc_auc_score(labels, runs[-1].answers)
            lines.append([name, form, *(f"{run.seconds:.3g} s" for run in runs),
                          f"{runs[-1].grown:.0f} MiB", f"{runs[-1].peak:.0f} MiB", f"{auc:.4f}"])
    header = ["fit", "on", *map(in_words, threads), "memory: more", "in all", "AUC"]
    return table(header, lines)


def ratios(found, threads, is_large):
    """What was aimed at: on many rows, each peer has the number of threads that serves it best."""
    goals = {"logistic regression": 0.3 if is_large else 0.5, "random forest": 0.2, "boosting": 1.0}
    lines = []
    for ours, theirs in RIVALS.items():
        for form in FORMS:
            runs = [(found[form, count][ours], found[form, count][theirs]) for count in threads]
            best = min((their for _, their in runs), key=lambda run: run.seconds)
            quotients = [ratio(our, best if is_large else their) for our, their in runs]
            our, their = runs[-1]
            lines.append([f"{ours} / {theirs}", form, f"≤ {goals[ours]}",
                          *quotients, processor_ratio(*runs[0]), "≤ 0.5",
                          f"{our.grown / their.grown:.2f}", f"{our.peak / their.peak:.2f}"])
    header = ["ratio", "on", "goal", *map(in_words, threads), "processor", "memory: goal", "more",
              "in all"]
    return table(header, lines)


def in_words(threads):
    return f"{threads} thread" if threads == 1 else f"{threads} threads"


if __name__ == "__main__":
    main()
