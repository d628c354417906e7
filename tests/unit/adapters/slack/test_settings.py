"""How the operator's words about Slack are read."""

from collections.abc import Mapping

import pytest

from adapters.slack.settings import parse
from bot.errors import ConfigError

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


def test_nothing_need_be_set_but_the_tokens() -> None:
    """With both tokens in the environment, Slack's own address is used."""
    settings = parse({}, TOKENS)

    assert (settings.bot_token, settings.app_token) == ("xoxb-1", "xapp-1")
    assert settings.api_url == "https://slack.com/api/"
    assert settings.managers == frozenset()


@pytest.mark.parametrize("end", ["", "/"])
def test_the_address_is_set_or_taken_from_the_environment(end: str) -> None:
    """The setting wins over SLACK_API_URL; a last slash may be there or not."""
    environment = TOKENS | {"SLACK_API_URL": f"https://env.example/api{end}"}

    assert parse({}, environment).api_url == "https://env.example/api/"
    given = {"api_url": f"https://set.example/api{end}"}
    assert parse(given, environment).api_url == "https://set.example/api/"


def test_names_of_variables_and_managers_can_be_set() -> None:
    """Tokens are read from the variables that the settings name."""
    given = {"bot_token_env": "BOT", "app_token_env": "APP", "managers": ["U1", " U2"]}
    settings = parse(given, {"BOT": " xoxb-2 ", "APP": "xapp-2"})

    assert (settings.bot_token, settings.app_token) == ("xoxb-2", "xapp-2")
    assert settings.managers == {"U1", "U2"}


def test_a_missing_app_token_only_hinders_listening() -> None:
    """Without an app-level token the bot can still speak."""
    assert parse({}, {"SLACK_BOT_TOKEN": "xoxb-1"}).app_token == ""


@pytest.mark.parametrize(
    ("given", "environment", "said"),
    [
        ({}, {}, "platforms.slack.bot_token_env: SLACK_BOT_TOKEN is not set; put the bot token"),
        ({"bot_token_env": "MINE"}, {}, "platforms.slack.bot_token_env: MINE is not set"),
        ({}, {"SLACK_BOT_TOKEN": "xapp-1"}, "holds an app-level token"),
        ({}, TOKENS | {"SLACK_APP_TOKEN": "xoxb-1"}, "app_token_env: SLACK_APP_TOKEN holds a bot"),
        ({"api_url": "slack.com"}, TOKENS, "platforms.slack.api_url: 'slack.com' is no http"),
        ({"api_url": "https:///api"}, TOKENS, "is no http(s) address"),
        ({"api_url": 7}, TOKENS, "platforms.slack.api_url: 7 is not a word"),
        ({"managers": "U1"}, TOKENS, "platforms.slack.managers: 'U1' is not a list"),
        ({"managers": [1]}, TOKENS, "is not a list of user ids"),
        ({"bot_tokn_env": "X"}, TOKENS, "platforms.slack.bot_tokn_env: there is no such setting"),
    ],
)
def test_what_is_wrong_is_named_with_its_cure(
    given: Mapping[str, object], environment: Mapping[str, str], said: str
) -> None:
    """Each wrong setting gives one message that names it and says what to do."""
    with pytest.raises(ConfigError) as caught:
        parse(given, environment)

    assert said in str(caught.value)
    assert "xoxb-1" not in str(caught.value)


def test_tokens_are_in_no_repr() -> None:
    """A traceback that shows the settings shows no token."""
    assert "xoxb-1" not in repr(parse({}, TOKENS))
    assert "xapp-1" not in repr(parse({}, TOKENS))
