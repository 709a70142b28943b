"""Where the record is, who may put what in it, and one cycle at a time for each authority."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.errors import RecordProblem

REPOSITORY = Path(__file__).resolve().parents[2]
_DEFAULT = REPOSITORY / "data" / "record"


def record_folder() -> Path:
    """The folder that ``LINEOFSIGHT_RECORD`` names, or ``data/record``."""
    return Path(os.environ.get("LINEOFSIGHT_RECORD") or _DEFAULT).expanduser().absolute()


def register_url() -> str:
    """The database that ``LINEOFSIGHT_RECORD_URL`` names for the register; "" for the one in the record's folder."""
    return os.environ.get("LINEOFSIGHT_RECORD_URL", "")


def git_work_tree(folder: Path) -> Path | None:
    """The git work tree that holds ``folder``, if one does."""
    return next((place for place in (folder, *folder.resolve().parents) if (place / ".git").exists()), None)


def refuse_real_children_in_git(folder: Path, *, synthetic: bool) -> None:
    """A record inside a git work tree accepts only extracts whose manifest says they are synthetic."""
    if synthetic or git_work_tree(folder) is None:
        return
    raise RecordProblem(
        f"The record at {folder} is inside a git work tree, and the extract's manifest does not say that it is "
        "synthetic. Real children may never be put where git can take them. Set LINEOFSIGHT_RECORD to a folder "
        "outside the work tree and run the same command again."
    )


@contextmanager
def disk_errors_explained(folder: Path) -> Iterator[None]:
    """Whatever the disk refuses while the block runs is said in plain words."""
    try:
        yield
    except OSError as problem:
        raise RecordProblem(
            f"The record at {folder} cannot be written: {(problem.strerror or 'unknown reason').lower()}. "
            "Nothing was left half-written. Check the folder's permissions and the space on its disk, "
            "then run the same command again."
        ) from problem


@contextmanager
def exclusive_lock(folder: Path, name: str, *, wait: bool = False) -> Iterator[None]:
    """Nobody else works on ``name`` in this record. The lock dies with its holder, however it dies."""
    with disk_errors_explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / f".{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    except BlockingIOError:
        raise RecordProblem(
            f"Another cycle for {name} is at work in the record at {folder}. Wait until it has ended, "
            "then run the same command again."
        ) from None
    finally:
        os.close(handle)
