"""`/news search`: stories by words, as a short list."""

from dataclasses import replace
from datetime import datetime

from bot.commands.desk import Desk
from bot.commands.options import SINCE
from bot.commands.replies import headline, link_or_text, listing, reply
from bot.commands.values import Values
from bot.commands.wanted import meant
from bot.compose.age import latest
from bot.compose.card import coverage
from bot.compose.select import best_first, fitting
from bot.models import (
    Ask,
    Command,
    Line,
    Option,
    OptionKind,
    Reply,
    Story,
    Suggests,
    Text,
    Topic,
)
from bot.text.visible import one_line

COMMAND = Command(
    words=("news", "search"),
    summary="Find stories by words, newest or best fitting first",
    options=(
        Option(name="words", description="What to look for", required=True),
        SINCE,
        Option(name="source", description="Only reports of this source", suggests=Suggests.SOURCES),
        Option(
            name="sort",
            description="Newest or best fitting first (fit)",
            kind=OptionKind.CHOICE,
            choices=("new", "fit"),
        ),
    ),
)

SHOWN = 10
MAX_TITLE = 120


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the stories found, one line each with its id."""
    now = desk.now()
    source = values.text("source").replace('"', "")
    typed = values.text("words") + (f' source:"{source}"' if source else "")
    wanted = await meant(desk, ask, typed)
    topic = wanted.topic
    since = values.since("since", now, desk.zone_of(ask.actor))
    found = await desk.store.search.search(topic, since=since, audience=ask.channel.workspace)
    stories = list(fitting(found, topic))
    if values.text("sort") == "new":
        stories.sort(key=lambda story: story.updated_at, reverse=True)
    if not stories:
        return reply(f"Nothing found for {topic.text}. Fewer or other words may find more.")
    items = [_item(story, topic, now) for story in stories[:SHOWN]]
    note = f"{wanted.note} {len(items)} of {len(stories)}. /news story <id> tells one.".strip()
    return Reply(message=listing(f"Found for {topic.text}", items, note=note))


def _item(story: Story, topic: Topic, now: datetime) -> Line:
    """Return a story as one line: the title of the report that fits best leads to it.

    Of those that fit alike it is one that holds the words as typed, not another name alone.
    """
    fitting_best = replace(story, articles=best_first(topic, story))
    report = best_first(replace(topic, things=()), fitting_best)[0]
    title = one_line(report.title, limit=MAX_TITLE) or headline(story) or report.outlet
    told = Text(f" · {coverage(story)} · {latest(story, now)} · {story.id}")
    return (link_or_text(title, report.url), told)
