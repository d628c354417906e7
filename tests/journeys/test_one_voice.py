"""Terminal, Slack and Discord give the same answers."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.journeys.chats import Answer, Chats, chats
from tests.journeys.reading import folded, found_in, sentences_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def both(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chats]:
    """One desk on both platforms that has gathered."""
    async with chats(tmp_path_factory.mktemp("home")) as opened:
        await opened.desk.gather()
        yield opened


async def test_latest_says_the_same_everywhere(both: Chats) -> None:
    """`/latest harbour` tells the same sentences in the same order in all three places."""
    articles = await both.desk.articles()
    known = sentences_of(articles) | {folded(one.title) for one in articles}
    typed = found_in(await both.desk.answered("/latest harbour"), known)
    slack = await both.ask_slack("/latest harbour")
    discord = await both.ask_discord("latest", {"topic": "harbour"})

    assert len(typed) > 3
    assert found_in(slack.words, known) == typed
    assert found_in(discord.words, known) == typed
    _at_once(slack, discord)


async def test_a_subscription_is_made_everywhere(both: Chats) -> None:
    """`/subscribe harbour 08:00` is confirmed by one press, and is then listed with its hour."""
    asked = await both.desk.ask("/subscribe harbour 08:00")
    assert asked.confirm is not None
    typed = await both.desk.answered(asked.confirm.line)
    made = (
        await both.ask_slack("/subscribe harbour 08:00"),
        await both.ask_discord("subscribe", {"topic": "harbour", "time": "08:00"}),
    )
    listed = (
        await both.ask_slack("/news subscriptions"),
        await both.ask_discord("news subscriptions"),
    )
    listed_here = await both.desk.answered("/news subscriptions")

    for answer in (typed, *(one.words for one in made)):
        assert "Subscribed to harbour" in answer
    for answer in (listed_here, *(one.words for one in listed)):
        assert "harbour" in answer
        assert "08:00" in answer
    _at_once(*made, *listed)


async def test_why_gives_the_same_reason_everywhere(both: Chats) -> None:
    """`/news why`, with a story and without, answers the same words in all three places.

    But for the hour of the next briefing: each of them is subscribed in a zone of its own.
    """
    story = (await both.desk.articles())[0]
    for reference in ("", story.url):
        typed = _without_zones(folded(await both.desk.answered(f"/news why {reference}")))
        slack = await both.ask_slack(f"/news why {reference}")
        discord = await both.ask_discord("news why", {"story": reference} if reference else {})

        assert typed.startswith("Why: ") or "No briefing was made here yet" in typed
        assert _without_zones(folded(slack.words)).startswith(typed)
        assert _without_zones(folded(discord.words)).startswith(typed)
        _at_once(slack, discord)


async def test_the_nearest_command_is_named(both: Chats) -> None:
    """An unknown command is answered with the one most like it."""
    typed = await both.desk.answered("/news subscribtions")
    slack = await both.ask_slack("/news subscribtions")

    assert "/news subscriptions" in typed
    assert "/news subscriptions" in slack.words
    _at_once(slack)


async def test_who_may_not_manage_is_told_so(both: Chats) -> None:
    """Somebody without the right is told who may, on both platforms, and nothing is changed."""
    before = await both.desk.app.store.subscriptions.all()
    slack = await both.ask_slack("/subscribe chess 09:00", manages=False)
    discord = await both.ask_discord("subscribe", {"topic": "chess"}, manages=False)
    after = await both.desk.app.store.subscriptions.all()

    for answer in (slack, discord):
        assert "only those who manage it may" in answer.words
    assert before == after
    _at_once(slack, discord)


def _without_zones(said: str) -> str:
    return re.sub(r"\((?:UTC|[A-Z]\w+/\w+)\)", "(a zone)", said)


def _at_once(*answers: Answer) -> None:
    """Each was acknowledged in less than a second."""
    assert all(answer.acknowledged_s < 1 for answer in answers)
