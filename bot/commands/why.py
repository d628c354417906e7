"""`/news why`: the one final reason for an article or a story in this channel."""

from bot.commands.asked import asked
from bot.commands.desk import Desk
from bot.commands.replies import headline, listing, message, reply
from bot.commands.values import Values
from bot.models import Ask, Command, Line, Option, Paragraph, Reply, Suggests, Text

COMMAND = Command(
    words=("news", "why"),
    summary="Why a report was told here, or why not",
    options=(
        Option(
            name="story",
            description="A story's or report's id, or a report's link; nothing for the last ones",
            suggests=Suggests.STORIES,
        ),
    ),
)


SHOWN = 15


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the reason, or with the latest reasons when nothing is named."""
    reference = values.text("story")
    if not reference:
        return await _latest(desk, ask)
    found = await asked(desk, ask.channel, reference)
    reason = Paragraph((Text(found.fate.said),))
    return Reply(message=message(f"Why: {found.title}", reason))


async def _latest(desk: Desk, ask: Ask) -> Reply:
    verdicts = await desk.store.ledger.verdicts(ask.channel.id, limit=SHOWN)
    items: list[Line] = []
    for verdict in verdicts:
        story = await desk.store.library.story(verdict.story, ask.channel.workspace)
        if story is not None:
            said = f" · {verdict.reason.value}: {verdict.detail} · {story.id}"
            items.append((Text(headline(story), bold=True), Text(said)))
    if not items:
        return reply(
            "No briefing was made here yet, so nothing was decided. /brief makes one now; "
            "/news why <id or link> asks about one story."
        )
    return Reply(message=listing("Why: the last decisions here", items))
