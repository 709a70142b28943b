"""The first page: the week in one message, what most needs doing, and how much of each type of information is right."""
