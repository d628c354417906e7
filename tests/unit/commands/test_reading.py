"""Promises of the commands that tell stories: latest, brief, search, story and why."""

import pytest

from bot.models import Article, Reading, Source, StoryId, Visit
from bot.schedule.visits import after_success
from tests.builders import (
    DAY,
    HARBOUR,
    HOUR,
    NOW,
    article,
    channel,
    source,
    subscription,
)
from tests.desks import OpenDesk, buttons, cards

DIRECT = channel("D1", is_direct=True)


async def story_id(desk: OpenDesk, title: str) -> StoryId:
    """Return the id of the story with a report of that title."""
    stories = await desk.store.library.stories(since=NOW - 99 * DAY, audience=None)
    return next(one.id for one in stories for report in one.articles if title in report.title)


async def headlines(desk: OpenDesk, line: str) -> list[str]:
    """Return the headlines of the stories in an answer."""
    return [card.headline for card in cards((await desk.ask(line)).message)]


async def read_once(desk: OpenDesk, *sources: Source) -> None:
    """Add sources that were read a moment ago."""
    for one in sources:
        await desk.store.sources.save(one)
        await desk.store.sources.record(after_success(one, None, Reading(), NOW))


async def test_latest_tells_the_stories_on_a_topic(desk: OpenDesk) -> None:
    """With their sentences and sources, and nothing else."""
    reply = await desk.ask("latest harbour")

    (card,) = cards(reply.message)
    assert card.headline == "Harbour of Delta reopens after strike"
    assert len(card.lines) > 0
    assert reply.message.title == "Latest on harbour"


async def test_a_slip_is_mended_and_said(desk: OpenDesk) -> None:
    """What no report holds gives way to the nearest word of the news, in so many words."""
    for line in ("latest harbuor", 'news search "harbuor"'):
        said = await desk.answered(line)

        assert "No report holds “harbuor”: taken for “harbour”." in said
        assert "Harbour of Delta reopens" in said


async def test_a_thing_is_told_under_any_of_its_names(desk: OpenDesk) -> None:
    """In answers and in briefings alike."""
    await desk.subscribe(subscription("دلتا"))

    assert await headlines(desk, "latest deltaville") == ["Harbour of Delta reopens after strike"]
    assert await headlines(desk, "brief") == ["Harbour of Delta reopens after strike"]


async def test_latest_without_a_topic_tells_everything(desk: OpenDesk) -> None:
    """All news, the most telling first; so many as asked for."""
    assert len(await headlines(desk, "latest")) == 2
    assert len(await headlines(desk, "latest count:1")) == 1
    assert "1 of 2 stories" in await desk.answered("latest count:1")


async def test_latest_keeps_to_its_limits(desk: OpenDesk) -> None:
    """Only news since then, and only in that language."""
    await desk.add(article("a9", title="Hafen von Ostrava offen", language="de", text="Schiffe."))

    assert await headlines(desk, "latest since:2026-11-24") != []
    assert await headlines(desk, "latest language:de") == ["Hafen von Ostrava offen"]
    assert await headlines(desk, "latest corvin 1h") == ["Comet found above Mount Corvin"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("latest since:soon", "“soon” is no time span."),
        ("latest count:99", "“99” is no count: a number from 1 to 10."),
        ("latest since:0001-01-01", "“0001-01-01” is no time span."),
    ],
)
async def test_latest_says_what_is_wrong(desk: OpenDesk, line: str, said: str) -> None:
    """A value that cannot be is named, with what can be."""
    assert (await desk.answered(line)).startswith(said)


async def test_latest_says_why_there_is_nothing(empty: OpenDesk) -> None:
    """No source, none read, none that covers it, or too narrow: each with what to do."""
    assert "There are no sources yet. Add one with" in await empty.answered("latest zeppelin")
    await empty.store.sources.save(source())
    assert "No source could be read yet. /news status" in await empty.answered("latest zeppelin")
    await read_once(empty, source())
    assert "Nothing about anything in the 1 source read" in await empty.answered("latest")
    nothing = await empty.answered("latest zeppelin")
    assert "Nothing about zeppelin in the 1 source read." in nothing
    assert "add a source that covers it: /news source add" in nothing
    narrow = await empty.answered("latest zeppelin 1h")
    assert narrow.startswith("Nothing about zeppelin within these limits.")


async def test_latest_counts_no_source_that_the_channel_may_not_see(empty: OpenDesk) -> None:
    """That another workspace's source was read is no answer here."""
    await read_once(empty, source(id="hill", audience=channel().workspace))
    await empty.store.sources.save(source())

    elsewhere = channel(workspace=source().audience)

    assert "No source could be read" in await empty.answered("latest pier", place=elsewhere)


async def test_latest_offers_words_near_a_slip(desk: OpenDesk) -> None:
    """A misspelt topic is answered with words of the news that begin like it."""
    await read_once(desk, source())

    assert "Words near it in the news: harbour." in await desk.answered("latest harborough")


async def test_a_brief_is_on_what_the_channel_follows(desk: OpenDesk) -> None:
    """Without a topic its subscriptions count, and everything when it has none."""
    assert len(await headlines(desk, "brief")) == 2
    await desk.subscribe(subscription("comet"))

    assert await headlines(desk, "brief") == ["Comet found above Mount Corvin"]
    assert await headlines(desk, "brief harbour") == ["Harbour of Delta reopens after strike"]


async def test_a_brief_in_a_channel_tells_the_asker_alone(desk: OpenDesk) -> None:
    """The channel's own briefing will still tell it."""
    await desk.ask("brief")

    assert len(await headlines(desk, "brief")) == 2


