"""A local file or folder: articles as HTML or plain text, and feeds; `.gz` is opened too."""

import asyncio
import gzip
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from bot.errors import FormatError, SourceError, TooLargeError
from bot.fetch.kinds import Bounds, Means
from bot.fetch.parse import parse_text
from bot.fetch.sniff import Shape, shape_of
from bot.fetch.webpage import web_page_of
from bot.models import Entry, Page, Reading, Source, Visit
from bot.text.decode import decoded

_SUFFIXES = frozenset(
    {".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".xml", ".rss", ".atom", ".rdf", ".json"}
)
_FEEDS = frozenset({Shape.XML_FEED, Shape.JSON_FEED})
_FILES_AT_ONCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """The files to read; `state` changes when one is added, taken away or written to."""

    paths: tuple[Path, ...]
    state: str
    is_folder: bool


@dataclass(frozen=True, slots=True)
class FilesSource:
    """Reads a file, or every readable file in a folder."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return an entry per article file and the entries of feed files, by file name.

        The reading is unchanged when no file was added, taken away or written to.
        """
        root = path_of(source.address)
        listing = partial(_listed, root, self.means.bounds)
        listed = await self.means.parsed(listing, address=source.address)
        if visit and visit.etag == listed.state:
            return Reading(unchanged=True, etag=listed.state)
        if not listed.is_folder:
            return replace(await self._of(root, stem_of(root)), etag=listed.state)
        entries = await self._entries(root, listed.paths)
        if not entries:
            raise FormatError(str(root), "no file here can be read; HTML, text and feeds can")
        return Reading(entries=entries, title=root.resolve().name, etag=listed.state)

    async def _entries(self, root: Path, paths: Sequence[Path]) -> tuple[Entry, ...]:
        """Return the entries of a folder's files; one that cannot be read does not stop the rest.

        Each has its own time, so that a file that hangs its reader costs no other.
        """
        stems = Counter(map(stem_of, paths))
        gate = asyncio.Semaphore(_FILES_AT_ONCE)

        async def one(path: Path) -> tuple[Entry, ...]:
            own = stem_of(path)
            name = own if stems[own] == 1 else path.relative_to(root).as_posix()
            async with gate:
                try:
                    return (await self._of(path, name)).entries
                except SourceError:
                    return ()

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(path)) for path in paths]
        return tuple(entry for task in tasks for entry in task.result())

    async def _of(self, path: Path, name: str) -> Reading:
        work = partial(_file_reading, path, name, self.means.bounds)
        return await self.means.parsed(work, address=str(path))


def _listed(root: Path, bounds: Bounds) -> _Listed:
    """Return what there is to read. Links are not followed: they may lead out of the folder."""
    if root.is_file():
        return _Listed(paths=(root,), state=_state([root]), is_folder=False)
    if not root.is_dir():
        raise FormatError(str(root), "no such file or folder; check the path")
    found = sorted(path for path in root.rglob("*") if _is_readable(path, root))
    if len(found) > bounds.max_files:
        problem = f"more than {bounds.max_files} files; read its folders one by one"
        raise TooLargeError(str(root), problem)
    if sum(path.stat().st_size for path in found) > bounds.max_folder_bytes:
        size = f"{bounds.max_folder_bytes // 1_000_000} MB"
        raise TooLargeError(str(root), f"more than {size}; read its folders one by one")
    return _Listed(paths=tuple(found), state=_state(found), is_folder=True)


def _file_reading(path: Path, name: str, bounds: Bounds) -> Reading:
    """Return what one file offers; `name` is the id of the article in it."""
    text = decoded(body_of(path, bounds.max_bytes))
    shape = shape_of(text)
    if shape in _FEEDS:
        found = parse_text(text, max_entries=bounds.max_entries)
        return Reading(entries=found.entries, title=found.title, link=found.link)
    if shape not in {Shape.HTML, Shape.TEXT}:
        raise FormatError(str(path), f"this is {_named(shape)}; give HTML, text or a feed")
    kind = "text/html" if shape is Shape.HTML else "text/plain"
    title = web_page_of(text, "").title
    page = Page(url="", body=text.encode(), content_type=kind, charset="utf-8")
    return Reading(entries=(Entry(id=name, url="", title=title, page=page),), title=title or name)


def path_of(address: str) -> Path:
    """Return the path that a `file:` address or a path as typed means.

    >>> path_of("file:///srv/pages/harbour.html").as_posix()
    '/srv/pages/harbour.html'
    """
    if address.startswith("file:"):
        return Path(url2pathname(urlsplit(address).path))
    try:
        return Path(address).expanduser()
    except RuntimeError:  # "~nobody": no such user
        return Path(address)


def _named(shape: Shape) -> str:
    return "an empty file" if shape is Shape.EMPTY else f"a {shape}"


def _is_readable(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    suffix = Path(path.name.removesuffix(".gz")).suffix.lower()
    return suffix in _SUFFIXES and not hidden and not path.is_symlink() and path.is_file()


def stem_of(path: Path) -> str:
    """Return a file's name without what says how it is written; other dots are part of it.

    >>> stem_of(Path("pages/harbour.html.gz")), stem_of(Path("rss_0.91_sample.gz"))
    ('harbour', 'rss_0.91_sample')
    """
    path = Path(path.name.removesuffix(".gz"))
    return path.stem if path.suffix.lower() in _SUFFIXES else path.name


def body_of(path: Path, limit: int) -> bytes:
    """Return the file's bytes, unpacked; one byte past the limit is enough to know.

    Raises:
        FormatError: it cannot be opened.
        TooLargeError: it is larger than the limit.
    """
    try:
        packed = path.suffix == ".gz"
        with gzip.open(path) if packed else path.open("rb") as file:
            body = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        problem = f"cannot be opened ({type(error).__name__}); check the file and its rights"
        raise FormatError(str(path), problem) from error
    if len(body) > limit:
        raise TooLargeError(str(path), f"larger than {limit / 1_000_000:g} MB; cut it into parts")
    return body


def _state(paths: Iterable[Path]) -> str:
    """Return what changes when a file is added, taken away or written to."""
    stats = ((str(path), path.stat()) for path in paths)
    lines = [f"{name}\t{stat.st_size}\t{stat.st_mtime_ns}" for name, stat in stats]
    return sha256("\n".join(lines).encode()).hexdigest()[:32]


def create(means: Means) -> FilesSource:
    """Return the reader of files."""
    return FilesSource(means)
