"""A returned measure is a dozen lines of TOML: from them and a CSV file come a figure, a grade and a line of a pack."""

import re
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from reporting.measures.grading import grade
from reporting.measures.returned import returned_results
from reporting.model.figures import NO_DISTRICT
from reporting.model.periods import Month
from reporting.model.quality import Checked
from reporting.presentation.definitions_page import definitions_page
from reporting.presentation.packs import ReportInputs, compose
from tasks.configuration import DATA, ConfigurationProblem, load_authority
from tasks.configuration.measures import load_measures
from tasks.configuration.returns import COLUMNS
from tasks.packs import read_pack

OCTOBER, LIST_DATE = Month(2026, 10), date(2026, 10, 31)
TWELVE_LINES = """\
[returned.agency_social_workers]
number = "WF01"
title = "Social workers who are agency staff"
counts = "Of those, posts held by agency staff"
out_of = "Social worker posts that are filled on the last day of the month"
scale = "percent"
direction = "lower_is_better"
grain = { windows = ["as_at"], levels = ["county", "district"] }
themes = ["workforce"]
owner = "Head of workforce"
definition = { version = 1, reviewed = 2026-11-27 }
source = "The council's human resources system, at the end of each month."
"""
BANDS = """
[agency_social_workers]
window = "as_at"
[[agency_social_workers.bands]]
inadequate = ">20%"
requires_improvement = "15-20%"
good = "10-15%"
outstanding = "<10%"
source = "A plan"
set_by = "A board"
reach = "local"
valid_from = 2016-07-01
"""
PACK = """
board = "Workforce Board"
subtitle = "A report"
audience = "Its members"
cadence = "monthly"
marking = "official_sensitive"
blocks = ["cover", "dashboard", "heat_map", "cards", "data_quality", "definitions"]

[[themes]]
name = "Workforce"
measures = [
    { indicator = "agency_social_workers", window = "as_at" },
    { indicator = "children_looked_after_per_10000", window = "as_at" },
]
"""
LINE = "agency_social_workers,2026-10,county,Lancashire,30,240,,,Workforce,2026-11-05"


@pytest.fixture
def data(tmp_path):
    """A copy of the data in which one more measure is stated and returned."""
    for folder in ("authorities", "measures", "reference"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    (tmp_path / "data" / "measures" / "workforce.toml").write_text(TWELVE_LINES, encoding="utf-8")
    put_in(tmp_path / "data", LINE)
    return tmp_path / "data"


def put_in(data, *lines, name="workforce.csv", key="lancashire"):
    folder = data / "authorities" / key / "returns"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join([",".join(COLUMNS), *lines]) + "\n", encoding="utf-8")


def figures(council, period=OCTOBER):
    results = returned_results(council, period)
    return grade(results, authority=council, period=period, list_date=LIST_DATE)


def figure(council, unit="Lancashire", **asked):
    found = figures(council, **asked)
    [row] = found[found["unit"] == unit].to_dict("records")
    return row


def complaint(data):
    with pytest.raises(ConfigurationProblem) as problem:
        load_authority("lancashire", data)
    return str(problem.value)


def test_twelve_lines_and_a_return_make_a_figure_with_a_grade(data):
    assert len(TWELVE_LINES.splitlines()) == 12
    agreed = data / "authorities" / "lancashire" / "indicators.toml"
    agreed.write_text(agreed.read_text(encoding="utf-8") + BANDS, encoding="utf-8")
    found = figure(load_authority("lancashire", data))
    assert (found["value"], found["numerator"], found["denominator"]) == (12.5, 30, 240)
    assert (found["status"], found["band"]) == ("printed", "good")


def test_a_pack_that_names_it_prints_it_and_its_definition(data):
    council = load_authority("lancashire", data)
    path = data / "authorities" / "lancashire" / "packs" / "workforce_board.toml"
    path.write_text(PACK, encoding="utf-8")
    now = figures(council)
    inputs = ReportInputs(
        authority=council,
        period=OCTOBER,
        list_date=LIST_DATE,
        synthetic=True,
        figures=now,
        history=now.iloc[:0],
        rebuilt=now.iloc[:0],
        checked=Checked((), pd.DataFrame(columns=["list", "position", "rule", "mend"]), {}, {}),
        rows={},
    )
    report = compose(read_pack(path, council), inputs)
    lines = [line for line in report.csv.splitlines() if "agency_social_workers" in line and "Lancashire" in line]
    assert any("12.5" in line for line in lines)
    [definitions] = [block for block in report.blocks if block.anchor == "definitions"]
    [stated, _] = definitions.themes[0].rows
    assert stated.measure == "Social workers who are agency staff"


