"""Whether Slack lets us in: the questions asked at the start, and by `newsdesk doctor`."""

from collections.abc import Iterable
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.faults import CALL_ERRORS, code_of, is_passing
from adapters.slack.manifest import ESSENTIAL_SCOPES, SCOPES
from adapters.slack.settings import PLATFORM, Settings
from bot.errors import PlatformError

RIGHTS_PAGE = "under OAuth & Permissions at https://api.slack.com/apps"
APP_PAGE = "under Basic Information, App-Level Tokens, at https://api.slack.com/apps"


class UnreachableSlackError(Exception):
    """Slack cannot be asked just now; it says nothing of our rights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who we are in the workspace, and what we may. `scopes` is empty when Slack does not say."""

    team_id: str
    bot_id: str
    bot_user_id: str
    scopes: frozenset[str]


async def identify(client: AsyncWebClient, settings: Settings) -> Identity:
    """Return who the bot token makes us.

    Raises:
        PlatformError: the token is refused.
        UnreachableSlackError: Slack did not answer, or not now.
    """
    try:
        answer = await client.auth_test()
    except CALL_ERRORS as error:
        if is_passing(error):
            raise UnreachableSlackError(code_of(error)) from error
        raise PlatformError(PLATFORM, _bot_cure(settings.bot_token_env, code_of(error))) from error
    return Identity(
        team_id=str(answer.get("team_id") or ""),
        bot_id=str(answer.get("bot_id") or ""),
        bot_user_id=str(answer.get("user_id") or ""),
        scopes=_scopes(answer),
    )


async def socket_url(client: AsyncWebClient, settings: Settings) -> str:
    """Return where to connect to hear what people ask.

    Raises:
        PlatformError: the app-level token is missing, refused or lacks a right.
        UnreachableSlackError: Slack did not answer, or not now.
    """
    name = settings.app_token_env
    if not settings.app_token:
        problem = f"{name} is not set; make an app-level token (xapp-…) with connections:write"
        raise PlatformError(PLATFORM, f"{problem} {APP_PAGE}")
    try:
        answer = await client.apps_connections_open(app_token=settings.app_token)
    except CALL_ERRORS as error:
        if is_passing(error):
            raise UnreachableSlackError(code_of(error)) from error
        raise PlatformError(PLATFORM, _app_cure(name, code_of(error))) from error
    return str(answer["url"])


def missing_scopes(identity: Identity, wanted: Iterable[str] = SCOPES) -> tuple[str, ...]:
    """Return the rights that the app lacks; none when Slack does not say which it has."""
    if not identity.scopes:
        return ()
    return tuple(scope for scope in wanted if scope not in identity.scopes)


def require_scopes(identity: Identity) -> None:
    """Return when the app may do what the desk cannot do without.

    Raises:
        PlatformError: it may not.
    """
    if missing := missing_scopes(identity, ESSENTIAL_SCOPES):
        raise PlatformError(PLATFORM, scope_cure(missing))


def scope_cure(missing: Iterable[str]) -> str:
    """Return what to do about missing rights.

    >>> scope_cure(["commands"]).partition(";")[0]
    'the app lacks the right commands'
    """
    return (
        f"the app lacks the right {', '.join(missing)}; paste the manifest of "
        f"docs/install-slack.md again and reinstall the app {RIGHTS_PAGE}"
    )


async def faults(client: AsyncWebClient, settings: Settings) -> tuple[str, ...]:
    """Return each fault of the set-up with its cure."""
    found: list[str] = []
    try:
        if missing := missing_scopes(await identify(client, settings)):
            found.append(scope_cure(missing))
    except PlatformError as error:
        found.append(str(error).removeprefix(f"{PLATFORM}: "))
    except UnreachableSlackError as error:
        return (f"{settings.api_url} cannot be reached ({error}); check the network and api_url",)
    try:
        await socket_url(client, settings)
    except PlatformError as error:
        found.append(str(error).removeprefix(f"{PLATFORM}: "))
    except UnreachableSlackError as error:
        found.append(f"apps.connections.open does not answer ({error}); try again in a minute")
    return tuple(found)


def _scopes(answer: AsyncSlackResponse) -> frozenset[str]:
    """Return the rights that Slack names beside its answer."""
    named = next(
        (value for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes"), ""
    )
    return frozenset(filter(None, (scope.strip() for scope in str(named).split(","))))


def _bot_cure(name: str, code: str) -> str:
    """Return what to do about a refused bot token."""
    if code == "missing_scope":
        return scope_cure(ESSENTIAL_SCOPES)
    return (
        f"the bot token in {name} is refused ({code}); copy the Bot User OAuth Token (xoxb-…) "
        f"{RIGHTS_PAGE}"
    )


def _app_cure(name: str, code: str) -> str:
    """Return what to do about a refused app-level token."""
    if code in {"missing_scope", "no_permission", "not_allowed_token_type"}:
        return (
            f"the token in {name} lacks connections:write ({code}); make an app-level token "
            f"(xapp-…) with it {APP_PAGE}"
        )
    if code in {"socket_mode_not_enabled", "forbidden_team", "link_disabled"}:
        return f"Socket Mode is off ({code}); switch it on in the app's settings"
    return f"the token in {name} is refused ({code}); make a new one {APP_PAGE}"
