"""The dangerous and doubtful files of pickle_corpus.py, assembled instruction by instruction.

What they call is harmless (`os.getcwd` and the like), and nothing here is ever loaded.
"""

import bz2
import gzip
import io
import json
import lzma
import pickle
import struct
import tarfile
import zipfile
import zlib

import joblib
import numpy as np

STOP = b"."


def text(value: str) -> bytes:
    """SHORT_BINUNICODE."""
    content = value.encode()
    return b"\x8c" + bytes([len(content)]) + content


def name(module: str, attribute: str) -> bytes:
    """GLOBAL."""
    return f"c{module}\n{attribute}\n".encode()


def stack_name(module: str, attribute: str) -> bytes:
    return text(module) + text(attribute) + b"\x93"


CALL = name("os", "getcwd") + b")R"
PROTO4 = b"\x80\x04"


def by_instruction() -> dict[str, bytes]:
    """One call, in every way to spell it."""
    harmless = name("collections", "OrderedDict") + b")R"
    return {
        "proto0-global-reduce": b"cos\ngetcwd\n(tR.",
        "proto0-inst": b"(ios\ngetcwd\n.",
        "proto1-obj": b"(cos\ngetcwd\no.",
        "proto2-global-reduce": b"\x80\x02" + CALL + STOP,
        "proto2-newobj": b"\x80\x02cos\ngetcwd\n)\x81.",
        "proto4-newobj-ex": PROTO4 + b"cos\ngetcwd\n)}\x92.",
        "proto3-header": b"\x80\x03" + CALL + STOP,
        "proto5-header": b"\x80\x05" + CALL + STOP,
        "proto9-header": b"\x80\x09" + CALL + STOP,
        "stack-global": PROTO4 + stack_name("os", "getcwd") + b")R.",
        "stack-global-framed": PROTO4
        + b"\x95"
        + struct.pack("<Q", 16)
        + stack_name("os", "getcwd")
        + b")R.",
        "stack-global-long-frame": PROTO4
        + b"\x95"
        + struct.pack("<Q", 1 << 40)
        + stack_name("os", "getcwd")
        + b")R.",
        "stack-global-memo": PROTO4
        + text("os")
        + b"\x940"
        + text("getcwd")
        + b"\x940h\x00h\x01\x93)R.",
        "stack-global-memo-text": b"\x80\x02Vos\np7\n0Vgetcwd\np9\n0g7\ng9\n\x93)R.",
        "stack-global-memo-binput": b"\x80\x02Vos\nq\x070Vgetcwd\nr\x09\x00\x00\x000h\x07j\x09\x00\x00\x00\x93)R.",
        "stack-global-escaped": PROTO4 + b"V\\u006f\\u0073\nVg\\u0065tcwd\n\x93)R.",
        "stack-global-escaped-long": PROTO4 + b"V\\U0000006fs\nVgetcwd\n\x93)R.",
        "stack-global-string": PROTO4 + b"S'\\x6fs'\nS\"get\\143wd\"\n\x93)R.",
        "stack-global-binstring": PROTO4 + b"U\x02osT\x06\x00\x00\x00getcwd\x93)R.",
        "stack-global-unicode8": PROTO4
        + b"\x8d"
        + struct.pack("<Q", 2)
        + b"osX\x06\x00\x00\x00getcwd\x93)R.",
        "stack-global-duplicate": PROTO4 + text("getcwd") + text("os") + b"0" + text("os")
        + b"\x85" + b"0" + text("os") + text("getcwd") + b"\x93)R.",
        "name-from-dictionary": PROTO4 + b"}" + text("a") + text("os") + b"\x94s0h\x00"
        + text("getcwd") + b"\x93)R.",
        "result-thrown-away": b"\x80\x02" + CALL + b"0N.",
        "result-behind-mark": b"\x80\x02(" + CALL + b"1N.",
        "in-list": b"\x80\x02]" + CALL + b"a.",
        "in-tuple": b"\x80\x02K\x01" + CALL + b"\x86.",
        "in-dictionary-key": b"\x80\x02}" + CALL + b"K\x01s.",
        "in-dictionary-value": b"\x80\x02}(K\x01" + CALL + b"u.",
        "in-set": PROTO4 + b"\x8f(" + CALL + b"\x90.",
        "in-frozen-set": PROTO4 + b"(" + CALL + b"\x91.",
        "in-dictionary-of-object": b"\x80\x02" + harmless + b"(K\x01" + CALL + b"u.",
        "in-state": b"\x80\x02" + name("sklearn.base", "BaseEstimator") + b")\x81}X\x01\x00\x00\x00a"
        + CALL + b"sb.",
        "in-arguments": b"\x80\x02" + name("collections", "OrderedDict") + CALL + b"\x85R.",
        "deep-in-lists": b"\x80\x02" + b"]" * 5000 + CALL + b"a" * 5000 + STOP,
        "behind-many-values": b"\x80\x02" + b"K\x010" * 100_000 + CALL + STOP,
        "only-imported": b"\x80\x02cos\ngetcwd\n.",
        "python2-module": b"c__builtin__\neval\n(S'1'\ntR.",
        "memo-underscore": b"Np0\ng0_0\n" + CALL + STOP,
        "memo-space": b"Np0\ng 0 \n" + CALL + STOP,
        "memo-zero-byte": b"Np0\ng0\0?\n" + CALL + STOP,
        "memo-far": b"Np99999999999999999999\n" + CALL + STOP,
        "backslash-before-escape": b"V\\\\u\n" + CALL + STOP,
        "read-only-buffer": b"\x80\x05C\x01x\x98" + CALL + STOP,
        "python2-commands": b"ccommands\ngetoutput\n(S'true'\ntR.",
    }


