"""Each fault of a file is found where it is, and not where it is not."""

import pytest

from reporting.conform.faults import RULES
from reporting.lists import LISTS
from reporting.quality import Severity
from tests.reporting.conform.sheets import LIST_DATE, full, headings, of_list, read, record, rules, sheet


def extra(rows, cells):
    return [[*row, cell] for row, cell in zip(rows, cells, strict=True)]


RIGHT = full("contacts")
HEAD = headings("contacts")
BROKEN = {
    "F03": (of_list("contacts", [row[:-1] for row in RIGHT], head=HEAD[:-1]), 1),
    "F04": (of_list("contacts", extra(RIGHT, ["Male"] * 6 + ["Female"] * 6), head=[*HEAD, "Gender "]), 2),
    "F05": (of_list("contacts", extra(RIGHT, ["x"] * 12), head=[*HEAD, "NHS area"]), 1),
    "F06": (of_list("contacts", extra(RIGHT, ["x"] * 12), head=[*HEAD, None]), 1),
    "F07": (of_list("contacts", []), 1),
    "F09": (sheet("List 1", [HEAD, *RIGHT], hidden_rows=3), 3),
    "F10": (sheet("List 1", [HEAD, *RIGHT], formulas=5), 5),
    "F11": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_source="#N/A", age="#REF!")]), 2),
    "F12": (of_list("contacts", [*RIGHT, [None] * 7, ["-"] * 7, ["-", "-", None, "-", "#N/A", "-", "-"]]), 3),
    "F13": (of_list("contacts", [*RIGHT, ["Total", "12"], ["Filters applied: none"], [None, "end of the list"]]), 3),
    "F20": (of_list("contacts", full("contacts", 5_000)), 5_000),
    "F21": (sheet("List 1", [HEAD, *RIGHT], rounded=frozenset({(2, 0), (3, 4)})), 1),
    "P02": (
        of_list("contacts", [*RIGHT, record("contacts", 1, child_id="1"), record("contacts", 2, child_id="2.0")]),
        4,
    ),
    "P22": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_source="6: Housing")]), 1),
    "P25": (of_list("contacts", full("contacts", 3, contact_date="10/25/2026")), 3),
    "P28": (of_list("contacts", [*RIGHT, record("contacts", 13, contact_date="46310")]), 1),
}


def test_a_list_that_is_right_has_no_findings():
    assert rules(read(of_list("contacts", RIGHT)), "contacts") == {}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_fault_is_found_and_counted(rule):
    table, failed = BROKEN[rule]
    assert rules(read(table), "contacts")[rule] == failed


@pytest.mark.parametrize("rule", set(BROKEN) - {"F03", "F07", "F20", "P25"})
def test_a_fault_costs_nothing_but_itself(rule):
    conformed = read(BROKEN[rule][0])
    assert set(rules(conformed, "contacts")) == {rule}
    assert "contacts" not in conformed.missing
    assert len(conformed.tables["contacts"]) >= 12


def test_every_fault_says_what_it_found_and_what_to_do():
    for rule, (table, _) in BROKEN.items():
        found = [finding for finding in read(table).findings if finding.rule == rule]
        assert len(found) == 1
        assert "List 1" in found[0].says
        assert found[0].do == RULES[rule][1]
        assert found[0].severity in set(Severity)
        assert found[0].failed > 0


def test_the_same_column_twice_with_the_same_cells_is_used_once_and_told():
    table = of_list("contacts", [[*row, row[1]] for row in RIGHT], head=[*HEAD, "Gender"])
    conformed = read(table)
    assert rules(conformed, "contacts") == {"F04": 2}
    assert conformed.tables["contacts"]["gender"].eq("M").all()
    assert conformed.absent["contacts"] == frozenset()


def test_a_heading_over_an_empty_column_is_no_fault():
    assert rules(read(of_list("contacts", extra(RIGHT, [None] * 12), head=[*HEAD, None])), "contacts") == {}


def test_the_missing_column_is_named_with_the_nearest_heading():
    table = of_list("contacts", RIGHT, head=[*HEAD[:-1], "Sauce of Contact"])
    says = next(finding.says for finding in read(table).findings if finding.rule == "F03")
    assert says.startswith("Column “Contact Source” is missing from List 1 (Contacts).")


