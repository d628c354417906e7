"""What people ask for, as it was meant: topics with their slips mended and all their names."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.commands.desk import Desk
from bot.models import Ask, Topic, WorkspaceId
from bot.ports import Store
from bot.text.aliases import Aliases
from bot.text.topics import parse_topic, respelt


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A topic as it was meant, and what each word that nothing holds was taken for."""

    topic: Topic
    spelling: Mapping[str, str]

    @property
    def note(self) -> str:
        """What to say of mended slips; "" when there were none."""
        return " ".join(
            f"No report holds “{typed}”: taken for “{meant}”."
            for typed, meant in self.spelling.items()
        )


async def meant(desk: Desk, ask: Ask, typed: str) -> Wanted:
    """Return the topic that the asker meant, by what the asker may see."""
    return await understood(
        desk.store, typed, audience=ask.channel.workspace, aliases=desk.pipeline.parts.aliases
    )


async def understood(
    store: Store, typed: str, *, audience: WorkspaceId | None, aliases: Aliases
) -> Wanted:
    """Return the topic that was meant: a word that no article holds gives way to its nearest.

    It is for questions alone. What no one has written yet may come tomorrow, so standing orders
    are kept as typed.
    """
    topic = aliases.of(parse_topic(typed))
    named = {word for thing in topic.things for word in thing.words}
    doubtful = [term for term in topic.terms if term not in named]
    spelling = await store.search.spelling(doubtful, audience=audience)
    if not spelling:
        return Wanted(topic=topic, spelling={})
    return Wanted(topic=aliases.of(respelt(topic, spelling)), spelling=spelling)
