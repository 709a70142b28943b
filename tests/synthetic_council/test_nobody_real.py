"""Nobody in the made-up council could be taken for anybody."""

from __future__ import annotations

import re

import pandas as pd

from reporting.lists import ANNEX_A
from reporting.lists.schema import Kind
from synthetic_council.history import History

Lists = dict[str, pd.DataFrame]


def test_postcodes_are_of_no_place(lists: Lists) -> None:
    postcodes = set(lists["children_looked_after"]["placement_postcode"]) - {""}
    assert postcodes
    assert all(re.fullmatch(r"ZZ99 \d[A-Z]{2}", postcode) for postcode in postcodes)


def test_registration_numbers_are_of_a_series_that_does_not_exist(lists: Lists) -> None:
    numbers = set(lists["children_looked_after"]["urn"]) - {""}
    assert all(re.fullmatch(r"SC000\d{3}", number) for number in numbers)


def test_children_and_workers_are_numbers(lists: Lists) -> None:
    for name, rows in lists.items():
        for column, pattern in (("child_id", r"\d{7}"), ("worker", r"(SW\d{5})?")):
            if column in rows:
                assert rows[column].astype(str).str.fullmatch(pattern).all(), (name, column)
    assert lists["care_leavers"]["personal_adviser"].str.fullmatch(r"(PA\d{4})?").all()


def test_every_team_is_one_of_the_councils(lists: Lists, history: History) -> None:
    teams = {team.name for team in history.council.teams}
    for name, rows in lists.items():
        assert set(rows.get("team", [])) <= teams, name


def test_free_words_come_from_short_closed_lists(lists: Lists) -> None:
    for name, schema in ANNEX_A.items():
        for column in schema.columns:
            if column.kind is Kind.TEXT and column.key not in {"worker", "personal_adviser"}:
                assert lists[name][column.key].nunique() < 60, (name, column.key)
