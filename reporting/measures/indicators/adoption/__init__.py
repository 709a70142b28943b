"""Adoption: how long children wait."""
