"""Faults of contacts, early help, referrals, assessments and enquiries."""

from __future__ import annotations

import numpy as np
import pandas as pd

from synthetic_council.days import NEVER, calendar_day
from synthetic_council.faults.kinds import (
    FaultKind,
    FaultSite,
    Row,
    RowFault,
    anywhere,
    blank,
    coded,
    days_after,
    duplicate,
    filled,
    future,
    key_again,
    moved,
    no_team,
    unreadable,
    written,
)

CONTACTS, EARLY_HELP, REFERRALS = "contacts", "early_help_assessments", "referrals"
ASSESSMENTS, ENQUIRIES = "assessments", "section_47_enquiries"
_NOBODY = -1_000_000  # a child that no other list knows


def _only_row(rows: pd.DataFrame) -> pd.Series[bool]:
    return ~rows["person"].duplicated(keep=False)


def _after_the_twelfth(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return pd.Series(_parts(rows["contact_date"].to_numpy())[2] > 12, index=rows.index)


def _american(row: Row, ground: FaultSite) -> RowFault:
    day = calendar_day(int(str(row["contact_date"])))
    return RowFault({"contact_date": f"{day:%m/%d/%Y}"}, {"contact_date": NEVER}, ("contact_date",))


def _serial(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"contact_date": str(int(str(row["contact_date"])) + 25_569)})


def _as_text(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"contact_date": f"{calendar_day(int(str(row['contact_date']))):%Y-%m-%d} 00:00:00"})


def _swapped(row: Row, ground: FaultSite) -> int:
    return int(_the_other_way_round(np.array([int(str(row["contact_date"]))]))[0])


