"""Writes what was measured into docs/learners.md, between the markers of a section."""

import datetime
import importlib.metadata
import os
import pathlib
import platform

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/learners.md"
LIBRARIES = ("scikit-learn", "lightgbm", "xgboost", "pandas", "polars", "numpy")


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(map(str, line)) + " |" for line in lines] + [""]


def measured_with(rounds, load):
    """What a reader needs to judge numbers: when, on what, beside how much other work, with what."""
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line]
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    return [f"Measured on {datetime.date.today()}, {rounds}, on {len(names)} processors ({names[0]}),"
            f" load average before and after {load[0]:.1f} and {os.getloadavg()[0]:.1f}, with Python"
            f" {platform.python_version()}, {versions}.", ""]


def write_section(name, lines):
    begin, end = f"<!-- {name}: written by Benchmarks/learners -->", f"<!-- end of {name} -->"
    text = PAGE.read_text()
    before, rest = text.split(begin)
    PAGE.write_text("\n".join([before + begin, "", *lines, end]) + rest.split(end)[1])
    print("\n".join(lines))
