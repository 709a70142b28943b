"""A made-up council whose truth is known because its histories were made first."""
