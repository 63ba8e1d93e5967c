"""The preprocessing of the scikit-learn models, as teams write it; each by a name."""

from sklearn.compose import ColumnTransformer, make_column_selector, make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import (
    MinMaxScaler,
    OneHotEncoder,
    OrdinalEncoder,
    RobustScaler,
    StandardScaler,
)

from tables import FLAGS, NUMBERS, TEXTS, WHOLE

ALL = NUMBERS + WHOLE + TEXTS + FLAGS
MATRIX = NUMBERS + WHOLE


def bank():
    numbers = Pipeline([("imputer", SimpleImputer(strategy="median")), ("scaler", StandardScaler())])
    texts = Pipeline(
        [
            ("imputer", SimpleImputer(strategy="constant", fill_value="missing")),
            ("onehot", OneHotEncoder(handle_unknown="ignore")),
        ]
    )
    return ColumnTransformer([("num", numbers, NUMBERS + WHOLE), ("cat", texts, TEXTS)])


def infrequent():
    texts = make_pipeline(
        SimpleImputer(strategy="most_frequent"),
        OneHotEncoder(
            handle_unknown="infrequent_if_exist", min_frequency=40, sparse_output=False
        ),
    )
    return make_column_transformer(
        (make_pipeline(SimpleImputer(), MinMaxScaler()), make_column_selector(dtype_include="number")),
        (texts, TEXTS),
        verbose_feature_names_out=False,
    )


def indicators():
    numbers = make_pipeline(
        SimpleImputer(strategy="mean", add_indicator=True), MinMaxScaler((-1, 1), clip=True)
    )
    return ColumnTransformer(
        [
            ("numbers", numbers, NUMBERS),
            ("texts", OneHotEncoder(drop="first", handle_unknown="ignore"), ["region", "plan"]),
            ("job", "drop", ["job"]),
        ],
        remainder="passthrough",
        sparse_threshold=0,
    )


def ordinals():
    texts = OrdinalEncoder(
        handle_unknown="use_encoded_value", unknown_value=-1, encoded_missing_value=-2
    )
    numbers = make_pipeline(
        SimpleImputer(strategy="constant", fill_value=-1.5), RobustScaler(quantile_range=(10, 90))
    )
    return ColumnTransformer(
        [("ord", texts, TEXTS), ("num", numbers, [0, 1, 2, 3]), ("keep", "passthrough", WHOLE)]
    )


def by_position():
    """Slices, masks and single positions in place of names."""
    mask = [name in FLAGS + ["band"] for name in ALL]
    return ColumnTransformer(
        [
            ("slice", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), slice(0, 4)),
            ("mask", OneHotEncoder(drop="if_binary", handle_unknown="ignore"), mask),
            ("names", OneHotEncoder(max_categories=3, handle_unknown="infrequent_if_exist"),
             slice("job", "plan")),
        ],
        remainder="drop",
        transformer_weights={"slice": 0.5},
    )


def nested():
    """A pipeline in a pipeline in a column transformer, that hands on data frames."""
    inner = Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
    outer = Pipeline([("inner", inner), ("again", MinMaxScaler())])
    columns = ColumnTransformer(
        [
            ("numbers", outer, NUMBERS),
            ("region", OneHotEncoder(sparse_output=False), ["region"]),
            ("flags", "passthrough", FLAGS + WHOLE),
        ],
        verbose_feature_names_out=False,
    )
    return Pipeline([("columns", columns), ("scale", StandardScaler())]).set_output(
        transform="pandas"
    )


def with_missing():
    """Numbers go on as they are, for what takes missing ones."""
    texts = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=float("nan"))
    return ColumnTransformer(
        [("texts", texts, TEXTS)], remainder="passthrough", verbose_feature_names_out=False
    )


def matrix():
    """No names: numbers only, as a NumPy array."""
    return make_pipeline(SimpleImputer(strategy="median"), StandardScaler(with_mean=False))


def plain_numbers():
    return make_pipeline(SimpleImputer(strategy="mean"))


# Name: the maker, the columns it takes, and whether it is fitted on an array.
PREPARATIONS = {
    "bank": (bank, ALL, False),
    "infrequent": (infrequent, ALL, False),
    "indicators": (indicators, ALL, False),
    "ordinals": (ordinals, ALL, False),
    "by_position": (by_position, ALL, False),
    "nested": (nested, ALL, False),
    "with_missing": (with_missing, ALL, False),
    "matrix": (matrix, MATRIX, True),
    "plain_numbers": (plain_numbers, MATRIX, False),
}
