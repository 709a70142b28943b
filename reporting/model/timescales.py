"""The timescales that guidance and regulations set, each stated once: for indicators, for rules and for what falls due.

Working days are England's. What a council decides for itself is in its own folder, under ``limits``.
"""

from __future__ import annotations

# Working Together to Safeguard Children 2023
ASSESSMENT_WORKING_DAYS = 45
CONFERENCE_WORKING_DAYS = 15  # from the strategy discussion
FIRST_PLAN_REVIEW_MONTHS = 3
PLAN_REVIEW_MONTHS = 6

# Care Planning, Placement and Case Review (England) Regulations 2010, regulations 7, 28 and 33
FIRST_CARE_REVIEW_WORKING_DAYS = 20
CARE_REVIEW_MONTHS = 6
FIRST_HEALTH_WORKING_DAYS = 20
HEALTH_MONTHS = 12
HEALTH_MONTHS_UNDER_FIVE = 6
DENTAL_MONTHS = 12

# Care Leavers (England) Regulations 2010
PATHWAY_PLAN_MONTHS = 6
