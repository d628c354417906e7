"""What is known of a story in a channel, and what holds there: what every reason is read from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.compose.card import coverage
from bot.compose.select import Pick, select
from bot.compose.silence import NO_SILENCE, Silence, moment_text
from bot.models import Article, Reason, Story, Told, Topic, Verdict
from bot.text.copies import copies
from bot.text.visible import one_line

MAX_HEADLINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds for a channel when somebody asks.

    `topics` are those of its subscriptions; everything when it has none, and `is_subscribed`
    says which. News is what is dated from `since` on. `ahead` says what comes next, as a
    sentence. `last_at` is when the last briefing looked at all the news, if one did.
    """

    topics: tuple[Topic, ...]
    is_subscribed: bool
    since: datetime
    now: datetime
    zone: str = "UTC"
    silence: Silence = NO_SILENCE
    ahead: str = ""
    last_at: datetime | None = None

    def moment(self, at: datetime) -> str:
        """Return a moment as the channel's people read it."""
        return moment_text(at, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A story in a channel: each time it was told or passed over, and the last verdict on it."""

    story: Story
    tellings: tuple[Told, ...] = ()
    verdict: Verdict | None = None

    @property
    def told(self) -> tuple[Told, ...]:
        """The times that it was told, by its headline at least."""
        return tuple(one for one in self.tellings if one.sentences or one.at == self._told_at)

    @property
    def passed_over(self) -> tuple[Told, ...]:
        """The times that reports were passed over: for length, or as they said nothing new."""
        return tuple(one for one in self.tellings if one not in self.told)

    @property
    def _told_at(self) -> datetime | None:
        """When the last verdict was given, if it is that the story was told."""
        is_told = self.verdict and self.verdict.reason is Reason.TOLD
        return self.verdict.at if self.verdict and is_told else None

    def decided_on(self, article: Article | None) -> Verdict | None:
        """Return the last verdict, if it was given when the article was there already."""
        last = article or max(self.story.articles, key=lambda one: one.fetched_at)
        return self.verdict if self.verdict and self.verdict.at >= last.fetched_at else None

    def judged(self, standing: Standing) -> Pick | Verdict:
        """Return what a briefing on all of the channel's topics would make of the story now."""
        found = select(
            [self.story],
            standing.topics,
            told={self.story.id: done} if (done := _all(self.tellings)) else {},
            since=standing.since,
            now=standing.now,
            silence=standing.silence,
            zone=standing.zone,
        )
        return found.picks[0] if found.picks else found.verdicts[0]


def place_text(story: Story) -> str:
    """Return a story as it is named beside one of its reports."""
    newest = max(story.articles, key=lambda one: one.dated_at)
    return f"“{one_line(newest.title, limit=MAX_HEADLINE)}” ({coverage(story)})"


def copy_text(article: Article, story: Story, *, cited: Iterable[str] = ()) -> str:
    """Return whose text a report prints, or which other copy of it was cited; "" for its own."""
    numbers = copies([one.text or one.title for one in story.articles])
    of = {one.id: number for one, number in zip(story.articles, numbers, strict=True)}
    printed = [one for one in story.articles if of[one.id] == of[article.id]]
    first = min(printed, key=lambda one: (one.dated_at, one.id))
    if first.id != article.id:
        agencies = {agency for one in printed for agency in one.agencies}
        whose = f"{agencies.pop()}'s text that" if len(agencies) == 1 else "what"
        return f"it is a copy of {whose} {first.outlet} printed first"
    known = frozenset(cited)
    other = next((one for one in printed if one.id in known), None)
    return f"{other.outlet}'s copy of it was cited" if other else ""


def _all(tellings: tuple[Told, ...]) -> Told | None:
    """Return all tellings as one, or None when there was none."""
    if not tellings:
        return None
    return replace(
        tellings[-1],
        articles=frozenset(article for one in tellings for article in one.articles),
        sentences=tuple(sentence for one in tellings for sentence in one.sentences),
    )