NAMES = """
posix getcwd|nt getcwd|os.path os.getcwd|builtins eval|builtins exec|builtins compile|builtins open
builtins getattr|builtins __import__|builtins setattr|builtins map|builtins breakpoint|__builtin__ execfile
subprocess getoutput|subprocess Popen|_posixsubprocess fork_exec|sys exit|sys modules
importlib import_module|importlib._bootstrap _gcd_import|imp load_source|runpy run_path|runpy _run_code
pty spawn|socket socket|ctypes CDLL|_ctypes dlopen|shutil rmtree|webbrowser open|code interact|pdb run
timeit timeit|timeit main|cProfile run|cProfile runctx|profile run|bdb Bdb|trace Trace
asyncio.subprocess create_subprocess_shell|asyncio run|multiprocessing.context Process
multiprocessing.util spawnv_passfds|pickle loads|_pickle load|cPickle loads|marshal loads|torch load|torch.hub load
torch.utils.cpp_extension load_inline|numpy load|numpy.testing._private.utils runstring
numpy.testing rundocs|numpy.f2py compile|numpy.distutils.exec_command exec_command
numpy.core _ufunc_reconstruct|pandas read_pickle|pandas eval|pandas.core.computation.eval eval
pandas.io.pickle read_pickle|pandas.compat.pickle_compat loads|joblib load|joblib.numpy_pickle load
joblib.externals.loky process_executor|dill loads|dill._dill _create_function|cloudpickle.cloudpickle _make_function
cloudpickle loads|types CodeType|types FunctionType|functools partial|functools reduce|operator attrgetter
operator methodcaller|operator itemgetter|_operator methodcaller|pip main|pip._internal main
distutils.spawn spawn|setuptools.sandbox run_setup|idlelib.pyshell ModifiedInterpreter
lib2to3.pgen2.pgen ParserGenerator|ensurepip bootstrap|venv create|doctest debug_script
logging.config fileConfig|http.client HTTPSConnection|urllib.request urlopen|ftplib FTP|smtplib SMTP
sklearn.utils os.system|sklearn.base inspect.sys.modules|sklearn.tree._classes __builtins__
numpy os.getcwd|sklearn.linear_model._base Integral.__class__|collections abc.sys.exit
xmlrpc.client ServerProxy|tempfile mktemp|io open|codecs open|platform popen|site main|zipimport zipimporter
pkgutil resolve_name|inspect getattr_static|gc get_objects|signal signal|atexit register|itertools starmap
sqlite3 connect|unittest.loader findTestCases|keras.models load_model|yaml unsafe_load|concurrent.futures ProcessPoolExecutor
threading Thread|mmap mmap|fileinput input|shelve open|tarfile os.getcwd|pydoc pipepager|pipes Template
uuid _get_command_stdout|_osx_support _read_output|_aix_support _aix_bosmp64|torch.utils.collect_env run
gzip open|bz2 open|lzma open|zipfile ZipFile|tarfile open|copyreg add_extension|linecache getline
numpy savetxt|numpy apply_along_axis|numpy.lib.format read_array|sklearn.datasets._base _fetch_remote
joblib.parallel BatchedCalls|scipy.io loadmat|typing get_type_hints|weakref finalize|jsonpickle decode
mylib NumpyArrayWrapper|joblib numpy_pickle.NumpyArrayWrapper|sklearn.callback._transport Client
"""


