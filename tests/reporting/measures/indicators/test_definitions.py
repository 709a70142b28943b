"""Every definition is whole, and says what it depends on in words that exist."""

import re

import pytest

from reporting.lists import LISTS
from reporting.measures.examples import LIMITS
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Blank, Definition

every_indicator = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)
MAY_BE_EMPTY = {"decides", "undated", "limits", "answers", "caution"}


def test_every_file_holds_one_indicator_named_after_it():
    assert INDICATORS
    assert all(name == indicator.name for name, indicator in INDICATORS.items())


def test_the_measures_of_one_folder_are_numbered_alike():
    """A number is a topic and a place in it, so a folder has one prefix and no other folder has it."""
    prefixes = {}
    for indicator in INDICATORS.values():
        topic = indicator.function.__module__.split(".")[-2]
        prefixes.setdefault(topic, set()).add(indicator.number[:2])
    assert all(len(found) == 1 for found in prefixes.values())
    assert len({prefix for found in prefixes.values() for prefix in found}) == len(prefixes)


@every_indicator
def test_nothing_is_left_unsaid(indicator):
    unsaid = [field for field, value in vars(indicator).items() if value in ("", ()) and field not in MAY_BE_EMPTY]
    assert unsaid == []


@every_indicator
def test_the_columns_it_depends_on_exist(indicator):
    for column in indicator.columns:
        name, key = column.split(".")
        assert key in LISTS[name].keys
    assert all(column.startswith(f"{indicator.list}.") for column in indicator.membership)
    assert f"{indicator.list}.child_id" in indicator.membership


@every_indicator
def test_a_date_may_be_missing_only_where_a_blank_means_not_met(indicator):
    assert bool(indicator.undated) == (indicator.blank is Blank.NOT_MET)
    assert not indicator.undated or f"{indicator.list}.{indicator.undated}" in indicator.decides


@every_indicator
def test_its_limits_are_ones_a_council_can_set(indicator):
    assert set(indicator.limits) <= set(LIMITS)


@every_indicator
def test_a_rate_is_derived_from_its_count_and_never_counted(indicator):
    assert not indicator.scale.needs_population


@every_indicator
def test_age_groups_are_for_care_leavers(indicator):
    assert ("age_group" in indicator.levels) == (indicator.list == "care_leavers")


@every_indicator
def test_its_words_are_for_a_reader(indicator):
    for words in (indicator.title, indicator.short_title, indicator.counts, indicator.out_of):
        assert "_" not in words
        assert re.fullmatch(r"[A-Z].*[^.]", words)
    assert len(indicator.short_title) <= 36
    assert indicator.blank_means.endswith(".") and indicator.source.endswith((".", ")"))
    assert "Annex A list" in indicator.source and "field book" in indicator.source


def test_a_definition_with_a_field_left_out_is_refused():
    with pytest.raises(TypeError, match="direction"):
        Definition(**{field: value for field, value in _stated().items() if field != "direction"})


def test_a_definition_with_a_field_too_many_is_refused():
    with pytest.raises(TypeError, match="themez"):
        Definition(**_stated(), themez=("front door",))


def _stated():
    return {
        field: value
        for field, value in vars(INDICATORS["contacts_received"]).items()
        if field not in ("name", "function")
    }
