"""What a page turned out to hold, before it becomes an article."""

from dataclasses import dataclass
from datetime import datetime

from bot.models import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The article of a page. Anything that the page does not tell is empty or None."""

    text: str = ""
    title: str = ""
    url: str = ""
    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()
    section: str = ""
    dateline: str = ""
    picture: str = ""
    is_walled: bool = False
    posts: tuple[Post, ...] = ()
