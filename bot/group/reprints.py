"""Which articles are copies of others: suspected by a sample, proven on the whole text."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.group.prints import Print
from bot.models import Article
from bot.text.copies import is_copy, shingles

_SUSPICION = 0.25
_FEWEST_SAMPLED = 1
_MOST_HOLDERS = 60


def reprints(
    articles: Sequence[Article], prints: Sequence[Print], fresh: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the pairs of places that are one report, each with a fresh one in it.

    A run of words that very many articles hold is looked up in the first of them only.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(prints):
        for run in one.sample:
            holders[run].append(place)
    whole: dict[int, frozenset[int]] = {}
    found: list[tuple[int, int]] = []
    for place in fresh:
        for other in _suspects(place, prints, holders):
            for each in (place, other):
                if each not in whole:
                    whole[each] = shingles(articles[each].title) | shingles(articles[each].text)
            if is_copy(whole[place], whole[other]):
                found.append((place, other))
    return sorted({(min(pair), max(pair)) for pair in found})


def _suspects(place: int, prints: Sequence[Print], holders: dict[int, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for run in prints[place].sample:
        shared.update(holders[run][:_MOST_HOLDERS])
    shared.pop(place, None)
    size = len(prints[place].sample)
    return [
        other
        for other, count in shared.items()
        if count >= max(_FEWEST_SAMPLED, _SUSPICION * min(size, len(prints[other].sample)))
    ]
