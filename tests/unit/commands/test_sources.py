"""Promises of `/news source …`: what is read, and by whom it is seen."""

import pytest

from bot.commands.sources import MOST, web_address
from bot.errors import CommandError, FormatError, SourceError
from bot.models import EVERYONE, Channel, Reading, Reply
from bot.schedule.visits import after_failure, after_success
from bot.text.plain import plain_text
from tests.builders import HILL, HOUR, NOW, RIVER, channel, entry, source
from tests.desks import OpenDesk, buttons

FEED = "https://comet.example/feed"
TERMINAL = channel("terminal", workspace=channel().workspace, platform="console")
ON_HILL = channel("C5", workspace=HILL)


@pytest.fixture(autouse=True)
def offered(empty: OpenDesk) -> None:
    """Let a feed with two items be found at an address."""
    empty.reader.found[FEED] = source("Comet Watch", id="comet", address=FEED)
    empty.reader.offer(
        FEED, entry("e1", title="Comet\nfound"), entry("e2", title="", url="", at=None)
    )


async def undo(desk: OpenDesk, reply: Reply) -> str:
    """Press Undo and return the answer."""
    return await desk.answered(buttons(reply)["Undo"].line)


async def names(desk: OpenDesk, **of: object) -> list[str]:
    """Return the names of the sources that a workspace sees, or of all."""
    audience = of.get("audience")
    assert audience is None or isinstance(audience, str)
    found = await desk.store.sources.all(RIVER if audience == RIVER else None)
    return [one.name for one in found]


async def test_adding_a_source_shows_what_it_offers(empty: OpenDesk) -> None:
    """Its last items, one line each, and it is read from now on."""
    said = await empty.answered(f"news source add {FEED}")

    assert said.startswith("Added Comet Watch")
    assert f"A feed at {FEED}. It is read from now on; its last items:" in said
    assert "• Comet found · Tue 24 Nov 2026, 13:00 (Europe/Berlin)" in said
    assert "• (no title)" in said
    assert await names(empty) == ["Comet Watch"]


async def test_adding_a_search_says_what_it_is_sent(empty: OpenDesk) -> None:
    """The words that people look for leave the desk: whoever adds it should know."""
    place = "https://find.example/rss?q={topic}"
    empty.reader.found[place] = source("Find", id="find", address=place, kind="search")

    said = await empty.answered(f"news source add {place}")

    assert "asked when /latest finds nothing, and is sent the words that people look for" in said


async def test_a_source_may_be_given_a_name(empty: OpenDesk) -> None:
    """Its own does not always serve."""
    await empty.ask(f'news source add {FEED} name:"Corvin \u202eComets"')

    assert await names(empty) == ["Corvin Comets"]


async def test_adding_can_be_undone(empty: OpenDesk) -> None:
    """And removing too."""
    added = await empty.ask(f"news source add {FEED}")
    assert await undo(empty, added) == "Comet Watch is no longer read."
    assert await names(empty) == []

    await empty.ask(f"news source add {FEED}")
    removed = await empty.ask("news source remove comet watch")
    assert await names(empty) == []
    assert "Added Comet Watch" in await undo(empty, removed)


async def test_what_is_read_already_is_not_added_twice(empty: OpenDesk) -> None:
    """Neither one's own nor one that everyone may read."""
    await empty.ask(f"news source add {FEED}")

    said = await empty.answered(f"news source add {FEED}")

    assert said == f"Comet Watch is read already: {FEED}"


async def test_two_workspaces_may_add_one_address(empty: OpenDesk) -> None:
    """Each has a source of its own, and none takes the other's away."""
    await empty.ask(f"news source add {FEED}")
    await empty.ask(f"news source add {FEED}", place=ON_HILL)

    assert len(await empty.store.sources.all()) == 2
    for workspace in (RIVER, HILL):
        (seen,) = await empty.store.sources.all(workspace)
        assert seen.audience == workspace
    await empty.ask("news source remove comet", place=ON_HILL)
    assert len(await empty.store.sources.all(RIVER)) == 1


async def test_what_the_operator_adds_everyone_sees(empty: OpenDesk) -> None:
    """The terminal is the operator's."""
    await empty.ask(f"news source add {FEED}", place=TERMINAL)

    (seen,) = await empty.store.sources.all(HILL)
    assert (seen.audience, seen.id) == (EVERYONE, "comet")


