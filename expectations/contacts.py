"""Annex A list 1, contacts: what must hold before anyone is counted."""

from expectations.check import Blank, RulesOf
from expectations.structure import suite

on = RulesOf("contacts")

CHECKS = suite(
    "contacts",
    on.error(
        "1.01",
        "contact_date",
        "Every contact has a date.",
        "Enter the day the contact was received.",
        Blank("contact_date"),
    ),
)
