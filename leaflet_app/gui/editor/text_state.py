"""Whether a text is saved, said in words that are true at any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from leaflet_app.domain.days import written_day
from leaflet_app.domain.errors import LeafletError
from leaflet_app.gui.editor.text_head import TextHead
from leaflet_app.gui.editor.unsaved import Written

NO_CHANGES, SAVING, NOT_SAVED = "No changes", "Saving …", "Not saved yet"
SURE = "Throw away all you have changed since this text was last saved?"
NOT_KEPT = "If you leave now, what you have written is lost: no draft of it could be kept."
NO_DRAFT = "Not saved, and no draft could be kept. {why}"


class TextState:
    """Remembers when the text was last saved and last kept as a draft, and says so above it."""

    def __init__(self, now: Callable[[], datetime], head: TextHead) -> None:
        self._now, self._head = now, head
        self._saved: datetime | None = None
        self._draft: tuple[Written, datetime] | None = None
        self._no_draft = ""
        self.is_saving = False

    def note_saved(self) -> None:
        """Note that the text was saved now."""
        self.is_saving = False
        self._saved = self._now()

    def note_draft(self, written: Written, at: datetime) -> None:
        """Note that this is kept as a draft."""
        self._draft, self._no_draft = (written, at), ""

    def note_no_draft(self, fault: LeafletError) -> None:
        """Note why no draft could be kept."""
        self._no_draft = str(fault)

    def show(self, written: Written, *, is_changed: bool) -> None:
        """Say how the text stands, and offer what suits that."""
        self._head.offer(can_save=is_changed and not self.is_saving, can_discard=is_changed and not self.is_saving)
        self._head.say(*self._said(written, is_changed=is_changed))

    def said_time(self, at: datetime) -> str:
        """Say a time: of today the hour alone is enough."""
        local, today = at.astimezone(), self._now().astimezone().date()
        return f"{local:%H:%M}" if local.date() == today else f"{written_day(local.date())}, {local:%H:%M}"

    def _said(self, written: Written, *, is_changed: bool) -> tuple[str, str]:
        if self.is_saving:
            return SAVING, "soft"
        if not is_changed:
            return (f"✓ Saved {self.said_time(self._saved)}", "good") if self._saved else (NO_CHANGES, "soft")
        if self._no_draft:
            return NO_DRAFT.format(why=self._no_draft), "urgent"
        if self._draft and self._draft[0] == written:
            return f"{NOT_SAVED}  ·  draft kept {self.said_time(self._draft[1])}", "soft"
        return NOT_SAVED, "look"
