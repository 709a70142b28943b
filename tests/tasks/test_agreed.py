"""A threshold from a date is one block in one file, and what was decided before it stays as it was."""

import shutil
from datetime import date

import pandas as pd
import pytest

from reporting.measures.grading import grade
from reporting.model.agreements import Reach
from reporting.model.figures import RESULT_COLUMNS
from reporting.model.periods import Month
from tasks.configuration import DATA, ConfigurationProblem, check_authority, load_authority

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
WHO = 'set_by = "Improvement Board"\nreach = "local"\nsource = "Minutes of 14 October 2026"\n'
STRICTER = f"""
[[care_leavers_eet.bands]]
inadequate = "<50%"
requires_improvement = "50-60%"
good = "60-70%"
outstanding = ">70%"
valid_from = 2026-11-01
{WHO}"""


@pytest.fixture
def data(tmp_path):
    """A copy of the data that may be changed."""
    for folder in ("authorities", "measures", "reference"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    return tmp_path / "data"


def add(data, block, name="indicators.toml"):
    with (data / "authorities" / "lancashire" / name).open("a", encoding="utf-8") as file:
        file.write(block)


def change(data, name, old, new):
    path = data / "authorities" / "lancashire" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def end_the_bands(data, last):
    following = "[[care_leavers_eet.target]]"
    change(data, "indicators.toml", following, f"valid_until = {last}\n{following}")


def complaint(data):
    with pytest.raises(ConfigurationProblem) as problem:
        load_authority("lancashire", data)
    return str(problem.value)


def graded(data, period, yes=48, no=52, indicator="care_leavers_eet"):
    """The band of a month's figure, and what is said of it."""
    row = dict.fromkeys(RESULT_COLUMNS, 0) | {"indicator": indicator, "window": "as_at", "level": "county"}
    row |= {"unit": "Lancashire", "yes": yes, "no": no, "cohort": yes + no, "status": "printed", "reason": ""}
    figures = grade(
        pd.DataFrame([row]), authority=load_authority("lancashire", data), period=period, list_date=period.last_day
    )
    return figures["band"].iloc[0], figures["band_note"].iloc[0]


def test_changing_a_threshold_from_a_day_leaves_the_months_before_as_they_were(data):
    before = graded(data, SEPTEMBER)
    add(data, STRICTER)
    assert graded(data, SEPTEMBER) == graded(data, OCTOBER) == before == ("good", "")
    assert graded(data, NOVEMBER) == ("inadequate", "")
    old, new = load_authority("lancashire", data).measures["care_leavers_eet"].bands.values
    assert (old.valid_from, old.valid_until) == (date(2016, 7, 1), date(2026, 10, 31))
    assert (new.valid_from, new.set_by, new.reach) == (date(2026, 11, 1), "Improvement Board", Reach.LOCAL)


def test_thresholds_that_ended_or_are_to_come_say_so(data):
    end_the_bands(data, "2026-08-31")
    assert graded(data, Month(2026, 8)) == ("good", "")
    assert graded(data, SEPTEMBER) == ("", "the board's thresholds were in force until 31 August 2026")
    add(data, STRICTER)
    assert graded(data, SEPTEMBER) == ("", "the board's thresholds are in force from 1 November 2026")


def test_every_other_agreement_changes_from_a_day_in_the_same_way(data):
    add(data, f'[[care_leavers_eet.target]]\noperator = ">="\nvalue = 60\nvalid_from = 2026-11-01\n{WHO}')
    dated = f"valid_from = 2026-11-01\n{WHO}"
    limit = f'[[limits.looked_after_visit_days]]\nvalue = 28\nunit = "days"\nassumed = false\n{dated}'
    cut_offs = f"[[cut_offs.team_hierarchy]]\ngreen = 95\namber = 92\n{dated}"
    add(data, limit + cut_offs, "authority.toml")
    before, after = (load_authority("lancashire", data).on(day) for day in (date(2026, 10, 31), date(2026, 11, 1)))
    assert [one.measures["care_leavers_eet"].target.value for one in (before, after)] == [45, 60]
    assert [one.limit_values["looked_after_visit_days"] for one in (before, after)] == [42, 28]
    assert [one.cut_offs["team_hierarchy"].value.green for one in (before, after)] == [90, 95]


@pytest.mark.parametrize(
    ("key", "plain", "first", "second"),
    [
        ("tolerance", "0.05", 0.05, 0.1),
        ("smallest_graded", "10", 10, 20),
        ("confirmed_empty", "[]", [], ["adoption"]),
        ("confirmed_whole", "[]", [], ["referrals"]),
    ],
)
def test_a_setting_is_one_plain_value_or_a_block_a_value(data, key, plain, first, second):
    def on(day):
        found = getattr(load_authority("lancashire", data).on(day), key)
        return sorted(found) if isinstance(found, frozenset) else found

    assert on(date(1900, 1, 1)) == first
    change(data, "authority.toml", f"{key} = {plain}", "")
    add(data, f"[[{key}]]\nvalue = {plain}\n{WHO}", "authority.toml")
    add(data, f"[[{key}]]\nvalue = {second!r}\nvalid_from = 2026-11-01\n{WHO}", "authority.toml")
    assert [on(date(1900, 1, 1)), on(date(2026, 10, 31)), on(date(2026, 11, 1))] == [first, first, second]


def test_a_comparator_of_a_later_year_stands_beside_ours_from_its_day(data):
    path = data / "reference" / "comparators.csv"
    row = "care_leavers_eet,as_at,England,E92000001,{year},{value},year to 31 March,A table,DfE,national,{since},\n"
    text = path.read_text(encoding="utf-8")
    first = row.format(year=2024, value=50, since="")
    path.write_text(text + first + row.format(year=2025, value=51, since=""), encoding="utf-8")
    assert "comparators.csv: care_leavers_eet, as_at, England: two values have no valid_from" in complaint(data)
    path.write_text(
        text + row.format(year=2025, value=51, since="2026-11-01") + row.format(year=2024, value=50, since="")
    )
    council = load_authority("lancashire", data)
    for day, year in ((date(2026, 10, 31), 2024), (date(2026, 11, 1), 2025)):
        (held,) = [one for one in council.on(day).comparators if one.indicator == "care_leavers_eet"]
        assert held.year == year


NOT_IN_BRACKETS = "should be in double square brackets, so that another value can follow"
WITHOUT_START = STRICTER.replace("valid_from = 2026-11-01\n", "")
BACKWARDS = STRICTER.replace("2026-11-01", "2026-11-01\nvalid_until = 2026-10-01")


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (STRICTER + STRICTER, "care_leavers_eet.bands: two values are in force from 2026-11-01."),
        (
            STRICTER.replace("valid_from = 2026-11-01\n", "") * 2,
            "care_leavers_eet.bands: two values have no valid_from",
        ),
        (BACKWARDS, "care_leavers_eet.bands: valid_until, 2026-10-01, comes before valid_from, 2026-11-01."),
        (STRICTER.replace("source =", "saurce ="), "care_leavers_eet.bands.source (number 2) is missing"),
        (STRICTER.replace("Minutes of 14 October 2026", ""), "care_leavers_eet.bands.source (number 2) should not be"),
        (STRICTER.replace('set_by = "Improvement Board"\n', ""), "care_leavers_eet.bands.set_by (number 2) is missing"),
        (STRICTER.replace('"local"', '"county"'), "care_leavers_eet.bands.reach (number 2)"),
        (
            STRICTER.replace("2026-11-01", '"1 November"'),
            "bands.valid_from (number 2) should be a date",
        ),
        ('[care_leavers_in_touch.bands]\ngood = "80%"\n', f"care_leavers_in_touch.bands {NOT_IN_BRACKETS}"),
    ],
)
def test_a_block_that_is_not_clear_is_refused_in_words(data, block, says):
    add(data, block)
    said = complaint(data)
    assert said.startswith("authorities/lancashire/indicators.toml: ")
    assert says in said


