"""What Slack tells the bot of its own accord: mentions, direct messages, events."""

from dataclasses import replace

import pytest

from tests.standins.slack import BOT_USER
from tests.standins.slack_catalogue import FakeCatalogue, plain_reply
from tests.standins.slack_running import listening


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"<@{BOT_USER}> latest harbour", "latest harbour"),
        (f"hello <@{BOT_USER}>: /latest harbour", "latest harbour"),
        (f"<@{BOT_USER}>", "help"),
    ],
)
async def test_a_mention_is_answered(text: str, line: str) -> None:
    """What follows the bot's name is asked; nothing at all is a question for help."""
    catalogue = FakeCatalogue(lambda ask: replace(plain_reply(ask.line), private=False))
    async with listening(catalogue) as slack:
        await slack.mention(text)
        said = await slack.said()

    assert catalogue.asks[0].line == line
    assert (said.method, said.channel) == ("chat.postMessage", "C1")
    assert said.payload["thread_ts"].startswith("1000.")


async def test_a_private_answer_to_a_mention_stays_private() -> None:
    """A reply for the asker alone is shown to nobody else, in the thread where there is one."""
    async with listening() as slack:
        await slack.mention(f"<@{BOT_USER}> latest", thread="999.1")
        said = await slack.said()

    assert said.method == "chat.postEphemeral"
    assert said.payload["user"] == "U1"
    assert said.payload["thread_ts"] == "999.1"


async def test_a_direct_message_is_answered_in_its_thread() -> None:
    """A direct message takes the same grammar; the answer stands below it."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.direct("latest harbour")
        said = await slack.said()

    assert catalogue.asks[0].line == "latest harbour"
    assert catalogue.asks[0].actor.may_manage
    assert (said.method, said.channel) == ("chat.postMessage", "D1")
    assert "thread_ts" in said.payload


async def test_an_event_that_comes_three_times_is_answered_once() -> None:
    """Slack repeats events and Bolt does not notice; the desk does."""
    catalogue = FakeCatalogue()
    event = {"type": "app_mention", "text": f"<@{BOT_USER}> latest", "user": "U1"} | {
        "channel": "C1",
        "ts": "1.1",
    }
    async with listening(catalogue) as slack:
        for _ in range(3):
            await slack.event(event, event_id="Ev77")
        await slack.said()
        await slack.command("/latest", "last")
        await slack.said()

    assert [ask.line for ask in catalogue.asks] == ["latest", "latest last"]


@pytest.mark.parametrize("more", [{"bot_id": "B7"}, {"subtype": "message_changed"}])
async def test_what_no_person_typed_is_not_answered(more: dict[str, str]) -> None:
    """Messages of other bots and edits ask nothing."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.direct("latest harbour", **more)
        await slack.command("/latest", "last")
        await slack.said()

    assert [ask.line for ask in catalogue.asks] == ["latest last"]


@pytest.mark.parametrize("kind", ["app_home_opened", "channel_archive", "never_heard_of"])
async def test_every_event_is_acknowledged(kind: str) -> None:
    """An event that needs no answer is acknowledged, or Slack would send it again."""
    async with listening() as slack:
        ack = await slack.event({"type": kind, "user": "U1", "channel": "C1"})

    assert ack.seconds < 1
