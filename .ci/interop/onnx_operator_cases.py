"""The cases of onnx_operators.py: each operator with what is at its edges, in each operator set in which
it means something else."""
from dataclasses import dataclass, field

import numpy as np
from onnx import TensorProto, helper

from onnx_svm_cases import add_machines
from onnx_tree_cases import add_trees

NAN, INF = float("nan"), float("inf")


@dataclass
class Case:
    operator: str
    inputs: list
    versions: tuple = (13, 2)
    domain: str = ""
    outputs: int = 1
    constants: tuple = ()
    is_refused: bool = False
    attributes: dict = field(default_factory=dict)


CASES = []


def add(operator, *inputs, opset=(13,), refused=False, constants=(), outputs=1, **attributes):
    for version in opset:
        CASES.append(Case(operator, list(inputs), (version, 2), constants=constants,
                          outputs=outputs, is_refused=refused, attributes=attributes))


def learn(operator, *inputs, ml=(2,), outputs=1, refused=False, **attributes):
    for version in ml:
        opset = {5: 22, 4: 21, 3: 18}.get(version, 13)
        CASES.append(Case(operator, list(inputs), (opset, version), "ai.onnx.ml", outputs,
                          is_refused=refused, attributes=attributes))


def f(*values, shape=None):
    array = np.array(values, dtype=np.float32)
    return array if shape is None else array.reshape(shape)


def d(*values, shape=None):
    array = np.array(values, dtype=np.float64)
    return array if shape is None else array.reshape(shape)


def n(*values, shape=None):
    array = np.array(values, dtype=np.int64)
    return array if shape is None else array.reshape(shape)


def b(*values, shape=None):
    array = np.array(values, dtype=bool)
    return array if shape is None else array.reshape(shape)


def s(*values, shape=None):
    array = np.array(values, dtype=object)
    return array if shape is None else array.reshape(shape)


TABLE = f(1, -2, 3, 0.5, 1e6, -0.1, shape=(2, 3))
EDGES = f(NAN, INF, -INF, 0, -0.0, 1, -1, 0.5, 88, -120, 3e-5, 7.25)
NOTHING = np.zeros((0, 3), dtype=np.float32)
cube = np.arange(24, dtype=np.float32).reshape(2, 3, 4)

# Arithmetic: every way of meeting, and what is no number.
for name in ["Add", "Sub", "Mul", "Div"]:
    add(name, TABLE, f(2, 4, -8), opset=(7, 13, 14))
    add(name, TABLE, f(2, 4, shape=(2, 1)))
    add(name, f(1, 2, shape=(2, 1)), f(3, 4, 5, shape=(1, 3)))
    add(name, TABLE, np.array(3, np.float32))
    add(name, EDGES, f(0, 0, 0, 0, 0, INF, NAN, -INF, 2, 3, 4, -0.0))
    add(name, TABLE.astype(np.float64), d(2, 0.1, -8))
    add(name, n(7, -7, 2**62, -5), n(2, 2, 4, -3))
    add(name, np.array([7, -7], np.int32), np.array([2, 2], np.int32))
    add(name, NOTHING, f(1, 2, 3))
    add(name, TABLE, f(1, 2), refused=True)
    add(name, cube, np.arange(3, dtype=np.float32).reshape(3, 1))
for name in ["Max", "Min", "Sum"]:
    add(name, TABLE, opset=(8,))
    add(name, TABLE, f(2, 4, -8), f(0, 1, shape=(2, 1)), opset=(8, 13))
    add(name, EDGES, EDGES[::-1].copy())
    add(name, TABLE.astype(np.float64), d(0.5))
    add(name, NOTHING, NOTHING)
