"""The app manifest."""

import json
from urllib.parse import parse_qs, urlsplit

from adapters.slack.manifest import EVENTS, install_link, manifest, manifest_text
from bot.models import Command
from tests.standins.gold import require_gold
from tests.standins.slack import SCOPES
from tests.standins.slack_catalogue import COMMANDS
from tests.standins.slack_schema import slack_schema


def test_the_manifest_satisfies_slack_s_schema() -> None:
    """Slack would take the manifest as it is."""
    schema = slack_schema(require_gold("slack"))

    assert schema.manifest_problems(manifest(COMMANDS)) == []


def test_every_top_word_is_a_slash_command() -> None:
    """Each word that stands alone is a slash command once, `/news` always among them."""
    made = json.loads(manifest_text(COMMANDS))["features"]["slash_commands"]

    assert [entry["command"] for entry in made] == [
        "/latest",
        "/brief",
        "/subscribe",
        "/unsubscribe",
        "/news",
    ]
    assert made[2]["usage_hint"] == "[topic] [time:…]"
    assert all(entry["description"] for entry in made)


def test_a_command_without_options_has_no_hint() -> None:
    """A hint is left out where there is nothing to hint at."""
    made = json.loads(manifest_text((Command(words=("catchup",), summary="Missed"),)))

    assert [list(entry) for entry in made["features"]["slash_commands"]] == [
        ["command", "description", "should_escape"],
        ["command", "description", "should_escape", "usage_hint"],
    ]


def test_rights_and_events_are_those_that_the_bot_uses() -> None:
    """The manifest asks for eight rights and for the events that the bot acknowledges."""
    made = json.loads(manifest_text(COMMANDS))

    assert made["oauth_config"]["scopes"]["bot"] == SCOPES.split(",")
    assert made["settings"]["event_subscriptions"]["bot_events"] == list(EVENTS)
    assert made["settings"]["socket_mode_enabled"] is True


def test_the_link_carries_the_whole_manifest() -> None:
    """One click opens Slack's page with the manifest filled in."""
    query = parse_qs(urlsplit(install_link(COMMANDS)).query)

    assert query["new_app"] == ["1"]
    assert json.loads(query["manifest_json"][0]) == manifest(COMMANDS)
