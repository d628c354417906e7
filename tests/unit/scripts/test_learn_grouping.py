"""Promises of `scripts.learn_grouping`."""

import json
from pathlib import Path

import pytest

from bot.group import weights as table
from bot.models import Article
from scripts.learn_grouping import (
    f1,
    fitted,
    learnt,
    left_out,
    main,
    pairs_of,
    purities,
    read,
    written,
)
from tests.unit.group.newsroom import EVENTS, NEWSROOM


def gold_file(path: Path, articles: list[Article]) -> Path:
    """Write the newsroom's articles with their true stories, as gold data."""
    rows = [
        {
            "id": one.id,
            "title": one.title,
            "text": one.text,
            "date": one.dated_at.isoformat(),
            "language": one.language,
            "cluster": EVENTS[one.id],
        }
        for one in articles
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_the_same_rows_teach_the_same_in_any_order(tmp_path: Path) -> None:
    """Weights depend on what the rows say, not on how they stand in the file."""
    forwards = read(gold_file(tmp_path / "a.jsonl", list(NEWSROOM)))
    backwards = read(gold_file(tmp_path / "b.jsonl", list(NEWSROOM[::-1])))

    assert learnt(pairs_of(forwards)) == learnt(pairs_of(backwards)) != learnt([])


def test_likeness_speaks_for_one_story_and_days_against(tmp_path: Path) -> None:
    """Whatever is learnt, no view counts against a pair and no day for it."""
    found = learnt(pairs_of(read(gold_file(tmp_path / "gold.jsonl", list(NEWSROOM)))))

    assert found.bias < 0
    assert min(found.views) >= 0 < max(found.views)
    assert found.per_day <= 0


def test_each_story_is_judged_by_weights_that_never_saw_it(tmp_path: Path) -> None:
    """A set's honest figure covers all of its articles."""
    gold = read(gold_file(tmp_path / "gold.jsonl", list(NEWSROOM)))

    assert 0 < left_out({"gold": gold}, pairs_of(gold))["gold"] <= 100
    assert purities(gold, table.LEARNT).keys() == {one.id for one in NEWSROOM}


def test_figures_of_grouping_are_those_of_bcubed() -> None:
    """Precision and recall are means over articles, and F1 their harmonic mean."""
    assert f1([(1.0, 0.5), (1.0, 0.5)]) == pytest.approx(100 * 2 / 3)


def test_without_pairs_nothing_is_learnt() -> None:
    """No evidence leaves all coefficients at nothing."""
    assert set(fitted([])) == {0.0}


def test_what_is_written_is_the_table_with_other_numbers(tmp_path: Path) -> None:
    """The table in use, written again, is itself; other weights change its last lines alone."""
    path = Path(table.__file__)
    text = path.read_text(encoding="utf-8")
    gold = read(gold_file(tmp_path / "gold.jsonl", list(NEWSROOM)))
    other = written(learnt(pairs_of(gold)))

    assert written(table.LEARNT) == text
    assert written(table.LEARNT_WITH_MEANING, "LEARNT_WITH_MEANING") == text
    assert other.split("LEARNT = ")[0] == text.split("LEARNT = ")[0]
    assert other.split("LEARNT_WITH_MEANING = ")[1] == text.split("LEARNT_WITH_MEANING = ")[1]
    assert compile(other, "weights.py", "exec") is not None


def test_learning_says_how_well_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each set is named with its honest figure, and nothing is written unless asked."""
    before = Path(table.__file__).read_text(encoding="utf-8")

    main([str(gold_file(tmp_path / "gold.jsonl", list(NEWSROOM)))])

    assert "gold.jsonl: BCubed F1" in capsys.readouterr().out
    assert Path(table.__file__).read_text(encoding="utf-8") == before
