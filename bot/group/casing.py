"""Which words are names, as headlines tell that are not capitalised throughout.

"Pilots Walk Out In Delta" says nothing; "Pilots walk out in Delta" says that Delta is a name and
"walk" is none. What one headline says holds for all.
"""

from collections import Counter
from collections.abc import Iterable

from bot.group.prints import stems_of
from bot.text.words import words

# Tuned with the rest of `headlines.py`. A word of which nothing is known stands in the middle.
_NAME, _PLAIN = 1.2, 0.85
_DOUBT = 1

_FEWEST_WORDS = 4
_LONG = 3
_MOST_CAPITAL = 0.75


class Casing:
    """How often each stem was capitalised where it need not be, and how often not."""

    def __init__(self, headlines: Iterable[tuple[str, str]]) -> None:
        self._capital: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        for title, language in headlines:
            capital, small = told_apart(title, language)
            self._capital.update(capital)
            self._small.update(small)

    def weight(self, stem: str) -> float:
        """Return how much a stem weighs: the surer it is a name, the more.

        >>> casing = Casing([("Pilots walk out in Delta", "en")])
        >>> casing.weight("delta") > casing.weight("port") > casing.weight("walk")
        True
        """
        capital, small = self._capital[stem], self._small[stem]
        share = (capital + _DOUBT / 2) / (capital + small + _DOUBT)
        return _PLAIN + (_NAME - _PLAIN) * share


def told_apart(title: str, language: str) -> tuple[list[str], list[str]]:
    """Return the stems that a headline capitalises and those that it does not.

    >>> told_apart("Pilots walk out in Delta", "en")
    (['delta'], ['walk'])
    >>> told_apart("Pilots Walk Out in Delta", "en")
    ([], [])
    """
    said = title.split()
    long = [word for word in said[1:] if len(word) > _LONG and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    if len(said) < _FEWEST_WORDS or not long or capital > _MOST_CAPITAL * len(long):
        return [], []
    found: tuple[list[str], list[str]] = ([], [])
    stems = stems_of(language)
    for word in said[1:]:
        first = next((letter for letter in word if letter.isalnum()), "")
        if first.isalpha():
            kept = [stem for stem in map(stems.__getitem__, words(word)) if stem]
            found[0 if first.isupper() else 1].extend(kept)
    return found
