"""Promises of what `make quality` writes, and of what it says when it cannot."""

from pathlib import Path

import pytest

from bench.quality.__main__ import PAGE, main, problem_of
from bench.quality.checking import balanced
from bench.quality.gold import FOLDERS, SCORERS, Gold
from bench.quality.report import BEGIN, END, Basis, Goal, Part, Table, figures, page_with


def goal(*, ours: float, at_most: bool = False) -> Goal:
    """Return a figure that should be 90 and is hoped to be 95, or 10 and 5."""
    target, hoped = (10, 5) if at_most else (90, 95)
    return Goal(
        figure="F1",
        ours=ours,
        target=target,
        hoped=hoped,
        basis=Basis.TUNED,
        at_most=at_most,
    )


@pytest.mark.parametrize(
    ("ours", "at_most", "verdict"),
    [
        (95.2, False, "hoped for"),
        (89.96, False, "met"),
        (89.94, False, "below"),
        (5.0, True, "hoped for"),
        (6.0, True, "met"),
        (10.1, True, "below"),
    ],
)
def test_a_figure_is_judged_as_it_is_printed(ours: float, at_most: bool, verdict: str) -> None:  # noqa: FBT001
    """What rounds to the target has met it; less does not, and where less is better, more."""
    assert goal(ours=ours, at_most=at_most).verdict == verdict


def test_the_page_keeps_what_people_wrote() -> None:
    """Only what stands between the marks is replaced, and replacing it again changes nothing."""
    part = Part(
        goals=(goal(ours=91),),
        tables=(Table(title="Piers", head=("pier", "m"), rows=(("Delta", "4"),)),),
    )
    page = f"Ours.\n\n{BEGIN}\nold\n{END}\n\nAfter.\n"

    written = page_with(page, figures([part]))

    assert written.startswith("Ours.\n")
    assert written.endswith("\n\nAfter.\n")
    assert "old" not in written
    assert "| F1 | 91.0 |  | 90.0 | 95.0 | met | tuned |" in written
    assert "### Piers" in written
    assert page_with(written, figures([part])) == written


def test_the_page_of_the_docs_has_both_marks_once() -> None:
    """docs/quality.md can be written to."""
    page = PAGE.read_text("utf-8")

    assert page.count(BEGIN) == page.count(END) == 1
    assert page.index(BEGIN) < page.index(END)


def test_without_gold_data_the_run_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The status is 2, and the message names what is missing and what to set."""
    before = PAGE.read_text("utf-8")

    status = main([str(tmp_path / "data"), str(tmp_path / "bench")])

    assert status == 2
    assert str(tmp_path / "data" / "clustering") in (said := capsys.readouterr().err)
    assert "DATA=" in said
    assert PAGE.read_text("utf-8") == before


def test_nothing_is_missing_where_all_is_there(tmp_path: Path) -> None:
    """With every folder and scorer in place, only packages can be lacking."""
    for folder in FOLDERS:
        (tmp_path / folder).mkdir()
    for name in SCORERS:
        (tmp_path / name).touch()
    gold = Gold(data=tmp_path, scorers=tmp_path)

    assert gold.missing() == []
    assert "is not there" not in problem_of(gold)


def test_balanced_accuracy_weighs_both_answers_alike() -> None:
    """Always passing scores a half, however many sound ones there are."""
    truth = {"a": True, "b": True, "c": True, "d": False}

    assert balanced(truth, dict.fromkeys(truth, True)) == 0.5
    assert balanced(truth, truth) == 1
