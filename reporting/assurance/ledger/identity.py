"""Which record a row is of, and which value it has, as numbers that come out the same in every extract and process."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd
from pandas.util import hash_array, hash_pandas_object

from reporting.lists import LISTS
from reporting.model.received import Conformed

_HEX = ("0123456789abcdef",) * 12
_LETTERS = "CDFGHJKMNPQRTVWX"  # no vowel and no look-alike: never a word, nor a number that Excel would round
_REFERENCE = (_LETTERS, *(_LETTERS + "346789",) * 9)
BASE_DIGITS = len(_HEX)
REFERENCE = re.compile(rf"[{_LETTERS}][{_LETTERS}346789]{{9}}")


class RecordsOf:
    """The rows of one list, each by its record: its person and the list's key columns, or the whole row without one.

    A value counts as it was read; one that could not be read, as it came. So a list that is exported in another
    format, or in another order, holds the same records.
    """

    def __init__(self, name: str, conformed: Conformed) -> None:
        self.name = name
        self.schema = LISTS[name]
        self.table = conformed.tables[name]
        self._received = conformed.received.get(name, pd.DataFrame(index=self.table.index))
        self._values: dict[str, np.ndarray] = {}
        self._records: np.ndarray | None = None

    @property
    def records(self) -> np.ndarray:
        """One number a row: the same for the same record."""
        if self._records is None:
            everywhere = np.arange(len(self.table))
            found = self._together(self.schema.key, everywhere).copy()
            nobody = np.flatnonzero(self.person(everywhere).isna().to_numpy())
            found[nobody] = self.whole_rows(nobody)
            self._records = found
        return self._records

    def person(self, positions: np.ndarray) -> pd.Series:
        """Whose each row is."""
        key = self.schema.key[0]
        person = self.table[key].astype("object")
        if key in self._received:
            person = person.where(person.notna(), self._received[key].astype("object"))
        return person.take(positions)

    def whole_rows(self, positions: np.ndarray) -> np.ndarray:
        """One number a row for all that it holds."""
        columns = [key for key in self.schema.keys if key in self.table]
        if not len(positions):
            return np.empty(0, dtype="uint64")
        return self._together(columns, positions)

    def values(self, columns: Iterable[str], positions: np.ndarray) -> np.ndarray:
        """One number a row for what it holds in ``columns``."""
        return self._together([key for key in columns if key in self.table], positions)

    def _together(self, columns: Iterable[str], positions: np.ndarray) -> np.ndarray:
        numbers = {key: self._column(key)[positions] for key in columns}
        return together(*numbers.values()) if numbers else np.zeros(len(positions), dtype="uint64")

    def _column(self, key: str) -> np.ndarray:
        if key not in self._values:
            self._values[key] = self._numbered(key)
        return self._values[key]

    def _numbered(self, key: str) -> np.ndarray:
        typed = self.table[key]
        if pd.api.types.is_datetime64_any_dtype(typed):
            numbers = hash_array(typed.to_numpy().astype("datetime64[D]").astype("int64"))
        else:
            numbers = _texts(typed)
        if key not in self._received:
            return numbers
        unread = np.flatnonzero((typed.isna() & self._received[key].notna()).to_numpy())
        numbers[unread] = _texts(self._received[key].take(unread))
        return numbers


def together(*numbers: np.ndarray) -> np.ndarray:
    """Several numbers a row made one, in order."""
    return hash_pandas_object(pd.DataFrame(dict(enumerate(numbers))), index=False).to_numpy()


def ranks(groups: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Each row's place within its group, from 0."""
    sorted_ = np.lexsort((order, groups))
    ordered = groups[sorted_]
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])) if len(groups) else np.empty(0, dtype="int64")
    found = np.empty(len(groups), dtype="int64")
    found[sorted_] = np.arange(len(groups)) - np.repeat(first, np.diff(np.append(first, len(groups))))
    return found


def of_text(text: str) -> np.uint64:
    """A number for one text."""
    return np.uint64(hash_array(np.array([text], dtype="object"))[0])


def base_of(rule: str, records: np.ndarray) -> np.ndarray:
    """A rule and a record in one number of twelve hex digits."""
    return together(np.full(len(records), of_text(rule)), records) >> np.uint64(64 - 4 * BASE_DIGITS)


def faults_of(bases: np.ndarray, copies: np.ndarray) -> np.ndarray:
    """Each fault as it is written: rule and record, and the number of the copy."""
    numbers, place = np.unique(copies, return_inverse=True)
    endings = np.array([f"{number:04x}" for number in numbers], dtype="object")
    return _spelled(bases, _HEX).astype("object") + endings[place] if len(bases) else np.empty(0, dtype="object")


def bases_in(faults: pd.Series) -> np.ndarray:
    """Rule and record of faults as they are written."""
    written = faults.to_numpy(dtype=f"S{BASE_DIGITS}").view("uint8").reshape(-1, BASE_DIGITS)
    digits = np.where(written < ord("a"), written - ord("0"), written - ord("a") + 10).astype("uint64")
    places = np.arange(BASE_DIGITS - 1, -1, -1, dtype="uint64") * np.uint64(4)
    return np.asarray((digits << places).sum(axis=1, dtype="uint64"))


def copies_in(faults: pd.Series) -> np.ndarray:
    """The number of the copy in faults as they are written."""
    codes, endings = pd.factorize(faults.str.slice(BASE_DIGITS))
    return np.array([int(ending, 16) for ending in endings], dtype="int64")[codes]


def references_of(numbers: np.ndarray) -> np.ndarray:
    """Each number as people read it: ten letters and digits."""
    return _spelled(numbers, _REFERENCE)


def numbers_in(references: pd.Series) -> np.ndarray:
    """What references say, as numbers that are quick to compare."""
    written = references.to_numpy(dtype=f"S{len(_REFERENCE)}").view("uint8").reshape(-1, len(_REFERENCE))
    numbers = np.zeros(len(written), dtype="uint64")
    for place in range(len(_REFERENCE)):
        numbers = (numbers << np.uint64(6)) + written[:, place] - np.uint64(ord("0"))
    return numbers


def _spelled(numbers: np.ndarray, alphabets: tuple[str, ...]) -> np.ndarray:
    """Numbers in the digits of ``alphabets``, one alphabet a place, the first place first."""
    left = numbers.astype("uint64", copy=True)
    written = np.empty((len(left), len(alphabets)), dtype="uint8")
    for place in range(len(alphabets) - 1, -1, -1):
        alphabet = np.frombuffer(alphabets[place].encode("ascii"), dtype="uint8")
        left, digit = np.divmod(left, np.uint64(len(alphabet)))
        written[:, place] = alphabet[digit.astype("int64")]
    return np.ascontiguousarray(written).view(f"S{len(alphabets)}").ravel().astype("U")


def _texts(column: pd.Series) -> np.ndarray:
    codes, distinct = pd.factorize(column.astype("object"))
    numbers = hash_array(np.array([str(text) for text in distinct] + [""], dtype="object"), categorize=False)
    return numbers[codes]  # a blank is numbered -1, and so takes the last
