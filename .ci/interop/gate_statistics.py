"""What numpy, SciPy and scikit-learn say about the comparisons that promotion gates make.

    gate_statistics.py                 writes Tests/RegistryTests/Fixtures/gate_statistics.json
    gate_statistics.py --check         computes it again and compares

The tests of Sources/Registry/Statistics and Evaluation read that file. Each number is computed in
another way than ours: DeLong's variance from its definition over all pairs of rows, and not from
ranks; McNemar's test by SciPy's binomial; the bootstrap by drawing rows, and not counts. The
published examples in it are what the papers print, as far as they print it.
"""

import argparse
import json
import math
import pathlib
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics

from gate_bootstrap import bootstrap, quick

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "Tests" / "RegistryTests" / "Fixtures" / "gate_statistics.json"
LEVEL = 0.95
Z = stats.norm.ppf((1 + LEVEL) / 2)


def rows(seed, count, share, digits, noise):
    """Labels, and the probabilities of two models that know something of them and of each other."""
    rng = np.random.default_rng(seed)
    labels = (rng.random(count) < share).astype(int)
    common = 1.2 * labels + rng.logistic(size=count)
    first = 1 / (1 + np.exp(1 - common - noise * rng.standard_normal(count)))
    second = 1 / (1 + np.exp(1.3 - common - 0.5 * noise * rng.standard_normal(count)))
    return labels, np.round(first, digits), np.round(second, digits)