def test_it_is_on_the_page_of_definitions(data):
    page = definitions_page(load_measures(data))
    assert "## Workforce\n\n### Social workers who are agency staff" in page
    assert "**Number:** WF01, version 1, reviewed on 27 November 2026." in page


def test_the_dozen_lines_that_the_guide_prints_are_read(data):
    guide = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"```toml\n(\[returned.*?)```", guide, flags=re.S)
    (data / "measures" / "workforce.toml").write_text(lines, encoding="utf-8")
    [figures_of_returns] = re.findall(r"```text\n(measure,.*?)```", guide, flags=re.S)
    put_in(data, *figures_of_returns.splitlines()[1:])
    assert len(lines.splitlines()) == 12
    assert figure(load_authority("lancashire", data))["value"] == 12.5


def test_what_was_not_returned_is_said_to_be_not_returned_and_is_never_nought(data):
    council = load_authority("lancashire", data)
    found = figure(council, "Wyre")
    assert (found["status"], found["reason"], found["reason_code"]) == (
        "not_computable",
        "not returned",
        "not_returned",
    )
    assert pd.isna(found["value"])
    assert figure(council, period=Month(2026, 9))["reason"] == "not returned"
    assert NO_DISTRICT not in set(figures(council)["unit"])


@pytest.mark.parametrize(
    ("said", "status", "reason_code", "value"),
    [
        ("0,240,", "printed", "", 0.0),
        (",,nil return", "not_computable", "nil_return", None),
        (",,not applicable", "not_computable", "not_applicable", None),
        (",,Not yet known", "not_computable", "not_yet_known", None),
    ],
)
def test_nought_a_nil_return_not_applicable_and_not_yet_known_are_different(data, said, status, reason_code, value):
    put_in(data, f"agency_social_workers,2026-10,county,Lancashire,{said},,Workforce,2026-11-05")
    found = figure(load_authority("lancashire", data))
    assert (found["status"], found["reason_code"]) == (status, reason_code)
    assert found["value"] == value if value is not None else pd.isna(found["value"])


def test_the_latest_revision_counts_and_earlier_ones_stay(data):
    put_in(data, LINE.replace("30,240", "36,240").replace("11-05", "11-20"), name="a_revision.csv")
    council = load_authority("lancashire", data)
    assert len(council.returns) == 2
    assert figure(council)["value"] == 15.0


def test_a_return_is_an_input_of_the_figures(data):
    before = load_authority("lancashire", data).content
    put_in(data, LINE.replace("30,240", "31,240"))
    after = load_authority("lancashire", data).content
    assert after != before
    (data / "measures" / "workforce.toml").write_text(TWELVE_LINES.replace("WF01", "WF02"), encoding="utf-8")
    assert load_authority("lancashire", data).content != after


