"""When: the stories, told in order."""
