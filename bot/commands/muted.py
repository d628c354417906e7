"""What is muted in a channel, under the names that its people know."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.commands.desk import Desk
from bot.commands.replies import headline
from bot.models import Channel, Mute, Muted, StoryId
from bot.text.commandline import command_line

UNMUTE = ("news", "unmute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mute, and what is muted in words."""

    mute: Mute
    title: str

    @property
    def names(self) -> frozenset[str]:
        """All that it may be called when it is to be ended, in small letters."""
        mute = self.mute
        return frozenset(
            _plain(name) for name in (mute.target, f"{mute.kind.value}:{mute.target}", self.title)
        )


async def in_force(desk: Desk, channel: Channel) -> tuple[Mute, ...]:
    """Return what is muted in a channel now, the newest first."""
    return await desk.store.mutes.of(channel.id, desk.now())


async def named_mutes(desk: Desk, channel: Channel, mutes: Sequence[Mute]) -> tuple[Named, ...]:
    """Return mutes with what they are about: a story's headline, a source's name, a topic.

    What is gone, or not to be seen here any more, is named by its id.
    """
    sources = {one.id: one.name for one in await desk.store.sources.all(channel.workspace)}
    found: list[Named] = []
    for mute in mutes:
        title = mute.target
        if mute.kind is Muted.SOURCE:
            title = {str(name): title for name, title in sources.items()}.get(title, title)
        elif mute.kind is Muted.STORY:
            story = await desk.store.library.story(StoryId(mute.target), channel.workspace)
            title = headline(story) if story else title
        found.append(Named(mute=mute, title=title))
    return tuple(found)


def wanted(typed: str, among: Sequence[Named]) -> list[Named]:
    """Return the mutes that somebody may mean."""
    return [one for one in among if _plain(typed) in one.names]


def line_of(mute: Mute) -> str:
    """Return the command line that ends a mute."""
    return command_line(UNMUTE, {"what": f"{mute.kind.value}:{mute.target}"})


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace('"', "").split())
