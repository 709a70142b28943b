"""Finished words and drawings: packs, site, worklists, and the disclosure decision before them."""
