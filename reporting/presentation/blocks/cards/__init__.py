"""One card a measure: the figure, where it comes from, where it stands, and what to be careful of."""
