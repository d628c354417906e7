"""Atom 0.3 and 1.0 in ways that are met."""

from tests.unit.fetch.oddities.told import MORNING, Odd, Told, atom, entry

ONE = "https://quay.example/1"


def one(inner: str, *, is_ours: bool = False, attributes: str = "", **told: str) -> Odd:
    """Return a feed of one entry."""
    return Odd(
        body=atom(entry(inner), attributes=attributes), entries=(Told(**told),), is_ours=is_ours
    )


def old(inner: str, **told: str) -> Odd:
    """Return a feed of one entry, in Atom 0.3."""
    body = (
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Quay</title>'
        f"<entry><id>urn:1</id>{inner}</entry></feed>"
    )
    return Odd(body=body.encode(), entries=(Told(**told),))


ODD = {
    "a title in HTML": one(
        '<title type="html">&lt;b&gt;Pier&lt;/b&gt; &amp;amp; lock</title>', title="Pier & lock"
    ),
    "a title in XHTML": one(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>pier</em></div>'
        "</title>",
        title="The pier",
    ),
    "a text in XHTML under another name": one(
        '<title>Pier</title><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">'
        "It <h:em>has</h:em> opened</h:div></content>",
        text="<div>It <em>has</em> opened</div>",
    ),
    "a summary in XHTML": one(
        '<title>Pier</title><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>It opened.</p></div></summary>",
        text="<div><p>It opened.</p></div>",
        is_ours=True,
    ),
    "a text elsewhere": one(
        '<title>Pier</title><summary>It opened.</summary><content src="https://quay.example/x"/>',
        text="It opened.",
    ),
    "links to much besides": one(
        '<title>Pier</title><link rel="self" href="https://quay.example/self"/>'
        '<link rel="enclosure" href="https://quay.example/a.mp3"/>'
        f'<link rel="related" href="https://other.example/"/><link href="{ONE}"/>'
        '<link rel="edit" href="https://quay.example/edit"/>',
        link=ONE,
    ),
    "the page in two forms": one(
        f'<title>Pier</title><link rel="alternate" type="text/html" href="{ONE}"/>'
        '<link rel="alternate" type="application/json" href="https://quay.example/1.json"/>',
        link=ONE,
    ),
    "a link in full words": one(
        '<title>Pier</title><link href="https://quay.example/1" '
        'rel="http://www.iana.org/assignments/relation/alternate"/>',
        link=ONE,
        is_ours=True,
    ),
    "a name for a link": one(
        '<title>Pier</title><link href="tag:quay.example,2026:1"/>', link="tag:quay.example,2026:1"
    ),
    "bases within bases": Odd(
        body=atom(
            '<entry xml:base="b/"><id>urn:1</id><title>Pier</title><link href="1"/></entry>',
            attributes='xml:base="https://quay.example/a/"',
        ),
        entries=(Told(link="https://quay.example/a/b/1"),),
    ),
    "published before it was updated": one(
        "<title>Pier</title><updated>2026-11-25T08:00:00Z</updated>"
        "<published>2026-11-24T08:00:00Z</published>",
        date=MORNING,
    ),
    "never published": one(
        "<title>Pier</title><published/><updated>2026-11-24T08:00:00Z</updated>", date=MORNING
    ),
    "updated twice": one(
        "<title>Pier</title><updated>2026-11-20T08:00:00Z</updated>"
        "<updated>2026-11-24T08:00:00Z</updated>",
        date=MORNING,
    ),
    "what it was taken from": one(
        "<source><id>urn:s</id><title>Other</title><link href='https://other.example/'/>"
        "<updated>2020-01-01T00:00:00Z</updated></source><title>Pier</title>"
        f"<link href='{ONE}'/><updated>2026-11-24T08:00:00Z</updated>",
        title="Pier",
        link=ONE,
        id="urn:1",
        date=MORNING,
    ),
    "authors with all that is known of them": one(
        "<title>Pier</title><author><name>Ada Quill</name><email>ada@quay.example</email></author>"
        "<author><name>B. Oars</name></author>",
        author="Ada Quill, B. Oars",
        is_ours=True,
    ),
    "a prefix on everything": Odd(
        body=b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Quay</a:title><a:entry>'
        b'<a:id>urn:1</a:id><a:title>Pier</a:title><a:link href="https://quay.example/1"/>'
        b"</a:entry></a:feed>",
        entries=(Told(title="Pier", link=ONE, id="urn:1"),),
    ),
    "no names at all": Odd(
        body=b"<feed><title>Quay</title><entry><id>urn:1</id><title>Pier</title>"
        b'<link href="https://quay.example/1"/></entry></feed>',
        entries=(Told(title="Pier", link=ONE, id="urn:1"),),
    ),
    "0.3, issued": old(
        "<title>Pier</title><issued>2026-11-24T08:00:00Z</issued>"
        "<modified>2026-11-25T08:00:00Z</modified>",
        date=MORNING,
    ),
    "0.3, packed": old(
        '<title mode="base64" type="text/html">VGhlIHBpZXI=</title>'
        '<content mode="base64" type="text/html">PHA+SXQgb3BlbmVkLjwvcD4=</content>',
        title="The pier",
        text="<p>It opened.</p>",
    ),
    "0.3, badly packed": old(
        '<title mode="base64">????</title><content mode="escaped">It opened.</content>',
        text="It opened.",
    ),
}