async def test_a_brief_to_one_person_counts_as_told(desk: OpenDesk) -> None:
    """In a direct message nobody else was told, so that it is not told again there."""
    await desk.ask("brief", place=DIRECT)

    again = await desk.answered("brief", place=DIRECT)
    everything = await desk.ask("brief since:24h", place=DIRECT)

    assert "Nothing new: everything was told here before." in again
    assert len(cards(everything.message)) == 2


async def test_a_brief_has_the_length_asked_for(empty: OpenDesk) -> None:
    """Two minutes hold four stories."""
    fruits = ["pear", "quince", "medlar", "damson", "mulberry"]
    await empty.add(*(article(name, title=name, text=f"{name} {name}.") for name in fruits))

    assert len(await headlines(empty, "brief")) == 5
    assert len(await headlines(empty, "brief 2")) == 4
    assert "is no length: one of 2, 5, 10" in await empty.answered("brief length:3")


async def test_search_lists_what_it_finds(desk: OpenDesk) -> None:
    """One line a story, with coverage, age and the id to ask for it."""
    listed = await desk.answered("news search harbour")

    name = await story_id(desk, "Harbour")
    line = f"• Harbour of Delta reopens after strike · 1 report · 2 h ago · {name}"
    assert line in listed
    assert "1 of 1. /news story <id> tells one." in listed


async def test_search_sorts_as_asked(desk: OpenDesk) -> None:
    """The newest first, where the best fitting is another."""
    await desk.add(article("a5", title="Harbour fees", text="A harbour, by the way.", at=NOW))

    newest = await desk.answered("news search harbour sort:new")

    assert newest.index("Harbour fees") < newest.index("Harbour of Delta")


async def test_search_keeps_to_its_limits(desk: OpenDesk) -> None:
    """Only news since then, and only of that source."""
    assert "Nothing found for harbour." in await desk.answered("news search harbour 1h")
    assert "1 of 1" in await desk.answered('news search harbour source:"delta herald"')
    courier = await desk.answered("news search harbour source:Courier")
    assert courier.startswith("Nothing found for harbour")
    assert "Fewer or other words" in courier


async def test_a_story_is_told_on_asking(desk: OpenDesk) -> None:
    """By its id, by a report's id or by a report's link."""
    name = await story_id(desk, "Harbour")

    for reference in (name, "a1", "https://herald.example/a1"):
        (card,) = cards((await desk.ask(f"news story {reference}")).message)
        assert card.story == name


async def test_a_story_s_sources_are_listed(desk: OpenDesk) -> None:
    """Newest first, with outlet, agency and when."""
    listed = await desk.answered("news story a1 sources")

    assert listed.startswith("Sources: Harbour of Delta reopens after strike")
    assert "Delta Herald: Harbour of Delta reopens after strike · Tue 24 Nov 2026, 11:00" in listed
    assert "(Europe/Berlin) · with AFP" in listed


async def test_a_story_s_timeline_begins_at_the_beginning(desk: OpenDesk) -> None:
    """Oldest first; what does not fit is counted."""
    await desk.add(*(again(number) for number in range(21)))

    listed = await desk.answered("news story a1 view:timeline")

    first, second = listed.index("11:00 (Europe"), listed.index("12:00 (Europe")
    assert listed.startswith("Timeline: ")
    assert first < second
    assert "2 more not shown" in listed


def again(number: int) -> Article:
    """Return one more report of the harbour."""
    return article(f"b{number:02}", outlet=f"Paper {number}", text=HARBOUR, at=NOW - HOUR)


async def test_a_button_of_a_story_asks_about_it(desk: OpenDesk) -> None:
    """What stands on the card can be pressed."""
    pressed = buttons(await desk.ask("latest harbour"))

    assert (await desk.answered(pressed["Sources"].line)).startswith("Sources: Harbour")
    assert (await desk.answered(pressed["Why"].line)).startswith("Why: Harbour")


async def test_an_unknown_story_is_said_to_be(desk: OpenDesk) -> None:
    """With what can be given instead."""
    said = await desk.answered("news story nowhere")

    assert said.startswith("No story is known under “nowhere”. Use the id below a story")


async def test_help_lists_every_command(empty: OpenDesk) -> None:
    """With what it does, and which are for managers."""
    listed = await empty.answered("news help")

    assert all(f"/{one.name} · {one.summary}" in listed for one in empty.catalogue.commands)
    assert "every day at its hour or as it happens (managers)" in listed


@pytest.mark.parametrize("name", ["news digest set", "digest set", "/news digest SET"])
async def test_help_explains_one_command(empty: OpenDesk, name: str) -> None:
    """Its options and how it is typed."""
    said = await empty.answered(f'news help command:"{name}"')

    assert said.startswith("/news digest set\n")
    assert "Type it like: /news digest set [time] [zone]" in said
    assert "• time · When, as 08:00 or 6pm" in said


async def test_help_on_a_command_without_options_lists_none(empty: OpenDesk) -> None:
    """What it does and how it is typed is all."""
    assert "•" not in await empty.answered("news help digest now")


async def test_help_on_what_is_no_command_says_so(empty: OpenDesk) -> None:
    """And where all of them are listed."""
    said = await empty.answered("news help zeppelin")

    assert said == "There is no command “zeppelin”. /news help lists them all."


async def test_the_zone_of_an_answer_is_the_asker_s(desk: OpenDesk) -> None:
    """A platform that names a zone nobody knows does not break the answer."""
    visit = Visit(source=source().id, next_at=NOW, last_at=NOW)
    await desk.store.sources.save(source())
    await desk.store.sources.record(visit)

    assert "13:00 (Europe/Berlin)" in await desk.answered("news status source:herald")
    assert "12:00 (UTC)" in await desk.answered("news status source:herald", zone="Mars/Olympus")
    assert "12:00 (UTC)" in await desk.answered("news status source:herald", zone=None)
