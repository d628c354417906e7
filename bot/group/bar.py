"""How high the bar hangs: the mean likelihood from which two groups are one story."""

from math import log, sqrt

from bot.group.linkage import Group
from bot.group.window import MOST_DAYS

# All tuned on dev halves, on stories left out of learning; see docs/grouping.md.
_THRESHOLD = 0.37
_FLOOR = 0.9  # the mean over many pairs is surer than a single one
# Two groups of several reports each have shown what they are about. Two events of one kind in
# one place are alike all the same, so they must be more alike than a report and its story.
_GROWN = 0.25
_MOST_GROWN = 8

# In large groups of bare headlines the mean is low by nature: most pairs share few words. So it
# is between groups of two languages, where most pairs share few names.
_BARE_THRESHOLD = 0.4
_BARE_FLOOR = 0.22
_FOREIGN_THRESHOLD = 0.42
_FOREIGN_FLOOR = 0.5
_NEVER = 2.0


def needed(one: Group, other: Group) -> float:
    """Return the mean likelihood from which two groups are one story.

    >>> from bot.group.linkage import Member
    >>> one, other = Group(), Group()
    >>> one.extend([Member(place=1, day=1.0)])
    >>> other.extend([Member(place=2, day=20.0)])
    >>> needed(one, one), needed(one, other)
    (0.37, 2.0)
    """
    if max(one.last, other.last) - min(one.first, other.first) > MOST_DAYS:
        return _NEVER
    pairs = sqrt(len(one.members) * len(other.members))
    if one.is_bare and other.is_bare:
        return _BARE_THRESHOLD * (_BARE_FLOOR + (1 - _BARE_FLOOR) / pairs)
    if one.voices.keys().isdisjoint(other.voices):
        return _FOREIGN_THRESHOLD * (_FOREIGN_FLOOR + (1 - _FOREIGN_FLOOR) / pairs)
    smaller = min(len(one.members), len(other.members), _MOST_GROWN)
    return _THRESHOLD * (_FLOOR + (1 - _FLOOR) / pairs) * (1 + _GROWN * log(smaller))
