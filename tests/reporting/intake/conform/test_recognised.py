"""A table is taken for the list it bears the name of, or whose headings it has; never for its neighbour."""

import pytest

from reporting.intake.conform.recognised import list_named
from reporting.lists import ANNEX_A
from tests.reporting.intake.conform.sheets import full, headings, of_list, read, record, rules, sheet


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("List 1", "contacts"),
        ("List_1", "contacts"),
        ("list 10", "adoption"),
        ("list_10.csv", "adoption"),
        ("List 11.CSV", "prospective_adopters"),
        ("List 01 - Contacts", "contacts"),
        ("Annex A 2026-10 List 8 final", "children_looked_after"),
        ("List8", "children_looked_after"),
        ("Children in Care", "children_looked_after"),
        ("children_looked_after.csv", "children_looked_after"),
        ("Contacts.csv", "contacts"),
        ("List 12", ""),
        ("List S1", ""),  # not among those that are sent
        ("Contacts list v2", ""),
        ("List 1 and List 2", ""),
        ("Checklist 3", ""),
        ("Guidance", ""),
        ("Sheet1", ""),
    ],
)
def test_a_name_is_a_list_or_it_is_not(name, expected):
    assert list_named(name) == expected


def test_a_list_beside_annex_a_is_known_by_its_code_or_name_where_it_is_sent():
    sends = (*ANNEX_A, "workers")
    names = ("List S1", "list_s1.csv", "Workers.csv", "List S01 - workers", "List 1", "List S2", "List 1 and List S1")
    assert [list_named(name, sends) for name in names] == ["workers"] * 4 + ["contacts", "", ""]


@pytest.mark.parametrize("name", ANNEX_A)
def test_every_list_is_known_by_its_headings_alone(name):
    conformed = read(of_list(name, full(name), source="Sheet1"))
    assert set(ANNEX_A) - set(conformed.missing) == {name}
    assert len(conformed.tables[name]) == 12


@pytest.mark.parametrize("name", ANNEX_A)
def test_every_list_is_known_by_its_number_whatever_stands_beside_it(name):
    tables = [of_list(other, full(other, 12), source=f"list_{schema.code}.csv") for other, schema in ANNEX_A.items()]
    conformed = read(*tables)
    assert conformed.missing == {}
    assert all(len(table) == 12 for table in conformed.tables.values())
    assert conformed.tables[name]["row"].tolist() == list(range(2, 14))


def test_a_title_above_the_headings_names_the_list():
    table = sheet("Sheet1", [["List 3: Referral"], headings("referrals"), *full("referrals")])
    conformed = read(table)
    assert "referrals" not in conformed.missing
    assert conformed.tables["referrals"]["row"].iloc[0] == 3


@pytest.mark.parametrize("above", range(10))
def test_the_headings_are_found_in_the_first_ten_rows(above):
    rows = [["Children's services", "run by the data team"]] * above
    assert "contacts" not in read(sheet("List 1", [*rows, headings("contacts"), *full("contacts")])).missing


def test_headings_further_down_are_not_looked_for():
    conformed = read(sheet("List 1", [["title"]] * 10 + [headings("contacts"), *full("contacts")]))
    assert rules(conformed, "contacts") == {"F08": 1}
    assert "No heading row" in conformed.missing["contacts"]


def test_a_list_that_is_not_there_is_said_to_be_missing_and_has_an_empty_table():
    conformed = read(of_list("contacts", full("contacts")))
    assert rules(conformed, "referrals") == {"F01": 1}
    assert conformed.missing["referrals"] == "List 3 (Referrals) was not found."
    assert conformed.tables["referrals"].empty
    assert dict(conformed.tables["referrals"].dtypes) == dict(
        read(of_list("referrals", full("referrals"))).tables["referrals"].dtypes
    )


def test_two_tables_for_one_list_are_neither_of_them_used():
    conformed = read(of_list("contacts", full("contacts")), of_list("contacts", full("contacts"), source="Contacts"))
    assert rules(conformed, "contacts") == {"F02": 2}
    assert "“List 1” and “Contacts”" in conformed.missing["contacts"]
    assert conformed.tables["contacts"].empty


def test_a_name_over_another_lists_headings_is_not_believed():
    conformed = read(of_list("referrals", full("referrals"), source="List 1"))
    assert "the headings of List 3 (Referrals)" in conformed.missing["contacts"]
    assert "referrals" in conformed.missing


def test_a_name_over_another_lists_headings_is_told_even_when_both_lists_are_there():
    tables = [of_list(name, full(name)) for name in ("contacts", "adoption")]
    copies = [of_list("contacts", full("contacts"), source=f"list_10_{copy}.csv") for copy in ("copy", "old")]
    conformed = read(*tables, *copies)
    assert len(conformed.tables["contacts"]) == len(conformed.tables["adoption"]) == 12
    assert set(conformed.understood[-1]["unused_tables"]) == {"list_10_copy.csv", "list_10_old.csv"}


def test_a_sheet_of_other_things_is_left_alone_and_named():
    conformed = read(sheet("Guidance", [["List 1", "what it is"], ["List 2", "what it is"]]))
    assert len(conformed.missing) == 11
    assert conformed.understood[-1]["unused_tables"] == ("Guidance",)


def test_a_list_with_a_column_too_few_is_still_that_list():
    head = [heading for heading in headings("contacts") if heading != "Gender"]
    rows = [[cell for place, cell in enumerate(record("contacts", n)) if place != 1] for n in range(1, 13)]
    conformed = read(of_list("contacts", rows, head=head))
    assert rules(conformed, "contacts") == {"F03": 1}
    assert conformed.absent["contacts"] == {"gender"}
    assert conformed.tables["contacts"]["gender"].isna().all()
