"""From an extract as received to typed lists, with the words it came in kept beside."""

from reporting.intake.conform.extract import conform

__all__ = ["conform"]
