"""How Alembic reaches the register: over the connection it is handed."""

from alembic import context

from tasks.record.register import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
