"""Writes PickleFixtures.swift beside this file: what Python pickles, and what it pickled, as text.

    python make_pickle_fixtures.py

Needs numpy, joblib and scikit-learn; a second run writes the same file, and the versions used are in
its header.
"""

import base64
import bz2
import gzip
import io
import lzma
import pathlib
import pickle
import platform
import zipfile
import zlib

import joblib
import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier

HERE = pathlib.Path(__file__).parent


def shown(value):
    """The value as the tests write what they read."""
    if isinstance(value, np.ndarray | np.generic):
        value = np.asarray(value)
        order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
        shape = "x".join(map(str, value.shape))
        if value.dtype == object:
            return f"array({shape} {order} [{', '.join(map(shown, value.ravel()))}])"
        names = "".join(
            f" {name}@{value.dtype.fields[name][1]}" for name in value.dtype.names or ()
        )
        kind = f"{value.dtype.kind}{value.dtype.itemsize}{names}"
        return f"array({kind} {shape} {order} {value.tobytes(order).hex()})"
    if isinstance(value, bytes | bytearray):
        return f"bytes({value.hex()})"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(k)}: {shown(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple | set | frozenset):
        left, right = "[]" if isinstance(value, list) else "()" if isinstance(value, tuple) else "<>"
        return left + ", ".join(map(shown, value)) + right
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return "other"
    return repr(value)


repeated = ["again"]
PLAIN = {
    "numbers": [0, 1, -1, 255, 256, 65535, 65536, -(2**31), 2**31, 2**40, -(2**63), 2**63, 2**300],
    "floats": [0.0, -0.25, 1.5, 1e300],
    "constants": (None, True, False),
    "texts": ("", "plain", "é € 😀", "a\\u0041\n\t'\"", "x" * 300),
    "bytes": [b"", b"\x00\xff\n'", bytearray(b"ab")],
    "shared": [repeated, repeated],
    "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
    "empty": [[], {}],
}
ARRAYS = {
    "c": np.arange(6, dtype=np.float64).reshape(2, 3),
    "fortran": np.asfortranarray(np.arange(6, dtype=np.int32).reshape(2, 3)),
    "bool": np.array([True, False]),
    "big": np.array([1, 2], dtype=">i2"),
    "text": np.array(["ab", "é"]),
    "bytes": np.array([b"xyz", b"a"]),
    "date": np.array(["2026-01-15"], dtype="datetime64[D]"),
    "structured": np.array([(1, 0.5), (2, 1.5)], dtype=[("left", "<i8"), ("value", "<f4")]),
    "objects": np.array(["a", None, 3], dtype=object),
    "none": np.zeros((0, 4), dtype=np.float32),
    "scalar": np.float64(2.5),
    "single": np.array(7, dtype=np.uint8),
}
# A writer before joblib 1.2 does not align; what such a file holds is the same.
UNALIGNED = {"a": np.arange(3, dtype=np.float32), "b": 1}


def unaligned(value):
    class Stream(io.BytesIO):
        def tell(self):
            raise io.UnsupportedOperation("tell")

    stream = Stream()
    joblib.dump(value, stream)
    return stream.getvalue()


def joblib_bytes(value, **options):
    stream = io.BytesIO()
    joblib.dump(value, stream, **options)
    return stream.getvalue()


def fixture(name, content, value):
    text = shown(value).replace("\\", "\\\\").replace('"', '\\"')
    text = text.replace("\n", "\\n").replace("\t", "\\t")
    return [
        f"    PickleFixture(",
        f'      name: "{name}",',
        f'      base64: "{base64.b64encode(content).decode()}",',
        f'      value: "{text}"),',
    ]


def tree():
    rows = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 1.0], [3.0, 0.0]])
    model = DecisionTreeClassifier(max_depth=1, random_state=0).fit(rows, [0, 0, 1, 1])
    return joblib_bytes(model)


# Calls a function that does no harm, and is never loaded.
CALL = b"\x80\x04cos\ngetcwd\n)R."


class Call:
    def __reduce__(self):
        import os

        return os.getcwd, ()


