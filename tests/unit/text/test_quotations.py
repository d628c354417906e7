"""Promises of `bot.text.quotations`."""

import pytest

from bot.text.quotations import quotations, unquoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"It is over," she said.', "It is over,"),
        ("“It is over,” she said.", "It is over,"),
        ("„Wir gehen“, sagte er.", "Wir gehen"),
        ("»Wir gehen«, sagte er.", "Wir gehen"),
        ("« Nous partons », a dit le maire.", "Nous partons"),
        ("«Nous partons», a dit le maire.", "Nous partons"),
        ("He called it ‘a mess’ again.", "a mess"),
        ("The workers' union said 'no deal' on Monday.", "no deal"),
        ("The union said 'no deals', then left.", "no deals"),
        ("그는 「끝났다」 말했다", "끝났다"),
        ('قال "نحن هنا" اليوم', "نحن هنا"),
        ('It is over," he said.', "It is over,"),
        ("“It is over.", "It is over."),
    ],
)
def test_every_style_of_quotation_is_read(text: str, quoted: str) -> None:
    """The words between the marks are found, whatever the marks."""
    assert [quotation.text for quotation in quotations(text)] == [quoted]


@pytest.mark.parametrize(
    "text", ["It's Carter's.", "the '90s and the workers' union", '6" of rain', "nothing here", '"']
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """A mark that opens nothing quotes nothing."""
    assert quotations(text) == ()


@pytest.mark.parametrize("text", ['It is over," he said.', "“It is over."])
def test_a_quotation_that_runs_on_is_not_closed(text: str) -> None:
    """Half a pair of marks is known to be half."""
    assert [quotation.closed for quotation in quotations(text)] == [False]


def test_a_mark_within_a_word_does_not_close() -> None:
    """A closing mark that a letter follows belongs to the word."""
    (quotation,) = quotations('She said "the 6"x4 plank fits" and left.')

    assert quotation.text == 'the 6"x4 plank fits'


def test_what_is_unquoted_keeps_its_place() -> None:
    """Blanks stand for the quotation, so that places stay the same."""
    text = 'Lind said "it is over" today.'

    assert unquoted(text) == "Lind said              today."
