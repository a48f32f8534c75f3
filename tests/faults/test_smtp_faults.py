"""Every fault of a mail server ends in the right verdict and stage, with words that a receptionist understands."""

import socket

import pytest

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.delivery.mail.smtp.patience import Patience
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import MailSettings, SignIn
from tests.faults.cells import CELLS, Cell
from tests.faults.desk import ADDRESS, MESSAGE, SECRETS, SENDER, impatient, send
from tests.faults.server import PASSWORD, Act, At, FaultServer, once

LARGE = MESSAGE * 100_000


def test_the_table_of_faults_is_whole():
    assert len({str(cell) + str(cell.implicit) for cell in CELLS}) == len(CELLS) >= 80
    assert {cell.at for cell in CELLS} == set(At) - {At.BODY}


@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_a_fault_ends_where_it_must(cell: Cell, certificates):
    short = (Stage.GOODBYE,) if cell.at is At.QUIT else (cell.stage,) if cell.is_slow else ()
    with FaultServer(once(cell.at, cell.fault), tls=certificates.good.for_server(), implicit=cell.implicit) as server:
        outcome = send(server, certificates, short=short)

    assert (outcome.verdict, outcome.stage, outcome.code) == (cell.verdict, cell.stage, cell.code)
    assert_kind(outcome)
    assert has_the_mail(server) == (outcome.verdict in {Verdict.SENT, Verdict.UNCLEAR})


def assert_kind(outcome):
    """Two whole sentences or more, and nothing in them that a log may not hold."""
    for words in (outcome.message, outcome.remedy):
        assert words[0].isupper()
        assert words.endswith(".")
        assert not any(secret.lower() in words.lower() for secret in SECRETS)
        assert words.isprintable()


def has_the_mail(server: FaultServer) -> bool:
    """Tell whether the server is responsible for the message."""
    return bool(server.seen.accepted)


@pytest.mark.parametrize(("act", "short"), [(Act.CLOSE, ()), (Act.RESET, ()), (Act.DEAF, (Stage.BODY,))], ids=str)
def test_a_body_that_does_not_arrive_is_tried_again(act, short, certificates):
    with FaultServer(once(At.BODY, act), tls=certificates.good.for_server()) as server:
        outcome = send(server, certificates, message=LARGE, short=short)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.BODY)
    assert not has_the_mail(server)


def test_nobody_at_the_door_is_tried_again(certificates):
    with FaultServer() as server:
        pass

    outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.CONNECT)
    assert outcome.message == "The mail server could not be reached."


@pytest.mark.parametrize("name", ["mail.clinic.invalid", "a" * 64 + ".example", "", "mail..example"])
def test_a_server_that_does_not_exist_is_tried_again(name, certificates, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, f"no {ADDRESS}")

    if name.endswith(".invalid"):
        monkeypatch.setattr(socket, "getaddrinfo", unknown)

    outcome = SmtpHandOver(MailSettings(server=name), PASSWORD)(SENDER, ADDRESS, MESSAGE, lambda: None)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.CONNECT)
    assert_kind(outcome)


def test_a_server_that_is_slow_everywhere_does_not_hold_a_desk_for_ever(certificates):
    with FaultServer(once(At.RECIPIENT, Act.DRIP), tls=certificates.good.for_server()) as server:
        patience = Patience(impatient().seconds, before_last_dot=0.3)
        hand_over = SmtpHandOver(
            MailSettings(server="localhost", port=server.port, sign_in=SignIn.NONE),
            None,
            certificates.authority,
            patience,
        )
        outcome = hand_over(SENDER, ADDRESS, MESSAGE, lambda: None)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.RECIPIENT)


def test_all_stages_together_end_within_two_minutes():
    patience = Patience()

    assert patience.before_last_dot + patience.seconds[Stage.LAST_DOT] + patience.seconds[Stage.GOODBYE] < 120


@pytest.mark.parametrize(
    ("at", "answer", "message"),
    [
        (At.RECIPIENT, b"550 5.1.1 unknown\r\n", "No mailbox has this address (550 5.1.1)."),
        (At.RECIPIENT, b"552 5.2.2 over quota\r\n", "The patient's mailbox is full (552 5.2.2)."),
        (At.SIGN_IN, b"535 5.7.8 no\r\n", "The mail server did not accept the user name or the password (535 5.7.8)."),
        (At.GREETING, b"421 busy\r\n", "The mail server is busy and takes no mail just now (421)."),
        (At.DOT, Act.CLOSE, "The email has probably been sent, but the mail server did not confirm it."),
    ],
)
def test_a_receptionist_reads_what_happened(at, answer, message, certificates):
    with FaultServer(once(at, answer), tls=certificates.good.for_server()) as server:
        assert send(server, certificates).message == message


def test_not_a_word_of_a_server_reaches_a_person(certificates):
    answer = f"550 5.1.1 <{ADDRESS}> Zebedee Quartz \x1b[31m unknown, said {PASSWORD}\r\n".encode()
    with FaultServer(once(At.RECIPIENT, answer), tls=certificates.good.for_server()) as server:
        outcome = send(server, certificates)

    assert_kind(outcome)
    assert outcome.message == "No mailbox has this address (550 5.1.1)."
