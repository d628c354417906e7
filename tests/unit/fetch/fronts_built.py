"""Front pages as the common building kits write them, with invented words."""

from dataclasses import replace

from tests.unit.fetch.fronts import OLD, TEASER, Front, Layout, Row, page, rows


def blog_archive() -> Front:
    """A blog: title, day, author, category, letters and "go on reading" are all links."""
    made = "".join(
        f'<article id="post-{n}" class="post-{n} post type-post">'
        '<header class="entry-header">'
        f'<h2 class="entry-title"><a href="{one.url}" rel="bookmark">{one.title}</a></h2>'
        f'<div class="entry-meta"><span class="posted-on"><a href="{one.url}"><time '
        f'class="entry-date" datetime="{one.day:%Y-%m-%dT00:00:00+00:00}">{one.day:%B %d, %Y}'
        '</time></a></span><span class="byline"><a class="url fn" href="/author/ida">Ida Quill of '
        'the harbour desk</a></span></div></header><div class="entry-summary">'
        f'<p>{TEASER} <a class="more-link" href="{one.url}">Continue reading <span '
        f'class="screen-reader-text">{one.title}</span></a></p></div><footer><span '
        f'class="cat-links"><a href="/category/{n % 3}" rel="category tag">Harbours and keepers of '
        f'them</a></span><a href="{one.url}#respond">Leave a letter on this</a></footer></article>'
        for n, one in enumerate(rows())
    )
    side = "".join(f'<li><a href="{one.url}">{one.title}</a></li>' for one in rows()[:5])
    months = "".join(
        f'<li><a href="/2026/0{n}">All reports of month {n}</a></li>' for n in range(1, 4)
    )
    return page(
        f'<div id="content">{made}<div class="nav-links"><a href="/news/page/2">Older posts of '
        f'this paper</a></div></div><div id="secondary"><section class="widget"><ul>{side}</ul>'
        f'</section><section class="widget widget_archive"><ul>{months}</ul></section></div>'
    )


def press_office() -> Front:
    """Rows of an office: the title in a span, the day in a field, a file to take home."""
    made = "".join(
        f'<div class="views-row"><div class="views-field views-field-created"><span '
        f'class="field-content">{one.day:%d %B %Y}</span></div><div class="views-field '
        f'views-field-title"><span class="field-content"><a href="{one.url}">{one.title}</a></span>'
        f'</div><div class="views-field views-field-file"><span class="field-content">'
        f'<a href="/files/release-{n}.pdf">This release as a file to print</a></span></div></div>'
        for n, one in enumerate(rows())
    )
    return page(f'<div class="view"><div class="view-content">{made}</div></div>')


def hashed_classes() -> Front:
    """Classes are hashes: nothing has a name, the title stands in a paragraph of the link."""
    made = "".join(
        f'<li class="css-1a9"><div class="css-b{n}x"><a class="css-9qk" href="{one.url}"><span '
        f'role="text"><p class="css-77z"><span aria-hidden="false">{one.title}</span></p></span>'
        f'</a><div class="css-m2"><p class="css-p">{TEASER}</p><ul class="css-u"><li><span '
        f'class="css-w">{one.day.day} March 2026</span></li><li><a href="/news/sea{n % 2}">'
        "Harbours and all at sea</a></li></ul></div></div></li>"
        for n, one in enumerate(rows())
    )
    return page(f'<ul class="css-list">{made}</ul>')


def rows_of_two() -> Front:
    """Rows of two columns each, the label a paragraph above the heading in the link."""
    told = rows()
    made = ""
    for at in range(0, len(told), 2):
        pair = "".join(
            f'<div class="col"><a href="{one.url}"><img><p>At sea and ashore today</p>'
            f"<h3>{one.title}</h3><p>{TEASER}</p></a><small>{one.day:%Y-%m-%d}</small></div>"
            for one in told[at : at + 2]
        )
        made += f'<div class="row">{pair}</div>'
    return page(f'<div class="container">{made}</div>')


def opinions() -> Front:
    """The writer's name is a heading above the title's, and both are links."""
    made = "".join(
        f'<div class="opinion"><h4 class="author"><a href="/people/{n % 3}">Ida Marten Quill the '
        f'Younger</a></h4><h3><a href="{one.url}">{one.title}</a></h3>'
        f'<span class="when">{one.day:%d.%m.%Y}</span></div>'
        for n, one in enumerate(rows())
    )
    return page(made)


def carousel() -> Front:
    """Slides are written twice, so that they turn without end; dots lead to them."""
    slides = "".join(
        f'<div class="slide"><a href="{one.url}"><h2>{one.title}</h2><time datetime='
        f'"{one.day:%Y-%m-%d}"></time></a></div>'
        for one in rows()
    )
    dots = "".join(f'<a href="#s{n}">Go to slide number {n}</a>' for n in range(8))
    return page(f'<div class="track">{slides}{slides}</div><div class="dots">{dots}</div>')


def topics_and_mails() -> Front:
    """A cloud of topics above, an offer of mails between, videos of the house below."""
    cloud = "".join(
        f'<a href="/topic/{n}">{words}</a>'
        for n, words in enumerate(("Storm damage at the pier", "The dredging of the canals",
                                   "Wrecks found this dry year"))
    )  # fmt: skip
    told = rows()
    cards = [
        f'<div class="card"><h3><a href="{one.url}">{one.title}</a></h3><div class="d">'
        f"{one.day:%d %b %Y}</div></div>"
        for one in told
    ]
    offer = (
        '<div class="card newsletter-signup"><h3><a href="/mails">Our morning mail, every day at '
        "six</a></h3></div>"
    )
    return page(f'<div class="topics">{cloud}</div>{"".join(cards[:4])}{offer}{"".join(cards[4:])}')


