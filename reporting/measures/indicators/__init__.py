"""Every indicator, found by looking in the topic folders: one file, one indicator, named after it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reporting.measures.indicators.model import Indicator


def _modules() -> Iterator[str]:
    """The dotted names of the indicators' modules, topic by topic."""
    for topic in pkgutil.iter_modules(__path__, f"{__name__}."):
        if topic.ispkg:
            yield from (
                found.name
                for found in pkgutil.iter_modules(importlib.import_module(topic.name).__path__, f"{topic.name}.")
            )


def _find() -> Mapping[str, Indicator]:
    found = {}
    for module in sorted(_modules(), key=lambda name: name.rsplit(".", 1)[1]):
        name = module.rsplit(".", 1)[1]
        found[name] = getattr(importlib.import_module(module), name)
    return MappingProxyType(found)


INDICATORS: Mapping[str, Indicator] = _find()
