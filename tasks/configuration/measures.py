"""The measures of a council: those counted in code, and those that files state, returned by a role or derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, Strict

from reporting.measures.indicators import INDICATORS
from reporting.measures.registry import UnclearMeasure, registry
from reporting.model.figures import Level
from reporting.model.measures import (
    DefinedMeasure,
    DerivedExample,
    DerivedMeasure,
    Direction,
    Form,
    ReturnedMeasure,
)
from reporting.model.periods import Window
from reporting.model.scales import Scale, UnknownScale
from tasks.configuration.files import ConfigurationProblem, Shape, read_toml, shaped
from tasks.data_folder import data_folder

FOLDER = "measures"
_NOT_RETURNED = "A figure that was not returned is not printed, and is never taken for nought."
_KINDS = ("returned", "derived")

_Words = Annotated[str, Field(min_length=1)]
_Window = Annotated[Window, Strict(False)]


class _Grain(Shape):
    """When and where a figure is given."""

    windows: list[_Window]
    levels: list[Annotated[Level, Strict(False)]]


class _Version(Shape):
    """Which definition this is, and when it was last looked at."""

    version: Annotated[int, Field(ge=1)]
    reviewed: date


class _ReturnedTable(Shape):
    """A measure that a role returns: everything it says of itself."""

    number: str
    title: _Words
    counts: _Words
    out_of: _Words
    scale: str
    direction: Annotated[Direction, Strict(False)]
    grain: _Grain
    themes: list[_Words]
    owner: _Words
    definition: _Version
    source: _Words
    short_title: str = ""  # where the title is short enough for a narrow column
    answers: list[_Words] = Field(default_factory=list)
    caution: str = ""


class _Example(Shape):
    """A worked example of a derived measure."""

    window: _Window
    of: list[float]
    value: float
    children: int | None = None


class _DerivedTable(_ReturnedTable):
    """A measure made from others."""

    form: Annotated[Form, Strict(False)]
    of: Annotated[list[str], Field(min_length=1)]
    example: _Example


def load_measures(data: Path | None = None, council: Path | None = None) -> Mapping[str, DefinedMeasure]:
    """Every measure by name: counted, of every council's files, and of ``council``'s own folder of measures.

    Raises ``ConfigurationProblem`` for a file that cannot be read, or a measure that does not hold together.
    """
    data = data or data_folder()
    folders = [data / FOLDER, *([council / FOLDER] if council else [])]
    stated = {path: tuple(_read(path)) for folder in folders for path in sorted(folder.glob("*.toml"))}
    try:
        return registry((*INDICATORS.values(), *(one for measures in stated.values() for one in measures)))
    except UnclearMeasure as problem:
        holders = [path for path, measures in stated.items() if problem.name in {one.name for one in measures}]
        raise ConfigurationProblem(holders[-1] if holders else data / FOLDER, str(problem)) from problem


def _read(path: Path) -> Iterator[DefinedMeasure]:
    """The measures that one file states, under ``[returned.name]`` and ``[derived.name]``."""
    found = read_toml(path)
    if unknown := [kind for kind in found if kind not in _KINDS]:
        kinds = " or ".join(f"[{kind}.name]" for kind in _KINDS)
        raise ConfigurationProblem(path, f"{unknown[0]}: a measure is written under {kinds}.")
    for name, table in found.get("returned", {}).items():
        stated = shaped(path, table, _ReturnedTable, under=f"returned.{name}")
        yield ReturnedMeasure(**_told(path, name, stated), blank_means=_NOT_RETURNED)
    for name, table in found.get("derived", {}).items():
        derived = shaped(path, table, _DerivedTable, under=f"derived.{name}")
        example = derived.example
        yield DerivedMeasure(
            **_told(path, name, derived),
            blank_means="",  # its parents', as is what it rests on
            form=derived.form,
            of=tuple(derived.of),
            example=DerivedExample(example.window, tuple(example.of), example.children, example.value),
        )


def _told(path: Path, name: str, stated: _ReturnedTable) -> dict[str, Any]:
    """What a file says of a measure, and what it rests on: no list that anybody knows of yet."""
    try:
        scale = Scale.named(stated.scale)
    except UnknownScale as problem:
        raise ConfigurationProblem(path, f"{name}.scale: {problem}") from problem
    return {
        "name": name,
        "number": stated.number,
        "title": stated.title,
        "short_title": stated.short_title or stated.title,
        "counts": stated.counts,
        "out_of": stated.out_of,
        "scale": scale,
        "direction": stated.direction,
        "list": "",
        "membership": (),
        "decides": (),
        "windows": tuple(stated.grain.windows),
        "levels": tuple(level.value for level in stated.grain.levels),
        "limits": (),
        "rebuilds": False,
        "themes": tuple(stated.themes),
        "owner": stated.owner,
        "reviewed": stated.definition.reviewed,
        "version": stated.definition.version,
        "source": stated.source,
        "answers": tuple(stated.answers),
        "caution": stated.caution,
    }
