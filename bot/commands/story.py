"""`/news story`: one story, told short, or its sources or timeline."""

from bot.commands.desk import Desk
from bot.commands.options import STORY
from bot.commands.replies import headline, link_or_text, listing, message
from bot.commands.values import Values
from bot.compose.card import coverage, story_card
from bot.models import (
    Article,
    Ask,
    Budget,
    Command,
    Line,
    Message,
    Moment,
    Option,
    OptionKind,
    Reply,
    Story,
    Text,
)
from bot.text.visible import one_line

COMMAND = Command(
    words=("news", "story"),
    summary="One story: told short, its sources or its timeline",
    options=(
        STORY,
        Option(
            name="view",
            description="What to show (summary)",
            kind=OptionKind.CHOICE,
            choices=("summary", "timeline", "sources"),
        ),
    ),
)

SHOWN = 20
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
        case _:
            summary = await desk.pipeline.condense(story, budget=LONGER)
            return Reply(message=message("Story", story_card(summary, story, now=desk.now())))


def _listed(what: str, story: Story, items: list[Line]) -> Message:
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
