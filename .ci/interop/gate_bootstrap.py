"""The paired stratified bootstrap of gate_statistics.py: rows are drawn, and every metric is computed
from them anew."""

import numpy as np

RESAMPLES = 20_000


def bootstrap(labels, first, second, thresholds):
    """Percentile intervals from rows that are drawn within each label."""
    names = ["pr_auc", "f1", "f2", "precision", "balanced_accuracy", "log_loss", "brier_score"]
    rng = np.random.default_rng(7)
    strata = [np.flatnonzero(labels == label) for label in (0, 1)]
    drawn = {name: [] for name in ["roc_auc", *names]}
    for _ in range(RESAMPLES):
        index = np.concatenate([rng.choice(stratum, len(stratum)) for stratum in strata])
        one = quick(labels[index], first[index], thresholds[0])
        other = quick(labels[index], second[index], thresholds[1])
        for name, values in drawn.items():
            values.append(other[name] - one[name])
    return {
        name: {
            "lower": float(np.quantile(values, 0.025)),
            "upper": float(np.quantile(values, 0.975)),
            "standard_error": float(np.std(values, ddof=1)),
        }
        for name, values in drawn.items()
    }


def quick(labels, scores, threshold):
    """Those of `measured` that are drawn, without scikit-learn's checks: 20,000 times each."""
    order = np.argsort(-scores, kind="stable")
    ranked, found = labels[order], np.cumsum(labels[order])
    last = np.append(scores[order][1:] != scores[order][:-1], True)
    taken = np.arange(1, len(labels) + 1)[last]
    found = found[last]
    new = np.diff(found, prepend=0)
    positives, negatives = ranked.sum(), len(labels) - ranked.sum()
    false = np.diff(taken - found, prepend=0)
    area = (false * (found - new / 2)).sum() / positives / negatives
    predicted = scores >= threshold
    tp, fp = (predicted & (labels == 1)).sum(), (predicted & (labels == 0)).sum()
    fn, tn = positives - tp, negatives - fp
    ratio = lambda part, whole: part / whole if whole else 0.0
    true = np.clip(np.where(labels == 1, scores, 1 - scores), 2**-52, 1 - 2**-52)
    return {
        "roc_auc": area,
        "pr_auc": (new * found / taken).sum() / positives,
        "f1": ratio(2 * tp, 2 * tp + fp + fn),
        "f2": ratio(5 * tp, 5 * tp + fp + 4 * fn),
        "precision": ratio(tp, tp + fp),
        "balanced_accuracy": (ratio(tp, positives) + ratio(tn, negatives)) / 2,
        "log_loss": -np.log(true).mean(),
        "brier_score": ((scores - labels) ** 2).mean(),
    }