def american_days() -> Front:
    """The month stands first in figures, and the page says which English it is in."""
    made = "".join(
        f'<li class="item"><a href="{one.url}">{one.title}</a> <em>{one.day:%m/%d/%Y}</em></li>'
        for one in _early()
    )
    front = page(f"<ul>{made}</ul>", _early())
    return Front(html=front.html.replace("<html>", '<html lang="en-US">'), rows=front.rows)


def arabic_list() -> Front:
    """A list from right to left, the days in the figures and months of its own language."""
    titles = (
        "إعادة فتح رصيف العبارات بعد عاصفة الشتاء",
        "المجلس يصوت على تجريف القناة القديمة",
        "اصطدام سفينتي صيد قبالة رأس القصب",
        "إضراب حراس المنارات يدخل أسبوعه الثالث",
    )
    told = tuple(
        Row(url=f"/a/{n}", title=title, day=one.day)
        for n, (title, one) in enumerate(zip(titles, rows(), strict=False))
    )
    figures = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    made = "".join(
        f'<div class="n"><span>{str(one.day.day).translate(figures)} مارس '
        f'{"2026".translate(figures)}</span><h2><a href="{one.url}">{one.title}</a></h2></div>'
        for one in told
    )
    return page(made, told)


def lead_with_related() -> Front:
    """Below the lead's teaser stand further reports on it: they are headlines too."""
    lead, *others = rows()
    related = "".join(f'<li><a href="/old/{n}">{words}</a></li>' for n, words in enumerate(OLD))
    made = "".join(
        f'<div class="story"><h3><a href="{one.url}">{one.title}</a></h3><p>{TEASER}</p>'
        f"<time>{one.day:%Y-%m-%d}</time></div>"
        for one in others
    )
    older = tuple(Row(url=f"/old/{n}", title=words, day=lead.day) for n, words in enumerate(OLD))
    front = page(
        f'<div class="lead"><h1><a href="{lead.url}">{lead.title}</a></h1><p>{TEASER}</p>'
        f'<time>{lead.day:%Y-%m-%d}</time><ul class="related">{related}</ul></div>{made}',
        (lead, *older, *others),
    )
    return replace(front, undated=frozenset(one.url for one in older))


def flat_sections() -> Front:
    """Nothing is wrapped: headings, teasers and days follow each other."""
    made = "".join(
        f'<h2><a href="{one.url}">{one.title}</a></h2><p>{TEASER}</p>'
        f'<p class="d">{one.day:%d %B %Y}</p>'
        for one in rows()
    )
    return page(f"<div>{made}</div>")


def sections_of_two() -> Front:
    """Each section is headed by a link to it, and has two reports and another link to it."""
    made = ""
    for start in range(0, 8, 2):
        cards = "".join(
            f'<li class="t"><h4><a href="{one.url}">{one.title}</a></h4>'
            f'<time datetime="{one.day:%Y-%m-%d}"></time></li>'
            for one in rows()[start : start + 2]
        )
        made += (
            f'<section class="s"><header><h3><a href="/s/{start}">The section on harbours {start}'
            f'</a></h3></header><ul>{cards}</ul><a href="/s/{start}">All of this section now</a>'
            "</section>"
        )
    return page(made)


def labelled_links() -> Front:
    """The link is empty and lies over its card; the heading stands beside it."""
    made = "".join(
        f'<li><a href="{one.url}" aria-label="{one.title}"></a><h2>{one.title}</h2>'
        f"<div>{one.day:%d %B %Y}</div></li>"
        for one in rows()
    )
    return page(f"<ul>{made}</ul>")


def letters_beside() -> Front:
    """Reports link their letters and topics; what readers wrote last stands beside them."""
    made = "".join(
        f'<div class="post"><h2><a href="{one.url}">{one.title}</a></h2><div class="info">'
        f'<a href="{one.url}#letters">12 letters on this report</a> <a href="/tag/{n}">Tagged: '
        f'harbour and sea life</a> <time datetime="{one.day:%Y-%m-%d}"></time></div></div>'
        for n, one in enumerate(rows())
    )
    side = "".join(
        f'<li><a href="/a/{n}#letter-{n}">Reader {n} on the great storm report</a></li>'
        for n in range(5)
    )
    return page(f'<div id="main">{made}</div><div id="right"><ul>{side}</ul></div>')


def long_list_of_short_links() -> Front:
    """Ever the same words lead on; the headline stands beside the link, in no link itself."""
    made = "".join(
        f'<div class="entry"><h3>{one.title}</h3><p>{TEASER}</p><a href="{one.url}">Read more</a>'
        f"<time>{one.day:%Y-%m-%d}</time></div>"
        for one in rows()
    )
    return page(made)


def _early() -> tuple[Row, ...]:
    return tuple(
        Row(url=one.url, title=one.title, day=one.day.replace(day=one.day.day - 12))
        for one in rows()
    )


BUILT: tuple[Layout, ...] = (
    blog_archive, press_office, hashed_classes, rows_of_two, opinions, carousel, topics_and_mails,
    american_days, arabic_list, lead_with_related, flat_sections, sections_of_two, labelled_links,
    letters_beside,
    long_list_of_short_links,
)  # fmt: skip
