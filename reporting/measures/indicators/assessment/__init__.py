"""Assessments of need: how many, how long, and whether the child was seen."""
