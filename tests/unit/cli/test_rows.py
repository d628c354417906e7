"""Promises of `bot.cli.rows`: JSON Lines of any origin become models."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from bot.cli.rows import NEVER, WHOLE, article, articles_of, moment, rows, summary
from bot.errors import ConfigError
from bot.models import Citation, Sentence


def written(folder: Path, text: bytes, name: str = "rows.jsonl") -> Path:
    """Return a file with that text."""
    file = folder / name
    file.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    return file


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_come_with_their_line_numbers(tmp_path: Path, name: str) -> None:
    """Empty lines count, and a byte order mark is no part of the first."""
    file = written(tmp_path, b'\xef\xbb\xbf{"id": 1}\n\n{"id": 2}\n', name)

    assert list(rows(file)) == [(1, {"id": 1}), (3, {"id": 2})]


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    """It could not be printed again."""
    file = written(tmp_path, b'{"title": "Pier \\ud83d"}\n')

    assert list(rows(file)) == [(1, {"title": "Pier ?"})]


@pytest.mark.parametrize(
    ("text", "clue"),
    [
        (b'{"id": 1}\n{"id": \n', "line 2: not JSON"),
        (b"[1]\n", "line 1: not a JSON object"),
        (b"\xff\xfe\n", "cannot be read"),
    ],
    ids=["broken", "a list", "no text"],
)
def test_a_bad_line_is_named(tmp_path: Path, text: bytes, clue: str) -> None:
    """With its file."""
    file = written(tmp_path, text)

    with pytest.raises(ConfigError, match=clue) as raised:
        list(rows(file))
    assert str(file) in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """With what the system says of it."""
    with pytest.raises(ConfigError, match="No such file"):
        list(rows(tmp_path / "none.jsonl"))


def test_an_article_is_read_from_a_row() -> None:
    """Under any of the names that its fields have."""
    one = article({"sid": "a", "outlet": "Herald", "src": "Ships.", "day": "2026-11-24"}, 3)
    bare = article({}, 3)

    assert (one.id, one.outlet, one.text) == ("a", "Herald", "Ships.")
    assert one.published_at == one.fetched_at == moment("2026-11-24")
    assert (bare.id, bare.published_at, bare.fetched_at, bare.language) == ("3", None, NEVER, None)


def test_articles_may_stand_in_their_story_s_row() -> None:
    """Those without an id are called by their place."""
    found = articles_of({"articles": [{"text": "x"}, {"id": "b"}]}, 1)

    assert [one.id for one in found] == ["1", "b"]


@pytest.mark.parametrize("listed", ["text", [1], {"id": "a"}], ids=str)
def test_articles_that_are_no_list_of_objects_are_refused(listed: object) -> None:
    """With the row's number."""
    with pytest.raises(ConfigError, match="row 4"):
        articles_of({"articles": listed}, 4)


def test_moments_may_be_out_of_range() -> None:
    """The first and last days leave the calendar in UTC."""
    assert moment("0001-01-01T00:00+14:00") is None


def test_a_summary_is_read_from_a_row() -> None:
    """A citation without a span is of the whole article."""
    cites: list[Any] = ["a", {"article": "b", "start": 1, "end": 4}, {"article": "c"}]
    told = summary({"id": "s", "sentences": ["Plain.", {"text": "Cited.", "cites": cites}]}, 1)

    assert told.story == "s"
    assert told.sentences[0] == Sentence(text="Plain.", cites=())
    assert [(one.article, one.start, one.end) for one in told.sentences[1].cites] == [
        ("a", 0, WHOLE),
        ("b", 1, 4),
        ("c", 0, WHOLE),
    ]
    assert isinstance(told.sentences[1].cites[0], Citation)


def test_a_span_is_of_numbers() -> None:
    """Anything else is named with its row."""
    with pytest.raises(ConfigError, match="row 2"):
        summary({"sentences": [{"text": "x", "cites": [{"article": "a", "start": "1"}]}]}, 2)
