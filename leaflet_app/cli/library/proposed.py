"""Look at what a newer program proposes for the library, and take it or let it be."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.proposals import Proposal
from leaflet_app.services.desk import Desk

EPILOG = """\b
Examples:
  leaflet-app library proposed
  leaflet-app library proposed take topics/insulinoma/en-GB.md
  leaflet-app library proposed dismiss
"""

EDITED = "  also edited here: your words would go"


@click.group(invoke_without_command=True, epilog=EPILOG)
@click.pass_context
def proposed(context: click.Context) -> None:
    """List what the library that came with this program has new, changed or removed. Nothing is taken unasked."""
    if context.invoked_subcommand is not None:
        return
    doors: Doors = context.obj
    from leaflet_app.services import shipped_library  # noqa: PLC0415  (help must not wait for it)

    proposal = shipped_library.proposed(doors.open_desk())
    if proposal is None:
        click.echo("Nothing is proposed.")
        return
    for each in proposal.files:
        click.echo(f"  {each.proposes.value:<8} {each.file}{EDITED if each.is_edited else ''}")
    click.echo(f"{counted(len(proposal.files), 'file')} proposed.")


@proposed.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.pass_obj
def take(doors: Doors, files: tuple[str, ...]) -> None:
    """Take these files as the program brings them, as drafts. They replace what stands here under the same names."""
    from leaflet_app.services import shipped_library  # noqa: PLC0415

    desk = doors.open_desk()
    commit = shipped_library.take_proposed(desk, _proposal(desk), files)
    click.echo(f"{counted(len(files), 'file')} taken, as version {commit[:10]}.")


@proposed.command()
@click.pass_obj
def dismiss(doors: Doors) -> None:
    """Let all that is proposed be; it is not proposed again."""
    from leaflet_app.services import shipped_library  # noqa: PLC0415

    shipped_library.dismiss(doors.open_desk())
    click.echo("Your library stays as it is.")


def _proposal(desk: Desk) -> Proposal:
    from leaflet_app.services import shipped_library  # noqa: PLC0415

    proposal = shipped_library.proposed(desk)
    if proposal is None:
        raise EditRefused("nothing is proposed", "There is nothing to take.")
    return proposal
