"""The record: append-only, content-addressed and crash-safe. What a board was told can be printed again for ever."""
