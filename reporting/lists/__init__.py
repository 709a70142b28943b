"""Every list we know. Each is stated once, in the module of its name: Annex A's eleven, and those that supplement them.

A list that is not Annex A's is one file in ``supplementary``, its suite in ``expectations``, and the file of the
made-up council that prints it. A council states which lists it sends.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType

from reporting.lists import annex_a, supplementary
from reporting.lists.schema import Kind, ListSchema, Service


def stated_in(package: ModuleType) -> Mapping[str, ListSchema]:
    """The lists that the modules of ``package`` state, in the order of their codes."""
    modules = (import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__))
    schemas: list[ListSchema] = sorted((module.LIST for module in modules), key=lambda schema: _numbered(schema.code))
    return MappingProxyType({schema.name: schema for schema in schemas})


def _numbered(code: str) -> tuple[str, int]:
    """A code in parts that sort: its letters, and its number."""
    letters = code.rstrip("0123456789")
    return letters, int(code.removeprefix(letters) or 0)


ANNEX_A = stated_in(annex_a)
LISTS: Mapping[str, ListSchema] = MappingProxyType({**ANNEX_A, **stated_in(supplementary)})
POSITION: Mapping[str, int] = MappingProxyType({name: place for place, name in enumerate(LISTS)})
"""The place of each list among all, by which what is told of lists is put in order."""


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """The lists in the order of their codes, Annex A's first."""
    return tuple(sorted(names, key=POSITION.__getitem__))


def by_belief(names: Iterable[str]) -> tuple[str, ...]:
    """The lists in the order in which they are believed of a child; those that tell of none last."""
    return tuple(sorted(in_order(names), key=lambda name: LISTS[name].believed or len(LISTS)))


def of_service(service: Service) -> tuple[str, ...]:
    """The lists that a service works from, those that look at children most closely first."""
    return by_belief(name for name, schema in LISTS.items() if service in schema.services)


def link_between(name: str, other: str) -> str:
    """The id that rows of both lists bear, by which one is known to be of the other; "" where there is none."""
    theirs = {column.key for column in LISTS[other].columns if column.kind is Kind.ID}
    return next((column.key for column in LISTS[name].columns if column.key in theirs), "")
