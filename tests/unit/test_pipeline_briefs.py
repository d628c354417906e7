"""Promises of `bot.pipeline`: briefings and alerts."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.condense.lead import Lead
from bot.errors import CondenseError, StoreError
from bot.models import (
    Budget,
    DeliveryState,
    Grouping,
    Late,
    Message,
    Mode,
    Plan,
    Reason,
    Story,
    StoryId,
    Subscription,
    Summary,
    Told,
)
from bot.pipeline import ALERTS_AT_LATEST
from bot.text.topics import parse_topic
from tests.builders import (
    CHANNEL,
    DAY,
    HARBOUR,
    HARBOUR_LATER,
    HILL,
    HOUR,
    NOW,
    OBSERVATORY,
    RIVER,
    article,
    channel,
    schedule,
    subscription,
)
from tests.desks import OpenDesk, cards, opened_desk
from tests.fakes import RecordingSender

NOON = schedule("12:00")
HARBOUR_ARTICLE = article("a1", at=NOW - HOUR)
COMET = article("a2", title="Comet found above Mount Corvin", text=OBSERVATORY, at=NOW - HOUR)
FOLLOW_UP = article(
    "a3",
    title="Harbour of Delta: pilots walk out after dock strike",
    text=f"{HARBOUR}\n\n{HARBOUR_LATER}",
    outlet="Quay Courier",
    at=NOW + 23 * HOUR,
)


class Speechless:
    """A condenser that can tell nothing, or nothing of one story."""

    def __init__(self, about: str = "") -> None:
        self._about = about

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Raise, or tell the story's beginning."""
        if self._about in story.articles[0].title:
            raise CondenseError("no words for it")
        return await Lead().condense(story, budget=budget, told=told)


@pytest.fixture
async def desk() -> AsyncIterator[OpenDesk]:
    """A desk at noon, with news of the harbour and a subscription for noon."""
    async with opened_desk() as opened:
        await opened.add(HARBOUR_ARTICLE)
        await opened.subscribe(subscription(schedule=NOON))
        yield opened


async def delivered(desk: OpenDesk) -> list[str]:
    """Brief, deliver, and return everything that was sent so far."""
    await desk.pipeline.brief()
    await desk.dispatcher.work_off()
    return desk.sender.texts


async def reasons(desk: OpenDesk) -> dict[str, Reason]:
    """Return the last verdicts, by the headline of their story."""
    found: dict[str, Reason] = {}
    for verdict in await desk.store.ledger.verdicts(CHANNEL):
        story = await desk.store.library.story(verdict.story, None)
        assert story is not None
        found[story.articles[0].title] = verdict.reason
    return found


async def test_a_briefing_is_owed_at_its_hour(desk: OpenDesk) -> None:
    """It tells what came in on the topic, with its sources, once."""
    (text,) = await delivered(desk)

    assert "Briefing · Tuesday 24 November 2026 · harbour" in text
    assert "reopened on Tuesday after a strike" in text
    assert "[1] Delta Herald" in text


async def test_it_is_owed_once(desk: OpenDesk) -> None:
    """However often the loop runs within the grace, and however the days are changed."""
    owed = await desk.pipeline.brief()
    desk.clock.advance(HOUR)
    changed = subscription(schedule=schedule("12:00", days=range(5)))
    await desk.store.subscriptions.save(changed)

    assert (owed, await desk.pipeline.brief()) == (1, 0)


async def test_a_late_briefing_is_asked_about(desk: OpenDesk) -> None:
    """A channel that wants to be asked gets the question, not the news, and nothing is told."""
    await desk.store.channels.save_plan(Plan(channel=CHANNEL, schedule=NOON, late=Late.ASK))
    desk.clock.advance(HOUR)

    (text,) = await delivered(desk)

    assert text.startswith("A briefing was missed")
    assert "1 h ago" in text
    assert await reasons(desk) == {}


async def test_a_crash_after_owing_loses_nothing(desk: OpenDesk) -> None:
    """What is owed is in the store before anything is sent, with what it tells."""
    await desk.pipeline.brief()

    (waiting,) = await desk.store.outbox.history(CHANNEL)
    (story,) = await desk.store.library.stories(since=NOW - DAY, audience=None)
    assert waiting.state is DeliveryState.PENDING
    assert story.id in await desk.store.ledger.told(CHANNEL, [story.id])


async def test_the_next_briefing_tells_nothing_twice(desk: OpenDesk) -> None:
    """What the channel was told is left out, and it says so."""
    await delivered(desk)
    desk.clock.advance(DAY)

    texts = await delivered(desk)

    assert len(texts) == 2
    assert "Nothing new: everything was told here before." in texts[1]
    assert await reasons(desk) == {HARBOUR_ARTICLE.title: Reason.TOLD}


