"""`python -m tests.faults.library [WHAT ...] [--times N]`: do to libraries all that could happen, and print a table."""

import argparse
from collections.abc import Callable
from time import monotonic

from tests.faults.library import desks, disks, flips, kills, mangled, refused, sharing
from tests.faults.library.outcome import Outcome

RUNS: dict[str, tuple[Callable[[int], Outcome], int]] = {
    "kills": (kills.run, 500),
    "refused": (refused.run, 0),
    "full": (disks.run, 40),
    "desks": (desks.run, 500),
    "flips": (flips.run, 1000),
    "mangled": (mangled.run, 300),
    **sharing.RUNS,
}
"""What can be done, and how often; nought stands for as often as there is anything to do."""


def main() -> None:
    """Do what was asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.library", description=__doc__)
    parser.add_argument("what", nargs="*", help=f"the beginning of {', '.join(RUNS)}; all where none is named")
    parser.add_argument("--times", type=int)
    asked = parser.parse_args()
    print("| what | times | came to | wrong |\n|---|---|---|---|")  # noqa: T201
    wrong = []
    for name in (name for name in RUNS if name.startswith(tuple(asked.what) or "")):
        run, times = RUNS[name]
        begun = monotonic()
        outcome = run(times if asked.times is None else asked.times)
        outcome.said += f"; {monotonic() - begun:.0f} s"
        print(outcome.row, flush=True)  # noqa: T201
        wrong += outcome.wrong
    print(*wrong, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
