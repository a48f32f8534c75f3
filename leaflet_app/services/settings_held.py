"""What no letter may do otherwise: what an admin locked, and the safe side while a line of the settings is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.settings import MailWay
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import origins, sets_nothing

if TYPE_CHECKING:
    from leaflet_app.services.settings_standing import Standing

_MEND = "Mend the line that “leaflet-app settings” names, or send the leaflet as a draft."


def refuse_what_is_held(desk: Desk, way: MailWay, is_protected: bool | None) -> None:  # noqa: FBT001  (None is as set)
    """Refuse a way of mail that is not open here, and an open PDF where each is to be protected. Raises MailRefused."""
    if sets_nothing(desk):
        return
    held = {each.name: each for each in origins(desk) if each.is_locked or each.is_safe}
    _refuse_way(held.get("mail.way"), way)
    protect = held.get("mail.protect")
    if protect is not None and protect.value and is_protected is False:
        why = "a line of the settings cannot be used" if protect.is_safe else "your administrator protects every PDF"
        raise MailRefused(f"{why}, so this one needs a passphrase", "Send it with a passphrase.")


def _refuse_way(held: Standing | None, way: MailWay) -> None:
    if held is None or held.value is way:
        return
    if held.is_safe:
        raise MailRefused("a line of the settings for email cannot be used", _MEND)
    if way is MailWay.SMTP:
        raise MailRefused("your administrator has every email sent as a draft", "Send it as a draft.")
    raise MailRefused("your administrator has every email sent by this program", "Send it without a draft.")