async def test_a_follow_up_tells_what_is_new(desk: OpenDesk) -> None:
    """A story that grew is told as an update: the new sentences, none of the old."""
    await delivered(desk)
    await desk.add(FOLLOW_UP)
    desk.clock.advance(DAY)

    text = (await delivered(desk))[1]

    assert "Update: " in text
    assert "New: " in text
    assert "ilots" in text
    assert "reopened on Tuesday after a strike" not in text


async def test_a_copy_is_no_follow_up(desk: OpenDesk) -> None:
    """A story that grew by a report that says nothing new is not told again."""
    await delivered(desk)
    await desk.add(replace(FOLLOW_UP, text=HARBOUR, title=HARBOUR_ARTICLE.title))
    desk.clock.advance(DAY)

    assert "Nothing new" in (await delivered(desk))[1]
    assert await reasons(desk) == {HARBOUR_ARTICLE.title: Reason.TOLD}


async def test_what_did_not_arrive_is_told_next_time(desk: OpenDesk) -> None:
    """A briefing that was given up told nothing."""
    await desk.pipeline.brief()
    (owed,) = await desk.store.outbox.claim(desk.clock.now(), lease=HOUR, limit=1)
    await desk.store.outbox.settle(replace(owed, state=DeliveryState.FAILED, settled_at=NOW))
    desk.clock.advance(DAY)

    assert "reopened on Tuesday" in (await delivered(desk))[0]


async def test_the_reading_time_is_kept(desk: OpenDesk) -> None:
    """What does not fit is left out for length, with a verdict."""
    names = ["pear", "quince", "medlar", "damson", "mulberry", "rowan"]
    await desk.add(
        *(
            article(f"f{name}", title=f"{name} of the harbour", text=f"A {name} {name} fell.")
            for name in names
        )
    )
    await desk.store.channels.save_plan(Plan(channel=CHANNEL, minutes=2))

    await delivered(desk)

    assert len(cards(desk.sender.sent[0].message)) == 4
    assert list((await reasons(desk)).values()).count(Reason.OVER_LENGTH) >= 1


async def test_long_briefings_come_in_parts() -> None:
    """The platform says where a message is cut, and each part is a delivery."""
    async with opened_desk(sender=RecordingSender(blocks_a_part=1)) as desk:
        await desk.add(HARBOUR_ARTICLE)
        await desk.subscribe(subscription(schedule=NOON))

        assert len(await delivered(desk)) == 3


async def test_a_platform_that_is_gone_is_owed_all_the_same(desk: OpenDesk) -> None:
    """A channel of a platform that is not running keeps its briefing for later."""
    hill = channel(workspace=HILL, platform="discord")
    await desk.store.channels.save(hill)
    await desk.store.subscriptions.save(subscription(channel=hill.id, schedule=NOON))

    assert await desk.pipeline.brief() == 2
    assert len(await desk.store.outbox.history(hill.id)) == 1


async def test_a_channel_that_is_not_known_is_owed_nothing(desk: OpenDesk) -> None:
    """Without an address nothing can be sent: neither briefings nor alerts."""
    nowhere = channel("C404").id
    await desk.store.subscriptions.save(subscription(channel=nowhere, schedule=NOON))
    await desk.store.subscriptions.save(subscription("pier", channel=nowhere, mode=Mode.ALERT))

    assert await desk.pipeline.brief() == 1


