"""The Early Help heat map: assessments, and the contacts that come before them, in every district."""
