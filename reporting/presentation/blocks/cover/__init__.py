"""The cover: how we are doing, what moved, what must be decided; every word from a fact."""
