"""Writes a directory for each foreign model that this environment's libraries can make.

usage: make.py OUT [--only WORD ...] [--names NAME ...] [--every N]

OUT gets NAME/ with the model's file, rows.csv, expected.csv (what the library itself answers), the
three JSON files that a team's training script writes beside it, and case.json, which compare.py
reads. --only takes the names that contain one of the words, --names just these, --every each Nth of
what is left. With FOREIGN_MODELS=small in the environment models and rows are few, as for fixtures.
"""

import argparse
import importlib
import os
import sys
import traceback
import warnings
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from case import write_case

SOURCES = [
    "sklearn_cases", "sklearn_team_cases", "sklearn_variations",
    "sklearn_engineered",
    "xgboost_cases", "lightgbm_cases", "wrapper_cases", "boosted_variations",
    "onnx_cases", "onnx_boosted_cases", "onnx_variations", "onnx_networks",
]
LIBRARIES = [
    "scikit-learn", "lightgbm", "xgboost", "catboost", "skl2onnx", "onnxmltools", "onnx",
    "onnxruntime", "numpy", "pandas", "joblib",
]


def versions() -> dict[str, str]:
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            pass
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--names", nargs="*")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    # Read when the libraries are loaded: threads that wait for each other are slow where others work.
    os.environ["OMP_NUM_THREADS"] = "1"
    libraries, models, rows, failed = versions(), 0, 0, []
    named = [pair for source in SOURCES for pair in importlib.import_module(source).cases()]
    if options.only:
        named = [pair for pair in named if any(word in pair[0] for word in options.only)]
    if options.names is not None:
        named = [pair for pair in named if pair[0] in options.names]
    for name, build in named[:: options.every]:
        try:
            rows += write_case(build(), options.out, libraries)
            models += 1
        except Exception as error:
            failed.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
            if len(named) == 1:
                traceback.print_exc()
    print(f"{models} models, {rows} rows in {options.out}; {len(failed)} could not be made")
    print("\n".join(failed))
    return 0 if models else 1


if __name__ == "__main__":
    sys.exit(main())
