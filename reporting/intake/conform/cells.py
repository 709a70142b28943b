"""The cells of one column, read as what the column holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from reporting.intake.conform.codes import CodeReader
from reporting.intake.conform.dates import read_dates, settled
from reporting.intake.conform.distinct import EXCEL_ERRORS, OUTER_SPACES, Distinct, only_dashes
from reporting.lists.schema import Column, Kind

_WHOLE = re.compile(r"([+-]?\d{1,9})(?:\.0+)?")
_NULL = "null"  # as databases write a blank
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "\u200b": "", "\ufeff": ""})
_MANGLED = re.compile(r"\d(?:\.\d+)?E\+\d+", flags=re.IGNORECASE)

Values = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class ReadColumn:
    """A column read: the typed cells, and of each different text whether it was understood and what was odd in it."""

    distinct: Distinct
    typed: pd.Series
    readable: np.ndarray
    disagrees: np.ndarray
    serial: np.ndarray
    month_first: np.ndarray
    day_first: np.ndarray
    either: np.ndarray
    doubtful: np.ndarray
    codes: tuple[str | None, ...] = ()

    @property
    def filled(self) -> int:
        """Cells that hold something."""
        return int(self.distinct.filled.sum())

    def cells(self, texts: np.ndarray) -> int:
        """How many cells hold one of the texts marked true."""
        return int(self.distinct.counts[texts].sum()) if len(texts) else 0

    @property
    def unreadable(self) -> int:
        """Cells that hold something that could not be read."""
        return self.cells(~self.readable)


def read_column(column: Column, distinct: Distinct, values: Values, list_date: date) -> ReadColumn:
    """The column's cells by its kind. A text that cannot be read is unknown in ``typed``, and counted."""
    nothing = {_NULL, *(text.casefold() for text in values.get("blank", {}))}
    distinct = distinct.without([only_dashes(text) or text.casefold() in nothing for text in distinct.tidy])
    read = {Kind.DATE: _dates, Kind.CODE: _codes, Kind.WHOLE_NUMBER: _whole_numbers}.get(column.kind, _texts)
    return read(column, distinct, values, list_date)


def _plain_reading(distinct: Distinct, typed: pd.Series, readable: np.ndarray) -> ReadColumn:
    none = np.zeros(len(distinct.texts), dtype=bool)
    return ReadColumn(distinct, typed, readable, none, none, none, none, none, none)


def _dates(column: Column, distinct: Distinct, values: Values, list_date: date) -> ReadColumn:
    read = read_dates(distinct.tidy, distinct.counts, list_date)
    days = np.append(read.days, np.datetime64("NaT", "us"))
    typed = pd.Series(days[distinct.places], dtype="datetime64[us]")
    reading = _plain_reading(distinct, typed, ~np.isnat(read.days))
    return replace(
        reading,
        serial=read.serial,
        month_first=read.month_first,
        day_first=read.day_first,
        either=read.either,
        doubtful=read.doubtful,
    )


def _codes(column: Column, distinct: Distinct, values: Values, list_date: date) -> ReadColumn:
    code_set = column.code_set
    if code_set is None:
        return _texts(column, distinct, values, list_date)
    reader = CodeReader(code_set, values.get(code_set.name, {})) if distinct.texts else None
    read = [reader.read(text) for text in distinct.tidy] if reader else []
    number = {name: place for place, name in enumerate(code_set.names)}
    places = np.array([number.get(one.code or "", -1) for one in read] + [-1], dtype="int64")
    codes = pd.CategoricalDtype(list(code_set.names))
    typed = pd.Series(pd.Categorical.from_codes(places[distinct.places].tolist(), dtype=codes))
    disagrees = np.array([one.disagrees for one in read], dtype=bool)
    reading = _plain_reading(distinct, typed, places[:-1] >= 0)
    return replace(reading, disagrees=disagrees, codes=tuple(one.code for one in read))


def _whole_numbers(column: Column, distinct: Distinct, values: Values, list_date: date) -> ReadColumn:
    read = [_WHOLE.fullmatch(text) for text in distinct.tidy]
    numbers = pd.array([int(found[1]) if found else pd.NA for found in read] + [pd.NA], dtype="Int64")
    return _plain_reading(
        distinct, pd.Series(numbers[distinct.places]), np.array([bool(found) for found in read], dtype=bool)
    )


def _texts(column: Column, distinct: Distinct, values: Values, list_date: date) -> ReadColumn:
    """Words keep their spelling, ids every figure: only spaces go, and quotes are made straight."""
    ids = column.kind is Kind.ID
    tidy = [text.strip(OUTER_SPACES) if ids else " ".join(text.translate(_QUOTES).split()) for text in distinct.texts]
    lost = [text in EXCEL_ERRORS or (ids and bool(_MANGLED.fullmatch(text))) for text in tidy]
    typed = distinct.spread_text([None if gone else text for gone, text in zip(lost, tidy, strict=True)])
    return _plain_reading(distinct, typed, ~np.array(lost, dtype=bool))


def of_one_hand(readings: dict[str, ReadColumn]) -> dict[str, ReadColumn]:
    """A column of dates that shows no order of its own is in doubt where the list's other columns are month first."""
    day_first = sum(reading.cells(reading.day_first) for reading in readings.values())
    month_first = sum(reading.cells(reading.month_first) for reading in readings.values())
    if settled(day_first, month_first):
        return readings
    return {
        key: reading if reading.cells(reading.day_first | reading.month_first) else _in_doubt(reading)
        for key, reading in readings.items()
    }


def _in_doubt(reading: ReadColumn) -> ReadColumn:
    return replace(
        reading,
        typed=reading.typed.mask(reading.distinct.holding(reading.either)),
        readable=reading.readable & ~reading.either,
        doubtful=reading.either,
    )
