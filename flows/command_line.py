"""`lineofsight …`: what a data team types. Heavy libraries are imported only by the command that needs them."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tasks.errors import Problem, UsageProblem
from tasks.redaction import redacted

app = typer.Typer(
    name="lineofsight",
    help="Board reports for a council's children's services, from Annex A every month, explained to the last digit.",
    epilog="Start with: lineofsight sample --authority lancashire --to data/samples/lancashire --months 3 --seed 1",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
)
cycle = typer.Typer(help="Run a cycle of reporting.", no_args_is_help=True)
authority_commands = typer.Typer(help="Look at a council's own folder of data.", no_args_is_help=True)
app.add_typer(cycle, name="cycle")
app.add_typer(authority_commands, name="authority")
expectation_commands = typer.Typer(help="Take the checks elsewhere.", no_args_is_help=True)
app.add_typer(expectation_commands, name="expectations")

Authority = Annotated[str, typer.Option("--authority", help="The council: its folder's name.", metavar="KEY")]
Period = Annotated[str, typer.Option("--period", help="The month reported on, for example 2026-10.", metavar="YYYY-MM")]
MonthOrWeek = Annotated[
    str, typer.Option("--period", help="The month or week, for example 2026-10 or 2026-W43.", metavar="PERIOD")
]
Day = Annotated[
    datetime | None,
    typer.Option("--list-date", formats=["%Y-%m-%d"], help="The day the lists were run, when no manifest says so."),
]
ExtractPath = Annotated[
    Path | None, typer.Option("--extract", help="The workbook or folder, when it is not the usual one.")
]
Csv = Annotated[bool, typer.Option("--csv", help="As CSV on standard output.")]


@app.command()
def sample(
    authority: Authority,
    to: Annotated[Path, typer.Option("--to", help="The folder to write to.", file_okay=False)],
    months: Annotated[int, typer.Option(min=1, max=60, help="How many monthly extracts.")] = 24,
    seed: Annotated[int, typer.Option(help="The same seed gives the same council.")] = 1,
    scale: Annotated[float, typer.Option(min=0.01, max=10, help="How large, 1.0 being the council's own size.")] = 1.0,
    weeks: Annotated[
        int, typer.Option(min=0, max=60, help="How many weekly extracts beside the monthly ones, under weekly/.")
    ] = 0,
    layout: Annotated[str, typer.Option(help="The layout of the lists: 2019 or later.")] = "later",
    until: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="The last list date, the end of a month.")
    ] = datetime(2026, 10, 31),  # noqa: DTZ001
    faults: Annotated[bool, typer.Option("--faults/--no-faults", help="Put faults in.")] = True,
    destructive: Annotated[
        bool,
        typer.Option("--destructive", help="Faults too that spoil whole lists: missing, cut off, columns swapped."),
    ] = False,
    if_absent: Annotated[bool, typer.Option("--if-absent", help="Leave a sample that is already there.")] = False,
) -> None:
    """Write a made-up council: linked monthly extracts, the right answers, and every fault that was put in.

    Example: lineofsight sample --authority lancashire --to data/samples/lancashire --months 24 --seed 1
    """
    from flows.sample import write

    if layout not in {"2019", "later"}:
        raise UsageProblem(f'There is no layout "{layout}". Choose 2019 or later.')
    write(
        authority,
        to,
        if_absent=if_absent,
        months=months,
        weeks=weeks,
        seed=seed,
        scale=scale,
        layout=layout,
        until=until.date(),
        faults=faults,
        destructive=destructive,
    )


@app.command()
def intake(
    path: Annotated[Path, typer.Argument(help="A workbook, or a folder of CSV files.")],
    authority: Authority,
    list_date: Day = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON on standard output.")] = False,
) -> None:
    """Read an extract and say what was understood, and what was not and why. Writes nothing.

    Example: lineofsight intake extract.xlsx --authority lancashire --list-date 2026-10-31
    """
    from flows.inspection import show

    show(path, authority, list_date.date() if list_date else None, as_json=json)


@cycle.command()
def monthly(
    authority: Authority,
    period: Annotated[
        list[str] | None,
        typer.Option("--period", help="The month, for example 2026-10; once for each month.", metavar="YYYY-MM"),
    ] = None,
    extract: ExtractPath = None,
    list_date: Day = None,
) -> None:
    """Take a month's extract in, check it, count it, and print a report for each board.

    The same command again does nothing; after a failure it takes up where it stopped. Without a period it is the
    last finished month.

    Example: lineofsight cycle monthly --authority lancashire --period 2026-10
    """
    from flows.console import run_and_tell

    raise typer.Exit(run_and_tell(authority, period or [None], extract, list_date.date() if list_date else None))


@cycle.command()
def weekly(
    authority: Authority,
    week: Annotated[
        list[str] | None,
        typer.Option("--week", help="The week, for example 2026-W43; once for each week.", metavar="YYYY-Www"),
    ] = None,
    extract: ExtractPath = None,
    list_date: Day = None,
) -> None:
    """Take a week's extract in, check it, write every team's worklist, and print how good the data are.

    The same command again does nothing; after a failure it takes up where it stopped. Without a week it is the
    last finished one.

    Example: lineofsight cycle weekly --authority lancashire --week 2026-W43
    """
    from flows.console import run_weeks_and_tell

    raise typer.Exit(run_weeks_and_tell(authority, week or [None], extract, list_date.date() if list_date else None))


@app.command()
def worklists(authority: Authority, period: MonthOrWeek) -> None:
    """Write one workbook a team of the rows to put right and what falls due, and one for rows without a team.

    Restricted: they name children. They are put in the record, in a folder only its owner may open, with a
    manifest that says which role may have which.

    Example: lineofsight worklists --authority lancashire --period 2026-10
    """
    from flows.worklists import write

    write(authority, period)


@app.command()
def confirm(
    path: Annotated[Path, typer.Argument(help="A worklist that came back, or a CSV file with the same columns.")],
    authority: Authority,
) -> None:
    """Take in what a team has confirmed as correct: those warnings stay quiet until the value changes.

    An error is never lifted by a confirmation; it is put right in the case-management system.

    Example: lineofsight confirm "Fylde Children Looked After.xlsx" --authority lancashire
    """
    from flows.confirm import take_in

    raise typer.Exit(take_in(path, authority))


@app.command()
def deploy() -> None:
    """Deploy every council's cycles to the Prefect server that PREFECT_API_URL names, as the councils' folders say.

    The same command again brings them up to date: run it after a council is added or its schedule changes, and at
    least once in two years, which is how far ahead the monthly runs are written out.

    Example: PREFECT_API_URL=http://127.0.0.1:4200/api lineofsight deploy
    """
    from flows.deploy import deploy

    raise typer.Exit(deploy())


@app.command()
def figures(
    authority: Authority,
    period: Period,
    csv: Csv = False,
    include_withheld: Annotated[bool, typer.Option(help="Also the values the data cannot support.")] = False,
) -> None:
    """Every figure of a month, as last counted. Restricted: small numbers are not suppressed.

    Example: lineofsight figures --authority lancashire --period 2026-10 --csv > figures.csv
    """
    from flows.export import list_figures

    list_figures(authority, period, as_csv=csv, include_withheld=include_withheld)


@app.command()
def findings(authority: Authority, period: MonthOrWeek, csv: Csv = False) -> None:
    """What the checks of a month or a week found, in counts, and which figures each withholds.

    Example: lineofsight findings --authority lancashire --period 2026-10 --csv
    """
    from flows.export import list_findings

    list_findings(authority, period, as_csv=csv)


@app.command()
def withdraw(
    authority: Authority,
    period: MonthOrWeek,
    reason: Annotated[str, typer.Option("--reason", help="Why, without naming a child or a person.")],
    role: Annotated[str, typer.Option("--role", help="The role that decides it, never a person's name.")],
) -> None:
    """Take the last run of a month or a week back: it counts no more, and nothing is removed.

    What was reported before it stands again. The next report says which one it replaces.

    Example: lineofsight withdraw --authority lancashire --period 2026-10 --reason "wrong lists" --role "Head of data"
    """
    from flows.withdraw import take_back

    take_back(authority, period, reason=reason, role=role)


@authority_commands.command()
def check(authority: Annotated[str, typer.Argument(help="The council's key, for example lancashire.")]) -> None:
    """Read a council's folder and say in words what is missing.

    Example: lineofsight authority check lancashire
    """
    from flows.inspection import check_folder

    check_folder(authority)


@expectation_commands.command("export")
def export_expectations(
    to: Annotated[Path, typer.Option("--to", help="The folder to write to.", file_okay=False)],
) -> None:
    """Write every list's checks as Great Expectations suites, which load in a context of your own.

    Two files a list: contacts.json needs nothing but Great Expectations; contacts_named.json needs this package.

    Example: lineofsight expectations export --to gx/expectations
    """
    from flows.expectation_suites import export_suites

    export_suites(to)


def main() -> None:
    """Run the command line: problems come out as sentences, and the exit code says what kind."""
    try:
        with redacted("the command"):
            app()
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(problem.exit_code)