def _parts(days: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Years since 1970, months from 0 and days of the month from 1."""
    held = days.astype("datetime64[D]")
    months = held.astype("datetime64[M]")
    whole = months.astype("int64")
    return whole // 12, whole % 12, (held - months.astype("datetime64[D]")).astype("int64") + 1


def _the_other_way_round(days: np.ndarray) -> np.ndarray:
    """Each day with its day and month exchanged; the day itself where that makes none."""
    years, months, day_of_month = _parts(days)
    swapped = (years * 12 + day_of_month - 1).astype("datetime64[M]").astype("datetime64[D]").astype("int64") + months
    return np.where(day_of_month <= 12, swapped, days)


def _can_be_swapped(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    days = rows["contact_date"].to_numpy()
    other = _the_other_way_round(days)
    in_window = (other > ground.months_ago(6)) & (other <= ground.day)
    return pd.Series(in_window & (other != days), index=rows.index) & _only_row(rows) & (rows["age"] >= 1)


def _nobody(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"child_id": ""}, {"child": _NOBODY - int(str(row["entity"]))}, ("child_id",))


def _without_noughts(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"child_id": str(row["child_id"]).lstrip("0")}, {"child": _NOBODY - int(str(row["entity"]))})


def _seven_with_nought(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["child_id"].str.startswith("0") & ground.on(rows, "children_in_need")


def _friday(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["icpc_date"] < ground.day) & ((rows["icpc_date"] + 3) % 7 == 4)


def _whole(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["age"] >= 1


_TEXT = "A readable date written as text is read as the day it says, so there is nothing to find."
_SWAP = "A day and month the wrong way round make another real day: only the paper file could tell."

KINDS = (
    unreadable(CONTACTS, "contact_date", 0.001),
    FaultKind("month_first_date", "P24", CONTACTS, "contact_date", 0.001, _after_the_twelfth, _american),
    FaultKind("excel_serial", "P28", CONTACTS, "contact_date", 0.003, anywhere, _serial),
    FaultKind("date_as_text", "", CONTACTS, "contact_date", 0.003, anywhere, _as_text, _TEXT),
    moved(
        CONTACTS, "contact_date", "", 0.001, _swapped, _can_be_swapped, name="day_month_swapped", cannot_be_found=_SWAP
    ),
    future(CONTACTS, "contact_date", 0.001),
    moved(
        CONTACTS,
        "contact_date",
        "P29",
        0.005,
        days_after("contact_date", -190),
        lambda rows, ground: (rows["age"] >= 2) & _only_row(rows),
        name="outside_window",
    ),
    FaultKind("no_child_id", "P01", CONTACTS, "child_id", 0.0005, anywhere, _nobody),
    FaultKind("noughts_lost", "P02", CONTACTS, "child_id", 0.002, _seven_with_nought, _without_noughts),
    written(CONTACTS, "gender", "P14", 0.002, "Q", ("gender",), name="gender_not_a_code"),
    written(CONTACTS, "ethnicity", "P15", 0.003, "not a code", name="ethnicity_not_a_code"),
    written(CONTACTS, "dob", "P05", 0.001, "n/k", ("dob",), name="dob_not_a_date"),
    blank(CONTACTS, "dob", "P06", 0.003, _whole),
    duplicate(CONTACTS, 0.003),
    key_again(CONTACTS, 0.0008, ("child_id", "contact_date", "contact_source"), _whole),
    moved(
        EARLY_HELP,
        "eh_end",
        "2.02",
        0.003,
        lambda row, ground: int(str(row["eh_start"])) - 3,
        lambda rows, ground: (rows["eh_end"] < NEVER) & (rows["age"] >= 2),
        ("eh_start", "eh_end"),
    ),
    unreadable(EARLY_HELP, "eh_start", 0.001),
    duplicate(EARLY_HELP, 0.003),
    unreadable(REFERRALS, "referral_date", 0.001),
    blank(REFERRALS, "referral_source", "3.02", 0.002, guards=("referral_source",)),
    blank(REFERRALS, "referral_nfa", "3.03", 0.003),
    blank(REFERRALS, "referrals_12m", "3.04", 0.003, lambda rows, ground: _only_row(rows)),
    written(
        REFERRALS, "referral_nfa", "P23", 0.002, "z) Perhaps", ("referral_nfa",), loses=True, name="nfa_not_a_code"
    ),
    duplicate(REFERRALS, 0.003),
    no_team(REFERRALS, 0.005),
    moved(
        ASSESSMENTS,
        "assessment_end",
        "4.02",
        0.003,
        lambda row, ground: int(str(row["assessment_start"])) - 2,
        lambda rows, ground: (
            (rows["assessment_end"] < NEVER)
            & (rows["assessment_start"] > ground.months_ago(6) + 5)
            & (rows["age"] >= 2)
        ),
        ("assessment_start", "assessment_end"),
    ),
    unreadable(ASSESSMENTS, "assessment_start", 0.001),
    blank(ASSESSMENTS, "child_seen", "4.10", 0.005, lambda rows, ground: rows["assessment_end"] < NEVER),
    duplicate(ASSESSMENTS, 0.003),
    no_team(ASSESSMENTS, 0.004, lambda rows, ground: rows["assessment_end"] == NEVER),
    moved(
        ENQUIRIES,
        "icpc_date",
        "5.02",
        0.003,
        lambda row, ground: int(str(row["s47_start"])) - 4,
        lambda rows, ground: (rows["icpc_date"] < NEVER) & (rows["age"] >= 1),
        ("s47_start", "icpc_date", "icpc_plan"),
    ),
    coded(
        ENQUIRIES,
        "icpc_unnecessary",
        "5.03",
        0.003,
        "Y",
        filled("icpc_date"),
        ("icpc_unnecessary", "icpc_date"),
        "unnecessary_but_held",
    ),
    blank(ENQUIRIES, "icpc_plan", "5.06", 0.003, filled("icpc_date"), ("icpc_date", "icpc_plan")),
    coded(
        ENQUIRIES,
        "icpc_plan",
        "5.09",
        0.003,
        "Y",
        lambda rows, ground: rows["icpc_plan"] == "N",
        ("icpc_date", "icpc_plan"),
        "conference_without_plan",
    ),
    moved(
        ENQUIRIES,
        "icpc_date",
        "5.08",
        0.005,
        lambda row, ground: int(str(row["icpc_date"])) + 1,
        _friday,
        name="conference_at_weekend",
    ),
    unreadable(ENQUIRIES, "s47_start", 0.001),
    duplicate(ENQUIRIES, 0.003),
)