async def test_a_workspace_has_only_so_many(empty: OpenDesk) -> None:
    """The operator's are not counted."""
    for number in range(MOST):
        place = f"https://n{number}.example/feed"
        await empty.store.sources.save(source(id=f"n{number}", address=place, audience=RIVER))

    said = await empty.answered(f"news source add {FEED}")

    assert said == f"{MOST} sources are read here, which is the most. Remove one first."


@pytest.mark.parametrize("command", ["add", "test"])
async def test_what_cannot_be_read_is_not_added(empty: OpenDesk, command: str) -> None:
    """The reason is said."""
    said = await empty.answered(f"news source {command} pier.example/x")

    assert said == "https://pier.example/x cannot be read: no feed is there"
    assert await names(empty) == []


async def test_an_address_can_be_tried(empty: OpenDesk) -> None:
    """Without adding it, and by anyone."""
    said = await empty.answered(f"news source test {FEED}", manages=False)

    assert said.startswith("Comet Watch")
    assert f"A feed at {FEED} with 2 items." in said
    assert await names(empty) == []


async def test_a_source_without_items_says_so(empty: OpenDesk) -> None:
    """It may have some another day."""
    empty.reader.offer(FEED)

    assert "• It has no items at present." in await empty.answered(f"news source test {FEED}")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/feed", "https://a.example/feed"),
        (" <https://a.example/feed> ", "https://a.example/feed"),
        ("<https://a.example/feed|a.example/feed>", "https://a.example/feed"),
        ("a.example", "https://a.example"),
        ("a.example/feed.xml", "https://a.example/feed.xml"),
    ],
)
def test_an_address_is_taken_as_people_type_it(typed: str, address: str) -> None:
    """As a platform marks it up, and without its scheme."""
    assert web_address(typed, channel()) == address


@pytest.mark.parametrize(
    "typed",
    ["feeds", "./feed.xml", "/etc/passwd", "../x.rss", "file:///etc/passwd", "ftp://a.example", ""],
)
def test_a_path_is_no_address_in_chat(typed: str) -> None:
    """Only the operator may name files."""
    with pytest.raises(CommandError, match="is no web address"):
        web_address(typed, channel())


@pytest.mark.parametrize("place", [TERMINAL, ON_HILL], ids=["terminal", "chat"])
def test_a_mailbox_is_added_by_no_command(place: Channel) -> None:
    """Not even by the operator's; what was typed is not repeated, since it may hold a password."""
    with pytest.raises(CommandError) as caught:
        web_address(" <imaps://ida:hunter2@mail.example/News> ", place)

    assert str(caught.value) == (
        "It cannot be added here: a mailbox is named by the operator, in config.toml under "
        "[[sources]]."
    )


@pytest.mark.parametrize("typed", ["feeds", "./feed.xml", "/srv/news/feed.xml"])
def test_the_operator_may_name_files(typed: str) -> None:
    """At the terminal a path is a source, but no other scheme is."""
    assert web_address(typed, TERMINAL) == typed
    with pytest.raises(CommandError):
        web_address(f"file://{typed}", TERMINAL)


async def test_the_operator_s_source_is_not_removed_in_chat(empty: OpenDesk) -> None:
    """It is everyone's; how to leave it out is said."""
    await empty.store.sources.save(source())

    said = await empty.answered("news source remove herald")

    assert said.startswith("Delta Herald was set up by the operator for everyone.")
    assert "-source:name" in said
    assert await names(empty) == ["Delta Herald"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zeppelin", "There is no source “zeppelin”. /news source list shows them."),
        (
            "delta",
            "Several sources are called that: Delta Herald (herald), Delta Post (post). Give the",
        ),
        ("post", "Delta Post was set up by the operator"),
        ("https://herald.example/feed", "Delta Herald was set up by the operator"),
    ],
)
async def test_a_source_is_named_by_name_address_or_id(
    empty: OpenDesk, typed: str, said: str
) -> None:
    """Or by a part of its name, where that is one source's alone."""
    await empty.store.sources.save(source())
    await empty.store.sources.save(source("Delta Post", id="post", address="https://p.example"))

    assert (await empty.answered(f"news source remove {typed}")).startswith(said)


