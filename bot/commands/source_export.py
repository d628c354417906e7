"""`/news source export`: the feeds read here as a list that other readers import."""

from bot.commands.desk import Desk
from bot.commands.replies import message, reply
from bot.commands.values import Values
from bot.fetch.opml import feeds_of, opml_of
from bot.models import Ask, Command, Note, Option, OptionKind, Paragraph, Reply, Text
from bot.text.counts import counted

COMMAND = Command(
    words=("news", "source", "export"),
    summary="The feeds read here as an OPML list",
    options=(
        Option(name="page", description="Which page (1)", kind=OptionKind.COUNT, highest=100),
    ),
)

A_PAGE = 10
"""Feeds in one list: a post holds no more, and each page is a whole list of its own."""


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with a page of the list, to be kept as a file."""
    sources = await desk.store.sources.all(ask.channel.workspace)
    feeds = feeds_of(sources)
    page, pages = values.count("page", 1), -(-len(feeds) // A_PAGE)
    shown = feeds[(page - 1) * A_PAGE : page * A_PAGE]
    if not shown:
        return reply("No such page." if feeds else "No feed is read here yet.")
    small = f"Page {page} of {pages}; {counted(len(feeds), 'feed')}."
    if len(sources) > len(feeds):
        others = counted(len(sources) - len(feeds), "source")
        small += f" No place in a list: {others} of other kinds."
    return Reply(
        message=message(
            "Feeds as OPML",
            Paragraph((Text(opml_of(shown, title="Newsdesk")),)),
            Note((Text(small),)),
        )
    )