def by_name() -> dict[str, bytes]:
    """One call of each name that runs programs, or leads to what does."""
    files = {}
    for index, entry in enumerate(NAMES.replace("\n", "|").strip("|").split("|")):
        module, attribute = entry.split()
        call = stack_name(module, attribute) + b")R."
        files[f"name-{index:03}-{module}-{attribute}"] = PROTO4 + call
    return files


DISTRIBUTION = name("scipy.stats._continuous_distns", "norm_gen")


def by_construction() -> dict[str, bytes]:
    """What is called is put together by other calls."""
    get = name("builtins", "getattr")
    module = name("builtins", "__import__") + text("os") + b"\x85R"
    wrapper = pickle.dumps([1, 2, 3], 4)
    inner = PROTO4 + CALL + STOP
    estimator = name("sklearn.base", "BaseEstimator")
    constant = b"B" + struct.pack("<I", len(inner)) + inner
    return {
        "getattr-chain": PROTO4 + get + module + text("getcwd") + b"\x86R)R.",
        "call-of-a-call": PROTO4 + name("operator", "attrgetter") + text("getcwd") + b"\x85R"
        + module + b"\x85R)R.",
        "partial": PROTO4 + name("functools", "partial") + name("os", "getcwd") + b"\x85R)R.",
        "reduce": PROTO4 + name("functools", "reduce") + name("builtins", "getattr")
        + b"\x85R.",
        "computed-module": PROTO4 + name("builtins", "str") + text("os") + b"\x85R"
        + text("getcwd") + b"\x93)R.",
        "computed-attribute": PROTO4 + text("os") + name("builtins", "str") + text("getcwd")
        + b"\x85R\x93)R.",
        "computed-from-bytes": PROTO4 + name("_codecs", "encode") + text("os") + b"\x85R"
        + text("getcwd") + b"\x93)R.",
        "call-of-instance": PROTO4 + estimator + b")R)R.",
        "call-of-list-item": PROTO4 + b"]" + name("sklearn.base", "BaseEstimator") + b"a)R.",
        "new-of-computed-class": PROTO4 + estimator + b")R)\x81.",
        "reconstructor-of-computed": PROTO4 + name("copyreg", "_reconstructor") + b"(" + CALL
        + name("builtins", "object") + b"NtR.",
        "reconstructor": b"\x80\x02" + name("copyreg", "_reconstructor") + b"("
        + name("subprocess", "Popen") + name("builtins", "object") + b"NtR.",
        "newobj-function": b"\x80\x02" + name("copyreg", "__newobj__")
        + name("subprocess", "Popen") + b"\x85R.",
        "setstate-in-state": b"\x80\x02" + estimator + b")\x81}U\x0c__setstate__"
        + name("collections", "OrderedDict") + b"sb.",
        "reduce-in-slots": b"\x80\x02" + estimator + b")\x81N}U\x0a__reduce__K\x01s\x86b.",
        "append-in-state": b"\x80\x02" + estimator + b")\x81}U\x06append"
        + name("collections", "OrderedDict") + b"sbK\x01a.",
        "state-of-a-class": b"\x80\x02" + estimator + b"}U\x07predictK\x01sb.",
        "item-of-a-module": b"\x80\x02" + name("sys", "modules") + b"U\x02osK\x01s.",
        "item-of-a-class": b"\x80\x02" + estimator + b"K\x01K\x02s.",
        "nested-loads": PROTO4 + name("pickle", "loads") + constant + b"\x85R.",
        "nested-loads-compressed": PROTO4 + name("pickle", "loads")
        + name("zlib", "decompress") + b"C" + bytes([len(zlib.compress(inner))])
        + zlib.compress(inner) + b"\x85R\x85R.",
        "nested-in-unknown": PROTO4 + name("mylib.io", "restore") + constant + b"\x85R.",
        "nested-protocol-2": b"\x80\x02" + name("mylib.io", "restore") + name("_codecs", "encode")
        + b"X" + struct.pack("<I", len(inner.decode("latin1").encode())) + inner.decode("latin1").encode()
        + b"U\x06latin1\x86R\x85R.",
        "distribution-program": b"\x80\x02" + DISTRIBUTION + b")\x81}" + text("_parse_arg_template")
        + text("import os") + b"sb.",
        "distribution-changed-later": b"\x80\x02" + DISTRIBUTION + b")\x81}q\x00"
        + text("_parse_arg_template") + text("import os") + b"sb0h\x00" + text("_parse_arg_template")
        + text("") + b"s.",
        "array-at-any-address": b"\x80\x02" + name("sklearn.utils", "Bunch") + b")\x81"
        + text("__array_interface__") + b"}s.",
        "method-of-a-module": PROTO4 + get + name("os", "path") + text("join") + b"\x86R.",
        "class-of-a-text-type": PROTO4 + get + name("builtins", "str") + text("__class__") + b"\x86R.",
        "second-pickle": wrapper + inner,
        "third-pickle": wrapper + wrapper + inner,
        "second-pickle-broken": wrapper + PROTO4 + CALL,
        "broken-before-stop": PROTO4 + CALL,
        "broken-by-unknown-instruction": PROTO4 + CALL + b"\xff\xff",
        "broken-stack": PROTO4 + CALL + b"000.",
        "extension-and-call": PROTO4 + b"\x82\x01" + CALL + b"\x86.",
        "persistent-and-call": b"\x80\x02Pname\n" + CALL + b"\x86.",
        "persistent-of-a-call": b"\x80\x02" + CALL + b"Q.",
    }


