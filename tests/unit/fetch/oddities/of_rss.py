"""RSS from 0.9 to 2.0, RDF and CDF, in ways that are met."""

from tests.unit.fetch.oddities.told import MORNING, Odd, Told, rdf, rss

ONE = "https://quay.example/1"


def item(inner: str, *, is_ours: bool = False, **told: str) -> Odd:
    """Return a feed of one item."""
    return Odd(body=rss(f"<item>{inner}</item>"), entries=(Told(**told),), is_ours=is_ours)


ODD = {
    "a title of Dublin Core": item(
        f"<dc:title>Pier</dc:title><link>{ONE}</link>", title="Pier", link=ONE
    ),
    "an id that is the address": item(f"<title>Pier</title><guid>{ONE}</guid>", link=ONE, id=ONE),
    "an id that looks like an address": item(
        f'<title>Pier</title><guid isPermaLink="false">{ONE}</guid>', link="", id=ONE
    ),
    "an id beside the address": item(
        f"<title>Pier</title><guid>https://quay.example/id</guid><link>{ONE}</link>",
        link=ONE,
        id="https://quay.example/id",
    ),
    "two addresses": item(
        f"<title>Pier</title><link>https://quay.example/old</link><link>{ONE}</link>", link=ONE
    ),
    "an address as Atom has it": item(
        f'<title>Pier</title><atom:link rel="alternate" href="{ONE}"/>', link=ONE
    ),
    "an address of another kind": item(
        f"<own:link>https://other.example/</own:link><title>Pier</title><link>{ONE}</link>",
        link=ONE,
    ),
    "an address in a text of its own": item(
        "<title>Pier</title><link><![CDATA[https://quay.example/?a=1&b=2]]></link>",
        link="https://quay.example/?a=1&b=2",
    ),
    "an address with a comment in it": item(
        "<title>Pi<!-- x -->er</title><link>https://quay.example/<!-- y -->1</link>",
        title="Pier",
        link=ONE,
    ),
    "the comments' address alone": item(
        f"<title>Pier</title><comments>{ONE}</comments>", title="Pier", link=""
    ),
    "a title in a drawing": item(
        "<svg:svg><svg:title>Anchor</svg:title></svg:svg><title>Pier</title>", title="Pier"
    ),
    "a title of a source": item(
        '<source url="https://o.example/"><title>Other</title></source><title>Pier</title>',
        title="Pier",
    ),
    "a title of a picture": item(
        '<media:content url="https://quay.example/a.jpg"><media:title>Photo</media:title>'
        "</media:content><title>Pier</title>",
        title="Pier",
    ),
    "a short title for players": item(
        "<itunes:title>Pier</itunes:title><title>The pier reopens</title>",
        title="The pier reopens",
    ),
    "the title of a medium alone": item(
        "<media:title>Pier</media:title><media:description>It opened.</media:description>",
        title="Pier",
        text="It opened.",
    ),
    "a summary for players": item(
        "<title>Pier</title><itunes:summary>It opened.</itunes:summary>", text="It opened."
    ),
    "a subtitle for players": item(
        "<title>Pier</title><itunes:subtitle>It opened.</itunes:subtitle>",
        text="It opened.",
        is_ours=True,
    ),
    "a full text": item(
        "<title>Pier</title><description>Short.</description>"
        "<content:encoded>&lt;p&gt;The pier opened again.&lt;/p&gt;</content:encoded>",
        text="<p>The pier opened again.</p>",
    ),
    "a body as it is on the page": item(
        '<title>Pier</title><body xmlns="http://www.w3.org/1999/xhtml"><p>It opened.</p></body>',
        text="<p>It opened.</p>",
    ),
    "elements in a title": item("<title>The <b>new</b> pier</title>", title="The new pier"),
    "elements in a text": item(
        "<title>Pier</title><description>It <i>has</i> opened.</description>",
        text="It <i>has</i> opened.",
    ),
    "parts of a title": item(
        "<title>Fish <![CDATA[& ships]]> at sea</title>", title="Fish & ships at sea"
    ),
    "lines in everything": item(
        f"<title>\n The\n pier </title><link>\n{ONE}\n</link><guid>\n urn:1 \n</guid>",
        title="The pier",
        link=ONE,
        id="urn:1",
    ),
    "no title": item(f"<title/><description>It opened.</description><link>{ONE}</link>", title=""),
    "authors of many kinds": item(
        "<title>Pier</title><author>desk@quay.example (Ada Quill)</author>"
        "<dc:creator>B. Oars</dc:creator>",
        author="Ada Quill",
        is_ours=True,
    ),
    "two authors": item(
        "<title>Pier</title><dc:creator>Ada Quill</dc:creator><dc:creator>B. Oars</dc:creator>",
        author="Ada Quill, B. Oars",
        is_ours=True,
    ),
    "a date of Dublin Core": item(
        "<title>Pier</title><dc:date>2026-11-24T08:00:00Z</dc:date>", date=MORNING
    ),
    "a date of the terms": item(
        "<title>Pier</title><dcterms:created>2026-11-24T08:00:00Z</dcterms:created>", date=MORNING
    ),
    "a date of the update alone": item(
        "<title>Pier</title><atom:updated>2026-11-24T08:00:00Z</atom:updated>", date=MORNING
    ),
    "an empty date and a full one": item(
        "<title>Pier</title><pubDate/><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate>",
        date=MORNING,
    ),
    "a date that is none and one that is": item(
        "<title>Pier</title><pubDate>soon</pubDate><dc:date>2026-11-24T08:00:00Z</dc:date>",
        date=MORNING,
    ),
    "a date in small letters": item(
        "<title>Pier</title><pubdate>Tue, 24 Nov 2026 08:00:00 GMT</pubdate>", date=MORNING
    ),
    "names of the feed's own": Odd(
        body=rss(
            f"<item><title>Pier</title><link>{ONE}</link></item>",
            names='xmlns="https://quay.example/rss"',
        ),
        entries=(Told(title="Pier", link=ONE),),
        link="https://quay.example/",
    ),
    "an address that counts from a base": Odd(
        body=rss(
            "<item><title>Pier</title><link>1</link></item>",
            names='xml:base="https://quay.example/a/"',
        ),
        entries=(Told(link="https://quay.example/a/1"),),
    ),
    "a base of one item alone": Odd(
        body=rss(
            '<item xml:base="https://quay.example/a/"><title>Pier</title><link>1</link></item>'
            "<item><title>Lock</title><link>2</link></item>"
        ),
        entries=(Told(link="https://quay.example/a/1"), Told(link="https://quay.example/2")),
        is_ours=True,
    ),
    "items beside their channel": Odd(
        body=b"<rss version='2.0'><channel><title>Quay</title></channel>"
        b"<item><title>Pier</title><link>https://quay.example/1</link></item></rss>",
        entries=(Told(title="Pier", link=ONE),),
    ),
    "a picture before the title": Odd(
        body=b"<rss version='2.0'><channel><image><title>Logo</title><link>https://l.example/"
        b"</link></image><title>Quay</title><link>https://quay.example/</link>"
        b"<item><title>Pier</title></item></channel></rss>",
        entries=(Told(title="Pier"),),
        link="https://quay.example/",
    ),
    "RDF": Odd(
        body=rdf(
            f'<item rdf:about="urn:1"><title>Pier</title><link>{ONE}</link>'
            "<content:encoded>&lt;p&gt;It opened.&lt;/p&gt;</content:encoded></item>"
        ),
        entries=(Told(title="Pier", link=ONE, id="urn:1", text="<p>It opened.</p>"),),
        link="https://quay.example/",
    ),
    "RDF of the first year": Odd(
        body=rdf(
            f"<item><title>Pier</title><link>{ONE}</link></item><item><title>Lock</title></item>",
            space="http://my.netscape.com/rdf/simple/0.9/",
        ),
        entries=(Told(title="Pier", link=ONE), Told(title="Lock")),
    ),
    "CDF": Odd(
        body=b'<CHANNEL HREF="https://quay.example/"><TITLE>Quay</TITLE><ITEM '
        b'HREF="https://quay.example/1" LASTMOD="2026-11-24T08:00:00Z"><TITLE>Pier</TITLE>'
        b"<ABSTRACT>It opened.</ABSTRACT></ITEM></CHANNEL>",
        entries=(Told(title="Pier", link=ONE, date=MORNING, text="It opened."),),
        link="https://quay.example/",
        is_ours=True,
    ),
    "a document type and its entities": Odd(
        body=b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Quay//DTD RSS 0.91//EN" '
        b'"https://quay.example/rss.dtd"><rss version="0.91"><channel><title>Quay</title>'
        b"<item><title>Caf&eacute; on the pier</title></item></channel></rss>",
        entries=(Told(title="Café on the pier"),),
        is_ours=True,
    ),
}
