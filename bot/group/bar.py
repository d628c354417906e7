"""How high the bar hangs: the mean likelihood from which two groups are one story."""

from math import sqrt

from bot.group.linkage import Group
from bot.group.window import MOST_DAYS

THRESHOLD = 0.42
"""The mean likelihood over all pairs from which groups are one story. Tuned on dev halves."""

# In large groups of bare headlines the mean is low by nature: most pairs share few words. So it
# is between groups of two languages, where most pairs share few names.
_BARE_FLOOR = 0.3
_FOREIGN_FLOOR = 0.5
_NEVER = 2.0


def needed(one: Group, other: Group) -> float:
    """Return the mean likelihood from which two groups are one story.

    >>> from bot.group.linkage import Member
    >>> one, other = Group(), Group()
    >>> one.extend([Member(place=1, day=1.0)])
    >>> other.extend([Member(place=2, day=20.0)])
    >>> needed(one, one), needed(one, other)
    (0.42, 2.0)
    """
    if max(one.last, other.last) - min(one.first, other.first) > MOST_DAYS:
        return _NEVER
    floor = 1.0
    if one.is_bare and other.is_bare:
        floor = _BARE_FLOOR
    elif one.voices.keys().isdisjoint(other.voices):
        floor = _FOREIGN_FLOOR
    return THRESHOLD * (floor + (1 - floor) / sqrt(len(one.members) * len(other.members)))
