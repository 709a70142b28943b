"""Whether: what must be true before anything is counted."""
