"""Makes the models of this folder and what scikit-learn answers for the rows of rows.json.

usage: make_fixtures.py

Run with scikit-learn 1.2.2 (numpy 1.26.4, pandas 2.1.4) and 1.9.1 (numpy 2.4.6, pandas 3.1.1, XGBoost
3.2.0, LightGBM 4.7.0): the version becomes part of each name. Answers are those of `predict_proba`, or of `predict` where there
is none; labels are those of `predict`.
"""

import json
import pickle
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import sklearn
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import (
    ExtraTreesRegressor, GradientBoostingClassifier, GradientBoostingRegressor,
    HistGradientBoostingClassifier, HistGradientBoostingRegressor, RandomForestClassifier,
    StackingClassifier, StackingRegressor, VotingClassifier, VotingRegressor,
)
from sklearn.feature_selection import RFE, SelectFromModel, SelectKBest, VarianceThreshold
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.linear_model import (
    ElasticNet, Lasso, LinearRegression, LogisticRegression, PoissonRegressor, Ridge, SGDClassifier,
)
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import (
    Binarizer, FunctionTransformer, KBinsDiscretizer, MaxAbsScaler, MinMaxScaler, OneHotEncoder,
    OrdinalEncoder, PolynomialFeatures, PowerTransformer, RobustScaler, StandardScaler,
)
from sklearn.tree import DecisionTreeClassifier

here = Path(__file__).parent
version = ".".join(sklearn.__version__.split(".")[:2])
old = version == "1.2"
NUMBERS, TEXTS = ["age", "balance", "visits"], ["job", "region"]
JOBS = ["clerk", "nurse", "pilot", "été"]


def people(count, seed):
    random = np.random.default_rng(seed)
    frame = pd.DataFrame({
        "age": random.integers(18, 90, count).astype(float),
        "balance": np.round(random.normal(100, 250, count), 2),
        "visits": random.integers(0, 9, count).astype(float),
        "job": random.choice(JOBS, count, p=[0.4, 0.3, 0.26, 0.04]).astype(object),
        "region": random.choice(["north", "south", "west"], count).astype(object),
    })
    for name in ["age", "balance", "job"]:
        frame.loc[random.random(count) < 0.1, name] = np.nan
    return frame


frame = people(160, 1)
rows = people(14, 2)
rows.loc[0, "job"], rows.loc[1, "region"], rows.loc[2, "balance"] = "unseen", "ünseen", 1e9
rows.loc[3, "job"] = np.nan
noise = np.random.default_rng(3).normal(0, 0.6, len(frame))
number = (frame.age.fillna(40) / 30 + (frame.job == "nurse") - frame.balance.fillna(0) / 300 + noise).to_numpy()
two = np.where(number > np.median(number), "yes", "no")
three = np.digitize(number, np.quantile(number, [0.3, 0.7]))


def bank(**onehot):
    return ColumnTransformer([
        ("num", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), NUMBERS),
        ("cat", make_pipeline(
            SimpleImputer(strategy="constant", fill_value="none"),
            OneHotEncoder(**{"handle_unknown": "ignore", **onehot})), TEXTS),
    ], transformer_weights={"num": 0.5})


def flagged():
    return ColumnTransformer([
        ("num", make_pipeline(SimpleImputer(add_indicator=True), MinMaxScaler(clip=True)), slice("age", "balance")),
        ("cat", make_pipeline(
            SimpleImputer(strategy="most_frequent", add_indicator=True),
            OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=12, drop="first")), TEXTS),
    ], remainder=MaxAbsScaler())


def ordinals():
    codes = OrdinalEncoder(
        handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2)
    scaled = make_pipeline(SimpleImputer(missing_values=np.nan, strategy="constant", fill_value=-5), RobustScaler())
    return ColumnTransformer([("text", codes, [3, 4]), ("number", scaled, [0, 1])], remainder="passthrough")


def united():
    union = FeatureUnion([("scaled", StandardScaler()), ("high", Binarizer(threshold=50)), ("same", "passthrough")])
    return ColumnTransformer([("all", make_pipeline(SimpleImputer(), union), NUMBERS)])


def filled():
    return make_pipeline(SimpleImputer(), StandardScaler())


