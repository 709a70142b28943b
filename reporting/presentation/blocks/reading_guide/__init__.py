"""What the words and colours of the weekly report mean."""
