"""As received to typed, with the original kept beside the mapped value."""