add("Max", n(1, 5), n(3), opset=(12, 13))
add("Min", n(1, 5), n(3), opset=(12, 13))
add("Pow", EDGES, f(2), opset=(7, 12, 13, 15))
add("Pow", f(2, 9, 0, -8), f(0.5, 0.5, 0, 3))
add("Pow", f(2, 9, -3), n(3, 2, 3), opset=(12, 15))
add("Pow", d(2, 9, -3), d(0.5, -1, 3))
add("Pow", n(2, -3, 10), n(3, 3, 0), opset=(12,))
for name in ["Exp", "Log", "Sqrt", "Tanh", "Sigmoid", "Relu", "Neg", "Abs"]:
    add(name, EDGES)
    add(name, np.linspace(-6, 6, 24, dtype=np.float32).reshape(4, 6))
    add(name, NOTHING)
for name in ["Exp", "Log", "Sqrt", "Tanh", "Sigmoid", "Relu", "Neg", "Abs"]:
    add(name, d(NAN, INF, -INF, 0, 0.5, -3.25, 20))
for name in ["Neg", "Abs"]:
    add(name, n(-5, 0, 7))
add("Relu", np.array([-5, 0, 7], np.int32), opset=(14,))

# What networks have beside these.
for name in ["Erf", "Reciprocal", "Sign", "Softplus", "Softsign", "LeakyRelu", "Elu", "Selu"]:
    opset = (13,) if name in ["Erf", "Sign"] else (8, 13, 22)
    add(name, EDGES[3:], opset=opset)
    add(name, np.linspace(-6, 6, 24, dtype=np.float32).reshape(4, 6))
    add(name, NOTHING)
for name in ["Reciprocal", "Sign"]:
    add(name, d(0.5, -3.25, 20))
add("Sign", n(-5, 0, 7))
add("LeakyRelu", EDGES, alpha=0.3)
add("Elu", EDGES, alpha=0.7)
add("Selu", TABLE, alpha=1.5, gamma=1.1)
add("PRelu", TABLE, f(0.25), opset=(9, 16))
add("PRelu", TABLE, f(0.25, 0.5, -1), opset=(9, 16))
channels = [f(1, -2, 0.5), f(0.1, 0, -3), f(2, 1e3, -0.5), f(1, 4e4, 0)]
add("BatchNormalization", TABLE, *channels, opset=(9, 14, 15), epsilon=1e-3)
add("BatchNormalization", cube, *channels, constants=(1, 2, 3, 4), momentum=0.5)
add("BatchNormalization", NOTHING, *channels)
add("BatchNormalization", TABLE.astype(np.float64), *[c.astype(np.float64) for c in channels])
add("BatchNormalization", TABLE, *channels[:3], f(1, 2), refused=True)
add("LayerNormalization", TABLE, f(1, -2, 0.5), f(0.1, 0, -3), opset=(17, 22), epsilon=1e-3)
add("LayerNormalization", cube / 7, f(*range(12), shape=(3, 4)), opset=(17,), axis=1)
add("LayerNormalization", NOTHING, f(1, -2, 0.5), opset=(17,))
add("LayerNormalization", TABLE, f(1, -2), opset=(17,), refused=True)
add("Split", cube, opset=(7, 11, 13), outputs=2, axis=-1)
add("Split", cube, opset=(7, 11), outputs=2, axis=1, split=[1, 2])
add("Split", cube, n(1, 0, 3), opset=(13, 18), outputs=3, axis=2, constants=(1,))
add("Split", s("a", "b", "c", shape=(1, 3)), opset=(18,), outputs=2, axis=1, num_outputs=2)
add("Split", NOTHING, n(1, 2), outputs=2, axis=1)
add("Split", cube, n(1, 1), outputs=2, axis=1, constants=(1,), refused=True)
add("Dropout", TABLE, opset=(7, 10), ratio=0.3)
add("Dropout", TABLE, f(0.3, shape=()), opset=(12, 13))

# Comparison and logic.
for name in ["Less", "Greater", "Equal"]:
    add(name, EDGES, f(0), opset=(11, 13) if name == "Equal" else (9, 13))
    add(name, TABLE, f(1, -2, 0))
    add(name, n(1, 2, 3), n(2))
    add(name, d(0.1, NAN), d(0.1))
    add(name, NOTHING, NOTHING)
