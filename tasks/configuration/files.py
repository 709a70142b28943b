"""Reading a council's files strictly: an unknown key, a wrong type or a missing column is said in plain words."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from tasks.errors import SettingsProblem

_EXPECTED = {
    "string_type": "should be text in quotation marks",
    "bool_type": "should be true or false",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "tuple_type": "should be a list in square brackets",
    "dict_type": "should be a table",
    "model_type": "should be a table",
    "date_type": "should be a date, written 2026-10-31 without quotation marks",
    "time_type": "should be a time, written 07:00:00 without quotation marks",
    "missing": "is missing",
    "list_type": "should be a list in square brackets",
    "string_too_short": "should not be empty",
}
PLAIN, VALUE_BY_VALUE = "plain", "value by value"  # two ways to write a setting, of which a reader is told neither


class ConfigurationProblem(SettingsProblem):
    """A council's settings are not complete or not right; the message names the file and the key."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{_shown(path)}: {message}")


class Shape(BaseModel):
    """A table of settings: every key is known, every value has its type, and nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


S = TypeVar("S", bound=Shape)


def read_toml(path: Path) -> dict[str, Any]:
    """The whole of a TOML file."""
    if not path.is_file():
        raise ConfigurationProblem(path, "the file is missing.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ConfigurationProblem(path, f"it cannot be read as TOML: {problem}.") from problem


def shaped(path: Path, found: object, shape: type[S], under: str = "") -> S:
    """The settings as ``shape``; ``under`` is the key that they were found under."""
    try:
        return shape.model_validate(found)
    except ValidationError as problem:
        sentences = "; ".join(_sentence(dict(error), shape, under) for error in problem.errors())
        raise ConfigurationProblem(path, f"{sentences}.") from None


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV with its line number. The columns must be these, in this order."""
    if not path.is_file():
        raise ConfigurationProblem(path, "the file is missing.")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        headings = [heading.strip() for heading in next(reader, [])]
        if headings != list(columns):
            found = ", ".join(headings) or "nothing"
            raise ConfigurationProblem(path, f"its columns should be {', '.join(columns)}; found {found}.")
        for row in reader:
            if len(row) != len(columns):
                raise ConfigurationProblem(path, f"line {reader.line_num} has {len(row)} values, not {len(columns)}.")
            yield reader.line_num, dict(zip(columns, (cell.strip() for cell in row), strict=True))


def day_of(path: Path, line: int, column: str, text: str) -> date:
    """A date written 2026-10-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigurationProblem(path, f'line {line}, {column}: "{text}" is not a date written 2026-10-31.') from None


def number_of(path: Path, line: int, column: str, text: str) -> float:
    """A number written with digits and at most one point."""
    try:
        return float(text)
    except ValueError:
        raise ConfigurationProblem(path, f'line {line}, {column}: "{text}" is not a number.') from None


def content_of(*folders: Path) -> str:
    """A hash of the names and bytes of every file in the folders."""
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _sentence(error: dict[str, Any], shape: type[Shape], under: str) -> str:
    steps = [part for part in error["loc"] if part not in (PLAIN, VALUE_BY_VALUE)]
    place = [str(part) for part in steps if not isinstance(part, int)]
    later = [part + 1 for part in steps if isinstance(part, int) and part]
    key = ".".join([*([under] if under else []), *place]) + "".join(f" (number {number})" for number in later)
    if error["type"] == "extra_forbidden":
        return f"{key} is not a setting{_meant(place, shape)}"
    said = str(error["msg"]).removeprefix("Value error, ")
    return f"{key} {_EXPECTED.get(error['type'], said[0].lower() + said[1:])}"


def _meant(place: list[str], shape: type[Shape]) -> str:
    near = get_close_matches(place[-1], shape.model_fields, n=1) if len(place) == 1 else []
    return f"; did you mean {near[0]}?" if near else ""


def _shown(path: Path) -> str:
    return path.as_posix().split("/data/", 1)[-1] if "/data/" in path.as_posix() else path.name
