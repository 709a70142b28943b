"""Which processes of a session are still there."""

from pathlib import Path


def still_running(session: int) -> list[int]:
    """The ids of the processes that a session began and that have not ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(place.parent.name))
    return found
