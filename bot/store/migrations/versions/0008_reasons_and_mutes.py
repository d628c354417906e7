"""Why an entry gave no article, what channels have muted, and what a model has cost.

Old articles that were first seen lately are found by an index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "skipped",
        sa.Column("article", sa.Text(), primary_key=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
    )
    op.create_index("ix_skipped_url", "skipped", ["url"])
    op.create_index("ix_skipped_at", "skipped", ["at"])
    op.create_index("ix_articles_resurfaced", "articles", ["fetched_at", "dated_at", "story"])
    op.create_table(
        "mutes",
        sa.Column("channel", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("target", sa.Text(), primary_key=True),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "spending",
        sa.Column("day", sa.Text(), primary_key=True),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
    )
