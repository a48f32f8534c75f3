"""Send what is due, one mail after another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from leaflet_app.delivery.outbox.claim import Claim, LeaseLost, claim, hand_over_begins, hold_back
from leaflet_app.delivery.outbox.outbox import Outbox
from leaflet_app.delivery.outbox.parts import Opened
from leaflet_app.delivery.outbox.settle import settle
from leaflet_app.delivery.sealed import Seal, SealBroken
from leaflet_app.domain.mail import HandOver, Outcome, Stage, Verdict

ABOUT_THE_SERVER = {Stage.CONNECT, Stage.GREETING, Stage.HELLO, Stage.TLS, Stage.SIGN_IN}
"""Stages at which a fault would meet the next mail as well."""

HOLD_BACK = {Verdict.TEMPORARY: timedelta(minutes=1), Verdict.PERMANENT: timedelta(minutes=10)}
"""How long the other mails then wait: too many wrong passwords lock an account."""

DAMAGED = Outcome(
    Verdict.PERMANENT,
    Stage.DATA,
    None,
    "This email was damaged in the outbox, so it was not sent.",
    "Cancel it, and send the leaflet again.",
)


def send_what_is_due(outbox: Outbox, seal: Seal, hand_over: HandOver) -> Iterator[str]:
    """Try each mail that is due, and yield its id. Where the server takes none, the others wait.

    Raises RecordsUnusable.
    """
    while claimed := claim(outbox, seal):
        outcome = _try(outbox, seal, claimed, hand_over)
        if outcome is None:
            continue
        is_ours = settle(outbox, seal, claimed, outcome) is not None
        takes_none = outcome.stage in ABOUT_THE_SERVER and outcome.verdict in HOLD_BACK
        if takes_none:
            hold_back(outbox, HOLD_BACK[outcome.verdict])
        if is_ours:
            yield claimed.id
        if takes_none:
            return


def _try(outbox: Outbox, seal: Seal, claimed: Claim, hand_over: HandOver) -> Outcome | None:
    """Hand a mail over; None where it was taken from us meanwhile, and so not sent."""
    opened = Opened(seal, claimed.id)
    try:
        label, message = opened.label(claimed.label), opened.payload(claimed.payload)
        opened.given(claimed.given)  # or it could not be noted once it is sent
    except SealBroken:
        return DAMAGED
    try:
        return hand_over(label.sender, label.address, message, lambda: hand_over_begins(outbox, claimed))
    except LeaseLost:
        return None
