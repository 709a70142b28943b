"""Worklists: for every team what it has to put right, in what order and why, and what falls due, as finished text."""

from reporting.presentation.worklists.compose import NOBODYS, Worklist, worklists
from reporting.presentation.worklists.followed import Followed
from reporting.presentation.worklists.safe_text import harmless
from reporting.presentation.worklists.tables import CONFIRM_HEADINGS, DUE_HEADINGS, LIST_HEADINGS, MEND_HEADINGS

__all__ = [
    "CONFIRM_HEADINGS",
    "DUE_HEADINGS",
    "LIST_HEADINGS",
    "MEND_HEADINGS",
    "NOBODYS",
    "Followed",
    "Worklist",
    "harmless",
    "worklists",
]
