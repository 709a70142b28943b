"""A finished report into HTML, and HTML into one PDF for every reader and for ever: PDF/UA-1, PDF/A-3a, same bytes."""

from __future__ import annotations

import hashlib
import resource
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import HTML, Attachment
from weasyprint.urls import FatalURLFetchingError

from reporting.presentation.packs import ReportContext
from tasks.errors import PackProblem
from tasks.print_pack.assets import TEMPLATES, Assets
from tasks.print_pack.finish import finished
from tasks.print_pack.typeface import refuse_what_cannot_be_drawn

MOST_CPU_SECONDS = 120
MOST_MEMORY = 3 * 1024**3

ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,  # select_autoescape() would leave .j2 files unescaped
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class CouldNotPrint(PackProblem):
    """The page layout failed."""

    def __init__(self, why: BaseException) -> None:
        super().__init__(f"The report could not be laid out and printed: {type(why).__name__}: {why}")


@dataclass(frozen=True)
class PrintedPack:
    """A report as it leaves: the page, the document and the figures as printed."""

    html: str
    pdf: bytes
    csv: str
    csv_name: str


def print_pack(context: ReportContext) -> PrintedPack:
    """One report, with its figures attached exactly as printed."""
    html = render_html(context)
    pdf = print_pdf(
        html, attachments={context.csv_name: context.csv.encode()}, dated=date.fromisoformat(context.created)
    )
    return PrintedPack(html, pdf, context.csv, context.csv_name)


def render_html(context: ReportContext) -> str:
    """The report as a page: the thing of record, of which the PDF is the printing."""
    return ENVIRONMENT.get_template("pack.html.j2").render(report=context)


def print_pdf(html: str, *, attachments: Mapping[str, bytes], dated: date) -> bytes:
    """One file that is both PDF/UA-1 and PDF/A-3a. The same page and attachments give the same bytes."""
    refuse_what_cannot_be_drawn(html)
    moment = datetime.combine(dated, time(), UTC)
    content = hashlib.sha256(html.encode())
    for name, data in attachments.items():
        content.update(name.encode() + b"\0" + data)
    try:
        printed = HTML(string=html, base_url="asset:", url_fetcher=Assets()).write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_tags=True,
            pdf_identifier=content.digest()[:16],
            attachments=[_attachment(name, data, moment) for name, data in attachments.items()],
        )
    except (Exception, FatalURLFetchingError) as why:  # the second is no Exception, so that nothing swallows it
        raise CouldNotPrint(why) from why
    return finished(printed)


def _attachment(name: str, data: bytes, moment: datetime) -> Attachment:
    return Attachment(
        string=data.decode(),
        name=name,
        description="The figures of this report, exactly as printed",
        relationship="Data",
        created=moment,
        modified=moment,
    )


def stay_within_limits() -> None:
    """Caps this process's memory, and its time from now on: what a child calls before it prints a pack."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + MOST_CPU_SECONDS, most))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
