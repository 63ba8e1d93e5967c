"""The rows that models are compared on: held-out ones, and those that go wrong where readers are."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from sizes import ROWS


EXTREMES = [0.0, -0.0, 1e-310, -1e-38, 1e-12, 16777217.0, -1e9, 1e30, -1e30, 0.1, 1 / 3]
ODD_TEXTS = [
    "unseen", "ADMIN", " admin", "admin ", "1", "1.0", "a,b", 'say "hi"', "ünïcode", "e\u0301",
    "missing", "infrequent_sklearn", "__none__", "x" * 300,
]

Answer = Callable[[pd.DataFrame], np.ndarray]


def numbers_of(frame: pd.DataFrame) -> list[str]:
    return [name for name in frame if pd.api.types.is_float_dtype(frame[name])]


def whole_of(frame: pd.DataFrame) -> list[str]:
    return [name for name in frame if pd.api.types.is_integer_dtype(frame[name])]


def texts_of(frame: pd.DataFrame) -> list[str]:
    taken = numbers_of(frame) + whole_of(frame)
    return [name for name in frame if name not in taken and frame[name].dtype != bool]


def with_missing(frame: pd.DataFrame, columns: list[str], random: np.random.Generator):
    """Each row lacks one of the columns, every fourth row half of them."""
    frame = frame.copy()
    for position in range(len(frame)):
        lost = random.choice(columns, 1 if position % 4 else (len(columns) + 1) // 2, replace=False)
        for name in lost:
            frame.iloc[position, frame.columns.get_loc(name)] = np.nan
    return frame


def with_values(frame: pd.DataFrame, columns: list[str], values: list) -> pd.DataFrame:
    """Every value in every column, one a row."""
    pairs = [(name, value) for name in columns for value in values]
    rows = frame.iloc[np.arange(len(pairs)) % len(frame)].copy().reset_index(drop=True)
    for position, (name, value) in enumerate(pairs):
        rows.iloc[position, rows.columns.get_loc(name)] = value
    return rows


def edges(answer: Answer, frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Rows on both sides of where the model's answer changes: neighbours among Doubles.

    Found by halving, from the answers only, so that it holds for whatever comes before a tree. With
    each pair come the Float32 numbers around it.
    """
    pairs = [(row, name) for name in columns for row in range(len(frame))]
    base = frame.iloc[[row for row, _ in pairs]].reset_index(drop=True)
    low = np.array([frame[name].min() for _, name in pairs], dtype=float)
    high = np.array([frame[name].max() for _, name in pairs], dtype=float)

    def placed(values: np.ndarray) -> pd.DataFrame:
        rows = base.copy()
        for name in columns:
            at = [index for index, pair in enumerate(pairs) if pair[1] == name]
            rows.loc[at, name] = values[at]
        return rows

    low_answer, high_answer = answer(placed(low)), answer(placed(high))
    moves = (low_answer != high_answer).any(axis=1)
    for _ in range(70):
        middle = low + (high - low) / 2
        same = (answer(placed(middle)) == low_answer).all(axis=1)
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    single = low.astype(np.float32)
    sides = [
        low, high, np.nextafter(low, -np.inf), np.nextafter(high, np.inf), single.astype(float),
        np.nextafter(single, np.float32(-np.inf)).astype(float),
        np.nextafter(single, np.float32(np.inf)).astype(float),
    ]
    return pd.concat([placed(side)[moves] for side in sides], ignore_index=True)


def hard_rows(
    answer: Answer, frame: pd.DataFrame, seed: int
) -> tuple[pd.DataFrame, dict[str, tuple[pd.DataFrame, str]]]:
    """The rows, and of each kind that the library itself refuses one row, with its reason."""
    random = np.random.default_rng(seed)
    whole = frame.sample(len(frame), random_state=seed, replace=False).reset_index(drop=True)
    numbers, texts = numbers_of(frame), texts_of(frame)
    kinds = {"held out": whole.head(200), "missing whole numbers": None, "missing texts": None}
    if numbers:
        kinds["extremes"] = with_values(whole.iloc[200:260], numbers, EXTREMES)
        kinds["missing numbers"] = with_missing(whole.iloc[260:340], numbers, random)
        kinds["edges"] = edges_of_full(answer, whole.iloc[340:], numbers)
    if whole_of(frame):
        kinds["odd whole numbers"] = with_values(whole.iloc[380:400], whole_of(frame), [-1, 0, 99])
        kinds["missing whole numbers"] = with_missing(
            as_floats(whole.iloc[400:420]), whole_of(frame), random
        )
    if texts:
        kinds["odd texts"] = with_values(whole.iloc[420:460], texts, ODD_TEXTS)
        kinds["missing texts"] = with_missing(whole.iloc[460:520], texts, random)
    kept, refused = [], {}
    for kind, rows in kinds.items():
        if rows is None or rows.empty:
            continue
        if reason_against(answer, rows) is None:
            kept.append(rows)
            continue
        reasons = [reason_against(answer, rows.iloc[[row]]) for row in range(len(rows))]
        kept.append(rows[[reason is None for reason in reasons]])
        first = next(row for row, reason in enumerate(reasons) if reason)
        refused[kind] = (rows.iloc[[first]], reasons[first])
    rows = pd.concat(kept, ignore_index=True)
    return rows.iloc[:: -(-len(rows) // ROWS)] if ROWS else rows, refused


def reason_against(answer: Answer, rows: pd.DataFrame) -> str | None:
    """Why the library does not answer the rows, if it does not."""
    try:
        answer(rows)
        return None
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:150]}"


def as_floats(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.astype({name: float for name in whole_of(frame)})


def edges_of_full(answer: Answer, frame: pd.DataFrame, numbers: list[str]) -> pd.DataFrame:
    """Edges around rows that lack nothing."""
    return edges(answer, frame.dropna().head(6).reset_index(drop=True), numbers)


