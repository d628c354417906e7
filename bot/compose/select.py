"""Which stories are worth telling, in which order, and the reason for each."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models import Article, Reason, Sentence, Story, StoryId, Told, Topic, Verdict
from bot.text.topics import ABOUT, fit

HALF_LIFE = timedelta(hours=18)
"""A story's news value halves in this time. By judgement: a day-old story still beats a fresh
one that only a quarter as many outlets carry. To be measured on the sample newsroom."""

STORIES_OF = {2: 4, 5: 8, 10: 16}
"""How many stories fit a reading time in minutes: about 75 words a story at 150 words a minute,
which is slow on purpose: people read a briefing beside their coffee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A story worth telling: for which topic, how well it fits, and its rank's score."""

    story: Story
    topic: Topic
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Stories worth telling, best first, and a verdict on every one that is not."""

    picks: tuple[Pick, ...]
    verdicts: tuple[Verdict, ...]


def stories_of(minutes: int) -> int:
    """Return how many stories a briefing of that reading time holds.

    >>> stories_of(2), stories_of(7)
    (4, 8)
    """
    return max(
        (count for limit, count in STORIES_OF.items() if limit <= minutes),
        default=min(STORIES_OF.values()),
    )


def topic_fit(topic: Topic, story: Story) -> float:
    """Return how well the story's best article fits the topic, from 0 to 1."""
    return max(_article_fit(topic, article) for article in story.articles)


def best_first(topic: Topic, story: Story) -> tuple[Article, ...]:
    """Return the story's articles, those that fit the topic best first, oldest among equals."""
    return tuple(sorted(story.articles, key=lambda article: -_article_fit(topic, article)))


def fitting(stories: Iterable[Story], topic: Topic) -> tuple[Story, ...]:
    """Return the stories that fit the topic at all: those about the whole of it come first.

    Otherwise they stay in the order given, which is a search's.
    """
    fits = [(topic_fit(topic, story), story) for story in stories]
    whole = [story for how_well, story in fits if how_well >= ABOUT]
    return (*whole, *(story for how_well, story in fits if 0 < how_well < ABOUT))


def _article_fit(topic: Topic, article: Article) -> float:
    return fit(
        topic,
        title=article.title,
        text=article.text,
        outlet=article.outlet,
        language=article.language,
    )


def news_value(story: Story, now: datetime) -> float:
    """Return how much a story matters: how many outlets carry it, less with its age."""
    outlets = len({article.outlet for article in story.articles})
    age = max(now - story.updated_at, timedelta(0))
    return (1 + math.log2(outlets)) * math.exp2(-(age / HALF_LIFE))


def ranked(stories: Iterable[Story], topic: Topic, *, now: datetime) -> tuple[Pick, ...]:
    """Return the stories that fit the topic at all, best first: fit, coverage and recency."""
    picks = (
        Pick(story=story, topic=topic, score=round(how_well**2 * news_value(story, now), 6))
        for story in stories
        if (how_well := topic_fit(topic, story)) > 0
    )
    return tuple(sorted(picks, key=lambda pick: (-pick.score, pick.story.id)))


def about(stories: Iterable[Story], topic: Topic, *, now: datetime) -> tuple[Pick, ...]:
    """Return the stories that are about the whole topic; failing that, about part of it."""
    picks = ranked(stories, topic, now=now)
    whole = tuple(pick for pick in picks if topic_fit(topic, pick.story) >= ABOUT)
    return whole or picks


def select(
    stories: Sequence[Story],
    topics: Sequence[Topic],
    *,
    told: Mapping[StoryId, Told],
    since: datetime,
    now: datetime,
) -> Selection:
    """Return the stories worth telling for any of the topics, and why the others are not.

    A story with an article that the channel has not been told is worth telling; whether that
    article says anything new is for the condenser to find.
    """
    picks: list[Pick] = []
    verdicts: list[Verdict] = []
    for story in stories:
        chosen = _best_pick(story, topics, now)
        objection = _objection(story, chosen, told.get(story.id), since)
        if chosen is None or objection is not None:
            reason, detail = objection or (Reason.NOT_ABOUT, "")
            verdicts.append(Verdict(story=story.id, reason=reason, detail=detail, at=now))
        else:
            picks.append(chosen)
    picks.sort(key=lambda pick: (-pick.score, pick.story.id))
    return Selection(picks=tuple(picks), verdicts=tuple(verdicts))


def within_length(picks: Sequence[Pick], stories: int) -> tuple[tuple[Pick, ...], tuple[Pick, ...]]:
    """Return the picks that a briefing of so many stories has room for, and the rest."""
    return tuple(picks[:stories]), tuple(picks[stories:])


def covered(story: Story, at: datetime, sentences: Sequence[Sentence] = ()) -> Told:
    """Return the record that a channel is done with the reports that a story has now.

    Without sentences it was passed over: nothing of it was told.
    """
    members = frozenset(article.id for article in story.articles)
    return Told(story=story.id, articles=members, sentences=tuple(sentences), at=at)


def told_before(told: Told | None) -> Told | None:
    """Return what was told, or None when nothing was or the story was passed over."""
    return told if told and told.sentences else None


def _best_pick(story: Story, topics: Sequence[Topic], now: datetime) -> Pick | None:
    fits = [topic_fit(topic, story) for topic in topics]
    if max(fits, default=0.0) < ABOUT:
        return None
    best = topics[fits.index(max(fits))]
    return Pick(story=story, topic=best, score=round(news_value(story, now), 6))


def _objection(
    story: Story, chosen: Pick | None, told: Told | None, since: datetime
) -> tuple[Reason, str] | None:
    if chosen is None:
        return Reason.NOT_ABOUT, "it is not about any topic of this channel"
    if told and {article.id for article in story.articles} <= told.articles:
        if told_before(told) is None:
            return Reason.OVER_LENGTH, "it was left out for length, and no report came in since"
        return Reason.ALREADY_TOLD, "this channel was told it, and no report came in since"
    if story.updated_at < since:
        return Reason.TOO_OLD, f"its latest report is of {story.updated_at:%-d %B %Y}"
    return None
