"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)

# The index keeps no text, only where words stand; `bot.store.fulltext` feeds it.
_FULL_TEXT = """
    CREATE VIRTUAL TABLE articles_fts USING fts5(
        title, text, outlet, source, content='',
        tokenize='porter unicode61 remove_diacritics 2'
    )
"""


def upgrade() -> None:
    """Make every table."""
    _news()
    _channels()
    _outgoing()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_FULL_TEXT)


def _news() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "visits",
        sa.Column(
            "source",
            sa.Text(),
            sa.ForeignKey("sources.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("next_at", _INSTANT, nullable=False),
        sa.Column("last_at", _INSTANT),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text()),
    )
    op.create_table(
        "articles",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("story", sa.Text(), nullable=False, index=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False, index=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fetched_at", _INSTANT, nullable=False),
        sa.Column("bylines", sa.Text(), nullable=False),
        sa.Column("published_at", _INSTANT),
        sa.Column("updated_at", _INSTANT),
        sa.Column("dated_at", _INSTANT, nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("agencies", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Index("ix_articles_newest", "dated_at", "audience", "story"),
    )
    op.create_table(
        "story_aliases",
        sa.Column("old", sa.Text(), primary_key=True),
        sa.Column("kept", sa.Text(), nullable=False, index=True),
    )
    op.create_table(
        "title_words",
        sa.Column("word", sa.Text(), primary_key=True),
        sa.Column("titles", sa.Integer(), nullable=False),
    )


def _channels() -> None:
    op.create_table(
        "channels",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_direct", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "plans",
        sa.Column("channel", sa.Text(), primary_key=True),
        sa.Column("schedule", sa.Text()),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("late", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("paused_until", _INSTANT),
    )
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False, index=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("schedule", sa.Text()),
    )
    op.create_table(
        "audit",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False, index=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
    )


def _outgoing() -> None:
    op.create_table(
        "told",
        sa.Column("number", _NUMBER, primary_key=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), index=True),
        sa.Column("articles", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Index("ix_told_channel_story", "channel", "story"),
    )
    op.create_table(
        "verdicts",
        sa.Column("channel", sa.Text(), primary_key=True),
        sa.Column("story", sa.Text(), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
    )
    op.create_table(
        "deliveries",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("part", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.Text(), sa.ForeignKey("channels.id"), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("nonce", sa.String(24), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", _INSTANT),
        sa.Column("receipt", sa.Text()),
        sa.Column("error", sa.Text()),
        sa.Column("settled_at", _INSTANT),
        sa.Column("leased_until", _INSTANT),
        sa.Index("ix_deliveries_channel_due", "channel", "due_at"),
        sa.Index("ix_deliveries_state", "state"),
    )
