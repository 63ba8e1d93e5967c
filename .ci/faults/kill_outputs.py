"""Kills the commands that write a file beside a registry at every system call: the file is whole or absent.

usage: kill_outputs.py REGISTRY [--every N]

`golden`, `convert` and `export --format mlflow` write no registry, so kill_sweep.py does not see what they
leave. Each is killed when it enters each Nth system call of a clean run (default: every third); then the
file has to be absent or what a clean run wrote, and the command, given again, writes it. Needs strace.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

from program import fail, run

TREE = """tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=0
objective=regression
feature_names=a
feature_infos=[0:1]
tree_sizes={size}

{tree}end of trees

pandas_categorical:null
"""
ONE = """Tree=0
num_leaves=2
num_cat=0
split_feature=0
split_gain=1
threshold=0.5
decision_type=2
left_child=-1
right_child=-2
leaf_value=1 2
is_linear=0
shrinkage=1


"""


def contents(path: Path) -> dict[str, bytes] | None:
    """Every file below a path, or the file itself; `None` where there is nothing."""
    if path.is_file():
        return {"": path.read_bytes()}
    if not path.exists():
        return None
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def clear(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)
    path.unlink(missing_ok=True)


def sweep(name: str, words: list, output: Path, every: int) -> None:
    clear(output)
    trace = output.parent / "trace"
    run("strace", "-f", "-qq", "-o", trace, *words)
    whole = contents(output)
    if whole is None:
        fail(f"{name} wrote nothing")
    counts: dict[str, int] = {}
    calls = []
    for line in trace.read_text(errors="replace").splitlines():
        found = re.match(r"\d+\s+(\w+)\(", line)
        if found and found[1] not in ("execve", "exit_group"):
            counts[found[1]] = counts.get(found[1], 0) + 1
            calls.append((found[1], counts[found[1]]))
    seen = [0, 0]
    for call, number in calls[::every]:
        clear(output)
        run("strace", "-f", "-qq", "-o", "/dev/null",
            "-e", f"inject={call}:signal=SIGKILL:when={number}", *words)
        left = contents(output)
        if left not in (None, whole):
            fail(f"{name} killed at {call} {number} left {sorted(left)}")
        seen[left is not None] += 1
        clear(output)
        run(*words)
        if contents(output) != whole:
            fail(f"{name} killed at {call} {number} and given again wrote something else")
    print(f"{name}: {sum(seen)} kills ({seen[0]} absent, {seen[1]} whole); 0 other states", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("--every", type=int, default=3)
    given = arguments.parse_args()
    program = given.registry.resolve()
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        model, rows = work / "model.txt", work / "rows.csv"
        model.write_text(TREE.format(size=len(ONE), tree=ONE))
        rows.write_text("a\n0.25\n0.75\n")
        (work / "model_metadata.json").write_text(
            '{"model_version": "v1.0.0", "created_at": "2026-01-15T00:00:00Z", "seed": 1, '
            '"expected_features": ["a"], "model_family": "lightgbm", "libs_versions": {}}')
        (work / "model_signature.json").write_text(
            '{"input_schema": {"a": "float"}, "output_schema": {"prediction": "float"}}')
        (work / "metrics.json").write_text('{"test_metrics": {}}')
        sweep("golden", [program, "golden", "--model", model, "--input", rows, "-o", work / "g.json"],
              work / "g.json", given.every)
        sweep("convert", [program, "convert", model, "--input", rows, "-o", work / "m.onnx"],
              work / "m.onnx", given.every)
        artifacts = work / "artifacts"
        artifacts.mkdir()
        shutil.copy(work / "m.onnx", artifacts / "model.onnx")
        for name in ["model_metadata.json", "model_signature.json", "metrics.json"]:
            shutil.copy(work / name, artifacts)
        registry = ["--registry", work / "registry"]
        run(program, "register", "v1.0.0", "--artifacts", artifacts, *registry)
        words = [program, "export", "v1.0.0", "--format", "mlflow", "--output", work / "served"]
        sweep("export --format mlflow", [*words, *registry], work / "served", given.every)


if __name__ == "__main__":
    sys.exit(main())
