"""The weekly check: every list as it came, and every rule that records fail, those that withhold a figure first."""
