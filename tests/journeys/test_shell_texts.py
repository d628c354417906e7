"""Saved pages and JSON Lines through the command line, one stage or all of them."""

import json
from pathlib import Path

import pytest

from tests.journeys.reading import folded
from tests.journeys.shell import newsdesk

PAGES = Path(__file__).parents[1] / "samples" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.txt"))


def _expected(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((PAGES / f"{name}.expected.json").read_text("utf-8"))
    return found


def _lacking(name: str) -> list[str]:
    words = _expected(name)["lack"]
    assert isinstance(words, list)
    return words


def test_saved_pages_are_extracted(tmp_path: Path) -> None:
    """`extract --json` gives title, date, language and agencies of pages, and no furniture."""
    ran = newsdesk(tmp_path, "extract", "--json", *(PAGES / f"{name}.txt" for name in NAMES))

    assert ran.status == 0
    assert [row["id"] for row in ran.rows] == NAMES
    for row in ran.rows:
        expected = _expected(row["id"])
        assert row["title"] == expected["title"]
        assert (row["date"] or "")[:10] == (expected["date"] or "")
        assert row["agencies"] == expected["agencies"]
        assert [words for words in _lacking(row["id"]) if words in row["text"]] == []


@pytest.mark.parametrize("name", ["broadsheet", "nachrichten", "arabic"])
def test_a_saved_page_is_told_in_three_cited_sentences(tmp_path: Path, name: str) -> None:
    """`brief --from FILE` tells a saved page in three sentences of its own, none of furniture."""
    page = PAGES / f"{name}.txt"
    ran = newsdesk(tmp_path, "brief", "--from", page, "--format", "json")
    [row] = ran.rows

    told = [sentence["text"] for sentence in row["sentences"]]
    assert ran.status == 0
    assert row["headline"] == _expected(name)["title"]
    assert len(told) == 3
    assert all(sentence["cites"] for sentence in row["sentences"])
    assert [one for one in told if folded(one) not in folded(page.read_text("utf-8"))] == []
    assert [words for words in _lacking(name) if any(words in one for one in told)] == []


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("text", "[1]"),
        ("html", "<!doctype html>"),
        ("slack", '"blocks"'),
        ("discord", '"type": 10'),
    ],
)
def test_a_briefing_is_printed_in_every_form(tmp_path: Path, form: str, sign: str) -> None:
    """`brief --format` prints the briefing for readers, for the web and for both platforms."""
    ran = newsdesk(tmp_path, "brief", "--from", PAGES / "broadsheet.txt", "--format", form)

    assert ran.status == 0
    assert sign in ran.out
    assert "Government forces pull back from Aldera as rebels take airport" in ran.out


def test_stages_follow_one_another_through_pipes(tmp_path: Path) -> None:
    """Articles are grouped, told short within a budget and found borne out, by JSON Lines."""
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(row) + "\n" for row in ARTICLES), encoding="utf-8")
    grouped = newsdesk(tmp_path, "group", articles)
    short = newsdesk(tmp_path, "condense", articles, "--sentences", "1")
    brief = newsdesk(tmp_path, "condense", articles, "--words", "20")
    checked = newsdesk(
        tmp_path, "check", "-", "--articles", articles, "--strict", "--json", given=short.out
    )

    stories = {row["article"]: row["story"] for row in grouped.rows}
    assert stories["a1"] == stories["a2"] != stories["b1"]
    assert {len(row["sentences"]) for row in short.rows} == {1}
    assert all(sum(len(one.split()) for one in row["summary"]) <= 20 for row in brief.rows)
    assert checked.status == 0
    assert all(row["ok"] for row in checked.rows)


def test_what_is_not_borne_out_is_found(tmp_path: Path) -> None:
    """`check --strict` ends with status 1 and names the figure that no article gives."""
    claim = "The pier of Lindmoor cost 900 million crowns, the council said."
    row = {"claim": claim, "cites": ["a1"], "source": [ARTICLES[0]]}
    ran = newsdesk(tmp_path, "check", "-", "--strict", "--json", given=json.dumps(row))

    [found] = ran.rows
    assert ran.status == 1
    assert not found["ok"]
    assert "900" in json.dumps(found["findings"])


def test_the_clock_is_put_back_between_two_mornings(tmp_path: Path) -> None:
    """`digest next` keeps to the wall clock over the end of summer time."""
    ran = newsdesk(
        tmp_path, "digest", "next", "--time", "08:00", "--zone", "Europe/Berlin",
        "--after", "2026-10-24T00:00:00Z", "-n", "2",
    )  # fmt: skip

    assert [row["utc"] for row in ran.rows] == ["2026-10-24T06:00:00Z", "2026-10-25T07:00:00Z"]


PIER = (
    "The pier of Lindmoor reopened on Monday after a repair of two years that cost 40 million "
    "crowns, the town council said.\n\n"
    "Mayor Edda Rask cut the ribbon at noon, and the ferry Kittiwake was the first to call.\n\n"
    "Some 3,000 people came to see the first ferry dock at the pier of Lindmoor."
)
PIER_AGAIN = (
    "Lindmoor has its pier back: the repair of two years cost 40 million crowns, the town council "
    "said on Monday.\n\n"
    "The ferry Kittiwake docked at noon after Mayor Edda Rask had cut the ribbon.\n\n"
    "The pier of Lindmoor had been closed since a storm broke two of its piles."
)
COMET = (
    "Astronomers at the Tarn observatory have found a comet that no catalogue lists.\n\n"
    "The comet will be seen with the naked eye in March, the observatory said on Monday."
)
ARTICLES = [
    {"id": name, "title": title, "text": text, "source": source, "date": f"2026-11-23T{hour}:00Z"}
    for name, title, text, source, hour in (
        ("a1", "Pier of Lindmoor reopens after two years", PIER, "Gull", "12"),
        ("a2", "Lindmoor celebrates its reopened pier", PIER_AGAIN, "Quayside", "14"),
        ("b1", "New comet found at Tarn", COMET, "Gull", "15"),
    )
]
