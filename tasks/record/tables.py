"""Tables and findings as files of the record, and back again: what is read is equal to what was written."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from reporting.lists import LISTS
from reporting.lists.schema import Kind
from reporting.model.quality import Checked, Finding, Rule, Scope, Severity
from reporting.model.received import Conformed, ReceivedTable, nothing_noticed
from tasks.errors import RecordProblem
from tasks.record.keeping import MADE_FROM, Done
from tasks.record.store import Loose, Store

FORMAT = 1  # of stored facts; those without a number were written before 0.3
FINDINGS = "findings"
_ROW = "row"
_COUNTS = ("formulas", "hidden_rows", "hidden_columns", "filters", "hidden")


def frame_bytes(frame: pd.DataFrame) -> bytes:
    """A frame as parquet: the same frame always gives the same bytes."""
    whole = io.BytesIO()
    frame.to_parquet(whole, engine="pyarrow", compression="zstd", index=False)
    return whole.getvalue()


def read_frame(store: Store, done: Done, name: str) -> pd.DataFrame:
    """One frame that a stage put out."""
    return pd.read_parquet(io.BytesIO(store.read(done.files[name])), engine="pyarrow")


def read_words(store: Store, done: Done, name: str) -> dict[str, Any]:
    """One set of facts that a stage put out. Raises RecordProblem when a later release wrote them."""
    said = json.loads(store.read(done.files[name]))
    facts: dict[str, Any] = said if isinstance(said, dict) else {name: said}  # 0.2 kept findings as a bare list
    if facts.pop("format", 0) > FORMAT:
        raise RecordProblem(
            f'"{name}" in the record at {store.folder} was written by a later release than this one. Use that release.'
        )
    return facts


def read_made_from(store: Store, done: Done) -> dict[str, str]:
    """The inputs of the outputs that a stage was made from, by what each is called, and a follow-up's list date.

    Raises RecordProblem when a later release wrote them.
    """
    return {what: str(said) for what, said in read_words(store, done, MADE_FROM).items()}


def frame(name: str, table: pd.DataFrame) -> Loose:
    """A frame to be kept."""
    return Loose(name, frame_bytes(table), ".parquet")


def words(name: str, said: Mapping[str, object]) -> Loose:
    """Facts to be kept as text, with the number of the format they are in."""
    facts = {"format": FORMAT, **said}
    return Loose(name, json.dumps(facts, indent=1, sort_keys=True, default=_plain).encode(), ".json")


def received_files(received: Iterable[ReceivedTable]) -> Iterator[Loose]:
    """An extract as it came: every cell of every sheet or file, as text."""
    contents = []
    for place, table in enumerate(received):
        cells = table.cells.set_axis([str(column) for column in range(table.cells.shape[1])], axis=1)
        yield frame(f"received {place:02d}", cells.assign(**{_ROW: list(table.rows)}))
        about = {name: getattr(table, name) for name in _COUNTS}
        contents.append(
            {"source": table.source, "notes": list(table.notes), "rounded": sorted(map(list, table.rounded)), **about}
        )
    yield words("contents", {"tables": contents})


def read_received(store: Store, done: Done) -> tuple[ReceivedTable, ...]:
    """The extract as it came, from the record."""
    contents = read_words(store, done, "contents")["tables"]
    return tuple(
        _received(read_frame(store, done, f"received {place:02d}"), about) for place, about in enumerate(contents)
    )


def _received(table: pd.DataFrame, about: Mapping[str, Any]) -> ReceivedTable:
    cells = table.drop(columns=_ROW).astype(object)
    cells = cells.where(cells.notna(), None).set_axis(range(cells.shape[1]), axis=1)
    return ReceivedTable(
        about["source"],
        cells,
        tuple(int(row) for row in table[_ROW]),
        tuple(about["notes"]),
        rounded=frozenset((row, column) for row, column in about["rounded"]),
        **{name: about[name] for name in _COUNTS},
    )


def conformed_files(conformed: Conformed) -> Iterator[Loose]:
    """The typed lists, and beside each the text it came in."""
    for name, table in conformed.tables.items():
        yield frame(f"typed {name}", table)
    for name, table in conformed.received.items():
        yield frame(f"as received {name}", table)
    yield frame("noticed", conformed.noticed)
    yield words(
        "conformed",
        {
            "typed": {name: len(table) for name, table in conformed.tables.items()},
            "as received": list(conformed.received),
            "absent": {name: sorted(columns) for name, columns in conformed.absent.items()},
            "missing": dict(conformed.missing),
            "layout": conformed.layout,
            "findings": [asdict(finding) for finding in conformed.findings],
            "understood": [dict(said) for said in conformed.understood],
        },
    )


def read_conformed(store: Store, done: Done) -> Conformed:
    """The conformed lists, from the record."""
    said = read_words(store, done, "conformed")
    return Conformed(
        tables={name: _typed(name, read_frame(store, done, f"typed {name}")) for name in said["typed"]},
        received={name: read_frame(store, done, f"as received {name}") for name in said["as received"]},
        absent={name: frozenset(columns) for name, columns in said["absent"].items()},
        missing=said["missing"],
        layout=said["layout"],
        findings=_findings(said["findings"]),
        understood=tuple(said["understood"]),
        noticed=read_frame(store, done, "noticed") if "noticed" in done.files else nothing_noticed(),  # not kept once
    )


def rows_of(store: Store, done: Done) -> dict[str, int]:
    """How many rows each list of the extract has."""
    return dict(read_words(store, done, "conformed")["typed"])


def _typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Parquet forgets the codes that no row holds; the list's schema remembers them."""
    columns = [column for column in LISTS[name].columns if column.kind is Kind.CODE and column.key in table]
    codes = {column.key: list(column.code_set.names) for column in columns if column.code_set}
    return table.astype({key: pd.CategoricalDtype(names) for key, names in codes.items()})