def test_a_council_may_have_a_measure_of_its_own(data):
    own = data / "authorities" / "blackpool" / "measures"
    own.mkdir()
    shutil.move(data / "measures" / "workforce.toml", own / "workforce.toml")
    (data / "authorities" / "lancashire" / "returns" / "workforce.csv").unlink()
    assert "agency_social_workers" in load_authority("blackpool", data).definitions
    assert "agency_social_workers" not in load_authority("lancashire", data).definitions


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "agency_social_workers",
            "agency_staff",
            'measure: "agency_staff" is not a measure. Measures',
        ),
        ("agency_social_workers", "referrals_received", "is made from the lists, and is not returned"),
        ("2026-10", "October", 'period: "October" is not a month'),
        ("county", "team", 'level: "team" is not one of county, district'),
        ("Lancashire", "Lancs", 'unit: "Lancs" is not a county of Lancashire. Known: Lancashire'),
        ("30,240", "30 people,240", 'numerator: "30 people" is not a number'),
        ("30,240,", "30,240,n/a", 'value: "n/a" is not a number written with digits and at most one point, nor nil'),
        ("30,240,", "30,240,nil return", "numerator: there is no number beside nil return"),
        ("30,240,", ",,12.5", "a percentage needs a numerator and a denominator, or a value and n"),
        ("30,240", "250,240", "a percentage is from 0 to 100"),
        ("30,240", "0,0", "where there was nothing to measure, write nil return as value"),
        (",,,Workforce", ",,2.5,Workforce", 'n: "2.5" is not a whole number'),
        ("Workforce", "", "returned_by: say which role returned it"),
        ("2026-11-05", "5 November", 'returned_on: "5 November" is not a date'),
        ("2026-11-05", "2026-09-30", "2026-09-30 is before 2026-10, which it is for, had begun"),
    ],
)
def test_a_return_that_cannot_be_right_is_refused_in_a_plain_sentence(data, old, new, says):
    put_in(data, LINE.replace(old, new, 1))
    said = complaint(data)
    assert said.startswith("authorities/lancashire/returns/workforce.csv: line 2")
    assert says in said


def test_a_figure_returned_twice_on_one_day_is_refused(data):
    put_in(data, LINE, LINE.replace("30", "31", 1))
    assert "line 3: agency_social_workers for Lancashire, 2026-10 is returned twice on one day" in complaint(data)


@pytest.mark.parametrize(
    ("scale", "given", "value"),
    [
        ("count", ",,3,", 3),
        ("pounds", ",,1250000.5,", 1_250_000.5),
        ("fte", ",,412.6,", 412.6),
        ("days", ",,9.5,", 9.5),
        ("score", ",,3.4,126", 3.4),
        ("mean_days", "4310,10,,", 431),
        ("ratio", "30,240,,", 0.125),
        ("percent", ",,35,126", 35),
    ],
)
def test_every_scale_takes_what_it_is_made_of(data, scale, given, value):
    stated = TWELVE_LINES.replace('"percent"', f'"{scale}"')
    (data / "measures" / "workforce.toml").write_text(stated, encoding="utf-8")
    put_in(data, f"agency_social_workers,2026-10,county,Lancashire,{given},Workforce,2026-11-05")
    assert figure(load_authority("lancashire", data))["value"] == pytest.approx(value)


@pytest.mark.parametrize(
    ("scale", "given", "says"),
    [
        ("count", ",,2.5,", "a number is a whole number, 0 or more"),
        ("count", ",,-1,", "a number is a whole number, 0 or more"),
        ("pounds", "5,10,,", "an amount in pounds needs a value, and no numerator or denominator"),
        ("score", ",,3.4,", "a mean score needs a numerator and a denominator, or a value and n"),
        ("percent", ",,135,126", "a percentage is from 0 to 100"),
    ],
)
def test_no_scale_takes_what_it_is_not_made_of(data, scale, given, says):
    stated = TWELVE_LINES.replace('"percent"', f'"{scale}"')
    (data / "measures" / "workforce.toml").write_text(stated, encoding="utf-8")
    put_in(data, f"agency_social_workers,2026-10,county,Lancashire,{given},Workforce,2026-11-05")
    assert says in complaint(data)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('owner = "Head of workforce"\n', "", "returned.agency_social_workers.owner is missing"),
        ("owner", "ownr", "returned.agency_social_workers.ownr is not a setting; did you mean owner?"),
        ('"percent"', '"per cent"', '"per cent" is not a scale. Write one of: '),
        ('"lower_is_better"', '"down"', "returned.agency_social_workers.direction"),
        ('["county", "district"]', '["ward"]', "returned.agency_social_workers.grain.levels"),
        ("WF01", "LA01", "number LA01 is"),
        ("[returned.", "[counted.", "counted: a measure is written under [returned.name] or [derived.name]"),
        ("agency_social_workers]", "referrals_received]", "referrals_received: there is another measure of this name"),
    ],
)
def test_a_measure_that_does_not_say_what_it_means_is_refused(data, old, new, says):
    (data / "measures" / "workforce.toml").write_text(TWELVE_LINES.replace(old, new, 1), encoding="utf-8")
    said = complaint(data)
    assert said.startswith("measures/workforce.toml: ")
    assert says in said
