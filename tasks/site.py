"""The quality site: pages from finished words, what stands beside them, and the change from one site to the next."""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from reporting.presentation.site import Page, Site
from tasks.print_pack import ENVIRONMENT
from tasks.print_pack.assets import TEMPLATES
from tasks.print_pack.typeface import FACES, face
from tasks.record.keeping import Done
from tasks.record.location import disk_errors_explained
from tasks.record.store import PACKS, Loose, Store, sha256

ICONS = ("good", "inadequate", "information", "requires_improvement", "withheld")
_PAGES = "pages"
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of a zip file's calendar: the same pages always give the same bytes
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def site_files(site: Site) -> Iterator[Loose]:
    """All pages in one file, so that a site is kept whole, and beside it what they share: style, signs, typeface."""
    yield Loose(_PAGES, _together(site.pages), ".zip", PACKS)
    yield Loose("style.css", (TEMPLATES / "site" / "style.css").read_bytes(), ".css", PACKS)
    for name in ICONS:
        yield Loose(f"icons/{name}.svg", (TEMPLATES / "icons" / f"{name}.svg").read_bytes(), ".svg", PACKS)
    for name in FACES:
        yield Loose(f"fonts/{name}", face(name), ".otf", PACKS)


def rendered(page: Page) -> str:
    """One page as HTML."""
    return ENVIRONMENT.get_template("site/page.html.j2").render(page=page)


def lay_out_site(store: Store, done: Done, place: Path) -> None:
    """Show the site at ``place``: built beside it, then exchanged with what was there.

    A reader finds the site before or the site after, and never some of each. Pages of things that are no longer
    there go with the site they were part of.
    """
    with disk_errors_explained(store.folder), zipfile.ZipFile(io.BytesIO(store.read(done.files[_PAGES]))) as pages:
        for left in place.parent.glob(f".{place.name}-*"):
            shutil.rmtree(left)
        if _is_there(pages, done, place):
            return
        beside = place.with_name(f".{place.name}-{os.getpid()}")
        pages.extractall(beside)
        for name in _shared(done):
            store.lay_out(done.files[name], beside / name)
        _exchange(beside, place)
        shutil.rmtree(beside, ignore_errors=True)


def _shared(done: Done) -> list[str]:
    return [name for name in done.files if name != _PAGES]


def _is_there(pages: zipfile.ZipFile, done: Done, place: Path) -> bool:
    """Whether every file of the site is there as it was written, and no other."""
    there = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    sums = {page.filename: page.CRC for page in pages.infolist()}
    return (
        there.keys() == {*sums, *_shared(done)}
        and all(crc32(there[name].read_bytes()) == crc for name, crc in sums.items())
        and all(sha256(there[name].read_bytes()) == done.files[name].content for name in _shared(done))
    )


def _exchange(beside: Path, place: Path) -> None:
    """Two folders change places in one step where the system can, else in two."""
    if not place.exists():
        beside.rename(place)
        return
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(beside), os.fsencode(place)
    if hasattr(system, "renameat2") and system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0:
        return
    before = place.with_name(f".{place.name}-before")
    place.rename(before)
    beside.rename(place)
    before.rename(beside)


def _together(pages: Iterable[Page]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for page in pages:
            about = zipfile.ZipInfo(page.path, _BEGINNING)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o444 << 16
            file.writestr(about, rendered(page))
    return whole.getvalue()
