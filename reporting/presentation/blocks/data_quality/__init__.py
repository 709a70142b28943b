"""What was checked, what was wrong, and what was withheld for it."""
