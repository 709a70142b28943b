"""A Prefect server for one command: on this machine only, on a port nobody else has, gone when the command is.

Prefect would start the same server itself, but only once a flow is called, and a killed run would leave it behind.
Started first, it gets ready while the libraries are imported.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.patience import answers_in_time
from flows.prefect_home import lay_in
from tasks.errors import Problem
from tasks.record.location import disk_errors_explained

_AS_PREFECT_WOULD = {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1", "PREFECT_UI_ENABLED": "0"}


class ServerProblem(Problem):
    """Prefect's server could not be started."""


@contextmanager
def private_server() -> Iterator[PrivateServer | None]:
    """A server of our own for the length of the block, unless PREFECT_API_URL names one that is already there."""
    if os.environ.get("PREFECT_API_URL"):
        yield None
        return
    home = Path(os.environ["PREFECT_HOME"])
    with disk_errors_explained(home):
        lay_in(home)
    server = PrivateServer()
    os.environ["PREFECT_API_URL"] = server.api
    try:
        yield server
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        server.stop()


class PrivateServer:
    """A server that is getting ready, or is."""

    def __init__(self) -> None:
        with socket.socket() as taken:  # handed on as it is, so that nobody else can have the port in between
            taken.bind(("127.0.0.1", 0))
            self._port = int(taken.getsockname()[1])
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.private_server", str(taken.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **_AS_PREFECT_WOULD},
                pass_fds=(taken.fileno(),),
            )

    @property
    def api(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self._port}/api"

    def wait(self) -> None:
        """Until it answers. Raises ``ServerProblem`` when it has ended, or patience has."""
        if answers_in_time(self.api, lambda: self._process.poll() is None):
            return
        raise ServerProblem(
            "Prefect's own server did not start. Start one with `make serve`, see what it says, and set "
            "PREFECT_API_URL to its address; or, on a busy machine, set LINEOFSIGHT_PATIENCE to more seconds."
        )

    def stop(self) -> None:
        """Send it away, and wait until it has gone."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _leave_with_the_parent() -> None:
    """The parent holds the other end of our standard input: when it closes, however that comes about, we go."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


def main(taken: int) -> None:
    """Serve on a socket that is bound already, until told to stop or until the command that started us is gone."""
    import uvicorn

    threading.Thread(target=_leave_with_the_parent, daemon=True).start()
    app = "prefect.server.api.server:create_app"
    settings = uvicorn.Config(app, factory=True, log_level="error", lifespan="on")
    uvicorn.Server(settings).run(sockets=[socket.socket(fileno=taken)])


if __name__ == "__main__":
    main(int(sys.argv[1]))
