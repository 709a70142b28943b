"""Pack files are read strictly, and a mistake is said in one sentence that names it."""

from dataclasses import replace

import pytest

from reporting.model.periods import Month, Week, period_named
from tasks.configuration import ConfigurationProblem, authority_keys, load_authority
from tasks.packs import CADENCES, load_pack, load_packs, packs_due, read_pack

GOOD = """
board = "A Board"
subtitle = "A report"
audience = "Its members"
cadence = "monthly"
marking = "official_sensitive"
blocks = ["data_quality", "definitions"]

[[themes]]
name = "Front door"
measures = [{ indicator = "contacts_received", window = "month" }]
"""


@pytest.fixture(scope="module")
def lancashire():
    return load_authority("lancashire")


def read(tmp_path, lancashire, text):
    path = tmp_path / "a_board.toml"
    path.write_text(text, encoding="utf-8")
    return read_pack(path, lancashire)


@pytest.mark.parametrize("council", authority_keys())
def test_every_pack_of_every_council_can_be_read_and_the_weekly_report_is_every_councils(council):
    packs = load_packs(load_authority(council))
    assert all(pack.blocks for pack in packs.values())
    assert packs["weekly_report"].is_due(Week(2026, 43))
    assert not packs["weekly_report"].is_due(Month(2026, 10))


def test_a_councils_own_pack_stands_before_one_of_the_same_name_for_every_council(tmp_path, lancashire, monkeypatch):
    monkeypatch.setattr("tasks.packs.folder_of", lambda key: tmp_path)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "weekly_report.toml").write_text(GOOD, encoding="utf-8")
    assert load_packs(lancashire)["weekly_report"].board == "A Board"


def test_a_council_without_the_marking_of_the_weekly_report_is_told_what_to_add(lancashire):
    with pytest.raises(ConfigurationProblem, match=r"or add \[markings.official_sensitive\] to data/"):
        load_pack("weekly_report", replace(lancashire, markings={}))


def test_what_a_month_prints_is_not_held_up_by_a_mistake_in_a_weekly_pack(lancashire):
    council = replace(lancashire, markings={})
    assert "weekly_report" in packs_due(council, Week(2026, 43))
    assert "weekly_report" not in packs_due(council, Month(2026, 10))


def test_the_improvement_board_has_every_measure_that_carries_bands(lancashire):
    items = {(item.indicator, item.window.value) for item in load_packs(lancashire)["improvement_board"].items}
    banded = {(name, measure.window) for name, measure in lancashire.measures.items() if measure.bands.values}
    assert banded <= items


def test_a_pack_is_read_as_it_is_written(tmp_path, lancashire):
    pack = read(tmp_path, lancashire, GOOD)
    assert (pack.key, pack.board, pack.blocks) == ("a_board", "A Board", ("data_quality", "definitions"))
    assert [(item.indicator, item.window.value) for item in pack.items] == [("contacts_received", "month")]


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ('"contacts_received"', '"contacts_recieved"', 'there is no indicator "contacts_recieved"'),
        ('"month"', '"as_at"', "contacts_received is not asked for .as_at., only for month and six_months"),
        ('"definitions"', '"definition"', 'there is no block "definition": choose from .*, cover, '),
        ("official_sensitive", "secret", 'there is no marking "secret"'),
        ("cadence", "candence", "candence is not a setting; did you mean cadence"),
        ('subtitle = "A report"\n', "", "subtitle is missing"),
        ("measures = [", "measures = [{ indicator = 'contacts_received', window = 'month' }, ", "is there twice"),
        ("measures = [{ indicator", "measures = [] #", "it names no measure"),
        ("[[themes]]", "[[themes", "cannot be read as TOML"),
        ('["data_quality", "definitions"]', "[]", "it names no block"),
        ('"definitions"', '"weekly_check"', "the block weekly_check cannot stand in a report of a month"),
        ('"definitions"', '"cover"]\nasked_for = ["2026-W43"', "the block cover cannot stand in a report of a week"),
        ("monthly", "every blue moon", 'there is no cadence "every blue moon": choose from weekly, monthly, quarterly'),
        ("monthly", "daily", 'there is no cadence "daily"'),
        ("cadence", 'asked_for = ["October"]\ncadence', 'asked_for: "October" is not a period. Write it as a week as'),
    ],
)
def test_a_mistake_is_said_plainly(tmp_path, lancashire, wrong, right, says):
    with pytest.raises(ConfigurationProblem, match=says):
        read(tmp_path, lancashire, GOOD.replace(wrong, right))


@pytest.mark.parametrize(
    ("cadence", "due"),
    [
        ("weekly", ["2026-W53"]),
        ("monthly", ["2026-11", "2026-12", "2027-03", "2027-08"]),
        ("quarterly", ["2026-12", "2027-03"]),
        ("termly", ["2026-12", "2027-03", "2027-08"]),
        ("half-yearly", ["2027-03"]),
        ("yearly", ["2027-03"]),
        ("six-weekly", []),
        ("by exception", []),
    ],
)
def test_a_pack_is_due_in_the_cycle_that_ends_its_period(tmp_path, lancashire, cadence, due):
    pack = read(tmp_path, lancashire, GOOD.replace("monthly", cadence))
    periods = ("2026-W53", "2026-11", "2026-12", "2027-03", "2027-08")
    assert [text for text in periods if pack.is_due(period_named(text))] == due


def test_every_cadence_that_a_pack_may_have_can_be_written(tmp_path, lancashire):
    assert [read(tmp_path, lancashire, GOOD.replace("monthly", cadence)).cadence for cadence in CADENCES] == [*CADENCES]


@pytest.mark.parametrize("cadence", ["six-weekly", "by exception", "yearly"])
def test_a_pack_is_due_besides_when_it_is_asked_for(tmp_path, lancashire, cadence):
    asked = f'asked_for = ["2026-10", "2026-W45"]\ncadence = "{cadence}"'
    pack = read(tmp_path, lancashire, GOOD.replace('cadence = "monthly"', asked))
    assert pack.is_due(Month(2026, 10))
    assert pack.is_due(Week(2026, 45))
    assert not pack.is_due(Month(2026, 11))


def test_the_cycle_prints_the_packs_that_are_due_and_one_that_cannot_be_read(tmp_path, lancashire, monkeypatch):
    monkeypatch.setattr("tasks.packs.folder_of", lambda key: tmp_path)
    (tmp_path / "packs").mkdir()
    for name, text in (
        ("each_month", GOOD),
        ("each_quarter", GOOD.replace("monthly", "quarterly")),
        ("wrong", GOOD.replace("monthly", "every blue moon")),
    ):
        (tmp_path / "packs" / f"{name}.toml").write_text(text, encoding="utf-8")
    council = replace(lancashire, key="a_council")
    assert packs_due(council, Month(2026, 11)) == ("each_month", "wrong")
    assert packs_due(council, Month(2026, 12)) == ("each_month", "each_quarter", "wrong")
    assert packs_due(council, Week(2026, 53)) == ("weekly_report", "wrong")
