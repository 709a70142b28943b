"""Where: everything that touches the world."""
