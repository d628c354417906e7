"""`newsdesk source`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.arguments.options import Addresses, AsJson, chosen

program = typer.Typer(help="Add, list, test and remove sources.", no_args_is_help=True)
packs = typer.Typer(help="Packs of sources by region, language and topic.", no_args_is_help=True)
program.add_typer(packs, name="pack")

Address = Annotated[str, typer.Argument(help="Feed, page, file or folder.")]
Selector = Annotated[
    str, typer.Option(help="CSS of what announces an article on a page of links: 'main h3 a'.")
]


@program.command()
def add(  # noqa: PLR0913 (all that may be said of a source)
    context: typer.Context,
    address: Address,
    *,
    name: Annotated[str, typer.Option(help="The outlet's name.")] = "",
    selector: Selector = "",
    topic: Annotated[str, typer.Option(help="What it is about, for listings: climate, sea.")] = "",
    begin: Annotated[
        str, typer.Option("--from", help="now, or 'last 3': which of its items to begin with.")
    ] = "",
) -> None:
    """Read another source from now on, for everyone."""
    values = {"address": address, "name": name, "selector": selector, "topic": topic}
    _ask(context, "add", {**values, "from": begin})


@program.command("list")
def listed(context: typer.Context, *, as_json: AsJson = False) -> None:
    """List the sources and how they fare."""
    from bot.cli import sources, start

    start.run(chosen(context), lambda settings: sources.listed(settings, as_json=as_json))


@program.command("test")
def tried(
    context: typer.Context,
    addresses: Addresses,
    *,
    selector: Selector = "",
    as_json: AsJson = False,
) -> None:
    """Try addresses without adding them: each step of a visit, and why it cannot be used."""
    from bot.cli import start, trying

    start.run(
        chosen(context),
        lambda settings: trying.tried(settings, addresses, selector=selector, as_json=as_json),
    )


@program.command()
def remove(
    context: typer.Context, source: Annotated[str, typer.Argument(help="Name, address or id.")]
) -> None:
    """Stop reading a source; its articles stay."""
    _ask(context, "remove", {"source": source})


@program.command("import")
def imported(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="File or web address of the list (OPML).")],
) -> None:
    """Read the feeds of a list, as feed readers export it."""
    path = Path(address)
    _ask(context, "import", {"address": str(path.absolute()) if path.is_file() else address})


@program.command("export")
def exported(context: typer.Context) -> None:
    """Print the feeds as a list (OPML) for other feed readers."""
    from bot.cli import sources, start

    start.run(chosen(context), sources.exported)


@packs.command("list")
def listed_packs(context: typer.Context) -> None:
    """List the packs and how many sources each has."""
    _ask(context, "pack", {})


@packs.command("add")
def added_pack(
    context: typer.Context, name: Annotated[str, typer.Argument(help="Name of the pack.")]
) -> None:
    """Read the sources of a pack from now on, for everyone."""
    _ask(context, "pack", {"name": name})


def _ask(context: typer.Context, word: str, values: dict[str, str]) -> None:
    from bot.cli import asking, start

    start.run(
        chosen(context),
        lambda settings: asking.ask(settings, ("news", "source", word), values),
    )
