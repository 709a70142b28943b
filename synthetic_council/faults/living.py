"""How long faults live: each stays with its record for two to ten weeks, then is put right, and another comes.

A kind of fault has so many places at once. Each place lasts a number of days of its own, again and again, and each
time points somewhere on a ring on which every record has its spot: the first record from there on has the fault. So
the same fault stands in the same record in every extract of the time, weekly or monthly, whatever else is asked for.
A life is cut short when the record leaves its list, or a new record comes to stand nearer.
"""

from __future__ import annotations

import zlib

import numpy as np

from synthetic_council.draws import even_chance

SHORTEST_LIFE, LONGEST_LIFE = 14, 70
"""Days."""

_MOST_LIVES = 100_003  # more than any place has had since 1970, so that place and life fit in one number


def salt_of(seed: int, subject: str) -> int:
    """A number of its own for each seed and subject."""
    return zlib.crc32(f"{seed} {subject}".encode())


def lives(salt: int, count: int, day: int) -> np.ndarray:
    """A number for each of ``count`` places, the same for as long as its present life lasts."""
    place = np.arange(count)
    length = SHORTEST_LIFE + (even_chance(place, salt + 1) * (LONGEST_LIFE - SHORTEST_LIFE + 1)).astype("int64")
    began = (even_chance(place, salt + 2) * length).astype("int64")
    life: np.ndarray = place * _MOST_LIVES + (day + began) // length
    return life


def began_on(salt: int, day: int) -> int:
    """The first day of the present life of a subject that has one at a time."""
    now = lives(salt, 1, day)[0]
    return next(earlier for earlier in range(day, day - LONGEST_LIFE - 1, -1) if lives(salt, 1, earlier - 1)[0] != now)


def chance_of(seed: int, subject: str, day: int) -> float:
    """A number in [0, 1) for a subject, the same for some weeks about a day."""
    salt = salt_of(seed, subject)
    return float(even_chance(lives(salt, 1, day), salt + 3)[0])


def held_by(salt: int, count: int, day: int, entities: np.ndarray, persons: np.ndarray) -> list[int]:
    """The places among ``entities`` that have a fault on a day: ``count`` at most, and one a person."""
    spots = even_chance(entities, salt)
    ring = np.argsort(spots, kind="stable")
    points = even_chance(lives(salt, count, day), salt + 3)
    taken: set[int] = set()
    chosen = []
    for first in np.searchsorted(spots[ring], points).tolist():
        for step in range(len(ring)):
            place = int(ring[(first + step) % len(ring)])
            if int(persons[place]) not in taken:
                taken.add(int(persons[place]))
                chosen.append(place)
                break
    return sorted(chosen)
