"""The same copy saved in other ways gives the same article."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.extract.plaintext import content_of_text
from tests.unit.extract.test_plaintext import SAMPLES, expected

WRAPPED = frozenset(
    ["agency_wrapped", "captioned", "depeche", "gazette", "lynx_dump", "press_release", "umbruch"]
)
"""Samples that are wrapped already, or of which a line of a caption becomes one of the text."""


def parted(text: str) -> str:
    """Put an empty line between all lines."""
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def dense(text: str) -> str:
    """Leave no empty line."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def indented(text: str) -> str:
    """Put spaces before, and tabs behind, every line."""
    return "\n".join(f"    {line}\t" for line in text.split("\n"))


def hard_spaced(text: str) -> str:
    """Let no line break at its spaces."""
    return text.replace(" ", "\u00a0")


def quoted(text: str) -> str:
    """Quote every line as mail does."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def wrapped(text: str) -> str:
    """Break lines at 72 columns, with an empty line between paragraphs."""
    return "\n\n".join(
        "\n".join(textwrap.wrap(line, 72)) for line in text.split("\n") if line.strip()
    )


LAYOUTS = (parted, dense, indented, hard_spaced, quoted, wrapped)
PAIRS = [
    (sample, layout)
    for sample in SAMPLES
    for layout in LAYOUTS
    if sample.stem not in WRAPPED or layout not in {parted, dense, wrapped}
]


@pytest.mark.parametrize(
    ("sample", "layout"),
    PAIRS,
    ids=[f"{sample.stem}-{layout.__name__}" for sample, layout in PAIRS],
)
def test_layout_changes_nothing(sample: Path, layout: Callable[[str], str]) -> None:
    """Empty lines, indents, quotation marks and line breaks are no part of an article."""
    want = expected(sample)
    content = content_of_text(layout(sample.read_text("utf-8")), sample.name)

    assert content.title == want["title"]
    assert str(content.published_at)[:10] == str(want["date"])
    assert list(content.bylines) == want["bylines"]
    assert list(content.agencies) == want["agencies"]
    assert [line for line in want["have"] if line not in content.text] == []
    assert [line for line in want["lack"] if line in content.text] == []
