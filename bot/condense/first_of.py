"""Condensers tried in order: what one cannot tell, the next may."""

from collections.abc import Sequence

import structlog

from bot.errors import CondenseError
from bot.models import Budget, Story, Summary, Told
from bot.ports import Condenser

log = structlog.get_logger()


class FirstOf:
    """Tells a story with the first of several condensers that can."""

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