def engineered():
    products = make_pipeline(filled(), PolynomialFeatures(3, interaction_only=True), VarianceThreshold())
    union = FeatureUnion([
        ("products", products), ("powers", PolynomialFeatures((2, 3), include_bias=False)),
        ("best", SelectKBest(k=2)), ("left", RFE(Ridge(), n_features_to_select=1)),
        ("trees", SelectFromModel(ExtraTreesRegressor(**small))),
        ("few", SelectFromModel(Lasso(0.1), threshold="0.5*median", max_features=2)),
        ("axes", PCA(2, whiten=True)), ("vectors", TruncatedSVD(2, random_state=0)),
        ("hot", KBinsDiscretizer(4)), ("bins", KBinsDiscretizer(3, encode="ordinal", strategy="uniform")),
        ("even", PowerTransformer()),
        ("positive", make_pipeline(MinMaxScaler((1, 2)), PowerTransformer("box-cox", standardize=False))),
        ("logarithm", make_pipeline(FunctionTransformer(np.abs), FunctionTransformer(np.log1p)))])
    return ColumnTransformer([("numbers", make_pipeline(SimpleImputer(), union), NUMBERS)])


def histogram(kind, task, **settings):
    columns = NUMBERS + TEXTS
    if old:
        settings["categorical_features"] = [3, 4]
        encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan)
        prepare = ColumnTransformer([("n", "passthrough", NUMBERS), ("t", encoder, TEXTS)])
    else:
        settings["categorical_features"] = TEXTS
        prepare = None
    model = kind(max_iter=6, max_leaf_nodes=6, random_state=0, **settings)
    return Pipeline([("prepare", prepare or "passthrough"), ("model", model)])


