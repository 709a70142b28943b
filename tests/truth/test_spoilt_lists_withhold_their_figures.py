"""Where a whole list is spoilt, nothing that rests on it is printed, and everything that is printed is right."""

import json
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.lists import ANNEX_A
from reporting.measures.counting import count
from reporting.measures.grading import grade
from reporting.model.figures import Level, Status
from reporting.model.periods import Month
from synthetic_council.council import read_council
from synthetic_council.days import number
from synthetic_council.extract import extract
from synthetic_council.faults.spoilt import Spoiling, leave_out, make_a_stub, neighbours, optional, swap
from synthetic_council.history import simulate
from synthetic_council.printing import sheets, write_csv
from synthetic_council.sample import write_sample
from synthetic_council.truth import truths
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract

UNTIL = date(2026, 10, 31)
AUTHORITY, CALENDAR = load_authority("lancashire"), load_calendar()
KEY = ["indicator", "window"]
NUMBERS = ["numerator", "denominator", "unknown", "value"]


@dataclass(frozen=True)
class Council:
    lists: dict
    truth: pd.DataFrame


@pytest.fixture(scope="module")
def council():
    history = simulate(read_council("lancashire", 0.05), 3, UNTIL)
    return Council(extract(history, number(UNTIL), "later"), county_truths(truths(history, number(UNTIL), "later")))


def county_truths(truth):
    rows = [
        (indicator, window, *next(iter(levels["county"].values())))
        for indicator, windows in truth.items()
        for window, levels in windows.items()
    ]
    return pd.DataFrame(rows, columns=KEY + NUMBERS).set_index(KEY)[NUMBERS].astype("float64")


def county_figures(folder, list_date=UNTIL):
    conformed = conform(read_extract(folder), headings=AUTHORITY.headings, values=AUTHORITY.values, list_date=list_date)
    asked = {"authority": AUTHORITY, "calendar": CALENDAR, "list_date": list_date}
    checked = check(conformed, **asked)
    period = Month.holding(list_date)
    figures = grade(
        count(conformed, checked, period=period, **asked), authority=AUTHORITY, period=period, list_date=list_date
    )
    return checked, figures[figures["level"] == Level.COUNTY].set_index(KEY)


def rests_on(indicator, spoilt):
    """The indicator asks for a spoilt list, or for a spoilt column of it."""
    stated = AUTHORITY.definitions[indicator]
    return any(
        name in stated.lists and (columns == ["*"] or {f"{name}.{column}" for column in columns} & set(stated.columns))
        for name, columns in spoilt.items()
    )


def assert_only_the_truth_is_printed(figures, truth, spoilt):
    """A figure nobody of whose cohort has anything in two swapped columns is as it was, and may be printed."""
    printed = figures[(figures["status"] == Status.PRINTED) & figures.index.isin(truth.index)]
    resting = {key for key in figures.index if rests_on(key[0], spoilt)}
    swapped = any(len(columns) > 1 for columns in spoilt.values())
    assert len(resting & set(printed.index)) <= (1 if swapped else 0)
    right = truth.loc[printed.index]
    pd.testing.assert_frame_equal(printed[NUMBERS].astype("float64"), right, rtol=1e-12, check_index_type=False)


@pytest.mark.parametrize("name", ANNEX_A)
def test_a_list_that_is_missing_withholds_what_rests_on_it(name, council, tmp_path):
    written = sheets(council.lists)
    del written[name]
    write_csv(tmp_path, written)
    checked, figures = county_figures(tmp_path)
    assert ("F01", name) in {(finding.rule, finding.list) for finding in checked.findings}
    assert_only_the_truth_is_printed(figures, council.truth, {name: ["*"]})
    assert (figures["status"] == Status.PRINTED).sum() > 25


LACKING = {
    "assessments": "child_seen",
    "section_47_enquiries": "icpc_date",
    "children_in_need": "last_seen",
    "child_protection_plans": "last_review",
    "children_looked_after": "last_health",
    "care_leavers": "suitability",
    "adoption": "matched",
}


