"""The codes that Annex A columns may hold, and the other ways councils write them."""
