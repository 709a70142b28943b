"""The quality site: pages from finished words, what stands beside them, and a change from one site to the next."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reporting.site import Page, Site
from tasks.print_pack import ENVIRONMENT
from tasks.print_pack.assets import TEMPLATES
from tasks.print_pack.typeface import FACES, face
from tasks.record.keeping import Done
from tasks.record.place import written
from tasks.record.store import PACKS, Loose, Store

ICONS = ("good", "inadequate", "information", "requires_improvement", "withheld")
_PAGES = "pages"
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of a zip file's calendar: the same pages always give the same bytes


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
    """Show the site at ``place``: built beside it under the name of its content, then taken over in one step.

    ``place`` is a link, so a reader finds the site before or the site after, and never some of each. Pages of things
    that are no longer there go with the site they were part of.
    """
    sites = place.with_name(f".{place.name}")
    built = sites / done.content[:16]
    with written(store.folder):
        if not built.is_dir():
            unfinished = sites / f"unfinished-{os.getpid()}"
            shutil.rmtree(unfinished, ignore_errors=True)
            _build(store, done, unfinished)
            unfinished.rename(built)
        _take_over(place, built)
        for other in sites.iterdir():
            if other != built:
                shutil.rmtree(other, ignore_errors=True)


def _build(store: Store, done: Done, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(store.read(done.files[_PAGES]))) as pages:
        pages.extractall(folder)
    for name, kept in done.files.items():
        if name != _PAGES:
            store.lay_out(kept, folder / name)


def _take_over(place: Path, built: Path) -> None:
    to = built.relative_to(place.parent)
    if place.is_symlink() and place.readlink() == to:
        return
    if place.is_dir() and not place.is_symlink():  # a record that was copied by something that follows links
        shutil.rmtree(place)
    beside = place.with_name(f".{place.name}-link")
    beside.unlink(missing_ok=True)
    beside.symlink_to(to, target_is_directory=True)
    beside.replace(place)


def _together(pages: Iterable[Page]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for page in pages:
            about = zipfile.ZipInfo(page.path, _BEGINNING)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o444 << 16
            file.writestr(about, rendered(page))
    return whole.getvalue()