def measured(labels, scores, threshold):
    """Every metric, by scikit-learn where it has it."""
    predicted = (scores >= threshold).astype(int)
    given = dict(y_true=labels, y_pred=predicted, zero_division=0)
    return {
        "roc_auc": metrics.roc_auc_score(labels, scores),
        "pr_auc": metrics.average_precision_score(labels, scores),
        "f1": metrics.f1_score(**given),
        "f2": metrics.fbeta_score(beta=2, **given),
        "precision": metrics.precision_score(**given),
        "recall": metrics.recall_score(**given),
        "specificity": metrics.recall_score(**given, pos_label=0),
        "fpr": 1 - metrics.recall_score(**given, pos_label=0),
        "accuracy": metrics.accuracy_score(labels, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(labels, predicted),
        "log_loss": metrics.log_loss(labels, scores),
        "brier_score": metrics.brier_score_loss(labels, scores),
    }


def delong(labels, first, second):
    """DeLong, DeLong and Clarke-Pearson (1988), equations 1 to 6, over all pairs of rows."""
    placements = []
    for scores in (first, second):
        positive, negative = scores[labels == 1], scores[labels == 0]
        won = (positive[:, None] > negative) + 0.5 * (positive[:, None] == negative)
        placements.append((won.mean(axis=1), won.mean(axis=0)))
    of_positive = np.cov(np.stack([p[0] for p in placements]))
    of_negative = np.cov(np.stack([p[1] for p in placements]))
    covariance = of_positive / (labels == 1).sum() + of_negative / (labels == 0).sum()
    difference = placements[1][0].mean() - placements[0][0].mean()
    error = math.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    return {
        "first_standard_error": math.sqrt(covariance[0, 0]),
        "second_standard_error": math.sqrt(covariance[1, 1]),
        "difference": difference,
        "standard_error": error,
        "p_value": 2 * stats.norm.sf(abs(difference) / error),
        "lower": difference - Z * error,
        "upper": difference + Z * error,
        "detectable_with_80_percent": (Z + stats.norm.ppf(0.8)) * error,
    }


def wilson(successes, count):
    interval = stats.binomtest(successes, count).proportion_ci(LEVEL, method="wilson")
    return interval.low, interval.high


def newcombe(one, other):
    """Newcombe (1998), method 10 for independent proportions: the second less the first."""
    (p1, (l1, u1)), (p2, (l2, u2)) = ((a / n, wilson(a, n)) for a, n in (one, other))
    return (
        p2 - p1 - math.hypot(p2 - l2, u1 - p1),
        p2 - p1 + math.hypot(u2 - p2, p1 - l1),
    )


def paired(both, first_only, second_only, neither):
    """Exact McNemar, and Newcombe (1998), method 10 for paired proportions."""
    count = both + first_only + second_only + neither
    p1, p2 = (both + first_only) / count, (both + second_only) / count
    (l1, u1), (l2, u2) = wilson(both + first_only, count), wilson(both + second_only, count)
    margins = (both + first_only) * (second_only + neither) * (both + second_only)
    margins *= first_only + neither
    excess = both * neither - first_only * second_only
    if excess > 0:
        excess = max(excess - count / 2, 0)
    phi = excess / math.sqrt(margins) if margins else 0
    below = (p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2
    above = (u2 - p2) ** 2 - 2 * phi * (u2 - p2) * (p1 - l1) + (p1 - l1) ** 2
    differing = first_only + second_only
    test = stats.binomtest(second_only, differing).pvalue if differing else 1.0
    return {
        "counts": [both, first_only, second_only, neither],
        "p_value": test,
        "lower": p2 - p1 - math.sqrt(below),
        "upper": p2 - p1 + math.sqrt(above),
        "standard_error": math.sqrt(differing - (second_only - first_only) ** 2 / count) / count,
    }


def cells(said, other):
    """How many rows both models, only the first, only the second and neither say it of."""
    counts = (said & other, said & ~other, ~said & other, ~said & ~other)
    return paired(*(int(c.sum()) for c in counts))


def shares(labels, first, second, thresholds):
    one, other = first >= thresholds[0], second >= thresholds[1]
    positive = labels == 1
    return {
        "accuracy": cells(one == positive, other == positive),
        "recall": cells(one[positive], other[positive]),
        "specificity": cells(~one[~positive], ~other[~positive]),
        "fpr": cells(one[~positive], other[~positive]),
    }


def dataset(name, thresholds, seed, count, share, digits, noise):
    labels, first, second = rows(seed, count, share, digits, noise)
    for scores, threshold in zip((first, second), thresholds):
        exact, fast = measured(labels, scores, threshold), quick(labels, scores, threshold)
        for metric, value in fast.items():
            assert math.isclose(exact[metric], value, rel_tol=1e-12), (metric, exact[metric], value)
    return {
        "name": name,
        "labels": labels.tolist(),
        "first": first.tolist(),
        "second": second.tolist(),
        "thresholds": thresholds,
        "metrics_of_first": measured(labels, first, thresholds[0]),
        "metrics_of_second": measured(labels, second, thresholds[1]),
        "delong": delong(labels, first, second),
        "shares": shares(labels, first, second, thresholds),
        "bootstrap": bootstrap(labels, first, second, thresholds),
    }


def hanley_mcneil(area, positives, negatives):
    """Hanley and McNeil (1982), equation 1, with Q1 and Q2 of exponential scores."""
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    variance = area * (1 - area) + (positives - 1) * (q1 - area**2)
    variance += (negatives - 1) * (q2 - area**2)
    error = math.sqrt(variance / positives / negatives)
    return {
        "area": area,
        "positives": positives,
        "negatives": negatives,
        "standard_error": error,
        "lower": max(0, area - Z * error),
        "upper": min(1, area + Z * error),
    }


def intervals(function, examples):
    """Our arguments, what the function says, and what is printed; the two must agree."""
    found = []
    for arguments, printed, digits in examples:
        lower, upper = function(*arguments)
        for value, number in zip((lower, upper), printed):
            assert abs(value - number) <= 0.5000001 * 10**-digits, (arguments, value, number)
        found.append({"arguments": arguments, "lower": lower, "upper": upper, "printed": printed,
                      "digits": digits})
    return found


def bounds(counts):
    found = paired(*counts)
    return found["lower"], found["upper"]


def fixture():
    points = [1e-300, 1e-20, 1e-9, 0.001, 0.0249, 0.025, 0.05, 0.0749, 0.0751, 0.3, 0.5, 0.6, 0.9,
              0.92499, 0.925, 0.975, 0.995, 0.9999999]
    places = [-37, -12.5, -5, -1.959963984540054, -0.5, 0, 0.1, 1, 3, 8.2]
    return {
        "written_by": ".ci/interop/gate_statistics.py",
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__,
                     "scikit-learn": sklearn.__version__},
        "normal_quantiles": [[p, stats.norm.ppf(p)] for p in points],
        "normal_cumulative": [[x, stats.norm.cdf(x)] for x in places],
        "paired": [
            dataset("few rows with ties", [0.5, 0.4], 3, 24, 0.4, 1, 1.0),
            dataset("few positives", [0.3, 0.5], 4, 300, 0.12, 4, 1.5),
            dataset("even labels", [0.5, 0.5], 5, 400, 0.5, 3, 0.8),
        ],
        # The first is the example of Hanley and McNeil (1982).
        "hanley_mcneil": [hanley_mcneil(*a) for a in
                          [(0.893, 51, 58), (0.5, 10, 1000), (0.999, 40, 30), (0.71, 5289, 39922)]],
        # Newcombe (1998), Two-sided confidence intervals for the single proportion, table I.
        "wilson": intervals(wilson, [
            ([81, 263], [0.2553, 0.3662], 4), ([15, 148], [0.0624, 0.1605], 4),
            ([0, 20], [0, 0.1611], 4), ([1, 29], [0.0061, 0.1718], 4),
        ]),
        # Newcombe (1998), Interval estimation for the difference between independent proportions,
        # table II. The paper takes the second from the first, so the order here is reversed.
        "newcombe": intervals(newcombe, [
            ([[48, 80], [56, 70]], [0.0524, 0.3339], 4), ([[3, 10], [9, 10]], [0.1705, 0.8090], 4),
            ([[2, 7], [6, 7]], [0.0582, 0.8062], 4), ([[0, 29], [5, 56]], [-0.0381, 0.1926], 4),
            ([[0, 20], [0, 10]], [-0.1611, 0.2775], 4), ([[0, 10], [0, 10]], [-0.2775, 0.2775], 4),
            ([[0, 20], [10, 10]], [0.6791, 1], 4), ([[0, 10], [10, 10]], [0.6075, 1], 4),
        ]),
        # Fagerland, Lydersen and Laake (2014), Recommended tests and confidence intervals for paired
        # binomial proportions, airway hyper-responsiveness, which takes the second from the first.
        "newcombe_paired": intervals(bounds, [([[1, 7, 1, 12]], [-0.507, -0.026], 3)]),
        # Agresti (1990), Categorical data analysis, approval of the prime minister; and small,
        # large, equal and extreme counts.
        "mcnemar": [paired(*c) for c in [
            (794, 150, 86, 570), (10, 0, 0, 5), (0, 3, 9, 0), (5, 1, 0, 5), (2, 7, 7, 2),
            (40_000, 4_000, 4_300, 51_700), (20, 0, 30, 0)]],
    }


def same(expected, found, path=""):
    """Every difference between two structures, numbers compared to nine digits."""
    if isinstance(expected, dict):
        if expected.keys() != found.keys():
            return [f"{path}: other keys"]
        return [d for k in expected for d in same(expected[k], found[k], f"{path}.{k}")]
    if isinstance(expected, list):
        if len(expected) != len(found):
            return [f"{path}: {len(expected)} and {len(found)} elements"]
        return [d for i, e in enumerate(expected) for d in same(e, found[i], f"{path}[{i}]")]
    if isinstance(expected, str):
        return [] if expected == found else [f"{path}: {expected} and {found}"]
    close = math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-15)
    return [] if close else [f"{path}: {expected} and {found}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    found = json.loads(json.dumps(fixture(), default=float))
    if not arguments.check:
        FIXTURE.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in found.items()]
        FIXTURE.write_text("{\n" + ",\n".join(lines) + "\n}\n")
        return
    stored = json.loads(FIXTURE.read_text())
    # Other versions have to give the same numbers.
    differences = same(stored | {"versions": 0}, found | {"versions": 0})
    for difference in differences:
        print(f"  FAILED {difference}", file=sys.stderr)
    if differences:
        sys.exit(1)
    print("  the stored values are what numpy, SciPy and scikit-learn give")


if __name__ == "__main__":
    main()
