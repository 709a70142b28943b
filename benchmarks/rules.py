"""Every rule asked of eleven lists of 100,000 rows, in a process of its own, beside what the libraries alone take.

``make benchmark-rules`` runs it. The lists are two months of the made-up Lancashire, faults and all, repeated with
fresh ids until each list is long enough. Great Expectations is imported first and its seconds are told apart: a cycle
imports it while Prefect's server starts. The floor is Great Expectations with nothing to find: as many columns of true,
and its own expectation of each that they are.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from expectations.check import Check

ROWS = 100_000
CORES = 2
MOST_SECONDS, MOST_GIGABYTES = 12.0, 2.5
MONTHS = ("2026-09", "2026-10")
LIST_DATES = (date(2026, 9, 30), date(2026, 10, 31))
WHO = ("child_id", "adopter_id", "family_id")


def main(rows: int = ROWS, scale: float = 0.25) -> int:
    """Print what it took; 1 where that is more than the limit."""
    with tempfile.TemporaryDirectory(prefix="line-of-sight-") as folder:
        _, made = timed(lambda: prepare(Path(folder), rows, scale))
        print(f"{'two extracts, made, read and repeated':<52}{made:8.1f} s")
        asked = measured("every rule, and the month before beside it", folder, "check")
        alone = measured("every rule, of the first extract there is", folder, "check-first")
        floor = measured("floor: Great Expectations, columns of true", folder, "floor")
        measured("floor: the same parquet files, read and kept", folder, "read")
    print(
        f"\nlimit: {MOST_SECONDS:.0f} s and {MOST_GIGABYTES} GB on {CORES} cores, for {rows:,} rows on each of 11 lists"
    )
    print(f"all rules take {asked[0] / floor[0]:.1f} x what Great Expectations takes to look at nothing")
    libraries = ", ".join(f"{name} {version(name)}" for name in ("great-expectations", "pandas", "numpy", "pyarrow"))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {libraries}")
    return int(max(asked[0], alone[0]) > MOST_SECONDS or max(asked[1], alone[1]) > MOST_GIGABYTES)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """What ``work`` gives, and the seconds of wall clock it takes."""
    started = time.perf_counter()
    return work(), time.perf_counter() - started


def measured(what: str, folder: str, part: str) -> tuple[float, float]:
    """Seconds of wall clock and gigabytes at the peak that one part takes in a fresh process, printed."""
    told = {**os.environ, "OMP_NUM_THREADS": str(CORES)}
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.rules", part, folder], env=told, capture_output=True, text=True
    )
    if ran.returncode:
        raise SystemExit(f"{what} went wrong:\n{ran.stderr[-2000:]}")
    wall, cpu, peak, found = ran.stdout.split(maxsplit=3)
    print(
        f"{what:<52}{float(wall):8.1f} s {float(cpu):8.1f} s of CPU {float(peak):6.2f} GB  {found.strip()}", flush=True
    )
    return float(wall), float(peak)


def prepare(folder: Path, rows: int, scale: float) -> None:
    """Two months as conformed, every list as long as asked, kept as the record keeps them."""
    from reporting.intake.conform import conform
    from synthetic_council.sample import write_sample
    from tasks.configuration import load_authority
    from tasks.intake import read_extract

    write_sample("lancashire", folder / "sample", months=len(MONTHS), seed=1, scale=scale, faults=True)
    authority = load_authority("lancashire")
    for month, day in zip(MONTHS, LIST_DATES, strict=True):
        received = read_extract(folder / "sample" / month / "extract.xlsx")
        whole = conform(received, headings=authority.headings, values=authority.values, list_date=day)
        (folder / month).mkdir()
        for name in whole.tables:
            for side, tables in (("typed", whole.tables), ("received", whole.received)):
                repeated(tables[name], rows).to_parquet(folder / month / f"{name}.{side}.parquet", compression="zstd")


def repeated(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    """The rows again and again until there are enough, about somebody else each time, the same on every list."""
    times = -(-rows // max(len(table), 1))
    whole = pd.concat([table] * times, ignore_index=True).iloc[:rows]
    again = (np.arange(len(whole)) // max(len(table), 1)).astype("str")
    fresh = {key: whole[key] + "-" + again for key in WHO if key in whole}
    return whole.assign(**fresh).astype({key: table[key].dtype for key in fresh})


def conformed(folder: Path, month: str):
    """One extract as it was kept."""
    from reporting.lists import in_order
    from reporting.model.received import Conformed

    lists = in_order([file.name.split(".")[0] for file in (folder / month).glob("*.typed.parquet")])

    def kept(side: str) -> dict[str, pd.DataFrame]:
        return {name: pd.read_parquet(folder / month / f"{name}.{side}.parquet") for name in lists}

    return Conformed(kept("typed"), kept("received"), {}, {}, "later", (), ())


def check(folder: Path, *, with_earlier: bool) -> tuple[float, float, str]:
    """Every rule, in wall seconds and CPU seconds, and what was found in counts."""
    from expectations.validation import check as every_rule
    from tasks.configuration import load_authority, load_calendar

    imported = import_great_expectations()
    authority, calendar = load_authority("lancashire"), load_calendar()
    extract = conformed(folder, MONTHS[1])
    earlier = {"earlier": conformed(folder, MONTHS[0]), "earlier_list_date": LIST_DATES[0]} if with_earlier else {}
    cpu = time.process_time()
    checked, wall = timed(
        lambda: every_rule(extract, authority=authority, calendar=calendar, list_date=LIST_DATES[1], **earlier)
    )
    found = f"{len(checked.rules)} checks, {len(checked.failing):,} failing rows, {len(checked.errored)} errored"
    found = f"{found}; {imported:.1f} s more to import"
    return wall, time.process_time() - cpu, found


def import_great_expectations() -> float:
    """The seconds that its import takes."""
    return timed(lambda: import_module("expectations.suites"))[1]


def floor(folder: Path) -> tuple[float, float, str]:
    """As many columns of true as there are checks of each list, validated."""
    from expectations import CHECKS

    imported = import_great_expectations()
    cpu = time.process_time()
    asked, wall = timed(lambda: nothing_to_find(folder, CHECKS))
    return wall, time.process_time() - cpu, f"{asked} expectations; {imported:.1f} s more to import"


def nothing_to_find(folder: Path, checks_of: Mapping[str, Sequence[Check]]) -> int:
    """How many expectations were asked of columns of true: one for each check of each list."""
    import great_expectations as gx
    from great_expectations.expectations import ExpectColumnValuesToBeInSet

    from expectations.suites import throwaway_context

    context = throwaway_context()
    rows = len(pd.read_parquet(folder / MONTHS[1] / "contacts.typed.parquet", columns=["child_id"]))
    for name, checks in checks_of.items():
        batch = pd.DataFrame({check.rule.key: np.ones(rows, dtype=bool) for check in checks})
        suite = gx.ExpectationSuite(
            name, expectations=[ExpectColumnValuesToBeInSet(column=key, value_set=[True]) for key in batch]
        )
        frames = context.data_sources.add_pandas(name).add_dataframe_asset(name)
        whole = frames.add_batch_definition_whole_dataframe(name).get_batch({"dataframe": batch})
        whole.validate(suite, result_format="BOOLEAN_ONLY")
    return sum(map(len, checks_of.values()))


def read(folder: Path) -> tuple[float, float, str]:
    """Both extracts read from their files."""
    cpu = time.process_time()
    kept, wall = timed(lambda: [conformed(folder, month) for month in MONTHS])
    return wall, time.process_time() - cpu, f"{len(kept)} extracts"


PARTS = {
    "check": lambda folder: check(folder, with_earlier=True),
    "check-first": lambda folder: check(folder, with_earlier=False),
    "floor": floor,
    "read": read,
}


if __name__ == "__main__":
    if len(sys.argv) == 1:
        raise SystemExit(main())
    wall, cpu, found = PARTS[sys.argv[1]](Path(sys.argv[2]))
    print(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2, found)
