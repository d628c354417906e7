"""The operator's words for Discord are taken, or refused with what to write instead."""

from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord import invitation
from adapters.discord.settings import DISCORD_API, DISCORD_GATEWAY, parsed, use_addresses
from bot.errors import ConfigError

DOCS = Path(__file__).resolve().parents[4] / "docs" / "install-discord.md"


def test_docs_carry_the_invitation() -> None:
    """The address in the guide asks for the very permissions that the doctor asks for."""
    address = invitation(1).replace("client_id=1&", "client_id=APPLICATION_ID&")

    assert address in DOCS.read_text(encoding="utf-8")


def test_defaults_lead_to_discord() -> None:
    """With nothing set the desk talks to Discord itself, with the usual variable's token."""
    settings = parsed({}, {"DISCORD_TOKEN": " abc "})

    assert (settings.api_url, settings.gateway_url) == (DISCORD_API, DISCORD_GATEWAY)
    assert (settings.token, settings.managers) == ("abc", frozenset())


def test_addresses_come_from_settings_before_the_environment() -> None:
    """An address in the settings beats the environment's; the environment's beats the default."""
    environment = {"DISCORD_API_URL": "http://b.example/", "DISCORD_GATEWAY_URL": "ws://b.example"}
    settings = parsed({"api_url": "http://a.example/api/v10/"}, environment)

    assert settings.api_url == "http://a.example/api/v10"
    assert settings.gateway_url == "ws://b.example"


def test_addresses_hold_for_the_whole_library() -> None:
    """discord.py starts from its own gateway after an invalid session: that is set too."""
    use_addresses(parsed({"api_url": "http://a.example", "gateway_url": "ws://a.example/g"}, {}))

    assert Route("GET", "/users/@me").url == "http://a.example/users/@me"
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == "ws://a.example/g"


def test_token_stands_in_no_description() -> None:
    """A log or an error that shows the settings shows no token."""
    assert "abc" not in repr(parsed({}, {"DISCORD_TOKEN": "abc"}))


def test_managers_are_ids_with_or_without_prefix() -> None:
    """Managers may be copied from Discord or from our own logs."""
    settings = parsed({"managers": ["12", "discord:34", 56]}, {})

    assert settings.managers == {"12", "34", "56"}


@pytest.mark.parametrize(
    ("written", "setting", "cure"),
    [
        ({"tokn_env": "X"}, "tokn_env", "known are api_url"),
        ({"token_env": 7}, "token_env", "in quotes"),
        ({"api_url": "discord.com"}, "api_url", "http://"),
        ({"gateway_url": "http://a.example"}, "gateway_url", "wss://"),
        ({"managers": "mira"}, "managers", "list of user ids"),
        ({"managers": ["mira"]}, "managers", "Copy User ID"),
    ],
)
def test_wrong_setting_is_named_with_its_cure(
    written: dict[str, object], setting: str, cure: str
) -> None:
    """A wrong setting is refused by its full name, with what to write instead."""
    with pytest.raises(ConfigError, match=cure) as caught:
        parsed(written, {})

    assert caught.value.setting == f"platforms.discord.{setting}"
