"""Ask an outbox what became of its mails."""

from sqlalchemy import select

from leaflet_app.delivery.outbox.read import mail
from leaflet_app.delivery.outbox.sending import send_what_is_due
from leaflet_app.delivery.records.database import reading
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.records.tables import register
from leaflet_app.delivery.register.reading import entry_of
from tests.records.letters import SENT, Server


def send(outbox, *outcomes):
    """Send what is due to a server with these outcomes; return the server."""
    server = Server(list(outcomes or (SENT,)))
    list(send_what_is_due(outbox, outbox.seal, server))
    return server


def row_of(outbox, mail_id):
    with reading(outbox.engine) as connection:
        return connection.execute(select(table).where(table.c.id == mail_id)).one()


def given_away(outbox):
    with reading(outbox.engine) as connection:
        return [entry_of(body) for body in connection.scalars(select(register.c.body))]


def state_of(outbox, mail_id):
    return mail(outbox, mail_id).state


def ids(outbox):
    with reading(outbox.engine) as connection:
        return tuple(connection.scalars(select(table.c.id)))
