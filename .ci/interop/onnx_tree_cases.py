"""Trees among the cases of onnx_operators.py."""
import numpy as np
from onnx import TensorProto, helper

NAN, INF = float("nan"), float("inf")
MODES = ["LEQ", "LT", "GTE", "GT", "EQ", "NEQ"]


def nodes(modes, values, columns=None, missing=0, trees=1):
    """Trees of three tests and four leaves each."""
    kinds = [f"BRANCH_{mode}" for mode in modes] + ["LEAF"] * 4
    columns = columns or [0, 1, 0]
    return dict(
        nodes_treeids=[tree for tree in range(trees) for _ in range(7)],
        nodes_nodeids=list(range(7)) * trees,
        nodes_featureids=(columns + [0] * 4) * trees,
        nodes_modes=kinds * trees,
        nodes_values=[value + tree for tree in range(trees) for value in values + [0.0] * 4],
        nodes_truenodeids=[1, 3, 5, 0, 0, 0, 0] * trees,
        nodes_falsenodeids=[2, 4, 6, 0, 0, 0, 0] * trees,
        nodes_missing_value_tracks_true=[missing] * 7 * trees)


def votes(kind, weights, ids, trees=1):
    """One vote a leaf: for one of `ids`, or where they are several for that of the tree."""
    count = 4 * trees
    ids = [id for id in ids for _ in range(4)]
    return {
        f"{kind}_treeids": [tree for tree in range(trees) for _ in range(4)],
        f"{kind}_nodeids": [3, 4, 5, 6] * trees,
        f"{kind}_ids": (ids * count)[:count], f"{kind}_weights": (weights * count)[:count]}


def add_trees(learn, f, d, n):
    rows = f(1, 2, 2, 1, 2.5, 0, NAN, 1, 0, NAN, INF, -INF, -1, 3, 2, 2, shape=(8, 2))
    for missing in [0, 1]:
        for mode in MODES:
            learn("TreeEnsembleRegressor", rows, ml=(1,) if missing else (3,), n_targets=1,
                  **nodes([mode] * 3, [2.0, 1.0, 2.0], missing=missing),
                  **votes("target", [1.0, 2.0, 3.0, 4.0], [0]))
    three = nodes(["LEQ", "LT", "GT"], [1.0, 1.0, 2.0], trees=2)
    for aggregate in ["SUM", "AVERAGE", "MIN", "MAX"]:
        transforms = ["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO", "PROBIT"]
        for transform in transforms if aggregate == "SUM" else transforms[:1]:
            weights = [0.1, 0.02, 0.3, 0.2] if transform == "PROBIT" else [0.5, -1.0, 2.0, 0.0]
            for base in [[], [0.25]]:
                given = {"base_values": base} if base else {}
                learn("TreeEnsembleRegressor", rows, n_targets=1, aggregate_function=aggregate,
                      post_transform=transform, **given, **three,
                      **votes("target", weights, [0], 2))
        learn("TreeEnsembleRegressor", rows, n_targets=2, aggregate_function=aggregate,
              base_values=[0.5, -0.5], **three, **votes("target", [0.5, -1.0, 2.0, 0.25], [0, 1], 2))
    learn("TreeEnsembleRegressor", rows.astype(np.float64), n_targets=1, **three,
          **votes("target", [0.1, -1.0, 2.0, 0.7], [0], 2))
    learn("TreeEnsembleClassifier", n(1, 2, 2, 1, 3, 0, -1, 3, shape=(4, 2)), outputs=2,
          classlabels_int64s=[0, 1], **three, **votes("class", [0.1, -1.0, 2.0, 0.7], [0], 2))
    learn("TreeEnsembleRegressor", np.zeros((0, 2), np.float32), n_targets=1, **three,
          **votes("target", [0.1], [0], 2))
    doubles(learn, d)
    chain(learn, f)
    classifiers(learn, rows, three)
    newest(learn, rows)


def doubles(learn, d):
    """Thresholds and votes that no float is."""
    given = nodes(["LEQ", "LT", "GT"], [0.1, 0.3, 0.7])
    values = given.pop("nodes_values")
    tensor = lambda name, list: helper.make_tensor(name, TensorProto.DOUBLE, [len(list)], list)
    vote = votes("target", [0.1, 0.2, 0.3, 0.4], [0])
    weights = vote.pop("target_weights")
    rows = d(0.1, 0.3, np.nextafter(0.1, 1), 0.3, 0.1, 0.299999999, 0.7, 0, 0.70000001, 0,
             shape=(5, 2))
    learn("TreeEnsembleRegressor", rows, ml=(3,), n_targets=1,
          nodes_values_as_tensor=tensor("v", values), target_weights_as_tensor=tensor("w", weights),
          base_values_as_tensor=tensor("b", [0.05]), **given, **vote)
    vote = votes("class", weights, [0])
    weights = vote.pop("class_weights")
    learn("TreeEnsembleClassifier", rows, ml=(3,), outputs=2, classlabels_int64s=[0, 1],
          nodes_values_as_tensor=tensor("v", values), class_weights_as_tensor=tensor("w", weights),
          **given, **vote)


