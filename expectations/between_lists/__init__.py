"""What the lists say of each other. A rule stands on the list whose row it points at."""

from expectations.between_lists.adoption_and_leaving import ADOPTION_AND_LEAVING
from expectations.between_lists.one_child_one_truth import ONE_CHILD_ONE_TRUTH
from expectations.between_lists.status import STATUS
from expectations.between_lists.what_follows import WHAT_FOLLOWS

CHECKS = (*ONE_CHILD_ONE_TRUTH, *STATUS, *WHAT_FOLLOWS, *ADOPTION_AND_LEAVING)
