"""The eleven lists of Annex A. Each is stated once, in the module of its name."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from reporting.lists.schema import ListSchema


def _stated() -> Mapping[str, ListSchema]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    stated = [module.LIST for module in modules if hasattr(module, "LIST")]
    return MappingProxyType({schema.name: schema for schema in sorted(stated, key=lambda schema: schema.number)})


LISTS = _stated()
