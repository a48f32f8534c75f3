"""Several desks drain one outbox and are killed again and again: each mail goes once, or asks a person."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from time import time

import pytest
from sqlalchemy import select

from leaflet_app.delivery.outbox.queueing import put
from leaflet_app.delivery.outbox.read import mails
from leaflet_app.delivery.records.database import reading
from leaflet_app.delivery.records.tables import register
from leaflet_app.domain.mail import MailState
from tests.records.desk import Orders
from tests.records.letters import a_given, a_letter

ROOT = Path(__file__).resolve().parents[2]
MAILS = 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a program")
def test_killed_desks_send_each_mail_once_or_ask(outbox, home, address, tmp_path):
    letters = [a_letter(address=f"{number}@example.org", given=a_given()) for number in range(MAILS)]
    for each in letters:
        put(outbox, outbox.seal, each, b"message")
    posted = tmp_path / "posted"
    posted.touch()

    deaths = drained_by(3 if address else 1, home, address, posted)

    arrived = Counter(posted.read_text().split())
    stands = {mail.address: mail.state for mail in mails(outbox)}
    with reading(outbox.engine) as connection:
        entered = set(connection.scalars(select(register.c.id)))
    sent = {address for address, state in stands.items() if state is MailState.SENT}
    assert deaths
    assert max(arrived.values()) == 1
    assert set(stands.values()) <= {MailState.SENT, MailState.UNCONFIRMED}
    assert sent <= set(arrived)
    assert entered == {each.given.id for each in letters if each.address in sent}


def drained_by(desks, home, address, posted) -> int:
    """Let so many desks drain the outbox; return how often they were killed."""
    homes = [home, *(home.parent / f"desk-{number}" for number in range(1, desks))]
    begun = time()
    running = []
    for seed, folder in enumerate(homes):
        folder.mkdir(exist_ok=True)
        orders = Orders(str(folder), address, str(posted), begun, seed)
        command = [sys.executable, "-m", "tests.records.desk", json.dumps(asdict(orders))]
        running.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
    try:
        told = [each.communicate(timeout=60)[0] for each in running]
    finally:
        for each in running:
            each.kill()
            each.wait()
    assert [each.returncode for each in running] == [0] * desks
    return sum(map(int, told))
