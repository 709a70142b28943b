"""Why a stage was done: its inputs by cause; which runs were taken back; and how each cycle ended, to be told again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = ("causes", "withdrawals", "finished")


def upgrade() -> None:
    """Add the tables, and refuse ever after to change or remove a row."""
    op.create_table(
        "causes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("inputs", sa.String, nullable=False, index=True),
        sa.Column("cause", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.UniqueConstraint("authority", "stage", "inputs", "cause", "name"),
    )
    op.create_table(
        "withdrawals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("entered_at", sa.String, nullable=False),
        sa.UniqueConstraint("run", "period"),
    )
    op.create_table(
        "finished",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("asked", sa.String, nullable=False, index=True),
        sa.Column("told", sa.String, nullable=False),
        sa.Column("entered_at", sa.String, nullable=False),
    )
    for table in TABLES:
        for doing in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{doing} before {doing} on {table} "
                "begin select raise(abort, 'the register is append-only'); end"
            )
