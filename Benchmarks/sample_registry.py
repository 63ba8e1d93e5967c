"""Artifacts and large registries for the benchmarks, written without the program."""

import hashlib
import json
import time
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


def sealed(record: dict, indent: int | None = 2) -> bytes:
    """The text of a record, or a line, with the seal that docs/format.md specifies."""
    blank = json.dumps({**record, "self_sha256": ZEROS}, indent=indent) + ("\n" if indent else "")
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
        # As it is: `list` compares it with the times of the files.
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        target = registry / version
        target.mkdir()
        for name, content in FILES.items():
            (target / name).write_bytes(content)
            (target / name).chmod(0o444)
        manifest = sealed({
            "schema_version": 1, "version": version, "status": "registered", "created_at": created,
            "registered_by": "ana", "notes": "", "artifacts": sorted(FILES), "hashes": hashes,
            "sizes": sizes, "has_baseline": False,
            "lineage": {"run_id": None, "data_sha256": None, "code_version": None, "parent": None}})
        (target / "manifest.json").write_bytes(manifest)
        (target / "manifest.json").chmod(0o444)
        target.chmod(0o555)
        line = sealed({
            "sequence": number + 1, "time": created, "event": "register", "version": version,
            "actor": "ana", "reason": "", "manifest_sha256": hashlib.sha256(manifest).hexdigest(),
            "metric": {"name": "pr_auc", "value": 0.86}, "previous_sha256": before}, indent=None)
        before = hashlib.sha256(line).hexdigest()
        lines.append(line + b"\n")
    (registry / ".registry" / "journal.jsonl").write_bytes(b"".join(lines))
    return registry
