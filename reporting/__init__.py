"""What every number means. Nothing here can touch a file, a clock, a network or a logger."""
