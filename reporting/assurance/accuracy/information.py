"""The types of information whose accuracy is charted, and the one type that each rule is filed under."""

from __future__ import annotations

from enum import StrEnum

from reporting.lists import LISTS
from reporting.lists.schema import Kind
from reporting.model.quality import Rule, Scope, Severity


class Information(StrEnum):
    """A type of information, whose accuracy is charted week by week."""

    TEAM_HIERARCHY = "team_hierarchy"  # the row's team is in the register, on that day, in one place
    ALLOCATION = "allocation"  # an open case has a team and a worker
    PERSON = "person"  # who the child is: id, birth, gender, ethnicity, disability
    EVENTS = "events"  # what happened and when: dates and their order
    DECISIONS = "decisions"  # coded answers, outcomes and reasons
    CONTACT = "contact"  # visits, reviews, health and plans that are due
    AGREEMENT = "agreement"  # what one list says of a child that another, or the same list before, says too


_OF_THE_REGISTER = frozenset({"T01", "T02", "T03"})
_BY_ID = {
    # One row too many is a fault of what happened, whichever columns give it away.
    **dict.fromkeys(("P03", "P04", "3.07"), Information.EVENTS),
    # Of how a cell is written, whatever its column: a code beside its words, a date.
    "P22": Information.DECISIONS,
    **dict.fromkeys(("P25", "P28"), Information.EVENTS),
    "8.07": Information.DECISIONS,  # short breaks: it guards no column, and the legal status gives it away
    **dict.fromkeys(
        (
            *("P17", "P18", "P19", "P20", "M01", "M02", "M03", "M04", "M05"),
            *("3.08", "4.11", "4.13", "5.09", "5.10", "5.17"),
            *("6.07", "6.08", "6.09", "6.10", "6.11", "6.12", "6.18", "6.19", "6.22", "6.23", "6.25"),
            *("7.19", "7.20", "8.13", "8.14", "8.39", "9.04", "9.05", "10.10", "10.12", "10.13", "11.09"),
        ),
        Information.AGREEMENT,
    ),
}
OF_TIME_TAKEN = frozenset({"2.03", "4.05", "4.06", "6.21", "7.18", "10.11", "11.07"})
"""They warn that something took long, or has: practice is slow, and the record may be right to the day."""

_WHO_WORKS = frozenset({"team", "worker", "personal_adviser"})
_IDS = frozenset(column.key for schema in LISTS.values() for column in schema.columns if column.kind is Kind.ID)
_WHO_IT_IS = _IDS | {"dob", "age", "gender", "ethnicity", "disability"}
_KEEPING_IN_TOUCH = frozenset(
    {
        *("last_seen", "last_stat_visit", "last_sw_visit", "last_iro", "last_contact", "child_seen", "seen_alone"),
        *("last_review", "last_pathway", "last_health", "last_dental", "rhi_offered", "rhi_accepted"),
    }
)
_ANSWERS = frozenset({Kind.CODE, Kind.TEXT, Kind.POSTCODE, Kind.URN})


def counts_against(rule: Rule) -> bool:
    """Whether a row that fails the rule is not right: it is an error, or a warning of more than the time taken."""
    return rule.scope is Scope.ROW and rule.severity is not Severity.INFORMATION and rule.id not in OF_TIME_TAKEN


def information_of(rule: Rule) -> Information | None:
    """The one type of information that a rule is about; none for a list as a whole, information only, or time taken.

    By its id where it compares two tellings, the register of teams, or rows with each other, or tells how a cell is
    written. Else by the columns it guards, and the first that holds: one says who works with the child; all say who
    the child is; one is a visit, a review, a check or a plan; one is a coded or written answer; the rest are dates
    and counts of what happened.
    """
    if rule.id in _OF_THE_REGISTER:  # of a row's team, though a team in two places is for the data team to put right
        return Information.TEAM_HIERARCHY
    if not counts_against(rule):
        return None
    if rule.id in _BY_ID:
        return _BY_ID[rule.id]
    guarded = frozenset(rule.columns)
    if guarded & _WHO_WORKS:
        return Information.ALLOCATION
    if guarded <= _WHO_IT_IS:
        return Information.PERSON
    if guarded & _KEEPING_IN_TOUCH:
        return Information.CONTACT
    kinds = {LISTS[rule.list].column(key).kind for key in guarded - _WHO_IT_IS}
    return Information.DECISIONS if kinds & _ANSWERS else Information.EVENTS
