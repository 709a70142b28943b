"""The measures of a council hold together: each on its own, and all of them beside each other."""

from dataclasses import fields, replace
from datetime import date

import pytest

from reporting.measures.indicators import INDICATORS
from reporting.measures.registry import UnclearMeasure, derived_in_order, registry
from reporting.model.measures import NUMBER, DerivedExample, DerivedMeasure, Direction, Form, ReturnedMeasure
from reporting.model.periods import Window
from reporting.model.scales import Scale
from tasks.configuration import authority_keys, load_authority

EVERY_MEASURE = {
    f"{key}: {name}": measure for key in authority_keys() for name, measure in load_authority(key).definitions.items()
}
every_measure = pytest.mark.parametrize("measure", EVERY_MEASURE.values(), ids=EVERY_MEASURE)
MAY_BE_EMPTY = {"membership", "decides", "undated", "limits", "answers", "caution"}
COUNT = INDICATORS["referrals_received"]
STATED = {
    "title": "A measure",
    "short_title": "A measure",
    "counts": "What is counted",
    "out_of": "What it is out of",
    "direction": Direction.NEITHER,
    "list": "",
    "membership": (),
    "decides": (),
    "windows": (Window.MONTH,),
    "levels": ("county",),
    "blank_means": "A blank.",
    "limits": (),
    "rebuilds": False,
    "themes": ("a theme",),
    "owner": "A role",
    "reviewed": date(2026, 11, 27),
    "version": 1,
    "source": "A source.",
    "answers": (),
    "caution": "",
}


def returned(name="posts", number="WF01", scale=Scale.COUNT, **changed):
    return ReturnedMeasure(**{**STATED, "name": name, "number": number, "scale": scale, **changed})


def derived(name="posts_rate", number="WF02", scale=Scale.PER_10000, form=Form.RATE, of=("posts",), **changed):
    children = 1000 if form is Form.RATE else None
    example = DerivedExample(Window.MONTH, tuple(1.0 for _ in of), children, 1.0)
    stated = {**STATED, "name": name, "number": number, "scale": scale, "form": form, "of": of, "example": example}
    return DerivedMeasure(**{**stated, **changed})


@pytest.mark.parametrize("key", authority_keys())
def test_no_number_is_given_twice_and_each_is_a_topic_and_a_place_in_it(key):
    numbers = [measure.number for measure in load_authority(key).definitions.values()]
    assert len(set(numbers)) == len(numbers)
    assert all(NUMBER.fullmatch(number) for number in numbers)


@every_measure
def test_meaning_is_never_left_out(measure):
    of_no_list = set() if measure.lists else {"list"}
    unsaid = {field.name for field in fields(measure) if getattr(measure, field.name) in ("", ())}
    assert unsaid <= MAY_BE_EMPTY | of_no_list


@every_measure
def test_it_has_an_owner_who_is_a_role_and_was_looked_at_before_it_is_used(measure):
    assert measure.owner[0].isupper() and not measure.owner.endswith(".")
    assert date(2026, 1, 1) <= measure.reviewed
    assert measure.version >= 1


def test_a_derived_measure_rests_on_what_its_parents_rest_on():
    count = replace(COUNT, levels=("county",))
    other = replace(INDICATORS["section_47_enquiries"], levels=("county",))
    made = registry([count, other, derived(form=Form.SHARE, scale=Scale.PERCENT, of=(other.name, count.name))])
    share = made["posts_rate"]
    assert share.lists == {"referrals", "section_47_enquiries"}
    assert set(share.columns) == {*count.columns, *other.columns}
    assert (share.list, share.rebuilds) == (other.list, True)
    assert share.blank_means == count.blank_means  # said once, as both say the same


def test_measures_come_in_the_order_of_the_alphabet_and_are_made_parents_first():
    first, last = derived("a_rate", "WF03", of=("posts",)), derived("z_rate", "WF04", of=("posts",))
    ratio = derived("m_ratio", "WF05", Scale.RATIO, Form.RATIO, ("z_rate", "a_rate"))
    made = registry([ratio, last, first, returned()])
    assert list(made) == sorted(made)
    order = [measure.name for measure in derived_in_order(made)]
    assert set(order) == {name for name in made if name != "posts"}
    assert order.index("m_ratio") == 2


SHARE = {"form": Form.SHARE, "scale": Scale.PERCENT, "of": ("posts", "cost")}
LESS = {"form": Form.DIFFERENCE, "scale": Scale.POUNDS, "of": ("posts", "cost")}


@pytest.mark.parametrize(
    ("measures", "says"),
    [
        ([returned(), returned(number="WF09")], "posts: there is another measure of this name"),
        ([returned(), returned("staff")], "staff: number WF01 is posts's already"),
        ([returned(number="W1")], '"W1" is not two letters and two or three digits'),
        ([returned(short_title="A title that is far too long for a narrow column")], "a narrow column has room for 36"),
        ([returned(themes=())], "it needs a window, a level and a theme"),
        ([returned(windows=(Window.MONTH, Window.AS_AT))], "a returned measure is for one kind of window"),
        ([returned(scale=Scale.PER_10000)], "a rate is not returned but derived"),
        ([derived()], 'of: there is no measure "posts"'),
        ([derived(of=("posts_rate",))], "it is derived from itself"),
        ([derived("a", "WF03", of=("b",)), derived("b", "WF04", of=("a",))], "it is derived from itself"),
        ([returned(), derived(of=("posts", "posts"))], "a rate is made of 1 measure, not 2"),
        ([returned(), derived(scale=Scale.COUNT)], 'a rate is given as "per_10000"'),
        ([returned(), derived(windows=(Window.SIX_MONTHS,))], "windows: posts has no figure for six_months"),
        ([returned(), derived(levels=("district",))], "levels: posts has no figure for district"),
        ([returned(levels=("team",)), derived(levels=("team",))], "populations are held for county, "),
        ([returned(scale=Scale.PERCENT), derived()], "of: a rate is made of a count"),
        ([returned(), returned("cost", "WF03", Scale.POUNDS), derived(**SHARE)], "a share is made of two numbers"),
        ([returned(), returned("cost", "WF03"), derived(**LESS)], "a difference is of the same scale"),
        ([returned(), derived(example=DerivedExample(Window.AS_AT, (1.0,), 1000, 1.0))], "example: it is for one of"),
        ([returned(), derived(example=DerivedExample(Window.MONTH, (1.0,), None, 1.0))], "children live there"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_refused_in_words(measures, says):
    with pytest.raises(UnclearMeasure, match=says.replace("(", r"\(")):
        registry(measures)
