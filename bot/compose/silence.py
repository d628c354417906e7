"""What a channel does not want to hear of, held against stories."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.models import Article, Mute, Muted, SourceId, Story, StoryId, Topic
from bot.text.topics import ABOUT, fit

SHARE_ABOUT = 0.5
"""How many of a story's reports must be about a muted topic.

One report of ten that mentions football in passing must not silence a fire in a stadium.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A channel's mutes by what they are about."""

    stories: Mapping[StoryId, Mute] = field(default_factory=dict)
    topics: tuple[tuple[Topic, Mute], ...] = ()
    sources: Mapping[SourceId, Mute] = field(default_factory=dict)

    def of(self, article: Article) -> Mute | None:
        """Return the mute of the article's source, or None."""
        return self.sources.get(article.source)

    def heard(self, story: Story) -> Story | None:
        """Return the story without the reports of muted sources; None when none is left."""
        if not self.sources:
            return story
        left = tuple(one for one in story.articles if one.source not in self.sources)
        return replace(story, articles=left) if left else None

    def all_heard(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        """Return the stories that are not muted, without the reports of muted sources."""
        left = (self.heard(one) for one in stories if self.over(one) is None)
        return tuple(one for one in left if one)

    def over(self, story: Story) -> Mute | None:
        """Return the mute that keeps the story from being told, or None.

        That is its own, that of a topic which half of its reports are about, or that of a
        source when no other source reports it.
        """
        if story.id in self.stories:
            return self.stories[story.id]
        heard = self.heard(story)
        if heard is None:
            return self.of(story.articles[-1])
        return next((mute for topic, mute in self.topics if _is_about(heard, topic)), None)


NO_SILENCE = Silence()


def silence(mutes: Iterable[Mute], topic: Callable[[str], Topic]) -> Silence:
    """Return mutes by what they are about; `topic` takes a typed topic apart."""
    stories: dict[StoryId, Mute] = {}
    topics: list[tuple[Topic, Mute]] = []
    sources: dict[SourceId, Mute] = {}
    for mute in mutes:
        if mute.kind is Muted.STORY:
            stories[StoryId(mute.target)] = mute
        elif mute.kind is Muted.SOURCE:
            sources[SourceId(mute.target)] = mute
        else:
            topics.append((topic(mute.target), mute))
    return Silence(stories=stories, topics=tuple(topics), sources=sources)


def until_text(until: datetime | None, zone: str) -> str:
    """Return how long a mute lasts.

    >>> from datetime import UTC
    >>> until_text(datetime(2026, 12, 1, 8, tzinfo=UTC), "UTC"), until_text(None, "UTC")
    ('until 1 December 2026, 08:00 (UTC)', 'for good')
    """
    return f"until {moment_text(until, zone)}" if until else "for good"


def moment_text(at: datetime, zone: str) -> str:
    """Return a moment in words, with its zone.

    >>> from datetime import UTC
    >>> moment_text(datetime(2026, 11, 24, 7, tzinfo=UTC), "Europe/Berlin")
    '24 November 2026, 08:00 (Europe/Berlin)'
    """
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%B %Y, %H:%M} ({zone})"


def muted_text(mute: Mute, zone: str, *, source: str = "") -> str:
    """Return what is muted here, how long and by whom; `source` is the source's name."""
    what = {
        Muted.STORY: "this story",
        Muted.TOPIC: f"the topic {mute.target}",
        Muted.SOURCE: f"the source {source or mute.target}",
    }[mute.kind]
    return f"{what} is muted here {until_text(mute.until, zone)}, by {mute.by}"


def _is_about(story: Story, topic: Topic) -> bool:
    fits = [
        fit(topic, title=one.title, text=one.text, outlet=one.outlet, language=one.language)
        for one in story.articles
    ]
    return sum(how_well >= ABOUT for how_well in fits) >= SHARE_ABOUT * len(fits)
