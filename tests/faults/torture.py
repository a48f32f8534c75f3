"""Send mails through a server that fails, from a desk that is killed again and again, and count what became of them.

Run it with `python -m tests.faults.torture --runs 10 --mails 200`.
"""

import argparse
import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass, field
from email import message_from_bytes
from pathlib import Path
from threading import Lock, local
from time import monotonic, time

import sqlalchemy as sa

from leaflet_app.delivery.records.database import opened, reading
from leaflet_app.delivery.records.tables import outbox, register
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.mail import MailState
from leaflet_app.domain.written_key import written_key
from tests.faults.certificates import make_certificates
from tests.faults.drainer import Orders, message_id
from tests.faults.server import Act, At, Fault, FaultServer
from tests.records.letters import KEY

KILLED = -signal.SIGKILL
ROOT = Path(__file__).resolve().parents[2]

WIRE: tuple[Fault, ...] = (Act.CLOSE, Act.RESET, Act.HANG)
GARBAGE = b"\x00\xff\xfe this is no mail server\r\n"
NOT_NOW, NEVER = b"451 4.3.0 not now\r\n", b"550 5.1.1 never\r\n"

FAULTS: dict[At, tuple[Fault, ...]] = {
    At.CONNECT: (Act.CLOSE, Act.RESET),
    At.HANDSHAKE: WIRE,
    At.GREETING: (*WIRE, GARBAGE, b"421 4.3.2 closing\r\n", b"554 5.3.2 not here\r\n"),
    At.HELLO: (*WIRE, GARBAGE, b"502 5.5.1 what\r\n"),
    At.SIGN_IN: (*WIRE, GARBAGE, b"454 4.7.0 later\r\n"),
    At.SENDER: (*WIRE, GARBAGE, NOT_NOW, NEVER),
    At.RECIPIENT: (*WIRE, GARBAGE, NOT_NOW, NEVER),
    At.DATA: (*WIRE, GARBAGE, NOT_NOW, NEVER),
    At.BODY: (*WIRE, Act.DEAF),
    At.DOT: (*WIRE, Act.DRIP, GARBAGE, NOT_NOW, NEVER),
    At.QUIT: (*WIRE, GARBAGE, b"421 4.3.2 closing\r\n"),
}
"""What may go wrong in a conversation, by where."""


class Plan:
    """Draws for each conversation whether, where and how it fails; each conversation is a thread of its own."""

    def __init__(self, chance: random.Random, share: float) -> None:
        self.conversations = 0
        self.met: Counter[tuple[At, Fault]] = Counter()
        self._chance, self._share = chance, share
        self._lock, self._here = Lock(), local()

    def __call__(self, at: At) -> Fault | None:
        with self._lock:
            if at is At.CONNECT:
                self.conversations += 1
                self._here.drawn = self._draw()
            if (drawn := self._here.drawn) and drawn[0] is at:
                self.met[drawn] += 1
                return drawn[1]
            return None

    def _draw(self) -> tuple[At, Fault] | None:
        if self._chance.random() > self._share:
            return None
        at = self._chance.choice(list(FAULTS))
        return at, self._chance.choice(FAULTS[at])


