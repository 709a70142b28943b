"""What changed since the month before, as first reported."""
