"""What is found wrong with a set-up, by the doctor and at the start."""

import pytest

from adapters.slack import Slack, create
from bot.errors import PlatformError
from bot.ports import Tools
from tests.standins.slack import SlackStandin
from tests.standins.slack_catalogue import FakeCatalogue
from tests.standins.slack_faults import SERVER_ERROR, refused
from tests.standins.slack_samples import TestClock


def platform(slack: SlackStandin, **environment: str) -> Slack:
    """Return Slack with the stand-in's environment and what is changed in it."""
    tools = Tools(clock=TestClock(), environment=slack.environment | environment, home="unused")
    return create({}, tools)


async def test_a_sound_set_up_has_no_faults() -> None:
    """With both tokens and all rights there is nothing to mend."""
    async with SlackStandin() as slack:
        assert await platform(slack).faults() == ()


async def test_all_faults_are_named_at_once() -> None:
    """A refused bot token and a missing app-level token are both named, each with its cure."""
    async with SlackStandin() as slack:
        bot, app = await platform(slack, SLACK_BOT_TOKEN="xoxb-old", SLACK_APP_TOKEN="").faults()

    assert "SLACK_BOT_TOKEN is refused (invalid_auth); copy the Bot User OAuth Token" in bot
    assert "SLACK_APP_TOKEN is not set; make an app-level token" in app


async def test_missing_rights_are_named() -> None:
    """Each right that the app lacks is named."""
    async with SlackStandin() as slack:
        slack.scopes = "commands,chat:write"
        (fault,) = await platform(slack).faults()

    assert "users:read" in fault
    assert "reinstall" in fault


async def test_rights_that_slack_does_not_name_are_not_doubted() -> None:
    """When Slack does not say what the app may, nothing is claimed."""
    async with SlackStandin() as slack:
        slack.scopes = ""
        assert await platform(slack).faults() == ()


@pytest.mark.parametrize(
    ("error", "cure"),
    [
        ("not_allowed_token_type", "connections:write"),
        ("socket_mode_not_enabled", "switch it on"),
        ("invalid_auth", "make a new one"),
    ],
)
async def test_a_refused_app_token_is_explained(error: str, cure: str) -> None:
    """Each way to refuse the app-level token has its own cure."""
    async with SlackStandin() as slack:
        slack.fail("apps.connections.open", refused(error))
        (fault,) = await platform(slack).faults()

    assert cure in fault


async def test_a_slack_that_does_not_answer_is_no_fault_of_the_tokens() -> None:
    """When Slack is ill, the doctor says so and blames no token."""
    async with SlackStandin() as slack:
        slack.fail("auth.test", SERVER_ERROR)
        slack.fail("apps.connections.open", SERVER_ERROR)
        (first,) = await platform(slack).faults()
        (second,) = await platform(slack).faults()

    assert "cannot be reached (HTTP status 502)" in first
    assert "apps.connections.open does not answer" in second


@pytest.mark.parametrize(
    ("environment", "cure"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-old"}, "copy the Bot User OAuth Token"),
        ({"SLACK_APP_TOKEN": ""}, "SLACK_APP_TOKEN is not set"),
        ({"SLACK_APP_TOKEN": "xapp-old"}, "SLACK_APP_TOKEN is refused"),
    ],
)
async def test_a_refused_token_ends_listening_with_its_cure(
    environment: dict[str, str], cure: str
) -> None:
    """A token that is missing or refused ends `listen` with words that say what to do."""
    async with SlackStandin() as slack:
        with pytest.raises(PlatformError, match=cure) as caught:
            await platform(slack, **environment).listen(FakeCatalogue())

    assert caught.value.platform == "slack"
    assert "xoxb-old" not in str(caught.value)


async def test_an_app_without_commands_does_not_listen() -> None:
    """Without the rights to hear commands and to write there is nothing to listen for."""
    async with SlackStandin() as slack:
        slack.scopes = "users:read"
        with pytest.raises(PlatformError, match="commands, chat:write"):
            await platform(slack).listen(FakeCatalogue())


async def test_a_missing_scope_answer_names_the_rights() -> None:
    """When Slack refuses for a right, the cure is the manifest."""
    async with SlackStandin() as slack:
        slack.fail("auth.test", refused("missing_scope"))
        with pytest.raises(PlatformError, match="paste the manifest"):
            await platform(slack).listen(FakeCatalogue())


async def test_an_ill_slack_is_waited_for() -> None:
    """While Slack cannot be reached the start is tried again, with growing pauses."""
    clock = TestClock()
    async with SlackStandin() as slack:
        slack.fail("auth.test", SERVER_ERROR, SERVER_ERROR)
        slack.fail("apps.connections.open", SERVER_ERROR, refused("invalid_auth"))
        tools = Tools(clock=clock, environment=slack.environment, home="unused")
        with pytest.raises(PlatformError):
            await create({}, tools).listen(FakeCatalogue())

    assert [nap.total_seconds() for nap in clock.naps] == [1, 2, 1]
