"""Whether: what must be true before anything is counted. One module a list, one for what lists say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from expectations import between_lists
from expectations.check import Check
from reporting.lists import LISTS


def _found() -> Mapping[str, tuple[Check, ...]]:
    own = {name: import_module(f"{__name__}.{name}").CHECKS for name in LISTS}
    between = {name: tuple(check for check in between_lists.CHECKS if check.rule.list == name) for name in LISTS}
    return MappingProxyType({name: own[name] + between[name] for name in LISTS})


CHECKS: Mapping[str, tuple[Check, ...]] = _found()
