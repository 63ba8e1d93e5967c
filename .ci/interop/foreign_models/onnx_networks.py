"""ONNX: small networks over tables, node by node as PyTorch's and Keras' exporters write them."""

from collections.abc import Callable, Iterator

import numpy as np
from onnx import TensorProto, helper, numpy_helper

import boosted_data as data
import tables
from case import Case
from onnx_cases import session_case

ACTIVATIONS = {
    "relu": [("Relu", {})], "leaky": [("LeakyRelu", {"alpha": 0.1})], "elu": [("Elu", {})],
    "selu": [("Selu", {})], "softplus": [("Softplus", {})],
}
WIDTH = 8


class Graph:
    """Nodes one behind the other, with weights that are drawn."""

    def __init__(self):
        self.nodes, self.constants = [], []
        self.random = np.random.default_rng(4)

    def constant(self, value: np.ndarray) -> str:
        name = f"weight_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, *shape: int, low: float = -1.0) -> str:
        return self.constant(self.random.uniform(low, 1, shape).astype(np.float32) / 2)

    def add(self, operator: str, *inputs: str, output: str | None = None, **attributes) -> str:
        output = output or f"value_{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(operator, inputs, [output], name=f"/{output}", **attributes))
        return output

    def normalized(self, value: str, width: int) -> str:
        given = [self.weight(width), self.weight(width), self.weight(width)]
        return self.add("BatchNormalization", value, *given, self.weight(width, low=0.2), epsilon=1e-3)

    def dense(self, value: str, width: int, count: int) -> str:
        return self.add("Gemm", value, self.weight(count, width), self.weight(count), transB=1)


def network(activation: str, classes: int) -> bytes:
    """Numbers side by side in one input, and a column of codes with an embedding."""
    graph = Graph()
    names = [*tables.NUMBERS, "visits"]
    scales = graph.constant(np.array([50, 4000, 0.2, 300, 12], np.float32))
    numbers = graph.normalized(graph.add("Div", "numbers", scales), len(names))
    rows = graph.add("Gather", graph.weight(6, 3), "band")
    code = graph.add("Reshape", rows, graph.constant(np.array([0, -1], np.int64)))
    value = graph.dense(graph.add("Concat", numbers, code, axis=-1), len(names) + 3, WIDTH)
    for operator, attributes in ACTIVATIONS[activation]:
        value = graph.add(operator, graph.normalized(value, WIDTH), **attributes)
    value = graph.add("Dropout", value)
    count = 1 if classes == 2 else classes
    last = graph.dense(value, WIDTH, count)
    graph.add("Sigmoid" if count == 1 else "Softmax", last, output="probability")
    inputs = [
        helper.make_tensor_value_info("numbers", TensorProto.FLOAT, ["batch", len(names)]),
        helper.make_tensor_value_info("band", TensorProto.INT64, ["batch", 1]),
    ]
    outputs = [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["batch", count])]
    made = helper.make_graph(graph.nodes, "main_graph", inputs, outputs, graph.constants)
    model = helper.make_model(
        made, ir_version=8, opset_imports=[helper.make_opsetid("", 17)], producer_name="pytorch")
    return model.SerializeToString()


def case(name: str, activation: str, classes: int) -> Case:
    frame = data.complete_numbers()[[*tables.NUMBERS, "visits"]]
    frame["band"] = tables.customers()["band"]
    task = "binary" if classes == 2 else "multiclass"
    found = session_case(
        name, "networks", task, network(activation, classes), frame, list(range(classes)), "onnx")
    found.label, answer = None, found.answer
    if classes == 2:
        found.answer = lambda rows: np.column_stack([1 - answer(rows), answer(rows)])
    found.metadata = {"task": f"{task}_classification", "classes": [str(c) for c in range(classes)]}
    return found


def cases() -> Iterator[tuple[str, Callable[[], Case]]]:
    for activation in ACTIVATIONS:
        for classes in [2, 3]:
            name = f"onnx-network-{activation}-{classes}"
            yield name, lambda name=name, a=activation, c=classes: case(name, a, c)
