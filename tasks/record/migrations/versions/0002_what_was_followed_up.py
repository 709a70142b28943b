"""What was followed up: which extracts' faults were compared with those before, and what teams confirmed as right."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = ("followed", "confirmations")


def upgrade() -> None:
    """Add the tables, and refuse ever after to change or remove a row."""
    op.create_table(
        "followed",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("run", sa.String, sa.ForeignKey("runs.run"), nullable=False),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("cadence", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("list_date", sa.String, nullable=False),
        sa.Column("inputs", sa.String, nullable=False),
    )
    op.create_table(
        "confirmations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("confirmed_on", sa.String, nullable=False),
        sa.Column("entered_at", sa.String, nullable=False),
        sa.UniqueConstraint("authority", "reference"),
    )
    for table in TABLES:
        for doing in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{doing} before {doing} on {table} "
                "begin select raise(abort, 'the register is append-only'); end"
            )