for name in ["LessOrEqual", "GreaterOrEqual"]:
    add(name, EDGES, f(0), opset=(12, 16))
    add(name, n(1, 2, 3, shape=(3, 1)), n(2, 3))
    add(name, d(0.1, NAN, 2), d(0.1))
add("Equal", b(True, False), b(True))
add("Equal", s("a", "", "é"), s("a"), opset=(19,))
add("Equal", s("é", "e\u0301", "b", shape=(3, 1)), s("e\u0301", "b"), opset=(19,))
for name in ["And", "Or"]:
    add(name, b(True, True, False, False), b(True, False, True, False))
    add(name, b(True, False, shape=(2, 1)), b(True, False, True))
add("Not", b(True, False, shape=(2, 1)))
add("IsNaN", EDGES, opset=(9, 13))
add("IsNaN", d(NAN, 1))
add("Where", b(True, False, True, shape=(3, 1)), f(1, 2), f(3), opset=(9, 16))
add("Where", b(True, False), s("a", "b"), s("", "c"))
add("Where", b(True, False, shape=(2, 1)), s("fill"), s("x", "y", shape=(2, 1)))
add("Where", b(True, False), n(1, 2), n(3, 4))
add("Where", b(True), d(1, 2), d(3, 4))
add("Where", np.zeros((0, 1), bool), f(1), np.zeros((0, 1), np.float32))
add("Where", b(True, False), f(1, 2, 3), f(1), refused=True)

# Axes.
for keep in [0, 1]:
    for name in [
        "ReduceSum", "ReduceMean", "ReduceProd", "ReduceLogSumExp", "ReduceMax", "ReduceMin"
    ]:
        old = (11,) if name == "ReduceSum" else (11, 13)
        for axes in [[0], [-1], [0, 2], None] if keep == 1 or name == "ReduceSum" else [[0, 2]]:
            given = {} if axes is None else {"axes": axes}
            add(name, cube / 10, opset=old, keepdims=keep, **given)
            last = (13,) if name == "ReduceSum" else (18,)
            more = [] if axes is None else [n(*axes)]
            add(name, cube / 10, *more, opset=last, keepdims=keep)
for name in ["ReduceSum", "ReduceMean", "ReduceProd", "ReduceMax", "ReduceMin"]:
    version = 13 if name == "ReduceSum" else 18
    add(name, n(1, 2, 3, 4, shape=(2, 2)), n(1), opset=(version,))
    add(name, TABLE.astype(np.float64), n(1), opset=(version,))
    add(name, TABLE, n(5), opset=(version,), refused=True)
    add(name, TABLE, opset=(version,), noop_with_empty_axes=1)
    add(name, f(NAN, 1, INF, -INF, 2, 3, shape=(3, 2)), n(1), opset=(version,))
add("ReduceSum", NOTHING, n(1))
add("ReduceSum", NOTHING, n(0))
add("ReduceLogSumExp", f(1000, 1001, -INF, -INF, INF, 0, shape=(3, 2)), axes=[1])
for name in ["ArgMax", "ArgMin"]:
    add(name, f(1, 3, 3, 5, 0, 0, shape=(2, 3)), opset=(9, 11, 13), axis=1)
    add(name, f(1, 3, 3, 5, 0, 0, shape=(2, 3)), axis=-1, keepdims=0)
    add(name, f(1, 3, 3, 5, 0, 0, shape=(2, 3)), opset=(12,), axis=1, select_last_index=1)
    add(name, cube[:, ::-1].copy())
    add(name, d(1, 2, 2, shape=(1, 3)), axis=1)
    add(name, n(3, 1, 2, shape=(1, 3)), axis=1)
    add(name, NOTHING, axis=1)
    add(name, TABLE, axis=4, refused=True)
for axis in [None, 0, 1, 2, -1]:
    given = {} if axis is None else {"axis": axis}
    add("Softmax", cube / 7, opset=(9, 11, 13), **given) if axis != -1 else add(
        "Softmax", cube / 7, opset=(11, 13), **given)
