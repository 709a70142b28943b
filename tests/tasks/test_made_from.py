"""A stage is done again when something changes that it reads, and only then; each change is known by its cause."""

from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from reporting.model.causes import Cause, StageInput
from reporting.model.settings import Authority
from tasks.configuration import load_authority, load_calendar
from tasks.imports import file_of
from tasks.stages import made_from
from tasks.stages.defined import CHECK, CONFORM, COUNT, EVERY_STAGE, FOLLOW_UP, SITE, TAKE_IN, WORKLISTS
from tasks.stages.made_from import content_of_value, inputs_hash, own_inputs
from tasks.stages.settings_slice import UndeclaredSetting, sliced

NOT_READ_BY_A_STAGE = {"content", "extract", "weekly_extract", "schedule", "ons_code"}
"""What is settled before the stages begin, or is for people alone."""


@pytest.fixture(scope="module")
def lancashire():
    return load_authority("lancashire")


@pytest.fixture(scope="module")
def calendar():
    return load_calendar()


def changed(stage, before, after, calendar):
    """The causes that differ between two councils, for one stage."""
    return set(own_inputs(stage, before, calendar)) ^ set(own_inputs(stage, after, calendar))


def done_again(before, after, calendar):
    return {stage.key for stage in EVERY_STAGE if changed(stage, before, after, calendar)}


def test_every_setting_is_read_by_a_declared_stage_or_by_none():
    declared = {name for stage in EVERY_STAGE for name in stage.settings}
    assert declared | NOT_READ_BY_A_STAGE == {field.name for field in fields(Authority)}
    assert not declared & NOT_READ_BY_A_STAGE


@pytest.mark.parametrize("stage", EVERY_STAGE, ids=lambda stage: stage.key)
def test_a_stage_cannot_read_what_it_does_not_declare(stage, lancashire):
    part = sliced(lancashire, stage.settings, stage.key)
    for field in fields(Authority):
        if field.name in stage.settings:
            assert getattr(part, field.name) is getattr(lancashire, field.name)
        else:
            with pytest.raises(UndeclaredSetting, match=rf'"{stage.key}" reads the setting "{field.name}"'):
                getattr(part, field.name)


def test_a_heading_concerns_reading_alone(lancashire, calendar):
    other = replace(lancashire, headings={**lancashire.headings, "contacts": {"Who": "child_id"}})
    assert done_again(lancashire, other, calendar) == {TAKE_IN.key, CONFORM.key}


def test_a_role_concerns_worklists_and_site_alone(lancashire, calendar):
    other = replace(lancashire, roles={**lancashire.roles, "worklists": "Somebody else"})
    assert done_again(lancashire, other, calendar) == {WORKLISTS.key, SITE.key}


def test_a_bank_holiday_is_reference_data_of_what_counts_days(lancashire, calendar):
    other = replace(calendar, holidays=calendar.holidays | {date(2026, 10, 1)})
    again = {
        stage.key
        for stage in EVERY_STAGE
        if own_inputs(stage, lancashire, calendar) != own_inputs(stage, lancashire, other)
    }
    assert again == {CHECK.key, COUNT.key, FOLLOW_UP.key}
    differing = set(own_inputs(COUNT, lancashire, calendar)) ^ set(own_inputs(COUNT, lancashire, other))
    assert {(one.cause, one.name) for one in differing} == {(Cause.REFERENCE, "calendar")}


def test_the_words_of_a_file_do_not_count_but_what_it_says(lancashire, calendar):
    other = replace(lancashire, content="another hash, after a comment was added")
    assert done_again(lancashire, other, calendar) == set()


def test_an_indicator_is_known_by_name_where_it_is_counted_and_not_where_nothing_is(lancashire, calendar):
    definitions = {one.name for one in own_inputs(COUNT, lancashire, calendar) if one.cause is Cause.DEFINITION}
    assert "children_in_need_open" in definitions
    assert not [one for one in own_inputs(CHECK, lancashire, calendar) if one.cause is Cause.DEFINITION]


def test_a_changed_module_changes_the_code_of_its_wing_alone(tmp_path, monkeypatch):
    """The same modules, one of them read from an edited copy."""
    edited = tmp_path / "grading.py"
    edited.write_bytes(file_of("reporting.measures.grading").read_bytes() + b"# a change\n")
    before = {(one.cause, one.name): one.content for one in made_from.code_of.__wrapped__(COUNT)}
    elsewhere = {"reporting.measures.grading": edited}
    monkeypatch.setattr(made_from, "file_of", lambda module: elsewhere.get(module) or file_of(module))
    monkeypatch.setattr(made_from, "REPOSITORY", Path("/"))
    monkeypatch.setattr(made_from, "_content_of", made_from._content_of.__wrapped__)
    after = {(one.cause, one.name): one.content for one in made_from.code_of.__wrapped__(COUNT)}
    monkeypatch.setattr(made_from, "file_of", file_of)
    same = {(one.cause, one.name): one.content for one in made_from.code_of.__wrapped__(COUNT)}
    assert before.keys() == after.keys()
    assert {key for key in after if after[key] != same[key]} == {(Cause.CODE, "reporting.measures")}


def test_inputs_hash_heeds_every_input_but_where_it_came_from():
    one = [StageInput(Cause.SETTINGS, "limits", "a"), StageInput(Cause.UPSTREAM, "conform", "b")]
    assert inputs_hash(one) == inputs_hash(one[::-1])
    assert inputs_hash([*one, StageInput(Cause.MADE_FROM, "conform", "x")]) == inputs_hash(one)
    assert inputs_hash([*one, StageInput(Cause.REQUEST, "period", "2026-10")]) != inputs_hash(one)


@dataclass(frozen=True)
class Agreed:
    value: object


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Agreed(frozenset("ab")), Agreed(frozenset("ba")), True),
        (MappingProxyType({"a": 1}), {"a": 1}, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),  # an order may be that of print
        (("a", "b"), ("b", "a"), False),
        (Agreed(1), Agreed("1"), False),
        (Agreed(None), Agreed(""), False),
        (date(2026, 10, 1), date(2026, 10, 2), False),
    ],
)
def test_a_setting_is_compared_by_what_it_says(one, other, same):
    assert (content_of_value(one) == content_of_value(other)) is same


def test_a_setting_of_a_kind_nobody_can_compare_is_refused():
    with pytest.raises(TypeError, match="no agreed form"):
        content_of_value(object())
