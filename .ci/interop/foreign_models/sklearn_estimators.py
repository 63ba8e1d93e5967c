"""The estimators of scikit-learn: how each is made, for which tasks, after which preparations."""

import inspect

import numpy as np
import sklearn
from sklearn import calibration, ensemble, linear_model, tree

from sizes import depth, trees

GENERATION = tuple(int(part) for part in sklearn.__version__.split(".")[:2])
BOTH = ["binary", "multiclass"]
EACH = ["binary", "multiclass", "regression"]
TREES = ["bank", "ordinals", "plain_numbers"]


def supported(kind, **settings) -> dict:
    """The settings that this generation of the class knows."""
    known = inspect.signature(kind).parameters
    return {name: value for name, value in settings.items() if name in known}


def logistic(**settings):
    return lambda task: linear_model.LogisticRegression(
        **supported(linear_model.LogisticRegression, max_iter=400, **settings)
    )


def either(classifier, regressor, **settings):
    """The classifier or the regressor of a family."""

    def make(task):
        kind = regressor if task == "regression" else classifier
        return kind(**supported(kind, random_state=3, **settings))

    return make


def calibrated(base, **settings):
    return lambda task: calibration.CalibratedClassifierCV(
        **{("estimator" if GENERATION >= (1, 2) else "base_estimator"): base(task)}, **settings
    )


def voting(last, **settings):
    """Soft votes have a linear member; hard ones do not, since its ties depend on rounding."""

    def make(task):
        members = [("tree", decision_tree(task)), ("forest", forest(task)), ("last", last(task))]
        if task == "regression":
            return ensemble.VotingRegressor(members, weights=settings["weights"])
        return ensemble.VotingClassifier(members, flatten_transform=False, **settings)

    return make


def linear(task):
    return linear_model.Ridge() if task == "regression" else logistic()(task)


decision_tree = either(tree.DecisionTreeClassifier, tree.DecisionTreeRegressor, max_depth=depth(6))
forest = either(
    ensemble.RandomForestClassifier, ensemble.RandomForestRegressor, n_estimators=trees(12), max_depth=depth(7)
)
extra = either(
    ensemble.ExtraTreesClassifier, ensemble.ExtraTreesRegressor, n_estimators=trees(10), max_depth=depth(8)
)
boosting = either(
    ensemble.GradientBoostingClassifier, ensemble.GradientBoostingRegressor, n_estimators=trees(20)
)
histogram = either(
    ensemble.HistGradientBoostingClassifier, ensemble.HistGradientBoostingRegressor, max_iter=trees(25), max_depth=depth(99)
)
penalized = {"penalty": "l1"} if GENERATION < (1, 8) else {"l1_ratio": 1}
elastic = {"penalty": "elasticnet"} if GENERATION < (1, 8) else {}

ESTIMATORS = {
    "logistic": (logistic(), BOTH, ["bank", "infrequent", "by_position", "nested", "matrix"]),
    "logistic-l1": (logistic(solver="liblinear", **penalized), ["binary"], ["indicators"]),
    "logistic-elastic": (logistic(solver="saga", l1_ratio=0.4, **elastic), BOTH, ["bank"]),
    "logistic-ovr": (logistic(multi_class="ovr"), ["multiclass"], ["infrequent", "matrix"]),
    "logistic-balanced": (logistic(class_weight="balanced", fit_intercept=False), BOTH, ["matrix"]),
    "linear": (lambda task: linear_model.LinearRegression(), ["regression"], ["bank", "matrix"]),
    "ridge": (lambda task: linear_model.Ridge(2.0), ["regression"], ["infrequent", "nested"]),
    "lasso": (lambda task: linear_model.Lasso(0.01), ["regression"], ["indicators", "by_position"]),
    "elastic": (lambda task: linear_model.ElasticNet(0.02), ["regression"], ["bank", "ordinals"]),
    "tree": (decision_tree, EACH, TREES + ["indicators"]),
    "forest": (forest, EACH, TREES + ["infrequent", "by_position", "nested"]),
    "extra": (extra, EACH, TREES + ["matrix"]),
    "boosting": (boosting, EACH, TREES + ["indicators", "matrix"]),
    "histogram": (histogram, EACH, ["with_missing", "none", "array", "infrequent"]),
    "calibrated-sigmoid": (calibrated(forest, cv=3), BOTH, ["bank", "ordinals", "plain_numbers"]),
    "calibrated-isotonic": (
        calibrated(logistic(), method="isotonic", cv=3), BOTH, ["bank", "infrequent"]),
    "calibrated-single": (
        calibrated(histogram, method="sigmoid", cv=3, ensemble=False), BOTH, ["with_missing"]),
    "calibrated-boosting": (
        calibrated(boosting, method="isotonic", cv=3), BOTH, ["ordinals"]),
    "voting-soft": (voting(linear, voting="soft", weights=np.array([1, 2, 1])), EACH, ["bank", "nested"]),
    "voting-hard": (voting(extra, voting="hard"), BOTH, ["bank"]),
}