add("Softmax", f(1000, 1001, 1002, -1000, 0, 0, shape=(2, 3)))
add("Softmax", d(1, 2, 4, shape=(1, 3)))
add("Softmax", NOTHING)
add("Transpose", cube)
add("Transpose", cube, perm=[1, 2, 0])
add("Transpose", s("a", "b", "c", "d", shape=(2, 2)))
add("Transpose", TABLE, perm=[0, 0], refused=True)
for axis in [0, 1, 2, 3, -1]:
    add("Flatten", cube, opset=(9, 13) if axis >= 0 else (11, 13), axis=axis)
add("Flatten", s("a", "b"), axis=0)
add("Squeeze", cube.reshape(1, 6, 1, 4), opset=(9, 11), axes=[0])
add("Squeeze", cube.reshape(1, 6, 1, 4), n(-2))
add("Squeeze", cube.reshape(1, 6, 1, 4))
add("Squeeze", cube, n(0), refused=True)
add("Unsqueeze", TABLE, opset=(9, 11), axes=[0, 3])
add("Unsqueeze", TABLE, n(-1, 0))
add("Unsqueeze", s("a", "b"), n(1))
add("Unsqueeze", TABLE, n(0, 0), refused=True)
add("Concat", TABLE, TABLE, opset=(9, 11, 13), axis=1)
add("Concat", TABLE, f(1, 2, shape=(2, 1)), axis=-1)
add("Concat", n(1), n(2, 3), axis=0)
add("Concat", s("a", "", shape=(2, 1)), s("b", "a", shape=(2, 1)), axis=1)
add("Concat", d(1, shape=(1, 1)), d(2, shape=(1, 1)), axis=0)
add("Concat", NOTHING, TABLE, axis=0)
add("Concat", TABLE, f(1, 2), axis=0, refused=True)
add("Gather", TABLE, n(1, -1, 0), opset=(9, 11, 13), axis=1)
add("Gather", cube, n(1, 0, 2, 2, shape=(2, 2)), axis=1)
add("Gather", s("a", "b", "c"), n(2, 0), axis=0)
add("Gather", TABLE, np.array(1, np.int64), axis=1)
add("Gather", TABLE, np.array([1], np.int32), axis=-1)
add("Gather", TABLE, n(3), axis=1, refused=True)
add("Shape", cube, opset=(9, 13))
add("Shape", cube, opset=(15,), start=1)
add("Shape", cube, opset=(15,), start=-2, end=-1)
add("Shape", NOTHING)
add("Reshape", cube, n(0, -1))
add("Reshape", cube, n(4, 6), constants=(1,))
add("Reshape", s("a", "b"), n(2, 1))
add("Reshape", NOTHING, n(0, 3))
add("Reshape", np.zeros((0, 4), np.float32), n(0, 4), opset=(14,), allowzero=1)
add("Reshape", cube, n(5, -1), refused=True)
add("Slice", cube, opset=(9,), starts=[1, 0], ends=[3, 1], axes=[1, 0])
add("Slice", cube, opset=(9,), starts=[-1], ends=[1000])
for starts, ends, axes, steps in [
        ([0], [2], [1], None), ([-2], [2**40], [2], [1]), ([3], [-100], [2], [-2]),
        ([2, 0], [0, 2], [1, 0], [-1, 1]), ([1], [1], [2], None), ([5], [9], [1], None),
        ([0, 0], [1, 1], None, None), ([-1], [-(2**62)], [-1], [-1]), ([0], [4], [2], [2**40])]:
    more = [None if axes is None else n(*axes), None if steps is None else n(*steps)]
    while more and more[-1] is None:
        more.pop()
    add("Slice", cube, n(*starts), n(*ends), *more, opset=(10, 13))
add("Slice", s("a", "b", "c"), n(1), n(3))
add("Slice", cube, n(0), n(1), n(7), refused=True)
add("Slice", cube, n(0), n(1), n(0), n(0), refused=True)
add("Identity", s("a"), opset=(9, 16))
add("Identity", EDGES)
add("Clip", EDGES, opset=(9,), min=-0.5, max=2.0)
add("Clip", EDGES, opset=(9,), max=2.0)
for low, high in [(0, 1), (None, 1), (0, None), (None, None)]:
    bounds = [None if x is None else np.array(x, np.float32) for x in (low, high)]
    add("Clip", EDGES, *bounds, opset=(11, 13))
