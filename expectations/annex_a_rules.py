"""Every rule that Annex A allows, by id and severity, and where each is asked: the checks are not the only place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from expectations import CHECKS, between_months
from reporting.assurance.ledger.standing import STILL_OPEN
from reporting.intake.conform.faults import REFUSED
from reporting.intake.conform.faults import RULES as OF_THE_FILE
from reporting.lists import ANNEX_A
from reporting.model.quality import Severity

ERRORS = """
    F01 F02 F03 F04 F08 F11 F16 F19
    P01 P03 P04 P05 P07 P14 P17 P23 P24 P26 P34
    1.01
    2.01 2.02
    3.01 3.02
    4.01 4.02
    5.01 5.02 5.03 5.06 5.07 5.09
    6.02 6.03 6.04 6.05 6.07 6.08 6.09 6.10 6.12 6.24
    7.01 7.02 7.03 7.04 7.07 7.10 7.21 7.24
    8.01 8.02 8.03 8.04 8.05 8.06 8.07 8.09 8.10 8.11 8.12 8.13 8.27 8.45
    9.01 9.04 9.06 9.09
    10.01 10.02 10.03 10.04 10.06 10.08 10.09 10.18
    11.01 11.03
"""
WARNINGS = """
    F06 F09 F10 F12 F13 F14 F17 F18 F20
    P02 P06 P08 P09 P10 P11 P12 P12b P15 P18 P19 P20 P22 P25 P27 P28 P29 P30 P33 P35
    1.02 1.04 1.05
    2.03 2.05
    3.03 3.04 3.05 3.07 3.08 3.11
    4.03 4.05 4.06 4.08 4.09 4.10 4.11 4.13 4.14
    5.04 5.05 5.08 5.10 5.11 5.12 5.15 5.17
    6.01 6.06 6.11 6.13 6.14 6.15 6.16 6.18 6.19 6.21 6.22 6.23 6.25
    7.05 7.06 7.08 7.09 7.11 7.12 7.14 7.15 7.18 7.19 7.20 7.22 7.23
    8.08 8.14 8.15 8.16 8.17 8.18 8.19 8.20 8.21 8.22 8.23 8.24 8.25 8.26 8.28 8.29 8.30 8.31 8.32 8.33 8.34
    8.35 8.36 8.37 8.38 8.39 8.40 8.41 8.43 8.44 8.47 8.48 8.49 8.50
    9.02 9.03 9.05 9.07 9.08 9.10 9.11 9.12 9.13 9.14 9.16
    10.05 10.07 10.10 10.11 10.12 10.13 10.14 10.16 10.17
    11.02 11.04 11.05 11.07 11.08 11.09
    M01 M02 M03 M04 M05
"""
INFORMATION = """
    F05 F07 F15
    P13 P16 P21 P31 P32
    1.03 1.06
    2.04
    3.06 3.09 3.10
    4.04 4.07 4.12 4.15
    5.13 5.14 5.16 5.18
    6.17 6.20
    7.13 7.16 7.17
    8.42 8.46
    9.15
    10.15
    11.06
    M06 M07 M08
"""

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(ERRORS.split(), Severity.ERROR)
    | dict.fromkeys(WARNINGS.split(), Severity.WARNING)
    | dict.fromkeys(INFORMATION.split(), Severity.INFORMATION)
)


class Where(StrEnum):
    """Where a rule is asked."""

    REFUSED = "before anything is read: the extract is refused"
    READING = "while the files are read and their columns found"
    CHECKS = "by the checks of each list"
    BETWEEN = "beside the extract before"
    FOLLOWING = "while faults are followed up from extract to extract"
    ANOTHER = "by another rule, which asks the same"
    NOWHERE = "not built"


ANOTHER = MappingProxyType({"6.16": "P26"})
"""A rule that is asked under another's id."""

