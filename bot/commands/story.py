"""`/news story`: one story, told short, or its sources, timeline, disagreements or changes."""

import asyncio
from collections.abc import Sequence

from bot.commands.desk import Desk
from bot.commands.options import STORY
from bot.commands.replies import headline, link_or_text, listing, message
from bot.commands.values import Values
from bot.compose.card import coverage, story_card
from bot.compose.changes import changes
from bot.compose.disagreements import disagreements
from bot.compose.sidebyside import NO_CHANGES, NO_DISAGREEMENTS, change_line, sides_of
from bot.models import (
    Article,
    Ask,
    Block,
    Budget,
    Command,
    Disagreement,
    Line,
    Listing,
    Message,
    Moment,
    Note,
    Option,
    OptionKind,
    Paragraph,
    Reply,
    Story,
    Text,
)
from bot.text.visible import one_line

COMMAND = Command(
    words=("news", "story"),
    summary="One story: told short, or another view of it",
    options=(
        STORY,
        Option(
            name="view",
            description="Told short, timeline, sources, disagreements or changes (summary)",
            kind=OptionKind.CHOICE,
            choices=("summary", "timeline", "sources", "disagreements", "changes"),
        ),
    ),
)

SHOWN = 20
SHOWN_SIDES = 10
LONGER = Budget(sentences=6)


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the view asked for."""
    story = await desk.story(values.text("story"), ask.channel)
    zone = desk.zone_of(ask.actor)
    match values.text("view"):
        case "sources":
            items = [_source(article, zone) for article in reversed(story.articles)]
            return Reply(message=_listed("Sources", story, items))
        case "timeline":
            items = [_event(article, zone) for article in story.articles]
            return Reply(message=_listed("Timeline", story, items))
        case "disagreements":
            found = await asyncio.to_thread(disagreements, story)
            return Reply(message=_disagreeing(story, found, zone))
        case "changes":
            made = await asyncio.to_thread(changes, story)
            items = [change_line(one, zone=zone) for one in made]
            return Reply(message=_listed("Changes", story, items, empty=NO_CHANGES))
        case _:
            summary = await desk.pipeline.condense(story, budget=LONGER)
            found = await asyncio.to_thread(disagreements, story)
            card = story_card(summary, story, now=desk.now(), differences=found)
            return Reply(message=message("Story", card))


def _disagreeing(story: Story, found: Sequence[Disagreement], zone: str) -> Message:
    """Return the sides of each disagreement below what it is about, or why there are none."""
    articles = {article.id: article for article in story.articles}
    title = f"Disagreements: {headline(story)}"
    if not found:
        return message(title, Paragraph((Text(NO_DISAGREEMENTS),)), _small(story))
    blocks: list[Block] = []
    for one in found[:SHOWN_SIDES]:
        about, sides = sides_of(one, articles, zone=zone)
        blocks += [Paragraph((Text(about, bold=True),)), Listing(sides)]
    return message(title, *blocks, _small(story, left=len(found) - SHOWN_SIDES))


def _small(story: Story, *, left: int = 0) -> Note:
    more = f" · {left} more not shown" if left > 0 else ""
    return Note((Text(f"{coverage(story)} · {story.id}{more}"),))


def _listed(what: str, story: Story, items: list[Line], *, empty: str = "") -> Message:
    if not items and empty:
        return message(f"{what}: {headline(story)}", Paragraph((Text(empty),)), _small(story))
    left = len(items) - SHOWN
    note = f"{coverage(story)} · {story.id}" + (f" · {left} more not shown" if left > 0 else "")
    title = f"{what}: {headline(story)}"
    return listing(title, items[:SHOWN], note=note)


def _source(article: Article, zone: str) -> Line:
    credit = f" · with {', '.join(article.agencies)}" if article.agencies else ""
    return (
        Text(f"{article.outlet}: ", bold=True),
        link_or_text(one_line(article.title, limit=160), article.url),
        Text(" · "),
        Moment(article.dated_at, zone),
        Text(credit),
    )


def _event(article: Article, zone: str) -> Line:
    return (
        Moment(article.dated_at, zone),
        Text(" · "),
        link_or_text(one_line(article.title, limit=160), article.url),
        Text(f" ({article.outlet})"),
    )
