"""Lists and packs of sources from the shell."""

from pathlib import Path

from bot.fetch.opml import subscriptions
from bot.models import Page
from tests.journeys.shell import newsdesk

LIST = """<opml version="2.0"><body>
<outline text="Reed & Rush" xmlUrl="https://reed.example/rss?a=1&b=2"/>
<outline text="Old pier" xmlUrl="ftp://pier.example/rss"/></body></opml>"""


def test_a_list_goes_in_and_comes_out(tmp_path: Path) -> None:
    """`import` reads a file of this folder, and `export` prints one that we could import."""
    (tmp_path / "feeds.opml").write_text(LIST, encoding="utf-8")
    brought = newsdesk(tmp_path, "source", "import", "feeds.opml")
    taken = newsdesk(tmp_path, "source", "export")

    assert brought.status == 0
    assert "Added 1 of 1 feeds; they are read from now on." in brought.out
    assert "ftp://pier.example/rss: ftp: is not read" in brought.out
    found = subscriptions(Page(url="", body=taken.out.encode())).feeds
    assert "https://reed.example/rss?a=1&b=2" in {one.address for one in found}


def test_a_pack_is_listed_and_added(tmp_path: Path) -> None:
    """`pack list` names them, `pack add` reads one; an unknown one is a failure."""
    named = newsdesk(tmp_path, "source", "pack", "list")
    added = newsdesk(tmp_path, "source", "pack", "add", "climate")
    listed = newsdesk(tmp_path, "source", "list", "--json")
    taken = newsdesk(tmp_path, "source", "export")
    wrong = newsdesk(tmp_path, "source", "pack", "add", "atlantis")

    assert "• climate · Climate and environment · 8 sources" in named.out
    assert "Added 8 of 8 sources" in added.out
    assert "search" in {row["kind"] for row in listed.rows}
    assert "No place in a list of feeds: 1 source of other kinds." in taken.said
    assert wrong.status == 1
    assert "There is no pack" in wrong.said
