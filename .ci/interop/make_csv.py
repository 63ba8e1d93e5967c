"""Writes a CSV file with everything in it that makes reading CSV hard, from a seed.

usage: make_csv.py FILE --form comma|semicolon|pipe [--rows N] [--seed N]

comma      LF, byte order mark, target TRUE/FALSE
semicolon  CRLF, target 0/1
pipe       CR, no break at the end, target ja/nein
"""

import argparse
import math
import random
from dataclasses import dataclass
from pathlib import Path

# Precomposed and decomposed: two levels, which look the same.
CITIES = ["München", "東京", "Ærøskøbing", "caf\u00e9", "cafe\u0301", "São Paulo", "🐦 nest", "münchen"]
PHRASES = ['say "hi", twice', "two\nlines", "a;b|c", " padded ", "plain", '"quoted"', "it's"]
MISSING = ["", "NA", "NaN", "null", "n/a", "<NA>", "None", "-nan"]


@dataclass(frozen=True)
class Form:
    """How a file is spelled."""

    separator: str
    line_break: str
    labels: tuple[str, str]
    mark: str = ""
    ends_with_break: bool = True


FORMS = {
    "comma": Form(",", "\n", ("FALSE", "TRUE"), mark="\ufeff"),
    "semicolon": Form(";", "\r\n", ("0", "1")),
    "pipe": Form("|", "\r", ("nein", "ja"), ends_with_break=False),
}
HEADER = [
    "größe", "Ort (都市)", "amount, net", "amount", "amount.1", "copy of amount", "phrase",
    "member", "maybe member", "rare", "code", "constant", "same text", "exponent", "large",
    "nearly empty", "spaced", "🙂", "target",
]  # fmt: skip


def quoted(cell: str, separator: str) -> str:
    """RFC 4180, and cells with spaces at their ends in quotes."""
    special = any(mark in cell for mark in (separator, '"', "\n", "\r")) or cell != cell.strip()
    return '"' + cell.replace('"', '""') + '"' if special else cell


def row(generator: random.Random, index: int, form: Form) -> list[str]:
    """The cells of one row, spelled, in the order of the header."""
    size = generator.gauss(170, 10)
    amount = generator.expovariate(1 / 1000)
    city = generator.choice(CITIES)
    phrase = generator.choice(PHRASES)
    member = generator.random() < 0.4
    weight = 0.05 * (size - 170) - 0.0004 * amount + 0.9 * member + 0.6 * (city == CITIES[3])
    weight += 0.7 * (phrase == " padded ") - 0.5
    is_positive = generator.random() < 1 / (1 + math.exp(-weight))
    maybe = generator.choice(["True", "False", "true", "FALSE"])
    # Text only near the end: what was read as numbers until then must be read again.
    code = f"A{index % 3}" if index % 500 == 499 else f"{index % 4:02}"
    cells = [
        f"{size:.2f}", city, f"{amount:.3f}", f"{amount / 7:.4f}", str(generator.randint(-9, 9)),
        f"{amount / 7:.4f}", phrase, "TRUE" if member else "FALSE", maybe,
        f"level {int(generator.paretovariate(0.6))}", code, "7", "always the same",
        f"{generator.lognormvariate(0, 3):.4e}", str(10**9 + generator.randint(0, 10**8)),
        f"{generator.random():.17g}", str(generator.randint(1, 5)), str(generator.randint(0, 3)),
    ]  # fmt: skip
    may_be_missing = {0: 0.15, 1: 0.1, 2: 0.05, 6: 0.05, 8: 0.2, 15: 0.97}
    for position, share in may_be_missing.items():
        if generator.random() < share:
            cells[position] = generator.choice(MISSING)
    spelled = [quoted(cell, form.separator) for cell in cells]
    spelled[16] = f" {spelled[16]}  "
    return [*spelled, form.labels[is_positive]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--form", choices=FORMS, required=True)
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    form = FORMS[options.form]
    generator = random.Random(options.seed)
    lines = [[quoted(name, form.separator) for name in HEADER]]
    lines += [row(generator, index, form) for index in range(options.rows)]
    text = form.line_break.join(form.separator.join(line) for line in lines)
    text = form.mark + text + (form.line_break if form.ends_with_break else "")
    options.file.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
