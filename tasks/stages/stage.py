"""How a stage of a cycle is run: as a Prefect task that others may listen to, and that lets no value out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.tasks import exponential_backoff

from tasks.errors import Problem
from tasks.redaction import redacted
from tasks.stages.defined import Stage

P = ParamSpec("P")
R = TypeVar("R")

_RETRIES = 3
_FIRST_DELAY_SECONDS = 2.0  # then twice that, and four times: a share that is away for a moment is back by then

_listeners: list[Callable[[str, str], None]] = []


@contextmanager
def listening(listener: Callable[[str, str], None]) -> Iterator[None]:
    """While the block runs, ``listener`` is told of every stage that begins and ends in this process."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


def stage(which: Stage, *, exit_code: int = 1, reads_the_world: bool = False) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Make a Prefect task of one stage, under the words that people know it by.

    It caches nothing: to know what is done already is the record's business. A stage that reads the outside world is
    tried again when what stopped it may pass by itself; no other stage is, because the same inputs would only fail in
    the same way.
    """
    name = which.words

    def define(function: Callable[P, R]) -> Task[P, R]:
        @wraps(function)
        def told(*args: P.args, **kwargs: P.kwargs) -> R:
            _tell(name, "begins")
            with redacted(name, exit_code):
                result = function(*args, **kwargs)
            _tell(name, "ends")
            return result

        as_task = task(
            name=name,
            task_run_name=name,
            persist_result=False,
            cache_policy=NO_CACHE,
            retries=_RETRIES if reads_the_world else 0,
            retry_delay_seconds=exponential_backoff(backoff_factor=_FIRST_DELAY_SECONDS),
            retry_jitter_factor=0.5,  # councils whose runs failed together do not come back together
            retry_condition_fn=_may_pass,
        )
        return as_task(told)

    return define


def _may_pass(_task: object, _run: object, state: State[Any]) -> bool:
    problem = state.result(raise_on_failure=False)
    return isinstance(problem, Problem) and problem.may_pass


def _tell(stage: str, happens: str) -> None:
    for listener in _listeners:
        listener(stage, happens)
