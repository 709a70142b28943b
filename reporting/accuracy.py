"""How much of what was checked is right: by rule, by list and by type of information, for every unit, week by week.

Project Accuracy, founding document 003, sections 3 and 4: "the average accuracy % each week for the whole county for
the different types of information".
"""

from __future__ import annotations

from enum import StrEnum


class Information(StrEnum):
    """A type of information, whose accuracy is charted week by week."""

    TEAM_HIERARCHY = "team_hierarchy"  # the row's team is in the register, on that day, in one place
    ALLOCATION = "allocation"  # an open case has a team and a worker
    PERSON = "person"  # who the child is: id, birth, gender, ethnicity, disability
    EVENTS = "events"  # what happened and when: dates and their order
    DECISIONS = "decisions"  # coded answers, outcomes and reasons
    CONTACT = "contact"  # visits, reviews, health and plans that are due
    AGREEMENT = "agreement"  # what one list says of a child that another says too


RATED_BY_ACCURACY = ("records_right", *(kind.value for kind in Information))
"""What a heat map can rate beside indicators: the share of a list's records that are right, and each type's."""

ACCURACY_COLUMNS = (
    "measure",  # rule, list or information
    "name",  # the rule's id, the list's name or the type of information
    "list",  # the rule's list; "" for a type of information, which is over all lists
    "level",
    "unit",
    "checked",  # records looked at
    "right",  # records with nothing wrong
)
