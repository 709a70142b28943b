"""Where councils, reference tables and agreed measures are."""

from __future__ import annotations

import os
from pathlib import Path

from tasks.record.location import REPOSITORY

DATA = REPOSITORY / "data"


def data_folder() -> Path:
    """The folder that ``LINEOFSIGHT_DATA`` names, or the project's own ``data/``."""
    return Path(os.environ.get("LINEOFSIGHT_DATA") or DATA).expanduser().absolute()
