"""What becomes of a post, whatever Slack or the network do to it."""

from datetime import timedelta

import pytest

from adapters.slack import Slack, create
from bot.errors import ChannelClosedError, NotSentError, OutcomeUnknownError
from bot.models import Heading, Receipt
from bot.ports import Tools
from tests.standins.slack import SlackStandin
from tests.standins.slack_faults import LOST_ANSWER, RATE_LIMITED, SERVER_ERROR, Fault, refused
from tests.standins.slack_samples import DAWN, DESK, TestClock, delivery, message_of

NOBODY_THERE = "http://127.0.0.1:9/"


def sender(slack: SlackStandin, clock: TestClock | None = None, **settings: object) -> Slack:
    """Return Slack as a sender that speaks to the stand-in."""
    return create(
        settings,
        Tools(clock=clock or TestClock(), environment=slack.environment, home="unused"),
    )


async def test_a_delivery_is_posted_once_and_proven() -> None:
    """A post carries what it is, unfolds nothing, and its receipt is Slack's own id."""
    async with SlackStandin() as slack:
        receipt = await sender(slack).send(delivery())

    (post,) = slack.posts
    assert receipt == Receipt(message_id=post.ts, at=DAWN)
    assert post.channel == "C1"
    assert post.payload["metadata"] == {
        "event_type": "newsdesk_delivery",
        "event_payload": {"key": "desk/2026-11-24", "part": 0, "nonce": "n-1"},
    }
    assert post.payload["unfurl_links"] is post.payload["unfurl_media"] is False
    assert "link_names" not in post.payload
    assert slack.problems == []


@pytest.mark.parametrize(
    ("error", "cure"),
    [
        ("not_in_channel", "/invite @newsdesk"),
        ("channel_not_found", "/invite @newsdesk"),
        ("is_archived", "unarchive"),
        ("restricted_action_thread_locked", "ask an administrator"),
        ("account_inactive", "install the app again"),
        ("token_revoked", "install the app again"),
        ("invalid_auth", "install the app again"),
        ("missing_scope", "paste the manifest again"),
    ],
)
async def test_a_closed_channel_says_what_to_do(error: str, cure: str) -> None:
    """A channel that will never take the post is told apart, with its cure in words."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", refused(error))
        with pytest.raises(ChannelClosedError, match=cure) as caught:
            await sender(slack).send(delivery())

    assert caught.value.channel == DESK.id
    assert not caught.value.transient


HTML_LIMIT = Fault(
    status=429, body="<p>Slow down</p>", content_type="text/html", headers={"Retry-After": "7"}
)
ODD_LIMIT = Fault(status=429, body="", content_type="text/plain", headers={"Retry-After": "soon"})


@pytest.mark.parametrize(
    ("fault", "wait"),
    [
        (RATE_LIMITED, timedelta(seconds=7)),
        (HTML_LIMIT, timedelta(seconds=7)),
        (ODD_LIMIT, timedelta(seconds=30)),
        (refused("rate_limited"), timedelta(seconds=30)),
        (refused("org_login_required"), timedelta(hours=1)),
        (refused("service_unavailable"), timedelta(minutes=1)),
    ],
)
async def test_a_post_that_must_wait_is_not_sent(fault: Fault, wait: timedelta) -> None:
    """A limit, however it is put, is a post not sent, with how long to wait."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", fault)
        with pytest.raises(NotSentError) as caught:
            await sender(slack).send(delivery())

    assert caught.value.transient
    assert caught.value.retry_after == wait
    assert slack.posts == []


async def test_nothing_is_sent_while_slack_asks_to_wait() -> None:
    """After a limit no call is made until its time is over; then posts go out again."""
    clock = TestClock()
    async with SlackStandin() as slack:
        part = sender(slack, clock)
        slack.fail("chat.postMessage", RATE_LIMITED)
        for _ in range(3):
            with pytest.raises(NotSentError) as caught:
                await part.send(delivery())
        calls = len(slack.calls)
        clock.time += timedelta(seconds=7)
        await part.send(delivery())

    assert calls == 1
    assert caught.value.retry_after == timedelta(seconds=7)
    assert len(slack.posts) == 1


