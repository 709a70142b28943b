"""Populations and comparators are what the published tables say, to the digit. Read where they lie, when present."""

import csv
from itertools import chain
from pathlib import Path

import pytest

from tasks.configuration import DATA

PUBLISHED = Path(__file__).parents[3] / "shared" / "real" / "dfe"
pytestmark = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published tables are not here")
AREAS = {"E10000017": "Lancashire", "E06000009": "Blackpool", "E12000002": "North West", "E92000001": "England"}

WITHIN_45 = ("Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days")
OVER_45 = ("46-50_days", "51-60_days", "61+_days")
WITHIN_15, OVER_15 = ("Duration_0-10_days", "Duration_11-15_days"), ("Duration_16-20_days", "Duration_21+_days")
PRINTED = {  # indicator: the published table, and the column printed in it
    "referrals_per_10000": ("c1", "Referrals_rate"),
    "referrals_repeat_within_12_months": ("c1", "Re_referrals_child_percent"),
    "referrals_no_further_action": ("c1", "No_Further_Action_percent"),
    "section_47_per_10000": ("c4", "Section47_rate"),
    "children_in_need_per_10000": ("b1", "At31_episodes_rate"),
    "child_protection_plans_per_10000": ("d1", "CPP_At31_rate"),
    "child_protection_plans_repeat": ("d3", "CPP_subsequent_percent"),
    "child_protection_plans_open_over_2_years": ("d5", "2_years_or_more_percent"),
    "child_protection_plans_ended_after_2_years": ("d7", "2_years_or_more_percent"),
    "child_protection_reviews_in_timescale": ("d6", "Reviewed_within_timescales_percent"),
}
COMPUTED = {  # indicator: the table, the bands in time and the bands too late
    "assessments_within_45_working_days": ("c2", WITHIN_45, OVER_45),
    "conferences_within_15_working_days": ("c4", WITHIN_15, OVER_15),
}


def held(name):
    with (DATA / "reference" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def published(table):
    """Every row of a published table, by the area's code and the year."""
    path, *_ = sorted(PUBLISHED.glob(f"{table}_*.csv"))  # of two editions the one our tables were written from
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            code = {"National": row["country_code"], "Regional": row["region_code"]}.get(row["geographic_level"])
            yield (code or row["new_la_code"], row["time_period"]), row


@pytest.fixture(scope="module")
def tables():
    names = {name for name, *_ in chain(PRINTED.values(), COMPUTED.values())}
    return {name: dict(published(name)) for name in names | {"ons"}}


COMPARATORS = held("comparators.csv")


@pytest.mark.parametrize("row", COMPARATORS, ids=lambda row: f"{row['indicator']} {row['window']} {row['area']}")
def test_every_comparator_is_the_published_figure(row, tables):
    assert AREAS[row["ons_code"]] == row["area"]
    if row["indicator"] in PRINTED:
        table, column = PRINTED[row["indicator"]]
        assert float(row["value"]) == float(tables[table][row["ons_code"], row["year"]][column])
        assert "computed" not in row["source"]
    else:
        table, in_time, late = COMPUTED[row["indicator"]]
        found = tables[table][row["ons_code"], row["year"]]
        counts = {column: int(found[column]) for column in (*in_time, *late)}
        share = 100 * sum(counts[column] for column in in_time) / sum(counts.values())
        assert float(row["value"]) == pytest.approx(share, abs=5e-5)
        assert "computed from" in row["source"]
    assert f"table {table.upper()}" in row["source"]


def test_the_published_shares_agree_with_those_computed_from_bands(tables):
    """Lancashire 2024: 6,843 of 7,100 assessments, 718 of 850 conferences."""
    values = {row["indicator"]: float(row["value"]) for row in COMPARATORS if row["area"] == "Lancashire"}
    assert values["assessments_within_45_working_days"] == pytest.approx(100 * 6843 / 7100, abs=1e-4)
    assert values["conferences_within_15_working_days"] == pytest.approx(100 * 718 / 850, abs=1e-4)


def test_only_what_may_stand_beside_ours_does():
    """Shares of a year beside any window, rates on a day beside a day, rates over a year beside annualised ones."""
    windows = {}
    for row in COMPARATORS:
        windows.setdefault((row["indicator"], row["basis"]), set()).add(row["window"])
    for (indicator, basis), found in windows.items():
        if basis == "at 31 March":
            assert found == {"as_at"}
        else:
            assert found == ({"six_months"} if indicator.endswith("per_10000") else {"month", "six_months"})


def test_every_population_is_the_published_estimate(tables):
    rows = held("populations.csv")
    assert {(row["ons_code"], row["year"]) for row in rows} == {key for key in tables["ons"] if key[0] in AREAS}
    for row in rows:
        assert AREAS[row["ons_code"]] == row["area"]
        assert row["children"] == tables["ons"][row["ons_code"], row["year"]]["population_estimate"]
