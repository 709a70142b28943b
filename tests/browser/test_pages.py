"""Every kind of page, in a real browser: for everybody, with a keyboard alone, on a phone, and with no network."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import KINDS, PHONE, WIDE

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(written, tab, kind, viewport):
    tab.page.set_viewport_size(viewport)
    page = tab.show(written.page(kind))
    answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}}).response
    assert answer["passes"], "axe looked at nothing"
    assert [(found["id"], [node["target"] for node in found["nodes"]][:3]) for found in answer["violations"]] == []


def test_axe_would_find_something(written, tab):
    page = tab.show(written.page("overview"))
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    page.evaluate("document.querySelector('.lead').style.color = '#BBBBBB'")
    found = {one["id"] for one in Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]}
    assert {"html-has-lang", "color-contrast"} <= found


@every_kind
def test_tab_reaches_every_link_in_order_and_shows_where_it_is(written, tab, kind):
    page = tab.show(written.page(kind))
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))")
    reached, unseen = [], []
    for _ in links:
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => { const link = document.activeElement, style = getComputedStyle(link);
            const box = link.getBoundingClientRect();
            return {href: link.getAttribute('href'), outline: style.outlineStyle, width: parseFloat(style.outlineWidth),
                    inside: box.top >= 0 && box.bottom <= innerHeight && box.width > 0} }"""
        )
        reached.append(here["href"])
        unseen += [] if here["outline"] == "solid" and here["width"] >= 2 and here["inside"] else [here]
    assert reached == links
    assert not unseen


def test_the_skip_link_leads_past_the_navigation(written, tab):
    page = tab.show(written.page("rule"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@every_kind
def test_headings_come_in_order(written, tab, kind):
    page = tab.show(written.page(kind))
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@every_kind
def test_nothing_needs_scrolling_sideways(written, tab, kind):
    page = tab.show(written.page(kind))
    for width in (1280, 834, 700, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_kind
def test_nothing_is_asked_of_any_other_place(written, tab, kind):
    page = tab.show(written.page(kind))
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(face => face.status == 'loaded').length") >= 3
    assert page.evaluate("[...document.fonts].filter(face => face.status == 'error').length") == 0
    assert tab.asked
    outside = [url for url in tab.asked if not url.startswith((written.folder.as_uri() + "/", "data:,"))]
    assert not outside


def test_nothing_needs_a_script(written, browser):
    without = browser.new_context(java_script_enabled=False)
    page = without.new_page()
    page.goto(written.page("overview").as_uri())
    page.click("main table a >> nth=0")
    assert page.inner_text("h1")
    assert "/rules/" in page.url
    without.close()


def test_a_table_is_still_a_table_on_a_phone(written, tab):
    tab.page.set_viewport_size(PHONE)
    page = tab.show(written.page("teams"))
    assert page.get_by_role("table").count() == page.evaluate("document.querySelectorAll('table').length") > 0
    assert page.get_by_role("rowheader").count() == page.evaluate("document.querySelectorAll('tbody tr').length")
