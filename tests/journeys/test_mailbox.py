"""From a mailbox of newsletters to stories, and what never leaves it: its password."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.app import App, opened
from bot.config import Settings
from bot.models import EVERYONE, Article
from tests.builders import NOW
from tests.fakes import FixedClock
from tests.journeys.shell import newsdesk
from tests.standins.certificate import certificate
from tests.standins.imap import PASSWORD, Fault, ImapStandin
from tests.unit.fetch.mail import MARKUP, letter

SECRETS = {"DESK_MAIL": PASSWORD}
ARRIVED = "24-Nov-2026 07:00:00 +0000"


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a certificate that this machine trusts."""
    file = certificate(tmp_path / "mail.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file  # type: ignore[return-value]  # a fixture may


def settings(home: Path, server: ImapStandin) -> Settings:
    """Return the settings of a desk that reads the server's mailbox."""
    table = {"kind": "mailbox", "address": server.address, "password_env": "DESK_MAIL"}
    return Settings.model_validate({"home": str(home), "sources": [table]})


async def articles(app: App) -> dict[str, Article]:
    """Return what the desk knows, by title."""
    stories = await app.store.library.stories(
        since=NOW.replace(month=1), audience=EVERYONE, limit=99
    )
    return {one.title: one for story in stories for one in story.articles}


async def visit(app: App) -> tuple[int, int]:
    """Visit the mailbox once more; return how many articles came, and how many visits failed."""
    found = await app.pipeline.gather(await app.store.sources.all())
    return found.articles, found.failed


async def test_newsletters_become_stories(tmp_path: Path, trusted: Path) -> None:
    """Each once, with what a reader sees of it, over TLS; the next ones at the next visit."""
    async with ImapStandin(certificate=trusted) as server:
        first_letter = letter(sender="Mara Lind <letters@quay.example>", markup=MARKUP)
        server.add(first_letter.as_bytes(), arrived=ARRIVED)
        async with opened(settings(tmp_path, server), SECRETS, clock=FixedClock()) as app:
            first, second = await visit(app), await visit(app)
            other = letter("Crane sold", name="42@quay.example", markup=MARKUP)  # the same link
            server.add(other.as_bytes(), arrived=ARRIVED)
            third = await visit(app)
            known = await articles(app)

    pier = known["Pier reopens"]
    assert (first, second, third) == ((1, 0), (0, 0), (1, 0))
    assert known.keys() == {"Pier reopens", "Crane sold"}
    assert (pier.url, pier.bylines) == ("https://quay.example/letters/41", ("Mara Lind",))
    assert pier.text.startswith("Pier reopens\n\nThe ferry pier of Quay carried passengers")
    assert "Peek" not in pier.text
    assert "Unsubscribe" not in pier.text
    assert not server.was_changed


@pytest.mark.parametrize("fault", [None, Fault.ECHOES, Fault.STALLS], ids=str)
async def test_the_password_is_kept_nowhere(
    tmp_path: Path, trusted: Path, fault: Fault | None
) -> None:
    """Neither in the logs nor in the database, whatever goes wrong."""
    async with ImapStandin(certificate=trusted, fault=fault) as server:
        server.add(letter().as_bytes())
        with capture_logs() as logs:
            async with opened(settings(tmp_path, server), SECRETS, clock=FixedClock()) as app:
                if fault is Fault.STALLS:
                    server.fault = Fault.HANGS_UP
                came, failed = await visit(app)
                visits = await app.store.sources.visits()

    kept = everything_in(tmp_path)
    assert (came, failed) == ((1, 0) if fault is None else (0, 1))
    assert PASSWORD.encode() not in kept
    assert PASSWORD not in repr(logs) + repr(visits)


def everything_in(home: Path) -> bytes:
    """Return the bytes of all that a desk keeps."""
    return b"".join(file.read_bytes() for file in home.rglob("newsdesk.sqlite3*"))


def test_the_shell_says_what_a_mailbox_lacks(tmp_path: Path) -> None:
    """The setting by its name; a mailbox is added in the settings alone; none shows a password."""
    table = (
        '[[sources]]\nkind = "mailbox"\naddress = "imaps://ida@mail.example/News"\n'
        'password_env = "DESK_MAIL"\n'
    )
    (tmp_path / "config.toml").write_text(table, "utf-8")
    gathered = newsdesk(tmp_path, "gather")
    shown = newsdesk(tmp_path, "config", "--json")
    (tmp_path / "config.toml").write_text("", "utf-8")
    added = newsdesk(tmp_path, "source", "add", "imaps://ida:hunter2@mail.example/News")
    read = newsdesk(tmp_path, "read", "imaps://ida:hunter2@mail.example/News")

    assert gathered.status == 2
    assert (
        "sources.0.password_env: DESK_MAIL is not set; put the mailbox's password" in gathered.said
    )
    assert sources_of(shown.rows[0])[0]["password_env"] == "DESK_MAIL"
    assert "hunter2" not in added.out + added.said
    for refused in (added, read):
        assert refused.status == 1
        assert "a mailbox is named by the operator, in config.toml" in refused.out + refused.said


def sources_of(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the sources among the settings in force."""
    found: list[dict[str, Any]] = row["sources"]
    return found
