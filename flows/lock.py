"""One cycle at a time for each council: its month and its week may fall on the same morning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prefect.runtime import deployment

from tasks.record.location import exclusive_lock, record_folder


@contextmanager
def council_lock(authority: str) -> Iterator[None]:
    """Nobody else works on the council in this record. A run from a schedule waits; a person is told to."""
    with exclusive_lock(record_folder(), authority, wait=bool(deployment.id)):
        yield
