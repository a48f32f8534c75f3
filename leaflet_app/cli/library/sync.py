"""Share the library with other desks from the command line."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import EditedMeanwhile, NotReachable
from leaflet_app.domain.sharing import said_standing

TO_SEND, TO_SETTLE, AWAY = 1, 3, 4

EPILOG = """\b
Exit codes:
  0  this desk and the others have the same
  1  with --status: changes wait to be sent
  2  it was not shared; the message says why
  3  a text was changed here and elsewhere: choose in the window, Library, Sharing
  4  the shared library does not answer at the moment

\b
Examples:
  leaflet-app library sync
  leaflet-app library sync --status
  leaflet-app library sync --begin
"""


@click.command(epilog=EPILOG)
@click.option("--status", "only_status", is_flag=True, help="Say how sharing stands; ask nobody.")
@click.option("--begin", "begins", is_flag=True, help="Make the shared library in the empty folder of the settings.")
@click.option("--unlock", "unlocks", is_flag=True, help="First remove a lock that a desk left there 10 minutes ago.")
@click.option("--take-over", "takes", is_flag=True, help="Take the shared library in place of your own.")
@click.pass_context
def sync(
    context: click.Context,
    only_status: bool,  # noqa: FBT001  (click names its flags)
    begins: bool,  # noqa: FBT001
    unlocks: bool,  # noqa: FBT001
    takes: bool,  # noqa: FBT001
) -> None:
    """Send your changes to the shared library, and take those of other desks.

    With --take-over your own changes leave the library; export them first. They stay in the history of this desk.
    """
    from leaflet_app.services import shared_place  # noqa: PLC0415  (help must not wait for it)

    doors: Doors = context.obj
    desk = doors.open_desk()
    if only_status:
        _tell_status(context, doors)
        return
    if unlocks:
        removed = shared_place.unlock(desk)
        click.echo("The lock was removed." if removed else "There is no lock.")
    if begins:
        shared_place.begin(desk)
    if takes:
        shared_place.take_over(desk)
    _share(context, doors)


def _share(context: click.Context, doors: Doors) -> None:
    from leaflet_app.services.share_library import share  # noqa: PLC0415

    try:
        synced = share(doors.open_desk())
    except (EditedMeanwhile, NotReachable) as fault:
        click.echo(f"{fault.message}\n{fault.remedy}", err=True)
        context.exit(TO_SETTLE if isinstance(fault, EditedMeanwhile) else AWAY)
    click.echo(f"Sent {counted(synced.sent, 'change')}, took {counted(synced.taken, 'change')}. Up to date.")


def _tell_status(context: click.Context, doors: Doors) -> None:
    from leaflet_app.services.share_library import standing  # noqa: PLC0415

    desk = doors.open_desk()
    stood = standing(desk)
    click.echo(said_standing(stood, desk.now().astimezone()) or "Nothing is shared: no place is set in Settings.")
    context.exit(TO_SETTLE if stood.texts else TO_SEND if stood.to_send else 0)
