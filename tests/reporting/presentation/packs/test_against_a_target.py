"""A target is not judged on fewer children than a grade would be."""

from dataclasses import replace

import pytest

from reporting.model.agreements import Agreements, always
from reporting.model.settings import Measure, Target
from reporting.presentation.briefing.briefing import Briefing
from tests.print.small_report import AUTHORITY, PACK, small_inputs


class Seen:
    """A figure as the briefing looks at it."""

    def __init__(self, value, denominator):
        self.value, self.denominator = value, denominator


@pytest.mark.parametrize(("denominator", "said"), [(9.0, "not judged: fewer than 10"), (10.0, "met"), (None, "met")])
def test_few_children_are_not_judged(denominator, said):
    item = PACK.items[0]
    target = Target(">=", 80.0, "", "")
    agreed = Measure(item.indicator, Agreements(), always(target), "", window=item.window.value)
    council = replace(AUTHORITY, measures={item.indicator: agreed}, smallest_graded=always(10))
    told = Briefing(PACK, replace(small_inputs(), authority=council), None, None, None)
    assert told.against_target(item, Seen(90.0, denominator)) == said
