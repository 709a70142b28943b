"""What stands, what is new, what was put right: worked by hand on a few rows."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from reporting.assurance.ledger import (
    FAULT_COLUMNS,
    NOT_HERE,
    PUT_RIGHT_COLUMNS,
    EarlierFollowUp,
    follow,
    without_confirmed,
)
from reporting.assurance.owners import NO_TEAM, owners
from reporting.assurance.withholding import Weights
from reporting.lists import LISTS
from reporting.measures.examples import cells, typed
from reporting.model.quality import Checked, Rule, Scope, Severity
from reporting.model.received import Conformed
from tests.reporting.council import TEAMS

WEEKS = [date(2026, 10, 4), date(2026, 10, 11), date(2026, 10, 18), date(2026, 10, 25)]
NO_START = Rule("6.01", "children_in_need", Severity.ERROR, ("cin_start",), "There is a start.", "Give it.")
ODD_AGE = Rule("P10", "children_in_need", Severity.WARNING, ("age",), "Ages are from -1 to 25.", "Correct it.")
NO_SOURCE = Rule("1.04", "contacts", Severity.WARNING, ("contact_source",), "There is a source.", "Give it.")
NO_ETHNICITY = Rule("P13", "contacts", Severity.INFORMATION, ("ethnicity",), "Ethnicity is known.", "Ask.")
GONE = Rule("M01", "children_in_need", Severity.WARNING, ("cin_start",), "Open rows stay or end.", "End it.")
SHARE = Rule("P14", "contacts", Severity.WARNING, ("ethnicity",), "Few are unknown.", "Look.", scope=Scope.LIST)
RULES = {rule.key: rule for rule in (NO_START, ODD_AGE, NO_SOURCE, NO_ETHNICITY, GONE, SHARE)}


def lists(need="", contacts="", missing=()):
    texts = {"children_in_need": need, "contacts": contacts}
    tables = {name: typed(LISTS[name], cells(_lines(text))) for name, text in texts.items()}
    received = {name: table.drop(columns="row").astype("str") for name, table in tables.items()}
    return Conformed(tables, received, {}, dict.fromkeys(missing, "List 6 was not found."), "later", (), ())


def _lines(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def checked(*broken, vanished=(), withheld=(), errored=(), not_run=()):
    """What checking found: each of ``broken`` is a rule and the positions that fail it."""
    rows = [(rule.list, place, rule.key, True) for rule, *places in broken for place in places]
    wanting = {rule.key for rule in (*errored, *not_run)}
    return Checked(
        findings=(),
        failing=pd.DataFrame(rows, columns=["list", "position", "rule", "mend"]),
        rules={key: rule for key, rule in RULES.items() if key not in wanting},
        withheld_lists=dict.fromkeys(withheld, "List 6 was not found."),
        errored=frozenset(rule.key for rule in errored),
        not_run=frozenset(rule.key for rule in not_run),
        vanished=pd.DataFrame(
            [(rule.list, place, rule.key) for rule, *places in vanished for place in places],
            columns=["list", "position", "rule"],
        ),
    )


def followed(*weeks, confirmed=(), weights=None):
    """The ledger of the last of several weeks, each an extract and what its checks found."""
    ledger = earlier = None
    for day, (extract, found) in zip(WEEKS, weeks, strict=False):
        whose = owners(extract.tables, TEAMS, day)
        if earlier:
            earlier = replace(earlier, owners=owners(earlier.conformed.tables, TEAMS, day))
        ledger = follow(
            extract,
            found,
            whose,
            list_date=day,
            weights=weights or Weights(),
            earlier=earlier,
            confirmed=frozenset(confirmed),
        )
        earlier = EarlierFollowUp(ledger.faults, ledger.remembered, extract, {})
    return ledger


TWO_CHILDREN = lists("""
    child_id | cin_start  | age | team
    a        |            | 40  | Beech Safeguarding
    b        | 2026-08-01 | 7   | Cedar Safeguarding
