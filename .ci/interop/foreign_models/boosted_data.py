"""What XGBoost and LightGBM are trained on: the customers, with categories in every spelling."""

import numpy as np
import pandas as pd

import tables

CATEGORIES = ["job", "region", "plan"]


def numbers() -> pd.DataFrame:
    return tables.customers()[tables.NUMBERS + tables.WHOLE].astype(float)


def complete_numbers() -> pd.DataFrame:
    """Nothing is missing in training."""
    return numbers().fillna(0.0)


def sparse_numbers() -> pd.DataFrame:
    """Half of what is there is zero."""
    frame = complete_numbers()
    random = np.random.default_rng(5)
    return frame.where(random.random(frame.shape) < 0.5, 0.0)


def text_categories() -> pd.DataFrame:
    """Categories as pandas has them: the model keeps the texts, or loses them."""
    frame = tables.customers()[tables.NUMBERS + CATEGORIES]
    return frame.astype({name: "category" for name in CATEGORIES})


def ascii_categories() -> pd.DataFrame:
    frame = text_categories()
    return frame.assign(plan=frame["plan"].cat.rename_categories(lambda text: ascii(text)))


def code_categories() -> pd.DataFrame:
    """Categories as whole numbers from 0, missing ones included."""
    frame = text_categories()
    for name in CATEGORIES:
        codes = frame[name].cat.codes.astype(float)
        frame[name] = codes.where(codes >= 0)
    return frame


def many_categories() -> pd.DataFrame:
    """Categories beyond the width of one word of a bit set."""
    frame = numbers()[["age", "balance"]].copy()
    random = np.random.default_rng(6)
    frame["shop"] = random.integers(0, 90, len(frame)).astype(float)
    frame["age"] += (frame["shop"] % 7) * 9
    return frame


def target(task: str, positive: bool = False) -> np.ndarray:
    """The customers' target; a positive one for counts and amounts."""
    value = tables.target(tables.customers(), task)
    return np.exp(value / 3) if positive else value
