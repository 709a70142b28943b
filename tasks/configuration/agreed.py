"""What a council has agreed, value by value and each with its days, from the tables that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from reporting.assurance.accuracy import RATED_BY_ACCURACY
from reporting.model.agreements import Agreement, Agreements, Reach, UnclearAgreements, always, in_turn
from reporting.model.bands import GRADES, UnclearBands, bands_as_printed
from reporting.model.measures import DefinedMeasure, Direction
from reporting.model.settings import Band, CutOffs, Limit, Measure, Target
from tasks.configuration.files import ConfigurationProblem, day_of, read_rows, read_toml, shaped
from tasks.configuration.shapes import (
    AgreedTable,
    AuthorityFile,
    BandsTable,
    Confirmed,
    CutOffsTable,
    LimitTable,
    ListsTable,
    MeasureTable,
    TargetTable,
)

AGREED_COLUMNS = ("source", "set_by", "reach", "valid_from", "valid_until")
_NEIGHBOUR = ("authority", "ons_code", *AGREED_COLUMNS)
Definitions = Mapping[str, DefinedMeasure]
A = TypeVar("A", bound=AgreedTable)
T = TypeVar("T")


def turns(path: Path, key: str, values: Iterable[Agreement[T]]) -> Agreements[T]:
    """The values of one thing in the order of their days, or a problem where two would hold at once."""
    try:
        return in_turn(values)
    except UnclearAgreements as problem:
        raise ConfigurationProblem(path, f"{key}: {problem}") from None


def agreed_row(path: Path, line: int, row: Mapping[str, str], value: T) -> Agreement[T]:
    """``value`` with what its row of a CSV says of who set it and when it holds; the row has ``AGREED_COLUMNS``."""
    for column in ("source", "set_by"):
        if not row[column]:
            raise ConfigurationProblem(path, f"line {line}, {column}: it is empty.")
    if row["reach"] not in set(Reach):
        raise ConfigurationProblem(path, f'line {line}, reach: "{row["reach"]}" is not one of {", ".join(Reach)}.')
    first, last = (
        day_of(path, line, column, row[column]) if row[column] else None for column in ("valid_from", "valid_until")
    )
    return Agreement(value, row["source"], row["set_by"], Reach(row["reach"]), first, last)


def read_measures(path: Path, definitions: Definitions) -> dict[str, Measure]:
    """What the council's boards have agreed of each indicator."""
    measures = {}
    for name, table in read_toml(path).items():
        stated = shaped(path, table, MeasureTable, under=name)
        _check_measure(path, name, stated, definitions)
        measures[name] = Measure(
            indicator=name,
            bands=_agreed(path, f"{name}.bands", stated.bands, partial(_bands, path, name)),
            target=_agreed(path, f"{name}.target", stated.target, _target),
            note=stated.note,
            window=stated.window.value,
        )
    return measures


def limits_of(path: Path, settings: AuthorityFile) -> dict[str, Agreements[Limit]]:
    """The council's timescales, by name."""
    return {
        name: _agreed(path, f"limits.{name}", tables, partial(_limit, name)) for name, tables in settings.limits.items()
    }


def cut_offs_of(path: Path, settings: AuthorityFile, definitions: Definitions) -> dict[str, Agreements[CutOffs]]:
    """Where the colours of heat maps change, by what is coloured."""
    return {
        name: _agreed(path, f"cut_offs.{name}", tables, partial(_cut_offs, path, name, definitions))
        for name, tables in settings.cut_offs.items()
    }


def tolerance_of(path: Path, settings: AuthorityFile) -> Agreements[float]:
    """The share of rows that may be affected. There is one on every day."""
    stated = settings.tolerance
    if isinstance(stated, list):
        return _on_every_day(path, "tolerance", _agreed(path, "tolerance", stated, lambda table: float(table.value)))
    return always(float(stated), set_by=settings.name)


