"""Which of our own modules a module stands on, read from the import statements and without importing any."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tasks.record.location import REPOSITORY

OWN = ("reporting", "expectations", "tasks")
_FINDS_ITS_OWN = {"importlib", "pkgutil"}  # a module with these imports by name whatever lies in its package
_HARMLESS = {"importlib.metadata", "importlib.metadata.version"}


@lru_cache(maxsize=64)
def modules_behind(entry: str) -> tuple[str, ...]:
    """``entry`` and every module of ours that it stands on, wherever in the code it is imported, in order.

    Raises ModuleNotFoundError when there is no such module.
    """
    if not is_ours(entry):
        raise ModuleNotFoundError(f"There is no module {entry} to work out imports from.")
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += imported_by(module)
    return tuple(sorted(found))


@cache
def imported_by(module: str) -> tuple[str, ...]:
    """The modules of ours that one module imports, the packages they are in, and those that it finds by looking."""
    path = file_of(module)
    tree = ast.parse(path.read_bytes())
    named = {name for node in ast.walk(tree) for name in _named(node)}
    found = {name for name in named if is_ours(name)}
    if any(name.split(".")[0] in _FINDS_ITS_OWN for name in named - _HARMLESS):
        found |= set(_in_package_of(module, path))
    return tuple(sorted({*found, *(package for name in (module, *found) for package in _packages_of(name))}))


@cache
def is_ours(module: str) -> bool:
    """Whether there is a file of ours for the module."""
    return module.split(".")[0] in OWN and file_of(module).is_file()


def file_of(module: str) -> Path:
    """The file that a module of ours is in, if there is one."""
    place = REPOSITORY.joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _named(node: ast.AST) -> Iterator[str]:
    """Every name that an import statement could stand for: a module, or something in one that may be a module."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _packages_of(module: str) -> Iterator[str]:
    parts = module.split(".")
    yield from (".".join(parts[:length]) for length in range(1, len(parts)))


def _in_package_of(module: str, path: Path) -> Iterator[str]:
    for found in path.parent.rglob("*.py"):
        parts = found.relative_to(REPOSITORY).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
