"""What a council's folder does not say yet, in words, so that nobody finds out from a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reporting.measures.indicators import INDICATORS
from reporting.measures.units import first_days_in_two_places
from reporting.model.settings import Authority
from tasks.configuration.authority import folder_of, load_authority
from tasks.configuration.files import DATA


def check_authority(key: str, data: Path = DATA) -> tuple[str, ...]:
    """One sentence for each thing that is missing. A folder that is wrong raises a problem instead."""
    authority = load_authority(key, data)
    return tuple(_missing(authority, folder_of(key, data)))


def _missing(authority: Authority, folder: Path) -> Iterator[str]:
    needed = {limit for indicator in INDICATORS.values() for limit in indicator.limits}
    for name in sorted(needed - set(authority.limits)):
        yield f"authority.toml: limits.{name} is not set, so the indicators that need it cannot be counted."
    for limit in authority.limits.values():
        if limit.assumed:
            yield f"authority.toml: limits.{limit.name} ({limit.value} {limit.unit}) is assumed; no source is held."
    if not authority.populations:
        yield f"reference/populations.csv: no population for {authority.ons_code}, so no rate can be printed."
    yield from _without_population(authority)
    yield from _measures(authority)
    if "records_right" not in authority.cut_offs:
        yield "authority.toml: cut_offs.records_right is not set, so heat maps do not rate how right a list is."
    yield from _doubled_teams(authority)
    if not authority.neighbours:
        yield "neighbours.csv: statistical neighbours are not set."
    if not any((folder / "packs").glob("*.toml")):
        yield "packs: there are none, so no board report will be printed."


def _without_population(authority: Authority) -> Iterator[str]:
    held = {population.unit for population in authority.populations}
    without = [unit for unit in (*authority.localities, *authority.districts) if unit not in held]
    if without:
        yield f"reference/populations.csv: no population for {len(without)} localities and districts: no rates there."


def _doubled_teams(authority: Authority) -> Iterator[str]:
    for name, day in first_days_in_two_places(authority.teams).items():
        yield (
            f"teams.csv: {name} is in two places at once from {day}, so from then on its rows have no known place. "
            "Give one of its rows an earlier end, or correct its district and locality."
        )


def _measures(authority: Authority) -> Iterator[str]:
    unset = [name for name in INDICATORS if not (name in authority.measures and authority.measures[name].bands)]
    if unset:
        yield f"indicators.toml: {len(unset)} of {len(INDICATORS)} indicators have no thresholds set by a board."
    compared = {comparator.indicator for comparator in authority.comparators}
    alone = [name for name in INDICATORS if name not in compared]
    if alone:
        yield f"reference/comparators.csv: no comparator is held for {len(alone)} of {len(INDICATORS)} indicators."
