"""Promises of `bot.ports.world`."""

from bot.ports import Tools
from tests.fakes import FixedClock


def test_secrets_are_in_no_repr() -> None:
    """A traceback or a log line that shows the tools shows no token."""
    tools = Tools(clock=FixedClock(), environment={"SLACK_BOT_TOKEN": "xoxb-secret"}, home="/home")

    assert "xoxb-secret" not in repr(tools)
