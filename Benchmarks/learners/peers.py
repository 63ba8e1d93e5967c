"""What measure-learners is compared with, in the same words: see Benchmarks/in-process.

usage: peers.py read pandas|polars CSV
       peers.py fit linear|forest|hist|lightgbm|xgboost TASK CSV FOLD THREADS

`fit` begins with a table in memory, each library with the form that it works on itself: pandas
categories for boosting on text, else numpy arrays of the type it would convert to. Prints a line of
JSON: the seconds, those on processors, the largest size of the process meanwhile, by how many MiB that is more than
before, and the answers for the rows held out.
"""

import ctypes
import json
import sys
import time

LINEAR, FOREST, BOOSTING = "linear", "forest", ("hist", "lightgbm", "xgboost")
TREES, LEAVES, RATE, DEPTH, SEED = 200, 31, 0.1, 10, 42


def measured(work):
    """What `work` returns, and what it took."""
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    before, start, processor = resident("VmRSS"), time.perf_counter(), time.process_time()
    result = work()
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    peak = resident("VmHWM")
    return result, {
        "seconds": seconds, "processor": processor, "peak": peak, "grown": peak - before}


def resident(field):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(field))


def read(library, csv):
    if library == "pandas":
        import pandas
        return measured(lambda: pandas.read_csv(csv, sep=";"))
    import polars
    return measured(lambda: polars.read_csv(csv, separator=";"))


def estimator(name, is_regression, threads):
    """A learner with the hyperparameters of the benchmarks."""
    if name == LINEAR:
        from sklearn.linear_model import LogisticRegression, Ridge
        return Ridge() if is_regression else LogisticRegression(max_iter=1000)
    if name == FOREST:
        from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
        return (RandomForestRegressor if is_regression else RandomForestClassifier)(
            n_estimators=TREES, max_depth=DEPTH, n_jobs=threads, random_state=SEED)
    if name == "hist":
        from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
        return (HistGradientBoostingRegressor if is_regression else HistGradientBoostingClassifier)(
            max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, early_stopping=False,
            categorical_features="from_dtype", random_state=SEED)
    if name == "lightgbm":
        import lightgbm
        return (lightgbm.LGBMRegressor if is_regression else lightgbm.LGBMClassifier)(
            n_estimators=TREES, num_leaves=LEAVES, learning_rate=RATE, n_jobs=threads,
            random_state=SEED, verbose=-1)
    import xgboost
    return (xgboost.XGBRegressor if is_regression else xgboost.XGBClassifier)(
        tree_method="hist", grow_policy="lossguide", max_depth=0, n_estimators=TREES,
        max_leaves=LEAVES, learning_rate=RATE, n_jobs=threads, random_state=SEED,
        enable_categorical=True)


def prepared(name, model, table):
    """The learner with what has to come before it, and the table in the form it works on."""
    import numpy
    text = list(table.select_dtypes(exclude="number").columns)
    if name in BOOSTING:
        if text:
            return model, table.astype({column: "category" for column in text})
        return model, table.to_numpy(numpy.float64 if name == "hist" else numpy.float32)
    from sklearn.compose import make_column_transformer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    kind = numpy.float64 if name == LINEAR else numpy.float32
    scaler = StandardScaler() if name == LINEAR else "passthrough"
    if not text:
        steps = [scaler, model] if name == LINEAR else [model]
        return make_pipeline(*steps), table.to_numpy(kind)
    encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False, dtype=kind)
    return make_pipeline(make_column_transformer(
        (scaler, table.columns.difference(text)), (encoder, text), sparse_threshold=0), model), table


def fit(name, task, csv, fold, threads):
    import pandas
    table = pandas.read_csv(csv)
    folds, target = table.pop("fold").to_numpy(), table.pop("target").to_numpy()
    model, table = prepared(name, estimator(name, task == "regression", threads), table)
    rows, others = table[folds != fold], table[folds == fold]
    target = target[folds != fold]
    del table
    model, measurement = measured(lambda: model.fit(rows, target))
    if task == "regression":
        return model.predict(others), measurement
    answers = model.predict_proba(others)
    return answers[:, 1] if task == "binary_classification" else answers.ravel(), measurement


def main():
    if sys.argv[1] == "read":
        table, measurement = read(*sys.argv[2:])
        answers = [len(table)]
    else:
        name, task, csv, fold, threads = sys.argv[2:]
        answers, measurement = fit(name, task, csv, int(fold), int(threads))
        answers = [float(value) for value in answers]
    print(json.dumps(measurement | {"answers": answers}))


if __name__ == "__main__":
    main()
