"""Rules that failed over time: the ledger of faults, accuracy, owners, what falls due and what is withheld for it."""
