"""Reads our registry with nothing but Python's standard library and checks every link in it.

usage: python_reader.py REGISTRY
"""

import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

failures: list[str] = []
SEAL = re.compile(rb'("self_sha256": ")([0-9a-f]{64})(")')


def expect(condition: bool, claim: str) -> None:
    if not condition:
        failures.append(claim)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def check_seal(path: Path) -> None:
    """The seal is the hash of the file with the seal's own digits written as zeros."""
    content = path.read_bytes()
    seals = SEAL.findall(content)
    expect(len(seals) == 1, f"{path} has {len(seals)} seals")
    if len(seals) == 1:
        blanked = SEAL.sub(rb"\g<1>" + b"0" * 64 + rb"\g<3>", content)
        expect(sha256(blanked) == seals[0][1].decode(), f"{path}: the seal is broken")


def check_version(directory: Path) -> int:
    """The manifest lists every file with its hash and size; nothing can be written."""
    path = directory / "manifest.json"
    check_seal(path)
    manifest = json.loads(path.read_bytes())
    expect(manifest["schema_version"] == 1, f"{path}: schema_version")
    expect(manifest["version"] == directory.name, f"{path}: version")
    there = {
        file.relative_to(directory).as_posix() for file in directory.rglob("*") if file.is_file()
    }
    expect(there - {"manifest.json"} == set(manifest["hashes"]), f"{directory}: other files")
    expect(sorted(manifest["hashes"]) == manifest["artifacts"], f"{path}: artifacts")
    for name, digest in manifest["hashes"].items():
        content = (directory / name).read_bytes()
        expect(sha256(content) == digest, f"{directory / name}: hash")
        expect(len(content) == manifest["sizes"][name], f"{directory / name}: size")
    has_baseline = any(name.startswith("monitoring_baseline/") for name in there)
    expect(manifest["has_baseline"] == has_baseline, f"{path}: has_baseline")
    for entry in [directory, *directory.rglob("*")]:
        wanted = 0o555 if entry.is_dir() else 0o444
        mode = stat.S_IMODE(entry.stat().st_mode)
        expect(mode == wanted, f"{entry}: mode {mode:o}, not {wanted:o}")
    return len(there)


def check_alias(path: Path, registry: Path) -> None:
    """The alias pins the manifest that it means."""
    check_seal(path)
    record = json.loads(path.read_bytes())
    manifest = registry / record["version"] / "manifest.json"
    expect(record["manifest_sha256"] == sha256(manifest.read_bytes()), f"{path}: manifest_sha256")
    previous = "previous_champion" if path.name == "champion.json" else "previous_version"
    for field in ("promoted_at", "promoted_by", previous, "generation", "reason"):
        expect(field in record, f"{path}: no {field}")


def check_journal(path: Path) -> int:
    """Each line names the hash of the line before."""
    content = path.read_bytes()
    expect(content.endswith(b"\n"), f"{path}: the last line is torn")
    previous = None
    lines = content.splitlines()
    for number, line in enumerate(lines, 1):
        entry = json.loads(line)
        expect(entry["sequence"] == number, f"{path}:{number}: sequence")
        expect(entry["previous_sha256"] == previous, f"{path}:{number}: previous_sha256")
        previous = sha256(line)
    return len(lines)


def contract(registry: str) -> str:
    """The complete client of the contract."""
    version = json.load(open(f"{registry}/champion.json"))["version"]
    model = f"{registry}/{version}/model.onnx"
    return model


def main() -> int:
    registry = Path(sys.argv[1])
    model = contract(os.fspath(registry))
    expect(Path(model).stat().st_size > 0, "the champion's model is empty")
    versions = [path for path in registry.iterdir() if path.is_dir() and path.name[0] == "v"]
    files = sum(check_version(directory) for directory in versions)
    aliases = [path for path in registry.glob("*.json") if path.name != "policy.json"]
    for path in aliases:
        check_alias(path, registry)
    lines = check_journal(registry / ".registry" / "journal.jsonl")
    print(
        f"  {len(versions)} versions with {files} files, {len(aliases)} aliases,"
        f" {lines} lines of history: every hash, seal and mode is right"
        if not failures
        else f"  read {files} files"
    )
    for failure in failures:
        print(f"  FAILED {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
