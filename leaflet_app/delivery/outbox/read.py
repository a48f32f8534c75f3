"""See what is in the outbox, in plain words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, or_, select

from leaflet_app.delivery.outbox.outbox import OVER, SEEN_FOR, Outbox
from leaflet_app.delivery.outbox.parts import Opened
from leaflet_app.delivery.records.database import reading
from leaflet_app.delivery.records.tables import attempts
from leaflet_app.delivery.records.tables import outbox as table
from leaflet_app.delivery.sealed import Seal, SealBroken
from leaflet_app.domain.mail import Mail, MailState, Stage, Verdict
from leaflet_app.domain.outbox_words import OTHER_KEY, Try, standing, told_try

COLUMNS = [each for each in table.c if each.name not in {"payload", "given"}]
"""All that a person sees; the two others are large."""

_Row = Row[tuple[Any, ...]]


def mails(outbox: Outbox, *states: MailState) -> tuple[Mail, ...]:
    """Return the mails of these states, or all where none is named, newest first. Raises RecordsUnusable.

    Mails that are over can be seen for a day; then the register knows of them.
    """
    wanted = select(*COLUMNS).where(or_(table.c.state.not_in(OVER), table.c.ended_at >= outbox.now() - SEEN_FOR))
    if states:
        wanted = wanted.where(table.c.state.in_([state.value for state in states]))
    return _read(outbox, wanted)


def mail(outbox: Outbox, mail_id: str) -> Mail:
    """Return one mail that is there. Raises RecordsUnusable."""
    return _read(outbox, select(*COLUMNS).where(table.c.id == mail_id))[0]


def waiting(outbox: Outbox) -> int:
    """Count the mails that are on their way or want a person. Raises RecordsUnusable."""
    with reading(outbox.engine) as connection:
        return connection.execute(select(func.count()).where(table.c.state.not_in(OVER))).scalar_one()


def is_any_due(outbox: Outbox) -> bool:
    """Tell whether a mail is to be sent now. Raises RecordsUnusable."""
    due = select(table.c.id).where(table.c.state == MailState.QUEUED.value, table.c.due <= outbox.now()).limit(1)
    with reading(outbox.engine) as connection:
        return connection.execute(due).first() is not None


def next_due(outbox: Outbox) -> datetime | None:
    """Return when the next mail leaves that can still be undone; None where there is none. Raises RecordsUnusable."""
    untried = (table.c.state == MailState.QUEUED.value, table.c.tries == 0)
    with reading(outbox.engine) as connection:
        rows = connection.execute(select(table.c.queued_at, table.c.due).where(*untried)).all()
    return min((row.due for row in rows if row.due - row.queued_at <= outbox.undo), default=None)


def was_for_another(outbox: Outbox, seal: Seal, address: str, reference: str) -> bool:
    """Tell whether an address was last used for another reference. Raises RecordsUnusable."""
    last = (
        select(table.c.reference_mark)
        .where(
            table.c.address_mark == seal.mark(address.casefold()),
            table.c.reference_mark != "",
            table.c.state != MailState.CANCELLED.value,
        )
        .order_by(table.c.queued_at.desc())
        .limit(1)
    )
    with reading(outbox.engine) as connection:
        kept = connection.execute(last).scalar_one_or_none()
    return kept is not None and kept != seal.mark(reference)


def _read(outbox: Outbox, wanted: Select[tuple[Any, ...]]) -> tuple[Mail, ...]:
    now = outbox.now()
    with reading(outbox.engine) as connection:
        rows = connection.execute(wanted.order_by(table.c.queued_at.desc(), table.c.id)).all()
        tries = connection.execute(_tries_of(wanted)).all()
        made = _made(tries)
        return tuple(_mail(row, outbox.seal, made.get(row.id, ()), now) for row in rows)


def _tries_of(wanted: Select[tuple[Any, ...]]) -> Select[tuple[Any, ...]]:
    """Build the question for the tries of these mails."""
    mails_wanted = wanted.with_only_columns(table.c.id)
    return select(attempts).where(attempts.c.mail.in_(mails_wanted)).order_by(attempts.c.id)


def _made(tries: Sequence[_Row]) -> Mapping[str, Sequence[Try]]:
    """Return the tries of each mail, oldest first."""
    made: dict[str, list[Try]] = defaultdict(list)
    for row in tries:
        made[row.mail].append(Try(row.ended_at, Verdict(row.verdict), Stage(row.stage), row.code))
    return made


def _mail(row: _Row, seal: Seal | None, tries: Sequence[Try], now: datetime) -> Mail:
    state = MailState(row.state)
    address, said, is_opened = _opened(row, seal)
    message, remedy = standing(state, due=row.due, ended_at=row.ended_at, said=said, now=now)
    if not is_opened and state is MailState.QUEUED:
        message, remedy = OTHER_KEY
    return Mail(
        id=row.id,
        state=state,
        queued_at=row.queued_at,
        due=row.due,
        attempts=row.attempts,
        passport=row.passport,
        topics=tuple(json.loads(row.topics)),
        pages=row.pages,
        is_protected=row.is_protected,
        address=address,
        message=message,
        remedy=remedy,
        history=tuple(told_try(each, now) for each in tries),
        last_stage=tries[-1].stage if tries else None,
    )


def _opened(row: _Row, seal: Seal | None) -> tuple[str, tuple[str, str] | None, bool]:
    """Return the address, what was said last, and whether this desk can open the mail at all."""
    if seal is None or row.key_mark != seal.name:
        return "", None, False
    opened = Opened(seal, row.id)
    try:
        address = opened.label(row.label).address if row.label else ""
        said = opened.said(row.said) if row.said else None
    except SealBroken:
        return "", None, True
    return address, said, True
