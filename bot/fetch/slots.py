"""Which of the links in a block that repeats is the headline, and which go along with it. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from bot.fetch.headlines import CLIMB, Link

_REPEATS = 3
_NO_RECORDS = frozenset({"td", "th", "dd", "dt", "span", "a", "b", "i", "em", "strong", "small"})

_NUMBERS = re.compile(r"\d+")

_Make = tuple[str, ...]
_Family = tuple[etree._Element | None, str]  # noqa: SLF001  lxml has no other name for it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A link, the block that repeats around it, and where in the block it stands."""

    link: Link
    record: etree._Element
    slot: _Make


def told_apart(links: Sequence[Link]) -> list[Link]:
    """Return the links without those that go along with a headline in the same block.

    A card may link its topic, its author and its letters besides. Blocks of one make have their
    headline in one place: in a heading if any is, else where the words are longest and most
    often lead to a page of their own.
    """
    groups: dict[_Make, list[_Placed]] = defaultdict(list)
    for one in _placed(links):
        groups[_make_of(one.record)].append(one)
    beside = {one.link.tag for group in groups.values() for one in _beside(group)}
    return [link for link in links if link.tag not in beside]


def _placed(links: Sequence[Link]) -> list[_Placed]:
    """Return the links that stand in a block that repeats."""
    kin: dict[_Family, set[etree._Element]] = defaultdict(set)
    for link in links:
        for one in islice(link.tag.iterancestors(), CLIMB):
            kin[_family(one)].add(one)
    placed = []
    for link in links:
        path = [_place(link.tag)]
        for one in islice(link.tag.iterancestors(), CLIMB):
            if one.tag not in _NO_RECORDS and len(kin[_family(one)]) >= _REPEATS:
                placed.append(_Placed(link=link, record=one, slot=tuple(path)))
                break
            path.append(_place(one))
    return placed


def _beside(group: Sequence[_Placed]) -> list[_Placed]:
    """Return those of a make of block that are not its headlines."""
    slots: dict[_Make, list[_Placed]] = defaultdict(list)
    for one in group:
        slots[one.slot].append(one)
    ranked = sorted(slots, key=lambda slot: _weight(slots[slot], group), reverse=True)
    has_headings = any(one.link.is_heading for one in group)
    headed: dict[etree._Element, _Make] = {}
    for slot in ranked:
        for one in slots[slot]:
            headed.setdefault(one.record, slot)
    return [
        one
        for one in group
        if headed[one.record] != one.slot and not (has_headings and one.link.is_heading)
    ]


def _weight(slot: Sequence[_Placed], group: Sequence[_Placed]) -> tuple[bool, float]:
    """Return how likely a place holds the headline."""
    own = {one.link.address for one in slot}
    words = sum(len(one.link.words) for one in slot) / len(slot)
    under = sum(
        one.link.address.startswith(f"{other.link.address.rstrip('/')}/")
        for one in slot
        for other in group
        if other.record is one.record and other is not one
    )
    share = len(own) / len(slot) * (1 - under / (2 * len(slot)))
    return any(one.link.is_heading for one in slot), words * share


def _family(tag: etree._Element) -> _Family:
    return tag.getparent(), _make(tag)


def _make_of(record: etree._Element) -> _Make:
    around = islice(record.iterancestors(), 2)
    return tuple(_make(one) for one in (record, *around))


def _make(tag: etree._Element) -> str:
    return f"{tag.tag}.{tag.get('class', '').partition(' ')[0].rstrip('0123456789')}"


def _place(tag: etree._Element) -> str:
    """Return what an element is among those beside it; cells are told apart by their column."""
    if tag.tag not in {"td", "th"}:
        return f"{tag.tag}.{_NUMBERS.sub('', tag.get('class', ''))}"
    return f"{tag.tag}:{sum(1 for _ in tag.itersiblings(preceding=True))}"
