"""Files kept by what they hold: the name is the content's own hash, so a file is never changed, only added."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tasks.record.location import disk_errors_explained

RESTRICTED = "restricted"  # anything about one child, and figures before suppression: the owner's eyes only
PACKS = "packs"  # what a board may hold


def sha256(content: bytes) -> str:
    """The name that content goes by."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class Kept:
    """One file of the record: what it is called in its stage, its content's hash, its place and its size."""

    name: str
    content: str
    path: str
    size: int


@dataclass(frozen=True)
class Loose:
    """Something to be kept: its name in its stage, what it holds, the kind of file it is and who may see it."""

    name: str
    content: bytes
    suffix: str
    shelf: str = RESTRICTED

    @property
    def hash(self) -> str:
        """The name of its content."""
        return sha256(self.content)


class Store:
    """The files of one record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unfinished = folder / ".unfinished"

    def keep(self, loose: Loose) -> Kept:
        """Write under another name, force it to the disk, then rename: a reader sees the whole file or none."""
        content = loose.hash
        path = Path(loose.shelf) / content[:2] / f"{content}{loose.suffix}"
        kept = Kept(loose.name, content, path.as_posix(), len(loose.content))
        if not self.holds(kept):
            with disk_errors_explained(self.folder):
                self._write(self.folder / path, loose)
        return kept

    def holds(self, kept: Kept) -> bool:
        """Whether the file is there and is still what it was."""
        place = self.folder / kept.path
        return place.is_file() and place.stat().st_size == kept.size and sha256(place.read_bytes()) == kept.content

    def read(self, kept: Kept) -> bytes:
        """The content of a file that the record holds."""
        return (self.folder / kept.path).read_bytes()

    def sweep(self) -> None:
        """Forget the files that processes now gone were writing when they were cut off."""
        for left in self._unfinished.glob("*"):
            if not _alive(int(left.name.split("-")[0])):
                left.unlink(missing_ok=True)

    def lay_out(self, kept: Kept, place: Path) -> None:
        """Show a kept file under a name that people know, without a second copy where the disk allows."""
        if place.is_file() and sha256(place.read_bytes()) == kept.content:
            return
        with disk_errors_explained(self.folder):
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = self._unfinished_file()
            beside.unlink()
            _link_or_copy(self.folder / kept.path, beside)
            beside.replace(place)

    def _write(self, target: Path, loose: Loose) -> None:
        if loose.shelf == RESTRICTED:
            _private(self.folder / RESTRICTED)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = self._unfinished_file()
        try:
            with beside.open("wb") as file:
                file.write(loose.content)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(0o400 if loose.shelf == RESTRICTED else 0o444)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _force_to_disk(target.parent)

    def _unfinished_file(self) -> Path:
        _private(self._unfinished)
        handle, name = tempfile.mkstemp(prefix=f"{os.getpid()}-", dir=self._unfinished)
        os.close(handle)
        return Path(name)


def _private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _link_or_copy(source: Path, place: Path) -> None:
    try:
        place.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, place)


def _force_to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
