"""Try the mail server as it is set up, and send a test mail where it takes one."""

from __future__ import annotations

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.mail import Verdict
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import load
from leaflet_app.services.test_mail import READY, send_test, try_server

TAKEN = "The mail server has taken the test mail. See whether it arrives."


@value
class Tried:
    """What went well, step by step, and how it ended in words."""

    steps: tuple[str, ...]
    ended: str
    is_well: bool


def try_mail(desk: Desk, address: str = "") -> Tried:
    """Try the server; where all is well and there is an address, send a test mail to it.

    Raises AddressRefused, MailRefused where no server or sender is set, and NoKeyring.
    """
    settings = load(desk)
    told = try_server(desk, settings)
    if told[-1] != READY:
        *steps, message, remedy = told
        return Tried(tuple(steps), f"{message} {remedy}", is_well=False)
    if not address:
        return Tried(told[:-1], READY, is_well=True)
    if not settings.mail.sender:
        raise MailRefused("no sender is set", "Set the address that leaflets come from.")
    outcome = send_test(desk, settings, address)
    is_sent = outcome.verdict is Verdict.SENT
    return Tried(told[:-1], TAKEN if is_sent else f"{outcome.message} {outcome.remedy}".strip(), is_sent)
