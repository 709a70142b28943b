"""What results are made from, as hashes of what lies on the disk: the extract, and everything of ours at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from tasks.data_folder import data_folder
from tasks.errors import ExtractProblem
from tasks.intake.source import source_of
from tasks.record.location import REPOSITORY
from tasks.record.store import sha256

TEMPLATES = REPOSITORY / "report_templates"
_CODE = ("reporting", "expectations", "tasks", "flows", "report_templates")
_NOT_READ = {"authorities", "record", "samples"}  # of data/: another council's folder is not this one's
_LIBRARIES = (
    "pandas",
    "numpy",
    "pyarrow",
    "fastexcel",
    "great-expectations",
    "scipy",
    "weasyprint",
    "jinja2",
    "markupsafe",
    "pikepdf",
    "fonttools",
    "xlsxwriter",
)


def everything_content(authority: str) -> str:
    """One hash for all that could change what a cycle of ``authority`` puts out, but for its extract and the record."""
    data = data_folder()
    shared = (place for place in data.iterdir() if place.name not in _NOT_READ)
    settings = [path for place in (*shared, data / "authorities" / authority) for path in _files_of(place)]
    code = [path for name in _CODE for path in _files_of(REPOSITORY / name)]
    libraries = (f"{name} {version_of(name)}" for name in _LIBRARIES)
    return hash_of(*libraries, hash_of_files(code, REPOSITORY), hash_of_files(settings, data))


def extract_content(path: Path) -> str:
    """One hash for a workbook, or for the files of a folder and their names."""
    refuse_what_is_not_there(path)
    return source_of(path).fingerprint()


def refuse_what_is_not_there(path: Path) -> None:
    """An extract that is not there is said plainly, before anything else is asked of it."""
    if not path.exists():
        raise ExtractProblem(
            f"There is no extract at {path}. Give the workbook, or the folder of CSV files, with --extract."
        )


def hash_of(*inputs: str) -> str:
    """One hash for several inputs, in order."""
    return sha256("\n".join(inputs).encode())


def hash_of_files(files: Iterable[Path], folder: Path) -> str:
    """One hash for files, each by its place in ``folder`` and what it holds."""
    whole = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\n{sha256(path.read_bytes())}\n".encode())
    return whole.hexdigest()


@cache
def version_of(library: str) -> str:
    """The version of a library that is installed."""
    return version(library)


def _files_of(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    else:
        yield from (path for path in place.rglob("*") if "__pycache__" not in path.parts)
