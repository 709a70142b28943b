"""What a council's folder does not say, or will soon say no more, in words: nobody finds out from a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reporting.measures.units import first_days_in_two_places
from reporting.model.agreements import Agreement, Agreements
from reporting.model.settings import Authority
from tasks.configuration.authority import folder_of, load_authority

_SOON = timedelta(days=92)  # a quarter: time enough to bring a new value to a board


def check_authority(key: str, today: date, data: Path | None = None) -> tuple[str, ...]:
    """One sentence for each thing that is missing today, or has ended or ends soon.

    Raises ``ConfigurationProblem`` where the folder is wrong, and not only thin.
    """
    authority = load_authority(key, data)
    return (*_missing(authority, folder_of(key, data), today), *_ending(authority, today))


def _missing(authority: Authority, folder: Path, today: date) -> Iterator[str]:
    needed = {limit for measure in authority.definitions.values() for limit in measure.limits}
    for name in sorted(needed - set(authority.limits)):
        yield f"authority.toml: limits.{name} is not set, so the indicators that need it cannot be counted."
    for limit in (held.value for held in authority.on(today).limits.values()):
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
    names, agreed = tuple(authority.definitions), authority.measures
    unset = [name for name in names if not (name in agreed and agreed[name].bands.values)]
    if unset:
        yield f"indicators.toml: {len(unset)} of {len(names)} indicators have no thresholds set by a board."
    compared = {held.value.indicator for comparator in authority.comparators for held in comparator.values}
    alone = [name for name in names if name not in compared]
    if alone:
        yield f"reference/comparators.csv: no comparator is held for {len(alone)} of {len(names)} indicators."


def _ending(authority: Authority, today: date) -> Iterator[str]:
    """What has ended and has nothing after it, and what ends or changes soon. What was followed in time is no news."""
    for place, agreements in _agreements(authority):
        held = agreements.on(today) or agreements.last_before(today)
        last = held.valid_until if held else None
        if last and last <= today + _SOON:
            verb = "ended" if last < today else "ends"
            yield f"{place} {verb} on {last:%-d %B %Y}, and {_what_follows(last, agreements.next_after(today))}."


def _what_follows(last: date, following: Agreement[Any] | None) -> str:
    if following is None or following.valid_from is None:
        return "nothing follows it"
    if following.valid_from == last + timedelta(days=1):
        return "another value follows on the day after"
    return f"nothing is in force before {following.valid_from:%-d %B %Y}"


def _agreements(authority: Authority) -> Iterator[tuple[str, Agreements[Any]]]:
    """Everything that may end, with where it is written."""
    for key in ("tolerance", "smallest_graded", "confirmed_empty", "confirmed_whole"):
        yield f"authority.toml: {key}", getattr(authority, key)
    for section in ("limits", "cut_offs"):
        for name, agreements in getattr(authority, section).items():
            yield f"authority.toml: {section}.{name}", agreements
    for name, measure in authority.measures.items():
        yield f"indicators.toml: {name}.bands", measure.bands
        yield f"indicators.toml: {name}.target", measure.target
    for name, agreements in authority.neighbours.items():
        yield f"neighbours.csv: {name}", agreements
    for comparator in authority.comparators:
        one = comparator.values[0].value
        yield f"reference/comparators.csv: {one.indicator}, {one.window}, {one.area}", comparator
