"""The indicators, and how they are counted, withheld, graded and compared."""
