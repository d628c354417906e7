"""Promises of `scripts.learn_checking`: weights that anyone can learn anew."""

import json
from dataclasses import astuple
from pathlib import Path

import pytest

from bot.compose.check import weights as table
from bot.compose.check.evidence import Weights
from scripts.learn_checking import NAMES, balanced, learnt, left_out, main, read, written

PLACES = ("Keld", "Dorne", "Salin", "Tarn")
TEXT = (
    "The council of {0} opened a bridge on Monday. It cost 40 crowns. Nobody was hurt. "
    "The mayor of {0} praised the workers. Boats can pass below it."
)
TRUE = ("The council of {0} opened a bridge for 40 crowns.", "The mayor of {0} lauded the staff.")
FALSE = ("The council of {0} opened a bridge for 70 crowns.", "The zookeeper of {0} lost keys.")


def gold(folder: Path) -> Path:
    """Return a file of sentences about a few articles."""
    file = folder / "gold.jsonl"
    rows = [
        {"src": TEXT.format(place), "summary": told.format(place), "label": label}
        for place in PLACES
        for label, texts in ((1, TRUE), (0, FALSE))
        for told in texts
    ]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return file


def test_sentences_are_read_with_their_evidence(tmp_path: Path) -> None:
    """One row is one case; what is plainly wrong is decided without weights."""
    cases = read(gold(tmp_path))

    assert len(cases) == len(PLACES) * 4
    assert {case.verdict for case in cases if case.is_true} <= {None, True}
    assert any(case.verdict is False for case in cases)


def test_a_short_or_literal_text_teaches_nothing(tmp_path: Path) -> None:
    """The weights never judge it."""
    file = tmp_path / "gold.jsonl"
    rows = [
        {"src": "A bridge opened.", "summary": "A bridge is open.", "label": 1},
        {"src": TEXT.format("Keld"), "summary": "It cost 40 crowns.", "label": 1},
    ]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")

    assert read(file) == []


def test_weights_are_learnt_that_tell_true_from_untrue(tmp_path: Path) -> None:
    """Also for articles that were left out; the same rows give the same weights."""
    cases = read(gold(tmp_path))

    assert left_out(cases) > 70
    assert learnt(cases) == learnt(cases)


def test_faults_never_speak_for_a_sentence(tmp_path: Path) -> None:
    """Whatever the rows say."""
    found = dict(zip(NAMES, learnt(read(gold(tmp_path))), strict=True))

    assert all(value <= 0 for name, value in found.items() if name not in {"none", "likenesses"})


def test_one_kind_of_label_is_judged_by_itself(tmp_path: Path) -> None:
    """A share of nothing is no mistake."""
    cases = [case for case in read(gold(tmp_path)) if case.is_true]

    assert balanced(cases, [True] * len(cases)) == pytest.approx(100)


def test_the_table_is_written_as_it_was_but_for_the_weights() -> None:
    """The file that the script writes is the one in use."""
    used = astuple(table.WEIGHTS)

    assert written(used) == Path(table.__file__).read_text("utf-8")
    assert Weights(**dict(zip(NAMES, used, strict=True))) == table.WEIGHTS


def test_what_was_learnt_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The honest figure first; nothing is written unless asked."""
    before = Path(table.__file__).read_text("utf-8")

    main([str(gold(tmp_path))])

    assert capsys.readouterr().out.startswith("balanced accuracy")
    assert Path(table.__file__).read_text("utf-8") == before