async def test_sources_are_listed_with_their_state(empty: OpenDesk) -> None:
    """Read when, failing why, paused, or not read yet; none with what to do."""
    none = await empty.answered("news source list")
    fresh, failing = source("Fresh", id="s1"), source("Failing", id="s2")
    never = source("Never", id="s5")
    paused, gone = source("P", id="s4", paused=True), source("Gone", id="s6", paused=True)
    for one in (fresh, failing, never, source("New", id="s3"), paused, gone):
        await empty.store.sources.save(one)
    problem = FormatError(failing.address, "no feed is there")
    await empty.store.sources.record(after_success(fresh, None, Reading(), NOW - HOUR))
    await empty.store.sources.record(after_failure(failing, None, problem, NOW))
    await empty.store.sources.record(after_failure(gone, None, problem, NOW))
    silent = SourceError(never.address, "")
    await empty.store.sources.record(after_failure(never, None, silent, NOW))

    listed = await empty.answered("news source list")

    assert none == "No source is read yet. Add one with /news source add <address>."
    assert "• Fresh · feed · read 1 h ago · s1" in listed
    assert "• Failing · feed · failing: no feed is there · s2" in listed
    assert "• New · feed · not read yet · s3" in listed
    assert "• Never · feed · not read yet · s5" in listed
    assert "• P · feed · paused · s4" in listed
    assert "• Gone · feed · paused: no feed is there · s6" in listed
    assert "Page 1 of 1; 6 sources." in listed


async def test_long_lists_have_pages(empty: OpenDesk) -> None:
    """Each names itself; one beyond the last says so."""
    for number in range(20):
        await empty.store.sources.save(source(f"Paper {number:02}", id=f"n{number}"))

    second = await empty.answered("news source list page:2")

    assert "Paper 15" in second
    assert "Paper 14" not in second
    assert "Page 2 of 2; 20 sources." in second
    assert "No such page." in await empty.answered("news source list page:9")


async def test_status_names_broken_sources(empty: OpenDesk) -> None:
    """With their problem; how many there are and when they were last read."""
    sound, broken = source(), source("Broken Post", id="broken")
    await empty.store.sources.save(sound)
    await empty.store.sources.save(broken)
    await empty.store.sources.record(after_success(sound, None, Reading(), NOW - HOUR))
    problem = FormatError(broken.address, "no feed is there")
    await empty.store.sources.record(after_failure(broken, None, problem, NOW))

    said = await empty.answered("news status")

    assert "• Sources: 2, last read 1 h ago, 1 failing" in said
    assert "• Broken Post fails: no feed is there" in said


async def test_status_does_not_tell_whose_mailbox_it_is(empty: OpenDesk) -> None:
    """The operator's user name is nobody's business."""
    address = "imaps://ida@mail.example/News"
    await empty.store.sources.save(source("Letters", id="m", address=address, kind="mailbox"))
    said = await empty.answered("news status letters") + await empty.answered("news source list")

    assert "imaps://mail.example/News" in said
    assert "ida" not in said


async def test_status_of_one_source(empty: OpenDesk) -> None:
    """Address, kind, last and next visit, and how often it failed in a row."""
    await empty.store.sources.save(source())
    new = await empty.answered("news status herald")
    visit = after_success(source(), None, Reading(), NOW)
    await empty.store.sources.record(visit)
    sound = await empty.answered("news status herald")
    problem = FormatError(source().address, "no feed is there")
    await empty.store.sources.record(after_failure(source(), visit, problem, NOW))
    broken = await empty.answered("news status herald")
    await empty.store.sources.record(after_failure(source(), None, problem, NOW))
    never = await empty.answered("news status herald")

    assert new.startswith("Status of Delta Herald")
    assert "• Address: https://herald.example/feed\n• Kind: feed" in new
    assert "Last read: Tue 24 Nov 2026, 13:00 (Europe/Berlin)" in sound
    assert "Next visit: Tue 24 Nov 2026, 13:15 (Europe/Berlin)" in sound
    assert "Failing" not in sound
    assert "Failing: no feed is there (1 times in a row)" in broken
    assert "Last read" not in never


async def test_what_a_workspace_adds_no_other_sees(empty: OpenDesk) -> None:
    """Neither listed, nor named, nor in its status."""
    await empty.ask(f"news source add {FEED}")

    for line in ("news source list", "news status", "news status comet", "latest"):
        reply = await empty.ask(line, place=ON_HILL)
        assert "Comet Watch" not in plain_text(reply.message)
    assert "There is no source “comet”" in await empty.answered(
        "news source remove comet", place=ON_HILL
    )


async def test_status_counts_visits_to_what_is_seen_alone(empty: OpenDesk) -> None:
    """When another workspace's source was read is nobody else's business."""
    private = source(audience=HILL)
    await empty.store.sources.save(private)
    await empty.store.sources.record(after_success(private, None, Reading(), NOW))

    assert "Sources: 0, none read yet, 0 failing" in await empty.answered("news status")
