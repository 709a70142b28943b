"""Where the child lives: type, provider, postcode, registration, moves."""

import pandas as pd

from expectations.built_in import ColumnValuesToMatchRegex
from expectations.check import RulesOf
from expectations.children_looked_after.location import CONFIDENTIAL
from expectations.extract import Rows

POSTCODE = r"^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$"
NOT_REGISTERED = ("P1", "P2", "P3", "R2", "R5", "T0", "T1", "T2", "T3", "T4")  # homes of their own, NHS, custody
REGISTRATION = r"^(?:SC)?\d{6,7}$"
P2_ENDED = pd.Timestamp(2023, 10, 28)  # Ofsted's registration of supported accommodation
OLDER_FROM = pd.Timestamp(2023, 4, 1)  # before it P2 began a year younger, and supported accommodation two
AGENCIES = ("PR4", "PR5")

on = RulesOf("children_looked_after")


def too_young_to_live_there(rows: Rows) -> pd.Series:
    """Custody under ten, residential school under four, residential employment under fourteen."""
    age = rows.age(on="placement_start")
    youngest = {"R5": 10, "S1": 4, "P3": 14}
    return pd.concat(
        [rows.has("placement_type", code) & (age < years) for code, years in youngest.items()], axis=1
    ).any(axis=1)


def parents_and_providers_mixed(rows: Rows) -> pd.Series:
    """Parents as provider of another placement, or another provider of a placement with parents."""
    with_parents, by_parents = rows.has("placement_type", "P1"), rows.has("placement_provider", "PR0")
    known = rows["placement_type"].notna() & rows["placement_provider"].notna()
    return known & (with_parents ^ by_parents)


def registration_in_doubt(rows: Rows) -> pd.Series:
    """No number where Ofsted registers the setting, one where it does not, or one of no known form."""
    fostered_by_agency = rows.has("placement_type", "U4", "U5", "U6") & rows.has("placement_provider", *AGENCIES)
    registered = rows.has("placement_type", "K1", "K2", "H5") | fostered_by_agency
    wanting = rows.blank("urn") & registered
    unneeded = rows.filled("urn") & rows.has("placement_type", *NOT_REGISTERED)
    return wanting | unneeded | rows.filled("urn") & ~rows["urn"].str.fullmatch(REGISTRATION).fillna(False)


def too_young_to_live_alone(rows: Rows, codes: tuple[str, ...], youngest: int, before: int) -> pd.Series:
    """Under ``youngest`` when the placement began, or under ``before`` where it began before April 2023."""
    age, early = rows.age(on="placement_start"), rows["placement_start"] < OLDER_FROM
    return rows.has("placement_type", *codes) & ((age < before) | (age < youngest) & ~early)


def in_use_after_its_end(rows: Rows) -> pd.Series:
    """Independent living after its code had ended."""
    after = (rows["ceased_date"] > P2_ENDED) | rows.open() & (rows.list_date > P2_ENDED)
    return rows.has("placement_type", "P2") & after


PLACEMENTS = (
    on.warning(
        "8.15",
        "placement_type legal_status",
        "A child placed with parents is not accommodated under section 20.",
        "Check the legal status and the placement.",
        lambda rows: rows.has("placement_type", "P1") & rows.has("legal_status", "V2"),
    ),
    on.warning(
        "8.16",
        "placement_type dob placement_start ceased_date",
        "Independent living is for those of 16 and over, and its code ended in October 2023.",
        "Check the age, and use the code that has replaced it.",
        lambda rows: too_young_to_live_alone(rows, ("P2",), 16, 15) | in_use_after_its_end(rows),
    ),
    on.warning(
        "8.17",
        "placement_type dob placement_start",
        "Supported accommodation is for those of 16 and over.",
        "Check the age and the placement type.",
        lambda rows: too_young_to_live_alone(rows, ("H5", "K3"), 16, 14),
    ),
    on.warning(
        "8.18",
        "placement_type dob placement_start",
        "Custody, residential school and residential employment fit the child's age.",
        "Check the placement type and the date of birth.",
        too_young_to_live_there,
    ),
    on.warning(
        "8.19",
        "placement_type placement_provider",
        "Foster care by relatives is not provided by an agency.",
        "Check the placement type and the provider.",
        lambda rows: rows.has("placement_type", "U1", "U2", "U3") & rows.has("placement_provider", *AGENCIES),
    ),
    on.warning(
        "8.20",
        "placement_type placement_provider",
        "Parents are the provider exactly when the child is placed with parents.",
        "Check the placement type and the provider.",
        parents_and_providers_mixed,
    ),
    on.warning(
        "8.23",
        "placement_postcode",
        "The placement's postcode is written as postcodes are: capitals, and one space at most.",
        "Enter the whole postcode.",
        ColumnValuesToMatchRegex("placement_postcode", POSTCODE),
    ),
    on.warning(
        "8.24",
        "placement_la placement_postcode",
        "A confidential placement has no postcode.",
        "Remove the postcode, or correct the council of placement.",
        lambda rows: rows.worded("placement_la", CONFIDENTIAL) & rows.filled("placement_postcode"),
    ),
    on.warning(
        "8.25",
        "urn placement_type placement_provider",
        "A setting that Ofsted registers has its registration number, and no other has one.",
        "Enter the number (SC and six digits, or six or seven digits), or remove it where Ofsted registers nothing.",
        registration_in_doubt,
    ),
    on.warning(
        "8.26",
        "placement_provider placement_type",
        "Every placement that is not temporary has a provider.",
        "Choose the provider of the placement.",
        lambda rows: rows.blank("placement_provider") & ~rows.has("placement_type", "T0", "T1", "T2", "T3", "T4"),
    ),
    on.error(
        "8.27",
        "placements_12m ceased_date",
        "A child in care has had at least one placement in the last twelve months.",
        "Correct the number of placements.",
        lambda rows: rows.open() & (rows["placements_12m"] == 0),
    ),
    on.warning(
        "8.28",
        "placement_start cla_start placements_12m",
        "A move in the last twelve months makes at least two placements.",
        "Correct the number of placements, or the start of this one.",
        lambda rows: (
            (rows["placement_start"] > rows.months_ago(12))
            & (rows["cla_start"] <= rows.months_ago(12))
            & (rows["placements_12m"] == 1)
        ),
    ),
)
