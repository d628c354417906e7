"""Promises of finding what somebody says over several sentences."""

import pytest

from bot.condense._quoting import running_quotations


def running(text: str) -> list[str]:
    """Return what is quoted over several sentences."""
    return [text[start:end] for start, end in running_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Lind spoke. "We knew. We wept," she said.', ['"We knew. We wept,"']),
        ("Lind spoke. “We knew. We wept,” she said.", ["“We knew. We wept,”"]),
        ('"We knew," Lind said. "We wept," she said.', []),
        ('He said "wait. The dam broke. "We knew. We wept," she said.', ['"We knew. We wept,"']),
        ('It was "over. "We knew. We wept. " Then it rained. It "was" late.', ['"over. "']),
        ('"We knew. "We wept. We left.', ['"We knew. "']),
        ('"We knew. We "wept" here. They "left" us. It ended', []),
        ("“We knew. We wept.\n\nThe dam broke.", ["“We knew. We wept."]),
        ("It was “over. We wept.", []),
        ('We left." It was "over. We wept," he said.', ['"over. We wept,"']),
        ('"' + "We knew. " * 200 + '" she said.', []),
    ],
)
def test_quotations_are_followed_by_their_marks(text: str, expected: list[str]) -> None:
    """Marks take turns, lost ones are passed over, and what never ends is no quotation."""
    assert running(text) == expected
