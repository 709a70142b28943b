"""A council's settings as far as one stage may read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from reporting.model.settings import Authority

_EVERY = frozenset(field.name for field in fields(Authority))


class UndeclaredSetting(AttributeError):
    """A stage read a setting that it does not declare, so that a change of it would have gone unnoticed."""

    def __init__(self, name: str, stage: str) -> None:
        super().__init__(
            f'The stage "{stage}" reads the setting "{name}" and does not say so. Add it to the stage\'s settings in '
            "tasks/stages/defined.py, so that the stage is done again when it changes."
        )


class AuthoritySlice(Authority):
    """An authority of which one stage may read what it declares, and nothing else."""

    def __getattribute__(self, name: str) -> Any:
        """The setting. Raises UndeclaredSetting for one that the stage does not declare."""
        found = object.__getattribute__(self, "__dict__")
        if name in _EVERY and name not in found:
            raise UndeclaredSetting(name, str(found["_stage"]))
        return object.__getattribute__(self, name)


def sliced(authority: Authority, declared: Iterable[str], stage: str) -> Authority:
    """The authority with the declared settings only; to read another is refused."""
    part = object.__new__(AuthoritySlice)
    part.__dict__.update({name: getattr(authority, name) for name in declared}, _stage=stage)
    return part
