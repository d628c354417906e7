"""Where sources say that their news is pushed from, and what was agreed with these hubs."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns and the table; sources tell their hubs at their next visit."""
    op.add_column("visits", sa.Column("hub", sa.Text()))
    op.add_column("visits", sa.Column("hub_topic", sa.Text()))
    op.create_table(
        "pushes",
        sa.Column("token", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("hub", sa.Text(), nullable=False),
        sa.Column("hub_topic", sa.Text(), nullable=False),
        sa.Column("callback", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("ask_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True)),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("pushed_at", sa.DateTime(timezone=True)),
        sa.Column("is_leaving", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_pushes_source", "pushes", ["source"])
