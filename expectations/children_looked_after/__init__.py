"""Annex A list 8, children looked after: what must hold before anyone is counted."""

from expectations.children_looked_after.before import BEFORE
from expectations.children_looked_after.legal import LEGAL
from expectations.children_looked_after.location import LOCATION
from expectations.children_looked_after.periods import PERIODS
from expectations.children_looked_after.placements import PLACEMENTS
from expectations.children_looked_after.wellbeing import WELLBEING
from expectations.structure import suite

CHECKS = suite("children_looked_after", *PERIODS, *LEGAL, *PLACEMENTS, *LOCATION, *WELLBEING, *BEFORE)
