"""Articles of an invented newsroom, for the tests of grouping."""

from datetime import UTC, datetime, timedelta

from bot.models import Article, ArticleId, SourceId, Story, StoryId

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def article(  # noqa: PLR0913 (a builder)
    name: str,
    title: str,
    text: str = "",
    *,
    days: float = 0,
    language: str | None = "en",
    dated: bool = True,
) -> Article:
    """Return an article published `days` after the start."""
    at = START + timedelta(days=days)
    return Article(
        id=ArticleId(name),
        source=SourceId("s1"),
        outlet="Delta Herald",
        url=f"https://herald.example/{name}",
        title=title,
        text=text,
        fetched_at=at,
        published_at=at if dated else None,
        language=language,
    )


def story(name: str, *articles: Article) -> Story:
    """Return a known story."""
    return Story(id=StoryId(name), articles=articles)


STRIKE = article(
    "strike-1",
    "Pilots' strike shuts the port of Delta",
    "Harbour pilots in Delta walked out on Monday over pay, shutting the port to large ships. "
    "Some 41 vessels are waiting off the coast, harbour master Mara Lind said. The pilots' "
    "union wants 7 percent more; the port authority has offered 3 percent.",
)
STRIKE_TOLD_AGAIN = article(
    "strike-2",
    "Delta port closed as pilots walk out over pay",
    "The port of Delta was closed to big ships on Monday when its pilots went on strike. Mara "
    "Lind, the harbour master, said 41 vessels were waiting at anchor. The union is asking for a "
    "rise of 7 percent, more than double what the port authority offers.",
    days=0.2,
)
STRIKE_CUT = article("strike-3", "Delta: port shut", STRIKE.text[:150], days=0.3)
STRIKE_IN_GERMAN = article(
    "strike-de",
    "Lotsen legen Hafen von Delta lahm",
    "Die Lotsen im Hafen von Delta haben am Montag die Arbeit niedergelegt. 41 Schiffe warten vor "
    "der Küste, sagte Hafenmeisterin Mara Lind. Die Gewerkschaft fordert 7,5 Prozent mehr Lohn.",
    days=0.3,
    language="de",
)
ELECTION = article(
    "vote-1",
    "Arden elects baker Tom Reed as its mayor",
    "Voters in Arden chose Tom Reed as mayor on Sunday with 54 percent of the ballots. The baker, "
    "who had never held an office, beat the sitting mayor Ilse Falk by 2,310 votes.",
    days=0.1,
)
ELECTION_TOLD_AGAIN = article(
    "vote-2",
    "Tom Reed wins Arden mayoral vote",
    "The baker Tom Reed will be the next mayor of Arden. He took 54 percent on Sunday, 2,310 votes "
    "ahead of Ilse Falk, who has run the town hall for twelve years and conceded at night.",
    days=0.4,
)
BRIDGE_IN_GERMAN = article(
    "bridge-de",
    "Brücke in Norden nach Unfall gesperrt",
    "Die Brücke über die Wehra in Norden ist seit Dienstag gesperrt. Ein Lastwagen hatte das "
    "Geländer durchbrochen, teilte die Polizei in Norden mit. Verletzt wurde niemand.",
    days=0.3,
    language="de",
)
ANOTHER_STRIKE = article(
    "teachers-1",
    "Teachers in Arden strike over class sizes",
    "Teachers in Arden stayed away from eighteen schools on Tuesday in a strike over the size of "
    "classes. The town's education chief Nora Beck called for talks.",
    days=1,
)
NEWSROOM = (
    STRIKE,
    STRIKE_TOLD_AGAIN,
    STRIKE_CUT,
    STRIKE_IN_GERMAN,
    ELECTION,
    ELECTION_TOLD_AGAIN,
    BRIDGE_IN_GERMAN,
    ANOTHER_STRIKE,
)
EVENTS = {
    "strike-1": "strike",
    "strike-2": "strike",
    "strike-3": "strike",
    "strike-de": "strike",
    "vote-1": "vote",
    "vote-2": "vote",
    "bridge-de": "bridge",
    "teachers-1": "teachers",
}
