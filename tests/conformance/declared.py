"""What a PDF says of itself as a whole, each rule as a check: catalog, metadata, colours, fonts and streams."""

import re
from collections.abc import Iterator

from tests.conformance.structure import Check
from tests.pdf.read_font import ReadFont
from tests.pdf.tagged_pdf import TaggedPdf

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
"""The part of BCP 47 that a leaflet needs: a language, a script, a region."""

NO_TEXT = {"\0", "\ufeff", "\ufffe", ""}
"""What a code may not stand for (7.21.7)."""

INFO = {
    "dc:title": "/Title",
    "dc:creator": "/Author",
    "dc:description": "/Subject",
    "pdf:Keywords": "/Keywords",
    "xmp:CreatorTool": "/Creator",
    "pdf:Producer": "/Producer",
}
DATES = {"xmp:CreateDate": "/CreationDate", "xmp:ModifyDate": "/ModDate"}
"""Properties of the metadata, and the entries of the Info dictionary that say the same (PDF/A-2, 6.6.2.3)."""

ICC_COLOURS, ICC_SIGNATURE = slice(16, 20), slice(36, 40)


def the_catalog_says_how_to_read_the_file(read: TaggedPdf) -> Iterator[str]:
    """Marked, titled and without suspects (7.1), its tabs in reading order (7.18.3)."""
    marked = read.catalog.get("/MarkInfo", {})
    if not marked.get("/Marked") or marked.get("/Suspects"):
        yield "the file is not said to be tagged throughout"
    if not read.catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a reader shows the file's name instead of its title"
    for number in read.painted_pages:
        if read.pdf.pages[number].get("/Tabs") != "/S":
            yield f"page {number + 1}: its tabs do not follow the tree"


def every_language_is_a_language_tag(read: TaggedPdf) -> Iterator[str]:
    """A voice is chosen by the language of the file and of each part that names another (7.2)."""
    tagged = [element.entry for element in read.document.walk() if "/Lang" in element.entry]
    for entry in (read.catalog, *tagged):
        if not LANGUAGE_TAG.fullmatch(str(entry.get("/Lang", ""))):
            yield f"the language “{entry.get('/Lang', '')}”"


def the_metadata_say_what_the_info_says(read: TaggedPdf) -> Iterator[str]:
    """Old and new readers find the same title, author and dates."""
    info, metadata = read.pdf.docinfo, read.pdf.open_metadata()
    for name, key in INFO.items():
        told = metadata.get(name) or ""
        said = told[0] if isinstance(told, list) else told
        if said != str(info.get(key, "")):
            yield f"{name} is “{said}” and {key[1:]} “{info.get(key)}”"
    for name, key in DATES.items():
        said, day = (re.sub(r"\D", "", str(each))[:14] for each in (metadata.get(name), info.get(key)))
        if said != day:
            yield f"{name} is “{said}” and {key[1:]} “{day}”"
    if not str(info.get("/Title", "")).strip():
        yield "the file has no title"


def the_file_claims_its_standards(read: TaggedPdf) -> Iterator[str]:
    """PDF/UA-1 always; PDF/A-2a unless it is protected, which PDF/A forbids."""
    metadata = read.pdf.open_metadata()
    claims = tuple(metadata.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance"))
    expected = ("1", None, None) if read.pdf.is_encrypted else ("1", "2", "A")
    if claims != expected:
        yield f"the file claims {claims} instead of {expected}"


def assistive_technology_may_read_the_file(read: TaggedPdf) -> Iterator[str]:
    """A protected copy keeps the one permission that a screen reader needs (7.16)."""
    if not read.pdf.allow.accessibility:
        yield "screen readers are shut out"


def colours_mean_srgb(read: TaggedPdf) -> Iterator[str]:
    """One output intent, with a real profile (PDF/A-2, 6.2.3)."""
    intents = list(read.catalog.get("/OutputIntents", ()))
    profiles = [intent.DestOutputProfile.read_bytes() for intent in intents if intent.S == "/GTS_PDFA1"]
    if [(profile[ICC_COLOURS], profile[ICC_SIGNATURE]) for profile in profiles] != [(b"RGB ", b"acsp")]:
        yield f"{len(intents)} output intents, of which {len(profiles)} are for PDF/A"


def fonts_are_inside_and_every_letter_is_text(read: TaggedPdf) -> Iterator[str]:
    """Every font is a subset in the file (7.21.4), and each code it shows has a glyph and says something (7.21.7-8)."""
    if not read.fonts:
        yield "no page has a font"
    for font in read.fonts.values():
        for fault in _faults_of_font(font):
            yield f"{font.name}: {fault}"


def streams_end_on_a_line_of_their_own(read: TaggedPdf) -> Iterator[str]:
    """The word endstream follows a line end (PDF/A-2, 6.1.7.1)."""
    ends = re.findall(rb"(.)endstream\s+endobj", read.content, re.DOTALL)
    if not ends or set(ends) - {b"\n", b"\r"}:
        yield f"endstream follows {set(ends)}"


CHECKS: tuple[Check, ...] = (
    the_catalog_says_how_to_read_the_file,
    every_language_is_a_language_tag,
    the_metadata_say_what_the_info_says,
    the_file_claims_its_standards,
    assistive_technology_may_read_the_file,
    colours_mean_srgb,
    fonts_are_inside_and_every_letter_is_text,
    streams_end_on_a_line_of_their_own,
)


def _faults_of_font(font: ReadFont) -> Iterator[str]:
    if not (font.is_wide and re.match(r"[A-Z]{6}\+", font.name)):
        yield "not a subset of two-byte codes"
    if "/FontFile2" not in font.described.FontDescriptor:
        yield "not in the file"
    for code, text in font.to_unicode.items():
        if NO_TEXT & {text, *text}:
            yield f"code {code} says {text!r}"
    for code in sorted(font.shown):
        if code not in font.to_unicode:
            yield f"code {code} says nothing"
        if font.is_wide and font.glyph(code) == 0:
            yield f"code {code} has no glyph"
