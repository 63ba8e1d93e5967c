"""Writes LearningFixtures.swift beside this file: what scikit-learn answers on small tables.

    python make_learning_fixtures.py

Needs scikit-learn, numpy and pandas. The tables are drawn from a seeded generator, so a second run
writes the same file; the versions used are in its header.
"""

import io
import pathlib
import warnings

import numpy as np
import pandas as pd
import sklearn
from sklearn import metrics
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

HERE = pathlib.Path(__file__).parent
rng = np.random.RandomState(20260115)


def numbers(rows, scale=1.0, shift=0.0):
    return np.round(rng.standard_normal(rows) * scale + shift, 3)


def levels(rows, names):
    return rng.choice(np.array(names, dtype=object), rows)


def labels(score, noise=1.0):
    return (score + noise * rng.logistic(size=len(score)) > 0).astype(int)


def text(frame):
    """One header cell a column, `name:n` for numbers and `name:c` for text; an empty cell is missing."""
    out = io.StringIO()
    kinds = ["n" if pd.api.types.is_numeric_dtype(frame[c]) else "c" for c in frame]
    print(",".join(f"{c}:{k}" for c, k in zip(frame, kinds)), file=out)
    for row in frame.itertuples(index=False):
        print(",".join("" if pd.isna(v) else str(v) for v in row), file=out)
    return out.getvalue()


def swift(value):
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value)).lower()
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        return repr(float(value))
    if value is None:
        return "nil"
    return "[" + ", ".join(swift(v) for v in value) + "]"


def wrapped(name, value):
    """An argument, broken at 100 characters where it is an array."""
    line = f"      {name}: {swift(value)},"
    if len(line) <= 100 or isinstance(value, str):
        return line
    lines, current = [f"      {name}: ["], "       "
    for item in value:
        piece = " " + swift(item) + ","
        if len(current) + len(piece) > 100:
            lines.append(current)
            current = "       "
        current += piece
    return "\n".join(lines + [current, "      ],"])


def block(name, value):
    lines = "\n".join("        " + line for line in value.splitlines())
    return f'      {name}: """\n{lines}\n\n        """,'


