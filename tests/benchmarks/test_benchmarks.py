"""Both benchmarks run, small: the whole of each, so that neither rots between the days on which it is wanted."""

import re

import pytest

from benchmarks import month, rules
from expectations import CHECKS
from tests.flows.conftest import COUNCILS

SCALE = 0.01


@pytest.fixture(autouse=True)
def surroundings(monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)


def test_a_month_beside_the_bare_libraries(capsys, monkeypatch):
    monkeypatch.setenv("LINEOFSIGHT_DATA", str(COUNCILS))
    monkeypatch.setattr(month, "AUTHORITY", "fellside")
    month.main(months=("2026-10",), scale=SCALE)
    said = capsys.readouterr().out
    for line in (
        "cycle 2026-10, cold process",
        "the same command again",
        "floor: fastexcel reads the workbook",
        r"floor: WeasyPrint prints the same HTML \([1-9]\d*\)",
    ):
        assert re.search(rf"^{line} +\d+\.\d s$", said, flags=re.M), f"no line “{line}” in:\n{said}"
    assert re.search(r"^cold cycle \d+\.\d s = \d+\.\d x the floor", said, flags=re.M), said


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    """Two months as the benchmark of the rules keeps them, fifty rows a list."""
    folder = tmp_path_factory.mktemp("lists")
    rules.prepare(folder, rows=50, scale=SCALE)
    return folder


def test_every_rule_of_lists_that_were_kept(lists):
    wall, cpu, found = rules.PARTS["check"](lists)
    assert wall > 0 and cpu > 0
    assert re.match(r"[1-9][\d,]* checks, [1-9][\d,]* failing rows, 0 errored", found), found


def test_the_bare_library_asks_as_much_of_columns_of_true(lists):
    asked = {"contacts": CHECKS["contacts"]}
    assert rules.nothing_to_find(lists, asked) == len(CHECKS["contacts"]) > 0


def test_a_part_is_measured_in_a_process_of_its_own(lists, capsys):
    seconds, gigabytes = rules.measured("the files", str(lists), "read")
    assert seconds > 0 and gigabytes > 0
    assert f"{len(rules.MONTHS)} extracts" in capsys.readouterr().out
