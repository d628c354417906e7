"""The operator's words about Slack, parsed once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.errors import ConfigError

PLATFORM = "slack"
SLACK_API = "https://slack.com/api/"
KNOWN = frozenset({"bot_token_env", "app_token_env", "managers", "api_url"})
WHERE_FROM = "docs/install-slack.md says how to get one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is needed to speak and hear. `app_token` is empty when it is not set.

    `managers` are ids of people who may manage every channel. The tokens are in no repr: a
    traceback may show one.
    """

    bot_token: str = field(repr=False)
    bot_token_env: str
    app_token: str = field(repr=False)
    app_token_env: str
    managers: frozenset[str]
    api_url: str


def parse(given: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Return the settings of `[platforms.slack]`, with the secrets they name.

    Raises:
        ConfigError: a setting is unknown, of the wrong kind, or names an unset variable.
    """
    if unknown := sorted(given.keys() - KNOWN):
        raise _wrong(unknown[0], f"there is no such setting; known are {', '.join(sorted(KNOWN))}")
    bot_env = _word(given, "bot_token_env", "SLACK_BOT_TOKEN")
    app_env = _word(given, "app_token_env", "SLACK_APP_TOKEN")
    api_url = _word(given, "api_url", environment.get("SLACK_API_URL") or SLACK_API)
    address = urlsplit(api_url)
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise _wrong("api_url", f"{api_url!r} is no http(s) address; leave it out for Slack's own")
    return Settings(
        bot_token=_bot_token(environment, bot_env),
        bot_token_env=bot_env,
        app_token=_app_token(environment, app_env),
        app_token_env=app_env,
        managers=_people(given.get("managers", ())),
        api_url=api_url.rstrip("/") + "/",
    )


def _bot_token(environment: Mapping[str, str], name: str) -> str:
    """Return the bot token, which must be there."""
    token = environment.get(name, "").strip()
    if not token:
        raise _wrong(
            "bot_token_env", f"{name} is not set; put the bot token (xoxb-…) in it: {WHERE_FROM}"
        )
    if token.startswith("xapp-"):
        raise _wrong(
            "bot_token_env",
            f"{name} holds an app-level token (xapp-…); the bot token starts with xoxb-",
        )
    return token


def _app_token(environment: Mapping[str, str], name: str) -> str:
    """Return the app-level token, or nothing: to send alone needs none."""
    token = environment.get(name, "").strip()
    if token.startswith("xoxb-"):
        raise _wrong(
            "app_token_env",
            f"{name} holds a bot token (xoxb-…); the app-level token starts with xapp-",
        )
    return token


def _word(given: Mapping[str, object], name: str, default: str) -> str:
    """Return a setting that is one word."""
    value = given.get(name, default)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(name, f"{value!r} is not a word in quotes")
    return value.strip()


def _people(value: object) -> frozenset[str]:
    """Return the ids of named managers."""
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise _wrong("managers", f'{value!r} is not a list of user ids such as ["U0123ABCD"]')
    return frozenset(one.strip() for one in value)


def _wrong(name: str, problem: str) -> ConfigError:
    """Return the error for a setting of this platform."""
    return ConfigError(f"platforms.{PLATFORM}.{name}", problem)
