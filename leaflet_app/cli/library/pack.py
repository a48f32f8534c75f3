"""Pass topics to another practice, and take in what another sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.domain.counted import counted
from leaflet_app.domain.packs import Difference
from leaflet_app.services import packs
from leaflet_app.services.packs import Inspected

EPILOG = """\b
Examples:
  leaflet-app library pack export insulinoma gastrinoma --output nets.leafpack
  leaflet-app library pack inspect nets.leafpack
  leaflet-app library pack trust "Dr Example" "kq3vM…="
  leaflet-app library pack import nets.leafpack --text topics/insulinoma/en-GB.md
"""

_SAID = {Difference.NEW: "new here", Difference.CHANGED: "differs from yours", Difference.SAME: "the same as yours"}

_file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.group(epilog=EPILOG)
def pack() -> None:
    """Pass topics to another practice in a signed pack, and take in what another sends."""


@pack.command("export")
@click.argument("topics", metavar="TOPIC...", nargs=-1, required=True)
@click.option("--output", "file", required=True, metavar="FILE", type=click.Path(path_type=Path), help="The pack.")
@click.pass_obj
def export_pack(doors: Doors, topics: tuple[str, ...], file: Path) -> None:
    """Write these topics, in every language and with what they draw on, into one signed file.

    Approvals stay here: whoever takes the pack in checks the texts anew.
    """
    desk = doors.open_desk()
    click.echo(f"{packs.make_pack(desk, topics, file)}")
    click.echo(f"Signed with the key {packs.fingerprint_of(packs.own_key(desk))}.")


@pack.command("inspect")
@_file
@click.option("--json", "as_json", is_flag=True, help="Print it for other programs to read.")
@click.pass_obj
def inspect(doors: Doors, file: Path, as_json: bool) -> None:  # noqa: FBT001  (click names its flags)
    """Say who signed a pack and what it would change here. Nothing is taken."""
    inspected = packs.inspect_pack(doors.open_desk(), file)
    if as_json:
        click.echo(json.dumps(_described(inspected), ensure_ascii=False, indent=2))
        return
    for line in _told(inspected):
        click.echo(line)


@pack.command("import")
@_file
@click.option("--text", "texts", multiple=True, metavar="FILE", help="Take only this text; again for more.")
@click.option("--all", "takes_all", is_flag=True, help="Take texts too that differ from yours.")
@click.pass_obj
def import_pack(doors: Doors, file: Path, texts: tuple[str, ...], takes_all: bool) -> None:  # noqa: FBT001
    """Take texts of a pack in, as drafts.

    Without --text or --all, only texts that are new here are taken: nothing of yours is replaced unasked.
    """
    desk = doors.open_desk()
    inspected = packs.inspect_pack(desk, file)
    wanted = {Difference.NEW, Difference.CHANGED} if takes_all else {Difference.NEW}
    chosen = texts or tuple(each.file for each in inspected.texts if each.difference in wanted)
    packs.take_pack(desk, inspected, chosen)
    for taken in chosen:
        click.echo(taken)
    click.echo(f"Took {counted(len(chosen), 'file')} in. The texts are drafts until a clinician here approves them.")


@pack.command("key")
@click.pass_obj
def show_key(doors: Doors) -> None:
    """Show the key that signs your packs: pass it on, and compare its signs over the phone."""
    key = packs.own_key(doors.open_desk())
    click.echo(f"Key    {key}\nSigns  {packs.fingerprint_of(key)}")


@pack.command("trust")
@click.argument("name")
@click.argument("key")
@click.pass_obj
def trust(doors: Doors, name: str, key: str) -> None:
    """Take packs of this key in from now on, on every desk of the practice."""
    packs.trust(doors.open_desk(), name, key)
    click.echo(f"Packs of {name} are taken in from now on. Their signs are {packs.fingerprint_of(key)}.")


@pack.command("distrust")
@click.argument("key")
@click.pass_obj
def distrust(doors: Doors, key: str) -> None:
    """Take no pack of this key in any more."""
    packs.distrust(doors.open_desk(), key)
    click.echo("Packs of this key are taken in no more. What was taken stays.")


@pack.command("trusted")
@click.pass_obj
def list_trusted(doors: Doors) -> None:
    """List whose packs are taken in."""
    for signer in packs.trusted(doors.open_desk()):
        click.echo(f"{packs.fingerprint_of(signer.key)}  {signer.name}  {signer.key}")


def _told(inspected: Inspected) -> Iterator[str]:
    signer = f"{inspected.signer.name}, whom you trust" if inspected.signer else "nobody you trust yet"
    yield f"From {inspected.pack.practice}, signed by {signer} ({inspected.fingerprint})."
    yield from (f"  {text.file}: {_SAID[text.difference]}" for text in inspected.texts)
    for change in inspected.lists:
        yield from (f"  {change.file}: adds {each}" for each in change.added)
        yield from (f"  {change.file}: {each} differs, and stays as yours is" for each in change.kept)
    yield from (f"  to mend: {fault}" for fault in inspected.faults)
    if not inspected.signer:
        yield f"To take it in: leaflet-app library pack trust NAME {inspected.pack.key}"


def _described(inspected: Inspected) -> dict[str, object]:
    return {
        "practice": inspected.pack.practice,
        "key": inspected.pack.key,
        "fingerprint": inspected.fingerprint,
        "signer": inspected.signer.name if inspected.signer else None,
        "texts": [{"file": text.file, "difference": text.difference.value} for text in inspected.texts],
        "lists": [{"file": each.file, "added": each.added, "kept": each.kept} for each in inspected.lists],
        "faults": [*map(str, inspected.faults)],
    }
