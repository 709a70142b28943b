"""When each part of a case was entered: parts never before the whole, and all in order by the eighteenth birthday."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, Days
from synthetic_council.draws import entered, stream


def entered_in_time(rng: np.random.Generator, happened: Days, floor: Days | int, adult: Days | int) -> Days:
    """As ``entered``, but no later than the eighteenth birthday: a file is put in order before it closes."""
    happened = np.asarray(happened)
    known: Days = np.minimum(entered(rng, happened, floor), np.maximum(np.asarray(adult), happened))
    return known


def enter_cases(seed: int, cases: pd.DataFrame) -> pd.DataFrame:
    """Add to each case the days on which its parts were entered."""
    rng = stream(seed, "entry")
    done: list[pd.DataFrame] = []
    for _, generation in cases.groupby("generation", sort=True):
        before = done[-1].set_index("child")["end_known"] if done else pd.Series(dtype="int64")
        floor = generation["child"].map(before).fillna(0).astype("int64").to_numpy()
        done.append(_enter(rng, generation.copy(), floor))
    return pd.concat(done).sort_values(["start", "child"], kind="stable").reset_index(drop=True)


def _enter(rng: np.random.Generator, cases: pd.DataFrame, floor: Days) -> pd.DataFrame:
    adult = cases["adult"].to_numpy()

    def enter(column: str, floor: Days) -> Days:
        return entered_in_time(rng, cases[column].to_numpy(), floor, adult)

    cases["start_known"] = enter("start", floor)
    cases["assessment_end_known"] = enter("assessment_end", cases["start_known"].to_numpy())
    cases["s47_known"] = enter("s47_start", cases["start_known"].to_numpy())
    cases["s47_outcome_known"] = enter("s47_outcome", cases["s47_known"].to_numpy())
    cases["plan_start_known"] = np.where(cases["plan_start"] < NEVER, cases["s47_outcome_known"], NEVER)
    cases["plan_end_known"] = enter("plan_end", cases["plan_start_known"].to_numpy())
    has_plan = np.where(cases["plan_start"] < NEVER, cases["plan_start_known"], 0)
    cases["care_start_known"] = enter("care_start", np.maximum(cases["start_known"].to_numpy(), has_plan))
    cases["care_end_known"] = enter("care_end", cases["care_start_known"].to_numpy())
    cases["care_again_start_known"] = enter("care_again_start", cases["care_end_known"].to_numpy())
    cases["care_again_end_known"] = enter("care_again_end", cases["care_again_start_known"].to_numpy())
    cases["end_known"] = _case_end_known(rng, cases)
    return cases


def _case_end_known(rng: np.random.Generator, cases: pd.DataFrame) -> Days:
    """A closure is entered after every end inside it, and with an end of the same day."""
    inside = ["assessment_end", "s47_outcome", "plan_end", "care_end", "care_again_end"]
    known = np.zeros(len(cases), dtype="int64")
    same_day = np.zeros(len(cases), dtype=bool)
    for part in inside:
        held = (cases[part] < NEVER).to_numpy()
        known = np.where(held, np.maximum(known, cases[f"{part}_known"]), known)
        same_day |= held & (cases[part] == cases["end"]).to_numpy()
    known = np.maximum(known, cases["start_known"])
    late = entered_in_time(rng, cases["end"].to_numpy(), known, cases["adult"].to_numpy())
    at_once = same_day | (cases["kind"] == "nfa").to_numpy()
    return np.where(at_once, np.maximum(known, cases["end"]), late)
