"""Which stories are worth telling, in which order, and the reason for each."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.compose.freshness import news_of, original
from bot.compose.silence import NO_SILENCE, Silence, muted_text
from bot.compose.voices import voices
from bot.models import (
    Article,
    ArticleId,
    Muted,
    Reason,
    Sentence,
    Story,
    StoryId,
    Told,
    Topic,
    Verdict,
)
from bot.text.topics import ABOUT, fit

HALF_LIFE = timedelta(hours=18)
"""A story's news value halves in this time. By judgement: a day-old story still beats a fresh
one that only a quarter as many outlets carry. To be measured on the sample newsroom."""

STORIES_OF = {2: 4, 5: 8, 10: 16}
"""How many stories fit a reading time in minutes: about 75 words a story at 150 words a minute,
which is slow on purpose: people read a briefing beside their coffee."""


_Objection = tuple[Reason, str]

TOPICS_NAMED = 5
"""Topics named in the reason for a story that is about none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A story worth telling: for which topic, how well it fits, and its rank's score.

    The story is without the reports of muted sources. `news` are its reports that make it worth
    telling: not told yet, and not old.
    """

    story: Story
    topic: Topic
    score: float
    news: frozenset[ArticleId] = frozenset()


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
    best = 0.0
    for article in story.articles:
        best = max(best, article_fit(topic, article))
        if best >= 1:  # none can fit better: the rest need not be looked at
            break
    return best


def best_first(topic: Topic, story: Story) -> tuple[Article, ...]:
    """Return the story's articles, those that fit the topic best first, oldest among equals."""
    return tuple(sorted(story.articles, key=lambda article: -article_fit(topic, article)))


def fitting(stories: Iterable[Story], topic: Topic) -> tuple[Story, ...]:
    """Return the stories that fit the topic at all: those about the whole of it come first.

    Otherwise they stay in the order given, which is a search's.
    """
    fits = _fits(stories, topic)
    whole = [story for how_well, story in fits if how_well >= ABOUT]
    return (*whole, *(story for how_well, story in fits if 0 < how_well < ABOUT))


def article_fit(topic: Topic, article: Article) -> float:
    """Return how well an article fits the topic, from 0 to 1."""
    return fit(
        topic,
        title=article.title,
        text=article.text,
        outlet=article.outlet,
        language=article.language,
    )


def news_value(story: Story, now: datetime) -> float:
    """Return how much a story matters: how many independent voices tell it, less with its age."""
    told_by = voices(story.articles)
    age = max(now - story.updated_at, timedelta(0))
    return (1 + math.log2(told_by)) * math.exp2(-(age / HALF_LIFE))


def ranked(stories: Iterable[Story], topic: Topic, *, now: datetime) -> tuple[Pick, ...]:
    """Return the stories that fit the topic at all, best first: fit, coverage and recency."""
    return _ranked(_fits(stories, topic), topic, now=now)


def about(stories: Iterable[Story], topic: Topic, *, now: datetime) -> tuple[Pick, ...]:
    """Return the stories that are about the whole topic; failing that, about part of it."""
    fits = _fits(stories, topic)
    whole = [(how_well, story) for how_well, story in fits if how_well >= ABOUT]
    return _ranked(whole or fits, topic, now=now)


def _fits(stories: Iterable[Story], topic: Topic) -> list[tuple[float, Story]]:
    """Return how well each story fits the topic; the dearest thing here, so done once."""
    return [(topic_fit(topic, story), story) for story in stories]


def _ranked(
    fits: Iterable[tuple[float, Story]], topic: Topic, *, now: datetime
) -> tuple[Pick, ...]:
    picks = (
        Pick(story=story, topic=topic, score=round(how_well**2 * news_value(story, now), 6))
        for how_well, story in fits
        if how_well > 0
    )
    return tuple(sorted(picks, key=lambda pick: (-pick.score, pick.story.id)))


def select(  # noqa: PLR0913 (all that a channel may have against a story)
    stories: Sequence[Story],
    topics: Sequence[Topic],
    *,
    told: Mapping[StoryId, Told],
    since: datetime,
    now: datetime,
    silence: Silence = NO_SILENCE,
    zone: str = "UTC",
) -> Selection:
    """Return the stories worth telling for any of the topics, and why the others are not.

    A story with a fresh article that the channel has not been told is worth telling; whether
    that article says anything new is for the condenser to find. `zone` is the channel's.
    """
    picks: list[Pick] = []
    verdicts: list[Verdict] = []
    for story in stories:
        before = told.get(story.id)
        judged = _judged(story, topics, before, since=since, now=now, silence=silence, zone=zone)
        if isinstance(judged, Pick):
            picks.append(judged)
        else:
            reason, detail = judged
            verdicts.append(Verdict(story=story.id, reason=reason, detail=detail, at=now))
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


def _judged(  # noqa: PLR0913 (all that a channel may have against a story)
    story: Story,
    topics: Sequence[Topic],
    told: Told | None,
    *,
    since: datetime,
    now: datetime,
    silence: Silence,
    zone: str,
) -> Pick | _Objection:
    """Return the story as a pick, or the one reason against it."""
    heard = silence.heard(story) or story
    chosen = _best_pick(heard, topics, now)
    if chosen is None:
        return _other_news(topics)
    news = _untold(heard, told, since)
    objection = _objection(heard, told, news)
    if objection is None or objection[0] is Reason.TOO_OLD:
        objection = _muted(story, silence, zone) or objection
    return objection or replace(chosen, news=frozenset(one.id for one in news))


def _untold(story: Story, told: Told | None, since: datetime) -> tuple[Article, ...]:
    """Return the reports that are news to the channel."""
    done = told.articles if told else frozenset()
    return tuple(one for one in news_of(story.articles, since) if one.id not in done)


def _other_news(topics: Sequence[Topic]) -> _Objection:
    """Say what a story is not about."""
    named = ", ".join(topic.text for topic in topics[:TOPICS_NAMED])
    more = " or any other topic of this channel" if len(topics) > TOPICS_NAMED else ""
    return Reason.NOT_ABOUT, f"it is not about {named or 'anything asked for'}{more}"


def _objection(story: Story, told: Told | None, news: Sequence[Article]) -> _Objection | None:
    if news:
        return None
    late = [one for one in story.articles if told and one.id not in told.articles]
    came_in = f"what came in since is old: {_dated(late)}" if late else "no report came in since"
    if told_before(told):
        return Reason.ALREADY_TOLD, f"this channel was told it, and {came_in}"
    if told:
        return Reason.OVER_LENGTH, f"it was left out for length, and {came_in}"
    return Reason.TOO_OLD, _dated(story.articles)


def _dated(articles: Sequence[Article]) -> str:
    """Say how old the newest of these reports is; a reprint is as old as what it reprints."""
    newest = max(articles, key=lambda one: one.dated_at)
    first = original(newest, articles)
    if first is not None and first.dated_at < newest.dated_at:
        return f"it is a reprint of a text of {_day(first.dated_at)}"
    return f"its latest report is of {_day(newest.dated_at)}"


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B %Y}"


def _muted(story: Story, silence: Silence, zone: str) -> _Objection | None:
    mute = silence.over(story)
    if mute is None:
        return None
    source = story.articles[-1].outlet if mute.kind is Muted.SOURCE else ""
    return Reason.MUTED, muted_text(mute, zone, source=source)