def dumped(value: object, **options: object) -> bytes:
    stream = io.BytesIO()
    joblib.dump(value, stream, **options)
    return stream.getvalue()


class Gadget:
    """Calls a function when it is loaded, which nobody does."""

    def __init__(self, module: str, attribute: str):
        self.module, self.attribute = module, attribute

    def __reduce__(self):
        import importlib

        return getattr(importlib.import_module(self.module), self.attribute), ()


def by_joblib() -> dict[str, bytes]:
    """Behind, between and in the arrays of joblib."""
    gadget = Gadget("os", "getcwd")
    array = np.arange(100.0)
    spelling = np.frombuffer(b"\x80\x04N." * 100, dtype=np.uint8)
    objects = np.array([1, gadget, None], dtype=object)
    records = np.array([(1, gadget)], dtype=[("a", "i8"), ("b", "O")])
    values = {
        "behind-array": [array, gadget],
        "between-arrays": [array, gadget, array],
        "before-array": [gadget, array],
        "behind-array-that-spells-a-pickle": [spelling, gadget],
        "in-object-array": objects,
        "in-structured-array": records,
        "behind-object-array": [np.array(["a", None], dtype=object), gadget],
        "behind-empty-array": [np.zeros((0, 3)), gadget],
        "behind-single": [np.array(2.5), gadget],
        "behind-texts": [np.array(["ab", "é"]), gadget],
        "behind-fortran": [np.asfortranarray(np.ones((3, 4))), gadget],
        "behind-matrix": [np.matrix([[1.0]]), gadget],
        "behind-dates": [np.array(["2026-01-15"], dtype="datetime64[s]"), gadget],
    }
    files = {f"joblib-{label}": dumped(value) for label, value in values.items()}
    for protocol in range(6):
        files[f"joblib-protocol-{protocol}"] = dumped([array, gadget], protocol=protocol)
    for method in ("zlib", "gzip", "bz2", "xz", "lzma", "lz4"):
        files[f"joblib-{method}"] = dumped([array, gadget], compress=(method, 3))
    files["joblib-twice-compressed"] = gzip.compress(dumped([array, gadget], compress=3))
    files["joblib-not-aligned"] = unaligned([array, gadget])
    files["joblib-plain-in-array"] = unaligned(
        [np.frombuffer(CALL + b"." + bytes(64), dtype=np.uint8), 1])
    files["joblib-frame-over-array"] = frame_over_array()
    files["joblib-plain-in-objects"] = plain_in_objects()
    return files


