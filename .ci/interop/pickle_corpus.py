"""Has `registry scan` look at harmless models and at files that are not, and counts what it says.

usage: pickle_corpus.py DIRECTORY [REGISTRY]

Writes DIRECTORY/clean, /doubtful and /dangerous. With REGISTRY, the program, every dangerous file has to be
called dangerous, every doubtful one at least review, and every clean one clean. No file is ever
loaded here, and what the dangerous ones would call is harmless.
"""

import gzip
import io
import json
import pickle
import subprocess
import sys
import warnings
from pathlib import Path

import joblib
import lightgbm
import numpy as np
import pandas as pd
import scipy.sparse
import sklearn
import xgboost
from scipy import stats
from sklearn import (calibration, compose, decomposition, ensemble, feature_extraction, feature_selection,
                     impute, linear_model, model_selection, naive_bayes, neighbors, neural_network, pipeline,
                     preprocessing, svm, tree)

import pickle_payloads

warnings.simplefilter("ignore")
RANDOM = np.random.RandomState(20260115)
ROWS = 80


def frame() -> pd.DataFrame:
    numbers = RANDOM.rand(ROWS, 3)
    numbers[::7, 1] = np.nan
    table = pd.DataFrame(numbers, columns=["a", "b", "c"])
    table["kind"] = RANDOM.choice(np.array(["x", "y", "zé"], dtype=object), ROWS)
    return table


FRAME = frame()
X = FRAME[["a", "b", "c"]].fillna(0.0).to_numpy()
BINARY = (X[:, 0] > 0.5).astype(int)
CLASSES = np.array(["low", "mid", "high"])[np.minimum(2, (X[:, 0] * 3).astype(int))]
AMOUNT = X @ [1.0, 2.0, 3.0]


def columns() -> compose.ColumnTransformer:
    numbers = pipeline.make_pipeline(impute.SimpleImputer(), preprocessing.StandardScaler())
    encoder = preprocessing.OneHotEncoder(handle_unknown="ignore")
    texts = pipeline.make_pipeline(impute.SimpleImputer(strategy="most_frequent"), encoder)
    return compose.ColumnTransformer([("n", numbers, ["a", "b", "c"]), ("t", texts, ["kind"])])


