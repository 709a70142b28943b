"""What each measure counts, out of what, what a blank means and who says so."""