def unaligned(value: object) -> bytes:
    """As joblib before 1.2 wrote: no padding in front of an array."""

    class Stream(io.BytesIO):
        def tell(self):
            raise io.UnsupportedOperation("tell")

    stream = Stream()
    joblib.dump(value, stream)
    return stream.getvalue()


def frame_over_array() -> bytes:
    """joblib reads an array from behind the frame, and goes on with what is left of the frame."""
    content = dumped(np.zeros(64, dtype=np.uint8), protocol=4)
    start = content.index(b"\x95")
    size = struct.unpack("<Q", content[start + 1 : start + 9])[0]
    end = start + 9 + size
    hidden = CALL + b"0."
    frame = content[start + 9 : end] + hidden
    return (content[:start] + b"\x95" + struct.pack("<Q", len(frame)) + frame
            + content[end:] + bytes(64))


def plain_in_objects() -> bytes:
    """An array of objects whose pickle names other values for pickle.load than for joblib."""
    content = dumped(["os", "getcwd", np.array([None], dtype=object)], protocol=4)
    end = content.index(b"ub\x80") + 2
    # To joblib value 1 is "numpy" and value 2 "dtype"; to pickle.load they are "os" and "getcwd".
    inner = b"\x80\x05" + text("x") + b"\x940" + text("numpy") + b"\x940" + text("dtype") + b"\x940"
    return content[:end] + inner + b"h\x01h\x02\x930N." + content[content.index(b".", end) + 1 :]


def by_container() -> dict[str, bytes]:
    inner = PROTO4 + CALL + STOP
    npy = io.BytesIO()
    np.save(npy, np.array([Gadget("os", "getcwd")], dtype=object), allow_pickle=True)
    npz = io.BytesIO()
    np.savez_compressed(npz, a=np.arange(3), b=np.array([Gadget("os", "getcwd")], dtype=object))
    return {
        "gzip.pkl.gz": gzip.compress(inner),
        "gzip-members.pkl.gz": gzip.compress(PROTO4) + gzip.compress(CALL + STOP),
        "gzip-without-end.pkl.gz": gzip.compress(inner)[:-4],
        "zlib.joblib": zlib.compress(inner),
        "bz2.joblib": bz2.compress(inner),
        "xz.joblib": lzma.compress(inner),
        "lzma.joblib": lzma.compress(inner, format=lzma.FORMAT_ALONE),
        "zip-stored.zip": zipped({"model.pkl": inner}, zipfile.ZIP_STORED),
        "zip-deflated.zip": zipped({"a.txt": b"hello", "b/model.bin": inner}, zipfile.ZIP_DEFLATED),
        "zip-of-zip.zip": zipped({"x.zip": zipped({"m": inner}, zipfile.ZIP_STORED)}, 8),
        "zip-of-gzip.zip": zipped({"x.pkl.gz": gzip.compress(inner)}, 8),
        "zip-bzip2.zip": zipped({"m": inner}, zipfile.ZIP_BZIP2),
        "zip-lzma.zip": zipped({"m": inner}, zipfile.ZIP_LZMA),
        "files.tar": tarred({"readme.txt": b"hello", "m.pkl": inner}),
        "files.tar.gz": gzip.compress(tarred({"m.pkl": inner})),
        "objects.npy": npy.getvalue(),
        "objects.npz": npz.getvalue(),
        "torch.pt": zipped(
            {"archive/data.pkl": b"\x80\x02" + CALL + STOP, "archive/data/0": bytes(64)}, 0),
        "npz-like-torch.npz": zipped(
            {"data.pkl": pickle.dumps(1), "data/x.npy": npy.getvalue()}, 0),
        "npz-like-keras.npz": zipped(
            {"config.json": b"{}", "model.weights.h5": npy.getvalue()}, 0),
        "behind-zlib.joblib": zlib.compress(pickle.dumps(1)) + inner,
        "program.py": inner,
        "torch-array.pt": zipped(
            {"m/data.pkl": b"\x80\x02]q\x00.", "m/data.pkl2": b"\x80\x02" + CALL + STOP}, 0),
    }


