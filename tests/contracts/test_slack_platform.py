"""Slack as a whole: a conversation with a stand-in server that speaks its protocol."""

import os
from pathlib import Path

import pytest

from adapters.slack import Slack, create
from bot.models import (
    Ask,
    Message,
    Paragraph,
    Reply,
    Text,
)
from bot.ports import Examined, Listener, Sender, Tools
from bot.schedule.clock import SystemClock
from tests.standins.gold import require_gold
from tests.standins.slack import BOT_USER
from tests.standins.slack_catalogue import FakeCatalogue, plain_reply, story_reply
from tests.standins.slack_faults import Fault, refused
from tests.standins.slack_running import listening


async def test_a_slash_command_is_acknowledged_at_once_and_answered_privately() -> None:
    """`/latest harbour` is acknowledged within a second and answered for the asker alone."""
    catalogue = FakeCatalogue(story_reply)
    async with listening(catalogue) as slack:
        ack = await slack.command("/latest", "harbour")
        said = await slack.said()

    assert ack.seconds < 1
    assert said.is_private
    assert "Harbour reopens after storm" in said.words
    assert [ask.line for ask in catalogue.asks] == ["latest harbour"]


async def test_the_asker_is_known_by_name_and_zone() -> None:
    """The desk is told who asks, where, in which zone, and that they may not manage."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command("/latest", "harbour")
        await slack.said()

    actor, channel = catalogue.asks[0].actor, catalogue.asks[0].channel
    assert (actor.id, actor.name, actor.zone, actor.language) == (
        "slack:U1",
        "Ada",
        "Europe/Berlin",
        "en",
    )
    assert not actor.may_manage
    assert (channel.id, channel.workspace, channel.address, channel.name) == (
        "slack:T1/C1",
        "slack:T1",
        "C1",
        "desk",
    )


@pytest.mark.parametrize("why", ["admin", "creator", "named", "direct"])
async def test_those_who_manage_are_known(why: str) -> None:
    """An admin, the channel's creator, a named manager, and anyone in private may manage."""
    catalogue = FakeCatalogue()
    managers = ["U1"] if why == "named" else []
    async with listening(catalogue, managers=managers) as slack:
        slack.users["U1"]["is_admin"] = why == "admin"
        slack.channels["C1"]["creator"] = "U1" if why == "creator" else "U9"
        await slack.command("/subscribe", "harbour", channel="D1" if why == "direct" else "C1")
        await slack.said()

    assert catalogue.asks[0].actor.may_manage


async def test_a_stranger_to_users_info_is_answered_all_the_same() -> None:
    """When Slack does not tell who asks, the answer comes and no right is given."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command("/latest", user="U404")
        await slack.said()

    assert catalogue.asks[0].actor.name == ""
    assert not catalogue.asks[0].actor.may_manage


async def test_a_channel_that_slack_does_not_show_has_no_creator() -> None:
    """In a channel that cannot be looked up, and with few rights, the answer comes all the same."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command("/latest", channel="C404")
        await slack.said()

    assert not catalogue.asks[0].actor.may_manage


@pytest.mark.parametrize(
    ("command", "text", "line"),
    [
        ("/latest", "", "latest"),
        ("/news", "search port strike", "news search port strike"),
        ("/brief", "&lt;b&gt; &amp; co", "brief <b> & co"),
        ("/unheard", "of", "unheard of"),
    ],
)
async def test_commands_become_lines(command: str, text: str, line: str) -> None:
    """Every slash command reaches the desk as the line that was typed, known or not."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command(command, text)
        await slack.said()

    assert catalogue.asks[0].line == line


async def test_a_command_without_a_response_url_is_answered_privately() -> None:
    """Where Slack gives no address to answer to, the answer comes as a private message."""
    async with listening() as slack:
        await slack.command("/latest", "harbour", response_url="")
        said = await slack.said()

    assert (said.method, said.payload["user"]) == ("chat.postEphemeral", "U1")


async def test_a_bare_news_opens_a_form_that_asks() -> None:
    """`/news` alone opens a form; what is chosen and typed in it is asked and answered."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command("/news")
        form = await slack.form()
        first_calls = [method for method, _ in slack.calls if method != "auth.test"]
        ack = await slack.submit(
            form,
            {
                "command": {"selected_option": {"value": "news search"}},
                "words": {"value": "harbour"},
            },
        )
        said = await slack.said()

    assert first_calls == ["apps.connections.open", "views.open"]
    assert ack.seconds < 1
    assert said.is_private
    assert catalogue.asks[0].line == "news search harbour"
    assert catalogue.asks[0].channel.id == "slack:T1/C1"