add("Clip", EDGES, np.array(2, np.float32), np.array(1, np.float32))
add("Clip", d(1, 2, 3), np.array(2.0), None)
add("Clip", n(1, 2, 3), np.array(2, np.int64), None, opset=(12,))
add("MatMul", TABLE, TABLE.T.copy(), opset=(9, 13))
add("MatMul", cube, np.arange(8, dtype=np.float32).reshape(4, 2))
add("MatMul", cube, np.arange(16, dtype=np.float32).reshape(2, 4, 2))
add("MatMul", f(1, 2, 3), TABLE.T.copy())
add("MatMul", TABLE, f(1, 2, 3))
add("MatMul", f(1, 2), f(3, 4))
add("MatMul", d(0.1, 0.2, shape=(1, 2)), d(3, 4, shape=(2, 1)))
add("MatMul", NOTHING, TABLE.T.copy())
add("MatMul", TABLE, TABLE, refused=True)
add("Gemm", TABLE, TABLE.T.copy(), f(1, 2), opset=(9, 11, 13), alpha=0.5, beta=2.0)
add("Gemm", TABLE, TABLE, np.array(3, np.float32), transB=1)
add("Gemm", TABLE, TABLE, f(1, 2, 3), transA=1)
add("Gemm", TABLE, TABLE, transB=1)
add("Gemm", TABLE.astype(np.float64), TABLE.astype(np.float64), transB=1)
add("Gemm", TABLE, TABLE, f(1, 2, 3, 4), transB=1, refused=True)
add("ConstantOfShape", n(2, 3), opset=(9, 21))
add("ConstantOfShape", n(2, 0))
add("ConstantOfShape", n(3), value=helper.make_tensor("v", TensorProto.INT64, [1], [7]))
add("ConstantOfShape", n(3), value=helper.make_tensor("v", TensorProto.BOOL, [1], [True]))
add("Constant", value=helper.make_tensor("v", TensorProto.FLOAT, [2], [1, 2]))
add("Constant", opset=(12,), value_floats=[1.0, 2.0])
add("Constant", opset=(12,), value_int=3)
add("Constant", opset=(12,), value_strings=["a", "é"])
F, D, I32, I64, S, B = (TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.INT32, TensorProto.INT64,
                        TensorProto.STRING, TensorProto.BOOL)
WHOLE = f(1.9, -1.9, 0.5, -0.0, 3e9, 16777217)
for to in [F, D, I64, I32, B]:
    add("Cast", WHOLE[:4], opset=(9, 13), to=to)
    add("Cast", d(1.9, -2.5, 0, 1e-3), to=to)
    add("Cast", n(1, -5, 0, 2**40), to=to)
    add("Cast", b(True, False), to=to)
    add("Cast", s("1", "0", "12", " 7"), to=to) if to not in (B,) else None
add("Cast", WHOLE, to=I64)
add("Cast", f(NAN, INF, 0), to=B)
add("Cast", s("nan", "1.5", "-2e3", "inf", "0.1"), to=F)
add("Cast", s("abc"), to=F, refused=True)
add("Cast", s(""), to=F, refused=True)
add("Cast", n(1, -5, 2**40), to=S)
add("Cast", b(True, False), to=S)
add("Cast", f(1, 1.5, 0.1, 1e10, -3, 0, -0.0, 1e-5, 1e-4, 123456.789, 16777216, 99999999, 1 / 3,
              1.0000001, 3.4e38, 1e-38, 12345678, 123456789, 0.099999994, NAN, INF, -INF), to=S)

