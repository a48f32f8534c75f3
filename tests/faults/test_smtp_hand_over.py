"""A message arrives as it was, at one address, and only when the caller has noted that it is about to."""

import socket

import pytest

from leaflet_app.delivery.mail.smtp.hand_over import SmtpHandOver
from leaflet_app.domain.mail import Stage, Verdict
from leaflet_app.domain.settings import SignIn
from tests.faults.desk import ADDRESS, MESSAGE, SENDER, impatient, send, settings_for
from tests.faults.server import PASSWORD, TOKEN, At, FaultServer, once

UNKNOWN_FAMILY = 12_345


@pytest.mark.parametrize("implicit", [True, False], ids=["implicit", "starttls"])
@pytest.mark.parametrize("announced", ["AUTH PLAIN", "AUTH LOGIN", "AUTH=PLAIN LOGIN"])
def test_a_message_arrives_as_it_was(announced, implicit, certificates):
    with FaultServer(tls=certificates.good.for_server(), implicit=implicit, announced=(announced,)) as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage, outcome.code) == (Verdict.SENT, Stage.LAST_DOT, 250)
    assert server.seen.accepted == [MESSAGE.replace(b"\n", b"\r\n")]


def test_what_is_slipped_in_before_the_line_is_encrypted_ends_the_try(certificates):
    slipped_in = b"220 2.0.0 go on\r\n250 AUTH PLAIN\r\n"
    with FaultServer(once(At.STARTTLS, slipped_in), tls=certificates.good.for_server(), implicit=False) as server:
        outcome = send(server, certificates)

    assert (outcome.verdict, outcome.stage) == (Verdict.TEMPORARY, Stage.TLS)
    assert outcome.message == "No safe connection to the mail server could be made, so nothing was sent."
    assert not server.seen.secrets


def test_an_address_of_a_kind_that_this_computer_does_not_know_is_passed_over(monkeypatch, certificates):
    found, unknown = socket.getaddrinfo, (UNKNOWN_FAMILY, socket.SOCK_STREAM, 0, "", ("::1", 25, 0, 0))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **kind: [unknown, *found(*asked, **kind)])
    with FaultServer(tls=certificates.good.for_server()) as server:
        assert send(server, certificates).verdict is Verdict.SENT


def test_there_is_one_recipient(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        send(server, certificates)

    assert [line for line in server.seen.commands if line[:4] in {b"mail", b"rcpt"}] == [
        f"mail FROM:<{SENDER}> size={len(MESSAGE)}\r\n".encode(),
        f"rcpt TO:<{ADDRESS}>\r\n".encode(),
    ]


def test_a_token_signs_in(certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        outcome = send(server, certificates, sign_in=SignIn.TOKEN)

    assert outcome.verdict is Verdict.SENT
    assert server.seen.secrets[0].startswith(b"AUTH XOAUTH2 ")


@pytest.mark.parametrize(("way", "right"), [(SignIn.TOKEN, TOKEN), (SignIn.PASSWORD, PASSWORD)])
@pytest.mark.parametrize("announced", ["AUTH XOAUTH2 PLAIN", "AUTH XOAUTH2 LOGIN"])
def test_a_refused_secret_ends_the_try(announced, way, right, certificates):
    with FaultServer(tls=certificates.good.for_server(), announced=(announced,)) as server:
        hand_over = SmtpHandOver(settings_for(server, sign_in=way), f"not {right} é", certificates.authority)
        outcome = hand_over(SENDER, ADDRESS, MESSAGE, lambda: None)

    assert (outcome.verdict, outcome.stage, outcome.code) == (Verdict.PERMANENT, Stage.SIGN_IN, 535)
    assert outcome.remedy.endswith("Settings, then press Try again.")
    if way is SignIn.TOKEN:
        assert server.seen.secrets[1] == b"\r\n", "the reason for the refusal wants an empty answer"


def test_a_server_within_the_practice_may_want_nobody_to_sign_in(certificates):
    with FaultServer(tls=certificates.good.for_server(), announced=()) as server:
        assert send(server, certificates, sign_in=SignIn.NONE).verdict is Verdict.SENT

    assert not server.seen.secrets


def test_the_caller_is_told_between_the_body_and_the_final_dot(certificates):
    seen = []
    with FaultServer(lambda at: seen.append(at.value), tls=certificates.good.for_server()) as server:
        send(server, certificates, told=lambda: seen.append("told"))

    assert seen[-4:] == ["body", "told", "dot", "quit"]


def test_what_the_caller_raises_stops_the_message(certificates):
    def lost_the_lease():
        raise RuntimeError("another desk has it")

    with FaultServer(tls=certificates.good.for_server()) as server, pytest.raises(RuntimeError, match="another desk"):
        send(server, certificates, told=lost_the_lease)

    assert server.seen.bodies == 1
    assert not server.seen.accepted


def test_a_refused_recipient_is_never_noted_as_about_to_be_sent(certificates):
    told = []
    with FaultServer(
        lambda at: b"550 no\r\n" if at is At.RECIPIENT else None, tls=certificates.good.for_server()
    ) as server:
        send(server, certificates, told=lambda: told.append("told"))

    assert not told


@pytest.mark.parametrize("size", ["SIZE 40", "SIZE", "SIZE 0", "SIZE many"])
def test_a_message_larger_than_the_server_takes_is_not_begun(size, certificates):
    with FaultServer(tls=certificates.good.for_server(), announced=(size, "AUTH PLAIN")) as server:
        outcome = send(server, certificates)

    if size == "SIZE 40":
        assert (outcome.verdict, outcome.stage) == (Verdict.PERMANENT, Stage.SENDER)
        assert outcome.message == "The email is too large for the mail server."
        assert not server.seen.bodies
    else:
        assert outcome.verdict is Verdict.SENT


@pytest.mark.parametrize(
    ("sender", "address", "message", "stage"),
    [
        (SENDER, "zoë@patient.example", MESSAGE, Stage.RECIPIENT),
        (SENDER, "a@b.example>\r\nRCPT TO:<c@d.example", MESSAGE, Stage.RECIPIENT),
        (SENDER, "a@b.example, c@d.example", MESSAGE, Stage.RECIPIENT),
        (SENDER, "a@b@c.example", MESSAGE, Stage.RECIPIENT),
        (SENDER, "", MESSAGE, Stage.RECIPIENT),
        ("", ADDRESS, MESSAGE, Stage.SENDER),
        (SENDER, ADDRESS, MESSAGE + "é".encode(), Stage.BODY),
        (SENDER, ADDRESS, MESSAGE + b"\0", Stage.BODY),
    ],
)
def test_what_a_server_may_not_understand_is_refused_before_it_is_called(sender, address, message, stage, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        hand_over = SmtpHandOver(settings_for(server), PASSWORD, certificates.authority, impatient())
        outcome = hand_over(sender, address, message, lambda: None)

    assert (outcome.verdict, outcome.stage) == (Verdict.PERMANENT, stage)
    assert not server.seen.connections


@pytest.mark.parametrize("end", [b"\n.\n", b"\r.\r", b"\n.\r\nMAIL FROM:<a@b.example>\r\n", b"\r\n.\r\n", b"no end"])
def test_no_text_of_a_message_ends_it_early(end, certificates):
    with FaultServer(tls=certificates.good.for_server()) as server:
        assert send(server, certificates, message=MESSAGE + end).verdict is Verdict.SENT

    (arrived,) = server.seen.accepted
    assert arrived.splitlines() == (MESSAGE + end).splitlines()
    assert len([line for line in server.seen.commands if line.startswith(b"mail")]) == 1
