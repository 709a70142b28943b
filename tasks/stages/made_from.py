"""What a stage is made from, one by one: its own code, libraries, the settings that it reads, reference data."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import FunctionType

from reporting.model.calendar import Calendar
from reporting.model.causes import Cause, StageInput
from reporting.model.settings import Authority
from tasks.fingerprints import TEMPLATES, hash_of, hash_of_files, version_of
from tasks.imports import file_of, modules_behind
from tasks.record.location import REPOSITORY
from tasks.stages.defined import Stage

_REFERENCE = frozenset({"populations", "comparators"})
_INDICATORS = "reporting.measures.indicators"
_WING = 2  # the code is told apart by wing: reporting.measures, reporting.lists
_OF_AN_INDICATOR = 5  # parts in the name of its module: reporting.measures.indicators, its topic and itself


def own_inputs(stage: Stage, authority: Authority, calendar: Calendar) -> tuple[StageInput, ...]:
    """Everything a stage is made from but what it is given: code, templates, libraries, settings and reference data."""
    return (*code_of(stage), *_settings_of(stage, authority), *_calendar_of(stage, calendar))


def inputs_hash(inputs: Sequence[StageInput]) -> str:
    """One hash for all that a stage is made from."""
    counted = sorted(one for one in inputs if one.cause is not Cause.MADE_FROM)
    return hash_of(*(f"{one.cause.value} {one.name} {one.content}" for one in counted))


@cache
def code_of(stage: Stage) -> tuple[StageInput, ...]:
    """The code of a stage by wing, but for the definitions of indicators; templates; library versions.

    A stage that says among its settings that it reads definitions has each of them told apart from its code.
    """
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules_behind(stage.module):
        if not ("definitions" in stage.settings and _is_a_definition(module)):
            parts[".".join(module.split(".")[:_WING])].append(module)
    code = [StageInput(Cause.CODE, wing, _content_of(tuple(modules))) for wing, modules in parts.items()]
    if stage.templates:
        code.append(StageInput(Cause.CODE, "report_templates", hash_of_files(TEMPLATES.rglob("*"), TEMPLATES)))
    return (*code, *(StageInput(Cause.LIBRARY, name, version_of(name)) for name in stage.libraries))


def content_of_value(value: object) -> str:
    """One hash for a settled value, by what it says and not by how its file is laid out."""
    return hash_of(json.dumps(_plain(value), ensure_ascii=False))


def _is_a_definition(module: str) -> bool:
    return module.startswith(f"{_INDICATORS}.") and len(module.split(".")) == _OF_AN_INDICATOR


@cache
def _content_of(modules: tuple[str, ...]) -> str:
    return hash_of_files((file_of(module) for module in modules), REPOSITORY)


def _settings_of(stage: Stage, authority: Authority) -> Iterator[StageInput]:
    for name in stage.settings:
        if name == "definitions":
            yield from (
                StageInput(Cause.DEFINITION, measure, content_of_value(defined))
                for measure, defined in authority.definitions.items()
            )
            continue
        cause = Cause.REFERENCE if name in _REFERENCE else Cause.SETTINGS
        yield StageInput(cause, name, content_of_value(getattr(authority, name)))


def _calendar_of(stage: Stage, calendar: Calendar) -> Iterator[StageInput]:
    if stage.calendar:
        yield StageInput(Cause.REFERENCE, "calendar", content_of_value(calendar))


def _plain(value: object) -> object:
    """A value as lists, texts and numbers. Order counts where the value has one; a set has none."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, FunctionType):  # what an indicator counts is said by its module, and no other has it
        return [value.__module__, value.__qualname__, _content_of((value.__module__,))]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return _plain(value.value)
    if is_dataclass(value):
        return [type(value).__name__, *([field.name, _plain(getattr(value, field.name))] for field in fields(value))]
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(held)] for key, held in value.items()]
    if isinstance(value, Set):
        return sorted((_plain(one) for one in value), key=str)
    if isinstance(value, Sequence):
        return [_plain(one) for one in value]
    raise TypeError(f"A setting of type {type(value).__name__} has no agreed form to be compared in.")
