"""The packs of a council: one TOML file a report, read strictly and plain about mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field

from reporting.model.measures import DefinedMeasure
from reporting.model.periods import CYCLED, KIND_OF, Cadence, NotAPeriod, Period, Window, ends_with, period_named
from reporting.model.settings import Authority
from reporting.presentation.blocks import BLOCKS
from reporting.presentation.briefing.needs import Need
from reporting.presentation.briefing.pack import Item, Pack, Theme
from tasks.configuration import ConfigurationProblem, folder_of
from tasks.configuration.files import Shape, read_toml, shaped
from tasks.data_folder import data_folder


class _Measure(Shape):
    """One line of a theme."""

    indicator: str
    window: str


class _Theme(Shape):
    """A heading and its measures."""

    name: str
    measures: list[_Measure]


class _PackFile(Shape):
    """A pack as its file states it: no other key is known, and those without a default are needed."""

    board: str
    subtitle: str
    audience: str
    cadence: str
    marking: str
    blocks: list[str]
    themes: list[_Theme] = Field(default_factory=list)
    asked_for: list[str] = Field(default_factory=list)
    marking_note: str = ""
    csv: bool = False


CADENCES = tuple(
    cadence.value
    for cadence in Cadence
    if cadence not in KIND_OF or KIND_OF[cadence].made_of in {kind.cadence for kind in CYCLED}
)
"""Those in which a cycle can print a pack, and those that come only when a period is asked for."""


def load_packs(authority: Authority) -> Mapping[str, Pack]:
    """Every pack of a council, its own and those of every council, by the name of its file."""
    return {name: read_pack(path, authority) for name, path in _files(authority).items()}


def load_pack(name: str, authority: Authority) -> Pack:
    """The pack of that name, or a problem in plain words."""
    return read_pack(pack_file(name, authority), authority)


def pack_file(name: str, authority: Authority) -> Path:
    """The file that states a pack: the council's own, or that of every council."""
    return _files(authority).get(name, _own(authority) / f"{name}.toml")


def packs_due(authority: Authority, period: Period) -> tuple[str, ...]:
    """The packs that the cycle of ``period`` prints, by the name of their files.

    One that cannot be read is among them, so that its own printing says what is wrong with it and the others come out.
    """
    return tuple(name for name, path in _files(authority).items() if _is_due(path, authority, period))


def read_pack(path: Path, authority: Authority) -> Pack:
    """One pack, or one sentence for each mistake in it."""
    stated = shaped(path, read_toml(path), _PackFile)
    mistakes = [*_mistakes_of_the_report(stated, authority), *_mistakes_of_the_measures(stated, authority.definitions)]
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
        marking_note=stated.marking_note,
        csv=stated.csv,
    )


def shared_packs() -> Path:
    """The folder of the packs that every council prints."""
    return data_folder() / "packs"


def _own(authority: Authority) -> Path:
    return folder_of(authority.key) / "packs"


def _files(authority: Authority) -> Mapping[str, Path]:
    """Where each pack is written: a council's own stands before one of the same name for every council."""
    found = {path.stem: path for folder in (shared_packs(), _own(authority)) for path in folder.glob("*.toml")}
    return dict(sorted(found.items()))


def _is_due(path: Path, authority: Authority, period: Period) -> bool:
    try:
        return read_pack(path, authority).is_due(period)
    except ConfigurationProblem:
        return _may_be_due(path, period)


def _may_be_due(path: Path, period: Period) -> bool:
    """Whether a pack with a mistake in it may be due: by its cadence, where that much can be read."""
    try:
        return ends_with(Cadence(str(read_toml(path).get("cadence"))), period)
    except (ConfigurationProblem, ValueError):
        return True


def _mistakes_of_the_report(stated: _PackFile, authority: Authority) -> list[str]:
    return [
        *_unknown("block", stated.blocks, BLOCKS),
        *(
            f"{mistake}, or add [markings.{stated.marking}] to data/authorities/{authority.key}/authority.toml"
            for mistake in _unknown("marking", [stated.marking], authority.markings)
        ),
        *_unknown("cadence", [stated.cadence], CADENCES),
        *_not_periods(stated.asked_for),
        *_out_of_place(stated),
        *([] if stated.blocks else ["it names no block"]),
    ]


def _out_of_place(stated: _PackFile) -> list[str]:
    """Blocks that speak of weeks in a report of months, or of months in one of weeks."""
    named = [BLOCKS[name] for name in stated.blocks if name in BLOCKS]
    return [
        f"the block {block.name} cannot stand in a report of a {kind.called}"
        for kind in CYCLED
        for block in named
        if kind.cadence in _cycles_of(stated) and not block.speaks_of_a(kind)
    ]


def _cycles_of(stated: _PackFile) -> set[Cadence]:
    """The cadences of the cycles in which a pack may be printed."""
    own = {KIND_OF[cadence].made_of for cadence in KIND_OF if cadence.value == stated.cadence}
    try:
        return own | {period_named(text, CYCLED).cadence for text in stated.asked_for}
    except NotAPeriod:
        return own


def _mistakes_of_the_measures(stated: _PackFile, known: Mapping[str, DefinedMeasure]) -> list[str]:
    measures = [measure for theme in stated.themes for measure in theme.measures]
    asked = [(measure.indicator, measure.window) for measure in measures]
    twice = sorted({one for one in asked if asked.count(one) > 1})
    needed = any(Need.MEASURES in BLOCKS[name].needs for name in stated.blocks if name in BLOCKS)
    return [
        *(mistake for measure in measures for mistake in _mistakes_of(measure, known)),
        *(f"{name}, {window} is there twice" for name, window in twice),
        *(["it names no measure"] if needed and not asked else []),
    ]


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
