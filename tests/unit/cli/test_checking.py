"""Promises of `bot.cli.checking`: summaries of any origin are held to their sources."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli.checking import read_row
from bot.cli.program import program

TEXT = (
    "The pier of Lindmoor reopened on Monday after a repair that cost 40 million crowns.\n\n"
    "The ferry Kittiwake was the first to call, the council said."
)
TRUE = "The pier of Lindmoor reopened on Monday after a repair that cost 40 million crowns."
FALSE = "The pier of Lindmoor reopened on Monday after a repair that cost 90 million crowns."
ARTICLE = {"id": "a1", "title": "Pier reopens", "text": TEXT, "source": "Gull", "lang": "en"}
STORY = {"id": "s1", "articles": [{"text": TEXT, "lang": "en"}]}


def check(folder: Path, *lines: Mapping[str, object], options: tuple[str, ...] = ()) -> Result:
    """Check summaries; articles are given besides when there is such a file."""
    home = {"NEWSDESK_HOME": str(folder)}
    given = "".join(f"{json.dumps(line)}\n" for line in lines)
    articles = folder / "articles.jsonl"
    beside = ("--articles", str(articles)) if articles.exists() else ()
    return CliRunner(env=home).invoke(program, ["check", "-", *beside, *options], input=given)


def checked(folder: Path, *lines: Mapping[str, object]) -> list[dict[str, Any]]:
    """Check summaries and return the findings as records."""
    result = check(folder, *lines, options=("--json",))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def give(folder: Path, *articles: Mapping[str, object]) -> Path:
    """Lay down the file of articles."""
    file = folder / "articles.jsonl"
    file.write_text("".join(f"{json.dumps(one)}\n" for one in articles), "utf-8")
    return file


def carries_articles(text: str) -> dict[str, object]:
    """Sentences with spans, and the articles they are of."""
    cites = [{"article": "a1", "start": 0, "end": 83}]
    return {"id": "s", "sentences": [{"text": text, "cites": cites}], "articles": [ARTICLE]}


def claims(text: str) -> dict[str, object]:
    """One claim, whole articles cited by their names."""
    return {"id": "s", "claim": text, "cites": ["a1"], "source": [ARTICLE]}


def claims_of_all(text: str) -> dict[str, object]:
    """One claim that names no article: all that are given bear it out."""
    return {"id": "s", "claim": text, "source": [ARTICLE]}


def stands_beside_its_article(text: str) -> dict[str, object]:
    """A summary and one text."""
    return {"id": "s", "summary": text, "src": TEXT, "title": "Pier reopens"}


def is_a_list_beside_its_article(text: str) -> dict[str, object]:
    """The sentences of a summary one by one."""
    return {"id": "s", "summary": [text], "src": TEXT}


def stands_beside_articles(text: str) -> dict[str, object]:
    """A summary of a story."""
    return {"id": "s", "summary": text, "articles": [ARTICLE]}


FORMS = [
    carries_articles,
    claims,
    claims_of_all,
    stands_beside_its_article,
    is_a_list_beside_its_article,
    stands_beside_articles,
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_row_is_understood(
    tmp_path: Path, form: Callable[[str], dict[str, object]]
) -> None:
    """What is true in it stands, and a wrong figure is found."""
    true, false = checked(tmp_path, form(TRUE), form(FALSE))

    assert true == {"id": "s", "ok": True, "findings": []}
    assert not false["ok"]
    assert "90" in false["findings"][0]["words"]


@pytest.mark.parametrize(
    "rows",
    [
        [ARTICLE],
        [STORY],
        [{"id": "t9", "articles": [{"text": "Of another story."}]}, STORY],
    ],
    ids=["articles", "a story", "stories whose articles have no names"],
)
def test_what_condense_prints_is_borne_out(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    """By the very file that was condensed."""
    file = give(tmp_path, *rows)
    home = {"NEWSDESK_HOME": str(tmp_path)}
    printed = CliRunner(env=home).invoke(program, ["condense", str(file)])
    summaries = [json.loads(line) for line in printed.stdout.splitlines()]
    found = checked(tmp_path, *summaries)

    assert [one["id"] for one in found] == [str(row["id"]) for row in rows]
    assert all(one["ok"] for one in found)
    assert summaries[-1]["sentences"][0]["cites"]


def test_a_bare_summary_is_held_to_its_story(tmp_path: Path) -> None:
    """As others' programs print it: an id and the text."""
    give(tmp_path, STORY)
    true, false = checked(tmp_path, {"id": "s1", "summary": TRUE}, {"id": "s1", "summary": FALSE})

    assert true["ok"]
    assert not false["ok"]


