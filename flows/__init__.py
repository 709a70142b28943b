"""When: the stories, told in order."""

from flows.surroundings import silence

silence()
