"""The desk's side of a conversation with a server that fails."""

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.delivery.mail.smtp.patience import SECONDS, Patience
from leaflet_app.domain.mail import Stage
from leaflet_app.domain.settings import MailSettings, Security, SignIn
from tests.faults.server import PASSWORD, TOKEN, USER, FaultServer

SENDER, ADDRESS = "leaflets@clinic.example", "zebedee.quartz@patient.example"
MESSAGE = b"Subject: Information from the clinic\n\nDear reader,\n.a dot at the start\nYours\n"
SHORT_S = 0.15

SECRETS = (ADDRESS, "zebedee", SENDER, USER, PASSWORD, TOKEN)
"""What no sentence may hold."""


def settings_for(server: FaultServer, **changes) -> MailSettings:
    """Return the settings of a desk whose mail goes to this server."""
    built = {
        "server": "localhost",
        "port": server.port,
        "security": Security.IMPLICIT if server.implicit else Security.STARTTLS,
        "sender": SENDER,
        "user": USER,
    }
    return MailSettings(**built | changes)


def impatient(*stages: Stage) -> Patience:
    """Return the patience of a desk that waits long, but at these stages hardly at all."""
    return Patience({stage: SHORT_S if stage in stages else 30.0 for stage in SECONDS}, 30.0)


def send(server: FaultServer, certificates, *, short=(), message=MESSAGE, told=None, **changes):
    """Hand a message over to this server and return the outcome."""
    settings = settings_for(server, **changes)
    secret = TOKEN if settings.sign_in is SignIn.TOKEN else PASSWORD
    hand_over = SmtpHandOver(settings, secret, certificates.authority, impatient(*short))
    return hand_over(SENDER, ADDRESS, message, told or (lambda: None))
