"""Live blogs: posts in the page's order, each with its instant."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.extract.content import Content
from bot.extract.html import content_of_html

ADDRESS = "https://courier.example/live/harbour-strike"
VOTE = (
    "Pilots in Halvenport are voting on an offer of 4.2 per cent, their union said on Monday, "
    "and a result is expected in the evening."
)
FERRIES = (
    "All ferries to the islands have been cancelled until Tuesday morning, the operator said. "
    "Passengers can have their fares back."
)
QUEUE = (
    "The port authority says that 47 ships are waiting outside the harbour, four more than on "
    "Sunday, and that two have left for Corvenia."
)
NINTH = (
    "The strike of the pilots has entered its ninth day, and the government says that it will "
    "not mediate between the two sides."
)
POSTS = (
    ("14:05", "Pilots vote on offer", VOTE),
    ("12:40", "Ferries stay in port", FERRIES),
    ("09:15", "", QUEUE),
    ("07:30", "Strike in ninth day", NINTH),
)
INTRO = (
    "Pilots have been on strike for nine days over pay and rest. We follow what happens in the "
    "port and on the islands today, and what the two sides say about it."
)
EXPECTED = [(clock, title or body) for clock, title, body in POSTS]
PUBLISHED = '<meta property="article:published_time" content="2026-10-12T06:00:00+02:00">'
FRAME = (
    '<html lang="en"><head><title>{title}</title>{head}</head><body><nav><a href="/">Home</a></nav>'
    "<main><h1>{title}</h1>{body}</main><footer><p>© 2026 Courier.</p></footer></body></html>"
)


def page(posts: str, *, head: str = PUBLISHED, title: str = "Harbour strike live") -> Content:
    """Return what a page with these posts holds."""
    html = FRAME.format(title=title, head=head, body=f"<p>{INTRO}</p>{posts}")
    return content_of_html(html, ADDRESS)


def told(content: Content) -> list[tuple[str, str]]:
    """Return when each post was written, and its first line."""
    return [
        (post.at.strftime("%H:%M"), content.text[post.start :].split("\n\n")[0])
        for post in content.posts
    ]


def stated(*posts: tuple[str, str, str], day: str = "2026-10-12") -> str:
    """Return linked data of a live blog with these posts."""
    updates = [
        {
            "@type": "BlogPosting",
            "headline": title,
            "articleBody": body,
            "datePublished": f"{day}T{clock}:00+02:00",
        }
        for clock, title, body in posts
    ]
    data = {"@type": "LiveBlogPosting", "headline": "Harbour strike", "liveBlogUpdate": updates}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def blocks_with_times() -> str:
    """Return posts as articles of one class, each with a time element."""
    return "".join(
        f'<article class="post" id="post-{number}"><header>'
        f'<time datetime="2026-10-12T{clock}:00+02:00">{clock}</time></header>'
        f'<h3><a href="#post-{number}">{title}</a></h3><p>{body}</p><p>Share</p>'
        f"<figure><figcaption>The pier on Monday</figcaption></figure></article>"
        for number, (clock, title, body) in enumerate(POSTS)
    )


def headings_with_clocks() -> str:
    """Return posts that begin at a heading with a time of day, and go on as its siblings."""
    return "".join(f"<h3>{clock} {title}</h3><p>{body}</p>" for clock, title, body in POSTS)


def bold_clocks() -> str:
    """Return posts of one paragraph each, opening with a time of day."""
    return "".join(
        f"<p><strong>+++ {clock.replace(':', '.')} Uhr: {title} +++</strong></p><p>{body}</p>"
        for clock, title, body in POSTS
    )


def microdata() -> str:
    """Return posts marked as updates."""
    return "".join(
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        f'<meta itemprop="datePublished" content="2026-10-12T{clock}:00+02:00">'
        f'<h2 itemprop="headline">{title}</h2><div itemprop="articleBody">{body}</div></div>'
        for clock, title, body in POSTS
    )


@pytest.mark.parametrize(
    "posts",
    [blocks_with_times, headings_with_clocks, bold_clocks, microdata],
    ids=lambda posts: posts.__name__,
)
def test_posts_are_told_in_the_pages_order(posts: Callable[[], str]) -> None:
    """Each post begins with its headline or first paragraph, and has its own instant."""
    content = page(posts())

    assert told(content) == EXPECTED
    assert content.text.startswith(INTRO)
    assert {post.at.date().isoformat() for post in content.posts} == {"2026-10-12"}
    assert all(post.at.utcoffset() == timedelta(hours=2) for post in content.posts)
    assert str(content.published_at) == "2026-10-12 06:00:00+02:00"
    assert not [
        line for line in ("Share", "The pier", "2026 Courier", "+++") if line in content.text
    ]


def test_posts_of_a_page_that_no_word_calls_live_are_told_too() -> None:
    """The shape of a page is enough: like blocks in the order of their times."""
    html = FRAME.format(title="Harbour strike", head=PUBLISHED, body=blocks_with_times())

    assert told(content_of_html(html, "https://courier.example/harbour-strike")) == EXPECTED


def test_page_whose_only_dates_are_those_of_its_posts_has_theirs() -> None:
    """Where a page tells no date of its own, it began with its oldest post."""
    content = page(blocks_with_times(), head="")

    assert str(content.published_at) == "2026-10-12 07:30:00+02:00"
    assert str(content.updated_at) == "2026-10-12 14:05:00+02:00"


def test_linked_data_dates_posts_that_name_no_time() -> None:
    """Posts that the page marks without a time have the instant that linked data states."""
    marked = microdata().replace("datePublished", "position")
    content = page(marked, head=stated(*POSTS))

    assert told(content) == EXPECTED


def test_linked_data_dates_posts_that_the_page_shows_by_shape() -> None:
    """Blocks of a page whose linked data states updates are its posts, two being enough."""
    content = page(blocks_with_times(), head=stated(*POSTS[:2]), title="Harbour strike")

    assert told(content) == EXPECTED


def test_posts_without_a_shape_are_taken_where_the_page_shows_them() -> None:
    """Running paragraphs are cut into posts as linked data states, without those not shown."""
    shown = "".join(f"<p>{title}</p><p>{body}</p>" for _, title, body in POSTS[:3])
    content = page(shown, head=stated(*POSTS))

    assert told(content) == EXPECTED[:3]


def test_shell_of_a_script_has_the_posts_of_its_linked_data() -> None:
    """A page that shows nothing is told as its linked data states."""
    head = stated(*POSTS, ("05:00", "", ""))
    html = FRAME.format(title="Harbour strike", head=head, body="<div id=app></div>")
    content = content_of_html(html, ADDRESS)

    assert told(content) == EXPECTED


def test_posts_that_no_reader_sees_stay_out() -> None:
    """Linked data of a page that tells something else is not believed."""
    others = "".join(f"<p>{sentence}</p>" for sentence in (INTRO, FERRIES, QUEUE))
    content = page(others, head=stated(("10:00", "Unseen", "Nobody is shown this sentence.")))

    assert content.posts == ()
    assert "Nobody" not in content.text


def clocks(*hours: str) -> str:
    """Return posts at these times of day."""
    return "".join(
        f"<div class=entry><span>{hour}</span><p>{hour[:2]} o'clock. {body}</p></div>"
        for hour, body in zip(hours, (VOTE, FERRIES, QUEUE, NINTH), strict=True)
    )


def test_clock_that_jumps_back_is_the_next_day() -> None:
    """Posts that are told in the order of time count on from the day of the page."""
    content = page(clocks("21:00", "23:30", "00:15", "01:00"))

    assert [f"{post.at:%d %H:%M}" for post in content.posts] == [
        "12 21:00", "12 23:30", "13 00:15", "13 01:00"
    ]  # fmt: skip


def test_clock_that_jumps_forward_is_the_day_before() -> None:
    """Posts with the newest first count back from the day on which the page was changed."""
    modified = '<meta property="article:modified_time" content="2026-10-13T01:05:00+02:00">'
    content = page(clocks("01:00", "00:15", "23:30", "21:00"), head=PUBLISHED + modified)

    assert [f"{post.at:%d %H:%M}" for post in content.posts] == [
        "13 01:00", "13 00:15", "12 23:30", "12 21:00"
    ]  # fmt: skip


def test_clocks_of_no_day_make_no_posts() -> None:
    """Without any date on the page, times of day date nothing."""
    html = f"<title>Live</title><h1>Live</h1>{clocks('14:00', '13:00', '12:00', '11:00')}"

    assert content_of_html(html, ADDRESS).posts == ()


@pytest.mark.parametrize(
    "hours", [("11:00", "14:00", "09:00", "12:00"), ("11:00", "11:00", "11:00", "11:00")]
)
def test_blocks_without_order_are_no_posts(hours: tuple[str, ...]) -> None:
    """Times that go to and fro, or stand still, are no course of events."""
    posts = blocks_with_times()
    for (clock, _, _), hour in zip(POSTS, hours, strict=True):
        posts = posts.replace(f"2026-10-12T{clock}", f"2026-10-12T{hour}:30", 1)

    assert page(posts).posts == ()


def test_teasers_with_times_are_no_posts() -> None:
    """Blocks whose headlines lead to other pages are other stories."""
    teasers = blocks_with_times().replace('"#post-', '"/harbour/other-')

    assert page(teasers).posts == ()


def test_headlines_that_lead_nowhere_sensible_are_no_posts() -> None:
    """A broken link leads elsewhere."""
    assert page(blocks_with_times().replace('"#post-', '"http://[')).posts == ()


def test_comments_with_times_are_no_posts() -> None:
    """What readers write below an article is not the article."""
    story = "".join(f"<p>{sentence}</p>" for sentence in (VOTE, FERRIES, QUEUE, NINTH))
    comments = blocks_with_times().replace("Pilots", "Pilots too")
    content = page(f"{story}<section class=comments>{comments}</section>")

    assert content.posts == ()


def test_article_with_a_box_of_times_is_no_live_blog() -> None:
    """Where most of the text stands elsewhere, blocks with times are a box beside it."""
    story = "".join(f"<p>{n} ships left. {QUEUE}</p>" for n in range(2, 30))
    body = f"<article>{story}</article><section>{blocks_with_times()}</section>"
    html = FRAME.format(title="Harbour strike", head=PUBLISHED, body=body)

    assert content_of_html(html, "https://courier.example/harbour-strike").posts == ()


def test_post_without_a_time_is_as_old_as_the_one_before() -> None:
    """A marked post that names no time is dated by its neighbour, an empty one left out."""
    marked = microdata().replace(
        '<meta itemprop="datePublished" content="2026-10-12T12:40', "<meta>"
    )
    marked += "<div itemprop=liveBlogUpdate><p>Share</p></div>"

    assert [clock for clock, _ in told(page(marked))] == ["14:05", "14:05", "09:15", "07:30"]


def test_posts_that_nothing_dates_are_told_without_instants() -> None:
    """A page that marks its posts and names no time at all is told post by post."""
    marked = microdata().replace("<meta", "<i").replace("2026-10-12T", "")
    content = content_of_html(f"<title>Live</title><h1>Live</h1>{marked}", ADDRESS)

    assert content.posts == ()
    assert content.text.startswith("Pilots vote on offer\n\n")


def test_hours_of_the_afternoon_are_read() -> None:
    """Times of day may count twelve hours twice."""
    content = page(clocks("2:05 pm", "12:30 pm", "11:00 am", "12:10 am"))

    assert [clock for clock, _ in told(content)] == ["14:05", "12:30", "11:00", "00:10"]
