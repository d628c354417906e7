"""Promises of `/news why`: each report and each story has one final reason."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.commands.asked import all_fates
from bot.models import EVERYONE, Grouping, Mode, Plan, Reason, StoryId
from bot.pipeline import Pipeline
from bot.schedule.rhythm import EVERY
from tests.builders import (
    CHANNEL,
    DAY,
    HARBOUR,
    HARBOUR_LATER,
    HILL,
    HOUR,
    NOW,
    RIVER,
    article,
    channel,
    entry,
    schedule,
    source,
    subscription,
)
from tests.desks import OpenDesk, opened_desk

DIRECT = channel("D1", is_direct=True)
NOON = schedule("12:00")


async def test_why_gives_the_final_reason(desk: OpenDesk) -> None:
    """Before and after a briefing considered the story."""
    assert "No briefing of this channel has looked at it" in await desk.answered("news why a1")
    await desk.ask("brief comet", place=DIRECT)

    told = await desk.answered("news why a2", place=DIRECT)
    left_out = await desk.answered("news why a1", place=DIRECT)

    assert "It was told here in the briefing of 24 November 2026, 12:00 (UTC), as sent" in told
    assert left_out.endswith("12:00 (UTC): it is not about comet.")


async def test_why_alone_lists_the_last_decisions(desk: OpenDesk) -> None:
    """Told ones first; before any there is a hint."""
    assert "No briefing was made here yet" in await desk.answered("news why", place=DIRECT)
    await desk.ask("brief comet", place=DIRECT)

    listed = await desk.answered("news why", place=DIRECT)

    assert listed.index("Comet found") < listed.index("Harbour of Delta")
    assert " · told: it is about comet" in listed
    assert " · not about: it is not about comet" in listed


async def test_why_lists_no_story_that_is_gone(desk: OpenDesk) -> None:
    """A verdict on a story that the channel may not see any more is left out."""
    hill = channel(workspace=EVERYONE)
    await desk.store.channels.save(hill)
    private = article(
        "p1", title="Hill notes", text="Larks sing at dawn.", audience=DIRECT.workspace
    )
    await desk.add(private)
    await desk.ask("brief", place=DIRECT)
    verdicts = await desk.store.ledger.verdicts(DIRECT.id)
    await desk.store.ledger.note(hill.id, verdicts)

    assert "Hill notes" in await desk.answered("news why", place=DIRECT)
    assert "Hill notes" not in await desk.answered("news why", place=hill)


async def test_what_no_source_offered_is_unknown(desk: OpenDesk) -> None:
    """With what can be given instead."""
    assert await desk.answered("news why nowhere") == (
        "Nothing is known under “nowhere”: no source offered it. "
        "Use the id below a story, or a report's link; /news status names sources that fail."
    )


async def test_a_story_is_asked_for_by_its_id(desk: OpenDesk) -> None:
    """Its reason comes with its coverage."""
    found = await desk.store.library.locate("a1", None)
    assert found is not None

    said = await desk.answered(f"news why {found.id}")

    assert said.startswith("Why: Harbour of Delta reopens after strike\n")
    assert said.endswith("It has 1 report, the latest 2 h ago.")


@pytest.fixture
async def feed() -> AsyncIterator[OpenDesk]:
    """A desk with a source of everyone's that was visited once."""
    async with opened_desk() as opened:
        await opened.store.sources.save(source())
        opened.reader.offer(source().address, entry("e1"), entry("e2", title="Photo", text=""))
        await opened.pipeline.gather()
        yield opened


async def test_a_report_is_found_by_its_link(feed: OpenDesk) -> None:
    """With tracking or without, over http or https, as chats mark links."""
    for link in (
        "https://herald.example/e1",
        "https://herald.example/e1?utm_source=chat#top",
        "http://herald.example/e1/",
        "<https://herald.example/e1|the report>",
    ):
        assert "Why: Harbour of Delta reopens" in await feed.answered(f"news why {link}")


async def test_an_entry_without_an_article_says_why(feed: OpenDesk) -> None:
    """Until it has one."""
    said = await feed.answered("news why https://herald.example/e2?utm_source=chat")
    feed.reader.offer(source().address, entry("e2", title="Photo", text=HARBOUR_LATER))
    feed.clock.advance(EVERY)
    await Pipeline(feed.pipeline.parts).gather()  # as after a restart: it is looked at again

    assert said.startswith("Why: Photo\n")
    assert "It gave no article: there is no article in it; its page could not be had: 404" in said
    assert "No briefing" in await feed.answered("news why https://herald.example/e2")


async def test_an_entry_without_a_title_has_a_name(feed: OpenDesk) -> None:
    """The answer is headed all the same."""
    feed.reader.offer(source().address, entry("e3", title="", text=""))
    feed.clock.advance(EVERY)
    await feed.pipeline.gather()

    said = await feed.answered("news why https://herald.example/e3")

    assert said.startswith("Why: an entry without a title\n")


async def test_what_a_workspace_added_is_explained_to_itself_alone(empty: OpenDesk) -> None:
    """Its articles and its skipped entries are unknown elsewhere."""
    own = source(audience=RIVER)
    await empty.store.sources.save(own)
    empty.reader.offer(own.address, entry("e1"), entry("e2", text=""))
    await empty.pipeline.gather()

    for link in ("https://herald.example/e1", "https://herald.example/e2"):
        assert "Nothing is known" in await empty.answered(
            f"news why {link}", place=channel(workspace=HILL)
        )
        assert "Why: " in await empty.answered(f"news why {link}")


