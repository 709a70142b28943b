"""The first register: runs, their endings and stages, what they put out, and the extracts they took in."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = ("runs", "run_endings", "stages", "outputs", "extracts", "reported")


def upgrade() -> None:
    """Add the tables, and refuse ever after to change or remove a row."""
    _runs()
    _outputs()
    _extracts_and_what_was_reported()
    for table in TABLES:
        for doing in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{doing} before {doing} on {table} "
                "begin select raise(abort, 'the register is append-only'); end"
            )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("run", sa.String, primary_key=True),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("entered_at", sa.String, nullable=False),
    )
    op.create_table(
        "run_endings",
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), primary_key=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("ended_at", sa.String, nullable=False),
    )
    op.create_table(
        "stages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("finished_at", sa.String, nullable=False),
    )


def _outputs() -> None:
    op.create_table(
        "outputs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("inputs", sa.String, nullable=False, index=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.UniqueConstraint("authority", "stage", "inputs", "name", "content"),
    )


def _extracts_and_what_was_reported() -> None:
    op.create_table(
        "extracts",
        sa.Column("authority", sa.String, primary_key=True),
        sa.Column("content", sa.String, primary_key=True),
        sa.Column("list_date", sa.String, primary_key=True),
        sa.Column("synthetic", sa.Integer, nullable=False),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
    )
    op.create_table(
        "reported",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("list_date", sa.String, nullable=False),
        sa.Column("inputs", sa.String, nullable=False),
    )
