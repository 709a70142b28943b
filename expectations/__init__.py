"""Whether: what must be true before anything is counted. One module a list, and one for what lists say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType

from expectations.check import Check
from reporting.lists import LISTS


def _found() -> Mapping[str, tuple[Check, ...]]:
    found = {name: import_module(f"{__name__}.{name}").CHECKS for name in LISTS if find_spec(f"{__name__}.{name}")}
    return MappingProxyType(found)


CHECKS: Mapping[str, tuple[Check, ...]] = _found()
