"""Promises of `bot.commands.suggestions`: what is being typed is completed."""

import pytest

from bot.models import Choice, Suggests
from tests.builders import HILL, RIVER, article, channel, source, subscription
from tests.desks import OpenDesk

ON_HILL = channel(workspace=HILL)


async def values(desk: OpenDesk, kind: Suggests, typed: str = "") -> list[str]:
    """Return the values of the choices offered in the channel."""
    return [one.value for one in await desk.catalogue.suggest(kind, typed, channel())]


@pytest.mark.parametrize("kind", list(Suggests))
@pytest.mark.parametrize("typed", ["", "e", "harbour", "zzz", "É", " ", "a" * 300, "%_*\"'"])
async def test_choices_keep_the_platforms_limits(
    desk: OpenDesk, kind: Suggests, typed: str
) -> None:
    """At most 25, none empty, none longer than 100 characters, none twice."""
    await desk.subscribe(*(subscription(f"topic {at} {'x' * 60}{at}") for at in range(30)))
    for at in range(30):
        await desk.store.sources.save(source(f"Paper {at} {'y' * at * 5}", id=f"n{at}"))

    found = await desk.catalogue.suggest(kind, typed, channel())

    assert len(found) <= 25
    assert len(set(found)) == len(found)
    for choice in found:
        assert 0 < len(choice.label) <= 100
        assert 0 < len(choice.value) <= 100


async def test_zones_are_found_by_any_part(empty: OpenDesk) -> None:
    """In any case; those that start with what was typed come first."""
    assert await values(empty, Suggests.ZONES, "berl") == ["Europe/Berlin"]
    assert (await values(empty, Suggests.ZONES, "europe/r"))[0] == "Europe/Riga"
    assert (await values(empty, Suggests.ZONES, "u"))[0][0] in "Uu"


async def test_commands_are_shown_with_their_slash(empty: OpenDesk) -> None:
    """The value is what help is asked with."""
    found = await empty.catalogue.suggest(Suggests.COMMANDS, "digest s", channel())

    assert Choice(label="/news digest set", value="news digest set") in found


async def test_sources_are_those_that_are_seen(empty: OpenDesk) -> None:
    """Another workspace's are not offered."""
    await empty.store.sources.save(source())
    await empty.store.sources.save(source("Hill notes", id="hill", audience=HILL))

    assert await values(empty, Suggests.SOURCES) == ["Delta Herald"]


async def test_subscriptions_are_the_channel_s(desk: OpenDesk) -> None:
    """All news is offered by its name."""
    await desk.subscribe(subscription("harbour"), subscription(""))
    await desk.store.subscriptions.save(subscription("pier", channel=ON_HILL.id))

    assert sorted(await values(desk, Suggests.SUBSCRIPTIONS)) == ["everything", "harbour"]


async def test_stories_are_shown_by_their_headline(desk: OpenDesk) -> None:
    """The value is the id; another workspace's are not offered."""
    await desk.add(article("a8", title="Comet of the hill", text="Notes.", audience=HILL))

    found = await desk.catalogue.suggest(Suggests.STORIES, "comet", channel(workspace=RIVER))

    assert [one.label for one in found] == ["Comet found above Mount Corvin"]
    assert found[0].value.startswith("st")


async def test_topics_are_completed_by_words_of_the_news(desk: OpenDesk) -> None:
    """What was typed stays a choice, then the channel's topics, then words."""
    await desk.subscribe(subscription("har bar"), subscription(""))

    assert await values(desk, Suggests.TOPICS, "har") == ["har", "har bar", "harbour"]
    assert "strike harbour" in await values(desk, Suggests.TOPICS, "strike har")
    assert await values(desk, Suggests.TOPICS) == ["har bar"]
