"""The children themselves: an id that means nothing, a day of birth, and what does not change."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council import aims
from synthetic_council.council import Council
from synthetic_council.draws import deal, numbered, stream

_IN_CARE = 3


def describe_children(council: Council, seed: int, born: pd.DataFrame) -> pd.DataFrame:
    """Give every child (child, born, known) an id, gender, ethnicity, disability and district.

    Columns child, born, known, child_id, gender, ethnicity, disability and district, the last the place of one among
    the council's. ``known`` is 0 for a child without a case; each group holds its shares, children once in care (3 and
    4) theirs.
    """
    rng = stream(seed, "children")
    children = born.sort_values("child", kind="stable").reset_index(drop=True)
    size = len(children)
    groups = children["known"].to_numpy()
    cared = groups >= _IN_CARE
    children["child_id"] = _ids(rng, size)
    for name, shares, in_care in (
        ("gender", aims.GENDERS, aims.CARE_GENDERS),
        ("ethnicity", aims.ETHNICITIES, aims.CARE_ETHNICITIES),
    ):
        children[name] = np.where(cared, deal(rng, in_care, groups), deal(rng, shares, groups))
    yes = deal(rng, {"Y": aims.DISABLED, "N": 0.835, "U": 0.014}, groups)
    children["disability"] = np.where(groups == 0, pd.Series(yes).where(rng.random(size) < 0.35, "N"), yes)
    shares = dict(zip(map(str, range(len(council.districts))), council.district_shares(), strict=True))
    children["district"] = deal(rng, shares, groups).astype(int)
    return children


def _ids(rng: np.random.Generator, size: int) -> np.ndarray:
    """Seven digits, some with leading noughts, in no order."""
    numbers = rng.choice(9_000_000, size, replace=False) + 100_000
    return numbered("", numbers, 7)
