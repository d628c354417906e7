"""Live blogs are told by their posts: a later one overtakes what an earlier one says."""

from dataclasses import replace
from datetime import timedelta

from bot.models import Article, Post
from tests.unit.condense.test_extractive import AT, article, texts

NEWEST = "The coast guard said that 17 people were killed in the ferry accident off Port Salin."
FIRST = "The coast guard said that 14 people were killed in the ferry accident off Port Salin."


def live(*, hours: float) -> Article:
    """Return a live blog of two posts, the newest first, so many hours apart."""
    text = f"{NEWEST}\n\n{FIRST}"
    posts = (
        Post(start=0, at=AT + timedelta(hours=hours)),
        Post(start=len(NEWEST) + 2, at=AT),
    )
    return replace(article(text), posts=posts)


def test_a_later_post_overtakes_an_earlier_one() -> None:
    """Of two tolls in one live blog the later post's is told."""
    assert texts(live(hours=3)) == [NEWEST]


def test_an_earlier_post_overtakes_nothing() -> None:
    """Where the posts are told in the order of time, the last one's toll is told."""
    first, last = live(hours=-3), f"{FIRST}\n\n{NEWEST}"
    rising = replace(first, text=last, posts=(replace(first.posts[0], start=0), first.posts[1]))

    assert texts(rising) == [NEWEST]
