"""A council as its folder of data describes it, and what is known of every council."""

from __future__ import annotations

from tasks.configuration.authority import authority_keys, folder_of, load_authority
from tasks.configuration.files import ConfigurationProblem
from tasks.configuration.missing import check_authority
from tasks.configuration.reference import load_calendar
from tasks.data_folder import DATA, data_folder

__all__ = [
    "DATA",
    "ConfigurationProblem",
    "authority_keys",
    "check_authority",
    "data_folder",
    "folder_of",
    "load_authority",
    "load_calendar",
]
