"""A mailbox of newsletters on an IMAP server, which the operator alone adds: a letter an entry."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.errors import FormatError, SourceError
from bot.fetch.imap import Collected, Visitor
from bot.fetch.kinds import Means
from bot.fetch.letters import Letter, entries_of
from bot.fetch.mailbox import mailbox_at, shown
from bot.models import Entry, Reading, Source, Visit


@dataclass(frozen=True, slots=True)
class MailboxSource:
    """Reads mailboxes. How far it came is kept where other sources keep their `ETag`."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return an entry for each letter since the last visit; at the first, of the last days."""
        cursor = visit.etag if visit else None
        collected = await self._collected(source, cursor)
        if not collected.letters:
            return Reading(unchanged=collected.cursor == cursor, etag=collected.cursor)
        entries = await self._entries(collected.letters, shown(source.address))
        return Reading(
            entries=entries[: self.means.bounds.max_entries],
            title=mailbox_at(source.address).folder,
            etag=collected.cursor,
        )

    async def _entries(self, letters: Sequence[Letter], address: str) -> tuple[Entry, ...]:
        """Return what letters say. One that is built to hang or to fill the memory is left out.

        Else whoever knows the mailbox's address could stop it for good.
        """
        try:
            return await self.means.parsed(partial(entries_of, letters), address=address)
        except FormatError:
            if len(letters) == 1:
                return ()
        half = len(letters) // 2
        older = await self._entries(letters[:half], address)
        return (*await self._entries(letters[half:], address), *older)

    async def _collected(self, source: Source, cursor: str | None) -> Collected:
        password = self.means.passwords.get(source.address)
        if password is None:
            problem = "is no mailbox of config.toml; name it there, or remove the source"
            raise SourceError(shown(source.address), problem)
        visitor = Visitor(mailbox=mailbox_at(source.address), password=password)
        try:
            return await asyncio.to_thread(visitor.collect, cursor)
        finally:
            visitor.gave_up.set()  # a thread cannot be cancelled, but it looks at this


def create(means: Means) -> MailboxSource:
    """Return the reader of mailboxes."""
    return MailboxSource(means)
