"""What people ask in Discord is answered, whatever gets lost on the way."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.models import Button, Choice, Message, Reply
from tests.standins import discord_payloads as payloads
from tests.standins.discord import Asked, DiscordStandIn, Fault
from tests.standins.discord_desk import FakeCatalogue, card, said
from tests.standins.discord_records import buttons_of

pytestmark = pytest.mark.usefixtures("running")


async def _answered(asked: Asked) -> Asked:
    """Wait for the answer."""
    await asyncio.wait_for(asked.answered.wait(), 20)
    return asked


async def test_acknowledges_first_and_answers_privately(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A command is acknowledged within a second, and only its asker sees the answer."""
    catalogue.replies["latest topic:harbour count:3"] = Reply(
        message=Message(title="Latest", blocks=(card(),))
    )

    asked = await _answered(await discord.command("latest", topic="harbour", count=3))

    assert asked.acknowledged_after is not None
    assert asked.acknowledged_after < 1
    assert asked.private
    assert "Ferry pier in Lindmoor reopens" in asked.text
    assert asked.buttons["Sources"] == "ask:news story story:s1 view:sources"
    assert discord.posts == []


async def test_names_asker_and_place(discord: DiscordStandIn, catalogue: FakeCatalogue) -> None:
    """An ask carries who asks, from where, in which language, and whether they may manage."""
    await _answered(await discord.command("latest", permissions=0, locale="de"))

    ask = catalogue.asks[0]
    assert (ask.actor.id, ask.actor.name) == (f"discord:{payloads.ASKER}", "Mira")
    assert (ask.actor.may_manage, ask.actor.language) == (False, "de")
    assert ask.channel.id == f"discord:{payloads.GUILD}/{payloads.CHANNEL}"
    assert ask.channel.workspace == f"discord:{payloads.GUILD}"
    assert (ask.channel.address, ask.channel.name) == (payloads.CHANNEL, "newsroom")


