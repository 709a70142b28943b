"""Faults of how a cell is written: codes and words, ids, ages, days of another century, names of teams."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from reporting.lists import LISTS
from reporting.lists.code_sets.people import EARLIER_CODES
from synthetic_council.days import NEVER, calendar_day
from synthetic_council.faults.kinds import (
    FaultKind,
    FaultSite,
    Pick,
    Row,
    RowFault,
    anywhere,
    coded,
    filled,
    open_rows,
    written,
)

CONTACTS, REFERRALS, ASSESSMENTS = "contacts", "referrals", "assessments"
NEED, PLANS, CARE, LEAVERS = "children_in_need", "child_protection_plans", "children_looked_after", "care_leavers"
_NOBODY = -2_000_000  # a child that no other list knows
_NEW_IDS = 9_100_000  # above every id that is given out
_OLD_ETHNICITY = {code: old.upper() for old, code in EARLIER_CODES.items()}
_SOUND = "gender other than the code's own letters is read by its words or figure, so there is nothing to find."

_READ_AS_MEANT = {
    "gender_by_another_hand": f"A {_SOUND}",
    "gender_letter_swapped": "The letter before the words is no code: the words are read, so there is nothing to find.",
    "ethnicity_in_words": "Ethnicity in the words of the code list is read as its code.",
    "old_ethnicity_code": "The earlier codes, A1 to E5, are read as the codes that have followed them.",
    "ethnicity_not_obtained": "That ethnicity is not yet obtained is an answer: only too large a share is remarked.",
    "code_without_words": "A code without its words is read as the code.",
    "words_without_code": "Words that stand for one code only are read as that code.",
}


def _says(list_name: str, column: str, name: str, rate: float, say: Callable[[Row], str], pick: Pick) -> FaultKind:
    """A cell written in another way that is still read as it is meant."""

    def change(row: Row, ground: FaultSite) -> RowFault:
        return RowFault({column: say(row)})

    return FaultKind(name, "", list_name, column, rate, pick, change, _READ_AS_MEANT[name])


def _labels(list_name: str, column: str) -> dict[str, str]:
    code_set = LISTS[list_name].column(column).code_set
    return {code.code: code.label for code in code_set.codes} if code_set else {}


_NEEDS = _labels(NEED, "primary_need")
_ETHNICITIES = _labels(CONTACTS, "ethnicity")


def _disagree(row: Row, ground: FaultSite) -> RowFault:
    """The code of one need with the words of the next: the code is read."""
    codes = list(_NEEDS)
    other = codes[(codes.index(str(row["primary_need"])) + 1) % len(codes)]
    return RowFault({"primary_need": f"{row['primary_need']} - {_NEEDS[other]}"})


def _of_next_century(row: Row, ground: FaultSite) -> RowFault:
    day = f"{calendar_day(int(str(row['contact_date']))):%d/%m}/2204"
    return RowFault({"contact_date": day}, {"contact_date": NEVER}, ("contact_date",))


def _point_nought(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"child_id": f"{row['child_id']}.0"}, {"child": _NOBODY - int(str(row["entity"]))})


def _another_id(row: Row, ground: FaultSite) -> RowFault:
    """The same child once more, under a second id: nobody knows that they are one."""
    entity = int(str(row["entity"]))
    new = f"{_NEW_IDS + entity % 800_000}"
    return RowFault(copied=True, copy_cells={"child_id": new}, copy_facts={"child": _NOBODY - entity})


def _too_old(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"age": int(str(row["age"])) + 2})


def _with_decimals(row: Row, ground: FaultSite) -> RowFault:
    return RowFault({"age": f"{row['age']}.138"})


def _ended_team(row: Row, ground: FaultSite) -> RowFault:
    team = ground.ended_teams[int(str(row["entity"])) % len(ground.ended_teams)]
    return RowFault({"team": team}, {"team": team})


def _open_and_a_team_has_ended(end: str) -> Pick:
    return lambda rows, ground: (rows[end] == NEVER) & bool(ground.ended_teams)


def _aged(low: int, high: int) -> Pick:
    return lambda rows, ground: rows["age"].between(low, high)


def _has(column: str, *codes: str) -> Pick:
    return lambda rows, ground: rows[column].isin(codes)


def _old_coded(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["ethnicity"].isin(_OLD_ETHNICITY)


def _unborn(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return rows["age"] < 0


def _allocated(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return (rows["cin_end"] == NEVER) & (rows["case_status"] == "CIN") & (rows["worker"] != "") & (rows["age"] >= 0)


def _on_list_6(rows: pd.DataFrame, ground: FaultSite) -> pd.Series[bool]:
    return ground.on(rows, NEED)


_UNKNOWN_TEAM = "Duty Team (old)"

KINDS = (
    FaultKind("year_2204", "P24", CONTACTS, "contact_date", 0.0005, filled("contact_date"), _of_next_century),
    written(
        CARE,
        "last_iro",
        "P27",
        0.001,
        "01/01/1900",
        name="default_date",
        pick=lambda rows, ground: (rows["ceased_date"] == NEVER) & (rows["last_iro"] < NEVER),
    ),
    _says(
        CONTACTS,
        "gender",
        "gender_by_another_hand",
        0.004,
        lambda row: {"M": "Male", "F": "2"}[str(row["gender"])],
        _has("gender", "M", "F"),
    ),
    _says(
        CONTACTS,
        "gender",
        "gender_letter_swapped",
        0.002,
        lambda row: {"U": "d) Not stated/recorded", "I": "c) Neither"}[str(row["gender"])],
        _has("gender", "U", "I"),
    ),
    coded(NEED, "gender", "P12b", 0.0005, "M", _unborn, name="gender_of_an_unborn_child"),
    _says(
        CONTACTS,
        "ethnicity",
        "ethnicity_in_words",
        0.004,
        lambda row: _ETHNICITIES[str(row["ethnicity"])],
        _has("ethnicity", "WBRI", "MOTH", "AOTH"),
    ),
    _says(
        CONTACTS,
        "ethnicity",
        "old_ethnicity_code",
        0.004,
        lambda row: _OLD_ETHNICITY[str(row["ethnicity"])],
        _old_coded,
    ),
    written(REFERRALS, "ethnicity", "P15", 0.003, "G1", name="ethnicity_code_of_no_list"),
    _says(ASSESSMENTS, "ethnicity", "ethnicity_not_obtained", 0.004, lambda row: "s) NOBT", anywhere),
    _says(
        NEED, "primary_need", "code_without_words", 0.002, lambda row: str(row["primary_need"]), filled("primary_need")
    ),
    _says(
        NEED,
        "primary_need",
        "words_without_code",
        0.002,
        lambda row: _NEEDS[str(row["primary_need"])],
        filled("primary_need"),
    ),
    FaultKind("code_and_words_disagree", "P22", NEED, "primary_need", 0.002, filled("primary_need"), _disagree),
    FaultKind("age_wrong", "P09", ASSESSMENTS, "age", 0.005, _aged(1, 14), _too_old),
    FaultKind("age_with_decimals", "P10", REFERRALS, "age", 0.005, _aged(1, 14), _with_decimals),
    FaultKind("id_with_point_nought", "P02", CONTACTS, "child_id", 0.002, _on_list_6, _point_nought),
    FaultKind("two_ids_for_one_child", "P21", NEED, "child_id", 0.001, _allocated, _another_id),
    *(
        written(name, "team", "T01", rate, _UNKNOWN_TEAM, name="unknown_team", pick=open_rows(end), tells=_UNKNOWN_TEAM)
        for name, end, rate in ((NEED, "cin_end", 0.001), (CARE, "ceased_date", 0.002), (PLANS, "cpp_end", 0.002))
    ),
    FaultKind("ended_team", "T02", NEED, "team", 0.001, _open_and_a_team_has_ended("cin_end"), _ended_team),
    FaultKind("ended_team", "T02", CARE, "team", 0.002, _open_and_a_team_has_ended("ceased_date"), _ended_team),
    written(PLANS, "abuse_latest", "7.06", 0.004, "Neglect, Physical abuse", name="several_categories"),
    written(PLANS, "abuse_initial", "7.06", 0.003, "YYNN", name="flags_of_several_categories"),
    written(PLANS, "abuse_initial", "P23", 0.003, "YNNN", ("abuse_initial",), loses=True, name="flags_of_one_category"),
)
