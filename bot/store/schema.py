"""The tables. A change here goes with a new step in `migrations/versions` and a new `HEAD`.

Old steps are never edited. A story has no row of its own: it is the articles that carry its
id. Who may see an article stands in the article, so that every query can ask for it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from bot.store import codec
from bot.store.columns import Coded, Key, UtcDateTime, Words

HEAD = "0008"
"""The newest step of `migrations/versions`: what an up-to-date database carries."""

MAX_NAME = 500
MAX_LINK = 4_000
MAX_TITLE = 1_000
MAX_TEXT = 1_000_000
MAX_REMARK = 1_000

metadata = MetaData()

_Number = BigInteger().with_variant(Integer(), "sqlite")  # SQLite counts in INTEGER alone
_words = Coded(codec.encode_words, codec.decode_words)
_sentences = Coded(codec.encode_sentences, codec.decode_sentences)
_schedule = Coded(codec.encode_schedule, codec.decode_schedule)
_posts = Coded(codec.encode_posts, codec.decode_posts)
_message = Coded(codec.encode_message, codec.decode_message)

sources = Table(
    "sources",
    metadata,
    Column("id", Key(), primary_key=True),
    Column("kind", Text(), nullable=False),
    Column("address", Words(MAX_LINK), nullable=False),
    Column("name", Words(MAX_NAME), nullable=False),
    Column("topics", _words, nullable=False),
    Column("language", Text()),
    Column("audience", Key(), nullable=False),
    Column("paused", Boolean(), nullable=False),
    Column("selector", Words(MAX_NAME)),
    Column("owner", Words(MAX_NAME)),
)

visits = Table(
    "visits",
    metadata,
    Column("source", Key(), ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    Column("next_at", UtcDateTime(), nullable=False),
    Column("last_at", UtcDateTime()),
    Column("etag", Words(MAX_REMARK)),
    Column("last_modified", Words(MAX_REMARK)),
    Column("failures", Integer(), nullable=False),
    Column("error", Words(MAX_REMARK)),
    Column("interval_s", Integer()),
    Column("quiet_hours", _words),
    Column("moved_to", Words(MAX_LINK)),
    Column("hub", Words(MAX_LINK)),
    Column("hub_topic", Words(MAX_LINK)),
    Column("backlog", _words),
)

pushes = Table(
    "pushes",
    metadata,
    Column("token", Key(), primary_key=True),
    Column("source", Key(), nullable=False, index=True),
    Column("hub", Words(MAX_LINK), nullable=False),
    Column("hub_topic", Words(MAX_LINK), nullable=False),
    Column("callback", Words(MAX_LINK), nullable=False),
    Column("secret", Text(), nullable=False),
    Column("ask_at", UtcDateTime(), nullable=False),
    Column("leased_until", UtcDateTime()),
    Column("failures", Integer(), nullable=False),
    Column("pushed_at", UtcDateTime()),
    Column("is_leaving", Boolean(), nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("number", _Number, primary_key=True),  # what the full text calls the article
    Column("id", Key(), nullable=False, unique=True),
    Column("story", Key(), nullable=False, index=True),
    Column("source", Key(), nullable=False),
    Column("outlet", Words(MAX_NAME), nullable=False),
    Column("url", Words(MAX_LINK), nullable=False, index=True),
    Column("title", Words(MAX_TITLE), nullable=False),
    Column("text", Words(MAX_TEXT), nullable=False),
    Column("fetched_at", UtcDateTime(), nullable=False),
    Column("bylines", _words, nullable=False),
    Column("published_at", UtcDateTime()),
    Column("updated_at", UtcDateTime()),
    Column("dated_at", UtcDateTime(), nullable=False),
    Column("language", Text()),
    Column("agencies", _words, nullable=False),
    Column("audience", Key(), nullable=False),
    Column("section", Words(MAX_NAME)),
    Column("dateline", Words(MAX_NAME)),
    Column("picture", Words(MAX_LINK)),
    Column("is_walled", Boolean()),
    Column("posts", _posts),
    Column("owner", Words(MAX_NAME)),
    # All that is asked to find the newest stories, so that no article need be opened.
    Index("ix_articles_newest", "dated_at", "audience", "story"),
    Index("ix_articles_resurfaced", "fetched_at", "dated_at", "story"),
)

story_aliases = Table(
    "story_aliases",
    metadata,
    Column("old", Key(), primary_key=True),
    Column("kept", Key(), nullable=False, index=True),
)

title_words = Table(
    "title_words",
    metadata,
    Column("word", Key(), primary_key=True),
    Column("titles", Integer(), nullable=False),
)

name_words = Table(
    "name_words",
    metadata,
    Column("word", Key(), primary_key=True),
    Column("articles", Integer(), nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("article", Key(), primary_key=True),
    Column("source", Key(), nullable=False),
    Column("url", Words(MAX_LINK), nullable=False, index=True),
    Column("title", Words(MAX_TITLE), nullable=False),
    Column("reason", Words(MAX_REMARK), nullable=False),
    Column("at", UtcDateTime(), nullable=False, index=True),
    Column("audience", Key(), nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Key(), primary_key=True),
    Column("platform", Text(), nullable=False),
    Column("workspace", Key(), nullable=False),
    Column("address", Key(), nullable=False),
    Column("name", Words(MAX_NAME), nullable=False),
    Column("is_direct", Boolean(), nullable=False),
)

plans = Table(
    "plans",
    metadata,
    Column("channel", Key(), primary_key=True),
    Column("schedule", _schedule),
    Column("minutes", Integer(), nullable=False),
    Column("late", Text(), nullable=False),
    Column("language", Text()),
    Column("paused_until", UtcDateTime()),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Key(), primary_key=True),
    Column("channel", Key(), nullable=False, index=True),
    Column("topic", Words(MAX_REMARK), nullable=False),
    Column("created_at", UtcDateTime(), nullable=False),
    Column("created_by", Key(), nullable=False),
    Column("mode", Text(), nullable=False),
    Column("schedule", _schedule),
)

told = Table(
    "told",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("channel", Key(), nullable=False),
    Column("story", Key(), nullable=False),
    Column("key", Key(), index=True),  # the briefing that told it; NULL for an answer
    Column("articles", _words, nullable=False),
    Column("sentences", _sentences, nullable=False),
    Column("at", UtcDateTime(), nullable=False),
    Index("ix_told_channel_story", "channel", "story"),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("channel", Key(), primary_key=True),
    Column("story", Key(), primary_key=True),
    Column("reason", Text(), nullable=False),
    Column("detail", Words(MAX_REMARK), nullable=False),
    Column("at", UtcDateTime(), nullable=False),
)

mutes = Table(
    "mutes",
    metadata,
    Column("channel", Key(), primary_key=True),
    Column("kind", Text(), primary_key=True),
    Column("target", Key(), primary_key=True),
    Column("until", UtcDateTime()),  # NULL for good
    Column("by", Words(MAX_NAME), nullable=False),
    Column("at", UtcDateTime(), nullable=False),
)

spending = Table(
    "spending",
    metadata,
    Column("day", Key(), primary_key=True),  # of UTC, as 2026-11-24
    Column("tokens", Integer(), nullable=False),
    Column("requests", Integer(), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("channel", Key(), nullable=False, index=True),
    Column("actor", Key(), nullable=False),
    Column("actor_name", Words(MAX_NAME), nullable=False),
    Column("line", Words(MAX_REMARK), nullable=False),
    Column("at", UtcDateTime(), nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("key", Key(), primary_key=True),
    Column("part", Integer(), primary_key=True),
    Column("channel", Key(), ForeignKey("channels.id"), nullable=False),
    Column("message", _message, nullable=False),
    Column("due_at", UtcDateTime(), nullable=False),
    Column("nonce", String(24), nullable=False),
    Column("state", Text(), nullable=False),
    Column("attempts", Integer(), nullable=False),
    Column("next_try_at", UtcDateTime()),
    Column("receipt", Words(MAX_REMARK)),
    Column("error", Words(MAX_REMARK)),
    Column("settled_at", UtcDateTime()),
    Column("leased_until", UtcDateTime()),
    Index("ix_deliveries_channel_due", "channel", "due_at"),
    Index("ix_deliveries_state", "state"),
)
