"""The council that is made up: its teams, its size, its local limits. No names, no places but districts."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from reporting.lists import ANNEX_A, in_order
from synthetic_council.aims import CHILDREN
from synthetic_council.days import WorkingDays, number

COUNTY_WIDE = "county-wide"
NO_DISTRICT = "no district recorded"

_REPOSITORY = Path(__file__).resolve().parent.parent
_AUTHORITIES = _REPOSITORY / "data" / "authorities"
_REFERENCE = _REPOSITORY / "data" / "reference"
_ASSUMED_LIMITS = {"child_protection_visit_working_days": 15, "child_in_need_seen_working_days": 30}


@dataclass(frozen=True)
class MadeUpTeam:
    """One team and where it works, between two days (numbers; ``ends`` is None while it works)."""

    name: str
    district: str
    locality: str
    starts: int
    ends: int | None

    def works_on(self, day: int) -> bool:
        """Whether the team is at work on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class MadeUpLimit:
    """A local timescale between two days."""

    name: str
    value: int
    starts: int = 0
    ends: int | None = None

    def holds_on(self, day: int) -> bool:
        """Whether it holds on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Council:
    """What must be known of a council before its children are made up."""

    key: str
    county_unit: str
    teams: tuple[MadeUpTeam, ...]
    populations: Mapping[str, int]
    limits: tuple[MadeUpLimit, ...]
    working: WorkingDays
    scale: float  # against Lancashire's numbers
    lists: tuple[str, ...] = tuple(ANNEX_A)  # those it sends, in the order of their codes

    @property
    def districts(self) -> tuple[str, ...]:
        """The districts that have a team of their own."""
        return tuple(dict.fromkeys(team.district for team in self.teams if team.district != COUNTY_WIDE))

    def district_shares(self) -> np.ndarray:
        """How children are spread over districts: by population where known, else unevenly but fixed."""
        uneven = 1 + 0.35 * np.cos(np.arange(len(self.districts)) * 2.4)
        known = [self.populations.get(district, 0) for district in self.districts]
        shares = np.array(known, dtype=float) if all(known) else uneven
        whole: np.ndarray = shares / shares.sum()
        return whole

    def teams_on(self, day: int) -> tuple[MadeUpTeam, ...]:
        """The teams at work on a day."""
        return tuple(team for team in self.teams if team.works_on(day))

    def limits_on(self, day: int) -> dict[str, int]:
        """The local timescales on a day, by name: of two that hold, the one that began later."""
        held = sorted((limit for limit in self.limits if limit.holds_on(day)), key=lambda limit: limit.starts)
        return {limit.name: limit.value for limit in held}


def read_council(key: str, scale: float, folder: Path | None = None) -> Council:
    """The council of a folder of data, ``data/authorities/<key>`` unless another is given."""
    folder = folder or _AUTHORITIES / key
    settings = _settings(folder / "authority.toml")
    county = str(settings.get("county_unit") or key.replace("_", " ").title())
    populations = _populations(county)
    populations.update(_stated_populations(settings))
    limits = (*(MadeUpLimit(name, value) for name, value in _ASSUMED_LIMITS.items()), *_stated_limits(settings))
    size = populations.get(county, CHILDREN) / CHILDREN
    working = WorkingDays.from_csv(_REFERENCE / "bank_holidays.csv")
    teams, lists = read_teams(folder / "teams.csv"), in_order(_stated_lists(settings))
    return Council(key, county, teams, populations, limits, working, scale * size, lists)


def read_teams(path: Path) -> tuple[MadeUpTeam, ...]:
    """The teams of a ``teams.csv``: team, district, locality, starts, ends."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            MadeUpTeam(
                line["team"],
                line["district"],
                line["locality"],
                number(date.fromisoformat(line["starts"])) if line["starts"] else 0,
                number(date.fromisoformat(line["ends"])) if line["ends"] else None,
            )
            for line in csv.DictReader(lines)
        )


def _settings(path: Path) -> Mapping[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _populations(county: str) -> dict[str, int]:
    """The latest population held for the county."""
    with (_REFERENCE / "populations.csv").open(encoding="utf-8", newline="") as lines:
        held = [line for line in csv.DictReader(lines) if line["area"] == county]
    latest = max(held, key=lambda line: int(line["year"]), default=None)
    return {county: int(latest["children"])} if latest else {}


def _stated_populations(settings: Mapping[str, object]) -> dict[str, int]:
    """Populations that the authority's own settings state, by unit."""
    stated = settings.get("populations", [])
    rows = stated if isinstance(stated, list) else []
    return {str(row["unit"]): int(row["children"]) for row in rows}


def _stated_lists(settings: Mapping[str, object]) -> list[str]:
    """The lists that the authority's own settings say it sends; else those of Annex A."""
    stated = settings.get("lists")
    return [str(name) for name in stated] if isinstance(stated, list) else list(ANNEX_A)


def _stated_limits(settings: Mapping[str, object]) -> tuple[MadeUpLimit, ...]:
    """Local timescales that the authority's own settings state, each with its days."""
    stated = settings.get("limits", {})
    named = stated if isinstance(stated, Mapping) else {}
    return tuple(
        MadeUpLimit(
            name,
            int(row["value"]),
            number(row["valid_from"]) if "valid_from" in row else 0,
            number(row["valid_until"]) if "valid_until" in row else None,
        )
        for name, rows in named.items()
        for row in rows
    )
