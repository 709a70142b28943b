"""The Annex A heat map by team: every list's records right, the faults to mend, what falls due, and where to begin."""
