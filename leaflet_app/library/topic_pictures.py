"""The `[[pictures]]` of a topic: PNG or JPEG files beside its text, each with words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from leaflet_app.domain.bare_pictures import is_bare
from leaflet_app.domain.blocks import Run, Text, plain
from leaflet_app.domain.bounds import LONGEST_ALT, LONGEST_CAPTION, LONGEST_SIDE, MOST_PIXELS
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.domain.practice import PICTURE_ENDINGS, picture_kind
from leaflet_app.domain.topic import SectionKey, Topic, TopicPicture
from leaflet_app.library import where
from leaflet_app.library.body import read_body
from leaflet_app.library.files import LARGEST_TOPIC, Files, FileUnreadable, content_id, read_text
from leaflet_app.library.front_matter import part
from leaflet_app.library.ids import ID_REMEDY, is_id
from leaflet_app.library.pictures import pixels_of
from leaflet_app.library.prose import check_words, figures_in
from leaflet_app.library.report import Report
from leaflet_app.library.schema import PictureRow, TranslatedPictureRow, TranslatedTopicRow
from leaflet_app.library.sections import Parts
from leaflet_app.library.tables import Lines

LARGEST = 4 * 1024 * 1024
"""Bytes of a picture's file. What the editor keeps of a photograph takes a quarter of it."""

MOST = 12
"""Pictures of one topic."""

ADD_AGAIN = "add it again in the editor, which cleans it"
_NOWHERE = frozenset((SectionKey.URGENT, SectionKey.QUESTIONS))
_LOOK_LIKE_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic"))


def read_pictures(
    files: Files, rows: Sequence[PictureRow], places: Mapping[str, Run], report: Report, lines: Lines
) -> tuple[TopicPicture, ...]:
    """Return the pictures of a topic, reporting all that is wrong with any."""
    if len(rows) > MOST:
        report.add(lines.of("pictures[0]"), f"there are {len(rows)} pictures, and {MOST} is the most", "remove some")
        return ()
    pictures = []
    for index, row in enumerate(rows):
        at = f"pictures[{index}]"
        if any(row.file == other.file for other in rows[:index]):
            report.add(lines.of(f"{at}.file"), f"the picture “{row.file}” is there twice", "remove one of them")
        content = _content(files, row, report, lines.of(f"{at}.file"))
        if row.content and content and row.content != content_id(content):
            wrong = f"“{row.file}” is not the picture that this text was written with"
            report.add(lines.of(f"{at}.content"), wrong, "add the picture again in the editor")
        caption = _words(row, places, report, lines, at)
        pictures.append(TopicPicture(row.file, row.section, content, row.alt, caption))
    return tuple(pictures)


def check_sections(pictures: Sequence[TopicPicture], parts: Parts, report: Report, lines: Lines) -> None:
    """Report pictures that no section of the topic takes."""
    there = {section.key for section in parts.sections} - _NOWHERE
    for index, picture in enumerate(pictures):
        if picture.section not in there:
            known = ", ".join(key.value for key in SectionKey if key in there)
            wrong = f"no picture can stand below {{#{picture.section.value}}} of this topic"
            report.add(lines.of(f"pictures[{index}].section"), wrong, f"use one of these: {known}")


def read_translated_pictures(
    row: TranslatedTopicRow, english: Sequence[TopicPicture], places: Mapping[str, Run], report: Report, lines: Lines
) -> tuple[TopicPicture, ...]:
    """Return the English pictures, with words of the translation where it has any."""
    known = {picture.file: picture for picture in english}
    said: dict[str, TopicPicture] = {}
    for index, each in enumerate(row.pictures):
        at = f"pictures[{index}]"
        if each.file not in known:
            wrong = f"the English text has no picture “{each.file}”"
            report.add(lines.of(f"{at}.file"), wrong, "use the name that stands there, or remove it")
            continue
        if bool(each.caption.strip()) != bool(known[each.file].caption):
            wrong = f"the caption of “{each.file}” is not in both languages"
            report.add(lines.of(at), wrong, "translate what the English text has, and no more")
        caption = _words(each, places, report, lines, at)
        said[each.file] = replace(known[each.file], alt=each.alt, caption=caption, lang=row.lang)
    for picture in english:
        if picture.file not in said and any(run.fact for run in picture.caption):
            wrong = f"the caption of “{picture.file}” names a fact and is not translated"
            report.add(lines.of("pictures"), wrong, "add [[pictures]] with its file, alt and caption")
    return tuple(said.get(picture.file, picture) for picture in english)


