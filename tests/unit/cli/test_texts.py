"""Promises of `bot.cli.texts`: the stages on their own, as records."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program
from tests.builders import HARBOUR, HARBOUR_LATER, OBSERVATORY

PAGE = f"Harbour of Delta reopens after strike\n\nBy Ida Lund\n\n{HARBOUR}\n"
ROWS = [
    {"id": "a", "title": "Harbour of Delta reopens after strike", "text": HARBOUR},
    {"id": "b", "title": "Pilots of Delta harbour walk out", "text": HARBOUR_LATER},
    {"id": "c", "title": "Comet found on Mount Corvin", "text": OBSERVATORY},
]


def asked(*line: str | Path) -> Result:
    """Return how a command went."""
    return CliRunner().invoke(program, [str(word) for word in line])


def records(result: Result) -> list[dict[str, Any]]:
    """Return the JSON records on standard output."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def lines(folder: Path, *rows: dict[str, Any], name: str = "rows.jsonl") -> Path:
    """Return a JSON Lines file."""
    file = folder / name
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


@pytest.fixture(name="page")
def _page(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.txt"
    file.write_text(PAGE, "utf-8")
    return file


def test_a_file_is_read_under_its_own_name(page: Path) -> None:
    """Its entries are listed; a file that is not there is a record too, and all failing fail."""
    result = asked("read", page, page.with_name("none.txt"))
    read, failed = records(result)

    assert result.exit_code == 0
    assert read["id"] == "harbour"
    assert len(read["entries"]) == 1
    assert "no such file" in failed["error"]
    assert asked("read", page.with_name("none.txt")).exit_code == 1


def test_an_article_is_extracted_for_programs_and_people(page: Path) -> None:
    """With its title, author and text."""
    (row,) = records(asked("extract", page, "--json"))
    said = asked("extract", page).stdout

    assert row["title"] == "Harbour of Delta reopens after strike"
    assert "The harbour of Delta reopened on Tuesday" in row["text"]
    assert row["title"] in said
    assert "The harbour of Delta reopened on Tuesday" in said


@pytest.mark.parametrize("form", [[], ["--json"]], ids=str)
def test_what_cannot_be_extracted_is_a_failure(tmp_path: Path, form: list[str]) -> None:
    """Said where people or programs look for it."""
    result = asked("extract", tmp_path / "none.txt", *form)

    assert result.exit_code == 1
    assert "no such file" in (result.stdout if form else result.stderr)


def test_one_entry_that_is_no_article_does_not_stop_the_others(tmp_path: Path) -> None:
    """Each is a record of its own, under its own name; what is wrong with one is said."""
    feed = tmp_path / "feed.rss"
    item = "<item><guid>{id}</guid><title>{title}</title><description>{text}</description></item>"
    items = item.format(id="empty", title="", text="") + item.format(
        id="whole", title="Harbour of Delta reopens", text=HARBOUR * 4
    )
    feed.write_text(f'<rss version="2.0"><channel>{items}</channel></rss>', "utf-8")
    result = asked("extract", feed, "--json")
    refused, whole = records(result)

    assert result.exit_code == 0
    assert (refused["id"], sorted(refused)) == ("empty", ["error", "id"])
    assert (whole["id"], whole["title"]) == ("whole", "Harbour of Delta reopens")


def test_page_that_is_refused_is_told_beside_the_feed_s_own_words(tmp_path: Path) -> None:
    """For programs in the record, for people below the article."""
    feed = tmp_path / "feed.rss"
    feed.write_text(
        '<rss version="2.0"><channel><item><title>Harbour reopens</title>'
        f"<link>http://10.0.0.1/a</link><description>{HARBOUR}</description></item>"
        "</channel></rss>",
        "utf-8",
    )

    (row,) = records(asked("extract", feed, "--json"))
    said = asked("extract", feed).stderr

    assert row["refused"].startswith("leads to a private network")
    assert "this is the feed's: leads to a private network" in " ".join(said.split())


def test_articles_are_grouped_and_condensed(tmp_path: Path) -> None:
    """Each is placed; each story told within its budget, every sentence cited."""
    file = lines(tmp_path, *ROWS)
    placed = records(asked("group", file))
    told = records(asked("condense", file, "--sentences", "1"))

    assert [one["article"] for one in placed] == ["a", "b", "c"]
    assert placed[0]["story"] != placed[2]["story"]
    assert [len(one["sentences"]) for one in told] == [1, 1, 1]
    assert told[0]["sentences"][0]["cites"][0]["article"] == "a"


def test_our_own_summaries_are_borne_out(tmp_path: Path) -> None:
    """By the articles that they were made of."""
    articles = lines(tmp_path, *ROWS)
    made = tmp_path / "made.jsonl"
    made.write_text(asked("condense", articles).stdout, "utf-8")
    result = asked("check", made, "--articles", articles, "--strict", "--json")

    assert result.exit_code == 0
    assert all(one["ok"] for one in records(result))


def test_a_dash_is_standard_input() -> None:
    """So that stages can be joined by pipes."""
    piped = "".join(json.dumps(row) + "\n" for row in ROWS)
    result = CliRunner().invoke(program, ["group", "-"], input=piped)

    assert [one["article"] for one in records(result)] == ["a", "b", "c"]
