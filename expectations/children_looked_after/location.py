"""Whether the council of placement, its postcode and "in or out" tell of one place."""

import re

import pandas as pd

from expectations.check import RulesOf
from expectations.extract import Rows

CONFIDENTIAL = r"^\s*(?:[a-z]+\) ?)?CON\b"  # the one code that may stand for a council and does not say which
TITLES = r"\b(?:council|county|city|district|metropolitan|borough|royal|london|unitary|authority|of|the|and|with)\b|\W"
NO_PLACE = "ZZ"  # ZZ99 is the national pseudo-postcode: it says that there is none
LIVE_WHERE_THEY_LIVE = ("U1", "U2", "U3", "A3", "A4", "A5", "A6")  # relatives, and adopters

on = RulesOf("children_looked_after")


def bare(council: str) -> str:
    """A council's name without its titles: "Lancashire County Council" and "Lancashire" are one."""
    return re.sub(TITLES, "", council.casefold())


def in_our_council(rows: Rows) -> pd.Series:
    """This council is named."""
    named, ours = rows["placement_la"], bare(rows.extract.name)
    return named.isin([each for each in named.dropna().unique() if bare(each) == ours])


def in_another_council(rows: Rows) -> pd.Series:
    """Another council is named, or another country."""
    return rows.filled("placement_la") & ~rows.worded("placement_la", CONFIDENTIAL) & ~in_our_council(rows)


def own_provision_elsewhere(rows: Rows) -> pd.Series:
    """Own provision in another council's area, unless with relatives or adopters, who live where they live."""
    own = rows.has("placement_provider", "PR1") & ~rows.has("placement_type", *LIVE_WHERE_THEY_LIVE)
    return own & rows.has("in_out", "OUT") & in_another_council(rows)


def far_off(rows: Rows) -> pd.Series:
    """Said to be inside the boundary, with a postcode of an area that the council does not have."""
    ours = "|".join(sorted(rows.extract.postcode_areas))
    elsewhere = rows.worded("placement_postcode", rf"(?i)^\s*(?!(?:{NO_PLACE}|{ours})\d)[A-Z]{{1,2}}\d")
    return rows.has("in_out", "IN") & elsewhere


LOCATION = (
    on.warning(
        "8.21",
        "placement_provider placement_type in_out placement_la",
        "The council's own provision is inside its boundary, unless with relatives or adopters.",
        "Confirm that the placement is the council's own, or correct the provider or the place.",
        own_provision_elsewhere,
        council="name",
    ),
    on.warning(
        "8.22",
        "in_out placement_la",
        "A placement is inside the boundary exactly when it is in the council's own area.",
        "Correct the location, or the council of placement.",
        lambda rows: (
            rows.has("in_out", "IN") & in_another_council(rows) | rows.has("in_out", "OUT") & in_our_council(rows)
        ),
        council="name",
    ),
    on.warning(
        "8.47",
        "in_out placement_postcode",
        "A placement inside the boundary has a postcode of the council's own area.",
        "Check the placement's postcode and whether it is inside the boundary.",
        far_off,
        council="postcode_areas",
    ),
)
