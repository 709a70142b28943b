"""Every list we know. Each is stated once, in the module of its name: Annex A's eleven, and those beside them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import MappingProxyType

from reporting.lists import annex_a
from reporting.lists.schema import ListSchema

_FAMILIES = (annex_a,)


def _stated() -> Iterator[ListSchema]:
    for family in _FAMILIES:
        modules = (import_module(f"{family.__name__}.{found.name}") for found in pkgutil.iter_modules(family.__path__))
        yield from sorted((module.LIST for module in modules), key=lambda schema: schema.number)


LISTS = MappingProxyType({schema.name: schema for schema in _stated()})
