"""Pack files are read strictly, and a mistake is said in one sentence that names it."""

import pytest

from tasks.configuration import ConfigurationProblem, load_authority
from tasks.packs import load_packs, read_pack

GOOD = """
board = "A Board"
subtitle = "A report"
audience = "Its members"
cadence = "monthly"
marking = "official_sensitive"
blocks = ["cover", "dashboard"]

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


def test_lancashire_has_three_boards_and_each_names_at_least_eighteen_measures(lancashire):
    packs = load_packs(lancashire)
    assert list(packs) == [
        "improvement_board",
        "permanence_and_corporate_parenting_board",
        "prevention_and_demand_management_board",
    ]
    assert all(len(pack.items) >= 18 for pack in packs.values())


def test_the_improvement_board_has_every_measure_that_carries_bands(lancashire):
    items = {(item.indicator, item.window.value) for item in load_packs(lancashire)["improvement_board"].items}
    banded = {(name, measure.window) for name, measure in lancashire.measures.items() if measure.bands}
    assert banded <= items


def test_a_council_without_packs_has_none():
    assert load_packs(load_authority("blackpool")) == {}


def test_a_pack_is_read_as_it_is_written(tmp_path, lancashire):
    pack = read(tmp_path, lancashire, GOOD)
    assert (pack.key, pack.board, pack.blocks) == ("a_board", "A Board", ("cover", "dashboard"))
    assert [(item.indicator, item.window.value) for item in pack.items] == [("contacts_received", "month")]


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ('"contacts_received"', '"contacts_recieved"', 'there is no indicator "contacts_recieved"'),
        ('"month"', '"as_at"', "contacts_received is not asked for .as_at., only for month and six_months"),
        ('"dashboard"', '"dashbord"', 'there is no block "dashbord": choose from cover, '),
        ("official_sensitive", "secret", 'there is no marking "secret"'),
        ("cadence", "candence", "candence is not a setting; did you mean cadence"),
        ('subtitle = "A report"\n', "", "subtitle is missing"),
        ("measures = [", "measures = [{ indicator = 'contacts_received', window = 'month' }, ", "is there twice"),
        ("measures = [{ indicator", "measures = [] #", "it names no measure"),
        ("[[themes]]", "[[themes", "cannot be read as TOML"),
    ],
)
def test_a_mistake_is_said_plainly(tmp_path, lancashire, wrong, right, says):
    with pytest.raises(ConfigurationProblem, match=says):
        read(tmp_path, lancashire, GOOD.replace(wrong, right))
