"""Where each row belongs, which rows are not known, and the sums, in plain loops."""

from datetime import date

import pandas as pd

from tests.oracle.days import age, months_on
from tests.oracle.measures import MEASURES, Question

NOWHERE = "no district recorded"
OWN_TEAM = {
    "referrals",
    "assessments",
    "section_47_enquiries",
    "children_in_need",
    "child_protection_plans",
    "children_looked_after",
    "care_leavers",
}
ANSWERED_WITHOUT = {
    "care_leavers_contact_within_3_months": "last_contact",
    "care_leavers_pathway_plan_in_date": "last_pathway",
    "child_protection_reviews_in_timescale": "last_review",
    "child_protection_visits_within_limit": "last_stat_visit",
    "children_in_need_seen_within_limit": "last_seen",
    "looked_after_dental_check_in_date": "last_dental",
    "looked_after_health_assessment_in_date": "last_health",
    "looked_after_reviews_in_timescale": "last_review",
    "looked_after_visits_within_limit": "last_sw_visit",
}
OTHER_LISTS = (
    ("children_looked_after", "ceased_date"),
    ("child_protection_plans", "cpp_end"),
    ("children_in_need", "cin_end"),
)


def rows_of(tables):
    """The typed tables as plain rows: dates, whole numbers, words or None."""
    return {name: [_row(place, row) for place, row in enumerate(_records(table))] for name, table in tables.items()}


def _records(table):
    return table.to_dict("records")


def _row(place, row):
    return {"position": place, **{key: _plain(value) for key, value in row.items()}}


def _plain(value):
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, str) else int(value)


def team_names(lists, list_date):
    """For every list and row, the name of the team the row is counted under; None when there is none."""
    known = {}
    for order, (name, ends) in enumerate(OTHER_LISTS):
        for row in lists[name]:
            if row["child_id"] is None or row["team"] is None:
                continue
            ended = row[ends] if row[ends] is not None and row[ends] <= list_date else date(2199, 1, 1)
            rank = (-order, ended)
            if row["child_id"] not in known or rank > known[row["child_id"]][0]:
                known[row["child_id"]] = (rank, row["team"])
    return {
        name: [row["team"] if name in OWN_TEAM else known.get(row.get("child_id"), (None, None))[1] for row in rows]
        for name, rows in lists.items()
    }


def units_of(team, teams, list_date):
    for one in teams:
        current = one.starts <= list_date and (one.ends is None or one.ends >= list_date)
        if current and team is not None and one.name == team:
            locality = "county-wide" if one.district == "county-wide" else one.locality
            return {"team": team, "district": one.district, "locality": locality}
    return {"team": NOWHERE, "district": NOWHERE, "locality": NOWHERE}


def age_group(born, list_date):
    years = age(born, list_date) if born else -1
    for low, high in ((17, 18), (19, 21), (22, 25)):
        if low <= years <= high:
            return f"{low}-{high}"
    return "other ages"


def span(window, period, list_date):
    if window == "as_at":
        return None, list_date
    if window == "month":
        first = date(period.year, period.month, 1)
        following = months_on(first, 1)
        return first - (date(2026, 1, 2) - date(2026, 1, 1)), following - (date(2026, 1, 2) - date(2026, 1, 1))
    return months_on(list_date, -6 if window == "six_months" else -12), list_date


def counted(lists, indicator, window, *, authority, days, period, list_date, failing):
    """{(level, unit): [yes, no, unknown, cohort, answered without a date]} for the units that anybody is in.

    ``failing`` holds (list, position, column) for every row that fails an error rule.
    """
    after, until = span(window, period, list_date)
    limits = authority.on(list_date).limit_values
    question = Question(list_date, after, until, days, limits)
    answers = MEASURES[indicator.name](lists, question)
    own = {column.split(".")[1] for column in indicator.columns if column.split(".")[0] == indicator.list}
    bad = {place for name, place, column in failing if name == indicator.list and column in own}
    bad |= _children_with_failures(lists, indicator, question, failing)
    teams = team_names(lists, list_date)[indicator.list]
    name, sums = indicator.name, {}
    for place, answer in answers:
        row = lists[indicator.list][place]
        units = {"county": authority.county_unit, **units_of(teams[place], authority.teams, list_date)}
        units["age_group"] = age_group(row.get("dob"), list_date)
        for level in indicator.levels:
            tally = sums.setdefault((str(level), units[level]), [0, 0, 0, 0, 0])
            known = None if place in bad else answer
            _add(tally, known, of_days=indicator.scale.name == "mean_days")
            if known is not None and name in ANSWERED_WITHOUT and row[ANSWERED_WITHOUT[name]] is None:
                tally[4] += 1
    return sums


def _add(tally, answer, *, of_days):
    tally[3] += 1
    if answer is None:
        tally[2] += 1
    elif of_days:
        tally[0] += answer
        tally[1] += 1
    elif answer:
        tally[0] += 1
    else:
        tally[1] += 1


def _children_with_failures(lists, indicator, question, failing):
    """Rows whose child has a failing row on another list the indicator looks at, unless yes without that row."""
    spoilt, children, sound = set(), set(), dict(lists)
    for name, place, column in failing:
        if name != indicator.list and column != "child_id" and f"{name}.{column}" in indicator.columns:
            spoilt.add((name, place))
    for name, place in spoilt:
        children.add(lists[name][place]["child_id"])
        sound[name] = [row for row in sound[name] if row["position"] != place]
    if not spoilt:
        return set()
    still_yes = {place for place, answer in MEASURES[indicator.name](sound, question) if answer is True}
    return {
        row["position"]
        for row in lists[indicator.list]
        if row["child_id"] is not None and row["child_id"] in children and row["position"] not in still_yes
    }
