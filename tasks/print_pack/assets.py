"""The only things a page may load: our own stylesheet, our own icons and the checked typeface."""

from __future__ import annotations

from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from tasks.print_pack.typeface import face

TEMPLATES = Path(__file__).parents[2] / "report_templates"
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".otf": "font/otf"}


class NotOurs(FatalURLFetchingError):
    """A page asked for something that is not one of its own assets."""


class Assets(URLFetcher):
    """Answers ``asset:`` addresses from the templates' folder; everything else stops the printing."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The asset, or a refusal: no network, no file of the machine."""
        scheme, _, name = url.partition(":")
        kind = _TYPES.get(Path(name).suffix)
        if scheme != "asset" or kind is None:
            raise NotOurs(f"A report may load nothing but its own assets, and asked for {url[:80]!r}.")
        return URLFetcherResponse(url, _content(name), {"Content-Type": kind})


def _content(name: str) -> bytes:
    if name.startswith("fonts/"):
        return face(name.removeprefix("fonts/"))
    path = (TEMPLATES / name).resolve()
    if not path.is_relative_to(TEMPLATES.resolve()) or not path.is_file():
        raise NotOurs(f"There is no asset called {name[:80]!r}.")
    return path.read_bytes()
