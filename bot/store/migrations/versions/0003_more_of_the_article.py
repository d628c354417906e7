"""What else a page tells of its article, and how a page of links is read."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; what was stored before tells none of it."""
    op.add_column("sources", sa.Column("selector", sa.Text()))
    op.add_column("articles", sa.Column("section", sa.Text()))
    op.add_column("articles", sa.Column("dateline", sa.Text()))
    op.add_column("articles", sa.Column("picture", sa.Text()))
    op.add_column("articles", sa.Column("is_walled", sa.Boolean()))
    op.add_column("articles", sa.Column("posts", sa.Text()))
