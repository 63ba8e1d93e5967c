"""What a registry in plain Python does, without locks, flushes or seals: the peer of registry_speed.py.

usage: python_peers.py resolve|register|promote|list|copy ...
"""

import argparse
import hashlib
import json
import shutil
from datetime import datetime, timezone
from pathlib import Path


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resolve(registry: Path) -> Path:
    """The three lines of the contract."""
    version = json.loads((registry / "champion.json").read_text())["version"]
    return registry / version / "model.bin"


def copy(source: Path, target: Path) -> None:
    """Copies one file and hashes what was copied."""
    shutil.copy2(source, target)
    print(sha256(target))


def register(artifacts: Path, registry: Path, version: str) -> None:
    target = registry / version
    if target.exists():
        raise SystemExit(f"{version} exists")
    target.mkdir(parents=True)
    for path in artifacts.iterdir():
        if path.suffix == ".json":
            json.loads(path.read_text())
        shutil.copy2(path, target / path.name.replace("_v1", ""))
    hashes = {path.name: sha256(path) for path in sorted(target.iterdir())}
    manifest = {"version": version, "created_at": now(), "artifacts": list(hashes), "hashes": hashes}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2))


def promote(registry: Path, version: str) -> None:
    manifest = json.loads((registry / version / "manifest.json").read_text())
    for name, digest in manifest["hashes"].items():
        if sha256(registry / version / name) != digest:
            raise SystemExit(f"{name} is damaged")
    alias = registry / "champion.json"
    before = json.loads(alias.read_text())["version"] if alias.exists() else None
    alias.write_text(json.dumps(
        {"version": version, "promoted_at": now(), "previous_champion": before}, indent=2))


def list_versions(registry: Path) -> None:
    champion = json.loads((registry / "champion.json").read_text())["version"]
    rows = []
    for path in registry.iterdir():
        if not path.name.startswith("v") or not path.is_dir():
            continue
        manifest = json.loads((path / "manifest.json").read_text())
        metrics = json.loads((path / "metrics.json").read_text())
        rows.append((tuple(int(part) for part in path.name[1:].split(".")), path.name,
                     manifest["created_at"], metrics["test_metrics"]["recall"]))
    for _, name, created, recall in sorted(rows, reverse=True):
        print(name, "champion" if name == champion else "registered", created, recall)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    for name, action, arguments in (
            ("resolve", lambda a: print(resolve(a.registry)), ["registry"]),
            ("copy", lambda a: copy(a.source, a.target), ["source", "target"]),
            ("register", lambda a: register(a.artifacts, a.registry, a.version.name),
             ["artifacts", "registry", "version"]),
            ("promote", lambda a: promote(a.registry, a.version.name), ["registry", "version"]),
            ("list", lambda a: list_versions(a.registry), ["registry"])):
        command = commands.add_parser(name)
        command.set_defaults(action=action)
        for argument in arguments:
            command.add_argument(argument, type=Path)
    given = parser.parse_args()
    given.action(given)