""")


def test_a_fault_says_whose_it_is_since_when_and_where():
    (fault,) = followed((TWO_CHILDREN, checked((NO_START, 0)))).faults.to_dict("records")
    told = {name: fault[name] for name in ("list", "position", "row", "id", "severity", "mends", "team", "district")}
    assert told == {
        "list": "children_in_need",
        "position": 0,
        "row": 2,
        "id": "6.01",
        "severity": "error",
        "mends": "children_in_need",
        "team": "Beech Safeguarding",
        "district": "Beech",
    }
    assert (fault["since"], fault["state"], fault["vanished"]) == ("2026-10-04", "new", False)
    assert len(fault["fault"]) == 16
    assert len(fault["reference"]) == 10


def test_a_fault_found_again_is_open_since_it_was_first_found():
    week = (TWO_CHILDREN, checked((NO_START, 0)))
    (fault,) = followed(week, week, week).faults.to_dict("records")
    assert (fault["since"], fault["state"]) == ("2026-10-04", "open")


def test_a_row_put_right_is_gone_from_the_ledger_and_counts_as_put_right():
    ledger = followed((TWO_CHILDREN, checked((NO_START, 0), (ODD_AGE, 0))), (TWO_CHILDREN, checked((ODD_AGE, 0))))
    assert ledger.faults["id"].tolist() == ["P10"]
    (mended,) = ledger.put_right.to_dict("records")
    assert mended == dict(
        zip(
            PUT_RIGHT_COLUMNS,
            ("children_in_need", "6.01", "error", "Beech Safeguarding", "Beech", "North", 1),
            strict=True,
        )
    )


def test_a_fault_that_comes_back_after_it_was_put_right_is_new_again():
    bad, good = (TWO_CHILDREN, checked((NO_START, 0))), (TWO_CHILDREN, checked())
    (fault,) = followed(bad, good, bad).faults.to_dict("records")
    assert (fault["since"], fault["state"]) == ("2026-10-18", "new")


def test_a_row_that_moved_is_still_the_same_row():
    moved = lists("""
        child_id | cin_start  | age | team
        b        | 2026-08-01 | 7   | Cedar Safeguarding
        c        | 2026-09-01 | 8   | Cedar Safeguarding
        a        |            | 40  | Beech Safeguarding
    """)
    ledger = followed((TWO_CHILDREN, checked((NO_START, 0))), (moved, checked((NO_START, 2))))
    (fault,) = ledger.faults.to_dict("records")
    assert (fault["position"], fault["row"], fault["since"], fault["state"]) == (2, 4, "2026-10-04", "open")
    assert ledger.put_right.empty


def test_a_value_that_changed_and_still_fails_is_the_same_fault_by_another_reference():
    changed = lists("""
        child_id | cin_start  | age | team
        a        |            | 41  | Beech Safeguarding
    """)
    first = followed((TWO_CHILDREN, checked((ODD_AGE, 0)))).faults.iloc[0]
    ledger = followed((TWO_CHILDREN, checked((ODD_AGE, 0))), (changed, checked((ODD_AGE, 0))))
    (fault,) = ledger.faults.to_dict("records")
    assert (fault["fault"], fault["since"], fault["state"]) == (first["fault"], "2026-10-04", "open")
    assert fault["reference"] != first["reference"]
    assert ledger.put_right.empty


def test_what_is_read_alike_is_the_same_value_however_it_was_written():
    week = lists("""
        child_id | contact_date | contact_source
        a        | 2026-10-01   |
    """)
    columns = week.received["contacts"].assign(contact_date="01/10/2026")
    other = replace(week, received=week.received | {"contacts": columns})
    ledgers = [followed((one, checked((NO_START,), (NO_SOURCE,)))) for one in (week, other)]
    assert ledgers[0].faults.equals(ledgers[1].faults)


COPIES = """
    child_id | contact_date | contact_source | ethnicity
    a        | 2026-10-01   |                | WBRI
    a        | 2026-10-01   |                | WBRI
    a        | 2026-10-01   |                | NOBT
"""


def test_copies_of_a_row_are_faults_of_their_own():
    week = (lists(contacts=COPIES), checked((NO_SOURCE, 0, 1, 2)))
    ledger = followed(week, week)
    assert ledger.faults["fault"].is_unique
    assert ledger.faults["reference"].is_unique
    assert ledger.faults["fault"].str[:12].nunique() == 1
    assert ledger.faults["state"].tolist() == ["open"] * 3


def test_of_copies_the_one_put_right_is_the_one_that_goes():
    week = lists(contacts=COPIES)
    first = followed((week, checked((NO_ETHNICITY, 0, 2))))
    stays = first.faults.set_index("position").loc[2, "fault"]
    ledger = followed((week, checked((NO_ETHNICITY, 0, 2))), (week, checked((NO_ETHNICITY, 2))))
    assert ledger.faults["fault"].tolist() == [stays]
    assert ledger.put_right["faults"].tolist() == [1]


def test_a_row_without_an_id_is_known_by_all_that_it_holds():
    nobody = lists(
        contacts="""
        child_id | contact_date | contact_source | ethnicity
                 | 2026-10-01   |                | WBRI
                 | 2026-10-01   |                | NOBT
    """
    )
    turned = lists(
        contacts="""
        child_id | contact_date | contact_source | ethnicity
                 | 2026-10-01   |                | NOBT
                 | 2026-10-01   |                | WBRI
    """
    )
    ledger = followed((nobody, checked((NO_SOURCE, 0))), (turned, checked((NO_SOURCE, 1))))
    assert ledger.faults["state"].tolist() == ["open"]


def test_rules_of_whole_lists_and_rows_that_are_not_the_ones_to_mend_are_not_followed():
    found = checked((SHARE, 0, 1), (ODD_AGE, 0, 1))
    found.failing.loc[found.failing["rule"].eq(ODD_AGE.key) & found.failing["position"].eq(1), "mend"] = False
    ledger = followed((lists(need=NEED, contacts=COPIES), found))
    assert ledger.faults[["id", "position"]].to_numpy().tolist() == [["P10", 0]]


NEED = """
    child_id | cin_start  | cin_end    | age | team
    a        | 2026-01-01 | 2026-04-10 | 40  | Beech Safeguarding
    b        | 2026-08-01 |            | 41  | Cedar Safeguarding
