"""Supplementary list S1, workers: what must hold before anybody is counted."""

from expectations.check import RulesOf
from expectations.structure import suite

FULL_TIME_HOURS = 37

on = RulesOf("workers")

CHECKS = suite(
    "workers",
    on.warning(
        "S1.01",
        "hours",
        "A worker in post is contracted for between one hour and a full week of 37 hours.",
        "Correct the contracted hours; leave them blank for a worker without a contract of hours.",
        lambda rows: rows.open() & ((rows["hours"] < 1) | (rows["hours"] > FULL_TIME_HOURS)),
    ),
    on.warning(
        "S1.02",
        "team left",
        "Everybody in post has a team.",
        "Enter the team that the worker belongs to.",
        lambda rows: rows.blank("team") & rows.open(),
    ),
)
