"""Promises of `bot.fetch.letters`: what a letter says becomes an entry, however it is made."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from bot.extract.html import text_of_markup
from bot.fetch.letters import Letter, entries_of
from bot.models import Entry
from tests.unit.fetch.mail import BODY, MARKUP, letter

SENT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
ARRIVED = datetime(2026, 11, 24, 6, 31, tzinfo=UTC)
HEAD = b"From: Quay <q@quay.example>\r\nMessage-ID: <1@quay.example>\r\n"


def entry_of(message: EmailMessage | bytes, *, arrived_at: datetime | None = ARRIVED) -> Entry:
    """Return the entry of one letter."""
    raw = message if isinstance(message, bytes) else message.as_bytes()
    (entry,) = entries_of([Letter(raw=raw, arrived_at=arrived_at)])
    return entry


def text_of(entry: Entry) -> str:
    """Return what a reader would see of an entry."""
    return text_of_markup(entry.content)


def with_headers(*lines: str, body: str = "The pier reopened.") -> bytes:
    """Return a letter with headers as they are spelt."""
    return "\r\n".join([*lines, "", body]).encode()


def test_a_newsletter_becomes_an_entry() -> None:
    """With its subject, sender, moment, own id, and the address where it can be read."""
    entry = entry_of(letter("Pier reopens", markup=MARKUP))

    assert (entry.id, entry.title, entry.author) == (
        "issue-41@quay.example",
        "Pier reopens",
        "Quay & Lantern",
    )
    assert (entry.url, entry.published_at, entry.language) == (
        "https://quay.example/letters/41",
        SENT,
        "en",
    )


def test_only_the_news_of_a_newsletter_comes_through() -> None:
    """No hidden preheader, no picture that tells on its readers, no way to a browser or out."""
    entry = entry_of(letter(markup=MARKUP))

    assert text_of(entry) == (
        "Pier reopens\n\nThe ferry pier of Quay carried passengers again on Tuesday, nine days "
        "after a crane had fallen on it.\n\nRepairs cost 40,000 crowns, the harbour office said."
    )
    assert "count.example" not in entry.content


def test_a_plain_letter_is_read_by_its_paragraphs() -> None:
    """Lines that were broken to fit are joined; others stay apart."""
    text = (
        "The ferry pier of Quay carried passengers again on Tuesday,\n"
        "nine days after a crane had fallen on it, they said.\n"
        "\n> \nRepairs <fast>:\n40,000 crowns\n\nView online: https://quay.example/41.\n"
    )
    entry = entry_of(letter(text=text))

    first = (
        "The ferry pier of Quay carried passengers again on Tuesday, nine days after a crane had "
        "fallen on it, they said."
    )
    assert text_of(entry).split("\n\n") == [first, "Repairs <fast>:", "40,000 crowns"]
    assert entry.url == "https://quay.example/41"


def test_flowed_text_says_where_its_lines_go_on() -> None:
    """By a space at their end (RFC 3676)."""
    raw = with_headers(
        "Subject: Pier",
        "Content-Type: text/plain; charset=utf-8; format=flowed",
        body="The ferry \npier reopened.\nRepairs cost much.",
    )
    assert text_of(entry_of(raw)) == "The ferry pier reopened.\n\nRepairs cost much."


def test_a_letter_with_attachments_is_its_own_words() -> None:
    """What is attached is not read, whatever it is."""
    message = letter(text=BODY)
    message.add_attachment("<p>Attached page</p>", subtype="html", filename="page.html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")

    assert text_of(entry_of(message)) == BODY


def test_an_empty_page_beside_the_text_is_passed_over() -> None:
    """As is a letter without any words."""
    empty = letter(markup='<html><body><img src="https://count.example/1"></body></html>')
    nothing = letter(text=" ", name="2@quay.example")

    assert text_of(entry_of(empty)) == BODY
    assert entries_of([Letter(raw=nothing.as_bytes())]) == ()


def test_a_letter_that_was_sent_on_is_the_one_inside() -> None:
    """With its sender and moment; the id is the outer one's, which was not seen before."""
    inner = letter("Pier reopens", date="Mon, 23 Nov 2026 09:00:00 +0000", markup=MARKUP)
    outer = letter("Fwd: Pier", sender="Ida <ida@news.example>", name="9@news.example", text="fyi")
    outer.add_attachment(inner)
    entry = entry_of(outer)

    assert (entry.id, entry.title, entry.author) == (
        "9@news.example",
        "Pier reopens",
        "Quay & Lantern",
    )
    assert entry.published_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert text_of(entry).startswith("Pier reopens\n\nThe ferry pier")


def test_a_letter_with_another_in_it_may_be_a_letter_of_its_own() -> None:
    """When it says more than a few words."""
    outer = letter("Fwd: WG: Our week", text=BODY * 5, sender="Ida Lind <ida@news.example>")
    outer.add_attachment(letter("Inside"))
    entry = entry_of(outer)

    assert (entry.title, entry.author) == ("Our week", "Ida Lind")


