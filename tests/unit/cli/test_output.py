"""Promises of `bot.cli.output`: records for programs."""

from dataclasses import replace
from datetime import date

from bot.cli.output import sentence_rows
from bot.models import Change, ChangeKind, NamedDay
from tests.builders import sentence


def test_a_sentence_says_what_is_new_about_it() -> None:
    """What it changes and which days it names; a plain one has its text and cites alone."""
    plain = sentence("It opens on Monday.", "a1")
    new = replace(
        plain,
        is_new=True,
        change=Change(kind=ChangeKind.MOVED, was="Friday 27 November"),
        days=(NamedDay(start=9, end=18, day=date(2026, 11, 30)),),
    )

    lean, full = sentence_rows([plain, new])

    assert lean.keys() == {"text", "cites"}
    assert full["new"] is True
    assert full["change"] == {"kind": "moved", "was": "Friday 27 November"}
    assert full["days"] == [{"start": 9, "end": 18, "date": "2026-11-30"}]
