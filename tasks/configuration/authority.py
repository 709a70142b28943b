"""A council's folder, read whole into one frozen value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporting.lists import LISTS, in_order
from reporting.model.settings import Authority, Marking, Schedule
from tasks.configuration.agreed import (
    confirmed_of,
    cut_offs_of,
    limits_of,
    neighbours_of,
    read_measures,
    smallest_graded_of,
    tolerance_of,
)
from tasks.configuration.files import ConfigurationProblem, content_of, read_toml, shaped
from tasks.configuration.measures import load_measures
from tasks.configuration.reference import read_comparators, read_populations
from tasks.configuration.returns import read_returns
from tasks.configuration.shapes import AuthorityFile, ColumnsFile
from tasks.configuration.teams import read_teams
from tasks.data_folder import data_folder


def authority_keys(data: Path | None = None) -> tuple[str, ...]:
    """Every council that has a folder, in the order of the alphabet."""
    councils = (data or data_folder()) / "authorities"
    return tuple(sorted(path.parent.name for path in councils.glob("*/authority.toml")))


def load_authority(key: str, data: Path | None = None) -> Authority:
    """Everything that ``key``'s folder and the reference tables say of it, or a problem in plain words."""
    data = data or data_folder()
    folder = folder_of(key, data)
    path = folder / "authority.toml"
    settings = shaped(path, read_toml(path), AuthorityFile)
    _check(path, settings)
    columns = _columns(folder / "columns.toml")
    definitions = load_measures(data, folder)
    authority = Authority(
        key=key,
        name=settings.name,
        county_unit=settings.county_unit,
        ons_code=settings.ons_code,
        populations=read_populations((settings.county_unit, *settings.districts), data),
        limits=MappingProxyType(limits_of(path, settings)),
        tolerance=tolerance_of(path, settings),
        confirmed_empty=confirmed_of(path, "confirmed_empty", settings.confirmed_empty, settings),
        confirmed_whole=confirmed_of(path, "confirmed_whole", settings.confirmed_whole, settings),
        lists=in_order(settings.lists),
        smallest_graded=smallest_graded_of(path, settings),
        markings=MappingProxyType(_markings(settings)),
        teams=read_teams(folder / "teams.csv", settings),
        localities=tuple(settings.localities),
        districts=tuple(settings.districts),
        measures=MappingProxyType(read_measures(folder / "indicators.toml", definitions)),
        comparators=read_comparators(settings.comparator_areas, data),
        neighbours=MappingProxyType(neighbours_of(folder / "neighbours.csv")),
        headings=columns.headings,
        values={name: {value.casefold(): code for value, code in own.items()} for name, own in columns.values.items()},
        content=content_of(folder, data / "packs", data / "reference", data / "measures"),
        extract=settings.extract.location,
        schedule=_schedule(path, settings),
        roles=MappingProxyType(settings.roles),
        weekly_extract=settings.extract.weekly_location,
        may_confirm=tuple(settings.quality.may_confirm),
        cut_offs=MappingProxyType(cut_offs_of(path, settings, definitions)),
        postcode_areas=frozenset(settings.quality.postcode_areas),
        definitions=definitions,
    )
    return replace(authority, returns=read_returns(folder / "returns", authority))


def folder_of(key: str, data: Path | None = None) -> Path:
    """Where a council's data are."""
    folder = (data or data_folder()) / "authorities" / key
    if not (folder / "authority.toml").is_file():
        known = ", ".join(authority_keys(data)) or "none yet"
        raise ConfigurationProblem(folder / "authority.toml", f'there is no council called "{key}". Known: {known}.')
    return folder


def _check(path: Path, settings: AuthorityFile) -> None:
    for key in ("localities", "districts", "comparator_areas", "lists"):
        named = getattr(settings, key)
        if len(set(named)) != len(named):
            raise ConfigurationProblem(path, f"{key} names something twice.")
    for name in settings.lists:
        if name not in LISTS:
            raise ConfigurationProblem(path, f'lists: "{name}" is not a list. Lists: {", ".join(LISTS)}.')
    for name, marking in settings.markings.items():
        if marking.highest < marking.lowest:
            raise ConfigurationProblem(path, f"markings.{name}.highest is below lowest.")


def _markings(settings: AuthorityFile) -> dict[str, Marking]:
    return {
        name: Marking(name, marking.words, marking.lowest, marking.highest, frozenset(map(str, marking.levels)))
        for name, marking in settings.markings.items()
    }


def _schedule(path: Path, settings: AuthorityFile) -> Schedule:
    try:
        ZoneInfo(settings.schedule.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        raise ConfigurationProblem(path, f'schedule.timezone: "{settings.schedule.timezone}" is not known.') from None
    stated = settings.schedule
    return Schedule(stated.working_day, stated.time, stated.timezone, stated.weekday)


def _columns(path: Path) -> ColumnsFile:
    columns = shaped(path, read_toml(path), ColumnsFile)
    keys = {name: schema.keys for name, schema in LISTS.items()}
    sets = [column.code_set for schema in LISTS.values() for column in schema.columns if column.code_set]
    _check_overrides(path, "headings", columns.headings, keys)
    _check_overrides(path, "values", columns.values, {codes.name: codes.names for codes in sets} | {"blank": ("",)})
    return columns


def _check_overrides(
    path: Path, section: str, overrides: dict[str, dict[str, str]], known: dict[str, tuple[str, ...]]
) -> None:
    for name, own in overrides.items():
        if name not in known:
            raise ConfigurationProblem(path, f'{section}: "{name}" is not one of {", ".join(sorted(known))}.')
        for received, meant in own.items():
            if meant not in known[name]:
                listed = ", ".join(known[name]) or '""'
                raise ConfigurationProblem(path, f'{section}.{name}."{received}": "{meant}" is not one of {listed}.')
