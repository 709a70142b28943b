"""What a report speaks from: a pack, what the record holds, and what may be said of it once it is disclosed."""