def test_the_layout_of_list_9_is_told():
    later = read(of_list("care_leavers", full("care_leavers")))
    earlier_columns = [column for column in LISTS["care_leavers"].columns if not column.later_layout_only]
    places = [LISTS["care_leavers"].keys.index(column.key) for column in earlier_columns]
    rows = [[row[place] for place in places] for row in full("care_leavers")]
    earlier = read(of_list("care_leavers", rows, head=[column.header for column in earlier_columns]))
    assert (later.layout, rules(later, "care_leavers")) == ("later", {})
    assert (earlier.layout, rules(earlier, "care_leavers")) == ("2019", {"F15": 4})
    assert earlier.absent["care_leavers"] == {"uasc", "personal_adviser", "last_pathway", "last_contact"}


def test_columns_pasted_one_place_out_are_told_and_the_list_is_not_counted():
    rows = [[row[0], None, *row[1:-1]] for row in full("children_in_need")]
    conformed = read(of_list("children_in_need", rows))
    assert rules(conformed, "children_in_need")["F14"]
    assert conformed.missing["children_in_need"].endswith("pasted one place out.")
    assert len(conformed.tables["children_in_need"]) == 12


def test_two_columns_swapped_are_told():
    head = [*HEAD[:1], HEAD[2], HEAD[1], *HEAD[3:]]
    found = [finding for finding in read(of_list("contacts", RIGHT, head=head)).findings if finding.rule == "F14"]
    assert [finding.failed for finding in found] == [12, 12]
    assert "look like “Ethnicity”" in found[0].says + found[1].says


def test_a_list_of_another_year_is_told_and_not_counted_but_kept():
    last_year = LIST_DATE.replace(year=LIST_DATE.year - 1)
    conformed = read(of_list("contacts", full("contacts", contact_date=last_year.isoformat())))
    assert rules(conformed, "contacts") == {"F17": 12}
    assert "another year" in conformed.missing["contacts"]
    assert len(conformed.tables["contacts"]) == 12


def test_care_leavers_of_another_year_are_told_although_the_list_has_no_window():
    dates = {"last_pathway": "2025-09-30", "last_contact": "2025-10-20"}
    conformed = read(of_list("care_leavers", full("care_leavers", **dates)))
    assert rules(conformed, "care_leavers")["F17"] == 12
    assert "another year" in conformed.missing["care_leavers"]


def test_a_list_whose_dates_cannot_be_read_is_not_said_to_be_of_another_year():
    conformed = read(of_list("early_help_assessments", full("early_help_assessments", eh_start="10/25/2026")))
    assert rules(conformed, "early_help_assessments") == {"P25": 12}
    assert "early_help_assessments" not in conformed.missing


def test_a_list_run_long_after_the_list_date_is_not_counted():
    next_year = LIST_DATE.replace(year=LIST_DATE.year + 1)
    conformed = read(of_list("referrals", full("referrals", referral_date=next_year.isoformat())))
    assert "after the list date" in conformed.missing["referrals"]


def test_a_list_a_little_old_is_told_and_still_counted():
    conformed = read(of_list("contacts", full("contacts", contact_date="2026-09-15")))
    assert rules(conformed, "contacts") == {"F17": 12}
    assert "contacts" not in conformed.missing


def test_long_open_cases_do_not_make_a_list_of_another_year():
    rows = full("children_looked_after", cla_start="2019-01-01", ceased_date=None)
    assert "children_looked_after" not in read(of_list("children_looked_after", rows)).missing


@pytest.mark.parametrize("rule", BROKEN)
def test_no_finding_quotes_a_cell(rule):
    secret = "Canary77"
    table = BROKEN[rule][0]
    cells = table.cells.copy()
    cells.iloc[1:, 0] = secret
    if len(cells) > 1:
        cells.iloc[1:, cells.shape[1] - 1] = secret
    says = [finding.says for finding in read(type(table)(table.source, cells, table.rows)).findings]
    assert not [line for line in says if secret in line]
