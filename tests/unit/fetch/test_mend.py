"""Feeds become XML as it should be."""

import pytest
from lxml import etree

from bot.errors import FormatError
from bot.fetch.mend import mended

ADDRESS = "http://a.example/rss"


def test_document_type_is_cut() -> None:
    """No entity is declared and nothing outside is named any more."""
    bomb = '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'

    xml = mended(f'<?xml version="1.0" encoding="x"?>{bomb}<rss>&b;</rss>', ADDRESS)

    assert xml == '<?xml version="1.0" encoding="utf-8"?><rss>&amp;b;</rss>'


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Fish & Chips", "Fish & Chips"),
        ("a < b", "a < b"),
        ("Caf&eacute; &amp; bar", "Café & bar"),
        ("it&#146;s", "it\u2019s"),
        ("&#xD83E;&#xDD18;", "🤘"),
        ("&#55358;&#56600;", "🤘"),
        ("x&#xD83E;y", "xy"),
        ("x&#0;&#99999999999999;y", "xy"),
        ("&#x26;lt;", "&lt;"),
        ("&#60;b&#62;", "<b>"),
        ("&#169;", "©"),
        ("<![CDATA[a & <b> &nbsp;]]>", "a & <b> &nbsp;"),
        ("no]]&gt;end", "no]]>end"),
    ],
)
def test_references_are_mended(broken: str, whole: str) -> None:
    """What was not well-formed is read as it was meant; CDATA stays as it is."""
    root = etree.fromstring(mended(f"<rss>{broken}</rss>", ADDRESS).encode())

    assert root.text == whole


def test_junk_around_the_feed_is_cut() -> None:
    """Words before the first and after the last tag do not count."""
    assert mended("Warning!\n<rss>x</rss>\nbye", ADDRESS).endswith("?><rss>x</rss>")


def test_text_without_a_root_is_left() -> None:
    """A text without a feed's root loses its declarations alone."""
    assert mended("<?xml version='1.0'?> <a/>", ADDRESS).endswith("?><a/>")


def test_entries_over_the_limit_are_cut() -> None:
    """Of too many entries the first ones stay, and the feed stays whole."""
    items = "".join(f"<item><title>{n}</title></item>" for n in range(50))

    xml = mended(f"<rss><channel>{items}</channel></rss>", ADDRESS, max_entries=3)

    root = etree.fromstring(xml.encode())
    assert [title.text for title in root.iter("title")] == ["0", "1", "2"]


def test_item_tags_in_cdata_do_not_count() -> None:
    """What is written about items is no item."""
    item = "<item><![CDATA[<item><item><item>]]></item>"

    assert mended(f"<rss>{item * 2}</rss>", ADDRESS, max_entries=2).count("CDATA") == 2


def endless_tag() -> str:
    """Return a tag of two hundred thousand attributes."""
    attributes = " ".join(f"a{n}='1'" for n in range(200_000))
    return f"<rss><item {attributes}></item></rss>"


def tower_of_elements() -> str:
    """Return a hundred thousand elements, one in the other."""
    return "<rss>" + "<a>" * 100_000


@pytest.mark.parametrize("situation", [endless_tag, tower_of_elements])
def test_feed_built_to_choke_parsers_is_refused(situation: object) -> None:
    """What costs parsers quadratic time does not reach them."""
    assert callable(situation)

    with pytest.raises(FormatError, match="tell its publisher"):
        mended(situation(), ADDRESS)


def test_bare_html_in_texts_is_no_tower() -> None:
    """Texts full of tags that HTML never closes are read, however many entries have them."""
    item = "<item><description>" + "Line<br>" * 20 + "</description></item>"

    assert mended(f"<rss>{item * 100}</rss>", ADDRESS).count("<br>") == 2000


def test_unclosed_cdata_ends_with_the_text() -> None:
    """A CDATA section that is never closed is markup, in linear time."""
    xml = mended("<rss>" + "<![CDATA[" * 50_000, ADDRESS)

    assert xml.count("CDATA") == 50_000
