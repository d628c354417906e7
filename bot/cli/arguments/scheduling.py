"""`newsdesk digest`."""

from typing import Annotated

import typer

program = typer.Typer(help="When briefings fall due.", no_args_is_help=True)


@program.callback()
def digest() -> None:
    """When briefings fall due."""


@program.command("next")
def next_(
    *,
    time: Annotated[str, typer.Option(help="Time of day, as 08:00.")],
    zone: Annotated[str, typer.Option(help="Time zone, as Europe/Berlin.")] = "UTC",
    days: Annotated[str, typer.Option(help="Days of the week, as mon-fri.")] = "daily",
    after: Annotated[str, typer.Option(help="Instant, ISO 8601; now when left out.")] = "",
    count: Annotated[int, typer.Option("-n", min=1, max=1000, help="How many.")] = 3,
) -> None:
    """Print when a schedule next falls due, one `{"local", "utc"}` a line."""
    from bot.cli import scheduling

    scheduling.next_times(time=time, zone=zone, days=days, after=after, count=count)