async def test_a_bare_subscribe_opens_a_form_for_topic_time_and_zone() -> None:
    """`/subscribe` alone asks for topic, time and zone in a form."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.command("/subscribe")
        await slack.submit(
            await slack.form(),
            {
                "topic": {"value": "harbour"},
                "time": {"selected_time": "07:30"},
                "zone": {"value": "Europe/Berlin"},
            },
        )
        await slack.said()

    assert catalogue.asks[0].line == "subscribe harbour time:07:30 zone:Europe/Berlin"


async def test_a_form_that_slack_refuses_becomes_help() -> None:
    """When the form cannot be opened, the asker gets help instead of nothing."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        slack.fail("views.open", refused("trigger_expired"))
        await slack.command("/news")
        await slack.said()

    assert catalogue.asks[0].line == "help"


async def test_an_error_after_the_acknowledgement_is_answered() -> None:
    """When the desk breaks, the asker is told so in plain words, and the next one is heard."""

    def breaks(ask: Ask) -> Reply:
        if "harbour" in ask.line:
            raise RuntimeError(ask.line)
        return plain_reply("Fine")

    async with listening(FakeCatalogue(breaks)) as slack:
        await slack.command("/latest", "harbour")
        excuse = await slack.said()
        await slack.command("/latest", "airport")
        said = await slack.said()

    assert "Something broke" in excuse.words
    assert said.words.startswith("Fine")


async def test_a_worn_out_response_url_is_not_the_end() -> None:
    """When Slack refuses the response_url, the answer comes as a private message."""
    async with listening() as slack:
        slack.fail("response_url", Fault(status=404, body="used_url", content_type="text/plain"))
        await slack.command("/latest", "harbour")
        said = await slack.said()

    assert said.method == "chat.postEphemeral"


@pytest.mark.parametrize("loss", ["refresh", "drop"])
async def test_a_lost_connection_is_made_again(loss: str) -> None:
    """After a refresh or a broken connection the bot hears again."""
    async with listening() as slack:
        await (slack.refresh() if loss == "refresh" else slack.drop())
        await slack.connected()
        await slack.command("/latest", "harbour")
        said = await slack.said()

        assert slack.connections == 2
    assert "latest harbour" in said.words


async def test_credentials_of_another_app_do_not_matter(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A client id and secret in the environment do not turn the bot into another kind of app."""
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "hush")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-another")
    monkeypatch.setenv("HOME", str(tmp_path))

    async with listening() as slack:
        await slack.command("/latest", "harbour")
        said = await slack.said()

    assert said.is_private
    assert os.listdir(tmp_path) == []  # noqa: PTH208  # nothing waits for this look


async def test_a_whole_conversation_satisfies_slack_s_schema() -> None:
    """Everything that is sent in a conversation is as Slack's published schema wants it."""
    require_gold("slack")
    async with listening(FakeCatalogue(story_reply)) as slack:
        await slack.command("/latest", "harbour")
        await slack.press(await slack.said(), "Why")
        await slack.mention(f"<@{BOT_USER}> latest")
        await slack.direct("latest")
        for _ in range(3):
            await slack.said()
        await slack.command("/news")
        await slack.form()
        await slack.command("/subscribe")
        await slack.form()

        assert slack.problems == []
        assert len(slack.posts) == 4


def test_slack_is_all_that_a_platform_can_be() -> None:
    """Slack speaks, hears, and can be examined."""
    made = create({}, Tools(clock=SystemClock(), environment={"SLACK_BOT_TOKEN": "x"}, home=""))
    sender: Sender = made
    listener: Listener = made
    examined: Examined = made

    assert isinstance(made, Slack)
    assert sender.platform == "slack"
    assert {id(listener), id(examined)} == {id(made)}


async def test_a_long_answer_arrives_whole() -> None:
    """An answer of more parts than a response_url takes goes on as private messages."""

    def long(ask: Ask) -> Reply:
        del ask
        paragraph = Paragraph((Text("word " * 590),))
        return Reply(message=Message(title="Long", blocks=(paragraph,) * 24))

    async with listening(FakeCatalogue(long)) as slack:
        await slack.command("/news", "help")
        said = [await slack.said() for _ in range(6)]

    assert [post.method for post in said] == ["response_url"] * 4 + ["chat.postEphemeral"] * 2
    assert all(post.is_private for post in said)


async def test_an_answer_that_cannot_be_given_harms_no_other() -> None:
    """When an answer fails on every way, it is logged and the next question is heard."""
    gone = Fault(status=500, body="no", content_type="text/plain")
    async with listening() as slack:
        slack.fail("response_url", gone)
        slack.fail("chat.postEphemeral", refused("user_not_in_channel"))
        slack.fail("views.open", Fault(is_cut=True))
        await slack.command("/latest", "harbour")
        await slack.command("/news")
        said = await slack.said()

    assert said.words == "You asked: help"


async def test_an_envelope_that_breaks_the_bot_is_logged_and_the_next_is_heard() -> None:
    """A mention without its fields breaks nothing but itself."""
    catalogue = FakeCatalogue()
    async with listening(catalogue) as slack:
        await slack.event({"type": "app_mention", "user": "U1", "text": f"<@{BOT_USER}> latest"})
        await slack.command("/latest", "harbour")
        await slack.said()

    assert [ask.line for ask in catalogue.asks] == ["latest harbour"]
