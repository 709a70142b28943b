"""What may leave the building: small counts go, and with them as many others as it takes to hide them.

It is decided over any tables of counts by place (figures, records that were checked, what falls due), once for all that
is laid out together. A marking says which counts are small and at which levels. A row is suppressed whole: its yes, its
no, its value and its grade. Then more rows go, the smallest first, until nobody can work out a suppressed count from
the sums that tie the numbers together: units to the units they lie in, age groups to the county, yes and no to the
cohort, the count and the rate of the same children, months to the half year they make, and a month as first reported to
the same month as rebuilt.

How many are not known, or have no date, is a fact about the record and not about a child, so it suppresses nothing;
but a small one is not printed either, nor is any other in its table at that level. A figure that is withheld, or has
no value, loses its numbers too.
"""

from reporting.presentation.disclosure.counts import CountTable, Makeup
from reporting.presentation.disclosure.decision import suppressed
from reporting.presentation.disclosure.figures import counts_of_figures, disclose, without_what_is_hidden

__all__ = ["CountTable", "Makeup", "counts_of_figures", "disclose", "suppressed", "without_what_is_hidden"]
