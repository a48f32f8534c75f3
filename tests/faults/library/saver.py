"""A desk that saves without a pause: `python -m tests.faults.library.saver FOLDER`, told on its input when to begin.

For each line it makes a child that saves until it is killed, and says `kept COMMIT` once a save is acknowledged.
"""

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from leaflet_app.library.store.recovery import recover
from leaflet_app.library.store.repository import Store

MANY = 40
"""More files than are written one by one."""


def say(line: str) -> None:
    """Write one line at once, so that a kill leaves no half of it."""
    os.write(1, f"{line}\n".encode())


def save_on_and_on(folder: Path) -> None:
    """Save this and that, now and then much of it at once."""
    chance = random.Random()  # noqa: S311  (not for secrets)
    recover(folder)
    with Store.open(folder) as store:
        while True:
            many = MANY if chance.random() < 0.1 else chance.randrange(1, 4)
            texts = {f"topics/t{chance.randrange(200)}/en-GB.md": f"{chance.random()} " * 200 for _ in range(many)}
            changes = {file: text.encode() for file, text in texts.items()}
            at = datetime.now(UTC)
            say(f"kept {store.save(changes, 'Ann Lee', 'Change a text', base=store.head, at=at)}")


def main() -> None:
    """Begin a child for each line; say its number, and later how it ended."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            save_on_and_on(Path(sys.argv[1]))
        say(f"begun {child}")
        _, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