def test_an_article_nobody_has_is_a_finding(tmp_path: Path) -> None:
    """Neither the row, nor a file, nor the desk's store."""
    [found] = checked(tmp_path, {"id": "s", "sentences": [{"text": TRUE, "cites": ["a9"]}]})

    assert found["findings"][0]["rule"] == "cites"
    assert found["findings"][0]["words"] == "a9"


def test_what_the_desk_stored_is_known(tmp_path: Path) -> None:
    """A briefing's sentences can be checked without a file of articles."""
    page, config = tmp_path / "pier.txt", tmp_path / "desk.toml"
    page.write_text(f"Pier of Lindmoor reopens\n\nBy Ida Lund\n\n{TEXT}\n", "utf-8")
    config.write_text(
        f'home = "{tmp_path}"\n[[sources]]\naddress = "{page}"\nkind = "files"\n', "utf-8"
    )
    desk = ["--config", str(config)]
    told = CliRunner().invoke(program, [*desk, "brief", "--json"])
    result = CliRunner().invoke(program, [*desk, "check", "-", "--strict"], input=told.stdout)

    assert "Kittiwake" in told.stdout
    assert result.exit_code == 0, result.output
    assert "borne out" in result.stdout


def test_findings_are_told_to_people(tmp_path: Path) -> None:
    """Sentence by sentence; with --strict they are a failure."""
    result = check(tmp_path, claims(TRUE), claims(FALSE), options=("--strict",))

    assert result.exit_code == 1
    assert f"s: borne out\ns: 1 not borne out\n  sentence 1: {FALSE}\n" in result.stdout
    assert "    figure “90 million”: The cited text has no such figure.\n" in result.stdout
    assert result.stdout.endswith("1 of 2 borne out\n")


def test_a_row_that_carries_its_article_is_read_alone() -> None:
    """As a summary and its articles, for those who check many."""
    told, shelf = read_row(stands_beside_its_article(TRUE), 1)

    assert [one.text for one in told.sentences] == [TRUE]
    assert [(one.start, one.end) for one in told.sentences[0].cites] == [(0, len(TEXT))]
    assert [one.text for one in shelf.values()] == [TEXT]


def test_a_finding_without_words_is_told_plainly(tmp_path: Path) -> None:
    """What cites nothing has no words to show."""
    result = check(tmp_path, {"id": "s", "sentences": [TRUE]})

    assert "    cites: The sentence cites nothing.\n" in result.stdout


def test_a_row_is_called_by_its_own_id(tmp_path: Path) -> None:
    """Several claims may be of one story."""
    give(tmp_path, {**ARTICLE, "story": "s1"})
    claim = {"story": "s1", "claim": TRUE, "cites": ["a1"]}

    found = checked(tmp_path, {"id": "c1", **claim}, {"id": "c2", **claim})

    assert [one["id"] for one in found] == ["c1", "c2"]


def test_a_sentence_is_held_to_its_own_story(tmp_path: Path) -> None:
    """Another story's figures overtake nothing, and its articles can still be cited."""
    told = {"text": "Two sailors died off Lindmoor, the council said.", "source": "Gull"}
    later = {"text": "The number of sailors who died off Lindmoor has risen to nine."}
    give(
        tmp_path,
        {"id": "a1", "story": "s1", **told},
        {"id": "a2", "story": "s2", **later},
    )
    claim = "Off Lindmoor two sailors died, the council said."
    one, both = checked(
        tmp_path,
        {"story": "s1", "claim": claim, "cites": ["a1"]},
        {"story": "s1", "claim": claim, "cites": ["a1", "a2"]},
    )

    assert one["ok"]
    assert "cites" not in {finding["rule"] for finding in both["findings"]}


@pytest.mark.parametrize(
    ("row", "clue"),
    [
        ({"id": "s"}, "row 1: has no sentences, no summary and no claim"),
        ({"summary": "T", "articles": "x"}, "row 1: articles must be a list of objects"),
        ({"summary": "T", "src": 7}, "row 1: src must be the text of an article"),
        ({"summary": 7, "src": "T"}, "row 1: summary must be a text or a list of sentences"),
        ({"claim": "T", "cites": "a1", "src": "T"}, "row 1: cites must be a list of articles"),
    ],
)
def test_a_row_that_is_no_summary_is_refused(
    tmp_path: Path, row: dict[str, object], clue: str
) -> None:
    """Rather than found borne out."""
    result = check(tmp_path, row)

    assert result.exit_code == 2
    assert clue in result.stderr
