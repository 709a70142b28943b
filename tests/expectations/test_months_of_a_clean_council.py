"""In a council without faults nothing vanishes or moves between two months; some of it is entered late, as meant."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from expectations.between_months import compare
from expectations.extract import Extract
from expectations.whole_lists import withheld
from reporting.intake.conform import conform
from synthetic_council import write_sample
from tasks.intake import read_extract, read_manifest
from tests.expectations.small_council import CALENDAR


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    place = tmp_path_factory.mktemp("clean")
    write_sample("lancashire", place, 6, 7, 0.05, until=date(2026, 10, 31))
    return [_extract(folder) for folder in sorted(place.iterdir()) if folder.is_dir()]


def _extract(folder):
    day = read_manifest(folder).list_date
    lists = conform(read_extract(folder / "extract.xlsx"), list_date=day)
    return Extract(lists, withheld(lists, frozenset(), frozenset()), list_date=day, calendar=CALENDAR, limits={})


def test_nothing_vanishes_or_moves_and_some_of_it_is_late(months):
    found = Counter()
    for before, now in pairwise(months):
        now.earlier = before
        for one in compare(now):
            assert not one.errored
            assert not one.not_run
            found[one.rule.id] += len(one.places) + one.failed
    assert {rule for rule, failed in found.items() if failed} == {"M07"}
