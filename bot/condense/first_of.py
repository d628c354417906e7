"""Condensers tried in order: what one cannot tell, the next may."""

from collections.abc import Sequence

import structlog

from bot.errors import CondenseError
from bot.models import Budget, Story, Summary, Told
from bot.ports import Closing, Condenser, Rationed

log = structlog.get_logger()


class FirstOf:
    """Tells a story with the first of several condensers that can.

    Rationed ones are slow and cost something. They are for briefings: somebody who asks is
    answered at once by the others, if there are any.
    """

    def __init__(self, condensers: Sequence[Condenser]) -> None:
        self._condensers = tuple(condensers)
        quick = [one for one in self._condensers if not isinstance(one, Rationed)]
        self._at_once = InTurn(quick or self._condensers)

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the first summary that there is at once.

        Raises:
            CondenseError: none of them can.
        """
        return await self._at_once.condense(story, budget=budget, told=told)

    def for_briefing(self) -> Condenser:
        """Return all of them in their order for one briefing, each with a new ration."""
        return InTurn(
            [one.for_briefing() if isinstance(one, Rationed) else one for one in self._condensers]
        )

    async def close(self) -> None:
        """Close those that hold something open."""
        for one in self._condensers:
            if isinstance(one, Closing):
                await one.close()


class InTurn:
    """Tells a story with the first of several condensers that can, whatever it costs."""

    def __init__(self, condensers: Sequence[Condenser]) -> None:
        self._condensers = tuple(condensers)

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return the first summary that there is.

        Raises:
            CondenseError: none of them can.
        """
        problem: CondenseError | None = None
        for condenser in self._condensers:
            try:
                return await condenser.condense(story, budget=budget, told=told)
            except CondenseError as error:
                log.warning("condenser.failed", story=story.id, problem=str(error))
                problem = error
        raise CondenseError("no condenser could tell this story") from problem
