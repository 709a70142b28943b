"""Reading what a council sends: a workbook, or a folder of text files, and the manifest beside it."""

from tasks.intake.extract import read_extract, read_lists
from tasks.intake.manifest import Manifest, agreed_list_date, read_manifest
from tasks.intake.problems import UnreadableExtract
from tasks.intake.source import Source, source_of

__all__ = [
    "Manifest",
    "Source",
    "UnreadableExtract",
    "agreed_list_date",
    "read_extract",
    "read_lists",
    "read_manifest",
    "source_of",
]
