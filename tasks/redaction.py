"""What nobody thought of, told without a value: an exception's own words may quote a cell, so they go nowhere."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from tasks.errors import Problem
from tasks.record.location import REPOSITORY, record_folder


class UnexpectedProblem(Problem):
    """Something went wrong that nobody thought of: what kind of thing, and where in the code."""

    def __init__(self, doing: str, kind: str, details: str, exit_code: int) -> None:
        super().__init__(
            f"Something unforeseen went wrong in “{doing}” ({kind}). Whatever was finished before it is kept: the same "
            f"command takes up from there. Where in the code it happened, without any values: {details}"
        )
        self.exit_code = exit_code


@contextmanager
def redacted(doing: str, exit_code: int = 1) -> Iterator[None]:
    """Whatever is raised in the block leaves it as a problem in words, with nothing of a child tied to it."""
    problem: Problem
    try:
        yield
    except Problem as known:
        problem = known
    except Exception as unknown:
        problem = UnexpectedProblem(doing, type(unknown).__name__, _written_down(unknown), exit_code)
    else:
        return
    problem.__cause__ = problem.__context__ = None
    raise problem.with_traceback(None)


def _written_down(unknown: Exception) -> str:
    frames = traceback.extract_tb(unknown.__traceback__)
    lines = [f"{_shown(frame.filename)}, line {frame.lineno}, in {frame.name}" for frame in frames]
    said = "\n".join([type(unknown).__name__, *lines, ""])
    place = record_folder() / "problems" / f"{sha256(said.encode()).hexdigest()[:16]}.txt"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(said, encoding="utf-8")
    except OSError:
        return lines[-1] if lines else "nowhere that can be said"
    return str(place)


def _shown(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(REPOSITORY).as_posix() if path.is_relative_to(REPOSITORY) else path.name