PLAIN_OK = Fault(body="ok", content_type="text/plain")
NO_JSON = Fault(body="{")
EMPTY = Fault(body="")
NO_ID = Fault(body='{"ok": true}')
GATEWAY_TEXT = Fault(status=503, body="upstream", content_type="text/plain")
CUT_BEFORE = Fault(is_cut=True)


@pytest.mark.parametrize(
    "fault",
    [
        SERVER_ERROR,
        GATEWAY_TEXT,
        LOST_ANSWER,
        CUT_BEFORE,
        EMPTY,
        NO_JSON,
        NO_ID,
        PLAIN_OK,
        refused("fatal_error"),
        refused("internal_error"),
    ],
)
async def test_a_post_without_proof_is_unknown_and_made_once(fault: Fault) -> None:
    """When no proof comes back, the outcome is unknown, and one call was made, not two."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", fault)
        with pytest.raises(OutcomeUnknownError):
            await sender(slack).send(delivery())

    assert len(slack.calls) == 1
    assert len(slack.posts) == int(fault.commits)


@pytest.mark.parametrize("address", [NOBODY_THERE, "http://slack.invalid/api/"])
async def test_a_slack_that_cannot_be_reached_got_nothing(address: str) -> None:
    """No connection means not sent, and trying again helps."""
    async with SlackStandin() as slack:
        with pytest.raises(NotSentError) as caught:
            await sender(slack, api_url=address).send(delivery())

    assert caught.value.transient


async def test_a_refusal_that_is_ours_to_mend_is_not_tried_again() -> None:
    """An argument that Slack refuses will be refused tomorrow."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", refused("invalid_arguments"))
        with pytest.raises(NotSentError) as caught:
            await sender(slack).send(delivery())

    assert not caught.value.transient


async def test_a_proxy_that_says_no_may_say_yes_later() -> None:
    """A refusal that is not Slack's own is not sent, but tried again."""
    async with SlackStandin() as slack:
        slack.fail(
            "chat.postMessage", Fault(status=403, body="<p>No</p>", content_type="text/html")
        )
        with pytest.raises(NotSentError) as caught:
            await sender(slack).send(delivery())

    assert caught.value.transient


@pytest.mark.parametrize(
    ("error", "lost"), [("msg_blocks_too_long", "blocks"), ("metadata_too_large", "metadata")]
)
async def test_a_refused_form_is_sent_plainer(error: str, lost: str) -> None:
    """Blocks or a mark that Slack refuses are left out, and the words arrive."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", refused(error))
        await sender(slack).send(delivery())

    (post,) = slack.posts
    assert lost not in post.payload
    assert "Harbour reopens" in post.payload["text"]


async def test_a_plainer_form_can_be_refused_too() -> None:
    """When the plainer form fails as well, its own failure counts."""
    async with SlackStandin() as slack:
        slack.fail("chat.postMessage", refused("invalid_blocks"), refused("is_archived"))
        with pytest.raises(ChannelClosedError):
            await sender(slack).send(delivery())


async def test_posts_into_one_channel_are_a_second_apart() -> None:
    """One post a second goes to a channel; another channel does not wait for it."""
    clock = TestClock()
    async with SlackStandin() as slack:
        part = sender(slack, clock)
        for _ in range(3):
            await part.send(delivery())

    assert clock.naps == [timedelta(seconds=1)] * 2


async def test_parts_of_a_message_are_the_platforms() -> None:
    """A sender cuts messages into parts that fit."""
    async with SlackStandin() as slack:
        cut = sender(slack).parts(message_of(*[Heading("h")] * 60))

    assert len(cut) == 2
