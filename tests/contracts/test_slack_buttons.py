"""What the buttons below an answer do."""

from dataclasses import replace

import pytest

from bot.models import Ask, Button, Message, Paragraph, Reply, Text
from tests.standins.slack_catalogue import FakeCatalogue, plain_reply, story_reply
from tests.standins.slack_faults import refused
from tests.standins.slack_running import listening


def plain_reply_or_story(ask: Ask) -> Reply:
    """Answer `latest` alone in plain words, all else with a story."""
    return plain_reply("Nothing") if ask.line == "latest" else story_reply(ask)


async def test_a_button_asks_its_line_as_the_one_who_clicked() -> None:
    """A click on a story's button asks the desk, and whoever clicks is the asker."""
    catalogue = FakeCatalogue(story_reply)
    async with listening(catalogue) as slack:
        slack.users["U2"] = slack.users["U1"] | {"id": "U2", "is_owner": True}
        await slack.command("/latest", "harbour")
        ack = await slack.press(await slack.said(), "Why", user="U2")
        answer = await slack.said()

    assert ack.seconds < 1
    assert answer.is_private
    assert catalogue.asks[1].line == "news why s1"
    assert catalogue.asks[1].actor.id == "slack:U2"
    assert catalogue.asks[1].actor.may_manage


async def test_an_answer_can_be_posted_to_the_channel() -> None:
    """*Post to channel* asks the same line with `post:yes`; what is not private, all can see."""

    def shared(ask: Ask) -> Reply:
        return replace(story_reply(ask), private="post:yes" not in ask.line)

    catalogue = FakeCatalogue(shared)
    async with listening(catalogue) as slack:
        await slack.command("/latest", "harbour")
        await slack.press(await slack.said(), "Post to channel")
        answer = await slack.said()

    assert catalogue.asks[1].line == "latest harbour post:yes"
    assert not answer.is_private
    assert answer.payload["response_type"] == "in_channel"
    assert "Post to channel" not in answer.buttons


@pytest.mark.parametrize("line", ["latest " + "very " * 20 + "long", "news status", "latest"])
async def test_only_news_can_be_posted_to_the_channel(line: str) -> None:
    """What is too long to ask again, no news, or an answer without a story, has no such button."""
    catalogue = FakeCatalogue(plain_reply_or_story)
    async with listening(catalogue) as slack:
        word, _, text = line.partition(" ")
        await slack.command(f"/{word}", text)
        said = await slack.said()

    assert "Post to channel" not in said.buttons


async def test_a_reason_can_be_posted_to_the_channel() -> None:
    """The answer to *why* can be shown to all, though it holds no story."""
    async with listening() as slack:
        await slack.command("/news", "why s1")
        said = await slack.said()

    assert said.buttons["Post to channel"]["value"] == "news why s1 post:yes"


async def test_what_is_to_be_confirmed_is_a_button_and_the_rest_is_announced() -> None:
    """A confirmation is a primary button; after it one line is posted for the whole channel."""
    line = Message(title="Subscribed", blocks=(Paragraph((Text("Harbour, every day"),)),))

    def subscribe(ask: Ask) -> Reply:
        if "confirm" not in ask.line:
            confirm = Button(label="Subscribe", line="subscribe harbour confirm")
            return replace(plain_reply("This is what you get"), confirm=confirm)
        return replace(plain_reply("Done"), announcement=line)

    async with listening(FakeCatalogue(subscribe)) as slack:
        await slack.command("/subscribe", "harbour")
        preview = await slack.said()
        await slack.press(preview, "Subscribe")
        done, announced = await slack.said(), await slack.said()

    assert preview.buttons["Subscribe"]["style"] == "primary"
    assert done.is_private
    assert (announced.method, announced.channel) == ("chat.postMessage", "C1")
    assert announced.words == "Harbour, every day"


async def test_a_channel_that_cannot_be_posted_in_is_explained() -> None:
    """When the announcement cannot be posted, the asker is told how to let the bot in."""

    def subscribe(ask: Ask) -> Reply:
        return replace(plain_reply(ask.line), announcement=Message(title="Subscribed", blocks=()))

    async with listening(FakeCatalogue(subscribe)) as slack:
        slack.fail("chat.postMessage", refused("not_in_channel"))
        await slack.command("/subscribe", "harbour")
        await slack.said()
        excuse = await slack.said()

    assert excuse.is_private
    assert "/invite @newsdesk" in excuse.words


async def test_other_clicks_are_acknowledged_and_ask_nothing() -> None:
    """A click on what is no button of ours is taken and forgotten."""
    catalogue = FakeCatalogue(story_reply)
    async with listening(catalogue) as slack:
        await slack.command("/latest", "harbour")
        said = await slack.said()
        strange = {**said.buttons["Why"], "action_id": "other"}
        actions = {"type": "actions", "elements": [strange]}
        ack = await slack.press(replace(said, payload={"blocks": [actions]}), "Why")

    assert ack.seconds < 1
    assert len(catalogue.asks) == 1
