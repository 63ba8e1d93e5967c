"""How large the models are: as they are compared, or as small as fixtures should be."""

import os

# Set by `make.py --small` before any model is made.
IS_SMALL = os.environ.get("FOREIGN_MODELS") == "small"
# How many of the hard rows are kept; the kinds stay in proportion.
ROWS = 24 if IS_SMALL else None


def trees(count: int) -> int:
    return max(2, count // 6) if IS_SMALL else count


def depth(levels: int) -> int:
    return min(levels, 3) if IS_SMALL else levels