async def test_a_briefing_that_breaks_does_not_stop_the_others(
    desk: OpenDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is logged and tried again; the other channels get theirs."""
    hill = channel(workspace=HILL, platform="discord")
    await desk.store.channels.save(hill)
    await desk.store.subscriptions.save(subscription(channel=hill.id, schedule=NOON))
    bug = Unpartable(platform="discord", problem=ZeroDivisionError("a bug"))
    broken = {**desk.pipeline.parts.senders, "discord": bug}
    desk.pipeline.parts = replace(desk.pipeline.parts, senders=broken)

    assert await desk.pipeline.brief() == 1
    assert "briefing.failed" in capsys.readouterr().out


async def test_an_unusable_store_ends_the_round(desk: OpenDesk) -> None:
    """No briefing can be owed without it, so that the next round is what helps."""
    full = Unpartable(problem=StoreError("the disk is full"))
    desk.pipeline.parts = replace(desk.pipeline.parts, senders={"slack": full})

    with pytest.raises(StoreError, match="the disk is full"):
        await desk.pipeline.brief()


class Unpartable(RecordingSender):
    """A platform whose part fails."""

    def __init__(self, *, platform: str = "slack", problem: Exception) -> None:
        super().__init__(platform=platform)
        self._problem = problem

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Fail as told."""
        del message
        raise self._problem


async def test_another_condenser_helps_out() -> None:
    """Where the first condenser cannot, the next one tells the story."""
    async with opened_desk(Speechless(), Lead()) as desk:
        await desk.add(HARBOUR_ARTICLE)
        await desk.subscribe(subscription(schedule=NOON))

        assert "reopened on Tuesday" in (await delivered(desk))[0]


async def test_a_story_that_none_can_tell_spares_the_others() -> None:
    """It is left out with a verdict, and the briefing comes."""
    async with opened_desk(Speechless("Comet")) as desk:
        await desk.add(HARBOUR_ARTICLE, COMET)
        await desk.subscribe(subscription("", schedule=NOON))

        (text,) = await delivered(desk)

        assert "reopened on Tuesday" in text
        assert (await reasons(desk))[COMET.title] is Reason.FILTERED


async def test_what_others_added_is_not_told(desk: OpenDesk) -> None:
    """A workspace's own articles are in its briefings, and in no other's."""
    await desk.add(replace(COMET, audience=HILL))
    await desk.subscribe(subscription("comet", schedule=NOON))

    river = await desk.pipeline.edition(
        channel(workspace=RIVER), [parse_topic("comet")], plan=Plan(channel=CHANNEL)
    )
    hill = await desk.pipeline.edition(
        channel(workspace=HILL), [parse_topic("comet")], plan=Plan(channel=CHANNEL)
    )

    assert (len(river.cards), len(hill.cards)) == (0, 1)


async def test_everything_can_be_told_again(desk: OpenDesk) -> None:
    """Whoever asks for what was told before gets it."""
    await delivered(desk)

    again = await desk.pipeline.edition(
        channel(), [parse_topic("harbour")], plan=Plan(channel=CHANNEL), only_new=False
    )

    assert len(again.cards) == 1


def alert(topic: str = "harbour", *, ago: timedelta = DAY) -> Subscription:
    """Return an alert ordered so long ago."""
    return subscription(topic, mode=Mode.ALERT, created_at=NOW - ago)


@pytest.fixture
async def watching() -> AsyncIterator[OpenDesk]:
    """A desk with an alert on the harbour, ordered a day ago."""
    async with opened_desk() as opened:
        await opened.subscribe(alert())
        yield opened


async def test_an_alert_comes_once(watching: OpenDesk) -> None:
    """As soon as there is news, and not again for the same news."""
    assert await delivered(watching) == []
    await watching.add(HARBOUR_ARTICLE, COMET)

    assert len(await delivered(watching)) == 1
    assert len(await delivered(watching)) == 1
    assert len(cards(watching.sender.sent[0].message)) == 1


async def test_an_alert_is_told_of_the_follow_up(watching: OpenDesk) -> None:
    """News of a story that was told is told as an update."""
    await watching.add(HARBOUR_ARTICLE)
    await delivered(watching)
    await watching.add(FOLLOW_UP)
    watching.clock.advance(DAY)

    texts = await delivered(watching)

    assert len(texts) == 2
    assert "Update: " in texts[1]


async def test_news_that_another_process_filed_is_alerted_too(watching: OpenDesk) -> None:
    """Within minutes: this one was not told that there is any."""
    await delivered(watching)
    placed = {HARBOUR_ARTICLE.id: StoryId("s1")}
    await watching.store.library.add([HARBOUR_ARTICLE], Grouping(placed=placed, merged={}))

    assert await delivered(watching) == []
    watching.clock.advance(ALERTS_AT_LATEST)
    assert len(await delivered(watching)) == 1


async def test_an_alert_tells_nothing_from_before_it(watching: OpenDesk) -> None:
    """A new alert does not flood the channel with old news because an older one stands."""
    await watching.add(replace(COMET, published_at=NOW - 20 * HOUR))
    await watching.subscribe(alert("comet", ago=timedelta(minutes=5)))

    assert await delivered(watching) == []


async def test_an_old_alert_tells_fresh_news_alone(watching: OpenDesk) -> None:
    """After a long pause the channel is not told what is days old."""
    await watching.subscribe(alert("comet", ago=30 * DAY))
    await watching.add(replace(COMET, published_at=NOW - 5 * DAY))

    assert await delivered(watching) == []


async def test_a_paused_channel_is_not_alerted(watching: OpenDesk) -> None:
    """Until the pause ends."""
    await watching.subscribe(plan=Plan(channel=CHANNEL, paused_until=NOW + HOUR))
    await watching.add(HARBOUR_ARTICLE)

    assert await delivered(watching) == []
    watching.clock.advance(HOUR)
    assert len(await delivered(watching)) == 1
