"""One cycle for one authority and period, and how a stage of it is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.inputs import code_content, hash_of
from tasks.record.keeping import Work
from tasks.unforeseen import without_values

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Cycle:
    """What a run was asked for. ``settings`` is the hash of the authority's folder of data."""

    run: str
    authority: str
    period: str
    extract: Path
    list_date: date
    synthetic: bool
    settings: str

    def work(self, stage: str, *inputs: str) -> Work:
        """A stage of this cycle, made from these inputs and from what every stage is made from."""
        made_from = hash_of(code_content(), self.settings, self.list_date.isoformat(), *inputs)
        return Work(self.run, self.authority, self.period, stage, made_from)


_listeners: list[Callable[[str, str], None]] = []


@contextmanager
def listening(listener: Callable[[str, str], None]) -> Iterator[None]:
    """While the block runs, ``listener`` is told of every stage that begins and ends in this process."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def stage(name: str, *, exit_code: int = 1) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a Prefect task of one stage. It caches nothing: to know what is done already is the record's business."""

    def define(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def told(*args: P.args, **kwargs: P.kwargs) -> R:
            _tell(name, "begins")
            with without_values(name, exit_code):
                result = function(*args, **kwargs)
            _tell(name, "ends")
            return result

        return task(told, name=name, task_run_name=name, persist_result=False, cache_policy=NO_CACHE)

    return define


def _tell(stage: str, happens: str) -> None:
    for listener in _listeners:
        listener(stage, happens)
