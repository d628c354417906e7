"""The command line: arguments in, exit status out."""

from bot.cli.program import main

__all__ = ["main"]
