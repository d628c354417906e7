"""Promises of `bot.web.subscriber`: hubs are asked, believed as far as they may be, and left."""

from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.models import SourceId
from bot.schedule.visits import by_source, is_due
from bot.web.subscriber import ASKED_AT_ONCE, forget_all
from tests.builders import DAY, HOUR, NOW, source
from tests.standins.hub import CHALLENGE, Fault
from tests.unit.fetch.serving import fetcher_to
from tests.unit.web.websub import TOPIC, Reached, reached


async def due(desk: Reached) -> bool:
    """Say whether the one source is to be visited now."""
    (feed,) = await desk.store.sources.all()
    visits, pushes = await desk.store.sources.visits(), await desk.store.pushes.all()
    return is_due(feed, visits.get(feed.id), desk.clock.now(), by_source(pushes).get(feed.id))


async def test_a_hub_that_is_offered_is_asked_and_agrees() -> None:
    """It is sent where to tell us and a secret, and its challenge is said again."""
    async with reached() as desk:
        push = await desk.agree()

        (order,) = desk.hub.asked
        assert desk.hub.answers == [(200, CHALLENGE)]

    assert (order["hub.mode"], order["hub.topic"]) == ("subscribe", TOPIC)
    assert (
        order["hub.callback"]
        == push.callback
        == f"{desk.subscriber.public_url}/websub/{push.token}"
    )
    assert order["hub.secret"] == push.secret
    assert (len(push.token), len(push.secret)) == (43, 64)
    assert (push.leased_until, push.failures) == (NOW + 10 * DAY, 0)


async def test_what_is_agreed_is_not_asked_again_until_it_is_time() -> None:
    """It is renewed before it ends, under the same address and secret."""
    async with reached() as desk:
        first = await desk.agree()
        await desk.subscriber.keep_up()
        before = len(desk.hub.asked)
        desk.clock.advance(7.5 * DAY)
        await desk.subscriber.keep_up()
        renewed = await desk.one()

    assert before == 1
    assert desk.hub.asked[0] == desk.hub.asked[1]
    assert (renewed.token, renewed.secret) == (first.token, first.secret)
    assert renewed.leased_until == NOW + 17.5 * DAY


async def test_agreements_outlive_a_restart() -> None:
    """They are kept in the store; what was pushed meanwhile is taken for pushed."""
    async with reached() as desk:
        push = await desk.agree()
        await desk.subscriber.tell(push.token)
        desk.clock.advance(2 * HOUR)
        await desk.subscriber.start()
        await desk.subscriber.keep_up()

        assert (await desk.one()).pushed_at == NOW + 2 * HOUR
    assert len(desk.hub.asked) == 1


async def test_a_source_whose_hub_told_is_due_at_once() -> None:
    """Long before its next visit."""
    async with reached() as desk:
        push = await desk.agree()
        before = await due(desk)
        desk.clock.advance(HOUR)
        await desk.subscriber.tell(push.token)

        assert (before, await due(desk)) == (False, True)
        await desk.subscriber.tell("unknown")


@pytest.mark.parametrize("fault", list(Fault), ids=lambda fault: fault.name)
async def test_a_hub_that_fails_leaves_its_source_to_visits(fault: Fault) -> None:
    """Nothing is agreed with it, it is asked again later, and the next good answer counts."""
    async with reached() as desk:
        desk.hub.fault = fault
        await desk.offer()
        with capture_logs() as logs:
            await desk.subscriber.keep_up()
            await desk.subscriber.keep_up()
        push = await desk.one()
        desk.hub.fault = None
        desk.clock.advance(2 * DAY)
        await desk.subscriber.keep_up()

        assert (push.leased_until, push.failures > 0) == (None, True)
        assert push.ask_at > NOW
        assert (await desk.one()).leased_until == NOW + 12 * DAY
        assert len(desk.hub.asked) == 2
        assert await due(desk)
    assert push.secret not in repr(logs)


