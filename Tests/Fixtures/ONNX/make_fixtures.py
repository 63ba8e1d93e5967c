"""Makes the ONNX files of this folder and prints what onnxruntime answers for them.

Made with skl2onnx 1.20.0, onnx 1.23.2, onnxruntime 1.31.1, scikit-learn 1.9.1, protobuf 6.33.6.
"""
import os
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

here = os.path.dirname(os.path.abspath(__file__))


def save(model, name):
    with open(os.path.join(here, name), "wb") as file:
        file.write(model.SerializeToString())


def training_data():
    import pandas
    generator = np.random.default_rng(1)
    frame = pandas.DataFrame({
        "age": generator.normal(40, 10, 60).astype(np.float32),
        "job": generator.choice(["nurse", "clerk", "São Paulo"], 60),
    })
    return frame, (frame.age > 40).astype(int)


def sklearn_models():
    frame, target = training_data()
    types = [("age", FloatTensorType([None, 1])), ("job", StringTensorType([None, 1]))]
    steps = ColumnTransformer([
        ("numbers", make_pipeline(SimpleImputer(), StandardScaler()), ["age"]),
        ("texts", OneHotEncoder(handle_unknown="ignore"), ["job"]),
    ])
    logistic = make_pipeline(steps, LogisticRegression()).fit(frame, target)
    save(to_onnx(logistic, initial_types=types), "sklearn_logistic_zipmap.onnx")
    forest = RandomForestClassifier(n_estimators=3, max_depth=3, random_state=1)
    forest.fit(frame[["age"]].to_numpy(), target.map({0: "no", 1: "yes"}))
    options = {id(forest): {"zipmap": False}}
    save(to_onnx(forest, frame[["age"]].to_numpy()[:1], options=options), "sklearn_forest.onnx")


def three_classes():
    """Every operator that is implemented, three classes and texts as labels."""
    ml = "ai.onnx.ml"
    nodes = [
        helper.make_node("Identity", ["x"], ["x1"]),
        helper.make_node("Cast", ["n"], ["n1"], to=TensorProto.FLOAT),
        helper.make_node("Concat", ["x1", "n1"], ["numbers"], axis=-1),
        helper.make_node("Imputer", ["numbers"], ["filled"], domain=ml,
                         imputed_value_floats=[0.5, 2.0], replaced_value_float=float("nan")),
        helper.make_node("Scaler", ["filled"], ["scaled"], domain=ml,
                         offset=[0.25, 1.0], scale=[2.0, 0.1]),
        helper.make_node("LabelEncoder", ["city"], ["code"], domain=ml,
                         keys_strings=["é", "e\u0301", ""], values_int64s=[0, 1, 2],
                         default_int64=-1),
        helper.make_node("OneHotEncoder", ["code"], ["hot"], domain=ml,
                         cats_int64s=[0, 1, 2], zeros=1),
        helper.make_node("Reshape", ["hot", "shape"], ["flat"]),
        helper.make_node("Concat", ["scaled", "flat"], ["features"], axis=1),
        helper.make_node("LinearClassifier", ["features"], ["label", "scores"], domain=ml,
                         coefficients=[0.1 * i - 0.7 for i in range(15)],
                         intercepts=[0.1, -0.2, 0.3], classlabels_strings=["a", "b", "c"],
                         multi_class=1, post_transform="SOFTMAX"),
    ]
    shape = numpy_helper.from_array(np.array([0, -1], dtype=np.int64), "shape")
    graph = helper.make_graph(
        nodes, "three classes",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 1]),
         helper.make_tensor_value_info("n", TensorProto.INT64, ["rows", 1]),
         helper.make_tensor_value_info("city", TensorProto.STRING, ["rows", 1])],
        [helper.make_tensor_value_info("label", TensorProto.STRING, ["rows"]),
         helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", 3])],
        [shape], doc_string="by hand")
    model = helper.make_model(
        graph, ir_version=8, producer_name="make_fixtures",
        opset_imports=[helper.make_opsetid("", 13), helper.make_opsetid(ml, 2)])
    onnx.checker.check_model(model, full_check=True)
    save(model, "three_classes.onnx")
    session = onnxruntime.InferenceSession(model.SerializeToString())
    feed = {
        "x": np.array([[1.5], [np.nan], [-3], [8]], dtype=np.float32),
        "n": np.array([[4], [0], [-7], [100]], dtype=np.int64),
        "city": np.array([["é"], ["e\u0301"], [""], ["x"]], dtype=object),
    }
    labels, scores = session.run(None, feed)
    print(labels, [[float(v) for v in row] for row in scores])


sklearn_models()
three_classes()
