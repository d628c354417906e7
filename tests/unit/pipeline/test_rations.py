"""A briefing has one ration of what costs something; questions have none."""

from dataclasses import dataclass, field, replace

from bot.condense.extractive import Extractive
from bot.models import Budget, Plan, Story, Summary, Told
from bot.pipeline import Pipeline
from bot.ports import Condenser
from tests.builders import OBSERVATORY, article, channel
from tests.desks import OpenDesk, opened_desk


@dataclass(slots=True)
class Counting:
    """Tells stories as usual and counts them by briefing."""

    told: list[int] = field(default_factory=list)

    def for_briefing(self) -> Condenser:
        """Begin to count anew."""
        self.told.append(0)
        return self

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Count one more."""
        self.told[-1] += 1
        return await Extractive().condense(story, budget=budget, told=told)


async def briefed(desk: OpenDesk, pipeline: Pipeline) -> int:
    """Make an edition and return how many stories it tells."""
    await desk.add(article(), article("a2", title="A comet", text=OBSERVATORY))
    plan = Plan(channel=channel().id, minutes=10)
    made = await pipeline.edition(channel(), [pipeline.topic("")], plan=plan)
    return len(made.cards)


async def test_an_edition_is_told_with_one_ration() -> None:
    """It is not one a story."""
    counting = Counting()
    async with opened_desk(counting, Extractive()) as desk:
        assert await briefed(desk, desk.pipeline) == 2

    assert counting.told == [2]


async def test_what_has_no_ration_tells_as_it_is() -> None:
    """A desk may have a condenser that knows no rations."""
    async with opened_desk() as desk:
        plain = Pipeline(replace(desk.pipeline.parts, condenser=Extractive()))

        assert await briefed(desk, plain) == 2
