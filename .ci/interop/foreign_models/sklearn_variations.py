"""scikit-learn: the parameters that change what a fitted model computes, one model each."""

from collections.abc import Iterator

import numpy as np
from sklearn import calibration, compose, ensemble, impute, linear_model, preprocessing, svm, tree
from sklearn.pipeline import Pipeline, make_pipeline

import preparations
import tables
from case import Case
from sizes import depth, trees
from sklearn_cases import fitted_case
from sklearn_estimators import logistic, supported
from tables import NUMBERS, TEXTS, WHOLE

NUMERIC = NUMBERS + WHOLE
LABELS = {"binary": ["no", "yes"], "multiclass": ["über", "a, b", "z"], "regression": None}


def numbers_then(model, *steps) -> Pipeline:
    return make_pipeline(impute.SimpleImputer(strategy="median"), *steps, model)


def trees_of(kind, **settings):
    sizes = {"n_estimators": trees(12), "max_depth": depth(4), "random_state": 3}
    return kind(**supported(kind, **{**sizes, **settings}))


def histogram(regression=False, **settings):
    kind = ensemble.HistGradientBoostingRegressor if regression else None
    kind = kind or ensemble.HistGradientBoostingClassifier
    return kind(**supported(kind, max_iter=trees(20), random_state=3, **settings))


def columns_then(model, *transformers, **settings) -> Pipeline:
    return make_pipeline(compose.ColumnTransformer(list(transformers), **settings), model)


def linear_after(*transformers, **settings) -> Pipeline:
    return columns_then(linear_model.LogisticRegression(max_iter=300), *transformers, **settings)


GRADIENT = ensemble.GradientBoostingClassifier
GRADIENT_NUMBER = ensemble.GradientBoostingRegressor
ENCODER, ORDINAL = preprocessing.OneHotEncoder, preprocessing.OrdinalEncoder
IMPUTED = ("numbers", impute.SimpleImputer(), NUMBERS)

