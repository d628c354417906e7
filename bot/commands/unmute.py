"""`/news unmute`: hear again of what was muted."""

from bot.commands.desk import Desk
from bot.commands.mute import BACK, kept
from bot.commands.mute import COMMAND as MUTE
from bot.commands.muted import UNMUTE, in_force, named_mutes, wanted
from bot.commands.replies import reply
from bot.commands.values import Values
from bot.errors import CommandError
from bot.models import Ask, Command, Option, Reply, Suggests
from bot.text.commandline import command_line

COMMAND = Command(
    words=UNMUTE,
    summary="Hear again of what is muted",
    options=(
        Option(
            name="what",
            description="As /news mute lists it: a topic, a story's or source's name or id",
            required=True,
            suggests=Suggests.MUTES,
        ),
    ),
    manages=True,
)

NAMED = 5


async def answer(desk: Desk, ask: Ask, values: Values) -> Reply:
    """End the mute, and offer to undo that."""
    now, typed = desk.now(), values.text("what")
    standing = await named_mutes(desk, ask.channel, await in_force(desk, ask.channel))
    found = wanted(typed, standing)
    if len(found) > 1:
        meant = " or ".join(f"{one.mute.kind.value}:{one.mute.target}" for one in found)
        raise CommandError(f"Several things are called that: say {meant}.")
    if not found:
        names = ", ".join(one.title for one in standing[:NAMED])
        muted = f"What is: {names}. /news mute lists all." if names else "Nothing is."
        raise CommandError(f"“{typed[:80]}” is not muted here. {muted}")
    mute = found[0].mute
    await desk.store.mutes.remove(mute.channel, mute.kind, mute.target)
    line = command_line(COMMAND.words, {"what": f"{mute.kind.value}:{mute.target}"})
    await desk.store.channels.audit(ask.channel.id, ask.actor, line, now)
    token = desk.pending.keep(kept(mute), channel=ask.channel.id, now=now)
    again = command_line(MUTE.words, {"topic": f"{BACK}{token}"})
    undo = desk.pending.button("Undo", again, channel=ask.channel.id, now=now)
    return reply(f"{found[0].title} is no longer muted here.", buttons=[undo])
