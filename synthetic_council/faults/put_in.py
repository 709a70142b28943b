"""All faults of one extract: those of its files, then those of its rows, then what each comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from synthetic_council.council import Council
from synthetic_council.faults.before import EarlierSheets
from synthetic_council.faults.effects import Effect
from synthetic_council.faults.files import disturb
from synthetic_council.faults.inject import Line, inject, written_down
from synthetic_council.faults.kinds import FaultSite
from synthetic_council.faults.missing_day import leave_a_day_out, told_of
from synthetic_council.faults.spoilt import Spoiling, Spoilt, spoil
from synthetic_council.faults.teams import teams_to_mend
from synthetic_council.printing import Sheet


@dataclass(frozen=True)
class PutIn:
    """What was put in: a line a fault, what the faults do to the facts, what is spoilt, and the next one's before."""

    lines: list[Line]
    effects: list[Effect]
    spoilt: Spoilt
    before: EarlierSheets


def put_faults_in(
    seed: int,
    lists: Mapping[str, pd.DataFrame],
    sheets: dict[str, Sheet],
    ground: FaultSite,
    council: Council,
    before: EarlierSheets | None,
    *,
    destructive: bool = False,
) -> PutIn:
    """Put faults into the written lists. The extract ``before`` shows only what can be found, and changes nothing.

    ``destructive`` faults spoil whole lists, or take them out of ``sheets``.
    """
    touched = np.zeros(ground.people, dtype=bool)
    entities = {name: rows["entity"].to_numpy() for name, rows in lists.items()}
    of_files = disturb(seed, ground.day, sheets)
    spoiling = spoil(seed, ground.day, sheets) if destructive else Spoiling()
    missing, effects = leave_a_day_out(seed, ground, council, sheets, touched) if not spoiling.lists else (None, [])
    injected = inject(seed, ground, sheets, touched, spoiling.lists)
    teams = teams_to_mend(council, ground.day, sheets)
    of_files = [line for line in of_files if line["list"] not in spoiling.lists]
    lines = [*spoiling.lines, *of_files, *written_down(injected, sheets, teams, before)]
    if missing is not None:
        lines += told_of(missing, sheets["contacts"])
    whole = {name: sheet for name, sheet in sheets.items() if name not in spoiling.lists}
    return PutIn(lines, [*effects, *injected.effects], spoiling.lists, EarlierSheets(whole, entities, teams))
