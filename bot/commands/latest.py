"""`/latest`: the newest stories about a topic, at once."""

from collections.abc import Sequence
from datetime import datetime

from bot.commands.desk import Desk
from bot.commands.options import SINCE, TOPIC
from bot.commands.replies import message, said
from bot.commands.searching import searched
from bot.commands.values import Values
from bot.commands.wanted import meant
from bot.compose.language import language_asked
from bot.compose.select import about, topic_fit
from bot.models import (
    Ask,
    Command,
    Note,
    Option,
    OptionKind,
    Reply,
    Story,
    StoryCard,
    Text,
    Topic,
)
from bot.text.counts import counted
from bot.text.topics import ABOUT

COMMAND = Command(
    words=("latest",),
    summary="The newest stories about a topic, each sentence with its source",
    options=(
        TOPIC,
        Option(name="count", description="How many stories (5)", kind=OptionKind.COUNT),
        SINCE,
        Option(
            name="language",
            description="Only stories with reports in this language, as en or de",
            kind=OptionKind.LANGUAGE,
        ),
    ),
)

DEFAULT_COUNT = 5


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the stories, or with why there are none and what to do."""
    zone, language = desk.zone_of(ask.actor), values.language("language")
    wanted = await meant(desk, ask, values.text("topic"))
    topic = wanted.topic
    since = values.since("since", desk.now(), zone)
    spoken = await _spoken(desk, ask, topic, since=since, language=language)
    problems: Sequence[str] = ()
    if not _is_covered(spoken, topic):
        asked = await searched(desk, ask.channel, topic)
        problems = asked.problems
        if asked.articles:
            spoken = await _spoken(desk, ask, topic, since=since, language=language)
    picks = about(spoken, topic, now=desk.now())[: values.count("count", DEFAULT_COUNT)]
    if not picks:
        has_limits = bool(values.text("since") or values.text("language"))
        nothing = await _nothing(desk, ask, topic, has_limits=has_limits)
        return Reply(message=said(" ".join([nothing, *_sentences(problems)])))
    plan = await desk.store.channels.plan(ask.channel.id)
    cards: list[StoryCard] = []
    for pick in picks:
        spoken_in = language_asked(topic, pick.story, preferred=language or plan.language)
        cards += await desk.cards([pick], language=language or spoken_in)
    title = f"Latest on {topic.text}" if topic.text else "Latest news"
    count = [f"{len(picks)} of {len(spoken)} stories"] if len(spoken) > len(picks) else []
    small_print = (wanted.note, *count, *_sentences(problems))
    notes = [Note((Text(small),)) for small in small_print if small]
    return Reply(message=message(title, *cards, *notes))


async def _spoken(
    desk: Desk, ask: Ask, topic: Topic, *, since: datetime | None, language: str | None
) -> list[Story]:
    found = await desk.store.search.search(topic, since=since, audience=ask.channel.workspace)
    return [one for one in found if _is_in(one, language)]


def _is_covered(stories: Sequence[Story], topic: Topic) -> bool:
    """Say whether a story is about the whole topic; a topic without words is everything."""
    return topic.is_everything or any(topic_fit(topic, story) >= ABOUT for story in stories)


def _sentences(problems: Sequence[str]) -> list[str]:
    return [f"{problem}." for problem in problems]


def _is_in(story: Story, language: str | None) -> bool:
    return language is None or any(
        (one.language or "").startswith(language) for one in story.articles
    )


async def _nothing(desk: Desk, ask: Ask, topic: Topic, *, has_limits: bool) -> str:
    """Say why there is nothing: filtered, misspelt, not covered, or no source was read yet."""
    if has_limits and topic.text:
        return f"Nothing about {topic.text} within these limits. Try without since or language."
    sources = await desk.store.sources.all(ask.channel.workspace)
    visits = await desk.store.sources.visits()
    if not sources:
        return "There are no sources yet. Add one with /news source add <address>."
    if not any(visits[one.id].last_at for one in sources if one.id in visits):
        return "No source could be read yet. /news status says what is wrong."
    words: list[str] = []
    for word in topic.words:
        words += await desk.store.search.vocabulary(word[:3], limit=3)
    near = f" Words near it in the news: {', '.join(dict.fromkeys(words))}." if words else ""
    read = counted(len(sources), "source")
    return (
        f"Nothing about {topic.text or 'anything'} in the {read} read.{near} "
        "Try other words, or add a source that covers it: /news source add <address>."
    )