# The operators of classical learning.
COLUMNS = f(1, -2, 3, 4, 0, 0, NAN, INF, 2, shape=(3, 3))
for shape in [(3, 3), (9,)]:
    width = shape[-1]
    value = COLUMNS.reshape(shape)
    learn("Scaler", value, offset=[0.5] * width, scale=[2.0] * width)
    learn("Imputer", value, imputed_value_floats=[9.0] * width, replaced_value_float=NAN)
    learn("Imputer", value, imputed_value_floats=[9.0], replaced_value_float=0.0)
    for norm in ["MAX", "L1", "L2"]:
        learn("Normalizer", value, norm=norm)
learn("Scaler", COLUMNS, offset=[0.5], scale=[0.1])
learn("Scaler", COLUMNS.astype(np.float64), offset=[0.5, 1, 2], scale=[0.1, 0.2, 0.3])
learn("Scaler", n(1, 2, shape=(1, 2)), offset=[0.5, 1], scale=[0.1, 3])
learn("Scaler", COLUMNS, offset=[0.5, 1.0], scale=[1.0, 1.0], refused=True)
learn("Imputer", n(1, 0, 3, shape=(3, 1)), imputed_value_int64s=[9], replaced_value_int64=0)
for norm in ["MAX", "L1", "L2"]:
    learn("Normalizer", d(3, -4, 0, 0, -1, -2, shape=(3, 2)), norm=norm)
    learn("Normalizer", n(3, -4, 0, 0, shape=(2, 2)), norm=norm)
    learn("Normalizer", NOTHING, norm=norm)
learn("Binarizer", f(0.5, 1, -1, INF), threshold=0.5)
learn("Binarizer", f(NAN, 1), threshold=0.5, refused=True)
learn("ArrayFeatureExtractor", COLUMNS, n(2, 0, 2))
learn("ArrayFeatureExtractor", s("a", "b", "c"), n(1, 1))
learn("ArrayFeatureExtractor", np.array([3, 7], np.int32), n(1, 0, 1, shape=(3, 1)))
learn("ArrayFeatureExtractor", cube, n(3, 1))
learn("ArrayFeatureExtractor", d(1, 2, shape=(1, 2)), n(1))
learn("ArrayFeatureExtractor", COLUMNS, n(3), refused=True)
learn("ArrayFeatureExtractor", COLUMNS, n(-1), refused=True)
for value in [n(5, 7, 9, -5, shape=(2, 2)), f(5.9, 7, NAN, -5), d(5, 7.5)]:
    learn("OneHotEncoder", value, cats_int64s=[5, 7, -5])
learn("OneHotEncoder", n(0, 1, 3), cats_int64s=[0, 1, 2])
learn("OneHotEncoder", n(7, 5), cats_int64s=[5, 7, 5], zeros=0)
learn("OneHotEncoder", n(8), cats_int64s=[5, 7], zeros=0, refused=True)
learn("OneHotEncoder", s("a", "", "x", "é", shape=(4, 1)), cats_strings=["", "a", "é"])
learn("OneHotEncoder", s("x"), cats_strings=["a"], zeros=0, refused=True)
learn("OneHotEncoder", np.zeros((0, 1), np.int64), cats_int64s=[5, 7])
learn("LabelEncoder", s("b", "x", "a"), ml=(1,), classes_strings=["a", "b"])
learn("LabelEncoder", n(1, 5, 0), ml=(1,), classes_strings=["a", "b"], default_string="none")
BOTH = (2, 4)
learn("LabelEncoder", s("b", "", "x"), ml=BOTH, keys_strings=["", "b", "b"], values_int64s=[4, 5, 6])
learn("LabelEncoder", s("b", "", "x"), ml=BOTH, keys_strings=["b"], values_strings=["B"])
learn("LabelEncoder", s("b", "x"), ml=BOTH, keys_strings=["b"], values_floats=[1.5])
learn("LabelEncoder", n(1, 2), ml=BOTH, keys_int64s=[1], values_strings=["one"], default_string="?")
learn("LabelEncoder", n(1, 2), ml=BOTH, keys_int64s=[1], values_floats=[0.5], default_float=NAN)
learn("LabelEncoder", n(1, 2), ml=BOTH, keys_int64s=[1], values_int64s=[10], default_int64=3)
learn("LabelEncoder", f(NAN, 1, 2, -0.0), ml=BOTH, keys_floats=[NAN, 1.0, 0.0],
      values_int64s=[7, 8, 9])
