"""ONNX: operators and forms that the usual conversions do not have, one model each."""

from collections.abc import Iterator

import numpy as np
import skl2onnx
from sklearn import ensemble, linear_model, naive_bayes, neural_network, preprocessing, svm
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline

import boosted_data as data
import tables
from case import Case
from onnx_cases import input_types, session_case
from onnx_preparations import PREPARATIONS, rows
from sizes import trees

COMPLETE = data.complete_numbers


def scaled(model, *steps):
    return make_pipeline(preprocessing.StandardScaler(), *steps, model)


def converted(name, task, model, frame, beyond=False, **settings) -> Case:
    """From a row of the training data, as most people call the converter."""
    kind = settings.pop("kind", np.float32)
    given = frame.to_numpy(kind)
    model.fit(given, tables.target(tables.customers(), task))
    content = skl2onnx.to_onnx(model, given[:1], **settings).SerializeToString()
    classes = [] if task == "regression" else model.classes_.tolist()
    case = session_case(name, "variations", task, content, frame, classes, "skl2onnx")
    case.refusal_expected = "beyond what is read" if beyond else ""
    return case


def by_columns(name, opset) -> Case:
    """A column each, for an older runtime."""
    prepare, columns, _ = PREPARATIONS["texts"]
    frame = rows()[columns]
    model = make_pipeline(prepare(), linear_model.LogisticRegression(max_iter=300))
    model.fit(frame, tables.target(tables.customers(), "binary"))
    content = skl2onnx.to_onnx(
        model, initial_types=input_types(frame, False), target_opset=opset).SerializeToString()
    return session_case(name, "variations", "binary", content, frame, [0, 1], "skl2onnx")


def forest():
    return ensemble.RandomForestClassifier(n_estimators=trees(8), max_depth=5, random_state=3)


NETWORK = {"hidden_layer_sizes": (7, 5), "max_iter": 60, "random_state": 3}
MODELS = {
    "network-relu": lambda name: converted(
        name, "multiclass", scaled(neural_network.MLPClassifier(**NETWORK)), COMPLETE()),
    "network-tanh": lambda name: converted(
        name, "binary", scaled(neural_network.MLPClassifier(activation="tanh", **NETWORK)),
        COMPLETE()),
    "network-number": lambda name: converted(
        name, "regression", scaled(neural_network.MLPRegressor(activation="logistic", **NETWORK)),
        COMPLETE()),
    "machine": lambda name: converted(
        name, "binary", scaled(svm.SVC(probability=True, random_state=3)), COMPLETE()),
    "machine-multi": lambda name: converted(
        name, "multiclass", scaled(svm.SVC(probability=True, kernel="poly", random_state=3)),
        COMPLETE()),
    "machine-number": lambda name: converted(
        name, "regression", scaled(svm.SVR()), COMPLETE()),
    "bayes": lambda name: converted(
        name, "multiclass", scaled(naive_bayes.GaussianNB()), COMPLETE()),
    "ada": lambda name: converted(
        name, "binary", ensemble.AdaBoostClassifier(n_estimators=4, random_state=3), COMPLETE()),
    "bagging": lambda name: converted(
        name, "multiclass", ensemble.BaggingClassifier(n_estimators=3, random_state=3), COMPLETE()),
    "stacking": lambda name: converted(
        name, "binary", ensemble.StackingClassifier([("a", forest())], cv=3), COMPLETE()),
    "gradient-descent": lambda name: converted(
        name, "binary", scaled(linear_model.SGDClassifier(loss="log_loss", random_state=3)),
        COMPLETE()),
    "normalizer": lambda name: converted(
        name, "binary", make_pipeline(preprocessing.Normalizer("l1"), forest()), COMPLETE()),
    "binarizer": lambda name: converted(
        name, "binary", make_pipeline(preprocessing.Binarizer(threshold=30.0), forest()),
        COMPLETE()),
    "clipped": lambda name: converted(
        name, "multiclass", make_pipeline(preprocessing.MinMaxScaler(clip=True), forest()),
        COMPLETE()),
    "polynomial": lambda name: converted(
        name, "regression", scaled(linear_model.Ridge(), preprocessing.PolynomialFeatures(2)),
        COMPLETE()),
    "power": lambda name: converted(
        name, "binary", make_pipeline(preprocessing.PowerTransformer(), forest()), COMPLETE(), True),
    "indicator": lambda name: converted(
        name, "binary", make_pipeline(SimpleImputer(add_indicator=True), forest()), data.numbers(),
        True),
    "poisson": lambda name: converted(
        name, "binary", scaled(ensemble.GradientBoostingClassifier(
            n_estimators=trees(8), loss="exponential")), COMPLETE()),
    "doubles": lambda name: converted(
        name, "regression", scaled(linear_model.Ridge()), COMPLETE(), kind=np.float64),
    "raw-scores": lambda name: converted(
        name, "binary", scaled(linear_model.LogisticRegression()), COMPLETE(), True,
        options={"raw_scores": True, "zipmap": False}),
    "opset-10": lambda name: by_columns(name, {"": 10, "ai.onnx.ml": 2}),
    "opset-12": lambda name: by_columns(name, {"": 12, "ai.onnx.ml": 2}),
    "opset-18": lambda name: by_columns(name, {"": 18, "ai.onnx.ml": 3}),
}


def cases() -> Iterator[tuple[str, callable]]:
    for kind, build in MODELS.items():
        name = f"onnx-variation-{kind}"
        yield name, lambda name=name, build=build: build(name)
