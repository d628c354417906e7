"""`newsdesk run`, `chat` and `demo`."""

import typer

from bot.cli.arguments.options import chosen


def run_desk(context: typer.Context) -> None:
    """Run the desk: every platform of the configuration, or the terminal when it names none."""
    from bot.cli import running, start

    start.run(chosen(context), running.run_desk, quiet=False, stays_open=True)


def chat(context: typer.Context) -> None:
    """Type commands in the terminal, over the configured store and sources."""
    from bot.cli import running, start

    start.run(chosen(context), running.chat, stays_open=True)


def demo(context: typer.Context) -> None:
    """Show the whole journey with no network, on a bundled newsroom of invented articles."""
    from bot.cli import running, start

    start.run(chosen(context), running.demo, stays_open=True)