PLAIN = {"logistic": 2, "multinomial": 3, "search": 4, "voting-number": 5}
small = {"n_estimators": 4, "max_depth": 4, "random_state": 0}
models = {
    "logistic": (Pipeline([("bank", bank()), ("model", LogisticRegression(max_iter=500))]), two),
    "multinomial": (make_pipeline(flagged(), LogisticRegression(max_iter=500)), three),
    "forest": (make_pipeline(ordinals(), RandomForestClassifier(**small)), three == 1),
    "extra": (make_pipeline(ordinals(), ExtraTreesRegressor(**small)), number),
    "boosting": (make_pipeline(bank(), GradientBoostingClassifier(**small)), two),
    "boosting-three": (make_pipeline(ordinals(), GradientBoostingClassifier(**{**small, "n_estimators": 3})), three * 10.0),
    "boosting-number": (make_pipeline(ordinals(), GradientBoostingRegressor(loss="huber", **small)), number),
    "histogram": (histogram(HistGradientBoostingClassifier, two), two),
    "histogram-three": (histogram(HistGradientBoostingClassifier, three), three),
    "histogram-poisson": (histogram(HistGradientBoostingRegressor, number, loss="poisson"), np.abs(number)),
    "sigmoid": (CalibratedClassifierCV(make_pipeline(ordinals(), RandomForestClassifier(**small)), cv=2), three),
    "isotonic": (CalibratedClassifierCV(make_pipeline(bank(), LogisticRegression()), method="isotonic", cv=2), two),
    "voting": (make_pipeline(bank(), VotingClassifier(
        [("a", LogisticRegression()), ("b", "drop"), ("c", DecisionTreeClassifier(max_depth=3))],
        voting="soft", weights=[2, 9, 1])), two),
    "voting-number": (make_pipeline(united(), VotingRegressor(
        [("a", Lasso(0.1)), ("b", ElasticNet(0.1)), ("c", LinearRegression())])), number),
    "search": (GridSearchCV(make_pipeline(bank(drop="if_binary"), Ridge()), {"ridge__alpha": [1, 9]}, cv=2), number),
}
models |= {
    "saturated": (make_pipeline(bank(), SGDClassifier(loss="log_loss", random_state=0)), three),
    "engineered": (make_pipeline(engineered(), Ridge()), number),
    "stacked": (make_pipeline(bank(), StackingClassifier(
        [("a", LogisticRegression()), ("b", "drop"), ("c", DecisionTreeClassifier(max_depth=2)),
         ("d", SGDClassifier(random_state=0))], cv=2, passthrough=True)), two),
    "stacked-number": (make_pipeline(united(), StackingRegressor(
        [("a", Ridge()), ("b", Lasso(0.1))], LinearRegression(), cv=2)), number),
    "target-function": (TransformedTargetRegressor(
        make_pipeline(bank(), Ridge()), func=np.log1p, inverse_func=np.expm1), np.abs(number)),
    "target-scaler": (TransformedTargetRegressor(
        make_pipeline(bank(), Ridge()), transformer=RobustScaler()), number),
    "poisson": (make_pipeline(bank(), PoissonRegressor()), np.abs(number)),
    "discriminant": (make_pipeline(
        ColumnTransformer([("n", filled(), NUMBERS)]), LinearDiscriminantAnalysis()), three),
    "indicator": (make_pipeline(
        ColumnTransformer([("n", FeatureUnion([("fill", filled()), ("flags", MissingIndicator())]), NUMBERS)]),
        LogisticRegression()), two),
}
# What is missing of a text is None here, which imputers of NaN pass over.
models["nones"] = (make_pipeline(ColumnTransformer([("texts", make_pipeline(
    SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore")), TEXTS)]), Ridge()), number)
if old:
    models["separate"] = (make_pipeline(bank(), LogisticRegression(multi_class="ovr")), three)
else:
    from sklearn.model_selection import FixedThresholdClassifier, TunedThresholdClassifierCV
    from sklearn.preprocessing import TargetEncoder

    logistic = make_pipeline(bank(), LogisticRegression())
    models["threshold"] = (FixedThresholdClassifier(logistic, threshold=0.2, pos_label="no"), two)
    models["threshold-score"] = (FixedThresholdClassifier(
        logistic, threshold=-1.5, response_method="decision_function", pos_label="no"), two)
    models["threshold-tuned"] = (TunedThresholdClassifierCV(logistic, scoring="recall", cv=2), (two == "yes") * 1)
    models["temperature"] = (CalibratedClassifierCV(logistic, method="temperature", cv=2), three)
    models["temperature-two"] = (CalibratedClassifierCV(
        make_pipeline(ordinals(), RandomForestClassifier(**small)), method="temperature", cv=2), two)
    models["targets"] = (make_pipeline(ColumnTransformer(
        [("t", TargetEncoder(random_state=0, smooth=2), TEXTS)]), Ridge()), number)
    models["targets-three"] = (make_pipeline(ColumnTransformer(
        [("t", TargetEncoder(random_state=0, cv=3), TEXTS)]), LogisticRegression()), three)
    # The classifier of LightGBM 4.7 has a decision function, which is calibrated in place of its probabilities.
    from lightgbm import LGBMClassifier

    light = make_pipeline(ordinals(), LGBMClassifier(n_estimators=3, num_leaves=4, verbose=-1))
    models["calibrated-light"] = (CalibratedClassifierCV(light, cv=2), two)
    models["calibrated-light-three"] = (CalibratedClassifierCV(light, method="isotonic", cv=2), three)
    # XGBoost takes the zeros of a sparse table for missing, and those of others for zeros.
    from xgboost import XGBClassifier

    trees = XGBClassifier(n_estimators=3, max_depth=3)
    hot = OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=4)
    models["sparse-vote"] = (make_pipeline(ordinals(), VotingClassifier(
        [("hot", make_pipeline(hot, LogisticRegression())), ("trees", trees)], voting="soft")), two)
    models["sparse-union"] = (make_pipeline(FeatureUnion([
        ("hot", ColumnTransformer([("hot", OneHotEncoder(handle_unknown="ignore"), TEXTS)], sparse_threshold=1)),
        ("codes", ordinals())]), XGBClassifier(n_estimators=3, max_depth=3)), two == "yes")
    models["calibrated-trees"] = (CalibratedClassifierCV(make_pipeline(ordinals(), trees), cv=2), two == "yes")

frame = frame.astype({"job": object, "region": object})
answers = {}
for place, (name, (model, target)) in enumerate(models.items()):
    given, asked = frame, rows
    if name == "nones":
        given, asked = (table.astype({"job": object}) for table in (frame, rows))
        for table in (given, asked):
            table["job"] = [None if pd.isna(job) else job for job in table["job"]]
        given.loc[:99, "job"] = None
    model.fit(given, target)
    if name == "saturated":
        # Every probability is rounded to 0 or 1: the scores alone tell labels apart.
        model[-1].coef_ *= 1000
    answer = model.predict_proba(asked) if hasattr(model, "predict_proba") else model.predict(asked)[:, None]
    answers[f"{name}-{version}"] = {
        "labels": [str(label) for label in getattr(model, "classes_", [])],
        "answers": np.asarray(answer).tolist(),
        "predicted": [str(label) for label in model.predict(asked)] if hasattr(model, "classes_") else [],
    }
    path = here / f"{name}-{version}.pkl"
    artifact = {"model": model, "threshold": 0.4, "columns": list(frame)} if name == "forest" else model
    if name in PLAIN:
        path.write_bytes(pickle.dumps(artifact, protocol=PLAIN[name]))
    else:
        joblib.dump(artifact, path, compress=("zlib" if place % 2 else "gzip", 9))

table = {name: [None if pd.isna(value) else value for value in rows[name]] for name in rows}
(here / "rows.json").write_text(json.dumps(table, ensure_ascii=False) + "\n")
(here / f"answers-{version}.json").write_text(json.dumps(answers, indent=1) + "\n")
