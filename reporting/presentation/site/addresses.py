"""Where each page lies in the site, as a path from the site's own folder."""

from __future__ import annotations

import re

from reporting.lists import LISTS

OVERVIEW = "index.html"
RULES = "rules.html"
TEAMS = "teams.html"
DEFINITIONS = "definitions.html"


def slug(name: str) -> str:
    """A name as part of an address: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def list_page(name: str) -> str:
    """The page of one list."""
    return f"lists/{_coded(name)}.html"


def rule_page(list_name: str, rule: str) -> str:
    """The page of one rule of one list."""
    return f"rules/{_coded(list_name)}-{slug(rule)}.html"


def _coded(name: str) -> str:
    """A list by its code and name; the code in two digits, so that addresses stand in order."""
    return f"{slug(LISTS[name].code).zfill(2)}-{slug(name)}"


def district_page(district: str) -> str:
    """The page of one district."""
    return f"districts/{slug(district)}.html"


def team_anchor(team: str) -> str:
    """The place of one team on the page of teams."""
    return f"team-{slug(team)}"