def tarred(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for label, content in members.items():
            entry = tarfile.TarInfo(label)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


def hidden() -> bytes:
    """An archive with an entry that its directory leaves out."""
    archive = zipped({"a": b"1", "m.pkl": PROTO4 + CALL + STOP}, 0)
    start, last = archive.index(b"PK\x01\x02"), archive.rindex(b"PK\x01\x02")
    end = archive.rindex(b"PK\x05\x06")
    line = archive[start:last]
    return archive[:start] + line + archive[end:end + 8] + struct.pack(
        "<HHIIH", 1, 1, len(line), start, 0)


def zipped(members: dict[str, bytes], method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for label, content in members.items():
            archive.writestr(zipfile.ZipInfo(label), content, compress_type=method)
    return stream.getvalue()


def dangerous() -> dict[str, bytes]:
    """Files whose verdict has to be dangerous."""
    groups = [by_instruction(), by_name(), by_construction()]
    files = {f"{label}.pkl": content for group in groups for label, content in group.items()}
    files |= {f"{label}.joblib": content for label, content in by_joblib().items()}
    return files | by_container()


def npy_of_numbers() -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.arange(3))
    return stream.getvalue()


def doubtful() -> dict[str, bytes]:
    """Files that must not be clean: nobody can say what they do."""
    keras = {"class_name": "Sequential", "config": {"layers": [{"class_name": "Lambda"}]}}
    return {
        "unknown-function": PROTO4 + name("mylib.models", "restore") + b")R.",
        "unknown-class": PROTO4 + name("mylib.models", "Model") + b")\x81}U\x01aK\x01sb.",
        "main-class": PROTO4 + name("__main__", "Model") + b")\x81.",
        "persistent": b"\x80\x02Pname\n.",
        "persistent-binary": b"\x80\x02K\x01Q.",
        "extension-1": b"\x80\x02\x82\x01.",
        "extension-2": b"\x80\x02\x83\x01\x01.",
        "extension-4": b"\x80\x02\x84\x01\x01\x00\x00.",
        "trailing-bytes": pickle.dumps([1]) + b"\xff\xfe trailing",
        "ends-early": pickle.dumps({"a": [1, 2, 3]})[:-4],
        "out-of-band": b"\x80\x05\x97.",
        "random": bytes((i * 89 + 7) % 256 for i in range(500)),
        "gzip-of-random": gzip.compress(bytes((i * 89 + 7) % 256 for i in range(500))),
        "gzip-damaged": gzip.compress(pickle.dumps([1]))[:-6] + b"\0\0\0\0\0\0",
        "sklearn-function": PROTO4 + name("sklearn.datasets", "fetch_openml") + b")R.",
        "sklearn-foreign": PROTO4 + name("sklearn.base", "Parallel") + b")R.",
        "similar-letters": PROTO4 + stack_name("sklearn.neighbors._kd_tree", "\u212aDTree") + b")R.",
        "keras-lambda": zipped({"config.json": json.dumps(keras).encode()}, 8),
        "memo-unknown": b"Np0\n0?",
        "zip-with-hidden-entry": hidden(),
        "tar-twice": tarred({"a": b"1"}) + tarred({"m.pkl": PROTO4 + CALL + STOP}),
        "called-function": PROTO4 + name("numpy", "log1p") + b"K\x01\x85R.",
        "model-of-a-path": PROTO4 + name("lightgbm.basic", "Booster") + b"NN" + text("x") + b"\x87R.",
        "npy-and-more": npy_of_numbers() + PROTO4 + CALL + STOP,
        "npy-cut": b"\x93NUMPY\x01\x00\xff\xff{'descr': '|O'",
        "second-state": b"\x80\x02" + name("sklearn.base", "BaseEstimator") + b")\x81}b}b.",
        "wrapper-of-unknown-size": b"\x80\x02" + name("joblib.numpy_pickle", "NumpyArrayWrapper")
        + b")\x81}U\x05shapeNsb" + bytes(100),
    }
