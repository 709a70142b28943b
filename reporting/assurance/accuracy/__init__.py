"""How much of what was checked is right: by rule, by list and by type of information, for every unit, week by week.

Project Accuracy, founding document 003, sections 3 and 4: "the average accuracy % each week for the whole county for
the different types of information".
"""

from __future__ import annotations

from reporting.assurance.accuracy.information import OF_TIME_TAKEN, Information, information_of
from reporting.assurance.accuracy.measuring import ACCURACY_COLUMNS, measure

RATED_BY_ACCURACY = ("records_right", *(kind.value for kind in Information))
"""What a heat map can rate beside indicators: the share of a list's records that are right, and each type's."""

__all__ = ["ACCURACY_COLUMNS", "OF_TIME_TAKEN", "RATED_BY_ACCURACY", "Information", "information_of", "measure"]
