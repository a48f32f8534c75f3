"""One bit of one byte of the files that hold content and approvals is turned: it is told, or nothing read is other."""

import random
import tempfile
from pathlib import Path

from tests.faults.library.outcome import Outcome
from tests.faults.library.reading import Kept, kept, readings

HOLDS = ("objects/**/*", "refs/**/*", "packed-refs")


def run(times: int, seed: int = 1) -> Outcome:
    """Turn so many bits, one after the other, in a library as it grows and in one that Git has packed."""
    chance = random.Random(seed)  # noqa: S311  (the same bits for the same seed)
    outcome = Outcome("one bit turned")
    told = 0
    with tempfile.TemporaryDirectory() as made:
        libraries = [kept(Path(made) / f"{number}.git", is_packed=bool(number)) for number in range(2)]
        for number in range(times):
            library = libraries[number % 2]
            was_told, wrong = turned(library, chance)
            told, outcome.tried = told + was_told, outcome.tried + 1
            outcome.wrong += wrong
        for library in libraries:
            was_told, wrong = readings(library, list(library.texts))
            outcome.wrong += [*wrong, *(["a whole library is said to be damaged"] if was_told else [])]
    outcome.said = f"{told} told on reading, {times - told} changed nothing that is read, 0 gave another text"
    return outcome


def turned(library: Kept, chance: random.Random) -> tuple[bool, list[str]]:
    """Turn one bit, read everything, and turn it back."""
    held = sorted(path for pattern in HOLDS for path in library.folder.glob(pattern) if path.is_file())
    path = chance.choice([path for path in held if path.stat().st_size])
    content = path.read_bytes()
    at, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
    path.chmod(0o644)
    path.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
    try:
        told, wrong = readings(library, list(library.texts))
    finally:
        path.write_bytes(content)
    where = f"{path.relative_to(library.folder)}, byte {at}, bit {bit}"
    return told, [f"{where}: {each}" for each in wrong]
