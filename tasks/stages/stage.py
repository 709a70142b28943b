"""How a stage of a cycle is run: as a Prefect task that others may listen to, and that lets no value out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.redaction import redacted

P = ParamSpec("P")
R = TypeVar("R")

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
            with redacted(name, exit_code):
                result = function(*args, **kwargs)
            _tell(name, "ends")
            return result

        return task(told, name=name, task_run_name=name, persist_result=False, cache_policy=NO_CACHE)

    return define


def _tell(stage: str, happens: str) -> None:
    for listener in _listeners:
        listener(stage, happens)
