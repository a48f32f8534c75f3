"""The commands that look after the library."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "approve": "approve:approve_text",
        "changes": "reviews:changes",
        "check": "check:check_library",
        "diff": "diff:diff",
        "export": "export_library:export_library",
        "facts": "facts:facts",
        "history": "history:history",
        "import": "import_library:import_library",
        "pack": "pack:pack",
        "practice": "practice:practice",
        "proposed": "proposed:proposed",
        "readability": "readability:readability",
        "restore": "restore:restore",
        "retire": "reviews:retire_text",
        "reviews": "reviews:reviews",
        "send-back": "reviews:send_text_back",
        "submit": "reviews:submit_text",
        "sync": "sync:sync",
        "translations": "translations:translations",
    }
)
"""Each command by its module in this folder, which is read when the command is called, and by its name there."""

EPILOG = """\b
Examples:
  leaflet-app library check
  leaflet-app library history insulinoma
  leaflet-app library export copy-of-the-library
  leaflet-app library readability
  leaflet-app library facts --json
"""


class LibraryCommands(click.Group):
    """The commands by name, each read when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands by the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Read a command's module."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"leaflet_app.cli.library.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101  (the table above is ours)
        return command


@click.group(cls=LibraryCommands, epilog=EPILOG)
def library() -> None:
    """Look after the library that leaflets are made from."""