@pytest.mark.parametrize(
    ("spelt", "title"),
    [
        (
            "=?utf-8?q?B=C3=BC?=\r\n =?utf-8?q?rgermeister?= =?utf-8?b?IGdlaHQ=?=",
            "Bürgermeister geht",
        ),
        ("=?iso-8859-1?q?B=C3=BCro?=", "Büro"),
        ("=?us-ascii?q?B=FCro?=", "Büro"),
        ("=?unknown-8bit?b?QvxybyBh?=", "Büro a"),
        ("=?utf-8?b?broken*?=", "=?utf-8?b?broken*?="),
        ("=?utf-8?b?A?=", "=?utf-8?b?A?="),
        ("Büro raw", "Büro raw"),
        ("Re =?utf-8?q?=E2=82=AC?= rate", "Re € rate"),
        ("<b>Fish</b> &amp; chips", "Fish & chips"),
        ("Tr: WG: Fish", "Fish"),
    ],
)
def test_subjects_are_read_in_every_spelling(spelt: str, title: str) -> None:
    """Also where the encoding is a lie, or none was used."""
    assert entry_of(with_headers(f"Subject: {spelt}")).title == title


@pytest.mark.parametrize(
    ("spelt", "author"),
    [
        ('"Quay, Lantern" <q@quay.example>', "Quay, Lantern"),
        ("=?utf-8?q?Caf=C3=A9?= <q@quay.example>", "Café"),
        ("q@quay.example", ""),
        ('"q@quay.example" <q@quay.example>', ""),
        ("((((((", ""),
    ],
)
def test_senders_are_named(spelt: str, author: str) -> None:
    """An address alone names nobody."""
    assert entry_of(with_headers(f"From: {spelt}")).author == author


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 24 Nov 2026 07:30:00 +0100 (CET)", SENT),
        ("24 Nov 2026 06:30", SENT),
        ("yesterday", ARRIVED),
        ("Sat, 24 Nov 2029 07:30:00 +0100", ARRIVED),
        ("Tue, 24 Nov 99999 07:30:00 +0100", ARRIVED),
    ],
)
def test_a_letter_is_dated_by_itself_or_by_the_server(date: str, expected: datetime) -> None:
    """The server knows when the letter does not, or claims to be from next year."""
    assert entry_of(with_headers(f"Date: {date}")).published_at == expected


def test_a_letter_without_a_name_is_known_by_what_it_is() -> None:
    """So that the next visit knows it again; a name of any length is taken."""
    bare, other = (with_headers("Subject: a", body=body) for body in ("One.", "Two."))
    long = with_headers(f"Message-ID: <{'x' * 900}>")

    assert entry_of(bare).id == entry_of(bare).id != entry_of(other).id
    assert len(entry_of(long).id) == 64


def test_its_own_place_in_an_archive_is_a_letters_address() -> None:
    """Not its list's: that one is the same for every letter."""
    raw = with_headers(
        "Archived-At: <https://lists.example/news/41.html>",
        "List-Archive: <https://lists.example/news/>",
    )
    only_list = with_headers("List-Archive: <https://lists.example/news/>")

    assert entry_of(raw).url == "https://lists.example/news/41.html"
    assert entry_of(only_list).url == ""


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        ("us-ascii", "Tür".encode()),
        ("utf-8", "Tür".encode("latin-1")),
        ("x-unknown", "Tür".encode()),
        ("windows-1252", "Tür".encode("cp1252")),
        ("\"; charset=utf-8; charset*0*='", "Tür".encode()),
    ],
)
def test_charsets_lie(declared: str, body: bytes) -> None:
    """What is there is read."""
    head = f"Content-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: 8bit\r\n"
    assert text_of(entry_of(HEAD + head.encode() + b"\r\n" + body)) == "Tür"


def test_letters_come_newest_first_and_once() -> None:
    """The last that the server took in is the first."""
    raws = [letter(name=f"{number}@quay.example").as_bytes() for number in (1, 2, 1)]
    entries = entries_of([Letter(raw=raw) for raw in raws])

    assert [entry.id for entry in entries] == ["1@quay.example", "2@quay.example"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: only a head",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 3000 + b"x",
        b"From: " + b"(" * 100_000 + b"\r\n\r\n",
        b"Content-Type: text/html\r\n\r\n<p " + b"a=1 " * 200_000 + b">x",
        b"Content-Type: message/rfc822\r\n\r\n" * 400 + b"x",
        b"Content-Transfer-Encoding: base64\r\n\r\n=",
        b"Content-Type: text/html\r\n\r\n<td>" + b'<a href="/">Unsubscribe</a> x ' * 30_000,
        b"Content-Type: text/plain; " + b"a*0=b; " * 100_000 + b"\r\n\r\nx",
        b"\r\n\r\n" + b"word \n" * 100_000,
    ],
    ids=[
        "none",
        "noise",
        "head",
        "boxes",
        "comments",
        "attributes",
        "dolls",
        "coding",
        "links",
        "parameters",
        "lines",
    ],
)
def test_no_letter_stops_the_others(raw: bytes) -> None:
    """Whatever is in it."""
    good = letter().as_bytes()
    entries = entries_of([Letter(raw=raw), Letter(raw=good)])

    assert "issue-41@quay.example" in [entry.id for entry in entries]
