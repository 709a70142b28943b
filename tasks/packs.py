"""The packs of a council: one TOML file a board, read strictly and plain about mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field

from reporting.model.measures import DefinedMeasure
from reporting.model.periods import CYCLED, KIND_OF, Cadence, NotAPeriod, Period, Window, period_named
from reporting.model.settings import Authority
from reporting.presentation.packs.pack import BLOCKS, Item, Pack, Theme
from tasks.configuration import ConfigurationProblem, folder_of
from tasks.configuration.files import Shape, read_toml, shaped


class _Measure(Shape):
    """One line of a theme."""

    indicator: str
    window: str


class _Theme(Shape):
    """A heading and its measures."""

    name: str
    measures: list[_Measure]


class _PackFile(Shape):
    """A pack as its file states it: every key needed but the periods it is asked for, no other known."""

    board: str
    subtitle: str
    audience: str
    cadence: str
    marking: str
    blocks: list[str]
    themes: list[_Theme]
    asked_for: list[str] = Field(default_factory=list)


CADENCES = tuple(
    cadence.value
    for cadence in Cadence
    if cadence not in KIND_OF or KIND_OF[cadence].made_of in {kind.cadence for kind in CYCLED}
)
"""Those in which a cycle can print a pack, and those that come only when a period is asked for."""


def pack_file(authority: str, board: str) -> Path:
    """The file that states one pack."""
    return folder_of(authority) / "packs" / f"{board}.toml"


def load_packs(authority: Authority) -> Mapping[str, Pack]:
    """Every pack of a council, by the name of its file. A council may have none yet."""
    folder = folder_of(authority.key) / "packs"
    return {path.stem: read_pack(path, authority) for path in sorted(folder.glob("*.toml"))}


def packs_due(authority: Authority, period: Period) -> tuple[str, ...]:
    """The packs that the cycle of ``period`` prints, by the name of their files.

    One that cannot be read is among them, so that its own printing says what is wrong with it and the others come out.
    """
    folder = folder_of(authority.key) / "packs"
    return tuple(path.stem for path in sorted(folder.glob("*.toml")) if _is_due(path, authority, period))


def _is_due(path: Path, authority: Authority, period: Period) -> bool:
    try:
        return read_pack(path, authority).is_due(period)
    except ConfigurationProblem:
        return True


def read_pack(path: Path, authority: Authority) -> Pack:
    """One pack, or one sentence for each mistake in it."""
    stated = shaped(path, read_toml(path), _PackFile)
    mistakes = [*_unknown("block", stated.blocks, BLOCKS), *_unknown("marking", [stated.marking], authority.markings)]
    mistakes += [*_unknown("cadence", [stated.cadence], CADENCES), *_not_periods(stated.asked_for)]
    measures = [measure for theme in stated.themes for measure in theme.measures]
    mistakes += [mistake for measure in measures for mistake in _mistakes_of(measure, authority.definitions)]
    asked = [(measure.indicator, measure.window) for measure in measures]
    mistakes += [
        f"{name}, {window} is there twice" for name, window in sorted({a for a in asked if asked.count(a) > 1})
    ]
    if not asked:
        mistakes.append("it names no measure")
    if mistakes:
        raise ConfigurationProblem(path, "; ".join(mistakes) + ".")
    return Pack(
        key=path.stem,
        board=stated.board,
        subtitle=stated.subtitle,
        audience=stated.audience,
        cadence=Cadence(stated.cadence),
        marking=stated.marking,
        themes=tuple(
            Theme(theme.name, tuple(Item(m.indicator, Window(m.window)) for m in theme.measures))
            for theme in stated.themes
        ),
        blocks=tuple(stated.blocks),
        asked_for=tuple(stated.asked_for),
    )


def _unknown(kind: str, named: Iterable[str], known: Iterable[str]) -> list[str]:
    choices = ", ".join(known)
    return [f'there is no {kind} "{name}": choose from {choices}' for name in named if name not in known]


def _not_periods(asked_for: Iterable[str]) -> list[str]:
    mistakes = []
    for text in asked_for:
        try:
            period_named(text, CYCLED)
        except NotAPeriod as problem:
            mistakes.append(f"asked_for: {str(problem).removesuffix('.')}")
    return mistakes


def _mistakes_of(measure: _Measure, known: Mapping[str, DefinedMeasure]) -> list[str]:
    indicator = known.get(measure.indicator)
    if indicator is None:
        return [f'there is no indicator "{measure.indicator}"']
    windows = [window.value for window in indicator.windows]
    if measure.window not in windows:
        return [f'{measure.indicator} is not asked for "{measure.window}", only for {" and ".join(windows)}']
    return []
