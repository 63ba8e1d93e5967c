"""Artifacts and large registries for the benchmarks, written without the program."""

import hashlib
import json
from pathlib import Path

ZEROS = "0" * 64
FILES = {
    "model.bin": b"model bytes",
    "model_metadata.json": json.dumps({"seed": 42, "model_family": "hist_gb"}).encode(),
    "model_signature.json": json.dumps({
        "input_schema": {"fase": "object", "idade": "float64"},
        "output_schema": {"risk_score": "float", "risk_label": "int"}}).encode(),
    "metrics.json": json.dumps({
        "best_model": "hist_gb", "test_metrics": {"recall": 0.75, "pr_auc": 0.86}}).encode(),
}


def sealed(record: dict) -> bytes:
    """The text of a record with the seal that docs/format.md specifies."""
    blank = json.dumps({**record, "self_sha256": ZEROS}, indent=2) + "\n"
    return blank.replace(ZEROS, hashlib.sha256(blank.encode()).hexdigest()).encode()


def write_artifacts(directory: Path, model_bytes: int = 11) -> Path:
    directory.mkdir(parents=True)
    for name, content in FILES.items():
        stem, suffix = name.split(".")
        (directory / f"{stem}_v1.{suffix}").write_bytes(content)
    with open(directory / "model_v1.bin", "wb") as file, open("/dev/urandom", "rb") as random:
        while model_bytes > 0:
            model_bytes -= file.write(random.read(min(model_bytes, 1 << 20)))
    return directory


def write_registry(registry: Path, count: int) -> Path:
    """A registry of many versions with its history, as `register` would have left it."""
    (registry / ".registry" / "staging").mkdir(parents=True)
    (registry / ".registry" / "format.json").write_text('{\n  "format": 1\n}\n')
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    sizes = {name: len(content) for name, content in FILES.items()}
    before, lines = None, []
    for number in range(count):
        version = f"v1.{number // 100}.{number % 100}"
        time = f"2026-01-{1 + number // 1000:02d}T{number // 60 % 24:02d}:{number % 60:02d}:00Z"
        target = registry / version
        target.mkdir()
        for name, content in FILES.items():
            (target / name).write_bytes(content)
            (target / name).chmod(0o444)
        manifest = sealed({
            "schema_version": 1, "version": version, "status": "registered", "created_at": time,
            "registered_by": "ana", "notes": "", "artifacts": sorted(FILES), "hashes": hashes,
            "sizes": sizes, "has_baseline": False,
            "lineage": {"run_id": None, "data_sha256": None, "code_version": None, "parent": None}})
        (target / "manifest.json").write_bytes(manifest)
        (target / "manifest.json").chmod(0o444)
        target.chmod(0o555)
        line = json.dumps({
            "sequence": number + 1, "time": time, "event": "register", "version": version,
            "actor": "ana", "reason": "", "manifest_sha256": hashlib.sha256(manifest).hexdigest(),
            "previous_sha256": before})
        before = hashlib.sha256(line.encode()).hexdigest()
        lines.append(line + "\n")
    (registry / ".registry" / "journal.jsonl").write_text("".join(lines))
    return registry
