"""The data that the foreign models are trained on: made up, with what real tables have."""

import numpy as np
import pandas as pd

NUMBERS = ["age", "balance", "ratio", "amount"]
WHOLE = ["visits", "band"]
TEXTS = ["job", "region", "plan"]
FLAGS = ["member"]

JOBS = ["admin", "engineer", "nurse", "teacher", "driver", "retired", "student", "cook", "pilot"]
REGIONS = ["north", "south", "east", "west"]
PLANS = ["basic", "plus", "pro", "été", "ten, \"quoted\"", "Zürich 9"]


def customers(count: int = 1500, seed: int = 7) -> pd.DataFrame:
    """Customers with numbers, whole numbers, texts and a flag; some numbers and jobs are missing."""
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "age": random.integers(18, 95, count).astype(float),
            "balance": np.round(random.normal(1500, 3000, count), 2),
            "ratio": random.gamma(2.0, 0.05, count),
            "amount": np.exp(random.normal(3, 2, count)),
            "visits": random.integers(0, 25, count),
            "band": random.integers(1, 6, count),
            "job": random.choice(JOBS, count, p=[0.2, 0.2, 0.15, 0.15, 0.1, 0.1, 0.07, 0.02, 0.01]),
            "region": random.choice(REGIONS, count),
            "plan": random.choice(PLANS, count, p=[0.5, 0.3, 0.17, 0.01, 0.01, 0.01]),
            "member": random.random(count) < 0.4,
        }
    )
    for name, share in [("age", 0.04), ("balance", 0.08), ("amount", 0.05), ("job", 0.06)]:
        frame.loc[random.random(count) < share, name] = np.nan
    return frame


def score(frame: pd.DataFrame, seed: int = 11) -> np.ndarray:
    """The hidden number behind every target, with noise."""
    noise = np.random.default_rng(seed).normal(0, 0.8, len(frame))
    number = frame.fillna({"age": 50, "balance": 0, "amount": 30})
    return (
        (number["age"] - 50) / 25
        + np.tanh(number["balance"] / 3000)
        - 6 * number["ratio"]
        + 0.3 * np.log1p(number["amount"])
        + 0.05 * number["visits"]
        + frame["job"].isin(["engineer", "pilot"]) * 0.9
        + (frame["region"] == "north") * 0.7
        - (frame["plan"] == "plus") * 0.8
        + frame["member"] * 0.5
        + (frame["band"] == 3) * 0.6
        + frame["age"].isna() * 0.8
        + noise
    ).to_numpy()


def target(frame: pd.DataFrame, task: str, labels: list | None = None) -> np.ndarray:
    """The target of a task: labels by equal shares of the score, or the score itself."""
    value = score(frame)
    if task == "regression":
        return value
    labels = labels or ([0, 1] if task == "binary" else [0, 1, 2])
    cuts = np.quantile(value, np.linspace(0, 1, len(labels) + 1)[1:-1])
    return np.array(labels)[np.digitize(value, cuts)]
