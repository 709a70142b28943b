"""One month of the made-up Lancashire, workbook to three PDFs, beside the bare libraries doing only their share.

``make benchmark`` runs it: a cold cycle in a fresh process and an empty record (Prefect's own server included), then,
on the same machine and the same files, the floor: fastexcel reading the workbook, openpyxl reading it as most tools
do, and WeasyPrint printing the same HTML without tags, archive or checks. A test runs it small.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from tasks.print_pack.assets import Assets
from tasks.record.store import PACKS

LINEOFSIGHT = (sys.executable, "-m", "flows")
MONTHS = ("2026-08", "2026-09", "2026-10")
AUTHORITY = "lancashire"
LIBRARIES = ("prefect", "pandas", "great-expectations", "weasyprint", "fastexcel", "openpyxl")


def main(months: Sequence[str] = MONTHS, scale: float = 1.0) -> None:
    """Print the table. The months are the last of those that the made-up council has, which ends in October 2026."""
    with tempfile.TemporaryDirectory(prefix="line-of-sight-") as folder:
        sample, record = Path(folder) / "sample", Path(folder) / "record"
        told = {**os.environ, "LINEOFSIGHT_RECORD": str(record)}
        size = ("--months", len(months), "--seed", 1, "--scale", scale)
        timed(
            f"made-up council, months: {len(months)}",
            lambda: lineofsight(told, "sample", "--authority", AUTHORITY, "--to", sample, *size),
        )
        for month in months:
            cold = timed(f"cycle {month}, cold process", lambda month=month: cycle(told, month, sample))
        again = timed("the same command again", lambda: cycle(told, months[-1], sample))
        floor, slowly = floor_of(sample / months[-1] / "extract.xlsx", record, months[-1])
    print(f"\ncold cycle {cold:.1f} s = {cold / floor:.1f} x the floor ({floor:.1f} s)")
    print(f"openpyxl, which most tools read with, takes {slowly:.0f} x as long over the same workbook")
    print(f"the same command again, with nothing to do: {again:.1f} s")
    pins = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {pins}")


def floor_of(workbook: Path, record: Path, month: str) -> tuple[float, float]:
    """Seconds that the libraries alone take over what a cycle read and printed, and how many times as long openpyxl."""
    reading = timed("floor: fastexcel reads the workbook", lambda: read_with_fastexcel(workbook))
    slowly = timed("openpyxl reads the workbook", lambda: read_with_openpyxl(workbook))
    packs = packs_of(record, month)
    printing = timed(f"floor: WeasyPrint prints the same HTML ({len(packs)})", lambda: print_bare(packs))
    return reading + printing, slowly / reading


def timed(what: str, work: Callable[[], object]) -> float:
    """Seconds of wall clock that ``work`` takes, printed as they are known."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{what:<42} {seconds:7.1f} s", flush=True)
    return seconds


def lineofsight(told: dict[str, str], *words: object) -> None:
    ran = subprocess.run(
        [*LINEOFSIGHT, *map(str, words)], env=told, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if ran.returncode not in {0, 10}:
        raise SystemExit(f"lineofsight {words[0]} ended with {ran.returncode}:\n{ran.stderr[-2000:]}")


def cycle(told: dict[str, str], month: str, sample: Path) -> None:
    extract = sample / month / "extract.xlsx"
    lineofsight(told, "cycle", "monthly", "--authority", AUTHORITY, "--period", month, "--extract", extract)


def read_with_fastexcel(workbook: Path) -> None:
    import fastexcel

    book = fastexcel.read_excel(workbook)
    for sheet in book.sheet_names:
        book.load_sheet(sheet, header_row=None, dtypes="string", skip_rows=0).to_pandas()


def read_with_openpyxl(workbook: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(workbook, read_only=True, data_only=True):
        list(sheet.iter_rows(values_only=True))


def packs_of(record: Path, month: str) -> list[str]:
    """The HTML of the month's packs: as many of the newest in the record as PDFs are laid out for the month."""
    boards = list((record / AUTHORITY / month).glob("*.pdf"))
    kept = sorted((record / PACKS).rglob("*.html"), key=lambda path: path.stat().st_mtime)
    return [path.read_text(encoding="utf-8") for path in kept[-len(boards) :]]


def print_bare(packs: Sequence[str]) -> None:
    """The packs laid out in the same style: no tags, no archive, no attachment, no finishing."""
    from weasyprint import HTML

    for pack in packs:
        HTML(string=pack, base_url="asset:", url_fetcher=Assets()).write_pdf()


if __name__ == "__main__":
    main()
