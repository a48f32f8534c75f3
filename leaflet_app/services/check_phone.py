"""Keep that somebody has checked the phone number of an organisation, and with it the number as it is today."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.form_fields import Unreadable
from leaflet_app.domain.organisations import Organisation
from leaflet_app.services.desk import Desk
from leaflet_app.services.newest import Newest
from leaflet_app.services.signing import introduce, signed

# Imports inside functions are late on purpose: most desks print, and never look after the library.


def organisation(desk: Desk, entry_id: str) -> Organisation:
    """Return an organisation as the newest library has it. Raises EditRefused, StoreUnusable."""
    from leaflet_app.services import library_store  # noqa: PLC0415

    return _found(_text(library_store.newest(desk)), entry_id)


def keep_checked(desk: Desk, entry_id: str, phone: str, author: str = "") -> str:
    """Keep the number that somebody has just found to be right; return the new commit. Raises as change does."""
    from leaflet_app.services import library_store  # noqa: PLC0415
    from leaflet_app.services.list_forms import ORGANISATIONS, checked, faults_of_entry, with_entry  # noqa: PLC0415

    name, now = signed(desk, author), library_store.newest(desk)
    text = _text(now)
    if not phone.strip():
        raise EditRefused("no number was written", "Write it; the form Sources of any text takes one out.")
    entry = checked(replace(_found(text, entry_id), phone=phone), desk.today())
    for fault in faults_of_entry(entry):
        raise EditRefused(f"the number cannot stand so: {fault}", "Write it as it is rung, for example 0800 434 6476.")
    introduce(desk, name)
    content = with_entry(text, entry).encode()
    message = f"Check the phone number of {entry.id}"
    return library_store.change(desk, {ORGANISATIONS: content}, message, base=now.commit, author=name)


def _text(now: Newest) -> str:
    from leaflet_app.domain.file_text import text_shown  # noqa: PLC0415
    from leaflet_app.library.files import LARGEST_LIST, FileUnreadable  # noqa: PLC0415
    from leaflet_app.services.list_forms import ORGANISATIONS  # noqa: PLC0415

    try:
        return text_shown(now.files.read(ORGANISATIONS, LARGEST_LIST))
    except FileUnreadable as fault:
        raise EditRefused(f"the list of organisations cannot be read: {fault.wrong}", "Mend it first.") from fault


def _found(text: str, entry_id: str) -> Organisation:
    from leaflet_app.services.list_forms import read_organisations  # noqa: PLC0415

    read = read_organisations(text)
    if isinstance(read, Unreadable) or entry_id not in read:
        raise EditRefused("this organisation is no longer in the list", "Look again at what waits.")
    return read[entry_id]
