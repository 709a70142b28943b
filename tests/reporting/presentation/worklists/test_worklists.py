"""A worklist says what to mend first and why, each fault on exactly one, and shows values that can do nothing."""

import random
from dataclasses import replace

import pandas as pd

from reporting.model.periods import Month
from reporting.presentation.worklists import DUE_HEADINGS, MEND_HEADINGS, NOBODYS
from reporting.presentation.worklists.read_me import Style, head_line
from tests.reporting.presentation.worklists.made_up import (
    ASH,
    BEECH,
    COUNTY,
    FAULTS,
    NOT_SEEN,
    SUNDAY_BEFORE,
    UNREADABLE,
    all_worklists,
    fault,
    finding,
    followed,
    lists,
)


def column(worklist, heading):
    return worklist.to_mend[heading].tolist()


def test_what_withholds_a_figure_comes_first_then_the_gravest_then_by_worker_and_child():
    ash = all_worklists()[ASH]
    assert column(ash, "Reference") == ["REF0000005", "REF0000004", "REF0000008", "REF0000003", "REF0000002"]
    assert column(ash, "Mend first") == [
        "1 Keeps a figure for all of Treeshire from being printed",
        "2 Keeps a figure for the team or its area from being printed",
        "3 Error: the value cannot be used",
        "4 Probably wrong, or a child who is waiting",
        "4 Probably wrong, or a child who is waiting",
    ]
    assert column(ash, "Kind") == ["Error", "Error", "Error", "Warning", "Warning"]
    assert column(ash, "Worker") == ["(no worker)", "W1", "W1", "W1", "W2"]


def test_every_fault_is_on_exactly_one_worklist_but_for_those_confirmed():
    made = all_worklists()
    listed = [reference for one in made.values() for reference in column(one, "Reference")]
    assert sorted(listed) == [line["reference"] for line in FAULTS if line["state"] != "confirmed"]
    assert {team: len(one.to_mend) for team, one in made.items() if len(one.to_mend)} == {ASH: 5, BEECH: 1, NOBODYS: 1}
    assert made[ASH].counts.confirmed == 1


def test_the_order_of_the_ledger_changes_nothing():
    turned = list(FAULTS)
    random.Random(1).shuffle(turned)
    for one, other in zip(all_worklists().values(), all_worklists(followed(turned)).values(), strict=True):
        pd.testing.assert_frame_equal(one.to_mend.reset_index(drop=True), other.to_mend.reset_index(drop=True))


def test_a_line_says_who_where_what_and_what_to_do():
    line = all_worklists()[ASH].to_mend.iloc[-1]
    assert list(line.index) == list(MEND_HEADINGS)
    assert line["Child or adopter"] == "A2"
    assert line["List to mend"] == "6 Children in need"
    assert line["Found in"] == "List 6, row 3"
    assert line["What should be true, and is not"] == NOT_SEEN.says
    assert line["What to do"] == NOT_SEEN.do
    assert line["As received"] == "Date Child Was Last Seen: (blank)\nCIN Closure Date: (blank)"
    assert line["Since"] == SUNDAY_BEFORE.isoformat()
    assert line["New or open"] == "Still open"
    assert line["Rule"] == "6.14"


def test_a_new_fault_is_new_this_week_or_this_month():
    assert column(all_worklists()[ASH], "New or open").count("New this week") == 1
    assert column(all_worklists(period=Month(2026, 10))[ASH], "New or open").count("New this month") == 1


def test_the_list_to_mend_may_be_another_than_the_one_it_was_found_in():
    line = all_worklists()[NOBODYS].to_mend.iloc[0]
    assert (line["List to mend"], line["Found in"]) == ("6 Children in need", "List 8, row 3")


def test_a_value_that_could_not_be_read_is_shown_as_it_came():
    told = followed([fault(1, UNREADABLE, 1)], conformed=lists(children_in_need_cin_start=["x", "31/02/2026", "y"]))
    assert column(all_worklists(told)[ASH], "As received") == ["CIN Start Date: 31/02/2026"]


def test_a_midnight_that_a_workbook_gave_a_day_is_left_out():
    came = lists(children_in_need_cin_start=["x", "2026-01-06 00:00:00", "y"])
    told = followed([fault(1, UNREADABLE, 1)], conformed=came)
    assert column(all_worklists(told)[ASH], "As received") == ["CIN Start Date: 2026-01-06"]


def test_a_row_that_has_gone_is_shown_from_the_extract_it_was_in():
    gone = fault(1, UNREADABLE, 0, vanished=True)
    before = lists(children_in_need_cin_start=["was here", "x", "y"])
    told = followed([gone], before=before, before_list_date=SUNDAY_BEFORE)
    line = all_worklists(told)[ASH].to_mend.iloc[0]
    assert line["Child or adopter"] == "A1"
    assert line["As received"] == "CIN Start Date: was here"
    assert line["Found in"] == "List 6, row 2 of the extract of 2026-10-18"


def test_a_row_that_is_in_neither_extract_is_remembered_by_its_child_and_nobody_elses_value_is_shown():
    line = fault(1, UNREADABLE, -1, row=44)
    told = followed([line], remembered=[{"fault": line["fault"], "person": "A9"}])
    shown = all_worklists(told)[ASH].to_mend.iloc[0]
    assert shown["Child or adopter"] == "A9"
    assert shown["As received"] == "(not in this extract)"
    assert shown["Found in"] == "List 6, row 44 when last received"
    nobody = all_worklists(followed([line]))[ASH].to_mend.iloc[0]
    assert nobody["Child or adopter"] == "(blank)"