def chain(learn, f):
    """A set of categories as exporters of LightGBM write it: tests that lead to one node."""
    for missing in [0, 1]:
        learn("TreeEnsembleRegressor", f(1, 2, 3, 4, 5, 1.5, NAN, -1, shape=(8, 1)), n_targets=1,
              nodes_treeids=[0] * 5, nodes_nodeids=[0, 1, 2, 3, 4], nodes_featureids=[0] * 5,
              nodes_modes=["BRANCH_EQ"] * 3 + ["LEAF"] * 2, nodes_values=[1.0, 3.0, 4.0, 0.0, 0.0],
              nodes_truenodeids=[3, 3, 3, 0, 0], nodes_falsenodeids=[1, 2, 4, 0, 0],
              nodes_missing_value_tracks_true=[missing, 0, 0, 0, 0], target_treeids=[0, 0],
              target_nodeids=[3, 4], target_ids=[0, 0], target_weights=[10.0, 20.0])


def classifiers(learn, rows, three):
    more = nodes(["LEQ", "LT", "GT"], [1.0, 1.0, 2.0], trees=3)
    for transform in ["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"]:
        for weights in [[0.1, 0.3, 0.05, 0.2], [0.5, -1.0, 2.0, 0.25]]:
            for base in [[], [0.125]]:
                given = {"base_values": base} if base else {}
                learn("TreeEnsembleClassifier", rows, outputs=2, classlabels_int64s=[0, 1],
                      post_transform=transform, **given, **three, **votes("class", weights, [0], 2))
            learn("TreeEnsembleClassifier", rows, outputs=2, classlabels_strings=["a", "b", "c"],
                  post_transform=transform, **more, **votes("class", weights, [0, 1, 2], 3))
            if transform.startswith("SOFTMAX"):
                continue
            both = {name: list(two) for name, two in three.items()}
            pair = votes("class", weights, [1], 2)
            for name, list_ in pair.items():
                if name.endswith("_ids"):
                    pair[name] = [0] * 8 + [1] * 8
                elif name.endswith("weights"):
                    pair[name] = [-x for x in list_] + list_
                else:
                    pair[name] = list_ * 2
            learn("TreeEnsembleClassifier", rows, outputs=2, classlabels_int64s=[0, 1],
                  post_transform=transform, **both, **pair)
    learn("TreeEnsembleClassifier", rows, outputs=2, classlabels_strings=["a", "b", "c"],
          base_values=[0.1, 0.2, 0.3], **more, **votes("class", [0.5, 1.0], [0, 1, 2], 3))


def newest(learn, rows):
    def tensor(name, values, kind=TensorProto.FLOAT):
        return helper.make_tensor(name, kind, [len(values)], values)

    for kind, value in [(TensorProto.FLOAT, rows), (TensorProto.DOUBLE, rows.astype(np.float64))]:
        for aggregate in range(4) if kind == TensorProto.FLOAT else [1]:
            for modes in [[0, 1, 2], [3, 4, 5], [6, 0, 6]]:
                learn("TreeEnsemble", value, ml=(5,), n_targets=2, aggregate_function=aggregate,
                      tree_roots=[0, 2], nodes_featureids=[0, 1, 0],
                      nodes_modes=tensor("m", modes, TensorProto.UINT8),
                      nodes_splits=tensor("s", [1.0, 1.0, 2.0], kind),
                      nodes_truenodeids=[1, 0, 3], nodes_trueleafs=[0, 1, 1],
                      nodes_falsenodeids=[1, 2, 4], nodes_falseleafs=[1, 1, 1],
                      nodes_missing_value_tracks_true=[1, 0, 0],
                      leaf_targetids=[0, 1, 0, 1, 0],
                      leaf_weights=tensor("w", [0.5, -1.0, 0.25, 2.0, 1.0], kind),
                      membership_values=tensor(
                          "v", [1.0, 2.0, NAN, 2.0, 0.0, NAN] if 6 in modes else [], kind))
    for transform in range(4):
        learn("TreeEnsemble", rows, ml=(5,), n_targets=2, post_transform=transform, tree_roots=[0],
              nodes_featureids=[0], nodes_modes=tensor("m", [0], TensorProto.UINT8),
              nodes_splits=tensor("s", [1.0]), nodes_truenodeids=[0], nodes_trueleafs=[1],
              nodes_falsenodeids=[1], nodes_falseleafs=[1], leaf_targetids=[0, 1],
              leaf_weights=tensor("w", [0.5, -1.0]))
