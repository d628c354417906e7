"""What is remembered of people."""

from datetime import timedelta

from adapters.slack.people import REMEMBERED, Memory
from tests.standins.slack_samples import TestClock


def test_memory_lasts_ten_minutes() -> None:
    """What is remembered is forgotten after ten minutes, so that rights can change."""
    clock = TestClock()
    memory: Memory[str] = Memory(clock)
    memory.keep("U1", "Ada")

    clock.time += timedelta(minutes=9)
    assert memory.get("U1") == "Ada"
    clock.time += timedelta(minutes=1)
    assert memory.get("U1") is None


def test_memory_is_bounded() -> None:
    """The oldest is forgotten when there is no room."""
    memory: Memory[int] = Memory(TestClock())
    for number in range(REMEMBERED + 1):
        memory.keep(f"U{number}", number)

    assert memory.get("U0") is None
    assert memory.get("U1") == 1