async def test_a_hub_that_cannot_be_reached_is_one_line_in_the_log() -> None:
    """Whether nobody is there, or it is one of our own machines that is not to be reached."""
    async with reached() as desk:
        await desk.offer("http://127.0.0.1:9/")
        with capture_logs() as logs:
            await desk.subscriber.keep_up()

        assert [one["event"] for one in logs] == ["hub.failed"]
        assert "private network" in logs[0]["problem"] or "port" in logs[0]["problem"]


async def test_a_hub_in_a_private_network_is_not_asked() -> None:
    """A feed may name any address as its hub."""
    async with reached(poster=fetcher_to()) as desk:
        await desk.offer()
        with capture_logs() as logs:
            await desk.subscriber.keep_up()

        assert desk.hub.asked == []
    assert "private network" in logs[0]["problem"]


async def test_a_source_that_is_removed_is_left() -> None:
    """Its hub is asked to stop, and confirms it."""
    async with reached() as desk:
        push = await desk.agree()
        await desk.store.sources.remove(push.source)
        await desk.subscriber.keep_up()

        assert desk.hub.last["hub.mode"] == "unsubscribe"
        assert "hub.secret" not in desk.hub.last
        assert desk.hub.answers[-1] == (200, CHALLENGE)
        assert await desk.store.pushes.all() == ()


async def test_a_hub_that_does_not_let_go_is_forgotten() -> None:
    """After an hour."""
    async with reached() as desk:
        push = await desk.agree()
        await desk.store.sources.remove(push.source)
        desk.hub.fault = Fault.NEVER_CONFIRMS
        await desk.subscriber.keep_up()
        left = await desk.one()
        desk.clock.advance(HOUR)
        await desk.subscriber.keep_up()

        assert left.is_leaving
        assert await desk.store.pushes.all() == ()


async def test_a_source_that_changes_its_hub_is_told_by_the_new_one() -> None:
    """And the old one is left."""
    async with reached() as desk:
        first = await desk.agree()
        await desk.offer(f"{desk.hub.address}?v=2")
        await desk.subscriber.keep_up()
        second = await desk.one()

        modes = [order["hub.mode"] for order in desk.hub.asked]
        assert modes == ["subscribe", "subscribe", "unsubscribe"]
    assert second.token != first.token
    assert second.hub.address.endswith("?v=2")


async def test_what_nobody_asked_for_is_confirmed_to_nobody() -> None:
    """A stranger can neither begin, end nor deny what is not as they say."""
    async with reached() as desk:
        push = await desk.agree()
        known, other = push.token, "https://other.example/"
        said = [
            await desk.subscriber.confirm("x", mode="subscribe", topic=TOPIC, lease="864000"),
            await desk.subscriber.confirm(known, mode="subscribe", topic=other, lease="864000"),
            await desk.subscriber.confirm(known, mode="unsubscribe", topic=TOPIC, lease=""),
            await desk.subscriber.confirm(known, mode="publish", topic=TOPIC, lease="864000"),
            await desk.subscriber.deny("x", topic=TOPIC),
            await desk.subscriber.deny(known, topic=other),
        ]

        assert not any(said)
        assert await desk.one() == push


async def test_many_sources_begin_in_turns() -> None:
    """So that a hub is not asked for a thousand at once."""
    async with reached() as desk:
        for number in range(ASKED_AT_ONCE + 2):
            await desk.offer(of=source(id=f"s{number}", address=f"https://a.example/{number}"))
        await desk.subscriber.keep_up()
        before = len(desk.hub.asked)
        await desk.subscriber.keep_up()

        assert (before, len(desk.hub.asked)) == (ASKED_AT_ONCE, ASKED_AT_ONCE + 2)


async def test_a_desk_that_cannot_be_reached_any_more_forgets() -> None:
    """No hub will tell it."""
    async with reached() as desk:
        push = await desk.agree()
        await desk.store.pushes.save(replace(push, token="second", source=SourceId("other")))
        await forget_all(desk.store)

        assert await desk.store.pushes.all() == ()
