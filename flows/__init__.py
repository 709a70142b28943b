"""When: the stories, told in order."""

from flows.environment import silence

silence()
