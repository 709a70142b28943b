"""A child has one date of birth, gender, ethnicity and disability, whichever list is asked.

Every row that tells of a child told two ways breaks the rule; the row to mend is the one that dissents.
"""

from expectations.check import Check, Named, RulesOf
from expectations.people import NOT_SAID
from reporting.lists import LISTS

WITH_CHILDREN = tuple(name for name, schema in LISTS.items() if "child_id" in schema.keys)


def _same_everywhere(name: str) -> tuple[Check, ...]:
    on = RulesOf(name, Named.ONE_STORY)
    told = (
        on.error(
            "P17",
            "dob",
            "A child has the same date of birth on every list.",
            "Find the right date of birth and correct the record the other list is drawn from.",
            lambda rows: rows.differs_elsewhere("dob") & rows["dob"].notna(),
            to_mend=lambda rows: rows.dissents("dob"),
        ),
        on.warning(
            "P18",
            "gender",
            "A child has the same gender on every list.",
            "Find which is right and correct the record the other list is drawn from.",
            lambda rows: rows.differs_elsewhere("gender") & rows["gender"].notna(),
            to_mend=lambda rows: rows.dissents("gender"),
        ),
        on.warning(
            "P19",
            "ethnicity",
            "A child has the same ethnicity on every list.",
            "Find which is right and correct the record the other list is drawn from.",
            lambda rows: (
                rows.differs_elsewhere("ethnicity", NOT_SAID)
                & rows["ethnicity"].notna()
                & ~rows.has("ethnicity", *NOT_SAID)
            ),
            to_mend=lambda rows: rows.dissents("ethnicity", NOT_SAID),
        ),
        on.warning(
            "P20",
            "disability",
            "A child is disabled on every list or on none.",
            "Find which is right and correct the record the other list is drawn from.",
            lambda rows: rows.differs_elsewhere("disability", ("U",)) & rows.has("disability", "Y", "N"),
            to_mend=lambda rows: rows.dissents("disability", ("U",)),
        ),
    )
    return tuple(check for check in told if check.rule.columns[0] in LISTS[name].keys)


ONE_CHILD_ONE_TRUTH = tuple(check for name in WITH_CHILDREN for check in _same_everywhere(name))