def test_a_check_that_is_no_longer_made_still_says_where_its_fault_is():
    told = replace(followed([fault(1, NOT_SEEN, 0)]), rules={})
    line = all_worklists(told)[ASH].to_mend.iloc[0]
    assert line["What should be true, and is not"] == "This check is no longer made."
    assert line["Child or adopter"] == "A1"


def test_the_head_counts_new_open_first_confirmed_and_put_right():
    put_right = [
        {
            "list": "contacts",
            "id": "1.01",
            "severity": "error",
            "team": team,
            "district": "",
            "locality": "",
            "faults": n,
        }
        for team, n in ((ASH, 2), (ASH, 5), (BEECH, 1))
    ]
    counts = all_worklists(followed(put_right=put_right))[ASH].counts
    assert (counts.to_mend, counts.new, counts.still_open, counts.first) == (5, 1, 4, 2)
    assert (counts.put_right, counts.confirmed, counts.due_soon, counts.due) == (7, 1, 1, 2)
    assert head_line(counts, "2026-W43") == (
        "2026-W43 · 5 to put right: 1 new, 4 still open · 2 keeping a figure from being printed "
        "· 1 confirmed as correct and not listed"
    )


def test_the_first_sheet_says_whose_when_how_many_who_may_have_it_and_how_to_confirm():
    lines = all_worklists()[ASH].read_me
    said = "\n".join(f"{line.says} {line.beside}".strip() for line in lines)
    assert lines[0].says == ASH
    assert "Treeshire worklist · Week 43, 19 to 25 October 2026 · lists run on 25 October 2026" in said
    assert "RESTRICTED: names children. Only for: Team manager and Data and performance team." in said
    assert "To put right 5" in said
    assert "new this week 1" in said
    assert "Confirmed as correct, and not listed 1" in said
    assert "Who may confirm: Team manager and Service manager." in said
    assert "An error cannot be confirmed" in said
    assert {line.style for line in lines} == set(Style)


def test_what_falls_due_is_listed_soonest_first():
    due = all_worklists()[ASH].due
    assert list(due.columns) == list(DUE_HEADINGS)
    assert due.to_numpy().tolist() == [
        [
            *("5 working days", "2026-10-27", "Tuesday", "2", "A1", "Child protection visit", "List 6, row 2"),
            "(no worker)",
        ],
        ["10 working days", "2026-11-06", "Friday", "10", "A2", "Child in need to be seen", "List 6, row 3", "W1"],
    ]


def test_every_team_of_the_register_has_a_worklist_even_with_nothing_on_it():
    made = all_worklists(followed([], []))
    assert [*made] == [
        ASH,
        "Ash Town Care",
        BEECH,
        "Cedar Safeguarding",
        "Moved Team",
        "Leaving Care",
        NOBODYS,
    ]
    assert all(one.to_mend.empty and one.due.empty and one.counts.to_mend == 0 for one in made.values())


def test_a_team_that_is_no_longer_in_the_register_keeps_its_worklist():
    made = all_worklists(followed([fault(1, NOT_SEEN, 0, team="Closed Team")]))
    assert column(made["Closed Team"], "Reference") == ["REF0000001"]


def test_a_teams_own_is_for_its_manager_and_nobodys_for_the_data_team_alone():
    made = all_worklists()
    assert made[ASH].may_have == ("Team manager", "Data and performance team")
    assert made[NOBODYS].may_have == ("Data and performance team",)
    assert all_worklists(authority=replace(COUNTY, roles={}))[ASH].may_have == ()


def test_only_the_data_team_is_told_what_whole_lists_want_and_in_counts():
    findings = (
        finding("F12", "contacts", says="Passed over: 5,001 rows with nothing in them."),
        finding("P13", "contacts", says="Gender is known."),
        finding("6.14", "children_in_need", says="A rule of rows: on the teams' own."),
        finding("F03", "referrals", failed=0),
        finding("3.01", "referrals", failed=0, errored=True, says="A check."),
    )
    file_said = replace(lists(), findings=findings[:1])
    made = all_worklists(followed(findings=findings, conformed=file_said))
    assert [team for team, one in made.items() if one.whole_lists is not None] == [NOBODYS]
    rows = made[NOBODYS].whole_lists
    assert rows["Rule"].tolist() == ["F12", "P13", "3.01"]
    assert rows["What is wrong"].tolist() == [
        "Passed over: 5,001 rows with nothing in them.",
        "Not so: Gender is known.",
        "Not so: A check.",
    ]
    assert rows["Failed"].tolist() == ["3", "3", "not known"]
    assert rows["List"].tolist() == ["1 Contacts", "1 Contacts", "3 Referrals"]


def test_what_rows_can_put_right_is_told_of_the_list_only_where_its_rows_are_not_counted():
    found = finding("P24", "children_in_need", says="4 dates of the list.")
    usual, missing = replace(lists(), findings=(found,)), {"children_in_need": "List 6 is of another year."}
    for conformed, told in ((usual, []), (replace(usual, missing=missing), ["P24"])):
        made = all_worklists(followed(findings=(found,), conformed=conformed))
        whole = made[NOBODYS].whole_lists
        assert ([] if whole is None else whole["Rule"].tolist()) == told
