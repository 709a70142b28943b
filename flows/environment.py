"""What must be settled before Prefect and Great Expectations are imported: nothing is told to anybody outside."""

from __future__ import annotations

import os
from pathlib import Path

_SILENT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "GX_ANALYTICS_ENABLED": "false",
}
_LOCAL = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
}


def silence() -> None:
    """No telemetry, whatever the machine says elsewhere."""
    os.environ.update(_SILENT)


def keep_to(record: Path) -> None:
    """Prefect keeps its own things under the record, and on a terminal leaves the talking to us."""
    os.environ.setdefault("PREFECT_HOME", str(record / ".prefect"))
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    for name, value in _LOCAL.items():
        os.environ.setdefault(name, value)
