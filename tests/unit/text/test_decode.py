"""Bytes become text."""

import codecs
import gzip

import pytest

from bot.text.decode import decoded

SWEDISH = "Rådet godkände bron – äntligen"


def plain_utf8() -> tuple[bytes, str | None]:
    """Return UTF-8 of which nothing is said."""
    return SWEDISH.encode(), None


def utf8_said_to_be_latin() -> tuple[bytes, str | None]:
    """Return UTF-8 under a wrong header."""
    return SWEDISH.encode(), "iso-8859-1"


def twice_marked_utf8() -> tuple[bytes, str | None]:
    """Return UTF-8 with two byte order marks."""
    return codecs.BOM_UTF8 * 2 + SWEDISH.encode(), None


def marked_utf16_little() -> tuple[bytes, str | None]:
    """Return little-endian UTF-16 that declares UTF-8."""
    return codecs.BOM_UTF16_LE + SWEDISH.encode("utf-16-le"), "utf-8"


def marked_utf16_big() -> tuple[bytes, str | None]:
    """Return big-endian UTF-16."""
    return codecs.BOM_UTF16_BE + SWEDISH.encode("utf-16-be"), None


def western_said_to_be_latin() -> tuple[bytes, str | None]:
    """Return the vendor's set under the standard's name."""
    return SWEDISH.encode("cp1252"), "iso-8859-1"


def western_said_to_be_utf8() -> tuple[bytes, str | None]:
    """Return Western bytes under a wrong header."""
    return SWEDISH.encode("cp1252"), "utf-8"


def western_of_unknown_name() -> tuple[bytes, str | None]:
    """Return Western bytes under a name that no one knows."""
    return SWEDISH.encode("cp1252"), "x-nonsense"


def western_under_a_bytes_codec() -> tuple[bytes, str | None]:
    """Return Western bytes under the name of something that is no text encoding."""
    return SWEDISH.encode("cp1252"), "base64"


def text_with_nul() -> tuple[bytes, str | None]:
    """Return text with characters that no text has."""
    return f"\x00{SWEDISH}\x0b\x1f\x7f".replace("\x7f", "").encode(), None


def gzip_sent_as_a_page() -> tuple[bytes, str | None]:
    """Return a gzip file that no header speaks of."""
    return gzip.compress(SWEDISH.encode()), None


@pytest.mark.parametrize(
    "situation",
    [
        plain_utf8,
        gzip_sent_as_a_page,
        utf8_said_to_be_latin,
        twice_marked_utf8,
        marked_utf16_little,
        marked_utf16_big,
        western_said_to_be_latin,
        western_said_to_be_utf8,
        western_of_unknown_name,
        western_under_a_bytes_codec,
        text_with_nul,
    ],
)
def test_text_is_found(situation: object) -> None:
    """The words come out right, whatever is said of the encoding."""
    assert callable(situation)
    body, charset = situation()

    assert decoded(body, charset) == SWEDISH


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        ("朱镕基新闻", "gbk", "gb2312"),
        ("髙橋①", "cp932", "shift_jis"),
        ("똠방각하", "cp949", "euc-kr"),
        ("日本語", "iso2022_jp", "iso-2022-jp"),
        ("Привет", "koi8-r", "koi8-r"),
    ],
)
def test_declared_encoding_is_taken_in_its_wider_form(text: str, codec: str, declared: str) -> None:
    """The vendor's larger set is read under the standard's name."""
    body = f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'.encode(codec)

    assert text in decoded(body)


def test_html_declares_in_a_meta_tag() -> None:
    """A page's own declaration is heard where the server says nothing."""
    body = '<meta http-equiv="x" content="text/html; charset=koi8-r"><p>Привет'.encode("koi8-r")

    assert "Привет" in decoded(body)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["<?xml version='1.0'?><a>ü</a>", "<p>ü", "Skip to “news”"])
def test_wide_text_without_a_mark_is_seen(text: str, codec: str) -> None:
    """Wide text shows itself by its zero bytes, be it a feed, a page or plain text."""
    assert decoded(text.encode(codec)) == text


def test_one_broken_character_does_not_change_the_encoding() -> None:
    """A damaged character among many good ones stays an accident."""
    body = ("å" * 100).encode() + b"\xff"

    assert decoded(body) == "å" * 100 + "\ufffd"


def test_packed_bomb_is_unpacked_to_the_limit() -> None:
    """A gzip file of any promise gives no more than we take."""
    assert len(decoded(gzip.compress(b" " * 50_000_000))) == 8_000_000


def test_broken_gzip_is_left_as_it_is() -> None:
    """What only begins like gzip is no error."""
    assert "not packed" in decoded(b"\x1f\x8b not packed")


def test_declared_encoding_that_fits_nothing_is_passed_over() -> None:
    """Where what is declared gives broken characters, Western is taken."""
    body = b"<meta charset=shift_jis>" + "Fähre für Öl".encode("cp1252")

    assert decoded(body).endswith("Fähre für Öl")


def test_declared_wide_encoding_is_not_believed() -> None:
    """Text that is not wide is not read as wide, whatever the server says."""
    assert decoded("Rådet".encode("latin-1"), "utf-16") == "Rådet"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Порт открыт снова", "cp1251"),
        ("Порт открыт снова", "koi8-r"),
        ("Το λιμάνι άνοιξε", "iso8859-7"),
        ("港口重新开放", "gbk"),
        ("港が再び開いた", "shift_jis"),
    ],
)
def test_script_of_its_own_is_seen_in_its_bytes(text: str, codec: str) -> None:
    """Where nobody names the encoding, that of another script is found by its bytes."""
    assert decoded(f"<title>{text}</title>".encode(codec)) == f"<title>{text}</title>"


@pytest.mark.parametrize("text", ["Café", "naïve", "Ærø havn åbner", "El Niño año", "È già ora"])
def test_latin_that_nobody_names_is_western(text: str) -> None:
    """A few accents tell nothing of their encoding; the commonest is taken."""
    assert decoded(f"<title>{text}</title>".encode("cp1252")) == f"<title>{text}</title>"


def test_bytes_of_no_text_are_western() -> None:
    """What only looks like another script, and breaks when it is read so, is not taken for it."""
    body = b"B\xb34\x883\x90z\x9f\xa3d\xb6\x9f\xf1"

    assert decoded(body) == body.decode("cp1252", "replace")
