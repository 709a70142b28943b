"""The children themselves: an id that means nothing, a day of birth, and what does not change."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims
from synthetic_council.council import Council
from synthetic_council.draws import deal, numbered, stream


def describe_children(council: Council, seed: int, born: pd.DataFrame) -> pd.DataFrame:
    """Give every child (child, born, in_need) an id, gender, ethnicity, disability and district."""
    rng = stream(seed, "children")
    children = born.sort_values("child", kind="stable").reset_index(drop=True)
    size = len(children)
    groups = children["in_need"].to_numpy().astype(int)
    children["child_id"] = _ids(rng, size)
    children["gender"] = deal(rng, {"M": 53.0, "F": 46.6, "I": 0.4}, groups)
    children["ethnicity"] = deal(rng, aims.ETHNICITIES, groups)
    yes = deal(rng, {"Y": aims.DISABLED, "N": 0.835, "U": 0.014}, groups)
    children["disability"] = np.where(groups == 0, pd.Series(yes).where(rng.random(size) < 0.35, "N"), yes)
    shares = dict(zip(map(str, range(len(council.districts))), council.district_shares(), strict=True))
    children["district"] = deal(rng, shares, groups).astype(int)
    return children


def _ids(rng: np.random.Generator, size: int) -> np.ndarray:
    """Seven digits, some with leading noughts, in no order."""
    numbers = rng.choice(9_000_000, size, replace=False) + 100_000
    return numbered("", numbers, 7)
