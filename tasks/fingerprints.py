"""What a result is made from, as hashes: the code, its templates and tables, and the extract as it lies on the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from tasks.errors import ExtractProblem
from tasks.record.location import REPOSITORY
from tasks.record.store import sha256

_CODE = ("reporting", "expectations", "tasks", "report_templates", "data/reference")
_LIBRARIES = ("pandas", "pyarrow", "great-expectations", "weasyprint", "jinja2", "scipy")


@lru_cache(maxsize=1)
def code_content() -> str:
    """One hash for everything that decides what a figure is and how it is printed."""
    files = (path for folder in _CODE for path in (REPOSITORY / folder).rglob("*"))
    libraries = " ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return hash_of(libraries, _hash_of_files(path for path in files if "__pycache__" not in path.parts))


def extract_content(path: Path) -> str:
    """One hash for a workbook, or for the files of a folder and their names."""
    refuse_what_is_not_there(path)
    return _hash_of_files([path] if path.is_file() else path.glob("*"))


def refuse_what_is_not_there(path: Path) -> None:
    """An extract that is not there is said plainly, before anything else is asked of it."""
    if not path.exists():
        raise ExtractProblem(
            f"There is no extract at {path}. Give the workbook, or the folder of CSV files, with --extract."
        )


def hash_of(*inputs: str) -> str:
    """One hash for several inputs, in order."""
    return sha256("\n".join(inputs).encode())


def _hash_of_files(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        whole.update(f"{path.name}\n{sha256(path.read_bytes())}\n".encode())
    return whole.hexdigest()
