"""Promises of `/latest`: what comes first, how old it is, and in which language."""

from bot.models import Plan
from tests.builders import DAY, HOUR, NOW, article, channel
from tests.desks import OpenDesk, cards

OLD = "The quay of Corvin closed for repairs, the harbour office said. Nobody was hurt."
NEW = "The quay of Corvin opened again after repairs, the mayor said. Ships came in at noon."


async def headlines(desk: OpenDesk, line: str) -> list[str]:
    """Return the headlines of the stories in an answer."""
    return [card.headline for card in cards((await desk.ask(line)).message)]


async def test_what_resurfaces_comes_last_and_shows_its_age(empty: OpenDesk) -> None:
    """An old report that a feed offers again is found, after what is new, as of its date."""
    old = article("a1", title="Corvin quay closes", text=OLD, outlet="Herald", at=NOW - 400 * DAY)
    await empty.add(
        old,
        article("a2", title="Repairs: ships back at the quay of Corvin", text=NEW, at=NOW - HOUR),
    )

    assert await headlines(empty, "latest corvin quay repairs") == [
        "Repairs: ships back at the quay of Corvin",
        "Corvin quay closes",
    ]
    assert "of 20 October 2025" in await empty.answered("latest corvin quay repairs")


async def test_one_of_several_words_will_do(desk: OpenDesk) -> None:
    """OR and a bar make a choice, in the answer's title as it was typed."""
    assert len(await headlines(desk, "latest harbour OR comet")) == 2
    assert await headlines(desk, "latest zeppelin|comet") == ["Comet found above Mount Corvin"]
    assert (await desk.ask("latest zeppelin|comet")).message.title == "Latest on zeppelin|comet"


async def test_a_slip_in_a_choice_is_mended(desk: OpenDesk) -> None:
    """Each of the words gives way to the nearest of the news."""
    said = await desk.answered("latest zeppelin OR harbuor")

    assert "taken for “harbour”" in said
    assert "Harbour of Delta reopens" in said


async def test_the_words_of_a_language_are_answered_in_it(empty: OpenDesk) -> None:
    """The channel's language is told, unless the words stand only in reports of another."""
    await empty.add(
        article("a1", title="Delta harbour reopens", at=NOW - 2 * HOUR, language="en"),
        article("a2", title="Delta: Hafen wieder offen", at=NOW - HOUR, language="de"),
    )
    for story in await empty.store.library.stories(since=NOW - DAY, audience=None):
        assert len(story.articles) == 2  # the same text: one story in two languages
    await empty.store.channels.save(channel())
    await empty.store.channels.save_plan(Plan(channel=channel().id, language="en"))

    assert await headlines(empty, "latest delta") == ["Delta harbour reopens"]
    assert await headlines(empty, "latest hafen") == ["Delta: Hafen wieder offen"]
    assert await headlines(empty, "latest delta language:de") == ["Delta: Hafen wieder offen"]
