"""What the council's system would print on a list date: only what had been entered by then."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from reporting.lists import LISTS
from synthetic_council.extract import care_lists, front_lists, later_lists, need_lists
from synthetic_council.extract.known import Known
from synthetic_council.history import History

_BUILDERS: Mapping[str, Callable[[Known], pd.DataFrame]] = {
    "contacts": front_lists.contacts,
    "early_help_assessments": front_lists.early_help_assessments,
    "referrals": front_lists.referrals,
    "assessments": need_lists.assessments,
    "section_47_enquiries": need_lists.section_47_enquiries,
    "children_in_need": need_lists.children_in_need,
    "child_protection_plans": need_lists.child_protection_plans,
    "children_looked_after": care_lists.children_looked_after,
    "care_leavers": later_lists.care_leavers,
    "adoption": later_lists.adoption,
    "prospective_adopters": later_lists.prospective_adopters,
}


def extract(history: History, list_date: int, layout: str) -> dict[str, pd.DataFrame]:
    """Every list as at a day: its columns as codes and day numbers, and ``entity``, the event behind each row."""
    known = Known(history, list_date, layout)
    lists = {}
    for name, schema in LISTS.items():
        rows = _BUILDERS[name](known)
        columns = [c.key for c in schema.columns if layout == "later" or not c.later_layout_only]
        lists[name] = rows[["entity", *columns]].reset_index(drop=True)
    return lists
