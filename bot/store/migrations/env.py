"""What Alembic runs: every missing step, on the connection and in the transaction it is given."""

from alembic import context

from bot.store.schema import metadata

# Without `config` it is not Alembic that imports this, but somebody who looks for examples.
if hasattr(context, "config"):
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
