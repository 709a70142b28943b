"""The right value of every counted indicator, worked out from the histories in a plain way of its own.

Nothing here reads an extract's rows or the code that counts them. A fact is what had been entered by the list
date; a fault changes a fact, or makes it not known, and only then is anything counted.
"""

from synthetic_council.truth.counting import truths, without_a_date

__all__ = ["truths", "without_a_date"]