def zipped(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def saved(*arrays, **named):
    stream = io.BytesIO()
    if named:
        np.savez_compressed(stream, **named)
    else:
        np.save(stream, *arrays, allow_pickle=True)
    return stream.getvalue()


def packed():
    """Contents that hold a call, with the formats and the place where it is."""
    objects = np.array([Call()], dtype=object)
    model = tree()
    return {
        "zlib": (zlib.compress(CALL), ["zlib", "pickle"], ["zlib"]),
        "gzip": (gzip.compress(CALL, mtime=0), ["gzip", "pickle"], ["gzip"]),
        "bzip2": (bz2.compress(CALL), ["bzip2", "pickle"], ["bzip2"]),
        "xz": (lzma.compress(CALL), ["xz", "pickle"], ["xz"]),
        "lzma": (lzma.compress(CALL, format=lzma.FORMAT_ALONE), ["lzma", "pickle"], ["lzma"]),
        "zip": (zipped({"a.txt": b"text", "m.pkl": CALL}), ["zip", "text"], ["m.pkl"]),
        "zip in zip": (
            zipped({"a.zip": zipped({"m.pkl": gzip.compress(CALL, mtime=0)})}),
            ["zip", "zip", "gzip", "pickle"],
            ["a.zip", "m.pkl", "gzip"],
        ),
        "torch": (
            zipped({"m/data.pkl": CALL, "m/data/0": b"numbers"}),
            ["zip", "pickle"],
            ["m/data.pkl"],
        ),
        "npy": (saved(objects), ["npy", "pickle"], ["objects"]),
        "npz": (saved(a=objects), ["zip", "npy", "pickle"], ["a.npy", "objects"]),
        "npz that looks like torch": (
            zipped({"data.pkl": pickle.dumps(1), "data/x.npy": saved(objects)}),
            ["zip", "pickle", "pickle"],
            ["data/x.npy", "objects"],
        ),
        "npz that looks like Keras": (
            zipped({"config.json": b"{}", "model.weights.h5": saved(objects)}),
            ["zip", "JSON", "pickle"],
            ["model.weights.h5", "objects"],
        ),
        "numbers of torch that are a pickle": (
            zipped({"data.pkl": pickle.dumps(1), "data/0": CALL}),
            ["zip", "pickle"],
            ["data/0"],
        ),
        "behind the end of zlib": (
            zlib.compress(pickle.dumps(1)) + CALL, ["zlib", "pickle"], ["rest"]),
        "joblib, behind an array": (
            joblib_bytes([np.arange(9.0), Call()]),
            ["pickle"],
            [],
        ),
        "joblib, in an array": (joblib_bytes(objects), ["pickle"], []),
        "joblib, compressed": (
            joblib_bytes([np.arange(9.0), Call()], compress=3),
            ["zlib", "pickle"],
            ["zlib"],
        ),
        "a pickle in bytes": (
            b"\x80\x04cpickle\nloads\nC" + bytes([len(CALL)]) + CALL + b"\x85R.",
            ["pickle"],
            ["bytes"],
        ),
        "a second pickle": (pickle.dumps(1) + CALL, ["pickle"], []),
        "a model with more behind it": (model + CALL, ["pickle"], []),
    }


def main():
    lines = [
        "// Written by make_pickle_fixtures.py: do not edit. Python "
        f"{platform.python_version()}, numpy {np.__version__}, joblib {joblib.__version__}, "
        f"scikit-learn {sklearn.__version__}.",
        "// swift-format-ignore-file",
        "",
        "extension PickleFixture {",
        "  static let all: [PickleFixture] = [",
    ]
    for protocol in range(6):
        lines += fixture(f"plain, protocol {protocol}", pickle.dumps(PLAIN, protocol), PLAIN)
        lines += fixture(f"arrays, protocol {protocol}", pickle.dumps(ARRAYS, protocol), ARRAYS)
        lines += fixture(
            f"joblib, protocol {protocol}", joblib_bytes(ARRAYS, protocol=protocol), ARRAYS
        )
    sets = [set(), {1}, frozenset({"a"})]
    for protocol in (4, 5):
        lines += fixture(f"sets, protocol {protocol}", pickle.dumps(sets, protocol), sets)
    lines += fixture("joblib, not aligned", unaligned(UNALIGNED), UNALIGNED)
    lines += [
        "  ]",
        "",
        "  /// A decision tree of scikit-learn with one split, as joblib writes it.",
        f'  static let decisionTree = "{base64.b64encode(tree()).decode()}"',
        "}",
        "",
        "extension ScanFixture {",
        "  /// A call of a function, packed in all ways that are looked into.",
        "  static let packed: [ScanFixture] = [",
    ]
    for name, (content, formats, place) in packed().items():
        lines += [
            "    ScanFixture(",
            f'      name: "{name}", base64: "{base64.b64encode(content).decode()}",',
            f"      formats: {formats}, place: {place}),".replace("'", '"'),
        ]
    lines += ["  ]", "}", ""]
    (HERE / "PickleFixtures.swift").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
