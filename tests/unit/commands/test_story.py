"""Promises of `/news story`: what of a story differs, and what changed."""

from dataclasses import replace

from bot.commands.catalogue import COMMANDS
from bot.commands.story import SHOWN_SIDES
from bot.models import Article, ArticleId, StoryId
from tests.builders import DAY, HOUR, NOW, article
from tests.desks import OpenDesk, buttons

MARCH = article(
    "m1",
    title="Dockers march through Tarvel",
    text="Dockers marched through Tarvel on Tuesday. Police put the number of marchers at 4,000. "
    "The Dockers' Union said 11,000 people came. Twelve people were injured, police said.",
)
LATER = replace(
    MARCH,
    id=ArticleId("m2"),
    title="More dockers hurt at the march through Tarvel",
    text="Dockers marched through Tarvel on Tuesday. The number of people injured at the march has "
    "risen to 19, police said.",
    published_at=NOW + HOUR,
    outlet="Quay Courier",
)
QUIET = article(
    "q1", title="Storks rest on the mill of Elm", text="Storks rest on the mill of Elm."
)


async def filed(desk: OpenDesk, *articles: Article) -> StoryId:
    """File articles and return the story of the first."""
    await desk.add(*articles)
    stories = await desk.store.library.stories(since=NOW - 99 * DAY, audience=None)
    ids = {one.id: story.id for story in stories for one in story.articles}
    return ids[articles[0].id]


async def test_disagreements_stand_side_by_side(desk: OpenDesk) -> None:
    """With who gives what, where it was read and when."""
    told = await desk.answered(f"news story {await filed(desk, MARCH)} view:disagreements")

    assert "How many: marchers" in told
    assert "4,000 · Police: Police put the number of marchers at 4,000. Delta Herald · " in told
    assert "11,000 · The Dockers' Union: " in told


async def test_changes_say_old_and_new(desk: OpenDesk) -> None:
    """In the order of time, with the report that made them."""
    told = await desk.answered(f"news story {await filed(desk, MARCH, LATER)} view:changes")

    assert "19, up from 12:" in told
    assert told.count("up from") == 1
    assert "Quay Courier" in told


async def test_an_empty_view_says_why(desk: OpenDesk) -> None:
    """That nothing differs or changed is said in words."""
    quiet = await filed(desk, QUIET)

    assert "No disagreement was found" in await desk.answered(
        f"news story {quiet} view:disagreements"
    )
    assert "Nothing has changed in this story so far" in await desk.answered(
        f"news story {quiet} view:changes"
    )


async def test_a_card_leads_to_what_differs(desk: OpenDesk) -> None:
    """Its foot says so, and a button asks for the sides."""
    name = await filed(desk, MARCH)

    reply = await desk.ask(f"news story {name}")
    told = await desk.answered(f"news story {name}")

    assert buttons(reply)["Disagreements"].line == f"news story {name} view:disagreements"
    differ = (
        "Sources differ on the number of marchers: 4,000 (police), 11,000 (the Dockers' Union)."
    )
    assert differ in told


async def test_many_disagreements_are_not_a_wall(desk: OpenDesk) -> None:
    """What is not shown is counted."""
    units = (
        *("boats", "houses", "lorries", "trees", "cows", "goats"),
        *("windows", "lamps", "tents", "bridges", "roofs", "barns"),
    )
    many = article(
        "w1",
        title="A storm in Elm",
        text="\n\n".join(
            f"The mayor said 10 {unit} were lost. The fire service said 30 {unit} were lost."
            for unit in units
        ),
    )

    told = await desk.answered(f"news story {await filed(desk, many)} view:disagreements")

    assert told.count("How many") == SHOWN_SIDES
    assert f"{len(units) - SHOWN_SIDES} more not shown" in told


def test_the_views_are_choices() -> None:
    """Every platform offers them, as it gets the options of commands."""
    (story,) = (one for one in COMMANDS if one.words == ("news", "story"))
    (view,) = (one for one in story.options if one.name == "view")

    assert view.choices == ("summary", "timeline", "sources", "disagreements", "changes")
