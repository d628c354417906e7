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


def test_posts_within_the_hour_stand_beside_each_other() -> None:
    """Two tolls of nearly the same time are both told."""
    assert sorted(texts(live(hours=0.5))) == sorted([NEWEST, FIRST])
