"""Stories of our own for a model to word, and the condenser that has it do so."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.condense.model import Model, create
from bot.models import Article, Spent, Story, StoryId
from bot.ports import Tools
from tests.builders import HOUR, NOW, article
from tests.fakes import FixedClock
from tests.standins.completions import KEY, MODEL, CompletionsStandin

AGROUND = article(
    "a1",
    title="Ferry runs aground off Marrow",
    text=(
        "The ferry Alma (built in 1998) ran aground off Marrow on Monday with 214 people aboard."
        "\n\n"
        "Nine passengers (two of them children) were injured, the coast guard said.\n\n"
        "The captain, Tom Reyes, denied (in a short statement) that he had been asleep.\n\n"
        "“The engine failed within a minute,” Reyes told reporters in Marrow."
    ),
    at=NOW - 2 * HOUR,
)
SUSPENDED = article(
    "a2",
    title="Ferry line may be suspended after accident off Marrow",
    text=(
        "The ferry company may suspend the line to Salin until Friday, its director Mara Lind said."
        "\n\n"
        "At least 30 cars are still in the hold of the Alma, the harbour office said."
    ),
    at=NOW - HOUR,
    outlet="Quay Courier",
)


def story(*articles: Article) -> Story:
    """Return a story, of the ferry unless told otherwise."""
    return Story(id=StoryId("s1"), articles=articles or (AGROUND, SUSPENDED))


@dataclass(slots=True)
class Notebook:
    """Keeps count of a budget in memory."""

    days: dict[date, Spent] = field(default_factory=dict)

    async def reserve(self, day: date, expected: Spent, *, most_tokens: int) -> bool:
        """Count in what fits."""
        if (await self.of(day)).tokens + expected.tokens > most_tokens:
            return False
        await self.settle(day, Spent(), expected)
        return True

    async def settle(self, day: date, expected: Spent, actual: Spent) -> None:
        """Put one in the place of the other."""
        before = await self.of(day)
        self.days[day] = Spent(
            tokens=before.tokens - expected.tokens + actual.tokens,
            requests=before.requests - expected.requests + actual.requests,
        )

    async def of(self, day: date) -> Spent:
        """Return the count of a day."""
        return self.days.get(day, Spent())


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTable:
    """The table `condense.model`, with a default for everything."""

    base_url: str = ""
    name: str = MODEL
    api_key_env: str = "MODEL_KEY"
    timeout_s: float = 5.0
    max_tokens: int = 500
    budget_tokens_per_day: int = 1_000_000
    budget_requests_per_briefing: int = 100
    paraphrase: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table `condense`."""

    model: ModelTable


@asynccontextmanager
async def worded_by(
    standin: CompletionsStandin,
    *,
    clock: FixedClock | None = None,
    spending: Notebook | None = None,
    key: str = KEY,
    **table: Any,  # noqa: ANN401 — any field of the table
) -> AsyncIterator[Model]:
    """Open the condenser that asks a stand-in."""
    fields = {"base_url": standin.base_url, **table}
    settings = Table(model=ModelTable(**fields))
    tools = Tools(
        clock=clock or FixedClock(),
        environment={"MODEL_KEY": key},
        home=".",
        spending=spending or Notebook(),
    )
    model = create(settings, tools)
    assert isinstance(model, Model)
    try:
        yield model
    finally:
        await model.close()
