"""The objects that Discord sends: people, servers, channels, messages, interactions."""

from collections.abc import Mapping, Sequence
from typing import Any

BOT, APPLICATION = "900000000000000001", "900000000000000002"
GUILD, CHANNEL, THREAD = "910000000000000001", "910000000000000002", "910000000000000003"
DIRECT = "910000000000000004"
ASKER = "920000000000000001"
MANAGE_CHANNELS = 1 << 4
WHEN = "2026-11-20T08:00:00+00:00"


def user(identity: str = ASKER, name: str = "mira", *, bot: bool = False) -> dict[str, Any]:
    """Return a user."""
    return {
        "id": identity,
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
        "flags": 0,
    }


def member(person: Mapping[str, Any], permissions: int | None = None) -> dict[str, Any]:
    """Return a user as a member of the server; with `permissions` as interactions carry them."""
    found: dict[str, Any] = {
        "user": dict(person),
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": WHEN,
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    if permissions is not None:
        found["permissions"] = str(permissions)
    return found


def channel(identity: str = CHANNEL, name: str = "newsroom") -> dict[str, Any]:
    """Return a text channel of the server."""
    return {
        "id": identity,
        "type": 0,
        "guild_id": GUILD,
        "name": name,
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "topic": None,
        "last_message_id": None,
        "parent_id": None,
        "rate_limit_per_user": 0,
    }


def direct_channel() -> dict[str, Any]:
    """Return a direct message with the asker."""
    return {"id": DIRECT, "type": 1, "last_message_id": None, "recipients": [user()]}


def guild() -> dict[str, Any]:
    """Return the server with one channel."""
    everyone = {
        "id": GUILD,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0,
        "permissions": "0",
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": GUILD,
        "name": "Quay Street Desk",
        "icon": None,
        "owner_id": ASKER,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "system_channel_flags": 0,
        "preferred_locale": "en-US",
        "features": [],
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "channels": [channel()],
        "threads": [],
        "members": [member(user(BOT, "newsdesk", bot=True))],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "member_count": 2,
        "large": False,
        "unavailable": False,
    }


def application(*, servers: int = 1, endpoint: str | None = None) -> dict[str, Any]:
    """Return the bot's application."""
    return {
        "id": APPLICATION,
        "name": "Newsdesk",
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "00",
        "flags": 0,
        "owner": user(),
        "team": None,
        "rpc_origins": [],
        "interactions_endpoint_url": endpoint,
        "approximate_guild_count": servers,
        "integration_types_config": {},
    }


def message(identity: str, channel_id: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a message of the bot made from what was posted."""
    return {
        "id": identity,
        "channel_id": channel_id,
        "author": user(BOT, "newsdesk", bot=True),
        "content": body.get("content") or "",
        "timestamp": WHEN,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": list(body.get("components") or ()),
        "pinned": False,
        "type": 0,
        "flags": int(body.get("flags") or 0),
        **({"nonce": body["nonce"]} if "nonce" in body else {}),
    }


def interaction(  # noqa: PLR0913 - what differs from one to the next
    identity: str,
    token: str,
    *,
    kind: int,
    data: Mapping[str, Any],
    permissions: int,
    direct: bool,
    locale: str,
) -> dict[str, Any]:
    """Return an interaction of the asker, in the server or in a direct message."""
    who: dict[str, Any] = {"user": user()}
    if not direct:
        who = {
            "member": member(user(), permissions),
            "guild_id": GUILD,
            "guild": {"id": GUILD, "locale": "en-US", "features": []},
            "guild_locale": "en-US",
        }
    place = direct_channel() if direct else {**channel(), "permissions": str(permissions)}
    return {
        "id": identity,
        "application_id": APPLICATION,
        "type": kind,
        "token": token,
        "version": 1,
        "data": dict(data),
        "channel": place,
        "channel_id": place["id"],
        "app_permissions": "0",
        "locale": locale,
        "entitlements": [],
        "authorizing_integration_owners": {"0": "0" if direct else GUILD},
        "context": 1 if direct else 0,
        "attachment_size_limit": 10485760,
        **who,
    }


def command_data(
    tree: Sequence[Mapping[str, Any]], words: str, values: Mapping[str, Any], focused: str | None
) -> dict[str, Any]:
    """Return what Discord's client sends for a command of the tree it was given."""
    first, *others = words.split()
    command = next(one for one in tree if one["name"] == first)
    chain = [command]
    for word in others:
        chain.append(next(one for one in chain[-1]["options"] if one["name"] == word))
    known = {option["name"]: option for option in chain[-1].get("options") or ()}
    options: list[dict[str, Any]] = [
        {
            "name": name,
            "type": known[name]["type"],
            "value": value,
            **({"focused": True} if name == focused else {}),
        }
        for name, value in values.items()
    ]
    for level in reversed(chain[1:]):
        options = [{"name": level["name"], "type": level["type"], "options": options}]
    return {"id": "930000000000000001", "name": first, "type": 1, "options": options}
