"""The words of names in texts, so that slips of the key can be mended."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; what was stored before is known by the words of its titles alone."""
    op.create_table(
        "name_words",
        sa.Column("word", sa.Text(), primary_key=True),
        sa.Column("articles", sa.Integer(), nullable=False),
    )