learn("LabelEncoder", f(NAN, 1, 2), ml=BOTH, keys_floats=[1.0], values_strings=["one"])
learn("LabelEncoder", f(NAN, 1, 2), ml=BOTH, keys_floats=[1.0], values_floats=[11.0])
learn("LabelEncoder", d(NAN, 1, 2), ml=(4,),
      keys_tensor=helper.make_tensor("k", D, [2], [1, NAN]),
      values_tensor=helper.make_tensor("v", D, [2], [5, 6]),
      default_tensor=helper.make_tensor("d", D, [1], [-7]))
learn("LabelEncoder", s("a", "b"), ml=(4,), keys_tensor=helper.make_tensor("k", S, [1], [b"a"]),
      values_tensor=helper.make_tensor("v", I64, [1], [5]),
      default_tensor=helper.make_tensor("d", I64, [1], [-7]))
learn("CategoryMapper", s("a", "x", "b"), cats_strings=["a", "b"], cats_int64s=[4, 9])
learn("CategoryMapper", n(9, 1, 4), cats_strings=["a", "b"], cats_int64s=[4, 9])
learn("FeatureVectorizer", f(1, 2, 3, 4, shape=(2, 2)), f(5, 6, shape=(2, 1)), inputdimensions=[2, 1])
learn("FeatureVectorizer", n(1, 2, shape=(2, 1)), n(3, 4, shape=(2, 1)), inputdimensions=[1, 1])
learn("FeatureVectorizer", f(1, 2, 3, 4, shape=(2, 2)), f(5, 6, shape=(2, 1)), inputdimensions=[1, 3])
SCORES = f(0.2, 0.8, 0.5, 0.5, shape=(2, 2))
learn("ZipMap", SCORES, classlabels_int64s=[3, 7])
learn("ZipMap", SCORES, classlabels_strings=["no", "yes"])
learn("ZipMap", SCORES, classlabels_int64s=[3, 7, 9], refused=True)

WEIGHTS = [0.5, -1.0, 0.25, 1.5, 0.75, -0.5, -0.3, 0.1, 0.2]
ROWS = f(1, 2, 3, -1, 0.5, 4, 0, 0, 0, 10, -10, 5, shape=(4, 3))
for transform in ["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"]:
    learn("LinearClassifier", ROWS, outputs=2, coefficients=WEIGHTS, intercepts=[0.1, 0.1, 0.1],
          classlabels_ints=[4, 5, 6], post_transform=transform)
    learn("LinearClassifier", ROWS, outputs=2, coefficients=WEIGHTS[:6], intercepts=[0.1, -0.1],
          classlabels_strings=["a", "b"], post_transform=transform)
    if transform != "SOFTMAX_ZERO":
        learn("LinearClassifier", ROWS, outputs=2, coefficients=WEIGHTS[:3], intercepts=[0.1],
              classlabels_ints=[0, 1], post_transform=transform)
for value in [ROWS.astype(np.float64), ROWS.astype(np.int64)]:
    learn("LinearClassifier", value, outputs=2, coefficients=WEIGHTS, intercepts=[0.1, 0.2, 0.3],
          classlabels_ints=[4, 5, 6])
learn("LinearClassifier", NOTHING, outputs=2, coefficients=WEIGHTS, intercepts=[0.1, 0.2, 0.3],
      classlabels_ints=[4, 5, 6])
for transform in ["NONE", "LOGISTIC", "SOFTMAX"]:
    learn("LinearRegressor", ROWS, coefficients=WEIGHTS[:6], intercepts=[0.1, 0.2], targets=2,
          post_transform=transform)
learn("LinearRegressor", ROWS, coefficients=WEIGHTS[:3], intercepts=[0.1])
learn("LinearRegressor", ROWS, coefficients=WEIGHTS[:3])
add_trees(learn, f, d, n)
add_machines(learn, f)
