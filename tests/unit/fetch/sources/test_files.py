"""Local files and folders."""

import gzip
from pathlib import Path

import pytest

from bot.errors import FormatError, TooLargeError
from bot.fetch.kinds import Bounds
from bot.fetch.sources.files import create
from bot.models import Reading, SourceId, Visit
from bot.schedule.clock import SystemClock
from tests.unit.fetch.pages import ARTICLE, FEED, TEXT, PagesAtHand, means, source

SMALL = Bounds(max_files=5, max_bytes=100_000, max_folder_bytes=300_000)


async def read(path: Path, visit: Visit | None = None) -> Reading:
    """Return what a file or folder offers under small bounds."""
    return await create(means(PagesAtHand(), SMALL)).read(source("files", str(path)), visit)


async def test_html_file_is_an_article(tmp_path: Path) -> None:
    """A file's entry is known by its stem and has its page at hand, decoded."""
    path = tmp_path / "pier.html"
    path.write_bytes(ARTICLE.replace("again", "åter").encode("cp1252"))

    (entry,) = (await read(path)).entries

    assert (entry.id, entry.url, entry.title) == ("pier", "", "Pier reopens")
    assert entry.page is not None
    assert entry.page.content_type == "text/html"
    assert "åter" in entry.page.body.decode()


async def test_plain_text_file_is_an_article(tmp_path: Path) -> None:
    """A plain-text copy of a page is an entry of its own type."""
    path = tmp_path / "council.txt"
    path.write_text(TEXT)

    (entry,) = (await read(path)).entries

    assert entry.id == "council"
    assert entry.page is not None
    assert entry.page.content_type == "text/plain"


async def test_packed_file_is_opened(tmp_path: Path) -> None:
    """A gzipped file is unpacked, and known by what is in it."""
    path = tmp_path / "pier.html.gz"
    path.write_bytes(gzip.compress(ARTICLE.encode()))

    assert [entry.id for entry in (await read(path)).entries] == ["pier"]


async def test_feed_file_gives_its_entries(tmp_path: Path) -> None:
    """A feed on disk is read like a feed."""
    path = tmp_path / "feed.xml"
    path.write_text(FEED)

    found = await read(path)

    assert found.title == "Quay & Lantern"
    assert [entry.id for entry in found.entries] == ["https://quay.example/pier"]


async def test_folder_gives_what_can_be_read(tmp_path: Path) -> None:
    """A folder is read by name, through its subfolders, past what is no article."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text(ARTICLE)
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "empty.html").write_text("")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.html").write_text(ARTICLE)
    (tmp_path / "link.html").symlink_to(tmp_path / "one.txt")

    found = await read(tmp_path)

    assert [entry.id for entry in found.entries] == ["two", "one"]
    assert found.title == tmp_path.name


async def test_shared_stem_is_told_apart(tmp_path: Path) -> None:
    """Two files of one stem are known by their paths."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pier.html").write_text(ARTICLE)
    (tmp_path / "pier.txt").write_text(TEXT)

    found = await read(tmp_path)

    assert [entry.id for entry in found.entries] == ["a/pier.html", "pier.txt"]


async def test_second_visit_sees_no_change(tmp_path: Path) -> None:
    """A folder in which nothing was written is unchanged; a new file changes it."""
    (tmp_path / "one.txt").write_text(TEXT)
    first = await read(tmp_path)
    visit = Visit(source=SourceId("s1"), next_at=SystemClock().now(), etag=first.etag)

    assert (await read(tmp_path, visit)).unchanged
    (tmp_path / "two.txt").write_text(TEXT)
    assert len((await read(tmp_path, visit)).entries) == 2


async def test_missing_file_is_told(tmp_path: Path) -> None:
    """A path where nothing is says so."""
    with pytest.raises(FormatError, match="no such file or folder"):
        await read(tmp_path / "nothing.html")


async def test_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder in which nothing can be read says what can."""
    with pytest.raises(FormatError, match="HTML, text and feeds can"):
        await read(tmp_path)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("empty.html", b"", "an empty file"),
        ("paper.txt", b"%PDF-1.7", "a file that is no text"),
        ("data.json", b'{"a": 1}', "a JSON document"),
        ("broken.html.gz", b"not packed", "cannot be opened"),
        ("cut.html.gz", gzip.compress(ARTICLE.encode(), mtime=0)[:-9], "cannot be opened"),
    ],
)
async def test_unreadable_file_is_told(tmp_path: Path, name: str, body: bytes, words: str) -> None:
    """A file that is no article says what it is."""
    (tmp_path / name).write_bytes(body)

    with pytest.raises(FormatError, match=words):
        await read(tmp_path / name)


async def test_too_large_file_is_refused(tmp_path: Path) -> None:
    """A file over the limit is refused, also when it is small until unpacked."""
    (tmp_path / "large.txt").write_bytes(b"x" * 100_001)
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(bytes(10_000_000)))

    for name in ("large.txt", "bomb.txt.gz"):
        with pytest.raises(TooLargeError, match=r"larger than 0\.1 MB"):
            await read(tmp_path / name)


async def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """A folder of more files than we take is refused as a whole."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(TEXT)

    with pytest.raises(TooLargeError, match="more than 5 files"):
        await read(tmp_path)


async def test_too_heavy_folder_is_refused(tmp_path: Path) -> None:
    """A folder of more bytes than we take is refused as a whole."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * 99_000)

    with pytest.raises(TooLargeError, match="more than 0 MB"):
        await read(tmp_path)


async def test_file_address_is_a_path(tmp_path: Path) -> None:
    """A `file:` address means its path."""
    path = tmp_path / "the pier.html"
    path.write_text(ARTICLE)

    found = await create(means(PagesAtHand(), SMALL)).read(source("files", path.as_uri()))

    assert [entry.id for entry in found.entries] == ["the pier"]
