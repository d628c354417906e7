"""Promises of `/news mute` and `/news unmute`."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands.mute import A_PAGE, MOST
from bot.models import Choice, Mode, Mute, Muted, Reason, SourceId, Suggests
from tests.builders import (
    CHANNEL,
    DAY,
    HARBOUR_LATER,
    HOUR,
    NOW,
    article,
    channel,
    schedule,
    source,
    subscription,
)
from tests.desks import OpenDesk, buttons

NOON = schedule("12:00")


async def muted(desk: OpenDesk) -> list[tuple[Muted, str]]:
    """Return what is muted in the channel."""
    return [(one.kind, one.target) for one in await desk.store.mutes.of(CHANNEL, desk.clock.now())]


async def story_id(desk: OpenDesk, name: str) -> str:
    """Return the id of an article's story."""
    found = await desk.store.library.locate(name, None)
    assert found is not None
    return found.id


async def undo(desk: OpenDesk, line: str) -> str:
    """Ask a line, press its Undo, and return the answer."""
    return await desk.answered(buttons(await desk.ask(line))["Undo"].line)


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("news mute strike", "until 1 December 2026, 12:00 (UTC)"),
        ("news mute strike 1d", "until 25 November 2026, 12:00 (UTC)"),
        ("news mute strike for 7d", "until 1 December 2026, 12:00 (UTC)"),
        ("news mute topic:strike for:ever", "for good"),
    ],
)
async def test_a_topic_is_muted_for_a_while(desk: OpenDesk, line: str, until: str) -> None:
    """A week when nothing is said."""
    said = await desk.answered(line)

    assert said.startswith(f"strike is muted here {until}. Briefings and alerts leave it out;")
    assert await muted(desk) == [(Muted.TOPIC, "strike")]


async def test_a_story_is_muted_by_its_id_or_a_link(desk: OpenDesk) -> None:
    """Named or not."""
    name = await story_id(desk, "a1")
    for line in (
        f"news mute {name}",
        f"news mute story:{name}",
        "news mute https://herald.example/a1?utm_source=chat",
        "news mute story:a1",
    ):
        assert (await desk.answered(line)).startswith("Harbour of Delta reopens after strike is m")
        assert await muted(desk) == [(Muted.STORY, name)]


async def test_a_source_is_muted_by_its_name(desk: OpenDesk) -> None:
    """It is kept by its id, so that a new name changes nothing."""
    await desk.store.sources.save(source())

    said = await desk.answered('news mute source:"Delta Herald"')

    assert said.startswith("Delta Herald is muted here until")
    assert "neither count nor cite its reports" in said
    assert await muted(desk) == [(Muted.SOURCE, "herald")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("news mute topic:a story:b", "Name one thing to mute: a topic, a story or a source."),
        ("news mute source:nowhere", "There is no source “nowhere”."),
        ("news mute story:nowhere", "No story is known under “nowhere”."),
        ("news mute https://nowhere.example/1", "No story is known under"),
        ("news mute -football", "That would mute everything. /news digest pause stops"),
        ("news mute topic:muted-gone", "That has expired."),
        ("news unmute football", "“football” is not muted here. Nothing is."),
    ],
)
async def test_what_cannot_be_muted_is_said(desk: OpenDesk, line: str, said: str) -> None:
    """With what to do instead."""
    assert (await desk.answered(line)).startswith(said)
    assert await muted(desk) == []


async def test_only_those_who_manage_may_mute(desk: OpenDesk) -> None:
    """It changes what everybody there gets."""
    for line in ("news mute harbour", "news unmute harbour"):
        assert "only those who manage it may" in await desk.answered(line, manages=False)


async def test_what_is_muted_is_not_told(desk: OpenDesk) -> None:
    """Neither in the briefing nor in alerts and previews; what is asked for is."""
    await desk.subscribe(subscription("", schedule=NOON), subscription("strike", mode=Mode.ALERT))
    await desk.ask("news mute strike")

    preview = await desk.answered("news digest preview")
    brief = await desk.answered("brief strike")
    await desk.pipeline.brief()
    (owed,) = await desk.store.outbox.history(CHANNEL)

    for said in (preview, str(owed.message)):
        assert "Comet found" in said
        assert "Harbour of Delta" not in said
        assert "1 muted" in said
    assert "Harbour of Delta" not in brief
    assert "Harbour of Delta" not in await desk.answered("subscribe strike")
    assert "Harbour of Delta" in await desk.answered("latest strike")
    assert await desk.answered("news why a1") == (
        "Why: Harbour of Delta reopens after strike\n\nIt was not told here in the briefing of "
        "24 November 2026, 12:00 (UTC): the topic strike is muted here until 1 December 2026, "
        "12:00 (UTC), by Ida."
    )


async def test_a_topic_is_muted_under_all_its_names(desk: OpenDesk) -> None:
    """As topics are subscribed to."""
    await desk.ask("news mute Deltaville")

    assert "Harbour of Delta" not in await desk.answered("news digest preview")


async def test_a_muted_source_is_neither_counted_nor_cited(desk: OpenDesk) -> None:
    """A story that others report is told from theirs."""
    await desk.store.sources.save(source())
    other = replace(
        article("b1", text=article().text, outlet="Pilot Post", at=NOW - HOUR),
        source=SourceId("post"),
    )
    await desk.add(other)
    await desk.ask("news mute source:herald")

    said = await desk.answered("news digest preview")

    assert "[1] Pilot Post" in said
    assert "1 report" in said
    assert "Delta Herald" not in said
    assert "Comet found" not in said
    assert "the source Delta Herald is muted here" in await desk.answered("news why a2")


