"""The program's commands, and the one place where their faults become words."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from types import MappingProxyType
from typing import IO, Any, TextIO

import click

from leaflet_app import __version__, paths
from leaflet_app.cli.doors import Doors
from leaflet_app.domain.errors import CannotSave, LeafletError, UnexpectedFault
from leaflet_app.services.note_fault import note_fault

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "copies": "leaflet_app.cli.copies",
        "email": "leaflet_app.cli.email",
        "export": "leaflet_app.cli.export",
        "library": "leaflet_app.cli.library",
        "open": "leaflet_app.cli.open",
        "outbox": "leaflet_app.cli.outbox",
        "passport": "leaflet_app.cli.passport",
        "print": "leaflet_app.cli.print",
        "register": "leaflet_app.cli.register",
        "settings": "leaflet_app.cli.settings",
        "topics": "leaflet_app.cli.topics",
    }
)
"""Each command's module, read when the command is called; the command has its module's last name."""

EPILOG = """\b
Examples:
  leaflet-app
  leaflet-app topics --search insulin
  leaflet-app export --topics insulinoma --output leaflet.pdf
  leaflet-app library check
"""


class Told(click.ClickException):
    """A fault told in the two sentences it carries."""

    exit_code = 2

    def __init__(self, fault: LeafletError) -> None:
        super().__init__(fault.message)
        self.remedy = fault.remedy

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what happened and what to do, a line each."""
        click.echo(f"{self.message}\n{self.remedy}", file=file, err=True)


class Unexpected(click.ClickException):
    """A fault of the program itself."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print one calm sentence."""
        click.echo(self.message, file=file, err=True)


class Commands(click.Group):
    """The commands by name, each read when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands by the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read a command's module."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101  (the table above is ours)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a link of a patient record alone, as a system hands it over, is to be opened."""
        is_link = args[0].casefold().startswith("leaflet:")
        return super().resolve_command(ctx, ["open", *args] if is_link else args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's own signature)
        """Call a command; no fault of it reaches the screen as a traceback."""
        try:
            return super().invoke(ctx)
        except LeafletError as fault:
            raise Told(fault) from fault
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as fault:
            if refused := _refused_output():
                raise Told(refused) from fault
            raise Unexpected(_apology(fault)) from fault

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  (click's own signature)
        """Follow the command line; click writes its help here, outside of any command."""
        _print_every_sign()
        try:
            return super().main(*args, **extra)
        except OSError:
            refused = _refused_output()
            if refused is None:
                raise
            Told(refused).show()
            sys.exit(Told.exit_code)
        finally:
            _let_go_of_output()


def _print_every_sign() -> None:
    """Let a file's name leave as the bytes it is, and a sign that a terminal lacks as a question mark."""
    if isinstance(sys.stdout, TextIOWrapper):
        is_any = sys.stdout.encoding.casefold() == "utf-8"
        sys.stdout.reconfigure(errors="surrogateescape" if is_any else "replace")


def _refused_output() -> CannotSave | None:
    """Return why standard output takes no more, as on a full disk; None where it does, or is closed from the start."""
    from leaflet_app.services.save_leaflet import pour  # noqa: PLC0415  (few ever need it)

    stdout: TextIO | None = sys.stdout
    if stdout is None:
        return None
    try:
        pour(stdout.buffer, b"")
    except CannotSave as fault:
        return fault
    return None


def _let_go_of_output() -> None:
    """Drop what standard output refused; at its end Python would try once more, and tell of it at length."""
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        return
    try:
        stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())


def _apology(fault: Exception) -> str:
    log = paths.log_file()
    sorry = UnexpectedFault().message
    return f"{sorry} Details for support are in {log}." if note_fault(fault, log) else sorry


@click.group(cls=Commands, invoke_without_command=True, epilog=EPILOG)
@click.version_option(__version__, prog_name="leaflet-app", message="%(prog)s %(version)s")
@click.pass_context
def command(context: click.Context) -> None:
    """Make branded, accessible leaflets for patients. Without a command the window opens."""
    if context.invoked_subcommand is None:
        doors: Doors = context.obj
        doors.open_window("")
