"""Every stage of a conversation with a mail server, and every fault it may have there, with how it must end."""

from dataclasses import dataclass

from leaflet_app.domain.mail import Stage, Verdict
from tests.faults.server import Act, At, Fault

TEMPORARY, PERMANENT, UNCLEAR, SENT = Verdict.TEMPORARY, Verdict.PERMANENT, Verdict.UNCLEAR, Verdict.SENT

GARBAGE = b"\x00\xff\xfenot mail\r\n"
LONG = b"250 " + b"A" * 200_000 + b"\r\n"
TWO_MINDED = b"250-yes\r\n550 no\r\n"


@dataclass(frozen=True)
class Cell:
    """A fault at a place, and the verdict, stage and code that it must end in. HANG and DRIP end by the clock."""

    at: At
    fault: Fault
    verdict: Verdict
    stage: Stage
    code: int | None = None
    implicit: bool = True

    @property
    def is_slow(self) -> bool:
        """Tell whether only the clock ends it."""
        return self.fault in {Act.HANG, Act.DRIP, Act.DEAF}

    def __str__(self) -> str:
        shown = self.fault.value if isinstance(self.fault, Act) else self.fault[:12].decode("ascii", "replace")
        return f"{self.at.value}: {shown.strip()}"


def _cells(at: At, stage: Stage, verdicts: dict[Fault, Verdict], *, implicit: bool = True) -> list[Cell]:
    return [Cell(at, fault, verdict, stage, _code(fault), implicit) for fault, verdict in verdicts.items()]


def _code(fault: Fault) -> int | None:
    is_answer = isinstance(fault, bytes) and fault[:3].isdigit() and fault.count(b"\n") == 1 and fault != LONG
    return int(fault[:3]) if is_answer else None


LOST = dict.fromkeys((Act.CLOSE, Act.RESET, Act.HANG), TEMPORARY)
SILENT = LOST | dict.fromkeys((Act.DRIP, GARBAGE), TEMPORARY)

CELLS = [
    *_cells(At.CONNECT, Stage.GREETING, LOST, implicit=False),
    *_cells(At.CONNECT, Stage.TLS, {Act.CLOSE: TEMPORARY, Act.HANG: TEMPORARY}),
    *_cells(At.HANDSHAKE, Stage.TLS, LOST | {b"this is no handshake\r\n" * 9: TEMPORARY}),
    *_cells(
        At.GREETING,
        Stage.GREETING,
        SILENT | {b"421 busy\r\n": TEMPORARY, b"554 no\r\n": PERMANENT, b"354 what\r\n": TEMPORARY, LONG: TEMPORARY},
    ),
    *_cells(
        At.HELLO,
        Stage.HELLO,
        SILENT | {b"421 busy\r\n": TEMPORARY, b"502 what\r\n": TEMPORARY, LONG: TEMPORARY, TWO_MINDED: TEMPORARY},
    ),
    *_cells(
        At.STARTTLS,
        Stage.TLS,
        SILENT
        | {b"454 not now\r\n": TEMPORARY, b"502 never\r\n": TEMPORARY, b"220 go\r\n250 ok, no need\r\n": TEMPORARY},
        implicit=False,
    ),
    *_cells(At.HANDSHAKE, Stage.TLS, LOST, implicit=False),
    *_cells(
        At.SIGN_IN,
        Stage.SIGN_IN,
        SILENT
        | {b"454 4.7.0 later\r\n": TEMPORARY, b"535 5.7.8 wrong\r\n": PERMANENT, b"534 5.7.9 weak\r\n": PERMANENT},
    ),
    *_cells(
        At.SENDER,
        Stage.SENDER,
        SILENT
        | {b"451 later\r\n": TEMPORARY, b"452 full\r\n": TEMPORARY}
        | {b"550 not you\r\n": PERMANENT, b"552 5.3.4 too big\r\n": PERMANENT},
    ),
    *_cells(
        At.RECIPIENT,
        Stage.RECIPIENT,
        SILENT
        | {b"421 busy\r\n": TEMPORARY, b"450 4.2.0 later\r\n": TEMPORARY, b"452 4.2.2 full\r\n": TEMPORARY}
        | {b"550 5.1.1 unknown\r\n": PERMANENT, b"551 moved\r\n": PERMANENT, b"550 5.7.1 no relay\r\n": PERMANENT},
    ),
    *_cells(
        At.DATA,
        Stage.DATA,
        SILENT
        | {b"451 later\r\n": TEMPORARY, b"554 no\r\n": PERMANENT, b"250 what\r\n": TEMPORARY}
        | {b"354 go\r\n250 taken, before it came\r\n": TEMPORARY},
    ),
    *_cells(
        At.DOT,
        Stage.LAST_DOT,
        dict.fromkeys((Act.CLOSE, Act.RESET, Act.HANG, Act.DRIP, GARBAGE, LONG, TWO_MINDED, b"354 what\r\n"), UNCLEAR)
        | {b"421 closing\r\n": TEMPORARY, b"451 later\r\n": TEMPORARY, b"452 4.3.1 full\r\n": TEMPORARY}
        | {b"554 5.6.0 no\r\n": PERMANENT, b"550 5.7.1 spam\r\n": PERMANENT, b"251 ok, elsewhere\r\n": SENT},
    ),
    *[
        Cell(At.QUIT, fault, SENT, Stage.LAST_DOT, 250)
        for fault in (Act.CLOSE, Act.RESET, Act.HANG, Act.DRIP, GARBAGE, b"421 bye\r\n", b"500 what\r\n")
    ],
    Cell(At.RECIPIENT, b"251 will forward\r\n", SENT, Stage.LAST_DOT, 250),
]
"""The whole table. A code that makes no sense at its stage is a code all the same, and stands in the outcome."""
