"""What boards are told."""
