"""Promises of `bot.condense.first_of`: which condenser tells what."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.condense.first_of import FirstOf
from bot.errors import CondenseError
from bot.models import Budget, Story, StoryId, Summary, Told
from bot.ports import Condenser
from tests.builders import article

STORY = Story(id=StoryId("s1"), articles=(article(),))


@dataclass(slots=True)
class Plain:
    """Tells a story under its own name, or cannot."""

    name: str = "plain"
    fails: bool = False

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return a summary that says who made it."""
        del budget, told
        if self.fails:
            raise CondenseError(f"{self.name} cannot")
        return Summary(story=story.id, headline=self.name, sentences=())


@dataclass(slots=True)
class Dear(Plain):
    """May tell one story a briefing, and is to be closed."""

    name: str = "dear"
    briefings: list[Plain] = field(default_factory=list)
    closed: int = 0

    def for_briefing(self) -> Condenser:
        """Return one that can be told from the others."""
        self.briefings.append(Plain(name=f"briefing {len(self.briefings) + 1}", fails=self.fails))
        return self.briefings[-1]

    async def close(self) -> None:
        """Count."""
        self.closed += 1


async def told_by(condensers: Sequence[Condenser], *, briefing: bool = False) -> str:
    """Return who tells the story."""
    first_of = FirstOf(condensers)
    condenser = first_of.for_briefing() if briefing else first_of
    return (await condenser.condense(STORY, budget=Budget())).headline


async def test_the_first_that_can_tells() -> None:
    """One that cannot is passed over."""
    assert await told_by([Plain("one"), Plain("two")]) == "one"
    assert await told_by([Plain("one", fails=True), Plain("two")]) == "two"


async def test_when_none_can_it_is_said_why() -> None:
    """The last one's reason is the cause."""
    with pytest.raises(CondenseError, match="no condenser could tell") as caught:
        await told_by([Plain("one", fails=True), Plain("two", fails=True)])

    assert str(caught.value.__cause__) == "two cannot"


async def test_questions_are_answered_without_what_is_rationed() -> None:
    """A briefing may wait for it; it is used for a question only where it is all there is."""
    assert await told_by([Dear(), Plain()]) == "plain"
    assert await told_by([Dear(), Plain()], briefing=True) == "briefing 1"
    assert await told_by([Dear()]) == "dear"


async def test_a_briefing_goes_on_when_what_is_rationed_fails() -> None:
    """The next condenser tells the story."""
    assert await told_by([Dear(fails=True), Plain()], briefing=True) == "plain"


async def test_each_briefing_has_a_ration_of_its_own() -> None:
    """It is asked for anew."""
    dear = Dear()
    both = FirstOf([dear, Plain()])

    told = [await both.for_briefing().condense(STORY, budget=Budget()) for _ in range(2)]

    assert [one.headline for one in told] == ["briefing 1", "briefing 2"]


async def test_what_holds_something_open_is_closed() -> None:
    """The others have nothing to close."""
    dear = Dear()
    await FirstOf([Plain(), dear]).close()

    assert dear.closed == 1
