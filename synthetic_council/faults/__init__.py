"""Faults put into extracts on purpose, each written down, and what each does to what can be known."""
