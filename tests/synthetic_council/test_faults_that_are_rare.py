"""Faults that a small sample seldom has: a day left out, teams that have ended, lists padded as ChAT pads them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from expectations.validation import check
from reporting.intake.conform import conform
from reporting.model.settings import Team
from synthetic_council import write_sample
from synthetic_council.days import number
from synthetic_council.faults.inject import KINDS, inject
from synthetic_council.faults.kinds import FaultSite
from synthetic_council.faults.living import chance_of
from synthetic_council.faults.missing_day import RATE, leave_a_day_out, told_of
from synthetic_council.history import History
from synthetic_council.printing import sheets, write_csv
from synthetic_council.truth import truths
from tasks.configuration import load_authority, load_calendar
from tasks.intake import read_extract
from tests.synthetic_council.conftest import UNTIL

DAY = number(UNTIL)
AUTHORITIES = Path(__file__).resolve().parents[2] / "data" / "authorities"


def _checked(folder: Path, **settings: object) -> tuple:
    authority = replace(load_authority("lancashire"), **settings)
    conformed = conform(read_extract(folder), headings=authority.headings, values=authority.values, list_date=UNTIL)
    return conformed, check(conformed, authority=authority, calendar=load_calendar(), list_date=UNTIL)


def test_a_day_left_out_is_found_and_its_contacts_are_not_in_the_truth(
    history: History, lists: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    ground, written = FaultSite.of(lists, DAY, "later", history.council), sheets(lists)
    tried = (
        (seed, leave_a_day_out(seed, ground, history.council, written, np.zeros(ground.people, bool)))
        for seed in range(100)
    )
    seed, (missing, effects) = next(found for found in tried if found[1][0] is not None)
    assert seed < 60
    drawn = [chance_of(other, "day without contacts", DAY) < RATE for other in range(400)]
    assert np.mean(drawn) == pytest.approx(RATE, abs=0.04)  # one extract in ten
    days = lists["contacts"]["contact_date"]
    assert len(effects) == (days == missing).sum() > 0
    known, right = (truths(history, DAY, "later", put_in) for put_in in (effects, []))
    counts = [found["contacts_received"]["six_months"]["county"]["Lancashire"][0] for found in (known, right)]
    assert counts[1] - counts[0] == len(effects)
    assert told_of(missing, written["contacts"])[0]["detectable"] == "yes"
    write_csv(tmp_path, written)
    _, checked = _checked(tmp_path)
    assert ("contacts", "1.05") in {(one.list, one.rule) for one in checked.findings if one.failed}


def test_a_team_that_has_ended_is_found_on_the_rows_that_name_it(tmp_path: Path) -> None:
    folder = tmp_path / "lancashire"
    shutil.copytree(AUTHORITIES / "lancashire", folder)
    ended = Team("Lancaster Duty", "Lancaster", "North", date(2018, 4, 1), date(2026, 3, 31))
    with (folder / "teams.csv").open("a", encoding="utf-8") as register:
        register.write("Lancaster Duty,Lancaster,North,2018-04-01,2026-03-31\n")
    write_sample("lancashire", tmp_path / "sample", 1, 2, 0.06, until=UNTIL, faults=True, teams=folder)
    faults = pd.read_csv(tmp_path / "sample" / "faults.csv", keep_default_na=False)
    put_in = faults[faults["rule"] == "T02"]
    assert set(put_in["list"]) == {"children_in_need", "children_looked_after"}
    conformed, checked = _checked(
        tmp_path / "sample" / "2026-10" / "csv", teams=(*load_authority("lancashire").teams, ended)
    )
    found = {
        (name, int(conformed.tables[name]["row"].iat[int(position)]))
        for name, position, key in checked.failing[["list", "position", "rule"]].itertuples(index=False)
        if checked.rules[key].id == "T02"
    }
    assert {(line["list"], int(line["row"])) for line in put_in.to_dict("records")} <= found


def test_a_list_padded_with_dashes_is_read_as_if_it_were_not(lists: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    written = sheets({name: rows.head(30) for name, rows in lists.items()})
    written["referrals"].padding = 5_000
    write_csv(tmp_path, written)
    conformed, _ = _checked(tmp_path)
    assert len(conformed.tables["referrals"]) == 30
    filler = [one for one in conformed.findings if (one.list, one.rule) == ("referrals", "F12")]
    assert [one.failed for one in filler] == [5_000]


@pytest.mark.parametrize("name", sorted({kind.name for kind in KINDS} - {"ended_team"}))
def test_every_kind_is_put_into_a_council_of_some_size(name: str, put_in: set[str]) -> None:
    assert name in put_in


@pytest.fixture(scope="module")
def put_in(history: History, lists: dict[str, pd.DataFrame]) -> set[str]:
    ground = FaultSite.of(lists, DAY, "later", history.council)
    found = inject(1, ground, sheets(lists), np.zeros(ground.people, bool))
    return {fault.kind.name for fault in found.written}