def learning(name, train, y, query, weights=None, C=1.0):
    numeric = [c for c in train if pd.api.types.is_numeric_dtype(train[c])]
    categorical = [c for c in train if c not in numeric]
    pipe = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    transformer = ColumnTransformer(
        [("n", pipe, numeric), ("c", OneHotEncoder(handle_unknown="ignore", sparse_output=False), categorical)],
        verbose_feature_names_out=False,
    )
    x = transformer.fit_transform(train)
    model = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-13, max_iter=10000)
    other = LogisticRegression(C=C, solver="lbfgs", tol=1e-10, max_iter=10000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(x, y, sample_weight=weights)
        other.fit(x, y, sample_weight=weights)
    assert np.allclose(model.coef_, other.coef_, rtol=1e-5, atol=1e-6), name
    scaler = transformer.named_transformers_["n"] if numeric else None
    medians = scaler[0].statistics_ if numeric else []
    means = scaler[1].mean_ if numeric else []
    scales = scaler[1].scale_ if numeric else []
    return "\n".join([
        "    LearningFixture(",
        f'      name: "{name}",',
        block("train", text(train)),
        wrapped("labels", y),
        wrapped("weights", weights),
        f"      inverseRegularization: {C},",
        block("query", text(query)),
        wrapped("featureNames", list(transformer.get_feature_names_out())),
        wrapped("medians", medians),
        wrapped("means", means),
        wrapped("scales", scales),
        wrapped("coefficients", model.coef_[0]),
        f"      intercept: {float(model.intercept_[0])!r},",
        wrapped("probabilities", model.predict_proba(transformer.transform(query))[:, 1]).rstrip(","),
        "    ),",
    ])


def holes(column, share):
    column = pd.Series(column).copy()
    column[rng.random_sample(len(column)) < share] = np.nan
    return column


def mixed(rows):
    frame = pd.DataFrame({
        "age": holes(numbers(rows, 12, 40), 0.15),
        "job": holes(levels(rows, ["admin.", "blue-collar", "Zoo", "été", "ａ", "𝒳"]), 0.2),
        "balance": holes(numbers(rows, 3000, 1000), 0.1),
        "loan": levels(rows, ["yes", "no"]),
    })
    score = frame.age.fillna(40) / 12 - 3.3 + (frame.loan == "yes") - (frame.job == "Zoo")
    return frame, labels(score.to_numpy())


def learning_cases():
    frame = pd.DataFrame({"a": numbers(30), "b": numbers(30, 5, 100), "c": numbers(30, 1e-3)})
    y = labels(2 * frame.a.to_numpy() + 0.3)
    yield learning("numbers only", frame, y, frame[:4])
    yield learning("strong penalty", frame, y, frame[:4], C=0.01)
    yield learning("weak penalty", frame, y, frame[:4], C=1000.0)
    frame = pd.DataFrame({"a": levels(40, ["x", "y", "z"]), "b": levels(40, ["n", "m"])})
    y = labels(((frame.a == "x") * 2 - 1.0).to_numpy())
    yield learning("categories only", frame, y, frame[:4])
    frame, y = mixed(60)
    query = mixed(6)[0]
    query.loc[0, "job"] = "astronaut"
    query.loc[1, "loan"] = np.nan
    query.loc[2, "age"] = np.nan
    yield learning("missing cells and unknown levels", frame, y, query)
    yield learning("weights", frame, y, query, weights=[float(i % 4) / 2 for i in range(60)])
    frame = pd.DataFrame({"a": numbers(25), "same": [0.1] * 25, "level": ["only"] * 25})
    yield learning("constant columns", frame, labels(frame.a.to_numpy()), frame[:3])
    frame = pd.DataFrame({"a": numbers(25)})
    frame["b"] = frame.a
    frame["c"] = -2 * frame.a
    frame["t"] = levels(25, ["p", "q"])
    frame["u"] = frame.t
    yield learning("columns that repeat each other", frame, labels(frame.a.to_numpy()), frame[:3])
    frame = pd.DataFrame({"a": numbers(20), "t": levels(20, ["p", "q"])})
    yield learning("labels that a threshold separates", frame, (frame.a > 0.1).astype(int), frame[:3])
    frame = pd.DataFrame({"a": numbers(300), "t": levels(300, ["p", "q"])})
    y = np.zeros(300, int)
    y[[7, 101, 250]] = 1
    yield learning("one positive in a hundred", frame, y, frame[:3])
    frame = pd.DataFrame({f"x{i}": numbers(6) for i in range(10)})
    yield learning("fewer rows than features", frame, np.array([0, 1, 1, 0, 1, 0]), frame[:3])
    frame = pd.DataFrame({"big": numbers(20, 1e12, 1e13), "small": rng.standard_normal(20) * 1e-12})
    yield learning("huge and tiny numbers", frame, labels(frame.small.to_numpy() * 1e12), frame[:3])


def measuring(name, scores, y, threshold=0.5):
    scores, y = np.asarray(scores, float), np.asarray(y)
    said = (scores >= threshold).astype(int)
    values = [
        ("areaUnderROC", metrics.roc_auc_score(y, scores)),
        ("averagePrecision", metrics.average_precision_score(y, scores)),
        ("logLoss", metrics.log_loss(y, scores)),
        ("brierScore", metrics.brier_score_loss(y, scores)),
        ("f1", metrics.f1_score(y, said, zero_division=0)),
        ("precision", metrics.precision_score(y, said, zero_division=0)),
        ("recall", metrics.recall_score(y, said, zero_division=0)),
        ("accuracy", metrics.accuracy_score(y, said)),
        ("confusionMatrix", metrics.confusion_matrix(y, said, labels=[0, 1]).tolist()),
    ]
    return "\n".join(
        ["    MetricsFixture(", f'      name: "{name}",', wrapped("scores", scores),
         wrapped("labels", y), f"      threshold: {threshold},"]
        + [wrapped(k, v) for k, v in values[:-1]]
        + [wrapped(*values[-1]).rstrip(","), "    ),"])


def measuring_cases():
    scores = np.round(rng.random_sample(40), 1)
    y = (rng.random_sample(40) < scores).astype(int)
    yield measuring("ties", scores, y)
    yield measuring("ties, another threshold", scores, y, 0.3)
    yield measuring("one positive", [0.1, 0.9, 0.4, 0.4, 0.3], [0, 0, 1, 0, 0])
    yield measuring("one negative", [0.1, 0.9, 0.4, 0.4, 0.3], [1, 1, 0, 1, 1])
    yield measuring("all scores equal", [0.25] * 6, [0, 1, 0, 1, 1, 0])
    yield measuring("perfect", [0.0, 0.1, 0.8, 1.0], [0, 0, 1, 1])
    yield measuring("wrong for certain", [1.0, 1.0, 0.0, 0.0], [0, 0, 1, 1])
    yield measuring("nothing predicted positive", [0.1, 0.2, 0.3], [0, 1, 0])
    yield measuring("closer to 0 than the clip", [1e-300, 1e-17, 0.5, 1 - 2**-53], [1, 0, 1, 0])


def wide():
    """The table that WideTable.swift draws as well: 1,500 levels in three columns."""
    state, mask = 7, 2**64 - 1
    def draw(bound):
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return (z ^ (z >> 31)) % bound
    rows, labels = [], []
    for row in range(2000):
        codes = [row % 500, draw(500), draw(500)] if row >= 500 else [row, row, row]
        value = draw(1000) / 100
        labels.append(int(draw(100) < 20 + (codes[0] % 5) * 12 + (value > 5) * 12))
        rows.append([value] + [f"{c:03}" for c in codes])
    frame = pd.DataFrame(rows, columns=["value", "a", "b", "c"])
    transformer = ColumnTransformer(
        [("n", StandardScaler(), ["value"]), ("c", OneHotEncoder(), ["a", "b", "c"])])
    x = transformer.fit_transform(frame)
    assert x.shape == (2000, 1501)
    model = LogisticRegression(solver="newton-cholesky", tol=1e-13, max_iter=100).fit(x, labels)
    coefficients = model.coef_[0]
    return "\n".join([
        "  static let wide = (",
        wrapped("    firstCoefficients".strip(), coefficients[:8]),
        f"      sumOfSquares: {float(coefficients @ coefficients)!r},",
        f"      intercept: {float(model.intercept_[0])!r}",
        "    )"])


learned, measured = list(learning_cases()), list(measuring_cases())
versions = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, pandas {pd.__version__}"
(HERE / "LearningFixtures.swift").write_text("\n".join([
    "// swift-format-ignore-file",
    "// Written by make_learning_fixtures.py; do not edit.",
    f"// {versions}",
    "", "enum LearningFixtures {",
    "  static let learning: [LearningFixture] = [", *learned, "  ]", "",
    "  static let measuring: [MetricsFixture] = [", *measured, "  ]", "",
    "  /// On the table of WideTable.swift.", wide(), "}", ""]))
