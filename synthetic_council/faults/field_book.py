"""The field book's table of faults to put in, line by line, with the kinds that stand for each line here.

Source: the field book on made-up Annex A data, section 5. The test reads it beside this table, where it is at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One line of the table: what it asks for, in our words, and the kinds that are it.

    ``otherwise`` are rules that the line names and that no kind of ours stands under, each with the reason.
    """

    asks: str
    kinds: tuple[str, ...]
    otherwise: Mapping[str, str] = field(default_factory=dict)


def _line(asks: str, kinds: str, **otherwise: str) -> Line:
    return Line(asks, tuple(kinds.split()), {rule.replace("_", "."): why for rule, why in otherwise.items()})


LINES = (
    _line(
        "rows that are no records",
        "titles_above_headings hidden_rows empty_row total_row padded_with_dashes",
        F08="Titles are read past: only where no headings follow is there something to find.",
        F10="The line names no formulas, and the made-up workbook has none.",
        F11="The line names no spreadsheet errors, and the made-up workbook has none.",
    ),
    _line("headings written by other hands", "headings_by_another_hand"),
    _line("a list or a column that is not there, columns swapped", "list_missing column_missing columns_swapped"),
    _line(
        "dates written otherwise",
        "date_as_text month_first_date day_month_swapped excel_serial",
        P25="One slip among many day-first dates cannot be read and is found as P24; its row is under P25 as well.",
    ),
    _line("days that never were", "date_not_in_calendar default_date year_2204"),
    _line("no day of birth, or none that can be read", "blank_dob dob_not_a_date gender_of_an_unborn_child"),
    _line("ages that are wrong", "age_wrong age_with_decimals"),
    _line("gender in other signs", "gender_not_a_code gender_by_another_hand gender_letter_swapped"),
    _line(
        "ethnicity in other words and codes",
        "ethnicity_not_a_code ethnicity_in_words old_ethnicity_code ethnicity_code_of_no_list ethnicity_not_obtained",
        P16="One answer not yet obtained is no fault: only too large a share of the list is.",
    ),
    _line(
        "codes and words",
        "code_without_words words_without_code code_and_words_disagree nfa_not_a_code flags_of_one_category",
    ),
    _line("ids written otherwise", "two_ids_for_one_child noughts_lost id_with_point_nought"),
    _line("rows that stand there twice", "duplicate_row key_repeated"),
    _line("days of birth that differ", "dob_differs"),
    _line(
        "ends before starts",
        "eh_end_out_of_order assessment_end_out_of_order cin_end_out_of_order cpp_end_out_of_order "
        "ceased_date_out_of_order",
    ),
    _line("days to come", "future_date"),
    _line("events that the list does not cover", "outside_window"),
    _line(
        "closures and reasons",
        "blank_cin_close_reason reason_without_closure closed_without_date blank_ceased_reason reason_without_leaving",
    ),
    _line(
        "statuses that disagree",
        "looked_after_but_not_said plan_but_not_said looked_after_nowhere_else plan_nowhere_else",
    ),
    _line("children who are not on list 6", "missing_from_list_6"),
    _line("conferences without plans, plans without conferences", "conference_without_plan plan_without_conference"),
    _line("conferences at a weekend", "conference_at_weekend"),
    _line("several categories in a cell", "several_categories flags_of_several_categories flags_of_one_category"),
    _line("reviews too early, visits too late", "last_review_out_of_order last_stat_visit_out_of_order"),
    _line(
        "placements that cannot be",
        "with_parents_under_section_20 independent_living_at_15 foster_care_by_parents placed_by_order_without_one "
        "placed_by_consent_under_an_order adoptive_placement_without_decision",
    ),
    _line(
        "postcodes",
        "not_a_postcode postcode_in_small_letters postcode_with_two_spaces confidential_with_postcode",
    ),
    _line("no placement in the year", "no_placements"),
    _line("still in care at eighteen", "open_at_18"),
    _line("missing, and nothing said of an interview", "blank_rhi_offered"),
    _line("suitable, though homeless or in custody", "homeless_but_suitable custody_but_suitable"),
    _line("codes of activity that have been replaced", "old_activity_code old_part_time_code"),
    _line(
        "adoption out of order",
        "decision_date_out_of_order placed_out_of_order matched_out_of_order placement_order_out_of_order "
        "adoption_order_out_of_order adopted_within_ten_weeks blank_reversed_reason reversed_date_out_of_order",
    ),
    _line("list 11 with nothing but default dates", "stub_of_default_dates default_dates"),
    _line("changes since the extract before", "row_vanished start_shifted visit_moved_back health_moved_back"),
    _line("a working day without contacts", "day_without_contacts"),
    _line("a list cut off", "cut_off"),
)