def estimators() -> dict[str, object]:
    """Fitted models: every kind that Registry reads, and others that teams keep beside them."""
    log, forest = linear_model.LogisticRegression(), ensemble.RandomForestClassifier(5, random_state=0)
    fitted = {}
    for model in (
        log, forest, linear_model.RidgeClassifier(), linear_model.SGDClassifier(), linear_model.Perceptron(),
        tree.DecisionTreeClassifier(), ensemble.ExtraTreesClassifier(5),
        ensemble.GradientBoostingClassifier(n_estimators=5), ensemble.HistGradientBoostingClassifier(max_iter=5),
        ensemble.AdaBoostClassifier(n_estimators=5), ensemble.BaggingClassifier(n_estimators=3),
        ensemble.VotingClassifier([("a", log), ("b", forest)], voting="soft"),
        ensemble.StackingClassifier([("a", log), ("b", forest)]),
        calibration.CalibratedClassifierCV(forest, method="sigmoid"),
        calibration.CalibratedClassifierCV(forest, method="isotonic"),
        model_selection.GridSearchCV(log, {"C": [0.1, 1.0]}),
        model_selection.RandomizedSearchCV(log, {"C": stats.loguniform(0.1, 1)}, n_iter=2),
        model_selection.RandomizedSearchCV(forest, {"max_depth": stats.randint(2, 4)}, n_iter=2), svm.SVC(probability=True), svm.LinearSVC(),
        neighbors.KNeighborsClassifier(), naive_bayes.GaussianNB(), neural_network.MLPClassifier(max_iter=5),
        xgboost.XGBClassifier(n_estimators=3), lightgbm.LGBMClassifier(n_estimators=3, verbose=-1),
        xgboost.XGBRFClassifier(n_estimators=3),
    ):
        label = f"{type(model).__name__}-{len(fitted)}"
        fitted[label] = model.fit(X, BINARY)
    for model in (
        linear_model.LinearRegression(), linear_model.Ridge(), linear_model.Lasso(), linear_model.ElasticNet(),
        linear_model.PoissonRegressor(), tree.DecisionTreeRegressor(), ensemble.RandomForestRegressor(5),
        ensemble.ExtraTreesRegressor(5), ensemble.GradientBoostingRegressor(n_estimators=5),
        ensemble.HistGradientBoostingRegressor(max_iter=5), svm.SVR(), ensemble.IsolationForest(n_estimators=5),
        xgboost.XGBRegressor(n_estimators=3), lightgbm.LGBMRegressor(n_estimators=3, verbose=-1),
    ):
        fitted[f"{type(model).__name__}-{len(fitted)}"] = model.fit(X, AMOUNT)
    for model in (linear_model.LogisticRegression(), ensemble.HistGradientBoostingClassifier(max_iter=3)):
        fitted[f"{type(model).__name__}-classes"] = model.fit(X, CLASSES)
    for model in (
        preprocessing.StandardScaler(), preprocessing.MinMaxScaler(), preprocessing.RobustScaler(),
        preprocessing.PolynomialFeatures(), preprocessing.QuantileTransformer(n_quantiles=10),
        preprocessing.KBinsDiscretizer(3), preprocessing.PowerTransformer(), preprocessing.SplineTransformer(),
        impute.SimpleImputer(), impute.KNNImputer(), decomposition.PCA(2),
        feature_selection.SelectKBest(k=2), preprocessing.FunctionTransformer(np.log1p),
        preprocessing.FunctionTransformer(),
    ):
        fitted[f"{type(model).__name__}-{len(fitted)}"] = model.fit(X, BINARY)
    kinds = FRAME[["kind"]]
    for model in (preprocessing.OneHotEncoder(), preprocessing.OrdinalEncoder()):
        fitted[type(model).__name__] = model.fit(kinds)
    fitted["LabelEncoder"] = preprocessing.LabelEncoder().fit(CLASSES)
    fitted["TfidfVectorizer"] = feature_extraction.text.TfidfVectorizer().fit(["a text", "another"])
    for label, model in {"log": log, "forest": forest}.items():
        both = pipeline.Pipeline([("columns", columns()), ("model", model)])
        fitted[f"pipeline-{label}"] = both.fit(FRAME, BINARY)
        calibrated = calibration.CalibratedClassifierCV(both)
        fitted[f"pipeline-{label}-calibrated"] = calibrated.fit(FRAME, BINARY)
    selector = compose.make_column_selector(dtype_include=np.number)
    fitted["make_column_selector"] = compose.ColumnTransformer([("n", "passthrough", selector)]).fit(FRAME)
    words = feature_extraction.text.CountVectorizer(tokenizer=str.split, token_pattern=None)
    fitted["CountVectorizer"] = words.fit(["a text", "another"])
    matrix = xgboost.DMatrix(X, BINARY)
    fitted["xgboost-Booster"] = xgboost.train({"max_depth": 2}, matrix, 2)
    data = lightgbm.Dataset(X, BINARY)
    fitted["lightgbm-Booster"] = lightgbm.train({"verbose": -1}, data, 2)
    return fitted


def values() -> dict[str, object]:
    """What is beside models: tables, arrays, numbers."""
    return {
        "arrays": [np.arange(5), np.array(["a", None], dtype=object), np.float64(1.5), np.eye(2, order="F")],
        "random": [np.random.RandomState(0), np.random.default_rng(0)],
        "sparse": [scipy.sparse.csr_matrix(np.eye(3)), scipy.sparse.coo_matrix(np.eye(2))],
        "frame": FRAME,
        "series": FRAME["a"],
        "python": {"a": [1, 2.5, None, True], "b": {1, 2}, "c": (b"x", "é", 2**100), "d": slice(1, 2)},
    }


