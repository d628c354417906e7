"""The contracts of `Sources`, `Channels`, `Subscriptions` and `Ledger`, over every store."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.models import (
    EVERYONE,
    Actor,
    ArticleId,
    ChannelId,
    Hub,
    Late,
    Mode,
    Plan,
    Reason,
    Schedule,
    Source,
    SourceId,
    StoryId,
    Subscription,
    SubscriptionId,
    Verdict,
    Visit,
)
from bot.ports import Store
from tests.contracts.store_builders import (
    CHANNEL,
    HILL,
    HOUR,
    NOW,
    RIVER,
    STORES,
    Opener,
    article,
    merge,
    opened,
    shelve,
    told,
)

HERALD = Source(
    id=SourceId("herald"),
    kind="feed",
    address="https://herald.example/feed",
    name="Herald",
    topics=("harbour",),
    language="en",
)
VISIT = Visit(
    source=HERALD.id,
    next_at=NOW + HOUR,
    last_at=NOW,
    etag='W/"1"',
    last_modified="Tue, 24 Nov 2026 07:00:00 GMT",
    failures=2,
    error="no answer in time",
    interval=HOUR,
    backlog=(ArticleId("a1"), ArticleId("a2")),
    quiet_hours=frozenset({0, 23, 167}),
    moved_to="https://herald.example/new",
    hub=Hub(address="https://hub.example/", topic="https://herald.example/feed"),
)
WEEKDAYS = Schedule(at=time(7, 30), zone="Europe/Berlin", days=frozenset({0, 1, 2, 3, 4}))
ORDER = Subscription(
    id=SubscriptionId("u1"),
    channel=CHANNEL.id,
    topic='harbour "port of delta"',
    created_at=NOW,
    created_by="U7",
    schedule=WEEKDAYS,
)
S1, S2 = StoryId("s1"), StoryId("s2")


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        yield opened_store


async def test_sources_come_back_by_name(store: Store) -> None:
    """Sources are kept as given; saving one again replaces it."""
    courier = replace(HERALD, id=SourceId("courier"), name="Courier", topics=(), paused=True)
    await store.sources.save(HERALD)
    await store.sources.save(courier)
    await store.sources.save(replace(HERALD, language=None))

    assert await store.sources.all() == (courier, replace(HERALD, language=None))


async def test_a_workspace_sees_its_own_and_everyones_sources(store: Store) -> None:
    """A source that another workspace added is not listed."""
    for number, audience in enumerate((EVERYONE, RIVER, HILL)):
        await store.sources.save(replace(HERALD, id=SourceId(f"{number}"), audience=audience))

    assert [source.id for source in await store.sources.all(RIVER)] == ["0", "1"]
    assert [source.id for source in await store.sources.all(EVERYONE)] == ["0"]
    assert len(await store.sources.all()) == 3


async def test_a_visit_is_kept_until_the_next(store: Store) -> None:
    """The last visit of a source is kept; a new source has none."""
    await store.sources.save(HERALD)
    before = await store.sources.visits()
    await store.sources.record(Visit(source=HERALD.id, next_at=NOW))
    bare = await store.sources.visits()
    await store.sources.record(VISIT)
    await store.sources.save(replace(HERALD, name="The Herald"))

    assert before == {}
    assert bare == {HERALD.id: Visit(source=HERALD.id, next_at=NOW)}
    assert await store.sources.visits() == {HERALD.id: VISIT}


async def test_visits_of_many_sources_are_kept_in_one_go(store: Store) -> None:
    """Visits are recorded together; those of sources that are gone are left out."""
    many = [replace(HERALD, id=SourceId(f"s{number}")) for number in range(3)]
    for one in many[:2]:
        await store.sources.save(one)
    await store.sources.record(*(Visit(source=one.id, next_at=NOW) for one in many))
    await store.sources.record(Visit(source=SourceId("s0"), next_at=NOW, failures=1))
    await store.sources.record()

    visits = await store.sources.visits()

    assert {one: visit.failures for one, visit in visits.items()} == {"s0": 1, "s1": 0}


async def test_a_source_that_moved_is_due_at_once(store: Store) -> None:
    """What the old address answered says nothing about the new one."""
    await store.sources.save(HERALD)
    await store.sources.record(VISIT)
    await store.sources.save(replace(HERALD, address="https://herald.example/new"))

    assert await store.sources.visits() == {}


async def test_a_removed_source_is_forgotten_with_its_visits(store: Store) -> None:
    """Removing takes the visits along, leaves the articles, and may be repeated."""
    await store.sources.save(HERALD)
    await store.sources.record(VISIT)
    await shelve(store, "s1", article("a1"))
    await store.sources.remove(HERALD.id)
    await store.sources.remove(HERALD.id)
    await store.sources.record(VISIT)

    assert await store.sources.all() == ()
    assert await store.sources.visits() == {}
    assert await store.library.story(S1, None) is not None


async def test_a_channel_comes_back(store: Store) -> None:
    """What is known of a channel is replaced when it is saved again."""
    before = await store.channels.get(CHANNEL.id)
    await store.channels.save(replace(CHANNEL, name="old"))
    await store.channels.save(replace(CHANNEL, is_direct=True))

    assert before is None
    assert await store.channels.get(CHANNEL.id) == replace(CHANNEL, is_direct=True)


async def test_a_plan_comes_back(store: Store) -> None:
    """A channel has the default plan until another is saved, "until resumed" included."""
    plan = Plan(
        channel=CHANNEL.id,
        schedule=WEEKDAYS,
        minutes=2,
        late=Late.ASK,
        language="de",
        paused_until=datetime.max.replace(tzinfo=UTC),
    )
    before = await store.channels.plan(CHANNEL.id)
    await store.channels.save_plan(Plan(channel=CHANNEL.id, minutes=10))
    await store.channels.save_plan(plan)

    assert before == Plan(channel=CHANNEL.id)
    assert await store.channels.plan(CHANNEL.id) == plan


async def test_audit_takes_any_line(store: Store) -> None:
    """Who changed what is appended, however odd the names."""
    for _ in range(2):
        await store.channels.audit(CHANNEL.id, Actor(id="U7", name="\x00\ud800"), "x" * 9_000, NOW)


async def test_subscriptions_come_oldest_first(store: Store) -> None:
    """A channel's subscriptions are listed by age; all of them by channel."""
    other = replace(ORDER, id=SubscriptionId("u0"), channel=ChannelId("discord:G9/C1"))
    older = replace(
        ORDER, id=SubscriptionId("u2"), created_at=NOW - HOUR, mode=Mode.ALERT, schedule=None
    )
    for one in (ORDER, older, other, replace(ORDER, topic="budget")):
        await store.subscriptions.save(one)

    assert await store.subscriptions.of(CHANNEL.id) == (older, replace(ORDER, topic="budget"))
    assert await store.subscriptions.all() == (other, older, replace(ORDER, topic="budget"))


