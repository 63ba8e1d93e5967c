"""Scores files as whole processes beside the same work in Python and prints tables for docs/scoring.md.

usage: files.py REGISTRY CSV [--rounds N] [--rows N]

CSV is bank-full.csv of the UCI repository; its rows are drawn anew until there are 1,000,000. Rows in,
probabilities out: a scikit-learn pipeline of a logistic regression, as its file and as ONNX, and LightGBM.
Then a model file of about 20 MB is loaded for one row. Needs what requirements.txt names.
"""

import argparse
import csv
import json
import multiprocessing
import os
import pathlib
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from whole_process import seconds_and_size  # noqa: E402

TARGET = "y"
SCIKIT_LEARN = """
import sys, joblib, pandas
table = pandas.read_csv(sys.argv[2])
table["probability"] = joblib.load(sys.argv[1]).predict_proba(table)[:, 1]
table[["probability"]].to_csv(sys.argv[3], index=False)
"""
ONNXRUNTIME = """
import sys, numpy, onnxruntime, pandas
table = pandas.read_csv(sys.argv[2])
session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
if len(session.get_inputs()) == 1:
    given = {session.get_inputs()[0].name: table.to_numpy(numpy.float32)}
else:
    given = {i.name: table[[i.name]].to_numpy(object if "string" in i.type else numpy.float32)
             for i in session.get_inputs()}
answer = session.run(["probabilities"], given)[0][:, 1]
pandas.DataFrame({"probability": answer}).to_csv(sys.argv[3], index=False)
"""
LIGHTGBM = """
import json, sys, lightgbm, polars
table = polars.read_csv(sys.argv[2])
levels = json.load(open(sys.argv[1] + ".levels"))
table = table.with_columns(
    polars.col(name).replace_strict(known, list(range(len(known))), default=-1)
    for name, known in levels.items())
answer = lightgbm.Booster(model_file=sys.argv[1]).predict(
    table.cast(polars.Float64).to_numpy(), validate_features=False)
polars.DataFrame({"probability": answer}).write_csv(sys.argv[3])
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registry", type=pathlib.Path)
    parser.add_argument("csv", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        directory = pathlib.Path(directory)
        # By a process of its own: a child counts the memory of the one that starts it as its own.
        maker = multiprocessing.Process(target=make, args=(directory, given.csv, given.rows))
        maker.start()
        maker.join()
        rows, row = directory / "rows.csv", directory / "row.csv"
        registry = given.registry.resolve()
        print("\n".join(
            [f"| {given.rows:,} rows, file to file | s | registry takes of it | peak MiB |"
             " worst difference |", "| --- | --- | --- | --- | --- |"]))
        contest(registry, directory, rows, given.rounds, {
            "logistic/model.joblib": {"pandas + scikit-learn": SCIKIT_LEARN},
            "logistic/model.onnx": {"pandas + onnxruntime": ONNXRUNTIME},
            "lightgbm/model.txt": {"polars + LightGBM": LIGHTGBM}})
        size = (directory / "forest/model.joblib").stat().st_size / 1e6
        print("\n".join(
            ["", f"| one row of a new process, model of {size:.0f} MB | s | registry takes of it |"
             " peak MiB | worst difference |", "| --- | --- | --- | --- | --- |"]))
        contest(registry, directory, row, given.rounds, {
            "forest/model.joblib": {"joblib + scikit-learn": SCIKIT_LEARN},
            "forest/model.onnx": {"onnxruntime": ONNXRUNTIME}})


def make(directory, csv, count):
    """The rows to score and a row alone; the models stand in folders beside them."""
    make_pipelines(directory, csv, count)
    make_forest(directory)


def make_pipelines(directory, csv, count):
    import joblib
    import lightgbm
    import numpy as np
    import pandas
    import skl2onnx
    from skl2onnx.common.data_types import FloatTensorType, StringTensorType
    from sklearn.compose import ColumnTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
    table = pandas.read_csv(csv, sep=";")
    target = (table.pop(TARGET) == "yes").astype(int)
    texts = [name for name in table if not pandas.api.types.is_numeric_dtype(table[name])]
    numbers = [name for name in table if name not in texts]
    draw = np.random.default_rng(7).integers(0, len(table), count)
    table.iloc[draw].to_csv(directory / "rows.csv", index=False)

    pipeline = make_pipeline(
        ColumnTransformer([("numbers", StandardScaler(), numbers),
                           ("texts", OneHotEncoder(handle_unknown="ignore"), texts)]),
        LogisticRegression(max_iter=2000)).fit(table, target)
    types = {name: "string" if name in texts else "float" for name in table}
    place = beside(directory / "logistic", types)
    joblib.dump(pipeline, place / "model.joblib")
    kinds = {"string": StringTensorType, "float": FloatTensorType}
    made = skl2onnx.to_onnx(
        pipeline, initial_types=[(name, kinds[kind]([None, 1])) for name, kind in types.items()],
        options={"zipmap": False}, target_opset={"": 17, "ai.onnx.ml": 3})
    (place / "model.onnx").write_bytes(made.SerializeToString())

    place = beside(directory / "lightgbm", types)
    levels = {name: sorted(table[name].unique()) for name in texts}
    for name in texts:
        table[name] = pandas.Categorical(table[name], categories=levels[name])
    lightgbm.train({"objective": "binary", "verbose": -1, "seed": 1},
                   lightgbm.Dataset(table, target), 200).save_model(place / "model.txt")
    (place / "model.txt.levels").write_text(json.dumps(levels))


def make_forest(directory):
    """The models have about 20 MB."""
    import joblib
    import numpy as np
    import pandas
    import skl2onnx
    from skl2onnx.common.data_types import FloatTensorType
    from sklearn.ensemble import RandomForestClassifier
    generator = np.random.default_rng(1)
    rows = generator.normal(size=(40_000, 20)).astype(np.float32)
    labels = (rows[:, :5].sum(axis=1) + generator.normal(size=len(rows)) > 0).astype(int)
    names = [f"x{number}" for number in range(rows.shape[1])]
    table = pandas.DataFrame(rows, columns=names)
    place = beside(directory / "forest", dict.fromkeys(names, "float"))

    def forest(trees):
        model = RandomForestClassifier(trees, max_depth=12, random_state=1, n_jobs=-1)
        model.fit(table, labels).n_jobs = 1
        return model

    # joblib writes a tree in twice as many bytes.
    joblib.dump(forest(110), place / "model.joblib")
    made = skl2onnx.to_onnx(
        forest(230), initial_types=[("x", FloatTensorType([None, len(names)]))],
        options={"zipmap": False}, target_opset={"": 17, "ai.onnx.ml": 3})
    (place / "model.onnx").write_bytes(made.SerializeToString())
    table.iloc[:1].to_csv(directory / "row.csv", index=False)


def beside(place, types):
    """A folder with what the registry wants beside a model."""
    place.mkdir()
    metadata = {"task": "binary_classification", "classes": ["0", "1"], "decision_threshold": 0.5}
    (place / "model_metadata.json").write_text(json.dumps(metadata))
    (place / "model_signature.json").write_text(json.dumps({"input_schema": types}))
    return place


def probabilities(file):
    with open(file) as lines:
        for row in csv.DictReader(lines):
            yield float(row["probability"])


def contest(registry, directory, rows, rounds, models):
    for file, peers in models.items():
        model, ours, theirs = directory / file, directory / "ours.csv", directory / "theirs.csv"
        environment = os.environ | {
            "MODEL_PATH": str(model), "METADATA_PATH": str(model.parent / "model_metadata.json"),
            "SIGNATURE_PATH": str(model.parent / "model_signature.json")}
        commands = {f"registry, {file}": [registry, "predict", "-i", rows, "-o", ours]}
        for peer, script in peers.items():
            commands[peer] = [sys.executable, "-c", script, model, rows, theirs]
        taken = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, words in commands.items():
                found = seconds_and_size([str(word) for word in words], environment)
                # The first round warms up.
                if number > 0:
                    taken[name].append(found)
        difference = max(abs(one - other) for one, other in zip(
            probabilities(ours), probabilities(theirs), strict=True))
        medians = {name: statistics.median(pair[0] for pair in pairs)
                   for name, pairs in taken.items()}
        for name, pairs in taken.items():
            ratio = next(iter(medians.values())) / medians[name]
            size = max(pair[1] for pair in pairs)
            print(f"| {name} | {medians[name]:.3f} | {ratio:.3f} | {size:.0f} | {difference:.0e} |",
                  flush=True)


if __name__ == "__main__":
    main()