async def test_who_manages_channels_may_manage(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """The right to manage channels is the right to manage briefings."""
    await _answered(await discord.command("latest", permissions=payloads.MANAGE_CHANNELS))

    assert catalogue.asks[0].actor.may_manage


async def test_direct_message_is_its_own_workspace(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """In a direct message the asker may manage, and shares a workspace with nobody."""
    asked = await _answered(await discord.command("latest", direct=True))

    ask = catalogue.asks[0]
    assert ask.actor.may_manage
    assert ask.channel.is_direct
    assert ask.channel.id == f"discord:@me/{payloads.DIRECT}"
    assert ask.channel.workspace == f"discord:@user{payloads.ASKER}"
    assert asked.buttons == {}


async def test_subcommands_become_the_same_line_as_typed(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A sub-command with options asks the line that a person would type."""
    values: dict[str, Any] = {"time": "08:00", "for": "last week"}
    await _answered(await discord.command("news digest set", **values))

    assert catalogue.asks[0].line == 'news digest set time:08:00 for:"last week"'


async def test_completes_while_typing(discord: DiscordStandIn, catalogue: FakeCatalogue) -> None:
    """An option that suggests is completed with at most 25 choices."""
    catalogue.choices = tuple(Choice(label=f"Topic {n}", value=f"t{n}") for n in range(40))

    asked = await _answered(await discord.command("latest", focused="topic", topic="har"))

    assert asked.choices is not None
    assert len(asked.choices) == 25
    assert asked.choices[0]["value"] == "t0"


@pytest.mark.parametrize("trouble", ["stuck", "broken"])
async def test_completion_never_fails(
    discord: DiscordStandIn, catalogue: FakeCatalogue, trouble: str
) -> None:
    """A catalogue that hangs or breaks completes with nothing, in good time."""
    setattr(catalogue, trouble, True)

    asked = await _answered(await discord.command("latest", focused="topic", topic="har"))

    assert asked.choices == []
    assert asked.acknowledged_after is not None
    assert asked.acknowledged_after < 1


async def test_button_asks_its_line_with_no_state(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A button works though this process never sent it, and is answered privately."""
    asked = await _answered(await discord.press("ask:news story story:s7"))

    assert catalogue.asks[0].line == "news story story:s7"
    assert asked.private
    assert asked.text == "asked: news story story:s7"


async def test_private_answer_can_be_posted(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A private answer to /latest has a button that posts it to the channel."""
    line = "latest topic:harbour"
    public = Reply(message=said("For all"), private=False)
    catalogue.replies[f"{line} post:yes"] = public

    first = await _answered(await discord.command("latest", topic="harbour"))
    second = await _answered(await discord.press(first.buttons["Post to channel"]))

    assert [post.text for post in discord.posts] == ["For all"]
    assert second.text == "Posted in this channel."


async def test_confirmation_is_a_primary_button(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """What is to be confirmed is one primary button that asks its line."""
    confirm = Button(label="Subscribe", line="subscribe topic:harbour sure:yes")
    catalogue.replies["subscribe topic:harbour"] = Reply(message=said("Sure?"), confirm=confirm)

    asked = await _answered(await discord.command("subscribe", topic="harbour"))

    assert asked.buttons == {"Subscribe": "ask:subscribe topic:harbour sure:yes"}
    assert asked.original is not None
    assert asked.original["components"][-1]["components"][0]["style"] == 1


async def test_announcement_is_posted_besides(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """An announcement stands in the channel while the answer stays private."""
    reply = Reply(message=said("Done"), announcement=said("This channel follows harbour"))
    catalogue.replies["subscribe topic:harbour"] = reply

    asked = await _answered(await discord.command("subscribe", topic="harbour"))

    assert [post.text for post in discord.posts] == ["This channel follows harbour"]
    assert asked.text == "Done"


async def test_what_cannot_be_posted_is_shown_with_its_cure(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """An answer that may not be posted is shown to the asker, who is told what is missing."""
    catalogue.replies["latest post:yes"] = Reply(message=said("For all"), private=False)
    discord.faults.append(Fault(path="/channels/.*", status=403, code=50013))

    asked = await _answered(await discord.command("latest", post="yes"))

    assert asked.text.startswith("For all\nThis could not be posted in the channel")
    assert "Send Messages" in asked.text


async def test_long_answers_follow_in_parts(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """What does not fit into one answer follows it, with the buttons at the end."""
    cards = tuple(card(n) for n in range(20))
    catalogue.replies["latest"] = Reply(message=Message(title="Latest", blocks=cards))

    asked = await _answered(await discord.command("latest"))
    await discord.quiet(asked)

    assert len(asked.edits) == 1
    assert len(asked.follow_ups) == 1
    assert "Post to channel" in buttons_of(asked.follow_ups[-1])


async def test_lost_acknowledgement_is_no_end(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """An acknowledgement that was taken but whose answer was lost still leads to an answer."""
    discord.faults.append(Fault(path="/interactions/.*", commit=True, reset=True))

    asked = await _answered(await discord.command("latest"))

    assert asked.text == "asked: latest"
    assert len(catalogue.asks) == 1


async def test_acknowledgement_is_tried_again(discord: DiscordStandIn) -> None:
    """An acknowledgement that never arrived is sent again."""
    discord.faults.append(Fault(path="/interactions/.*", reset=True))

    asked = await _answered(await discord.command("latest"))

    assert asked.text == "asked: latest"


async def test_refused_acknowledgement_asks_nothing(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """Where Discord takes no acknowledgement there is nobody to answer."""
    discord.faults.append(Fault(path="/interactions/.*", status=403, code=50001))

    await discord.press("ask:news story story:first")
    await _answered(await discord.press("ask:news story story:second"))

    assert [ask.line for ask in catalogue.asks] == ["news story story:second"]


async def test_buttons_of_others_are_left_alone(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A button that is not ours asks nothing."""
    await discord.press("vote:7")
    await _answered(await discord.press("ask:latest"))

    assert [ask.line for ask in catalogue.asks] == ["latest"]


async def test_uncertain_post_is_tried_once_more(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A post whose answer was lost is posted again under its nonce, and stands there once."""
    catalogue.replies["latest post:yes"] = Reply(message=said("For all"), private=False)
    discord.faults.append(Fault(path="/channels/.*", commit=True, reset=True))

    asked = await _answered(await discord.command("latest", post="yes"))

    assert [post.text for post in discord.posts] == ["For all"]
    assert asked.text == "Posted in this channel."


async def test_refused_edit_is_not_repeated(discord: DiscordStandIn) -> None:
    """An edit that Discord refuses is given up, and the next person is answered."""
    discord.faults.append(Fault(method="PATCH", path="/webhooks/.*", status=404, code=10008))

    refused = await discord.command("latest")
    await _answered(await discord.command("latest"))

    assert refused.edits == []


async def test_lost_follow_up_is_not_repeated(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A follow-up has no nonce: when its answer is lost it is not sent again."""
    cards = tuple(card(n) for n in range(40))
    catalogue.replies["latest"] = Reply(message=Message(title="Latest", blocks=cards))
    discord.faults.append(Fault(path="/webhooks/.*", commit=True, reset=True))

    asked = await _answered(await discord.command("latest"))
    await discord.quiet(asked)

    assert len(asked.follow_ups) == 1


async def test_expired_interaction_is_left_alone(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """An interaction that came too late asks nothing and changes nothing."""
    late = {"custom_id": "ask:news story story:old", "component_type": 2, "id": 1}
    discord.faults.append(Fault(path="/interactions/.*", status=404, code=10062))

    await discord.interact(3, late)
    await _answered(await discord.press("ask:news story story:new"))

    assert [ask.line for ask in catalogue.asks] == ["news story story:new"]


async def test_lost_edit_is_repeated(discord: DiscordStandIn) -> None:
    """An edit whose answer was lost is made again: the asker is never left thinking."""
    discord.faults.append(Fault(method="PATCH", path="/webhooks/.*", commit=True, reset=True))

    asked = await _answered(await discord.command("latest"))
    await discord.quiet(asked)

    assert len(asked.edits) == 2
    assert asked.edits[0] == asked.edits[1]


async def test_command_of_an_older_tree_is_explained(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """A command that Discord still shows but the desk no longer has is explained."""
    asked = await discord.interact(2, {"id": "1", "name": "weather", "type": 1, "options": []})

    assert "Reload Discord" in (await _answered(asked)).text
    assert catalogue.asks == []


async def test_strangers_words_never_ping(
    discord: DiscordStandIn, catalogue: FakeCatalogue
) -> None:
    """Every answer and every post forbids mentions, and article text mentions nobody."""
    hostile = replace(card(headline="@everyone <@&920000000000000009> free"), foot=())
    message = Message(title="Latest", blocks=(hostile,))
    catalogue.replies["latest post:yes"] = Reply(message=message, private=False)

    asked = await _answered(await discord.command("latest", post="yes"))

    bodies = [asked.original or {}, discord.posts[0].body]
    assert [body["allowed_mentions"]["parse"] for body in bodies] == [[], []]
    assert "@everyone" not in str(discord.posts[0].body)