def smallest_graded_of(path: Path, settings: AuthorityFile) -> Agreements[int]:
    """The smallest denominator that is graded. There is one on every day."""
    key, stated = "smallest_graded", settings.smallest_graded
    if isinstance(stated, list):
        return _on_every_day(path, key, _agreed(path, key, stated, lambda table: table.value))
    return always(stated, set_by=settings.name)


def confirmed_of(path: Path, key: str, stated: Confirmed, settings: AuthorityFile) -> Agreements[frozenset[str]]:
    """The lists that somebody has confirmed are right as they came: empty, or whole."""
    tables = [one for one in stated if isinstance(one, ListsTable)]
    plain = [one for one in stated if isinstance(one, str)]
    for name in (*plain, *(name for table in tables for name in table.value)):
        if name not in settings.lists:
            sent = ", ".join(settings.lists)
            raise ConfigurationProblem(path, f'{key}: "{name}" is not a list that the council sends. Lists: {sent}.')
    if tables:
        return _agreed(path, key, tables, lambda table: frozenset(table.value))
    return always(frozenset(plain), set_by=settings.name)


def neighbours_of(path: Path) -> dict[str, Agreements[str]]:
    """The council's statistical neighbours, in the order written; none where there is no file of them."""
    if not path.is_file():
        return {}
    found: dict[str, list[Agreement[str]]] = {}
    for line, row in read_rows(path, _NEIGHBOUR):
        found.setdefault(row["authority"], []).append(agreed_row(path, line, row, row["authority"]))
    return {name: turns(path, name, values) for name, values in found.items()}


def _agreed(path: Path, key: str, tables: Sequence[A], value_of: Callable[[A], T]) -> Agreements[T]:
    return turns(
        path,
        key,
        (
            Agreement(value_of(one), one.source, one.set_by, one.reach, one.valid_from, one.valid_until)
            for one in tables
        ),
    )


def _on_every_day(path: Path, key: str, agreements: Agreements[T]) -> Agreements[T]:
    if not agreements.on_every_day:
        raise ConfigurationProblem(
            path,
            f"{key}: there are days on which none is in force. Leave valid_from out of the first value and valid_until "
            "out of the others.",
        )
    return agreements


def _check_measure(path: Path, name: str, stated: MeasureTable, definitions: Definitions) -> None:
    known = definitions.get(name)
    if known is None:
        raise ConfigurationProblem(path, f"{name} is not an indicator.")
    if stated.window not in known.windows:
        windows = ", ".join(known.windows)
        raise ConfigurationProblem(path, f'{name}.window: it is not counted for "{stated.window}", only for {windows}.')


def _bands(path: Path, name: str, table: BandsTable) -> tuple[Band, ...]:
    try:
        return bands_as_printed({grade: getattr(table, grade) for grade in GRADES})
    except UnclearBands as problem:
        raise ConfigurationProblem(path, f"{name}.bands: {problem}") from problem


def _target(table: TargetTable) -> Target:
    baseline = None if table.baseline is None else float(table.baseline)
    return Target(table.operator, float(table.value), table.by, table.note, baseline, table.baseline_at)


def _limit(name: str, table: LimitTable) -> Limit:
    return Limit(name, table.value, table.unit, table.assumed)


def _cut_offs(path: Path, name: str, definitions: Definitions, table: CutOffsTable) -> CutOffs:
    indicator = definitions.get(name)
    if indicator is None and name not in RATED_BY_ACCURACY:
        known = ", ".join(RATED_BY_ACCURACY)
        raise ConfigurationProblem(path, f'cut_offs: "{name}" is not an indicator, nor one of {known}.')
    lower = bool(indicator and indicator.direction is Direction.LOWER_IS_BETTER)
    if (table.amber > table.green) is not lower and table.amber != table.green:
        raise ConfigurationProblem(path, f"cut_offs.{name}: amber is better than green.")
    return CutOffs(name, table.green, table.amber, lower)
