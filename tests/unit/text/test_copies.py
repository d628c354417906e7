"""Promises of `bot.text.copies`."""

from bot.text.copies import copies

REPORT = (
    "The port of Delta closed on Monday after its pilots walked out over pay. "
    "Forty ships are waiting off the coast, the harbour master said, and two ferries were sent "
    "to Arden instead. Talks are to go on in the evening."
)
OTHER = (
    "Voters in Arden go to the polls on Sunday to choose a mayor, with three candidates left "
    "after the baker Tom Reed withdrew his name on Friday, citing his health."
)


def test_copies_share_a_voice() -> None:
    """A copy with a headline, a cut one and the original are one voice, another report is not."""
    cut = REPORT[:110]

    assert copies([REPORT, OTHER, f"UPDATE: {REPORT} By our own staff.", cut]) == [0, 1, 0, 0]


def test_copies_of_copies_are_one_voice() -> None:
    """Two halves of one report belong together through the whole."""
    half = len(REPORT) // 2

    assert copies([REPORT[:half], REPORT[half:], REPORT]) == [0, 0, 0]


def test_short_texts_are_no_copies() -> None:
    """A few words in common prove nothing."""
    assert copies(["Port closed on Monday", "Port closed on Monday", ""]) == [0, 1, 2]


def test_many_copies_are_one_voice() -> None:
    """Fame does not make a report independent."""
    assert set(copies([REPORT] * 60)) == {0}
