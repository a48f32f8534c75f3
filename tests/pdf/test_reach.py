"""No content can read a file, reach the network or start a program: Python itself tells of each try."""

import os
import subprocess
import sys
from pathlib import Path

import leaflet_app

CHECKOUT = Path(leaflet_app.__file__).parents[1]
RENDER_ALL = """
import os
import sys

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import render
from tests.pdf.bombs import LINKS, LOGOS, RIGHT_TO_LEFT, WORDS

OURS = tuple(sys.argv[1:])
REACHING = ("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "os.startfile", "urllib.")
NAMED = ("a name", "a title", "marks that")
bombs = [bomb for kind in (LINKS, LOGOS, RIGHT_TO_LEFT) for bomb in kind.values()]
bombs += [bomb for name, bomb in WORDS.items() if name.startswith(NAMED)]
leaflets = []
for bomb in bombs:
    try:
        leaflets.append(bomb.leaflet())
    except LeafletError:
        pass


def watch(event, arguments):
    reads = event == "open" and isinstance(arguments[0], str) and not arguments[0].startswith(OURS)
    if reads or event.startswith(REACHING):
        print(event, arguments[0] if arguments else "")


sys.addaudithook(watch)
for leaflet in leaflets:
    try:
        render(leaflet, Look())
    except LeafletError:
        pass
print("rendered")
open(os.devnull).close()
"""


def test_hostile_leaflets_reach_for_nothing_outside_and_the_watch_sees_what_does():
    ours = (str(CHECKOUT / "resources"), str(CHECKOUT / "leaflet_app"), sys.prefix, sys.base_prefix)
    reached = subprocess.run(
        [sys.executable, "-c", RENDER_ALL, *ours],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert reached.splitlines() == ["rendered", f"open {os.devnull}"]
