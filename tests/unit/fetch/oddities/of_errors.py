"""Feeds that are not well-formed, cut off or surrounded by what is no feed."""

from tests.unit.fetch.oddities.told import MORNING, Odd, Told, rss

ONE, TWO = "https://quay.example/1", "https://quay.example/2"
PIER = f"<item><title>Pier</title><link>{ONE}</link></item>"
BOTH = (Told(title="Pier", link=ONE), Told(title="Lock"))
LOCK = "<item><title>Lock</title></item>"


def bad(items: str, *entries: Told, is_ours: bool = False) -> Odd:
    """Return a feed with bad items, which knows no names but those of RSS."""
    return Odd(body=rss(items, names=""), entries=entries, is_ours=is_ours)


ODD = {
    "bare ampersands": bad(
        "<item><title>Q&A: fish & ships</title><link>https://quay.example/?a=1&b=2</link></item>",
        Told(title="Q&A: fish & ships", link="https://quay.example/?a=1&b=2"),
        is_ours=True,
    ),
    "a bare bracket": bad(
        f"<item><title>3 < 4</title></item>{LOCK}", Told(title="3 < 4"), Told(title="Lock")
    ),
    "names of characters": bad(
        "<item><title>Caf&eacute;&nbsp;&hellip; &ship;</title></item>",
        Told(title="Café … &ship;"),
        is_ours=True,
    ),
    "characters that are none": bad(
        "<item><title>Pi\x00er\x0b &#0;&#x1F;&#150; lock</title></item>",
        Told(title="Pier – lock"),
        is_ours=True,
    ),
    "half a character": bad(
        "<item><title>&#xD83D;&#xDEA2; Pier &#xD83D;</title></item>",
        Told(title="🚢 Pier"),
        is_ours=True,
    ),
    "paragraphs without end": bad(
        f"<item><title>Pier</title><description><p>It opened.<br>At last.</description></item>"
        f"{LOCK}",
        Told(title="Pier"),
        Told(title="Lock"),
    ),
    "attributes without quotes": bad(
        f"<item><title>Pier</title><description><a href={ONE}>Here</a></description></item>{LOCK}",
        Told(title="Pier"),
        Told(title="Lock"),
    ),
    "an attribute twice": bad(
        f'<item><title>Pier</title><enclosure url="a" url="b"/></item>{LOCK}',
        Told(title="Pier"),
        Told(title="Lock"),
    ),
    "names that nobody declared": bad(
        "<item><title>Pier</title><dc:date>2026-11-24T08:00:00Z</dc:date>"
        "<content:encoded><![CDATA[<p>It opened.</p>]]></content:encoded></item>",
        Told(title="Pier", date=MORNING, text="<p>It opened.</p>"),
    ),
    "ends of another case": bad(
        f"<item><Title>Pier</title><link>{ONE}</Link></item>", Told(title="Pier", link=ONE)
    ),
    "dashes in a comment": bad(f"<!-- a -- b -->{PIER}", Told(title="Pier", link=ONE)),
    "the end of a text in a text": bad(
        "<item><title><![CDATA[Pier ]]]]><![CDATA[> lock]]></title></item>",
        Told(title="Pier ]]> lock"),
    ),
    "no end of the channel": Odd(body=rss(PIER + LOCK).replace(b"</channel>", b""), entries=BOTH),
    "no end at all": Odd(body=rss(PIER + LOCK).partition(b"</channel>")[0], entries=BOTH),
    "cut off in an address": Odd(
        body=rss(PIER + "<item><title>Lock</title><link>https://qu").partition(b"</channel>")[0],
        entries=BOTH[:1],
        is_ours=True,
    ),
    "cut off in a text": Odd(
        body=rss(
            f"{PIER}<item><title>Lock</title><link>{TWO}</link><description><![CDATA[<b>It</b> cl"
        ).partition(b"</channel>")[0],
        entries=(Told(title="Pier"), Told(title="Lock", link=TWO, text="")),
        is_ours=True,
    ),
    "space before everything": Odd(body=b"\n\n \t" + rss(PIER), entries=BOTH[:1]),
    "a warning before everything": Odd(
        body=b"<br />\n<b>Warning</b>: too many connections in <b>/srv/feed.php</b><br />\n"
        + rss(PIER),
        entries=BOTH[:1],
    ),
    "a script after everything": Odd(
        body=rss(PIER) + b"\n<!-- cached --><script>count()</script>", entries=BOTH[:1]
    ),
    "two declarations": Odd(body=b'<?xml version="1.0"?>\n' + rss(PIER), entries=BOTH[:1]),
    "XML 1.1": Odd(body=rss(PIER).replace(b'version="1.0"', b'version="1.1"', 1), entries=BOTH[:1]),
    "capitals": Odd(
        body=b"<RSS VERSION='2.0'><CHANNEL><TITLE>Quay</TITLE><ITEM><TITLE>Pier</TITLE>"
        b"<LINK>https://quay.example/1</LINK></ITEM></CHANNEL></RSS>",
        entries=BOTH[:1],
        is_ours=True,
    ),
}
