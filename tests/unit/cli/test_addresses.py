"""Promises of `bot.cli.addresses`: a file that is not there is no web site."""

from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.addresses import is_path, refuse_missing
from bot.cli.program import program
from bot.errors import FormatError

MISSING = [
    "nosuch.txt",
    "pages/nosuch.html",
    "pages/nosuch",
    "./nosuch",
    "../nosuch/feed.xml",
    "/nosuch/page",
    "~/nosuch-of-mine",
    "~nobody-of-that-name/page.txt",
    "nosuch.jsonl.gz",
    "x" * 5000 + ".txt",
]
ON_THE_WEB = [
    "herald.example",
    "herald.example/feed.xml",
    "localhost/feed",
    "localhost:8080/feed.xml",
    "https://herald.example/none.txt",
    "<https://herald.example/>",
    "herald",
    "",
]


@pytest.mark.parametrize("address", MISSING)
def test_a_path_to_nothing_is_refused(address: str) -> None:
    """By its name."""
    with pytest.raises(FormatError, match="no such file or folder; check the path"):
        refuse_missing(address)


@pytest.mark.parametrize("address", ON_THE_WEB)
def test_a_web_address_is_passed_on(address: str) -> None:
    """Typed short or in full."""
    assert not is_path(address)
    refuse_missing(address)


def test_a_folder_called_like_a_site_is_a_folder(tmp_path: Path) -> None:
    """Where it is there: a mirror of the site, say."""
    (tmp_path / "herald.example").mkdir()
    (tmp_path / "herald.example" / "page.html").touch()

    with chdir(tmp_path):
        refuse_missing("herald.example/page.html")
        with pytest.raises(FormatError):
            refuse_missing("herald.example/none.html")


@pytest.mark.parametrize(
    "line",
    [
        ["extract", "nosuch.txt"],
        ["extract", "--json", "nosuch.txt"],
        ["read", "nosuch.txt"],
        ["brief", "--from", "pages/nosuch.html"],
        ["source", "add", "pages/nosuch.html"],
        ["source", "test", "nosuch.xml"],
    ],
    ids=" ".join,
)
def test_every_command_calls_it_missing(tmp_path: Path, line: list[str]) -> None:
    """And ends with status 1."""
    result = CliRunner(env={"NEWSDESK_HOME": str(tmp_path)}).invoke(program, line)

    assert result.exit_code == 1
    assert "no such file or folder" in result.output