@pytest.mark.parametrize(
    ("plan", "mode", "said"),
    [
        (Plan(channel=CHANNEL), Mode.DIGEST, "The next one is due on 25 November 2026, 12:00"),
        (Plan(channel=CHANNEL), Mode.ALERT, "Alerts look at what comes in within minutes."),
        (
            Plan(channel=CHANNEL, paused_until=NOW + DAY),
            Mode.DIGEST,
            "Briefings are paused here until 25 November 2026, 12:00 (UTC).",
        ),
        (
            Plan(channel=CHANNEL, paused_until=datetime.max.replace(tzinfo=UTC)),
            Mode.DIGEST,
            "Briefings are paused here until /news digest resume.",
        ),
    ],
    ids=["digest", "alert", "paused", "paused for good"],
)
async def test_what_waits_is_told_when_its_turn_comes(
    desk: OpenDesk, plan: Plan, mode: Mode, said: str
) -> None:
    """By the channel's orders and its plan."""
    await desk.subscribe(subscription(mode=mode, schedule=NOON), plan=plan)

    assert said in await desk.answered("news why a1")


async def test_a_channel_without_orders_is_told_how_to_have_some(desk: OpenDesk) -> None:
    """Nothing will ever be told there otherwise."""
    assert (await desk.answered("news why a1")).endswith(
        "Nothing is subscribed here: /brief makes a briefing now, /subscribe orders them."
    )


async def test_a_subscription_made_since_counts(desk: OpenDesk) -> None:
    """What the last briefing was not about is told by the next one."""
    await desk.subscribe(subscription("zeppelin", schedule=NOON))
    await desk.pipeline.brief()
    before = await desk.answered("news why a1")
    await desk.subscribe(subscription("harbour", schedule=NOON))

    assert before.endswith(": it is not about zeppelin.")
    assert "The next one is due" in await desk.answered("news why a1")


async def test_what_one_briefing_is_not_about_another_told(desk: OpenDesk) -> None:
    """A channel's briefings of two hours have topics of their own."""
    await desk.subscribe(
        subscription("harbour", schedule=NOON),
        subscription("comet", schedule=schedule("13:00")),
        subscription("comet", name="alert", mode=Mode.ALERT),
    )
    await desk.pipeline.brief()
    desk.clock.advance(HOUR)
    await desk.pipeline.brief()
    verdicts = await desk.store.ledger.verdicts(CHANNEL)

    assert {one.reason for one in verdicts} == {Reason.TOLD}
    assert "It was told here" in await desk.answered("news why a1")


async def test_a_report_that_says_nothing_new_is_looked_at_once(desk: OpenDesk) -> None:
    """Its story was told; the report is remembered as told already."""
    await desk.subscribe(subscription(schedule=NOON))
    await desk.pipeline.brief()
    await desk.add(article("b1", outlet="Quay Courier", text=HARBOUR, at=NOW + HOUR))
    desk.clock.advance(DAY)
    waiting = await desk.answered("news why b1")
    await desk.pipeline.brief()

    said = await desk.answered("news why b1")

    assert "; this report came in since. The next one is due" in waiting
    assert "was told here in the briefing of 24 November 2026, 12:00 (UTC); it is a cop" in said
    assert "It was told here" in await desk.answered("news why a1")


async def test_an_alert_looks_once_at_what_says_nothing_new(desk: OpenDesk) -> None:
    """Nothing is owed for it, and the report is remembered as told already."""
    await desk.subscribe(subscription("harbour", mode=Mode.ALERT))
    await desk.pipeline.brief()
    await desk.add(article("b1", outlet="Quay Courier", text=HARBOUR, at=NOW))
    owed = await desk.pipeline.brief()

    assert owed == 0
    assert "; it is a copy of " in await desk.answered("news why b1")


async def test_an_old_article_that_resurfaces_is_not_told(desk: OpenDesk) -> None:
    """Neither alone nor as news of a story that was told."""
    await desk.subscribe(subscription(schedule=NOON), subscription("", mode=Mode.ALERT))
    await desk.pipeline.brief()
    old = replace(
        article("o1", text=HARBOUR_LATER, at=NOW + HOUR),
        published_at=datetime(2023, 3, 3, tzinfo=UTC),
    )
    found = await desk.store.library.locate("a1", None)
    assert found is not None
    placed = {old.id: StoryId(found.id)}
    await desk.store.library.add([old], Grouping(placed=placed, merged={}))
    desk.clock.advance(DAY)
    owed = len(await desk.store.outbox.history(CHANNEL))
    await desk.pipeline.brief()

    (last, *_) = await desk.store.outbox.history(CHANNEL)
    assert len(await desk.store.outbox.history(CHANNEL)) == owed + 1
    assert "Pilots" not in str(last.message)
    assert "too old: it is of 3 March 2023." in await desk.answered("news why o1")


async def test_all_that_was_fetched_has_a_reason(feed: OpenDesk) -> None:
    """Articles with their stories first, then entries that gave none."""
    await feed.add(article("b1", outlet="Quay Courier"))

    found = await all_fates(feed.desk, channel())

    assert [one.fate.reason for one in found] == [Reason.NOT_YET, Reason.NOT_YET, Reason.FILTERED]
    assert len({one.story for one in found}) == 2
    assert all(one.fate.said for one in found)
