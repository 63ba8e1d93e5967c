"""Makes graphs of one operator each, with what onnxruntime answers for them.

usage: onnx_operators.py FILE

Made with onnx 1.23.2, onnxruntime 1.31.1, numpy 2.4. FILE is an ONNX file whose nodes are the cases: the
name says which, `graph` is what is run, `versions` those of ai.onnx and ai.onnx.ml, `inputs` and
`outputs` are tensors; without `outputs` onnxruntime refuses the case. Tests/LearnersTests/ONNX/
OperatorCases.swift reads it.
"""
import itertools
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from onnx_operator_cases import CASES

onnxruntime.set_default_logger_severity(4)


def tensor(value, name):
    if value.dtype.kind in "OU":
        return helper.make_tensor(
            name, TensorProto.STRING, value.shape, [str(text).encode() for text in value.ravel()])
    return numpy_helper.from_array(value, name)


def table(answer):
    """An answer as an array; a map for each row becomes its values."""
    if isinstance(answer, list):
        return np.array([list(row.values()) for row in answer], dtype=np.float32)
    return np.asarray(answer)


def graph(case, outputs):
    """`case.constants` names the inputs that are initializers; None among the inputs leaves one out."""
    names = [f"x{i}" if value is not None else "" for i, value in enumerate(case.inputs)]
    given = [(name, value) for name, value in zip(names, case.inputs) if name]
    node = helper.make_node(
        case.operator, names, [f"y{i}" for i in range(case.outputs)], domain=case.domain,
        name="step", **case.attributes)
    infos = []
    for i in range(case.outputs):
        if outputs is None:
            infos.append(helper.make_empty_tensor_value_info(f"y{i}"))
        elif isinstance(outputs[i], list):
            keys = TensorProto.INT64 if "classlabels_int64s" in case.attributes else TensorProto.STRING
            value = helper.make_tensor_type_proto(TensorProto.FLOAT, None)
            rows = helper.make_sequence_type_proto(helper.make_map_type_proto(keys, value))
            infos.append(helper.make_value_info(f"y{i}", rows))
        else:
            infos.append(info(f"y{i}", np.asarray(outputs[i])))
    constants = [tensor(value, name) for i, (name, value) in enumerate(given) if i in case.constants]
    free = [(name, value) for i, (name, value) in enumerate(given) if i not in case.constants]
    return helper.make_graph(
        [node], "case", [info(name, value) for name, value in free], infos, constants), dict(free)


def info(name, value):
    kind = TensorProto.STRING if value.dtype.kind in "OU" else helper.np_dtype_to_tensor_dtype(
        value.dtype)
    return helper.make_tensor_value_info(name, kind, [None] * value.ndim)


def run(case):
    made, feed = graph(case, None)
    model = helper.make_model(
        made, ir_version=8 if case.versions[0] < 22 else 10,
        opset_imports=[
            helper.make_opsetid("", case.versions[0]),
            helper.make_opsetid("ai.onnx.ml", case.versions[1])])
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, feed)


def record(number, case):
    outputs = None
    try:
        outputs = run(case)
        if case.is_refused:
            print(f"onnxruntime answers {case}: {outputs}")
            return None
    except Exception as error:
        if not case.is_refused:
            print(f"onnxruntime refuses {case}: {str(error)[:150]}")
            return None
    made, feed = graph(case, outputs)
    if outputs is None:
        for value in made.output:
            value.CopyFrom(info(value.name, next(iter(feed.values()))))
    attributes = {
        "graph": made, "versions": list(case.versions),
        "inputs": [tensor(value, name) for name, value in feed.items()]}
    if not feed:
        del attributes["inputs"]
    if outputs is not None:
        attributes["outputs"] = [tensor(table(value), f"y{i}") for i, value in enumerate(outputs)]
    node = helper.make_node(
        "Case", [], [], name=f"{number} {case.operator} {case.versions[0]}/{case.versions[1]}")
    node.attribute.extend(helper.make_attribute(*attribute) for attribute in attributes.items())
    return node


nodes = [record(number, case) for number, case in enumerate(CASES)]
if None in nodes:
    sys.exit(1)
holder = helper.make_model(helper.make_graph(nodes, "operators", [], []))
with open(sys.argv[1], "wb") as file:
    file.write(holder.SerializeToString())
refused = sum(case.is_refused for case in CASES)
operators = len({case.operator for case in CASES})
print(f"{len(CASES)} cases of {operators} operators, {refused} of them refused")
