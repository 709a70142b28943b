"""A made-up council whose truth is known because its histories were made first."""

from synthetic_council.sample import write_sample

__all__ = ["write_sample"]
