"""What templates receive: frozen all the way down, every leaf finished text or a finished drawing."""