def faults_of_pictures(files: Files, topic: Topic) -> Iterator[Fault]:
    """Yield pictures that an approval of the text would not cover, and files beside it that it does not use."""
    named = {picture.file for picture in topic.pictures}
    folder = f"{where.TOPICS}/{topic.id}"
    if topic.pictures:
        yield from _unbound(files, where.text_file(where.TOPICS, topic.id))
    for entry in files.entries(folder):
        if PurePosixPath(entry.name).suffix.lower() in _LOOK_LIKE_PICTURES and entry.name not in named:
            wrong, remedy = "no text uses this picture", "name it under [[pictures]] of its topic, or remove it"
            yield Fault(f"{folder}/{entry.name}", 1, wrong, remedy, Weight.WARNING)


def _unbound(files: Files, file: str) -> Iterator[Fault]:
    """Yield the pictures of a text that it does not name by their bytes: whoever approves it approves these too."""
    report = Report(file)
    parted = part(read_text(files, report, LARGEST_TOPIC) or "", report)
    for index, row in enumerate(parted.table.get("pictures", ()) if parted else ()):
        picture = str(PurePosixPath(file).with_name(row["file"]))
        if parted and not row.get("content") and (identity := files.ids().get(picture)):
            wrong = f"the text does not say which picture “{row['file']}” is, so an approval would not cover it"
            yield Fault(file, parted.lines.of(f"pictures[{index}].file"), wrong, f'add content = "{identity}"')


def _content(files: Files, row: PictureRow, report: Report, line: int) -> bytes:
    """Return the bytes of a picture; nothing after reporting a fault."""
    name = PurePosixPath(row.file)
    if name.name != row.file or name.suffix not in PICTURE_ENDINGS.values() or not is_id(name.stem):
        wrong = f"“{row.file[:80]}” cannot name a picture beside this text"
        report.add(line, wrong, f"write a name that ends in .png or .jpg; before that {ID_REMEDY}")
        return b""
    try:
        untrusted = files.read(str(PurePosixPath(report.file).with_name(row.file)), LARGEST)
    except FileUnreadable as fault:
        report.add(line, f"“{row.file}” cannot be used: {fault.wrong}", fault.remedy)
        return b""
    if wrong := _wrong_with(untrusted, name.suffix):
        report.add(line, f"“{row.file}” {wrong}", ADD_AGAIN)
        return b""
    return untrusted


def _wrong_with(untrusted: bytes, ending: str) -> str:
    """Say what keeps bytes from being a picture that leaflets print; nothing where nothing does."""
    size = pixels_of(untrusted)
    if len(untrusted) > LARGEST:
        return f"is larger than {LARGEST >> 20} MB"
    if size is None or PICTURE_ENDINGS[picture_kind(untrusted)] != ending:
        return f"is not a {ending[1:].upper()} picture"
    if not 0 < size[0] * size[1] <= MOST_PIXELS:
        return f"has no pixels, or more than {MOST_PIXELS // 1_000_000} million"
    if max(size) > LONGEST_SIDE * min(size):
        return f"has a side more than {LONGEST_SIDE} times longer than the other"
    return "" if is_bare(untrusted) else "holds more than a picture, or less"


def _words(
    row: PictureRow | TranslatedPictureRow, places: Mapping[str, Run], report: Report, lines: Lines, at: str
) -> Text:
    """Return the caption, after looking at both texts of a picture."""
    line = lines.of(f"{at}.alt")
    if not row.alt.strip():
        report.add(line, "the picture has no words for those who cannot see it", "write in alt what matters in it")
    if len(row.alt) > LONGEST_ALT:
        wrong = f"the words for those who cannot see the picture have more than {LONGEST_ALT} letters"
        report.add(line, wrong, "say what matters, and leave the rest to the caption")
    if found := next(figures_in(row.alt), None):
        report.add(line, f"alt holds the figure {found[1]}", "leave figures to the caption, as the {name} of a fact")
    else:
        check_words(row.alt, line, report)
    return _caption(row.caption, places, report, lines.of(f"{at}.caption"))


def _caption(typed: str, places: Mapping[str, Run], report: Report, line: int) -> Text:
    if not typed.strip():
        return ()
    pieces = read_body(typed, line, places, report)
    if [piece.kind for piece in pieces] != ["paragraph"] or pieces[0].lines[0].mark:
        report.add(
            line, "a caption is one paragraph", "write plain words, with **bold**, links or the {name} of a fact"
        )
        return ()
    text = pieces[0].lines[0].text
    if len(plain(text)) > LONGEST_CAPTION:
        report.add(line, f"a caption has more than {LONGEST_CAPTION} letters", "shorten it")
    return text
