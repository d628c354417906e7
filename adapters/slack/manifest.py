"""The app manifest that an operator pastes into Slack, made from the catalogue of commands."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from bot.models import Command, Option

NAME = "Newsdesk"
HANDLE = "newsdesk"
DESCRIPTION = "One cited news briefing for this channel, at its own hour."
NEWS = "news"
COMMAND_LIMIT = 50
HINT_LIMIT = 1000

ESSENTIAL_SCOPES = ("commands", "chat:write")
SCOPES = (
    *ESSENTIAL_SCOPES,
    "chat:write.public",
    "app_mentions:read",
    "im:history",
    "channels:read",
    "groups:read",
    "users:read",
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "tokens_revoked",
    "message.im",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "group_archive",
    "group_deleted",
    "group_left",
    "member_joined_channel",
)


def manifest(commands: tuple[Command, ...]) -> dict[str, object]:
    """Return the manifest of an app that hears `commands` through Socket Mode."""
    return {
        "display_information": {"name": NAME, "description": DESCRIPTION},
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": HANDLE, "always_online": True},
            "slash_commands": _slash_commands(commands),
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": False,
        },
    }


def manifest_text(commands: tuple[Command, ...]) -> str:
    """Return the manifest as JSON to paste."""
    return json.dumps(manifest(commands), indent=2, ensure_ascii=False)


def install_link(commands: tuple[Command, ...]) -> str:
    """Return the address that opens Slack's "create an app" page with the manifest filled in."""
    short = json.dumps(manifest(commands), separators=(",", ":"), ensure_ascii=False)
    return f"https://api.slack.com/apps?new_app=1&manifest_json={quote(short, safe='')}"


def top_words(commands: Iterable[Command]) -> tuple[str, ...]:
    """Return the words that stand alone after a slash, each once, `news` among them.

    >>> top_words([Command(words=("news", "why"), summary=""), Command(words=("latest",),
    ... summary="")])
    ('news', 'latest')
    """
    words = dict.fromkeys(command.words[0] for command in commands)
    return tuple(words | {NEWS: None})[:COMMAND_LIMIT]


def _slash_commands(commands: tuple[Command, ...]) -> list[dict[str, object]]:
    """Return the entries of the manifest, one per top word."""
    known = {command.words: command for command in commands}
    made: list[dict[str, object]] = []
    for word in top_words(commands):
        command = known.get((word,))
        summary = command.summary if command else "Everything the news desk can do"
        hint = _hint(command.options) if command else "help"
        entry: dict[str, object] = {
            "command": f"/{word}",
            "description": summary,
            "should_escape": False,
        }
        made.append(entry | {"usage_hint": hint} if hint else entry)
    return made


def _hint(options: tuple[Option, ...]) -> str:
    """Return the options as they are typed: the first bare, the others by name."""
    first, *others = [option.name for option in options] or [""]
    words = [f"[{first}]"] if first else []
    return " ".join([*words, *(f"[{name}:…]" for name in others)])[:HINT_LIMIT]
