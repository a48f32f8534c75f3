"""Open the window on what a patient record asks for."""

from __future__ import annotations

import click

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.options import split

EPILOG = """\b
Examples:
  leaflet-app open --topics insulinoma,coping --reference A123
  leaflet-app open "leaflet:?topics=insulinoma&reference=A123"
  leaflet-app open "leaflet:infobutton?mainSearchCriteria.v.c=E34.0&mainSearchCriteria.v.cs=2.16.840.1.113883.6.3"
"""


@click.command(epilog=EPILOG)
@click.argument("link", default="")
@click.option("--topics", default="", metavar="A,B", callback=split, help="Topics by name; they are ticked.")
@click.option("--reference", default="", metavar="TEXT", help="The patient's reference, to be printed.")
@click.option("--language", default="", metavar="TAG", help="The language to print in, as “cy”.")
@click.pass_obj
def open(doors: Doors, link: str, topics: tuple[str, ...], reference: str, language: str) -> None:  # noqa: A001  (its name)
    """Open the window on topics, or on a link of a patient record.

    A link is “leaflet:?topics=…&reference=…&language=…” or an HL7 Infobutton request. A code of the record only
    offers topics; a person chooses. A link never prints and never sends. Where the window is open, it takes the link.
    """
    from leaflet_app.services.open_link import link_of  # noqa: PLC0415  (only here)

    if link and (topics or reference or language):
        raise click.UsageError("Give either a link or --topics, --reference and --language.")
    asked = link_of(topics, reference, language) if topics or reference or language else ""
    doors.open_window(link or asked)