async def test_a_subscription_to_what_is_muted_says_so(desk: OpenDesk) -> None:
    """It is not taken for a topic about which nothing came in."""
    await desk.answered("news mute harbour ever")

    assert "What came in about it is muted here" in await desk.answered("subscribe harbour 08:00")


async def test_a_mute_ends_by_itself(desk: OpenDesk) -> None:
    """What came in meanwhile is told then, while it is fresh."""
    await desk.ask("news mute strike 1d")
    desk.clock.advance(DAY)

    assert await desk.answered("news mute") == (
        "Nothing is muted here. /news mute <topic> keeps a topic out of briefings."
    )
    assert "Harbour of Delta" in await desk.answered("news digest preview")


async def test_a_muted_story_stays_muted_as_it_grows(desk: OpenDesk) -> None:
    """New reports do not bring it back."""
    await desk.ask(f"news mute {await story_id(desk, 'a1')}")
    await desk.add(article("b1", text=f"{article().text}\n\n{HARBOUR_LATER}", at=NOW - HOUR / 2))

    assert await story_id(desk, "b1") == await story_id(desk, "a1")
    assert "Harbour of Delta" not in await desk.answered("news digest preview")


async def test_muting_can_be_undone(desk: OpenDesk) -> None:
    """With one line in the audit log for each, of what was done and by whom."""
    assert await undo(desk, 'news mute "dock workers"') == (
        '"dock workers" is no longer muted here.'
    )
    assert await muted(desk) == []


async def test_unmuting_can_be_undone(desk: OpenDesk) -> None:
    """It is muted again as it was: for as long, and by the one who did it."""
    await desk.ask("news mute strike 1d")
    before = await desk.store.mutes.of(CHANNEL, desk.clock.now())
    desk.clock.advance(timedelta(hours=1))

    said = await undo(desk, "news unmute strike")

    (after,) = await desk.store.mutes.of(CHANNEL, desk.clock.now())
    assert said.startswith("strike is muted here until 25 November 2026, 12:00 (UTC).")
    assert replace(after, at=NOW) == before[0]


async def test_unmuting_for_good_can_be_undone(desk: OpenDesk) -> None:
    """It is muted for good again."""
    await desk.ask("news mute strike ever")
    said = await undo(desk, "news unmute topic:strike")

    assert said.startswith("strike is muted here for good.")


async def test_what_is_called_alike_must_be_told_apart(desk: OpenDesk) -> None:
    """A topic and a source may have one name."""
    await desk.store.sources.save(source())
    await desk.ask("news mute herald")
    await desk.ask("news mute source:herald")

    said = await desk.answered("news unmute herald")

    assert said == "Several things are called that: say source:herald or topic:herald."
    assert "no longer muted" in await desk.answered("news unmute source:herald")
    assert "What is: herald. /news mute lists all." in await desk.answered("news unmute x")


async def test_what_is_muted_is_listed(desk: OpenDesk) -> None:
    """Under its name, with how long and by whom; what is gone under its id; page by page."""
    await desk.store.sources.save(source())
    name = await story_id(desk, "a1")
    for line in ("news mute rugby", "news mute source:herald 1d", f"news mute {name} ever"):
        await desk.ask(line)
    await desk.store.sources.remove(source().id)
    gone = Mute(
        channel=CHANNEL, kind=Muted.STORY, target="st-gone", until=None, by="Bo", at=NOW - DAY
    )
    await desk.store.mutes.save(gone)

    listed = await desk.answered("news mute")

    assert listed.startswith("Muted here\n")
    assert "• rugby · topic · until 1 December 2026, 12:00 (UTC) · by Ida · rugby" in listed
    assert "• herald · source · until 25 November 2026, 12:00 (UTC) · by Ida · herald" in listed
    assert f"• Harbour of Delta reopens after strike · story · for good · by Ida · {name}" in listed
    assert "• st-gone · story · for good · by Bo · st-gone" in listed
    assert listed.endswith("Page 1 of 1. /news unmute ends one.")
    assert "No such page." in await desk.answered("news mute page:9")


async def test_a_channel_has_only_so_many(desk: OpenDesk) -> None:
    """Beyond them it is said what to do; changing how long one lasts always goes."""
    for at in range(MOST):
        await desk.store.mutes.save(
            Mute(
                channel=CHANNEL, kind=Muted.TOPIC, target=f"Topic {at}", until=None, by="I", at=NOW
            )
        )

    too_many = await desk.answered("news mute rugby")
    again = await desk.answered("news mute topic 7 1d")

    assert too_many.startswith("This channel has 200 things muted, which is the most.")
    assert again.startswith("topic 7 is muted here until 25 November")
    assert len(await muted(desk)) == MOST
    assert f"Page 1 of {MOST // A_PAGE}" in await desk.answered("news mute")


async def test_what_is_muted_is_completed(desk: OpenDesk) -> None:
    """Under its name, for a value that says which it is."""
    await desk.ask("news mute rugby")
    await desk.ask("news mute story:a1")
    name = await story_id(desk, "a1")

    found = await desk.catalogue.suggest(Suggests.MUTES, "", channel())

    assert set(found) == {
        Choice(label="rugby", value="topic:rugby"),
        Choice(label="Harbour of Delta reopens after strike", value=f"story:{name}"),
    }


async def test_the_last_verdict_is_that_it_was_muted(desk: OpenDesk) -> None:
    """It is recorded with the briefing, with the mute."""
    await desk.subscribe(subscription("harbour", schedule=NOON))
    await desk.ask("news mute strike ever")
    await desk.pipeline.brief()

    (verdict,) = [
        one
        for one in await desk.store.ledger.verdicts(CHANNEL)
        if one.reason is not Reason.NOT_ABOUT
    ]

    assert verdict.reason is Reason.MUTED
    assert verdict.detail == "the topic strike is muted here for good, by Ida"
