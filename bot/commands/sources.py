"""What the commands about sources share."""

from bot.commands.desk import OPERATOR
from bot.commands.replies import link_or_text
from bot.errors import CommandError
from bot.models import Channel, Line, Listing, Moment, Reading, Source, Text
from bot.text.urls import is_web
from bot.text.visible import one_line

SHOWN = 3


def web_address(typed: str, channel: Channel) -> str:
    """Return the address to look at; `example.org` is taken for a web address.

    Raises:
        CommandError: it is none. Only the operator, at the terminal, may name files.
    """
    address = typed.strip().strip("<>").split("|")[0]
    if is_web(address):
        return address
    if "://" not in address and "." in address.split("/")[0] and not address.startswith((".", "/")):
        return f"https://{address}"
    if channel.platform == OPERATOR and "://" not in address:
        return address
    raise CommandError(
        f"“{one_line(address, limit=80)}” is no web address. Type it like https://example.org/feed."
    )


def entries_listing(reading: Reading, zone: str) -> Listing:
    """Return a source's last items, or that it has none."""
    items: list[Line] = []
    for entry in reading.entries[:SHOWN]:
        when = (Text(" · "), Moment(entry.published_at, zone)) if entry.published_at else ()
        title = one_line(entry.title, limit=140) or "(no title)"
        items.append((link_or_text(title, entry.url), *when))
    return Listing(tuple(items) or ((Text("It has no items at present."),),))


def named_source(typed: str, sources: tuple[Source, ...]) -> Source:
    """Return the source of that id, name or address.

    Raises:
        CommandError: there is none, or several of that name.
    """
    wanted = typed.strip().casefold()
    found = [
        one
        for one in sources
        if wanted in {one.id.casefold(), one.name.casefold(), one.address.casefold()}
    ]
    if not found:
        found = [one for one in sources if wanted in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{one.name} ({one.id})" for one in found[:5])
        raise CommandError(f"Several sources are called that: {names}. Give the id.")
    raise CommandError(f"There is no source “{typed[:80]}”. /news source list shows them.")
