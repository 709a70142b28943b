"""In which cells of a list somebody has to look, beside the counts that findings give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from reporting.intake.conform.cells import ReadColumn
from reporting.model.received import NOTICED_COLUMNS, nothing_noticed


def noticed_cells(name: str, readings: Mapping[str, ReadColumn]) -> pd.DataFrame:
    """Codes that disagree with words (P22), dates month first or doubtful (P25), and Excel's day numbers (P28)."""
    return together(
        pd.DataFrame({"list": name, "position": places, "rule": rule, "column": key})
        for rule, key, places in _odd(readings)
        if len(places)
    )


def together(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Several of what was noticed as one frame of the same kinds, however little it holds."""
    nothing = nothing_noticed()
    found = pd.concat([nothing, *(part[list(NOTICED_COLUMNS)] for part in parts)], ignore_index=True)
    return found.astype(nothing.dtypes.to_dict())


def _odd(readings: Mapping[str, ReadColumn]) -> Iterator[tuple[str, str, np.ndarray]]:
    for key, reading in readings.items():
        texts = {
            "P22": reading.disagrees,
            "P25": reading.month_first | reading.doubtful,
            "P28": reading.serial & reading.readable,
        }
        for rule, odd in texts.items():
            if odd.any():
                yield rule, key, np.flatnonzero(reading.distinct.holding(odd))
