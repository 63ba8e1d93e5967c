"""scikit-learn: transformers that make, choose and change columns, stacks, thresholds, changed targets."""

from collections.abc import Iterator
from importlib.util import find_spec

import numpy as np
from sklearn import (
    calibration, compose, decomposition, ensemble, feature_selection, linear_model, model_selection,
    pipeline, preprocessing, tree,
)

from case import Case
from sklearn_estimators import GENERATION
from sklearn_variations import NUMERIC, build, numbers_then

LINEAR = linear_model.LogisticRegression


def chosen(*steps):
    return numbers_then(LINEAR(), preprocessing.StandardScaler(), *steps)


def light():
    from lightgbm import LGBMClassifier

    return numbers_then(LGBMClassifier(n_estimators=5, num_leaves=5, verbose=-1))


ENGINEERED = {
    "power": ("binary", NUMERIC, lambda: numbers_then(
        linear_model.LogisticRegression(), preprocessing.PowerTransformer())),
    "polynomial": ("regression", NUMERIC, lambda: numbers_then(
        linear_model.Ridge(), preprocessing.PolynomialFeatures(2))),
    "bins": ("binary", NUMERIC, lambda: numbers_then(
        linear_model.LogisticRegression(), preprocessing.KBinsDiscretizer(4))),
    "function": ("binary", ["ratio"], lambda: numbers_then(
        linear_model.LogisticRegression(), preprocessing.FunctionTransformer(np.log1p))),
    "transformed-target": ("regression", NUMERIC, lambda: compose.TransformedTargetRegressor(
        numbers_then(linear_model.Ridge()), transformer=preprocessing.StandardScaler())),
    "stacking": ("binary", NUMERIC, lambda: numbers_then(ensemble.StackingClassifier(
        [("a", tree.DecisionTreeClassifier(max_depth=3))], cv=3))),
    "sgd": ("binary", NUMERIC, lambda: numbers_then(linear_model.SGDClassifier(
        loss="log_loss", random_state=3), preprocessing.StandardScaler())),
    "variance": ("binary", NUMERIC, lambda: numbers_then(
        LINEAR(), feature_selection.VarianceThreshold(0.5), preprocessing.StandardScaler())),
    "best": ("multiclass", NUMERIC, lambda: chosen(feature_selection.SelectKBest(k=3))),
    "eliminated": ("binary", NUMERIC, lambda: chosen(
        feature_selection.RFE(LINEAR(), n_features_to_select=2))),
    "selected-by-trees": ("binary", NUMERIC, lambda: chosen(feature_selection.SelectFromModel(
        ensemble.RandomForestClassifier(5, random_state=3), threshold="median"))),
    "components": ("multiclass", NUMERIC, lambda: chosen(decomposition.PCA(2, whiten=True))),
    "interactions": ("regression", NUMERIC, lambda: numbers_then(
        linear_model.Ridge(), preprocessing.PolynomialFeatures((2, 3), interaction_only=True))),
    "bins-ordinal": ("regression", NUMERIC, lambda: numbers_then(
        tree.DecisionTreeRegressor(max_depth=3),
        preprocessing.KBinsDiscretizer(5, encode="ordinal", strategy="uniform"))),
    "stacking-multiclass": ("multiclass", NUMERIC, lambda: numbers_then(
        ensemble.StackingClassifier(
            [("a", LINEAR()), ("b", tree.DecisionTreeClassifier(max_depth=3))], cv=3,
            passthrough=True), preprocessing.StandardScaler())),
    "stacking-number": ("regression", NUMERIC, lambda: numbers_then(ensemble.StackingRegressor(
        [("a", linear_model.Ridge()), ("b", tree.DecisionTreeRegressor(max_depth=3))], cv=3))),
    "target-logarithm": ("positive", NUMERIC, lambda: compose.TransformedTargetRegressor(
        numbers_then(linear_model.Ridge()), func=np.log1p, inverse_func=np.expm1)),
    "poisson": ("positive", NUMERIC, lambda: numbers_then(
        linear_model.PoissonRegressor(), preprocessing.StandardScaler())),
    "sgd-multiclass": ("multiclass", NUMERIC, lambda: numbers_then(linear_model.SGDClassifier(
        loss="log_loss", random_state=3), preprocessing.StandardScaler())),
}
if GENERATION >= (1, 5):
    ENGINEERED |= {
        "threshold": ("binary", NUMERIC, lambda: model_selection.FixedThresholdClassifier(
            numbers_then(LINEAR(), preprocessing.StandardScaler()), threshold=0.3)),
        "threshold-tuned": ("binary", NUMERIC, lambda: model_selection.TunedThresholdClassifierCV(
            numbers_then(tree.DecisionTreeClassifier(max_depth=4)), cv=3)),
        "targets": ("binary", ["job", "region"], lambda: pipeline.make_pipeline(
            preprocessing.TargetEncoder(random_state=3), LINEAR())),
    }
if find_spec("lightgbm"):
    ENGINEERED |= {
        "calibrated-lightgbm": ("binary", NUMERIC, lambda: calibration.CalibratedClassifierCV(
            light(), cv=3)),
        "calibrated-lightgbm-three": ("multiclass", NUMERIC, lambda: calibration.CalibratedClassifierCV(
            light(), method="isotonic", cv=3)),
    }


def cases() -> Iterator[tuple[str, callable]]:
    for kind, (task, columns, make) in ENGINEERED.items():
        name = f"sklearn-engineered-{kind}"
        yield name, lambda given=(name, task, columns, make, False): build(*given)
