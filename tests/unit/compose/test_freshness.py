"""Promises of `bot.compose.freshness`: an old article that resurfaces is no news."""

from datetime import timedelta

from bot.compose.freshness import news_of, original, without_resurfaced
from bot.models import ArticleId
from tests.builders import (
    DAY,
    HARBOUR,
    HARBOUR_LATER,
    NOW,
    OBSERVATORY,
    article,
    story,
)

SINCE = NOW - 2 * DAY
OLD = article("old", at=NOW - 900 * DAY)
NEW = article("new", text=HARBOUR_LATER)
REPRINT = article("reprint", outlet="Quay Courier")
GONE_ON = article("gone on", text=f"{HARBOUR}\n\n{HARBOUR_LATER}")


def ids(*names: str) -> set[ArticleId]:
    """Return ids of articles."""
    return set(map(ArticleId, names))


def test_what_is_dated_before_is_no_news() -> None:
    """However lately it came in."""
    assert news_of([OLD, NEW], SINCE) == (NEW,)
    assert news_of([OLD], SINCE) == ()
    assert news_of([NEW, REPRINT], SINCE) == (NEW, REPRINT)


def test_a_reprint_of_an_old_text_is_no_news() -> None:
    """A report that goes on where the old one ended is."""
    assert news_of([OLD, REPRINT], SINCE) == ()
    assert news_of([OLD, GONE_ON], SINCE) == (GONE_ON,)


def test_the_oldest_is_the_original() -> None:
    """Of texts too short to have runs of words only the same one is a reprint."""
    flash, same, other = (
        article(name, text=text, at=NOW - at * DAY)
        for name, text, at in (("f", "Port shut", 0), ("g", "PORT shut", 3), ("h", "Port open", 4))
    )

    assert original(REPRINT, [NEW, OLD, REPRINT]) == OLD
    assert original(NEW, [OLD]) is None
    assert original(flash, [flash, same, other]) == same


def test_a_follow_up_is_told_from_what_was_told_and_the_news() -> None:
    """An old article that came in since says nothing new."""
    grown = story("s1", OLD, REPRINT, NEW)

    told = without_resurfaced(grown, done=ids("reprint"), news=ids("new"))

    assert told.articles == (REPRINT, NEW)


def test_what_happened_long_ago_is_no_part_of_what_happened_now() -> None:
    """A first telling leaves out what is far older than the news; a week's reports stay."""
    week_old = article("week", text=OBSERVATORY, at=NOW - timedelta(days=7))

    told = without_resurfaced(story("s1", OLD, week_old, NEW), done=ids(), news=ids("new"))

    assert told.articles == (week_old, NEW)
