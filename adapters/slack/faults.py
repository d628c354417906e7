"""What Slack's refusals mean, and what to do about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import ChannelClosedError, DeliveryError, NotSentError, OutcomeUnknownError
from bot.models import ChannelId

FIRST_SERVER_ERROR = 500
TOO_MANY_REQUESTS = 429
REQUEST_TIMEOUT = 408
LONGEST_WAIT_S = 3600
INVITE = "invite the bot: type /invite @newsdesk in the channel"
REINSTALL = "install the app again and put its new bot token into the environment"

# What the SDK raises when Slack cannot be understood: AttributeError is its answer to a body of
# plain text under a status of 200.
CALL_ERRORS = (SlackClientError, aiohttp.ClientError, TimeoutError, AttributeError)

CLOSED = {
    "access_denied": f"the bot has no access; {INVITE}",
    "account_inactive": f"the bot's account is switched off; {REINSTALL}",
    "cannot_dm_bot": "bots cannot be written to; choose a channel of people",
    "channel_not_found": f"the channel is gone, or private without the bot; {INVITE}",
    "ekm_access_denied": "an administrator of the workspace has suspended posting; ask them",
    "invalid_auth": f"the bot token is refused; {REINSTALL}",
    "is_archived": "the channel is archived; unarchive it or subscribe another channel",
    "is_inactive": "the channel is frozen; choose another channel",
    "messages_tab_disabled": "the app takes no direct messages; paste the manifest again",
    "missing_scope": "the app lacks the right chat:write; paste the manifest again and reinstall",
    "no_permission": f"the app lacks the right to post; {REINSTALL}",
    "not_authed": f"no bot token was sent; {REINSTALL}",
    "not_in_channel": f"the bot is not in the channel; {INVITE}",
    "restricted_action": "posting here is restricted; ask an administrator to let the bot post",
    "team_access_not_granted": f"the app was not granted this workspace; {REINSTALL}",
    "team_not_found": f"the workspace is gone; {REINSTALL}",
    "token_revoked": f"the bot token was revoked; {REINSTALL}",
    "user_disabled": "that person's account is switched off",
}
LATER = {
    "accesslimited": timedelta(hours=1),
    "org_login_required": timedelta(hours=1),
    "message_limit_exceeded": timedelta(hours=1),
    "rate_limited": timedelta(seconds=30),
    "ratelimited": timedelta(seconds=30),
    "request_timeout": timedelta(seconds=30),
    "service_unavailable": timedelta(minutes=1),
    "team_added_to_org": timedelta(minutes=10),
    "token_expired": timedelta(minutes=1),
}
# "Some aspect of the operation may have succeeded", says Slack of these.
UNKNOWN = frozenset({"fatal_error", "internal_error"})
# Refused for its shape: the same words without blocks may pass.
MISSHAPEN = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "metadata_too_large",
        "invalid_metadata_format",
        "msg_blocks_too_long",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An error that Slack answered with. `code` is empty when the body was not Slack's JSON."""

    code: str
    status: int
    retry_after: timedelta | None


def refusal(error: SlackApiError) -> Refusal:
    """Return what Slack answered. The body may be HTML, and the response may be bare HTTP."""
    response = error.response
    data = getattr(response, "data", None)
    status = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    return Refusal(
        code=code, status=int(status), retry_after=_wait(getattr(response, "headers", None) or {})
    )


def delivery_error(channel: ChannelId, error: Exception) -> DeliveryError:
    """Return what a failed chat.postMessage means for the delivery."""
    if isinstance(error, SlackApiError):
        return _refused(channel, refusal(error))
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return NotSentError(channel, "Slack cannot be reached; it is tried again")
    return OutcomeUnknownError(channel, "no proof of the post came back from Slack")


def code_of(error: Exception) -> str:
    """Return Slack's own word for an error, or the class of a failed connection."""
    if isinstance(error, SlackApiError):
        answered = refusal(error)
        return answered.code or f"HTTP status {answered.status}"
    return "no answer in time" if isinstance(error, TimeoutError) else type(error).__name__


def is_passing(error: Exception) -> bool:
    """Return whether the error says nothing of our rights: no network, Slack busy or ill."""
    if not isinstance(error, SlackApiError):
        return True
    answered = refusal(error)
    return not answered.code or answered.code in LATER or answered.code in UNKNOWN


def _refused(channel: ChannelId, answered: Refusal) -> DeliveryError:
    """Return what an answer that is not ok means for the delivery."""
    code, status = answered.code, answered.status
    if status == TOO_MANY_REQUESTS or code in LATER:
        wait = answered.retry_after or LATER.get(code, LATER["ratelimited"])
        return NotSentError(channel, f"Slack asks to wait ({code or status})", retry_after=wait)
    if cure := CLOSED.get(code) or (
        code.startswith("restricted_action") and CLOSED["restricted_action"]
    ):
        return ChannelClosedError(channel, f"{cure} ({code})")
    if code in UNKNOWN or (not code and _is_unclear(status)):
        return OutcomeUnknownError(channel, f"Slack's answer does not tell ({code or status})")
    return NotSentError(channel, f"Slack refused it ({code or status})", transient=not code)


def _is_unclear(status: int) -> bool:
    """Return whether a status without Slack's JSON leaves open what became of the post."""
    return status < 400 or status >= FIRST_SERVER_ERROR or status == REQUEST_TIMEOUT  # noqa: PLR2004


def _wait(headers: Mapping[str, str]) -> timedelta | None:
    """Return the Retry-After of an answer, bounded; None when there is none."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return timedelta(seconds=min(int(given), LONGEST_WAIT_S)) if given.strip().isdecimal() else None
