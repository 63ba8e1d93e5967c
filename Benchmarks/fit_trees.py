"""Fits boosted trees and forests on a CSV file: this library, LightGBM and scikit-learn, in turn.

usage: fit_trees.py FIT_TREES CSV TARGET POSITIVE [--rounds 5] [--threads 1 2]

Boosting is 200 trees of 31 leaves at rate 0.1, a forest 200 trees of depth 10. Every fit begins with the
raw columns in memory, text as pandas categories (for scikit-learn's forest, which knows none, as columns
of 0 and 1), and ends with a model; the rows are an 80/20 stratified split, seed 42. Printed are the median
seconds, the largest resident size of the process, the area under the ROC curve on the rows held out, and
the ratio of the medians to LightGBM and to scikit-learn's forest. FIT_TREES is built by
`swift build -c release --package-path Benchmarks/in-process --product fit-trees`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

PEER = """
import json, sys, time
import pandas
from sklearn.metrics import roc_auc_score
kind, train, test, target, positive, threads = sys.argv[1:]
threads = int(threads)
train, test = pandas.read_csv(train), pandas.read_csv(test)
y, truth = [(t.pop(target).astype(str) == positive).astype(int) for t in (train, test)]
for name in train.select_dtypes(exclude="number"):
    train[name] = train[name].astype("category")
    test[name] = pandas.Categorical(test[name], categories=train[name].cat.categories)
if kind == "lightgbm":
    import lightgbm
    model = lightgbm.LGBMClassifier(n_estimators=200, num_leaves=31, learning_rate=0.1,
                                    n_jobs=threads, random_state=42, verbose=-1)
elif kind == "forest":
    from sklearn.ensemble import RandomForestClassifier
    train, test = pandas.get_dummies(train), pandas.get_dummies(test)
    model = RandomForestClassifier(n_estimators=200, max_depth=10, n_jobs=threads, random_state=42)
else:
    from sklearn.ensemble import HistGradientBoostingClassifier
    model = HistGradientBoostingClassifier(max_iter=200, max_leaf_nodes=31, learning_rate=0.1,
                                           early_stopping=False, random_state=42,
                                           categorical_features="from_dtype")
start = time.perf_counter()
model.fit(train, y)
seconds = time.perf_counter() - start
auc = roc_auc_score(truth, model.predict_proba(test)[:, 1])
mib = [int(line.split()[1]) // 1024 for line in open("/proc/self/status") if "VmHWM" in line][0]
print(json.dumps({"seconds": seconds, "auc": auc, "mib": mib}))
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("fit_trees")
    parser.add_argument("csv")
    parser.add_argument("target")
    parser.add_argument("positive")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        train, test = split(given.csv, given.target, directory)
        for threads in given.threads:
            measure(given, threads, train, test)


def split(csv: str, target: str, directory: str) -> tuple[str, str]:
    import pandas
    from sklearn.model_selection import train_test_split
    table = pandas.read_csv(csv, sep=None, engine="python")
    paths = [f"{directory}/train.csv", f"{directory}/test.csv"]
    parts = train_test_split(table, test_size=0.2, stratify=table[target], random_state=42)
    for part, path in zip(parts, paths):
        part.to_csv(path, index=False)
    return paths[0], paths[1]


def measure(given, threads: int, train: str, test: str) -> None:
    peer = [sys.executable, "-c", PEER]
    rest = [train, test, given.target, given.positive, str(threads)]
    commands = {
        "registry boosting": [given.fit_trees, "boosting", *rest],
        "LightGBM": [*peer, "lightgbm", *rest],
        "scikit-learn HistGradientBoosting": [*peer, "hist", *rest],
        "registry forest": [given.fit_trees, "forest", *rest],
        "scikit-learn RandomForest": [*peer, "forest", *rest],
    }
    answers = {name: [] for name in commands}
    # Where other programs use the processors, peers whose threads spin while they wait are many
    # times slower.
    environment = os.environ | {"OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive"}
    for _ in range(given.rounds):
        for name, words in commands.items():
            done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
            answers[name].append(json.loads(done.stdout))
    print(f"{threads} {'thread' if threads == 1 else 'threads'}")
    medians = {}
    for name, found in answers.items():
        medians[name] = statistics.median(answer["seconds"] for answer in found)
        size = max(answer["mib"] for answer in found)
        print(f"  {name:34} {medians[name]:7.3f} s {size:6} MiB   AUC {found[0]['auc']:.5f}")
    for ours, theirs in (("registry boosting", "LightGBM"),
                         ("registry forest", "scikit-learn RandomForest")):
        print(f"  {ours} / {theirs}: {medians[ours] / medians[theirs]:.3f}")


if __name__ == "__main__":
    main()
