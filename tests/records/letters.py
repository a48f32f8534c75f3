"""Letters, an outbox whose clock stands in the test's hand, and mail servers that do as they are told."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.sealed import Seal
from leaflet_app.domain.given import Given, GivenTopic, Way
from leaflet_app.domain.mail import Letter, Outcome, Stage, Verdict
from tests.builders import a_selection

QUEUED_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ADDRESS, REFERENCE = "ada.canary@example.org", "CANARY-0815"
KEY = bytes(range(32))
UNDO = timedelta(seconds=30)

SENT = Outcome(Verdict.SENT, Stage.GOODBYE, 250, "The email was sent.", "")
NO_ANSWER = Outcome(Verdict.TEMPORARY, Stage.CONNECT, None, "The mail server could not be reached.", "Wait.")
WRONG_PASSWORD = Outcome(Verdict.PERMANENT, Stage.SIGN_IN, 535, "The password is wrong.", "Enter it again in Settings.")
BUSY = Outcome(Verdict.TEMPORARY, Stage.RECIPIENT, 451, "The mail server is busy.", "Wait.")
REFUSED = Outcome(Verdict.PERMANENT, Stage.RECIPIENT, 550, "The mail server does not know the address.", "Ask for it.")
UNCLEAR = Outcome(Verdict.UNCLEAR, Stage.LAST_DOT, None, "The mail server did not answer.", "Check with the patient.")

_number = count(1)


def a_given(**changes) -> Given:
    """Return an entry of the register for a leaflet by email."""
    number = next(_number)
    built = Given(
        id=f"{number:032x}",
        given_at=QUEUED_AT,
        desk="Front desk",
        user="reception",
        way=Way.EMAIL,
        passport="CL-7K3M9Q-4F",
        edition="e" * 64,
        program="0.1.0",
        topics=(GivenTopic("insulinoma", "1.0.0"),),
        selection=a_selection("insulinoma"),
        pages=4,
    )
    return replace(built, **changes)


def a_letter(**changes) -> Letter:
    """Return a letter with a number of its own."""
    given = changes.pop("given", None) or a_given()
    built = Letter(
        address=ADDRESS,
        sender="desk@clinic.example",
        subject="Information from the clinic",
        text="Here is your leaflet.",
        html="<p>Here is your leaflet.</p>",
        pdf=b"%PDF-fake leaflet",
        file_name="leaflet-CL-7K3M9Q-4F.pdf",
        message_id=f"<{given.id}@clinic.example>",
        sent_on=QUEUED_AT,
        given=given,
        reference=REFERENCE,
    )
    return replace(built, **changes)


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    at: datetime = QUEUED_AT

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **times: float) -> None:
        """Let time pass, or go back."""
        self.at += timedelta(**times)


@dataclass
class Server:
    """A mail server that answers each message with the next outcome, and the last one ever after."""

    outcomes: list[Outcome] = field(default_factory=lambda: [SENT])
    got: list[tuple[str, str, bytes]] = field(default_factory=list)
    meanwhile: object = None

    def __call__(self, sender, address, message, before_last_dot) -> Outcome:
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if outcome.stage in {Stage.LAST_DOT, Stage.GOODBYE}:
            if self.meanwhile:
                self.meanwhile()
            before_last_dot()
            self.got.append((sender, address, message))
        return outcome


def an_outbox(engine, clock, desk="front", key=KEY, **changes) -> Outbox:
    """Return the outbox of a desk."""
    return Outbox(engine, Seal(key), clock, desk, **{"undo": UNDO, **changes})


def queued(outbox, letter=None) -> str:
    """Queue a letter whose undo time is over."""
    put_in = put(outbox, outbox.seal, letter or a_letter(), b"Subject: Leaflet\r\n\r\nHere it is.\r\n")
    outbox.now.passes(seconds=30)
    return put_in