@pytest.mark.parametrize("name", LACKING)
def test_a_column_that_is_missing_withholds_what_rests_on_it(name, council, tmp_path):
    written, done = sheets(council.lists), Spoiling()
    assert LACKING[name] in optional(written[name])
    leave_out(LACKING[name], written[name], done)
    write_csv(tmp_path, written)
    checked, figures = county_figures(tmp_path)
    assert ("F03", name) in {(finding.rule, finding.list) for finding in checked.findings}
    assert_only_the_truth_is_printed(figures, council.truth, done.lists)
    assert [key for key in figures.index if rests_on(key[0], done.lists)]


@pytest.mark.parametrize("name", [name for name in ANNEX_A if name != "prospective_adopters"])  # of whom there are few
def test_columns_that_are_swapped_withhold_what_rests_on_them(name, council, tmp_path):
    written, done = sheets(council.lists), Spoiling()
    swap(*neighbours(written[name])[-1], written[name], done)
    write_csv(tmp_path, written)
    checked, figures = county_figures(tmp_path)
    assert ("F14", name) in {(finding.rule, finding.list) for finding in checked.findings}
    assert_only_the_truth_is_printed(figures, council.truth, done.lists)


def test_a_stub_of_default_dates_is_of_another_time(council, tmp_path):
    written, done = sheets(council.lists), Spoiling()
    make_a_stub(written["prospective_adopters"], done)
    write_csv(tmp_path, written)
    checked, figures = county_figures(tmp_path)
    found = {(finding.rule, finding.list) for finding in checked.findings if finding.failed}
    assert ("F17", "prospective_adopters") in found
    assert_only_the_truth_is_printed(figures, council.truth, done.lists)


def test_nothing_is_printed_of_a_list_that_was_cut_off(tmp_path):
    history = simulate(read_council("lancashire", 0.3), 3, UNTIL)
    written = sheets(extract(history, number(UNTIL), "later"))
    written["contacts"].cut_at = 5_000
    write_csv(tmp_path, written)
    checked, figures = county_figures(tmp_path)
    assert ("F20", "contacts") in {(finding.rule, finding.list) for finding in checked.findings}
    assert "as if cut off" in checked.withheld_lists["contacts"]
    assert_only_the_truth_is_printed(
        figures, county_truths(truths(history, number(UNTIL), "later")), {"contacts": ["*"]}
    )


@pytest.fixture(scope="module")
def destroyed(tmp_path_factory):
    """A year of weeks would be dear: a dozen months of a very small council, spoilt at the rates of the field book."""
    to = tmp_path_factory.mktemp("destroyed")
    write_sample("lancashire", to, 12, 5, 0.03, until=UNTIL, faults=True, destructive=True)
    return to


def test_what_is_spoilt_is_written_down_and_the_rest_is_right(destroyed):
    truth = json.loads((destroyed / "truth.json").read_text())
    lines = pd.read_csv(destroyed / "faults.csv", keep_default_na=False)
    kinds = {"list_missing", "column_missing", "columns_swapped", "stub_of_default_dates"}
    assert len(truth["spoilt"]) > 4
    assert len(kinds & set(lines["kind"])) >= 2
    for period in sorted(truth["spoilt"])[-4:]:
        spoilt = truth["spoilt"][period]
        list_date = date.fromisoformat(json.loads((destroyed / period / "manifest.json").read_text())["list_date"])
        checked, figures = county_figures(destroyed / period / "csv", list_date)
        found = {(finding.list, finding.rule) for finding in checked.findings if finding.failed}
        told = lines[(lines["period"] == period) & lines["list"].isin(spoilt)]
        assert set(told["list"]) == set(spoilt)
        assert set(map(tuple, told[["list", "rule"]].to_numpy())) <= found
        assert_only_the_truth_is_printed(figures, county_truths(truth["months"][period]), spoilt)
