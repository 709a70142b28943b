"""A council's folder, read whole into one frozen value."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporting.assurance.accuracy import RATED_BY_ACCURACY
from reporting.lists import LISTS
from reporting.measures.indicators import INDICATORS
from reporting.measures.indicators.model import Direction
from reporting.model.bands import UnclearBands, bands_as_printed
from reporting.model.settings import Authority, Band, CutOffs, Limit, Marking, Measure, Schedule, Target
from tasks.configuration.files import DATA, ConfigurationProblem, content_of, read_rows, read_toml, shaped
from tasks.configuration.reference import read_comparators, read_populations
from tasks.configuration.shapes import AuthorityFile, BandsTable, ColumnsFile, MeasureTable, TargetTable
from tasks.configuration.teams import read_teams

_NEIGHBOUR = ("authority", "ons_code", "source")


def authority_keys(data: Path = DATA) -> tuple[str, ...]:
    """Every council that has a folder, in the order of the alphabet."""
    return tuple(sorted(path.parent.name for path in (data / "authorities").glob("*/authority.toml")))


def load_authority(key: str, data: Path = DATA) -> Authority:
    """Everything that ``key``'s folder and the reference tables say of it, or a problem in plain words."""
    folder = folder_of(key, data)
    path = folder / "authority.toml"
    settings = shaped(path, read_toml(path), AuthorityFile)
    _check(path, settings)
    columns = _columns(folder / "columns.toml")
    return Authority(
        key=key,
        name=settings.name,
        county_unit=settings.county_unit,
        ons_code=settings.ons_code,
        populations=read_populations((settings.county_unit, *settings.districts), data),
        limits=MappingProxyType({name: Limit(name, **dict(limit)) for name, limit in settings.limits.items()}),
        tolerance=float(settings.tolerance),
        confirmed_empty=frozenset(settings.confirmed_empty),
        confirmed_whole=frozenset(settings.confirmed_whole),
        smallest_graded=settings.smallest_graded,
        markings=MappingProxyType(_markings(settings)),
        teams=read_teams(folder / "teams.csv", settings),
        localities=tuple(settings.localities),
        districts=tuple(settings.districts),
        measures=MappingProxyType(_measures(folder / "indicators.toml")),
        comparators=read_comparators(settings.comparator_areas, data),
        neighbours=_neighbours(folder / "neighbours.csv"),
        headings=columns.headings,
        values={name: {value.casefold(): code for value, code in own.items()} for name, own in columns.values.items()},
        content=content_of(folder, data / "reference"),
        extract=settings.extract.location,
        schedule=_schedule(path, settings),
        roles=MappingProxyType(settings.roles),
        weekly_extract=settings.extract.weekly_location,
        may_confirm=tuple(settings.quality.may_confirm),
        cut_offs=MappingProxyType(_cut_offs(path, settings)),
        postcode_areas=frozenset(settings.quality.postcode_areas),
    )


def folder_of(key: str, data: Path = DATA) -> Path:
    """Where a council's data are."""
    folder = data / "authorities" / key
    if not (folder / "authority.toml").is_file():
        known = ", ".join(authority_keys(data)) or "none yet"
        raise ConfigurationProblem(folder / "authority.toml", f'there is no council called "{key}". Known: {known}.')
    return folder


def _check(path: Path, settings: AuthorityFile) -> None:
    for key in ("localities", "districts", "comparator_areas"):
        named = getattr(settings, key)
        if len(set(named)) != len(named):
            raise ConfigurationProblem(path, f"{key} names something twice.")
    for key in ("confirmed_empty", "confirmed_whole"):
        for name in getattr(settings, key):
            if name not in LISTS:
                raise ConfigurationProblem(path, f'{key}: "{name}" is not a list. Lists: {", ".join(LISTS)}.')
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


def _cut_offs(path: Path, settings: AuthorityFile) -> dict[str, CutOffs]:
    found = {}
    for name, stated in settings.cut_offs.items():
        indicator = INDICATORS.get(name)
        if indicator is None and name not in RATED_BY_ACCURACY:
            known = ", ".join(RATED_BY_ACCURACY)
            raise ConfigurationProblem(path, f'cut_offs: "{name}" is not an indicator, nor one of {known}.')
        lower = bool(indicator and indicator.direction is Direction.LOWER_IS_BETTER)
        if (stated.amber > stated.green) is not lower and stated.amber != stated.green:
            raise ConfigurationProblem(path, f"cut_offs.{name}: amber is better than green.")
        found[name] = CutOffs(name, stated.green, stated.amber, lower, stated.source, stated.valid_from)
    return found


def _measures(path: Path) -> dict[str, Measure]:
    measures = {}
    for name, table in read_toml(path).items():
        agreed = shaped(path, table, MeasureTable, under=name)
        _check_measure(path, name, agreed)
        measures[name] = Measure(
            indicator=name,
            bands=_bands(path, name, agreed.bands) if agreed.bands else (),
            bands_source=agreed.bands.source if agreed.bands else "",
            bands_valid_from=agreed.bands.valid_from if agreed.bands else None,
            target=_target(agreed.target) if agreed.target else None,
            note=agreed.note,
            window=agreed.window.value,
        )
    return measures


def _check_measure(path: Path, name: str, agreed: MeasureTable) -> None:
    known = INDICATORS.get(name)
    if known is None:
        raise ConfigurationProblem(path, f"{name} is not an indicator.")
    if agreed.window not in known.windows:
        windows = ", ".join(known.windows)
        raise ConfigurationProblem(path, f'{name}.window: it is not counted for "{agreed.window}", only for {windows}.')


def _bands(path: Path, name: str, table: BandsTable) -> tuple[Band, ...]:
    try:
        return bands_as_printed(table.model_dump(exclude={"source", "valid_from"}))
    except UnclearBands as problem:
        raise ConfigurationProblem(path, f"{name}.bands: {problem}") from problem


def _target(table: TargetTable) -> Target:
    baseline = None if table.baseline is None else float(table.baseline)
    return Target(table.operator, float(table.value), table.by, table.source, table.note, baseline, table.baseline_at)


def _neighbours(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        return ()
    rows = list(read_rows(path, _NEIGHBOUR))
    for line, row in rows:
        if not row["source"]:
            raise ConfigurationProblem(path, f"line {line}, source: a statistical neighbour needs a source.")
    return tuple(row["authority"] for _, row in rows)


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