def checked_files(checked: Checked) -> Iterator[Loose]:
    """What the checks found: the counts, the rules, and the positions of the failing rows."""
    yield frame("failing", checked.failing)
    yield frame("vanished", checked.vanished)
    yield words(
        "checked",
        {
            "findings": [asdict(finding) for finding in checked.findings],
            "rules": [asdict(rule) for rule in checked.rules.values()],
            "withheld_lists": dict(checked.withheld_lists),
            "errored": sorted(checked.errored),
            "not_run": sorted(checked.not_run),
        },
    )


def read_checked(store: Store, done: Done) -> Checked:
    """What the checks found, from the record."""
    said = read_words(store, done, "checked")
    rules = [
        Rule(**_with_severity(rule) | {"columns": tuple(rule["columns"]), "scope": Scope(rule["scope"])})
        for rule in said["rules"]
    ]
    return Checked(
        findings=_findings(said["findings"]),
        failing=read_frame(store, done, "failing"),
        rules={rule.key: rule for rule in rules},
        withheld_lists=said["withheld_lists"],
        errored=frozenset(said["errored"]),
        not_run=frozenset(said["not_run"]),
        vanished=read_frame(store, done, "vanished"),
    )


def findings_file(findings: Iterable[Finding]) -> Loose:
    """What a follow-up found of faults over time, to be kept."""
    return words(FINDINGS, {FINDINGS: [asdict(finding) for finding in findings]})


def read_findings(store: Store, done: Done) -> tuple[Finding, ...]:
    """What a follow-up found of faults over time."""
    return _findings(read_words(store, done, FINDINGS)[FINDINGS])


def _findings(said: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(**_with_severity(finding)) for finding in said)


def _with_severity(said: Mapping[str, Any]) -> dict[str, Any]:
    return {**said, "severity": Severity(said["severity"])}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, list | tuple | set | frozenset) else str(value)
