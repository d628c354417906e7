"""The operator's words for Discord, parsed once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.errors import ConfigError

DISCORD_API = "https://discord.com/api/v10"
DISCORD_GATEWAY = "wss://gateway.discord.gg/"
PREFIX = "platforms.discord"
_KNOWN = frozenset({"token_env", "api_url", "gateway_url", "managers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to reach Discord, and who may manage beside those whom Discord lets.

    `token` is None when the environment has none; `managers` are ids of Discord users.
    """

    token_env: str
    token: str | None = field(repr=False)
    api_url: str
    gateway_url: str
    managers: frozenset[str]

    @property
    def token_cure(self) -> str:
        """What to do about a missing or refused token."""
        return (
            "copy the token from https://discord.com/developers/applications (your application, "
            f"Bot, Reset Token) and set it in the environment as {self.token_env}"
        )

    @property
    def no_token(self) -> str:
        """The fault of a missing token, with its cure."""
        return f"{PREFIX}.token_env: {self.token_env} is not set; {self.token_cure}"


def parsed(settings: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Return the settings of `[platforms.discord]`; addresses may come from the environment.

    Raises:
        ConfigError: a setting is unknown or has the wrong form.
    """
    for name in settings:
        if name not in _KNOWN:
            known = ", ".join(sorted(_KNOWN))
            raise ConfigError(f"{PREFIX}.{name}", f"is no setting; known are {known}")
    token_env = _text(settings, "token_env") or "DISCORD_TOKEN"
    api_url = _text(settings, "api_url") or environment.get("DISCORD_API_URL") or DISCORD_API
    gateway = _text(settings, "gateway_url") or environment.get("DISCORD_GATEWAY_URL")
    return Settings(
        token_env=token_env,
        token=environment.get(token_env, "").strip() or None,
        api_url=_address("api_url", api_url, {"http", "https"}).rstrip("/"),
        gateway_url=_address("gateway_url", gateway or DISCORD_GATEWAY, {"ws", "wss"}),
        managers=_managers(settings.get("managers", ())),
    )


def use_addresses(settings: Settings) -> None:
    """Point discord.py at the addresses, for the whole process: it keeps them on its classes.

    The gateway must be set too: after an invalid session discord.py starts from its own default.
    """
    Route.BASE = settings.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


def _text(settings: Mapping[str, object], name: str) -> str:
    """Return a setting that is text, or "" when it is not given."""
    value = settings.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ConfigError(f"{PREFIX}.{name}", f"is {value!r}; write it as text in quotes")
    return value.strip()


def _address(name: str, url: str, schemes: set[str]) -> str:
    """Return an address that has one of `schemes` and a host."""
    pieces = urlsplit(url)
    if pieces.scheme not in schemes or not pieces.hostname:
        wanted = " or ".join(f"{scheme}://…" for scheme in sorted(schemes))
        raise ConfigError(f"{PREFIX}.{name}", f"{url!r} is no address; write {wanted}")
    return url


def _managers(value: object) -> frozenset[str]:
    """Return the ids of the named managers, with or without "discord:" in front."""
    if not isinstance(value, list | tuple):
        raise ConfigError(f"{PREFIX}.managers", 'write a list of user ids, as in ["123"]')
    ids = {str(item).removeprefix("discord:") for item in value}
    for found in sorted(ids):
        if not found.isdecimal():
            raise ConfigError(
                f"{PREFIX}.managers",
                f"{found!r} is no user id; in Discord turn on Developer Mode, right-click the "
                "person and choose Copy User ID",
            )
    return frozenset(ids)
