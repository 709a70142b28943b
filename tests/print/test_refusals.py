"""What the printer will not do: load what is not ours, draw what it cannot, or change its typeface in silence."""

from datetime import date

import pytest

from tasks.print_pack import CouldNotPrint, print_pdf, typeface
from tasks.print_pack.assets import Assets, NotOurs
from tasks.print_pack.typeface import CannotBeDrawn, TypefaceChanged, TypefaceMissing, face

PAGE = '<!doctype html><html lang="en-GB"><head><title>t</title>{head}</head><body><p>{body}</p></body></html>'
DAY = date(2026, 10, 31)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.css",
        "https://example.org/x.svg",
        "file:///etc/hostname",
        "data:text/css,p{}",
        "asset:../pyproject.toml",
        "asset:../../etc/passwd.css",
        "asset:/etc/x.css",
        "asset:pack.html.j2",
        "asset:fonts/../../../secret.otf",
        "asset:missing.css",
    ],
)
def test_only_our_own_assets_can_be_loaded(address):
    with pytest.raises((NotOurs, TypefaceMissing)):
        Assets().fetch(address)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel="stylesheet" href="http://127.0.0.1:9/x.css">', ""),
        ('<link rel="attachment" href="file:///etc/hostname">', ""),
        ("<style>@import url(file:///etc/hostname);</style>", ""),
        ("", '<img alt="x" src="http://127.0.0.1:9/x.png">'),
    ],
)
def test_a_page_that_reaches_out_is_not_printed(head, body):
    with pytest.raises(CouldNotPrint, match="nothing but its own assets"):
        print_pdf(PAGE.format(head=head, body=body), attachments={}, dated=DAY)


def test_a_character_that_the_typeface_lacks_is_refused_and_named():
    with pytest.raises(CannotBeDrawn, match=r"1 character\(s\) that the typeface cannot draw: U\+4E16"):
        print_pdf(PAGE.format(head="", body="世"), attachments={}, dated=DAY)


def test_a_missing_typeface_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    face.cache_clear()
    with pytest.raises(TypefaceMissing, match=r"apt-get install .*fonts-inter"):
        face("Inter-Regular.otf")


def test_another_version_of_the_typeface_is_refused(monkeypatch, tmp_path):
    (tmp_path / "Inter-Regular.otf").write_bytes(b"not the font")
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    face.cache_clear()
    with pytest.raises(TypefaceChanged, match="pages would differ"):
        face("Inter-Regular.otf")


@pytest.fixture(autouse=True)
def _forget_faces():
    yield
    face.cache_clear()
