"""Every indicator, found by looking in this folder: one file, one indicator, named after it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from reporting.indicators.model import Indicator


def _find() -> Mapping[str, Indicator]:
    found = {}
    for module in sorted(name for _, name, _ in pkgutil.iter_modules(__path__) if name != "model"):
        found[module] = getattr(importlib.import_module(f"{__name__}.{module}"), module)
    return MappingProxyType(found)


INDICATORS: Mapping[str, Indicator] = _find()