# Name: task, columns, what makes the model.
ESTIMATORS = {
    "boosting-exponential": ("binary", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT, loss="exponential"))),
    "boosting-zero": ("multiclass", NUMERIC, lambda: numbers_then(trees_of(GRADIENT, init="zero"))),
    "boosting-zero-binary": ("binary", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT, init="zero", subsample=0.6))),
    "boosting-huber": ("regression", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT_NUMBER, loss="huber"))),
    "boosting-quantile": ("regression", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT_NUMBER, loss="quantile", alpha=0.8))),
    "boosting-absolute": ("regression", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT_NUMBER, loss="absolute_error"))),
    "histogram-poisson": ("positive", NUMERIC, lambda: histogram(True, loss="poisson")),
    "histogram-gamma": ("positive", NUMERIC, lambda: histogram(True, loss="gamma")),
    "histogram-quantile": ("regression", NUMERIC, lambda: histogram(
        True, loss="quantile", quantile=0.7)),
    "histogram-absolute": ("regression", NUMERIC, lambda: histogram(True, loss="absolute_error")),
    "histogram-stopped": ("multiclass", NUMERIC, lambda: histogram(
        early_stopping=True, n_iter_no_change=2, class_weight="balanced")),
    "histogram-constrained": ("binary", NUMERIC, lambda: histogram(
        monotonic_cst=[1, 0, -1, 0, 1, 0], max_leaf_nodes=8, l2_regularization=2.0)),
    "tree-poisson": ("positive", NUMERIC, lambda: numbers_then(
        tree.DecisionTreeRegressor(criterion="poisson", max_depth=4, random_state=3))),
    "tree-entropy": ("multiclass", NUMERIC, lambda: numbers_then(
        tree.DecisionTreeClassifier(criterion="entropy", max_leaf_nodes=9, random_state=3))),
    "tree-weighted": ("binary", NUMERIC, lambda: numbers_then(
        tree.DecisionTreeClassifier(class_weight={"no": 1, "yes": 5}, max_depth=4))),
    "tree-root": ("binary", NUMERIC, lambda: numbers_then(
        tree.DecisionTreeClassifier(max_leaf_nodes=2, min_samples_leaf=0.4))),
    "forest-weighted": ("multiclass", NUMERIC, lambda: numbers_then(trees_of(
        ensemble.RandomForestClassifier, class_weight="balanced_subsample", max_features=None))),
    "forest-whole": ("regression", NUMERIC, lambda: numbers_then(trees_of(
        ensemble.RandomForestRegressor, bootstrap=False, criterion="friedman_mse"))),
    "linear-positive": ("regression", NUMERIC, lambda: numbers_then(
        linear_model.LinearRegression(positive=True, fit_intercept=False))),
    "ridge-cv": ("regression", NUMERIC, lambda: numbers_then(linear_model.RidgeCV())),
    "lasso-cv": ("regression", NUMERIC, lambda: numbers_then(linear_model.LassoCV(cv=3))),
    "elastic-cv": ("regression", NUMERIC, lambda: numbers_then(linear_model.ElasticNetCV(cv=3))),
    "logistic-multinomial": ("binary", NUMERIC, lambda: numbers_then(
        logistic(multi_class="multinomial")("binary"), preprocessing.StandardScaler())),
    "logistic-newton": ("multiclass", NUMERIC, lambda: numbers_then(
        logistic(solver="newton-cg")("multiclass"), preprocessing.StandardScaler())),
    "calibrated-margin": ("binary", NUMERIC, lambda: calibration.CalibratedClassifierCV(
        numbers_then(svm.LinearSVC(), preprocessing.StandardScaler()), cv=3)),
    "calibrated-margin-multi": ("multiclass", NUMERIC, lambda: calibration.CalibratedClassifierCV(
        numbers_then(svm.LinearSVC(), preprocessing.StandardScaler()), cv=3, method="isotonic")),
    "voting-pipelines": ("binary", preparations.ALL, lambda: ensemble.VotingClassifier(
        [("a", make_pipeline(preparations.bank(), linear_model.LogisticRegression(max_iter=300))),
         ("b", make_pipeline(preparations.ordinals(), tree.DecisionTreeClassifier(max_depth=4))),
         ("c", "drop")], voting="soft")),
}
PREPARATIONS = {
    "imputer-sentinel": ("binary", WHOLE, lambda: make_pipeline(
        impute.SimpleImputer(missing_values=3, strategy="most_frequent"),
        linear_model.LogisticRegression())),
    "imputer-indicator-texts": ("binary", ["job", "balance"], lambda: linear_after(
        ("job", make_pipeline(impute.SimpleImputer(strategy="constant", fill_value="?"),
                              ENCODER(handle_unknown="ignore")), ["job"]),
        ("balance", impute.SimpleImputer(add_indicator=True, strategy="median"), ["balance"]))),
    "encoder-missing": ("binary", ["job", "age"], lambda: linear_after(
        ("job", ENCODER(handle_unknown="ignore"), ["job"]), ("age", impute.SimpleImputer(), ["age"]))),
    "encoder-given": ("multiclass", ["region", "band"], lambda: linear_after(
        ("both", ENCODER(categories=[["west", "east", "north", "south"], [1, 2, 3, 4, 5]],
                         drop=["east", 3]), ["region", "band"]))),
    "encoder-numbers": ("binary", WHOLE + ["member", "ratio"], lambda: linear_after(
        ("whole", ENCODER(handle_unknown="ignore", sparse_output=False, dtype=np.float32),
         WHOLE + ["member"]), remainder=preprocessing.MinMaxScaler())),
    "encoder-strict": ("binary", ["region", "plan"], lambda: linear_after(
        ("both", ENCODER(handle_unknown="error", min_frequency=0.05), ["region", "plan"]))),
    "ordinal-given": ("regression", ["region", "band"], lambda: columns_then(
        tree.DecisionTreeRegressor(max_depth=4), ("both", ORDINAL(
            categories=[["south", "north", "east", "west"], [1, 2, 3, 4, 5]],
            handle_unknown="use_encoded_value", unknown_value=99), ["region", "band"]))),
    "ordinal-missing": ("regression", TEXTS, lambda: columns_then(
        histogram(True), ("all", ORDINAL(handle_unknown="use_encoded_value", unknown_value=-5,
                                         encoded_missing_value=np.nan), TEXTS))),
    "scaler-halves": ("regression", NUMERIC, lambda: numbers_then(
        linear_model.Ridge(), preprocessing.StandardScaler(with_std=False),
        preprocessing.RobustScaler(with_centering=False, unit_variance=True))),
    "scaler-constant": ("regression", ["age", "constant"], lambda: numbers_then(
        linear_model.Ridge(), preprocessing.StandardScaler(), preprocessing.MinMaxScaler())),
    "scaler-largest": ("binary", NUMERIC, lambda: numbers_then(
        linear_model.LogisticRegression(), preprocessing.MaxAbsScaler())),
    "columns-odd": ("binary", preparations.ALL, lambda: linear_after(
        IMPUTED, ("none", "drop", []), ("again", impute.SimpleImputer(strategy="median"),
                                        np.array(["age"])),
        ("selected", preprocessing.OneHotEncoder(handle_unknown="ignore"),
         compose.make_column_selector(pattern="^re|^pl")))),
    "columns-negative": ("binary", NUMERIC, lambda: linear_after(
        ("last", "passthrough", [-1, -2]), ("first", impute.SimpleImputer(), slice(None, 3)))),
    "remainder": ("regression", ["region", *NUMBERS], lambda: columns_then(
        linear_model.Ridge(), ("region", ENCODER(), ["region"]), remainder=make_pipeline(
            impute.SimpleImputer(), preprocessing.StandardScaler()))),
    "passthrough-step": ("binary", NUMERIC, lambda: Pipeline(
        [("impute", impute.SimpleImputer()), ("scale", "passthrough"), ("none", None),
         ("model", tree.DecisionTreeClassifier(max_depth=4))])),
}
# What may be refused, if by name; when it is scored, then rightly.
BEYOND = {
    "boosting-from-linear": ("regression", NUMERIC, lambda: numbers_then(
        trees_of(GRADIENT_NUMBER, init=linear_model.LinearRegression()))),
    "bagging": ("binary", NUMERIC, lambda: numbers_then(
        ensemble.BaggingClassifier(n_estimators=4, random_state=3))),
    "ada": ("binary", NUMERIC, lambda: numbers_then(
        ensemble.AdaBoostClassifier(n_estimators=4, random_state=3))),
    "forest-missing": ("binary", NUMERIC, lambda: trees_of(ensemble.RandomForestClassifier)),
    "tree-missing": ("regression", NUMERIC, lambda: tree.DecisionTreeRegressor(max_depth=4)),
    "extra-missing": ("multiclass", NUMERIC, lambda: trees_of(ensemble.ExtraTreesClassifier)),
    "calibrated-temperature": ("multiclass", NUMERIC, lambda: calibration.CalibratedClassifierCV(
        numbers_then(tree.DecisionTreeClassifier(max_depth=4)), method="temperature", cv=3)),
}


def build(name, task, columns, make, beyond) -> Case:
    frame = tables.customers()
    frame["constant"] = 4.0
    if name.endswith("negative"):
        frame = frame.astype({column: float for column in WHOLE})
    target = tables.target(frame, "regression" if task == "positive" else task, LABELS.get(task))
    target = np.exp(target / 3) if task == "positive" else target
    task = "regression" if task == "positive" else task
    case = fitted_case(name, "variations", task, make(), frame[columns], target, False, "plain")
    case.refusal_expected = "beyond what is read" if beyond else ""
    return case


def cases() -> Iterator[tuple[str, callable]]:
    for kinds, beyond in [(ESTIMATORS, False), (PREPARATIONS, False), (BEYOND, True)]:
        for kind, (task, columns, make) in kinds.items():
            name = f"sklearn-{'beyond' if beyond else 'variation'}-{kind}"
            yield name, lambda given=(name, task, columns, make, beyond): build(*given)