def test_spans_that_overlap_are_refused(data):
    end_the_bands(data, "2026-12-31")
    add(data, STRICTER)
    assert "one value is in force until 2026-12-31 and another from 2026-11-01" in complaint(data)


def test_a_setting_that_there_must_always_be_may_have_no_gap(data):
    change(data, "authority.toml", "tolerance = 0.05", "")
    add(data, f"[[tolerance]]\nvalue = 0.05\nvalid_from = 2026-11-01\n{WHO}", "authority.toml")
    assert "authority.toml: tolerance: there are days on which none is in force." in complaint(data)


@pytest.mark.parametrize(
    ("today", "following", "says"),
    [
        (date(2026, 10, 1), "", "ends on 31 December 2026, and nothing follows it."),
        (date(2027, 1, 1), "", "ended on 31 December 2026, and nothing follows it."),
        (date(2026, 12, 31), "2027-01-01", "ends on 31 December 2026, and another value follows on the day after."),
        (date(2027, 1, 1), "2027-02-01", "ended on 31 December 2026, and nothing is in force before 1 February 2027."),
        (date(2026, 9, 1), "", None),
        (date(2027, 1, 1), "2027-01-01", None),
    ],
)
def test_what_ends_soon_or_has_ended_is_said(data, today, following, says):
    end_the_bands(data, "2026-12-31")
    if following:
        add(data, STRICTER.replace("2026-11-01", following))
    said = [words for words in check_authority("lancashire", today, data) if "care_leavers_eet" in words]
    assert said == ([f"indicators.toml: care_leavers_eet.bands {says}"] if says else [])


@pytest.mark.parametrize("key", ("blackpool", "lancashire"))
def test_no_agreement_of_a_council_has_run_out(key):
    assert not [words for words in check_authority(key, date(2026, 11, 27)) if " ended on " in words]