async def test_a_removed_subscription_is_gone(store: Store) -> None:
    """Removing may be repeated."""
    await store.subscriptions.save(ORDER)
    await store.subscriptions.remove(ORDER.id)
    await store.subscriptions.remove(ORDER.id)

    assert await store.subscriptions.all() == ()


async def test_what_was_told_adds_up(store: Store) -> None:
    """All that a channel was told of a story is kept, each sentence once; of others, nothing."""
    again = replace(told("s1", "a2", said="Cranes move."), at=NOW + HOUR)
    for one in (told(), told(), again):
        await store.ledger.tell(CHANNEL.id, [one])

    known = await store.ledger.told(CHANNEL.id, [S1, S2])

    assert list(known) == [S1]
    assert known[S1].articles == {"a1", "a2"}
    assert [sentence.text for sentence in known[S1].sentences] == ["Ships leave.", "Cranes move."]
    assert known[S1].at == NOW + HOUR
    assert await store.ledger.told(ChannelId("discord:G9/C1"), [S1]) == {}
    assert await store.ledger.told(CHANNEL.id, []) == {}


async def test_what_was_told_follows_merges(store: Store) -> None:
    """What was told of a story was told of the one it became part of, under each of its ids."""
    for name in ("s1", "s2", "s3"):
        await shelve(store, name, article(f"a-{name}"))
        await store.ledger.tell(CHANNEL.id, [told(name, f"a-{name}", said=f"Of {name}.")])
    await merge(store, "s3", "s2")
    await merge(store, "s2", "s1")

    known = await store.ledger.told(CHANNEL.id, [S1, StoryId("s3")])

    assert known.keys() == {S1, "s3"}
    for story, one in known.items():
        assert one.story == story
        assert one.articles == {"a-s1", "a-s2", "a-s3"}
        assert len(one.sentences) == 3


async def test_each_telling_is_kept(store: Store) -> None:
    """One after the other, under any id that the story had; another channel has none."""
    first, second = told("s2"), replace(told("s1", "a2", said="Pilots walk out."), at=NOW + HOUR)
    await store.ledger.tell(CHANNEL.id, [first])
    await store.ledger.tell(CHANNEL.id, [second])
    await merge(store, "s2", "s1")

    assert await store.ledger.tellings(CHANNEL.id, S1) == (replace(first, story=S1), second)
    assert await store.ledger.tellings(ChannelId("slack:T1/C9"), S1) == ()


async def test_verdicts_are_replaced_and_follow_merges(store: Store) -> None:
    """The last verdict on a story counts, under any id the story had."""
    old = Verdict(story=S2, reason=Reason.TOO_OLD, detail="three days", at=NOW)
    new = replace(old, reason=Reason.TOLD, detail="two outlets", at=NOW + HOUR)
    await store.ledger.note(CHANNEL.id, [old])
    await store.ledger.note(CHANNEL.id, [new])
    await store.ledger.note(CHANNEL.id, [])
    await shelve(store, "s2", article("a2"))
    await merge(store, "s2", "s1")

    assert await store.ledger.verdict(CHANNEL.id, S2) == new
    assert await store.ledger.verdict(CHANNEL.id, S1) == replace(new, story=S1)
    assert await store.ledger.verdict(CHANNEL.id, StoryId("s9")) is None


async def test_verdicts_come_newest_first_and_told_before_others(store: Store) -> None:
    """A channel's verdicts are listed from the latest moment, what was told first."""
    early = Verdict(story=StoryId("s0"), reason=Reason.TOLD, detail="", at=NOW)
    passed = Verdict(story=S1, reason=Reason.OVER_LENGTH, detail="", at=NOW + HOUR)
    told_one = Verdict(story=S2, reason=Reason.TOLD, detail="", at=NOW + HOUR)
    await store.ledger.note(CHANNEL.id, [early, passed, told_one])

    assert await store.ledger.verdicts(CHANNEL.id) == (told_one, passed, early)
    assert await store.ledger.verdicts(CHANNEL.id, limit=1) == (told_one,)
    assert await store.ledger.verdicts(CHANNEL.id, limit=-1) == ()
    assert await store.ledger.verdicts(ChannelId("discord:G9/C1")) == ()
