"""Writes a registry as the existing Python tool does, and reads it back.

usage: python_written.py DIR
       python_written.py DIR --champion VERSION --previous VERSION

The first form writes v1.0.0, v1.1.0 and v1.2.0 with champion v1.1.0, before it v1.0.0. The second
checks that the champion is as given, and that the versions are as Python wrote them, byte for byte.
"""

import argparse
import hashlib
import json
import shutil
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

FIRST = datetime(2026, 1, 15, 10, 30, 0, 737556, tzinfo=timezone.utc)
VERSIONS = ["v1.0.0", "v1.1.0", "v1.2.0"]
DIGESTS = "written_by_python.json"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False), encoding="utf-8")


def write_version(registry: Path, version: str, number: int) -> None:
    directory = registry / version
    (directory / "monitoring_baseline").mkdir(parents=True)
    created = (FIRST + timedelta(days=number)).isoformat()
    (directory / "model.joblib").write_bytes(b"\x80\x04 not really a pickle " + bytes([number]))
    dump(
        directory / "model_metadata.json",
        {"model_version": version, "created_at": created, "model_family": "hist_gb", "seed": 42},
    )
    dump(
        directory / "model_signature.json",
        {
            "input_schema": {"instituição_2023": "object", "idade_2023": "float64"},
            "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"},
        },
    )
    dump(
        directory / "metrics.json",
        {"test_metrics": {"recall": 0.9 + number / 100, "confusion_matrix": [[0, 74], [0, 49]]}},
    )
    dump(directory / "monitoring_baseline" / "feature_profile.json", {"n_rows": 765})
    names = ["metrics.json", "model.joblib", "model_metadata.json", "model_signature.json"]
    dump(
        directory / "manifest.json",
        {
            "version": version,
            "created_at": created,
            "promoted_by": "ml_engineer",
            "notes": f"geração {number}",
            "status": "champion" if version == "v1.1.0" else "registered",
            "hashes": {name: sha256(directory / name) for name in names},
            "artifacts": [*names, "monitoring_baseline"],
            "has_baseline": True,
        },
    )


def write(registry: Path) -> None:
    for number, version in enumerate(VERSIONS):
        write_version(registry, version, number)
    dump(
        registry / "champion.json",
        {
            "version": "v1.1.0",
            "promoted_at": (FIRST + timedelta(days=1, hours=2)).isoformat(),
            "promoted_by": "ml_engineer",
            "previous_champion": "v1.0.0",
            "ticket": "kept by whoever writes this file",
        },
    )
    # The tool keeps copies of replaced champions here.
    shutil.copytree(registry / "v1.0.0", registry / "rollback" / "v1.0.0")
    dump(registry / DIGESTS, digests(registry))


def digests(registry: Path) -> dict[str, str]:
    """The hash of every file below a version or `rollback/`."""
    parts = [*VERSIONS, "rollback"]
    files = (file for part in parts for file in (registry / part).rglob("*") if file.is_file())
    return {file.relative_to(registry).as_posix(): sha256(file) for file in sorted(files)}


def check(registry: Path, champion: str, previous: str) -> int:
    record = json.loads((registry / "champion.json").read_text(encoding="utf-8"))
    model = registry / record["version"] / "model.joblib"
    promoted = datetime.fromisoformat(record["promoted_at"])
    claims = {
        f"the champion is {champion}": record["version"] == champion,
        f"the champion before is {previous}": record["previous_champion"] == previous,
        "an unknown field is kept": record.get("ticket") == "kept by whoever writes this file",
        "the time has a zone": promoted.tzinfo is not None,
        "the model is there": model.is_file(),
        "nothing that Python wrote has changed": digests(registry)
        == json.loads((registry / DIGESTS).read_text(encoding="utf-8")),
    }
    failures = [claim for claim, holds in claims.items() if not holds]
    for failure in failures:
        print(f"  FAILED not so: {failure}", file=sys.stderr)
    if not failures:
        print(f"  Python reads champion {champion}, before {previous}; all its files unchanged")
    return 1 if failures else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("registry", type=Path)
    parser.add_argument("--champion")
    parser.add_argument("--previous")
    options = parser.parse_args()
    if options.champion:
        return check(options.registry, options.champion, options.previous)
    write(options.registry)
    print(f"  Python wrote {', '.join(VERSIONS)} with champion v1.1.0")
    return 0


if __name__ == "__main__":
    sys.exit(main())
