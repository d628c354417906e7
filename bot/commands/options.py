"""Options that several commands share, so that they read the same everywhere."""

from bot.models import Option, OptionKind, Suggests

TOPIC = Option(
    name="topic",
    description='Words, this OR that, "a phrase", -without, source:name; nothing for all news',
    suggests=Suggests.TOPICS,
)
SINCE = Option(
    name="since",
    description="24h, 3d, yesterday or a date like 2026-11-20",
    kind=OptionKind.SINCE,
)
STORY = Option(
    name="story",
    description="Its id, or the link of one of its reports",
    required=True,
    suggests=Suggests.STORIES,
)
SOURCE = Option(
    name="source",
    description="Its name, address or id",
    required=True,
    suggests=Suggests.SOURCES,
)
ADDRESS = Option(name="address", description="Web address of a feed or page", required=True)
SELECTOR = Option(
    name="selector",
    description='CSS of what announces an article on a page of links, as "main h3 a"',
)
TIME = Option(name="time", description="When, as 08:00 or 6pm", kind=OptionKind.TIME)
ZONE = Option(
    name="zone",
    description="Time zone, as Europe/Berlin",
    kind=OptionKind.ZONE,
    suggests=Suggests.ZONES,
)
DAYS = Option(name="days", description="Which days, as mon-fri", kind=OptionKind.DAYS)
LENGTH = Option(
    name="length",
    description="Reading time in minutes",
    kind=OptionKind.CHOICE,
    choices=("2", "5", "10"),
)
LANGUAGE = Option(
    name="language",
    description="Prefer reports in this language, as en or de; any takes that back",
    kind=OptionKind.LANGUAGE,
)
