"""`/news why`: the one final reason for a story in this channel."""

from bot.commands.desk import Desk
from bot.commands.replies import headline, listing, message, reply
from bot.commands.values import Values
from bot.compose.reasons import why_text
from bot.models import Ask, Command, Line, Option, Paragraph, Reply, Suggests, Text

COMMAND = Command(
    words=("news", "why"),
    summary="Why a story was told here, or why not",
    options=(
        Option(
            name="story",
            description="Its id, or the link of one of its reports; nothing for the last decisions",
            suggests=Suggests.STORIES,
        ),
    ),
)


SHOWN = 15


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """Answer with the reason, or with the latest reasons when no story is named."""
    reference = values.text("story")
    if not reference:
        return await _latest(desk, ask)
    story = await desk.story(reference, ask.channel)
    found = await desk.store.ledger.verdict(ask.channel.id, story.id)
    reason = Paragraph((Text(why_text(story, found, desk.now())),))
    return Reply(message=message(f"Why: {headline(story)}", reason))


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
