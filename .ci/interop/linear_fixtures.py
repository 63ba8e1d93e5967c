"""Writes Tests/LearnersTests/Fixtures/LinearFixture.swift: coefficients that scikit-learn finds.

    python .ci/interop/linear_fixtures.py

Needs scikit-learn and numpy; the versions used are in the header of what is written. The rows come from
SplitMix64, as sampleNumbers in the tests draws them, so that the fixture holds answers only.
"""

import warnings

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression, Ridge

from tree_quality import ROOT, Draws


def sample(count, seed):
    """As sampleNumbers in the tests: two numbers that lean on each other, a large one, three classes."""
    draws = Draws(seed)
    rows, targets = [], []
    for _ in range(count):
        x, z, w = draws.number(), draws.number(), draws.number()
        targets.append(2 * x - z + 0.5 * w * w + draws.number())
        rows.append((x, x / 2 + z, 100 + 10 * w))
    targets = np.array(targets)
    return np.array(rows), targets, (targets > -0.5).astype(int) + (targets > 0.8)


def logistic(rows, labels, **parameters):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = LogisticRegression(tol=1e-12, max_iter=100_000, **parameters).fit(rows, labels)
    return np.hstack([model.coef_, model.intercept_[:, None]])


def main():
    rows, targets, classes = sample(150, 20260116)
    # Newton's method does not go astray where the columns' sizes differ.
    newton = dict(solver="newton-cholesky")
    labels = (targets > 0.8).astype(int)
    weights = np.arange(150) % 3 + 0.5
    answers = {
        "multinomial": logistic(rows, classes, **newton),
        "balancedMultinomial": logistic(rows, classes, C=0.1, class_weight="balanced", **newton),
        "balanced": logistic(rows, labels, class_weight="balanced", **newton),
        "unpenalised": logistic(rows, labels, C=np.inf, **newton),
    }
    for name, model in (("ridge", Ridge()), ("weightedRidge", Ridge(alpha=30)),
                        ("leastSquares", Ridge(alpha=0))):
        model.fit(rows, targets, sample_weight=weights if name == "weightedRidge" else None)
        answers[name] = np.append(model.coef_, model.intercept_)[None]
    lines = [
        "// Written by .ci/interop/linear_fixtures.py with scikit-learn "
        f"{sklearn.__version__} and numpy {np.__version__}.",
        "",
        "/// The coefficients of three features and the intercept, line by line for several classes.",
        "enum LinearFixture {",
    ]
    for name, found in answers.items():
        lines += [f"  static let {name} = ["]
        lines += [f"    {float(value)!r}," for value in found.ravel()] + ["  ]"]
    path = ROOT / "Tests/LearnersTests/Fixtures/LinearFixture.swift"
    path.write_text("\n".join(lines + ["}", ""]))


if __name__ == "__main__":
    main()
