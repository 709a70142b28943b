"""The Annex A heat map: all eleven lists in every district."""
