"""What stops an extract from being read."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.errors import ExtractProblem


class UnreadableExtract(ExtractProblem):
    """A file that cannot be read: which one, why, and what to do about it. It never quotes a cell."""

    def __init__(self, path: Path, what: str, do: str, *, may_pass: bool = False) -> None:
        super().__init__(f"{path.name or path}: {what} {do}")
        self.may_pass = may_pass


# A share on a network that is away for a moment, or a file that somebody is still copying.
_PASSING = frozenset(
    {
        errno.EAGAIN,
        errno.EBUSY,
        errno.ECONNABORTED,
        errno.ECONNRESET,
        errno.EHOSTDOWN,
        errno.EHOSTUNREACH,
        errno.EINTR,
        errno.EIO,
        errno.ENETDOWN,
        errno.ENETUNREACH,
        errno.ENOTCONN,
        errno.ESTALE,
        errno.ETIMEDOUT,
        errno.ETXTBSY,
    }
)


@contextmanager
def reading_explained(path: Path) -> Iterator[None]:
    """Whatever the disk or the network refuses while the block runs is an ``UnreadableExtract``, which may pass."""
    try:
        yield
    except OSError as problem:
        passing = isinstance(problem, TimeoutError | ConnectionError) or problem.errno in _PASSING
        do = "Try again a little later." if passing else "Check that it is there and may be read."
        raise UnreadableExtract(
            path, f"it could not be read ({problem.strerror or type(problem).__name__}).", do, may_pass=passing
        ) from None
