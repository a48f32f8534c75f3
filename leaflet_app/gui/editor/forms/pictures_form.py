"""The pictures of a topic: dropped, pasted or chosen from a file, cleaned, and never without words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog

from leaflet_app.domain.bare_pictures import BarePicture
from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.form_fields import PictureFields, TextFields
from leaflet_app.gui.editor.forms.form_page import FormPage
from leaflet_app.gui.editor.forms.form_table import FormTable
from leaflet_app.gui.editor.forms.form_text import FormText
from leaflet_app.gui.editor.forms.picture_sheet import PictureSheet
from leaflet_app.gui.editor.other_files import OtherFiles
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.widgets.folders import pictures_folder
from leaflet_app.gui.widgets.picture_taking import FILTER, picture_in
from leaflet_app.services.add_picture import added, cleaned, read_picture
from leaflet_app.services.text_forms import read_forms, with_picture_words, without_picture

ABOUT = (
    "Drop a PNG or JPEG here or on the text, paste one with Ctrl+V, or add it from a file. It is cleaned first: what a "
    "camera noted, as where it was taken, is left behind."
)
TRANSLATED = "The pictures of a translation are those of the English text: add or remove them there."
HEADINGS = ("What it shows", "Below the heading", "Caption")
ROW_HEIGHT = 64
THUMB = QSize(84, 56)


class PicturesForm(FormPage):
    """Shows the pictures that the text names; `folder` is that of the text."""

    def __init__(self, text: FormText, others: OtherFiles, folder: str) -> None:
        super().__init__(ABOUT)
        self._text, self._others, self._folder = text, others, folder
        self._jobs = Jobs(self)
        self._fields = TextFields()
        self.setAcceptDrops(True)
        self.table = FormTable("Pictures of this text", HEADINGS, wide=0)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setIconSize(THUMB)
        self.table.edit_asked.connect(self.edit)
        self.body.addWidget(self.table, 1)
        self.add = self.button("&Add from a file …", self._choose_file)
        self.change = self.button("&Edit", lambda: self.edit(self.table.current))
        self.remove = self.button("&Remove", lambda: self._remove(self.table.current))
        self.buttons.addStretch(1)
        self.body.addLayout(self.buttons)
        self.table.current_changed.connect(self._offer)
        self.follow(text.changed, others.changed)

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def take(self, mime: QMimeData) -> bool:
        """Take a picture that was dropped or pasted anywhere in the editor; tell whether it is one."""
        read = picture_in(mime)
        self.refresh()
        if read is not None and self.holder.isEnabled():
            self._clean(read)
        return read is not None

    def edit(self, file: str) -> PictureSheet | None:
        """Open the sheet with the words of a picture."""
        picture = next((each for each in self._fields.pictures if each.file == file), None)
        if picture is None:
            return None
        sheet = PictureSheet(self.window(), self._content(file), self._fields.sections, picture)
        sheet.accepted.connect(lambda: self._keep(sheet.fields))
        sheet.open()
        sheet.fit()
        return sheet

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let pictures be dropped here."""
        if picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a picture that is dropped here."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a picture that is pasted here."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.take(QGuiApplication.clipboard().mimeData())):
            super().keyPressEvent(event)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self.window(), "Add a picture", pictures_folder(), FILTER)
        if chosen:
            self._clean(partial(read_picture, Path(chosen)))

    def _clean(self, read: Callable[[], bytes]) -> None:
        self.show_trouble("")
        self._jobs.submit(lambda: cleaned(read()), self._ask_for_words, self._refuse)

    def _refuse(self, fault: LeafletError) -> None:
        self.show_trouble(str(fault), usable=True)

    def _ask_for_words(self, picture: BarePicture) -> None:
        sheet = PictureSheet(self.window(), picture.content, self._fields.sections)
        sheet.accepted.connect(lambda: self.tried(partial(self._put, picture, sheet.fields)))
        sheet.open()
        sheet.fit()

    def _put(self, picture: BarePicture, fields: PictureFields) -> None:
        taken = {each.file for each in self._fields.pictures} | {
            PurePosixPath(each).name for each in self._others.changes
        }
        new = added(self._text.text, picture, fields.alt, fields.section, caption=fields.caption, taken=taken)
        self._others.put(f"{self._folder}/{new.file}", new.content)
        self._text.replace(new.text)
        self.table.make_current(new.file)

    def _keep(self, fields: PictureFields) -> None:
        self.tried(lambda: self._text.replace(with_picture_words(self._text.text, fields)))

    def _remove(self, file: str) -> None:
        """Take a picture out of the text; its file goes when the text is saved, so that undo finds it."""
        self.tried(lambda: self._text.replace(without_picture(self._text.text, file)))

    def _content(self, file: str) -> bytes:
        return self._others.content(f"{self._folder}/{file}") or b""

    def _show(self) -> None:
        read = read_forms(self._text.text)
        if not isinstance(read, TextFields):
            self.show_trouble(f"The pictures cannot be shown. {read}")
            return
        self.show_trouble(TRANSLATED if read.is_translation else "")
        self._fields = read
        headings = dict(read.sections)
        cells = [(each.file, (each.alt, headings.get(each.section, ""), each.caption)) for each in read.pictures]
        self.table.show_rows(cells)
        for row, picture in enumerate(read.pictures):
            shown = QPixmap()
            shown.loadFromData(self._content(picture.file))
            self.table.show_icon(row, QIcon(shown))

    def _offer(self, file: str) -> None:
        self.change.setEnabled(bool(file))
        self.remove.setEnabled(bool(file))
