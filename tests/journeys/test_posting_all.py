"""The whole newsroom is posted, the article that attacks the desk among it."""

import json
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.newsroom import load_gold
from tests.journeys.chats import Chats, chats
from tests.journeys.reading import found_in, sentences_of
from tests.standins.discord_markdown import read

pytestmark = pytest.mark.asyncio(loop_scope="module")

WORDS = 10
"""The kind of a Discord component that shows text."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def posted(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Chats]:
    """A desk that has answered with the hostile article and posted the longest briefing.

    The stand-ins check every payload against the platform's schema and say so at the end.
    """
    async with chats(tmp_path_factory.mktemp("home")) as both:
        await both.desk.gather()
        await both.ask_slack("/latest pellworth fair")
        await both.ask_discord("latest", {"topic": "pellworth fair"})
        await both.change("news digest set 08:00 UTC length:10")
        await both.change("news digest now")
        await both.desk.app.dispatcher.work_off()
        yield both


async def test_every_story_is_posted_in_order(posted: Chats) -> None:
    """The longest briefing arrives whole and in the same order on both platforms."""
    known = sentences_of(await posted.desk.articles())
    slack, discord = posted.posts

    told = found_in("\n".join(slack), known)
    assert len(told) > 30
    assert found_in("\n".join(discord), known) == told


async def test_the_platforms_accept_everything(posted: Chats) -> None:
    """No payload breaks a rule of its platform."""
    assert posted.slack.problems == []
    assert posted.discord.invalid == []


async def test_hostile_words_are_dead_in_discord(posted: Chats) -> None:
    """In Discord the hostile article pings nobody and formats nothing."""
    bodies = [body for *_, body in posted.discord.requests if "ellworth autumn" in json.dumps(body)]

    alive = {kind for body in bodies for text in _shown(body) for kind in read(text).alive}
    assert len(bodies) == 2
    assert not alive & {"mention", "command", "emoji", "invite", "code", "spoiler", "italic"}
    assert all(body["allowed_mentions"] == {"parse": []} for body in bodies)


async def test_hostile_words_are_dead_in_slack(posted: Chats) -> None:
    """In Slack no text that is read as markup holds a mention of the hostile article."""
    payloads = [load for _, load in posted.slack.calls if "ellworth autumn" in json.dumps(load)]

    live = [text for load in payloads for text in _markup(load) if "<!" in text or "<@" in text]
    assert len(payloads) == 2
    assert live == []


async def test_hidden_words_are_never_sent(posted: Chats) -> None:
    """Nothing that the page hides is in anything that was sent."""
    sent = json.dumps(
        [[load for _, load in posted.slack.calls], [body for *_, body in posted.discord.requests]],
        ensure_ascii=False,
    )

    assert [words for words in load_gold().must_not_appear if words in sent] == []


def _shown(value: object) -> Iterator[str]:
    """Yield the texts of a Discord message."""
    if isinstance(value, list):
        for one in value:
            yield from _shown(one)
    elif isinstance(value, dict):
        if value.get("type") == WORDS:
            yield value["content"]
        for one in value.values():
            yield from _shown(one)


def _markup(payload: object) -> Iterator[str]:
    """Yield the texts of a Slack message that Slack reads as markup: mrkdwn, and the fallback."""
    if isinstance(payload, list):
        for one in payload:
            yield from _markup(one)
    elif isinstance(payload, dict):
        is_markup = payload.get("type") in {"mrkdwn", None}
        if is_markup and isinstance(payload.get("text"), str):
            yield payload["text"]
        for one in payload.values():
            yield from _markup(one)
