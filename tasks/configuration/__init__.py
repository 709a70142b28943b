"""A council as its folder of data describes it, and what is known of every council."""

from __future__ import annotations

from tasks.configuration.authority import authority_keys, folder_of, load_authority
from tasks.configuration.files import DATA, ConfigurationProblem
from tasks.configuration.missing import check_authority
from tasks.configuration.reference import load_calendar

__all__ = [
    "DATA",
    "ConfigurationProblem",
    "authority_keys",
    "check_authority",
    "folder_of",
    "load_authority",
    "load_calendar",
]
