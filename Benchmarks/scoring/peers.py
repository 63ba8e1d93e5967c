"""Scores rows in memory with a library, and prints seconds, microseconds a row alone, and answers.

usage: peers.py LIBRARY DIRECTORY MODEL

LIBRARY is one of scikit-learn, onnxruntime, lightgbm, xgboost, lleaves, tl2cgen; MODEL one of forest,
boosting, logistic. One thread.
"""

import json
import pathlib
import statistics
import sys
import time

import numpy as np

COLUMNS, ALONE = 30, 300


def scikit_learn(place):
    import joblib
    model = joblib.load(place / "model.joblib")
    return lambda rows: model.predict_proba(rows)[:, 1]


def onnxruntime(place):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        place / "model.onnx", options, providers=["CPUExecutionProvider"])
    output = session.get_outputs()[1].name
    name = session.get_inputs()[0].name
    return lambda rows: session.run([output], {name: rows})[0][:, 1]


def lightgbm(place):
    import lightgbm
    model = lightgbm.Booster(model_file=str(place / "model.txt"))
    return lambda rows: model.predict(rows, num_threads=1)


def xgboost(place):
    import xgboost
    model = xgboost.Booster(model_file=str(place / "model.json"))
    model.set_param({"nthread": 1})
    return model.inplace_predict


def lleaves(place):
    import lleaves
    model = lleaves.Model(model_file=str(place / "model.txt"))
    model.compile(cache=str(place / "lleaves.o"))
    return lambda rows: model.predict(rows, n_jobs=1)


def tl2cgen(place):
    import tl2cgen
    import treelite
    library = place / "compiled.so"
    if not library.exists():
        import joblib
        source = (treelite.sklearn.import_model(joblib.load(place / "model.joblib"))
                  if (place / "model.joblib").exists()
                  else treelite.frontend.load_lightgbm_model(place / "model.txt"))
        tl2cgen.export_lib(source, toolchain="gcc", libpath=str(library),
                           params={"parallel_comp": 8})
    model = tl2cgen.Predictor(str(library), nthread=1)
    return lambda rows: model.predict(tl2cgen.DMatrix(rows))[:, 0, -1]


LIBRARIES = {"scikit-learn": scikit_learn, "onnxruntime": onnxruntime, "lightgbm": lightgbm,
             "xgboost": xgboost, "lleaves": lleaves, "tl2cgen": tl2cgen}


def main(library, directory, model):
    rows = np.fromfile(directory / "rows.f32", np.float32).reshape(-1, COLUMNS)
    predict = LIBRARIES[library](directory / model)
    predict(rows[:1000])
    start = time.perf_counter()
    answers = predict(rows)
    seconds = time.perf_counter() - start
    alone = []
    for row in rows[:ALONE]:
        start = time.perf_counter()
        predict(row[None])
        alone.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "alone": statistics.median(alone) * 1e6,
                      "answers": [float(value) for value in answers[:1000]]}))


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3])
