"""Worklists as workbooks: how they look, and that nothing in them can run."""
