"""What a source's rhythm is, when it asks not to be visited, and where it has moved."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; sources visited before have none of it yet."""
    op.add_column("visits", sa.Column("interval_s", sa.Integer()))
    op.add_column("visits", sa.Column("quiet_hours", sa.Text()))
    op.add_column("visits", sa.Column("moved_to", sa.Text()))
