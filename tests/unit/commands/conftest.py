"""What the tests of commands share: a desk with two stories."""

from collections.abc import AsyncIterator

import pytest

from tests.builders import HOUR, NOW, OBSERVATORY, article
from tests.desks import OpenDesk, opened_desk


@pytest.fixture
async def empty() -> AsyncIterator[OpenDesk]:
    """A desk that knows nothing yet."""
    async with opened_desk() as opened:
        yield opened


@pytest.fixture
async def desk(empty: OpenDesk) -> OpenDesk:
    """A desk with a story about the harbour and a newer one about a comet."""
    await empty.add(
        article("a1", at=NOW - 2 * HOUR, agencies=["AFP"]),
        article("a2", title="Comet found above Mount Corvin", text=OBSERVATORY, at=NOW - HOUR),
    )
    return empty
