"""Long messages cut into parts that each fit into one post."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from adapters.slack.rendering import TEXT_LIMIT, blocks, elements, weight
from bot.models import Block, Heading, Line, Listing, Message

BLOCKS_LIMIT = 50
# Slack answers msg_blocks_too_long somewhat above this sum of characters.
WEIGHT_LIMIT = 12_000


def parts(message: Message) -> tuple[Message, ...]:
    """Return the message in parts of at most 50 blocks and 12,000 characters.

    Cut between blocks, never inside a story; long listings may be cut between items. A
    heading goes with what follows it.

    >>> from bot.models import Divider
    >>> [part.title for part in parts(Message(title="News", blocks=(Divider(),) * 60))]
    ['News (1 of 2)', 'News (2 of 2)']
    """
    groups = list(_groups(_pieces(message.blocks)))
    if len(groups) <= 1:
        return (message,)
    return tuple(
        replace(message, title=f"{message.title} ({number} of {len(groups)})", blocks=group)
        for number, group in enumerate(groups, start=1)
    )


def _pieces(given: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, long listings in several."""
    for block in given:
        if isinstance(block, Listing):
            yield from _runs(block)
        else:
            yield block


def _runs(listing: Listing) -> Iterator[Listing]:
    """Yield a listing in runs of items that fit into one rich text each."""
    run: list[Line] = []
    total = 0
    for item in listing.items:
        size = weight(elements(item))
        if run and total + size > TEXT_LIMIT:
            yield Listing(tuple(run))
            run, total = [], 0
        run.append(item)
        total += size
    yield Listing(tuple(run))


def _groups(pieces: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield runs of blocks that fit into one post."""
    run: list[Block] = []
    count = total = 0
    for piece in pieces:
        rendered = blocks(Message(title="", blocks=(piece,)))
        size = weight(rendered)
        if run and (count + len(rendered) > BLOCKS_LIMIT or total + size > WEIGHT_LIMIT):
            carried = _loose_end(run)
            yield tuple(run[: len(run) - len(carried)])
            again = blocks(Message(title="", blocks=tuple(carried)))
            run, count, total = carried, len(again), weight(again)
        run.append(piece)
        count += len(rendered)
        total += size
    if run:
        yield tuple(run)


def _loose_end(run: list[Block]) -> list[Block]:
    """Return the headings at the end of a run, unless the run is nothing else."""
    end = len(run)
    while end > 1 and isinstance(run[end - 1], Heading):
        end -= 1
    return run[end:] if end > 1 or not isinstance(run[0], Heading) else []
