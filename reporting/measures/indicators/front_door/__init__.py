"""Contacts, early help and referrals: what comes to the front door, and what becomes of it."""
