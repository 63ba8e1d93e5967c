"""What scikit-learn says about metrics, folds, calibration and thresholds.

    python .ci/interop/evaluation.py

Writes Tests/LearnersTests/Fixtures/evaluation.json, which the tests of Sources/Learners/Metrics, Splits and
Calibration read. The data is drawn from a seeded generator, so a second run writes the same file; the
versions used are in it. Best thresholds are found by trying every one.
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import TimeSeriesSplit

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURE = ROOT / "Tests" / "LearnersTests" / "Fixtures" / "evaluation.json"
rng = np.random.RandomState(20260115)


def regression(name, predictions, targets):
    return {
        "name": name, "predictions": list(predictions), "targets": list(targets),
        "rmse": metrics.root_mean_squared_error(targets, predictions),
        "mae": metrics.mean_absolute_error(targets, predictions),
        "r2": metrics.r2_score(targets, predictions)}


def regressions():
    targets = np.round(rng.standard_normal(30) * 10 + 100, 2)
    yield regression("close", np.round(targets + rng.standard_normal(30), 2), targets)
    yield regression("worse than the mean", np.round(targets[::-1], 2), targets)
    yield regression("exact", targets[:5], targets[:5])
    yield regression("constant target, exact", [0.1] * 7, [0.1] * 7)
    yield regression("constant target, missed", [0.1, 0.2, 0.3], [0.5] * 3)


def multiclass(name, probabilities, labels):
    probabilities, labels = np.asarray(probabilities), np.asarray(labels)
    classes = list(range(probabilities.shape[1]))
    said = probabilities.argmax(axis=1)
    each = metrics.precision_recall_fscore_support(labels, said, labels=classes, zero_division=0)
    macro = dict(average="macro", zero_division=0)
    present = sorted(set(labels))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        log_loss = metrics.log_loss(labels, probabilities, labels=classes)
    return {
        "name": name, "class_count": len(classes), "labels": labels.tolist(),
        "probabilities": probabilities.ravel().tolist(), "log_loss": log_loss,
        "accuracy": metrics.accuracy_score(labels, said),
        "f1_macro": metrics.f1_score(labels, said, **macro),
        "precision_macro": metrics.precision_score(labels, said, **macro),
        "recall_macro": metrics.recall_score(labels, said, **macro),
        # roc_auc_score(multi_class="ovr") where all classes occur; it refuses where one does not.
        "roc_auc_ovr": float(np.mean(
            [metrics.roc_auc_score(labels == c, probabilities[:, c]) for c in present])),
        "confusion_matrix": metrics.confusion_matrix(labels, said, labels=classes).tolist(),
        "precision": each[0].tolist(), "recall": each[1].tolist(), "f1": each[2].tolist(),
        "support": each[3].tolist()}


def multiclasses():
    raw = rng.random_sample((40, 3)) + 0.05
    probabilities = np.round(raw / raw.sum(axis=1, keepdims=True), 6)
    probabilities[:, 2] = 1 - probabilities[:, 0] - probabilities[:, 1]
    labels = np.array([rng.choice(3, p=p / p.sum()) for p in probabilities])
    case = multiclass("three classes", probabilities, labels)
    whole = metrics.roc_auc_score(labels, probabilities, multi_class="ovr", average="macro")
    assert abs(case["roc_auc_ovr"] - whole) < 1e-15
    yield case
    yield multiclass(
        "a class that is neither there nor predicted",
        [[0.5, 0.3, 0.2, 0.0], [0.1, 0.7, 0.2, 0.0], [0.6, 0.3, 0.1, 0.0], [0.2, 0.5, 0.3, 0.0]],
        [0, 1, 1, 0])
    yield multiclass(
        "a class that is only predicted",
        [[0.5, 0.3, 0.2], [0.1, 0.7, 0.2], [0.1, 0.3, 0.6], [0.25, 0.5, 0.25]], [0, 1, 1, 0])
    yield multiclass(
        "ties and certainty",
        [[0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.25, 0.25, 0.5]], [1, 2, 2, 0])


def time_folds(rows, folds):
    split = TimeSeriesSplit(n_splits=folds).split(np.zeros(rows))
    return {"rows": rows, "folds": folds,
            "ends": [[len(train), int(test[-1]) + 1] for train, test in split]}


def drawn(rows, slope, intercept, places=3):
    scores = np.round(rng.standard_normal(rows) * 2, places)
    chance = 1 / (1 + np.exp(-(slope * scores + intercept)))
    return scores, (rng.random_sample(rows) < chance).astype(int)


def sigmoid(name, scores, labels, weights=None):
    fitted = _SigmoidCalibration().fit(scores, labels, sample_weight=weights)
    return {"name": name, "scores": list(scores), "labels": list(map(int, labels)),
            "weights": None if weights is None else list(weights),
            # scikit-learn's is 1 / (1 + exp(a s + b)).
            "slope": -float(fitted.a_), "intercept": -float(fitted.b_)}


def isotonic(name, scores, labels, weights=None):
    fitted = IsotonicRegression(out_of_bounds="clip")
    fitted.fit(scores, labels, sample_weight=weights)
    queries = np.round(np.linspace(min(scores) - 1, max(scores) + 1, 15), 3)
    return {"name": name, "scores": list(scores), "labels": list(map(int, labels)),
            "weights": None if weights is None else list(weights),
            "thresholds": fitted.X_thresholds_.tolist(), "values": fitted.y_thresholds_.tolist(),
            "queries": queries.tolist(), "answers": fitted.predict(queries).tolist()}


def calibrations(fit):
    scores, labels = drawn(200, 0.7, -1)
    yield fit("scores of log-odds", scores, labels)
    weights = np.array([float(i % 4) / 2 for i in range(200)])
    yield fit("weights, some of them 0", scores, labels, weights)
    scores, labels = drawn(60, 2, 0.5, places=0)
    yield fit("many ties", scores, labels)
    yield fit("far apart", scores * 1000, labels)
    yield fit("separable", np.array([-2.0, -1.0, 0.5, 1.0, 3.0]), np.array([0, 0, 1, 1, 1]))


def curve():
    probabilities = np.round(rng.permutation(100) / 100 + 0.005, 3)
    labels = (rng.random_sample(100) < probabilities**2).astype(int)
    share, mean = calibration_curve(labels, probabilities, n_bins=10, strategy="quantile")
    return {"probabilities": probabilities.tolist(), "labels": labels.tolist(),
            "mean_probability": mean.tolist(), "positive_share": share.tolist(),
            "expected_calibration_error": float(np.mean(np.abs(share - mean)))}


def best(probabilities, labels, key):
    """The threshold with the largest key; later ones are higher and win ties."""
    found = None
    for threshold in sorted(set(probabilities)):
        said = (probabilities >= threshold).astype(int)
        ratios = [f(labels, said, zero_division=0) for f in (
            metrics.precision_score, metrics.recall_score, metrics.f1_score)]
        value = key(*ratios)
        if value is not None and (found is None or value >= found[0]):
            found = (value, float(threshold), *map(float, ratios))
    return list(found[1:])


def thresholds(name, rows, places):
    probabilities = np.round(rng.random_sample(rows), places).astype(np.float32).astype(float)
    labels = (rng.random_sample(rows) < probabilities**1.5).astype(int)
    return {
        "name": name, "probabilities": probabilities.tolist(), "labels": labels.tolist(),
        "max_f1": best(probabilities, labels, lambda p, r, f: f),
        "max_recall": best(
            probabilities, labels, lambda p, r, f: (r, p) if p >= 0.6 else None),
        "max_precision": best(
            probabilities, labels, lambda p, r, f: (p, r) if r >= 0.7 else None)}


def main():
    found = {
        "written_by": ".ci/interop/evaluation.py",
        "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
        "regression": list(regressions()),
        "multiclass": list(multiclasses()),
        "time_folds": [time_folds(r, k) for r, k in [(6, 5), (10, 3), (23, 4), (100, 5)]],
        "sigmoid": list(calibrations(sigmoid)),
        "isotonic": list(calibrations(isotonic)),
        "curve": curve(),
        "thresholds": [thresholds("distinct", 80, 5), thresholds("ties", 120, 1)],
    }
    lines = [f"  {json.dumps(k)}: {json.dumps(v, default=float, allow_nan=False)}"
             for k, v in found.items()]
    FIXTURE.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