"""


@pytest.mark.parametrize(
    "wanting",
    [
        {"withheld": ["children_in_need"]},
        {"errored": [ODD_AGE]},
        {"not_run": [ODD_AGE]},
    ],
)
def test_faults_of_a_list_or_check_that_is_wanting_are_carried_over_and_are_neither_new_nor_put_right(wanting):
    week = (lists(need=NEED), checked((ODD_AGE, 0)))
    without = lists(need="child_id | age", missing=["children_in_need"]) if "withheld" in wanting else lists(need=NEED)
    ledger = followed(week, (without, checked(**wanting)))
    (fault,) = ledger.faults.to_dict("records")
    assert (fault["since"], fault["state"], fault["team"]) == ("2026-10-04", "open", "Beech Safeguarding")
    assert ledger.put_right.empty
    gone = "withheld" in wanting
    assert fault["position"] == (NOT_HERE if gone else 0)
    assert ledger.remembered["person"].tolist() == (["a"] if gone else [])
    back = followed(week, (without, checked(**wanting)), (without, checked(**wanting)), week)
    assert back.faults[["since", "state", "position"]].to_numpy().tolist() == [["2026-10-04", "open", 0]]


def test_a_row_that_vanished_stays_open_until_it_comes_back_and_its_child_is_remembered():
    with_b, without_b = lists(need=NEED), lists(need="\n".join(NEED.splitlines()[:3]))
    found, gone = checked((ODD_AGE, 1)), checked(vanished=[(GONE, 1)])
    ledger = followed((with_b, found), (without_b, gone))
    (fault,) = ledger.faults.to_dict("records")
    assert (fault["id"], fault["position"], fault["vanished"], fault["state"]) == ("M01", 1, True, "new")
    assert fault["team"] == "Cedar Safeguarding"
    assert ledger.put_right.empty, "nobody put the row's other fault right: the row went away"
    later = followed((with_b, found), (without_b, gone), (without_b, checked()))
    (fault,) = later.faults.to_dict("records")
    assert (fault["position"], fault["vanished"], fault["state"]) == (NOT_HERE, True, "open")
    assert ledger.remembered["person"].tolist() == later.remembered["person"].tolist() == ["b"]
    back = followed((with_b, found), (without_b, gone), (without_b, checked()), (with_b, checked()))
    assert back.faults.empty
    assert back.put_right["id"].tolist() == ["M01"]
    reference = fault["reference"]
    quiet = followed((with_b, found), (without_b, gone), (without_b, checked()), confirmed=[reference])
    assert quiet.faults.empty, "a row that has gone for good is told of once"


def test_a_row_that_has_grown_too_old_for_its_list_is_not_put_right():
    old, without = (
        lists(need=NEED),
        lists(need="\n".join(line for line in NEED.splitlines() if "2026-04-10" not in line)),
    )
    found = checked((ODD_AGE, 0, 1))
    ledger = followed((old, found), (without, checked((ODD_AGE, 0))))
    assert ledger.put_right.empty
    assert followed((old, found), (old, checked((ODD_AGE, 1)))).put_right["faults"].tolist() == [1]


def test_what_only_told_of_a_change_is_not_put_right_when_it_is_no_longer_told():
    late = Rule("M07", "contacts", Severity.INFORMATION, ("contact_date",), "Entered in time.", "Enter sooner.")
    told = checked()
    told = replace(told, rules={**told.rules, late.key: late})
    failing = pd.DataFrame([("contacts", 0, late.key, True)], columns=["list", "position", "rule", "mend"])
    week = lists(contacts=COPIES)
    assert followed((week, replace(told, failing=failing)), (week, told)).put_right.empty


def test_a_check_that_is_no_longer_made_leaves_no_fault_behind():
    week = lists(need=NEED)
    without = checked()
    rules = {key: rule for key, rule in without.rules.items() if key != ODD_AGE.key}
    ledger = followed((week, checked((ODD_AGE, 0))), (week, replace(without, rules=rules)))
    assert ledger.faults.empty
    assert ledger.put_right.empty


def test_a_confirmed_warning_stays_quiet_until_its_value_changes():
    week = (TWO_CHILDREN, checked((ODD_AGE, 0)))
    reference = followed(week).faults.loc[0, "reference"]
    assert followed(week, week, confirmed=[reference]).faults["state"].tolist() == ["confirmed"]
    changed = lists("""
        child_id | cin_start  | age | team
        a        |            | 41  | Beech Safeguarding
    """)
    again = followed(week, week, (changed, checked((ODD_AGE, 0))), confirmed=[reference])
    assert again.faults[["state", "since"]].to_numpy().tolist() == [["open", "2026-10-04"]]
    gone = followed(week, week, (changed, checked()), confirmed=[reference])
    assert gone.put_right.empty, "what was right all along was not put right"


def test_a_confirmed_value_no_longer_counts_as_wrong():
    need = """
        child_id | cin_start  | age
        a        | 2026-01-05 | 30
        b        | 2026-01-05 | 31
    """
    found = checked((ODD_AGE, 0, 1), (NO_START, 0))
    reference = followed((lists(need), found)).faults.query("id == 'P10' and position == 0")["reference"].iloc[0]
    ledger = followed((lists(need), found), confirmed=(reference,))
    left = without_confirmed(found, ledger.faults)
    assert set(zip(left.failing["position"], left.failing["rule"], strict=True)) == {
        (1, ODD_AGE.key),
        (0, NO_START.key),
    }
    assert without_confirmed(found, followed((lists(need), found)).faults).failing.equals(found.failing)


def test_a_confirmation_never_quietens_an_error():
    week = (TWO_CHILDREN, checked((NO_START, 0)))
    reference = followed(week).faults.loc[0, "reference"]
    assert followed(week, week, confirmed=[reference]).faults["state"].tolist() == ["open"]


def test_what_a_fault_keeps_from_being_printed_is_its_weight():
    weights = Weights(
        county=frozenset({NO_START.key}),
        units=frozenset({(ODD_AGE.key, "district", "Beech"), (ODD_AGE.key, "team", "no district recorded")}),
    )
    week = lists("""
        child_id | cin_start  | age | team
        a        |            | 40  | Beech Safeguarding
        b        | 2026-08-01 | 41  | Cedar Safeguarding
        c        | 2026-08-01 | 41  | Nowhere
    """)
    faults = followed((week, checked((NO_START, 0), (ODD_AGE, 0, 1, 2))), weights=weights).faults
    weighed = {(fault.id, fault.position): fault.weight for fault in faults.itertuples()}
    assert weighed == {("6.01", 0): 0, ("P10", 0): 1, ("P10", 1): 2, ("P10", 2): 1}
    assert NO_TEAM in set(faults["team"])


def test_what_has_been_open_for_three_months_is_a_finding_of_its_list():
    week = (TWO_CHILDREN, checked((NO_START, 0), (ODD_AGE, 0)))
    ledger = followed(week)
    assert {found.not_run for found in ledger.findings} == {"There is no earlier extract to compare with."}
    whose = owners(TWO_CHILDREN.tables, TEAMS, WEEKS[0])
    told = {"conformed": TWO_CHILDREN, "checked": week[1], "owners": whose, "weights": Weights()}
    before = EarlierFollowUp(ledger.faults, ledger.remembered, TWO_CHILDREN, {})
    for day, failed in ((date(2027, 1, 3), 0), (date(2027, 1, 4), 2)):
        after = follow(**told, list_date=day, earlier=before)
        assert {(one.list, one.checked, one.failed) for one in after.findings if one.checked} == {
            ("children_in_need", 2, failed)
        }
    quiet = frozenset(ledger.faults["reference"])
    confirmed = follow(**told, list_date=date(2027, 1, 4), earlier=before, confirmed=quiet)
    assert sum(one.failed for one in confirmed.findings) == 1, "the error stands, the confirmed warning does not"


def test_an_extract_without_faults_has_an_empty_ledger_of_the_same_kinds():
    some, none = followed((TWO_CHILDREN, checked((NO_START, 0)))), followed((TWO_CHILDREN, checked()))
    assert none.faults.empty
    assert none.faults.dtypes.to_dict() == some.faults.dtypes.to_dict()
    assert tuple(none.faults.columns) == FAULT_COLUMNS
    assert tuple(none.put_right.columns) == PUT_RIGHT_COLUMNS


def test_a_fault_is_called_the_same_in_every_process_and_on_every_machine():
    (fault,) = followed((TWO_CHILDREN, checked((NO_START, 0)))).faults.to_dict("records")
    assert (fault["fault"], fault["reference"]) == ("d584a8073aec0000", "MN67JWQN6C")
