"""All faults of one extract: those of its files, then those of its rows, then what each comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from synthetic_council.council import Council
from synthetic_council.faults.before import Before
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.files import disturb
from synthetic_council.faults.inject import Line, inject, written_down
from synthetic_council.faults.kinds import Ground
from synthetic_council.faults.teams import teams_to_mend
from synthetic_council.printing import Sheet


@dataclass(frozen=True)
class PutIn:
    """What was put in: a line a fault, what the faults do to the facts, and this extract as the next one's before."""

    lines: list[Line]
    effects: list[Effect]
    before: Before


def put_faults_in(
    seed: int,
    lists: Mapping[str, pd.DataFrame],
    sheets: Mapping[str, Sheet],
    council: Council,
    day: int,
    layout: str,
    before: Before | None,
) -> PutIn:
    """Put faults into the written lists. The extract ``before`` shows only what can be found, and changes nothing."""
    ground = Ground.of(lists, day, layout, council)
    touched = np.zeros(ground.people, dtype=bool)
    of_files = disturb(seed, day, sheets)
    injected = inject(seed, ground, sheets, touched)
    teams = teams_to_mend(council, day, sheets)
    lines = [*of_files, *written_down(injected, sheets, teams, before)]
    entities = {name: rows["entity"].to_numpy() for name, rows in lists.items()}
    return PutIn(lines, injected.effects, Before(dict(sheets), entities, teams))
