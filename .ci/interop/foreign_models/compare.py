"""Compares what `registry predict` answers with what the library answered that made each model.

usage: compare.py OUT [OUT ...] --registry BINARY [--only WORD ...] [--markdown FILE] [--quiet]

OUT is what make.py wrote. Prints a line for each model that is not right, a table of the families and
the total; --markdown puts these two between the marks of docs/models.md. Ends with 1 when a row is
over its tolerance, a label is another one, the program crashed, or a model is refused that is not
expected to be.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

TRUTHS = {"true": "1", "false": "0"}


@dataclass
class Verdict:
    """What came of one model."""

    case: dict
    rows: int = 0
    worst: float = 0.0
    over: int = 0
    other_labels: int = 0
    # Kinds of rows that the library refuses and we answer.
    answered: list[str] = field(default_factory=list)
    refusal: str = ""
    crash: str = ""
    example: str = ""

    @property
    def is_scored(self) -> bool:
        return not (self.refusal or self.crash)

    @property
    def is_wrong(self) -> bool:
        refused = self.refusal and not self.case["refusal_expected"]
        return bool(self.over or self.other_labels or refused or self.crash or self.answered)


class Crash(Exception):
    """The program ended by a signal."""


class Refusal(Exception):
    """The program said why it does not score."""


def predict(registry: Path, directory: Path, case: dict, rows: Path) -> pd.DataFrame:
    environment = {name: value for name, value in os.environ.items() if name != "MODEL_VERSION"}
    environment |= {
        "MODEL_PATH": str(directory / case["model"]),
        "METADATA_PATH": str(directory / "model_metadata.json"),
        "SIGNATURE_PATH": str(directory / "model_signature.json"),
    }
    with tempfile.TemporaryDirectory() as work:
        output = Path(work) / "answers.csv"
        command = [str(registry), "predict", "--input", str(rows), "--output", str(output)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=work)
        if done.returncode < 0 or done.returncode > 128:
            raise Crash(f"exit {done.returncode}: {done.stderr.strip()[-300:]}")
        if done.returncode:
            raise Refusal(done.stderr.strip())
        return pd.read_csv(output, dtype=str, keep_default_na=False)


def numbers(answers: pd.DataFrame, case: dict) -> np.ndarray | None:
    """The probabilities of each class, or the predictions; None when only labels are compared."""
    if case["labels_only"]:
        return None
    named = [f"probability_{label}" for label in case["classes"]]
    if named and set(named) <= set(answers):
        return parsed(answers[named])
    others = [n for n in answers if "label" not in n and n != "model_version"]
    if case["task"] == "multiclass":
        return parsed(answers[others[-len(named):]])
    return parsed(answers[others[:1]])


def parsed(answers: pd.DataFrame) -> np.ndarray:
    """The numbers of the cells; an empty one is no number."""
    return answers.replace("", "nan").astype(float).to_numpy()


def labels(answers: pd.DataFrame) -> np.ndarray:
    """The labels in one spelling: 1, 1.0 and True are the same label in different languages."""
    column = next(name for name in answers if "label" in name)
    return np.array([spelled(label) for label in answers[column]], dtype=object)


def spelled(label: str) -> str:
    label = TRUTHS.get(label.lower(), label)
    try:
        return repr(float(label))
    except ValueError:
        return label


def compare_numbers(verdict: Verdict, ours: np.ndarray, theirs: np.ndarray) -> None:
    """Differences count in proportion where numbers are beyond 1; none must be missing."""
    if ours.shape[1] == 1 and theirs.shape[1] == 2:
        theirs = theirs[:, 1:]
    if ours.shape != theirs.shape:
        verdict.over, verdict.example = len(theirs), f"{ours.shape} numbers, not {theirs.shape}"
        return
    if verdict.case["family"].startswith("xgboost"):
        ours = ours.astype(np.float32).astype(float)
    with np.errstate(invalid="ignore"):
        difference = np.abs(ours - theirs) / np.maximum(1, np.abs(theirs))
    difference[(ours == theirs) | (np.isnan(ours) & np.isnan(theirs))] = 0
    difference[np.isnan(difference)] = np.inf
    row = difference.max(axis=1)
    verdict.worst = float(row.max())
    verdict.over = int((row > verdict.case["tolerance"]).sum())
    if verdict.over:
        at = int(row.argmax())
        verdict.example = f"row {at + 1}: {ours[at].tolist()} for {theirs[at].tolist()}"


def compare(registry: Path, directory: Path) -> Verdict:
    case = json.loads((directory / "case.json").read_text())
    metadata = json.loads((directory / "model_metadata.json").read_text())
    case["versions"] = metadata["libs_versions"]
    verdict = Verdict(case)
    try:
        ours = predict(registry, directory, case, directory / "rows.csv")
        theirs = pd.read_csv(directory / "expected.csv", dtype=str, keep_default_na=False)
        verdict.rows = len(theirs)
        if len(ours) != len(theirs):
            verdict.over, verdict.example = len(theirs), f"{len(ours)} rows, not {len(theirs)}"
            return verdict
        given = numbers(ours, case)
        if given is not None:
            compare_numbers(verdict, given, numbers(theirs, case))
        if case["task"] != "regression":
            other = np.flatnonzero(labels(ours) != labels(theirs))
            verdict.other_labels = len(other)
            if len(other):
                verdict.example += (
                    f" label of row {other[0] + 1}: {labels(ours)[other[0]]}"
                    f" for {labels(theirs)[other[0]]}")
        verdict.answered = answered(registry, directory, case)
    except Refusal as refusal:
        verdict.refusal = str(refusal)
    except Crash as crash:
        verdict.crash = str(crash)
    return verdict


def answered(registry: Path, directory: Path, case: dict) -> list[str]:
    """The kinds of rows that the library refuses, of which we answer one."""
    found = []
    for rows in sorted(directory.glob("refused-*.csv")):
        try:
            predict(registry, directory, case, rows)
            found.append(rows.stem)
        except Refusal:
            pass
    return found


def line(verdict: Verdict, directory: Path) -> str:
    reasons = []
    if verdict.refusal:
        said = verdict.refusal.splitlines()[0].removeprefix("error: ")
        reasons.append(f"refused: {said.replace(f'{directory.resolve()}/', '')}")
    if verdict.crash:
        reasons.append(f"CRASHED {verdict.crash}")
    if verdict.over:
        reasons.append(f"{verdict.over} of {verdict.rows} rows over, worst {verdict.worst:.3g}")
    if verdict.other_labels:
        reasons.append(f"{verdict.other_labels} other labels")
    if verdict.answered:
        reasons.append(f"answers what the library refuses: {', '.join(verdict.answered)}")
    return f"{'; '.join(reasons)} {verdict.example}".strip()


def table(verdicts: list[Verdict]) -> list[str]:
    """A line a family, over all generations of its library."""
    lines = [
        "| family | made with | models | rows | worst difference | rows over | labels | refused |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    families = defaultdict(list)
    for verdict in verdicts:
        families[verdict.case["family"].replace("/", ": ")].append(verdict)
    for family, members in sorted(families.items()):
        scored = [verdict for verdict in members if verdict.is_scored]
        makers = ", ".join(sorted({made_with(verdict.case) for verdict in members}))
        lines.append(
            f"| {family} | {makers} | {len(scored)} | {sum(v.rows for v in scored):,} "
            f"| {max((v.worst for v in scored), default=0):.1g} | {sum(v.over for v in scored)} "
            f"| {sum(v.other_labels for v in scored)} | {len(members) - len(scored)} |")
    return lines


def made_with(case: dict) -> str:
    """What wrote the file, with its version."""
    library = case["family"].split("/")[0]
    library = case["exporter"] or library
    return f"{library} {case['versions'][library]}"


def written(page: Path, lines: list[str]) -> None:
    """Puts the lines between the two marks of a page, in place of what is there."""
    begin, end = "<!-- measured -->", "<!-- /measured -->"
    before, rest = page.read_text(encoding="utf-8").split(begin)
    after = rest.split(end)[1]
    text = "\n".join([before + begin, "", *lines, "", end + after])
    page.write_text(text, encoding="utf-8")


def total(verdicts: list[Verdict]) -> str:
    scored = [verdict for verdict in verdicts if verdict.is_scored]
    return (
        f"{len(verdicts)} models, {len(scored)} scored, {sum(v.rows for v in scored):,} rows, "
        f"worst difference {max((v.worst for v in scored), default=0):.2g}, "
        f"{sum(v.over for v in scored)} rows over, "
        f"{sum(v.other_labels for v in scored)} other labels, "
        f"{len(verdicts) - len(scored)} refused, {sum(v.is_wrong for v in verdicts)} models wrong")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="+")
    parser.add_argument("--registry", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    registry = options.registry.resolve()
    directories = [path.parent for out in options.out for path in sorted(out.glob("*/case.json"))]
    if options.only:
        directories = [d for d in directories if any(word in d.name for word in options.only)]
    verdicts = []
    for directory in directories:
        verdicts.append(compare(registry, directory.resolve()))
        if verdicts[-1].is_wrong and not options.quiet:
            print(f"  {directory.parent.name}/{directory.name}: {line(verdicts[-1], directory)}")
    lines = table(verdicts)
    print("\n".join(lines))
    if options.markdown:
        written(options.markdown, [*lines, "", f"{total(verdicts)}."])
    print(total(verdicts))
    wrong = any(verdict.is_wrong for verdict in verdicts)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
