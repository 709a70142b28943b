"""The eleven lists are stated once, agree with themselves, and agree with the field book where it is at hand."""

import re
from pathlib import Path

import pytest
import yaml

from reporting.intake.conform.codes import CodeReader
from reporting.intake.conform.headings import plain
from reporting.lists import ANNEX_A, LISTS
from reporting.lists.schema import Kind, Needed

FIELD_BOOK = Path(__file__).parents[4] / "shared" / "annex_a" / "annex_a_spec.yaml"
COLUMNS_OF_2019 = dict(zip(map(str, range(1, 12)), (7, 8, 11, 12, 14, 14, 17, 34, 13, 16, 19), strict=True))
every_list = pytest.mark.parametrize("schema", LISTS.values(), ids=LISTS)
every_list_of_annex_a = pytest.mark.parametrize("schema", ANNEX_A.values(), ids=ANNEX_A)


def test_the_lists_stand_in_the_order_of_their_codes_annex_a_first():
    assert [schema.code for schema in ANNEX_A.values()] == [str(number) for number in range(1, 12)]
    assert list(LISTS)[: len(ANNEX_A)] == list(ANNEX_A)
    assert all(name == schema.name for name, schema in LISTS.items())


@every_list_of_annex_a
def test_a_list_has_the_columns_of_its_two_layouts(schema):
    earlier = [column for column in schema.columns if not column.later_layout_only]
    assert len(earlier) == COLUMNS_OF_2019[schema.code]
    assert len(schema.columns) == (17 if schema.code == "9" else COLUMNS_OF_2019[schema.code])
    assert all((column.needed is Needed.LATER_LAYOUT) == column.later_layout_only for column in schema.columns)


@every_list
def test_a_list_names_only_its_own_columns(schema):
    assert len(set(schema.keys)) == len(schema.keys)
    dates = {column.key for column in schema.columns if column.kind is Kind.DATE}
    assert set(schema.key) <= set(schema.keys)
    assert {schema.starts, schema.ends} - {""} <= dates
    assert {day for order in schema.date_orders for day in (order.before, order.after)} <= dates


@every_list
def test_every_code_column_has_its_codes_and_no_other_kind_needs_them(schema):
    assert all(column.code_set for column in schema.columns if column.kind is Kind.CODE)
    assert all(column.minimum is not None for column in schema.columns if column.kind is Kind.WHOLE_NUMBER)


@every_list
def test_no_two_columns_go_by_one_heading(schema):
    names = [{plain(name) for name in (column.header, *column.variants)} for column in schema.columns]
    assert sum(map(len, names)) == len(set().union(*names))


@every_list
def test_a_pattern_fits_no_heading_of_another_column(schema):
    for column in schema.columns:
        others = [other.header for other in schema.columns if other.key != column.key]
        assert not [other for other in others if column.pattern and re.search(column.pattern, plain(other))]


def test_no_two_lists_go_by_one_name():
    names = [name.casefold() for schema in LISTS.values() for name in schema.sheet_names]
    assert len(set(names)) == len(names)


@every_list
def test_every_code_is_read_from_every_way_it_is_printed(schema):
    for column in schema.columns:
        if column.kind is not Kind.CODE:
            continue
        reader = CodeReader(column.code_set, {})
        for code in column.code_set.codes:
            forms = {code.code, code.printed, code.code.lower(), code.printed.upper()} - {""}
            assert {reader.read(form).code for form in forms} == {code.code}
            assert not any(reader.read(form).disagrees for form in forms)
        assert set(column.code_set.spellings.values()) <= set(column.code_set.names)


@pytest.mark.skipif(not FIELD_BOOK.exists(), reason="the field book is not beside the repository")
@every_list_of_annex_a
def test_a_list_says_what_the_field_book_says(schema):
    book = yaml.safe_load(FIELD_BOOK.read_text(encoding="utf-8"))["lists"][f"list_{schema.code}"]
    kinds = {"int": "whole_number"}
    assert [column["key"] for column in book["columns"]] == list(schema.keys)
    assert tuple(book["unique_key"]) == schema.key
    assert book["period"]["months_back"] == schema.months_back
    for said in book["columns"]:
        column = schema.column(said["key"])
        assert plain(said["header"]) == plain(column.header)
        assert kinds.get(said["type"], said["type"]) == column.kind
        assert (said["mandatory"], said.get("min"), "since" in said) == (
            column.needed,
            column.minimum,
            column.later_layout_only,
        )
        names = {plain(name) for name in (column.header, *column.variants)}
        asked = [*said.get("header_variants", []), said.get("ssd_alias") or column.header]
        assert {plain(name) for name in asked} <= names
    orders = [(one["before"], one["after"], one["strict"], "soft" in one.get("note", "")) for one in book["date_order"]]
    assert orders == [(one.before, one.after, one.strict, one.soft) for one in schema.date_orders]


@pytest.mark.skipif(not FIELD_BOOK.exists(), reason="the field book is not beside the repository")
def test_the_codes_are_those_of_the_field_book():
    book = yaml.safe_load(FIELD_BOOK.read_text(encoding="utf-8"))["codesets"]
    ours = {
        column.code_set.name: column.code_set
        for schema in ANNEX_A.values()
        for column in schema.columns
        if column.code_set
    }
    assert set(book) - set(ours) == {"yes_no_plain"}  # printed without its letters, which makes no difference
    for name in set(ours) - {"primary_need"}:  # list 8 leaves two of them out
        assert [str(code["code"]) for code in book[name]["values"]] == list(ours[name].names)
    legacy, longer = book["ethnicity"]["legacy_codes"], book["ethnicity"]["extended_cbds_examples"]
    reader = CodeReader(ours["ethnicity"], {})
    settled = {text: code for text, code in {**legacy, **longer}.items() if " " not in code}
    assert {text: reader.read(text).code for text in settled} == settled
    assert reader.read("OKRD").code is None  # the sources disagree, so the authority must say
