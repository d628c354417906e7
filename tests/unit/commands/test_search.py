"""Promises of `/news search`: a list of stories by words."""

from bot.models import Listing
from bot.text.plain import line_text
from tests.builders import HOUR, NOW, article
from tests.desks import OpenDesk


async def titles(desk: OpenDesk, line: str) -> list[str]:
    """Return what each line of the list begins with."""
    blocks = (await desk.ask(line)).message.blocks
    items = [item for block in blocks if isinstance(block, Listing) for item in block.items]
    return [line_text(item).split(" · ")[0] for item in items]


async def test_the_best_fit_is_first_or_the_newest(empty: OpenDesk) -> None:
    """A title that holds the words goes before a text that does, unless the newest is wanted."""
    await empty.add(
        article("a1", title="Comet over Corvin", text="A comet was seen.", at=NOW - 9 * HOUR),
        article("a2", title="Choir sings", text="They sang of a comet at dawn.", at=NOW - HOUR),
    )

    assert await titles(empty, "news search comet") == ["Comet over Corvin", "Choir sings"]
    assert await titles(empty, "news search comet fit") == ["Comet over Corvin", "Choir sings"]
    assert await titles(empty, "news search comet new") == ["Choir sings", "Comet over Corvin"]


async def test_a_story_is_listed_by_the_report_that_fits_best(empty: OpenDesk) -> None:
    """With its title and its address, and of two that fit alike the one with the words typed."""
    await empty.add(
        article(
            "a1", title="Deltaville harbour open", at=NOW - 3 * HOUR, url="https://a.example/1"
        ),
        article("a2", title="Delta harbour open", at=NOW - 2 * HOUR, url="https://a.example/2"),
        article("a3", title="Ships are back", at=NOW - HOUR, url="https://a.example/3"),
    )

    assert await titles(empty, "news search delta open") == ["Delta harbour open"]
    assert await titles(empty, "news search deltaville open") == ["Deltaville harbour open"]


async def test_a_report_without_a_title_is_listed_by_another_or_its_outlet(
    empty: OpenDesk,
) -> None:
    """No line of the list is empty."""
    text = "A zeppelin rose above the lake at noon and nobody knew whose it was."
    await empty.add(article("a1", title="", text=text, outlet="Lake Post"))

    assert await titles(empty, "news search zeppelin") == ["Lake Post"]


async def test_a_source_limits_the_list(desk: OpenDesk) -> None:
    """By the option as by the word in the topic."""
    assert await titles(desk, "news search comet source:Herald") != []
    assert await titles(desk, "news search comet source:Nobody") == []
