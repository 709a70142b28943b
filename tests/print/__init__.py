"""Packs as they leave: the page, the document and the figures in it."""