@dataclass
class Figures:
    """What became of the mails."""

    mails: int = 0
    sent: int = 0
    failed: int = 0
    unconfirmed: int = 0
    of_these_arrived: int = 0
    silently_lost: int = 0
    duplicates: int = 0
    kills: int = 0
    conversations: int = 0
    faults: int = 0
    kinds: set[tuple[At, Fault]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Add those of another run."""
        for name, value in vars(other).items():
            if isinstance(value, set):
                self.kinds |= value
            else:
                setattr(self, name, getattr(self, name) + value)

    def __str__(self) -> str:
        share = self.faults / max(self.conversations, 1)
        return (
            f"{self.mails} mails: {self.silently_lost} silently lost, {self.duplicates} duplicates, "
            f"{self.unconfirmed} unconfirmed ({self.of_these_arrived} of them arrived), {self.sent} sent, "
            f"{self.failed} failed and told; {self.kills} kills, {self.faults} faults of {len(self.kinds)} kinds in "
            f"{self.conversations} conversations ({share:.0%})"
        )


@dataclass(frozen=True)
class Torture:
    """One run: so many mails, a share of conversations that are to fail, seconds between two kills, seconds at most."""

    seed: int
    mails: int
    share: float = 0.6
    kill_after: tuple[float, float] = (0.05, 0.6)
    most_seconds: float = 300
    patience_seconds: float = 0.5
    hurry: int = 3600

    def run(self, folder: Path) -> Figures:
        """Send all mails from a desk in this folder, and count."""
        certificates = make_certificates(folder)
        plan = Plan(random.Random(self.seed), self.share)  # noqa: S311  (the same faults for the same seed)
        with FaultServer(plan, tls=certificates.good.for_server()) as server:
            home = folder / "desk"
            home.mkdir()
            orders = Orders(
                home=str(home),
                port=server.port,
                authority=str(certificates.authority),
                key=written_key(KEY),
                letters=self.mails,
                begun=time(),
                patience_seconds=self.patience_seconds,
                hurry=self.hurry,
            )
            kills = self._drain(orders)
            figures = _counted(home, self.mails, Counter(map(_number, server.seen.accepted)))
        figures.kills, figures.conversations = kills, plan.conversations
        figures.faults, figures.kinds = plan.met.total(), set(plan.met)
        return figures

    def _drain(self, orders: Orders) -> int:
        """Begin a child, kill it, begin another, until one comes to its end by itself; count the kills."""
        chance = random.Random(self.seed + 1)  # noqa: S311
        until, kills = monotonic() + self.most_seconds, 0
        with subprocess.Popen(
            [sys.executable, "-m", "tests.faults.drainer", json.dumps(asdict(orders))],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        ) as drainer:
            try:
                while _ended(drainer, chance.uniform(*self.kill_after)) == KILLED:
                    kills += 1
                    assert monotonic() < until, "the mails were not sent in time"
            finally:
                drainer.kill()
        return kills


def _ended(drainer: subprocess.Popen[bytes], seconds: float) -> int:
    """Begin a child, kill it after a while, and return how it ended."""
    assert drainer.stdin
    assert drainer.stdout
    drainer.stdin.write(b"begin\n")
    child = int(drainer.stdout.readline())
    if not select.select([drainer.stdout], [], [], seconds)[0]:
        os.kill(child, signal.SIGKILL)
    ended = int(drainer.stdout.readline())
    assert ended in {0, KILLED}, f"a child ended with {ended}"
    return ended


def _number(message: bytes) -> int:
    """Return the number of the letter in a message."""
    return int(message_from_bytes(message)["Message-ID"].strip("<").partition("@")[0])


def _counted(home: Path, mails: int, accepted: Counter[int]) -> Figures:
    """Compare what the desk believes with what the server has."""
    figures = Figures(mails=mails, duplicates=sum(count - 1 for count in accepted.values()))
    with opened(home) as engine, reading(engine) as connection:
        rows = {row.message_mark: row for row in connection.execute(sa.select(outbox))}
        entered = set(connection.scalars(sa.select(register.c.id)))
    marks = Seal(KEY).mark
    for number in range(mails):
        row = rows.get(marks(message_id(number)))
        state = MailState(row.state) if row else None
        has_arrived, is_entered = accepted[number] > 0, f"{number:032x}" in entered
        figures.sent += state is MailState.SENT
        figures.failed += state is MailState.FAILED
        figures.unconfirmed += state is MailState.UNCONFIRMED
        figures.of_these_arrived += state is MailState.UNCONFIRMED and has_arrived
        figures.silently_lost += state is None or (state is MailState.SENT and not has_arrived)
        if state is MailState.FAILED and has_arrived:
            figures.wrong.append(f"{number} arrived, and is said to have failed")
        if is_entered is not (state is MailState.SENT):
            figures.wrong.append(f"{number} is {state} and {'in' if is_entered else 'not in'} the register")
        if state in {MailState.QUEUED, MailState.SENDING, MailState.HANDED_OVER}:
            figures.wrong.append(f"{number} was left {state}")
    if any(b"patient-" in path.read_bytes() for path in home.rglob("*") if path.is_file()):
        figures.wrong.append("an address can be read on the disk")
    return figures


def main() -> None:
    """Torture as often as was asked, and tell the figures of each run and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--mails", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    total = Figures()
    for seed in range(asked.seed, asked.seed + asked.runs):
        begun = monotonic()
        with tempfile.TemporaryDirectory() as folder:
            figures = Torture(seed, asked.mails).run(Path(folder))
        print(f"run {seed}: {figures}; {monotonic() - begun:.0f} s", *figures.wrong, sep="\n  ", flush=True)  # noqa: T201
        total.add(figures)
    print(f"in all: {total}", *total.wrong, sep="\n  ")  # noqa: T201


if __name__ == "__main__":
    main()
