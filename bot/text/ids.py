"""Short names for things, made from what they are."""

from functools import lru_cache
from hashlib import sha256

from bot.text.urls import canonical_url, is_web

_DIGITS = 10


def short_id(prefix: str, *parts: str) -> str:
    """Return the name of what `parts` say: the same parts always give the same name.

    >>> short_id("st", "a1") == short_id("st", "a1") != short_id("st", "a", "1")
    True
    >>> len(short_id("st", "a1"))
    12
    """
    told = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return prefix + sha256(told).hexdigest()[:_DIGITS]


@lru_cache(maxsize=4096)  # a visit asks for the names of a feed's entries several times
def article_name(audience: str, source: str, *, url: str, entry: str) -> str:
    """Return the name of an article: after its link, else after its entry within the source.

    The audience is part of it: what a workspace added for itself never stands in for what
    everyone may read.

    >>> article_name("", "herald", url="https://a.example/1#top", entry="7") == article_name(
    ...     "", "courier", url="https://a.example/1", entry="1")
    True
    """
    if is_web(url):
        return short_id("a", audience, canonical_url(url))
    return short_id("a", source, entry)
