"""Worklists as workbooks: made from a follow-up, kept in the record, and laid out where only their owner may look."""

from tasks.worklists.keeping import MANIFEST, STAGE, folder_of_worklists, keep_worklists

__all__ = ["MANIFEST", "STAGE", "folder_of_worklists", "keep_worklists"]