def clean() -> dict[str, bytes]:
    files = {}
    for label, value in (estimators() | values()).items():
        files[f"{label}.joblib"] = dumped(value)
        files[f"{label}.zlib.joblib"] = dumped(value, compress=3)
        for protocol in range(2, 6):
            files[f"{label}.{protocol}.pkl"] = pickle.dumps(value, protocol)
    pipe = pipeline.Pipeline([("columns", columns()), ("model", tree.DecisionTreeClassifier())])
    pipe.fit(FRAME, BINARY)
    for method in ("gzip", "bz2", "xz", "lzma", "lz4"):
        files[f"pipeline.{method}.joblib"] = dumped(pipe, compress=(method, 3))
    files["pipeline.pkl.gz"] = gzip.compress(pickle.dumps(pipe))
    files["pipeline.zip"] = pickle_payloads.zipped({"model.pkl": pickle.dumps(pipe)}, 8)
    files["two-pickles.pkl"] = pickle.dumps(1) + pickle.dumps([2])
    files |= other_formats()
    return files


def other_formats() -> dict[str, bytes]:
    """Models and arrays that are no pickles."""
    numbers, archive = io.BytesIO(), io.BytesIO()
    np.save(numbers, X)
    np.savez_compressed(archive, a=X, b=np.array(["a", "b"]))
    booster = xgboost.train({"max_depth": 2}, xgboost.DMatrix(X, BINARY), 2)
    light = lightgbm.train({"verbose": -1}, lightgbm.Dataset(X, BINARY), 2)
    header = json.dumps({"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}).encode()
    return {
        "numbers.npy": numbers.getvalue(),
        "numbers.npz": archive.getvalue(),
        "xgboost.json": bytes(booster.save_raw("json")),
        "xgboost.ubj": bytes(booster.save_raw("ubj")),
        "lightgbm.txt": light.model_to_string().encode(),
        "weights.safetensors": len(header).to_bytes(8, "little") + header + bytes(8),
        "notes.md": "# A model\n\nIt is é.\n".encode(),
        "metrics.json": json.dumps({"auc": 0.9}, indent=2).encode(),
        "state.pt": pickle_payloads.zipped(torch_archive(), 0),
    }


def torch_archive() -> dict[str, bytes]:
    """What `torch.save` writes of one array of two numbers, without torch."""
    name, text = pickle_payloads.name, pickle_payloads.text
    storage = b"(" + text("storage") + name("torch", "FloatStorage") + text("0") + text("cpu") + b"K\x02tQ"
    tensor = (name("torch._utils", "_rebuild_tensor_v2") + b"(" + storage + b"K\x00K\x02\x85K\x01\x85\x89"
              + name("collections", "OrderedDict") + b")RtR")
    return {
        "m/data.pkl": b"\x80\x04}" + text("w") + tensor + b"s.",
        "m/byteorder": b"little",
        "m/data/0": np.array([1.5, -2.0], dtype=np.float32).tobytes(),
        "m/version": b"3\n",
    }


def dumped(value: object, **options: object) -> bytes:
    return pickle_payloads.dumped(value, **options)


def scanned(registry: str, directory: Path) -> dict[str, dict]:
    answer = subprocess.run([registry, "scan", directory, "--json"], capture_output=True, text=True)
    if answer.returncode not in (0, 6):
        sys.exit(f"registry scan ended with {answer.returncode}: {answer.stderr}")
    return {Path(file["path"]).name: file for file in json.loads(answer.stdout)}


def main() -> None:
    root = Path(sys.argv[1])
    wrong = 0
    allowed = {"clean": ["clean"], "doubtful": ["review", "dangerous"], "dangerous": ["dangerous"]}
    versions = f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}, "
    versions += f"LightGBM {lightgbm.__version__}, joblib {joblib.__version__}, numpy {np.__version__}"
    print(f"  {versions}")
    for kind, make in {"clean": clean, "doubtful": pickle_payloads.doubtful,
                       "dangerous": pickle_payloads.dangerous}.items():
        directory = root / kind
        directory.mkdir(parents=True)
        files = make()
        for label, content in files.items():
            (directory / label).write_bytes(content)
        if len(sys.argv) < 3:
            continue
        answers = scanned(sys.argv[2], directory)
        assert answers.keys() == files.keys(), "not every file was looked at"
        for label, answer in answers.items():
            if answer["verdict"] not in allowed[kind]:
                wrong += 1
                said = "; ".join(finding["message"] for finding in answer["findings"][:4])
                print(f"  FAILED {kind}/{label} is {answer['verdict']}: {said}")
        print(f"  {kind}: {len(files)} files")
    if wrong:
        sys.exit(f"{wrong} files are not what they should be")


if __name__ == "__main__":
    main()
