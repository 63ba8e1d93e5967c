"""How a fitted Python object lands in a file: every way that teams use."""

import pickle
from pathlib import Path

import joblib


def pickled(protocol: int):
    def save(model, directory: Path) -> str:
        (directory / "model.pkl").write_bytes(pickle.dumps(model, protocol=protocol))
        return "model.pkl"

    return save


def joblibbed(compress=0, suffix: str = "joblib"):
    def save(model, directory: Path) -> str:
        joblib.dump(model, directory / f"model.{suffix}", compress=compress)
        return f"model.{suffix}"

    return save


STORAGE = {
    "plain": joblibbed(),
    "zlib": joblibbed(3),
    "gzip": joblibbed(("gzip", 3)),
    "bz2": joblibbed(("bz2", 3)),
    "xz": joblibbed(("xz", 3)),
    "lzma": joblibbed(("lzma", 3)),
    "lz4": joblibbed("lz4"),
    "pickle2": pickled(2),
    "pickle3": pickled(3),
    "pickle4": pickled(4),
    "pickle5": pickled(5),
}
