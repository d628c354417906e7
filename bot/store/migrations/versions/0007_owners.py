"""Who an outlet belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns; what was stored before belongs to nobody in particular."""
    op.add_column("sources", sa.Column("owner", sa.Text()))
    op.add_column("articles", sa.Column("owner", sa.Text()))