OURS = MappingProxyType(
    {
        "F21": "a spreadsheet rounds long ids before anybody can check them",
        "P36": "what the guidance always asks for, where no other rule says so",
        "P37": "the order that the guidance gives to dates, where no other rule says so",
        "P38": "the order of dates that is usual, where no other rule says so",
        "T01": "the register of teams is itself measured for accuracy",
        "T02": "the register of teams is itself measured for accuracy",
        "T03": "the register of teams is itself measured for accuracy",
    }
)
"""The rules that are ours, each with its reason."""

OTHERWISE = MappingProxyType(
    {
        "F14": "An error here, not a warning: a list pasted out of place is not counted.",
        "F20": "What rests on such a list is withheld until somebody confirms that it is whole.",
        "6.16": "An error, since P26 asks it of every date that lies after the list date.",
        "P08": "Of unborn children; a child said to be born in the future is P07.",
        "P11": "Up to 25, above which it is P10. Not of list 8, where it is 8.06, and an error, while care goes on.",
        "P13": "Not of a list of fewer than 20 rows, of which no share can be spoken. So too P16, 1.04, 3.11 and 6.20.",
        "P20": "An answer “unknown” disagrees with nothing.",
        "P31": "Asked of list 6 alone, which every open child is on.",
        "P34": "Of the date with which a row begins, and of health and dental checks; the rest are held to that date "
        "by the order of dates. One default date would otherwise make the date of birth doubtful.",
        "1.05": "Of lists with at least five contacts a working day. It points at the rows beside the missing day.",
        "3.05": "Counts the days before the row's own: a count need not hold the event it stands beside. So too 5.11 "
        "and 5.12.",
        "3.07": "From two sources. The same day and source with other answers is P04.",
        "6.07": "Short breaks (V3, V4) do not make a child looked after.",
        "7.11": "The limit is the council's own, not ten working days.",
        "7.16": "A count that fell is M06.",
        "7.19": "Within a day of the conference, as 5.09 asks. A plan that moved in from elsewhere cannot be told.",
        "8.21": "Not of placements with relatives or adopters, who live where they live.",
        "8.25": "Numbers of six or seven digits are taken too: newer registrations have no SC. A foster placement is "
        "an agency's when its provider is private or voluntary.",
        "8.47": "By the postcode's area. No list has the home postcode, so the distance cannot be told. The national "
        "pseudo-postcode ZZ99 is no place.",
        "8.49": "The months are the twelve before the list date; nought is no count.",
        "9.13": "Of those whom a council owes a pathway plan: eligible, relevant and former relevant.",
        "11.07": "A stage is judged when it has ended.",
    }
)
"""What is asked otherwise than its condition says, and why."""


def in_order(id: str) -> tuple[int, str, int, str]:
    """Where an id stands among the rest: files, persons, lists 1 to 11, months, and last those of teams."""
    told = re.fullmatch(r"([A-Z]|\d+\.)(\d+)(\w*)", id)
    if told is None:
        raise ValueError(f"{id} is no rule's id")
    head, number, rest = told.groups()
    list_number = int(head[:-1]) if head.endswith(".") else {"F": -1, "P": 0, "M": 98, "T": 99}[head]
    return list_number, head, int(number), rest


def asked() -> Mapping[str, Where]:
    """Where each of the rules is asked, in order, and of those that are ours too."""
    places = (
        (Where.ANOTHER, ANOTHER),
        (Where.FOLLOWING, (STILL_OPEN.id,)),
        (Where.BETWEEN, (rule.id for rule in between_months.RULES)),
        (Where.READING, (id for id in OF_THE_FILE if id not in REFUSED)),
        (Where.REFUSED, REFUSED),
        (Where.CHECKS, (check.rule.id for name in ANNEX_A for check in CHECKS[name])),
    )
    found = {id: where for where, ids in places for id in ids}
    return {id: found.get(id, Where.NOWHERE) for id in sorted({*SEVERITIES, *found}, key=in_order)}
