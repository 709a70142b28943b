"""One month of the made-up Lancashire, workbook to three PDFs, beside the bare libraries doing only their share.

``make benchmark`` runs it: a cold cycle in a fresh process and an empty record (Prefect's own server included), then,
on the same machine and the same files, the floor: fastexcel reading the workbook, openpyxl reading it as most tools
do, and WeasyPrint printing the same HTML without tags, archive or checks.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

LINEOFSIGHT = Path(sys.executable).with_name("lineofsight")
MONTHS = ("2026-08", "2026-09", "2026-10")
OF_LANCASHIRE = ("--authority", "lancashire")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="line-of-sight-") as folder:
        sample, record = Path(folder) / "sample", Path(folder) / "record"
        told = {**os.environ, "LINEOFSIGHT_RECORD": str(record)}
        timed(
            "made-up council, 3 months",
            lambda: lineofsight(told, "sample", *OF_LANCASHIRE, "--to", sample, "--months", "3", "--seed", "1"),
        )
        for month in MONTHS:
            cold = timed(f"cycle {month}, cold process", lambda month=month: cycle(told, month, sample))
        again = timed("the same command again", lambda: cycle(told, MONTHS[-1], sample))
        workbook = sample / MONTHS[-1] / "extract.xlsx"
        reading = timed("floor: fastexcel reads the workbook", lambda: read_with_fastexcel(workbook))
        slowly = timed("openpyxl reads the workbook", lambda: read_with_openpyxl(workbook))
        printing = timed("floor: WeasyPrint prints the same HTML", lambda: print_bare(record))
    print(f"\ncold cycle {cold:.1f} s = {cold / (reading + printing):.1f} x the floor ({reading + printing:.1f} s)")
    print(f"openpyxl, which most tools read with, takes {slowly / reading:.0f} x as long over the same workbook")
    print(f"the same command again, with nothing to do: {again:.1f} s, nearly all of it Prefect's own server")
    libraries = ("prefect", "pandas", "great-expectations", "weasyprint", "fastexcel", "openpyxl")
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, "
        + ", ".join(f"{n} {version(n)}" for n in libraries)
    )


def timed(what: str, work: Callable[[], object]) -> float:
    """Seconds of wall clock that ``work`` takes, printed as they are known."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{what:<42} {seconds:7.1f} s", flush=True)
    return seconds


def lineofsight(told: dict[str, str], *words: object) -> None:
    ran = subprocess.run(
        [LINEOFSIGHT, *map(str, words)], env=told, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if ran.returncode not in {0, 10}:
        raise SystemExit(f"lineofsight {words[0]} ended with {ran.returncode}:\n{ran.stderr[-2000:]}")


def cycle(told: dict[str, str], month: str, sample: Path) -> None:
    lineofsight(
        told,
        "cycle",
        "monthly",
        "--authority",
        "lancashire",
        "--period",
        month,
        "--extract",
        sample / month / "extract.xlsx",
    )


def read_with_fastexcel(workbook: Path) -> None:
    import fastexcel

    book = fastexcel.read_excel(workbook)
    for sheet in book.sheet_names:
        book.load_sheet(sheet, header_row=None, dtypes="string", skip_rows=0).to_pandas()


def read_with_openpyxl(workbook: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(workbook, read_only=True, data_only=True):
        list(sheet.iter_rows(values_only=True))


def print_bare(record: Path) -> None:
    """The three newest packs, laid out in the same style: no tags, no archive, no attachment, no finishing."""
    from weasyprint import HTML

    from tasks.print_pack.assets import Assets

    packs = sorted(record.rglob("*.html"), key=lambda path: path.stat().st_mtime)[-3:]
    for pack in packs:
        HTML(string=pack.read_text(encoding="utf-8"), base_url="asset:", url_fetcher=Assets()).write_pdf()


if __name__ == "__main__":
    main()
