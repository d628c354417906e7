"""What a source offered when it was added, and was not taken up."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; of sources added before, nothing is known to have been left."""
    op.add_column("visits", sa.Column("backlog", sa.Text()))
