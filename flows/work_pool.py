"""The work pool that every council's runs go through, as prefect.yaml has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from tasks.errors import Problem
from tasks.record.location import REPOSITORY

_FILE = "prefect.yaml"


class WorkPoolProblem(Problem):
    """prefect.yaml does not say which pool runs go through."""


@dataclass(frozen=True)
class WorkPool:
    """A pool's name, its type, and what each of its jobs is started with."""

    name: str
    type: str
    job_variables: Mapping[str, Any]


def work_pool() -> WorkPool:
    """The pool in prefect.yaml. Raises ``WorkPoolProblem`` when the file does not have one whole."""
    try:
        found = yaml.safe_load((REPOSITORY / _FILE).read_text(encoding="utf-8"))["definitions"]["work_pool"]
        return WorkPool(**found)
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        raise WorkPoolProblem(
            f"{_FILE}: definitions.work_pool should have a name, a type and job_variables, and nothing else."
        ) from None
