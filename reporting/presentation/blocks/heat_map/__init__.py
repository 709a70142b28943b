"""The Annex A heat map: every measure in every district, with both remainders, so that the parts sum to the whole."""
