"""Leaflets that would hurt a careless renderer: each ends with a sentence, or is printed as it stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Glance,
    Heading,
    InLanguage,
    Numbered,
    OwnPage,
    Paragraph,
    People,
    QrCode,
    Questions,
    Run,
    TearOff,
    Tone,
    words,
)
from leaflet_app.domain.errors import (
    LeafletError,
    LeafletTooLong,
    LinkRefused,
    MissingGlyph,
    PartTooLarge,
    PictureUnreadable,
)
from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Recipient
from tests.builders import a_leaflet, a_library, a_practice, a_topic
from tests.pdf import bad_pictures
from tests.pdf.rich import LOGO

MARKUP = (
    '<b>bold</b> &lt; &amp; <img src="file:///etc/passwd"/> <onDraw name="showPage"/> <!-- gone --> '
    '<![CDATA[kept]]> <font color="__import__">x</font> contact <john@example.org> now'
)
BREAKERS = (
    r") Tj ET Q ( \ \) \( <</JS(app.alert(1))>> endstream endobj xref trailer %%EOF % BT /F1 9 Tf [(x)] TJ <0041>"
)
TEMPLATES = "{0.__class__} {page} {pages:>99999999} {topics!r} {} %(x)s %n %s ${home} $(id) `id` {{{{"


class Bomb(NamedTuple):
    """A leaflet and how it must end: with one of these errors, or printed where there is none."""

    leaflet: Callable[[], Leaflet]
    ends: tuple[type[LeafletError], ...] = ()


def noted(note: str, *ends: type[LeafletError]) -> Bomb:
    """Return what comes of a note."""
    return Bomb(lambda: a_leaflet(note=note), ends)


def named(name: str, *ends: type[LeafletError]) -> Bomb:
    """Return what comes of a person's name."""
    return Bomb(lambda: a_leaflet(recipient=Recipient(name, "A1")), ends)


def holding(*ends: type[LeafletError], blocks: Callable[[], tuple[Block, ...]]) -> Bomb:
    """Return what comes of blocks that no composing would make."""
    return Bomb(lambda: replace(a_leaflet(), blocks=blocks()), ends)


def spoken(said: str, *ends: type[LeafletError]) -> Bomb:
    """Return what comes of a leaflet that is read from the right, and of a list in it."""
    return Bomb(
        lambda: replace(a_leaflet(), lang="ar", blocks=(Paragraph(words(said)), Bullets((words(said[:900]),) * 2))),
        ends,
    )


def linking(address: str) -> Bomb:
    """Return what comes of a link."""
    return holding(LinkRefused, blocks=lambda: (Paragraph((Run("here", link=address),)),))


def branded(logo: Callable[[], bytes], *ends: type[LeafletError]) -> Bomb:
    """Return what comes of a logo."""

    def leaflet() -> Leaflet:
        practice = a_practice(brand=Brand(logo=logo(), logo_alt="A leaf"))
        return a_leaflet(library=a_library(practice=practice))

    return Bomb(leaflet, ends)


def explained(*terms: Term) -> Bomb:
    """Return what comes of a glossary."""
    topic = a_topic(questions=(words("What is aaaa aaaa aaaa a hormone?"),))
    return Bomb(lambda: a_leaflet(topic, library=a_library(topic, glossary=Glossary(terms))))


def nested(depth: int) -> tuple[Block, ...]:
    """Return a paragraph in boxes, languages and sheets, one within the other."""
    blocks: tuple[Block, ...] = (Paragraph(words("Deep down.")),)
    for each in range(depth):
        blocks = ((Box(Tone.NOTE, blocks), InLanguage("pl", blocks), TearOff(blocks))[each % 3],)
    return blocks


WORD = words("word")
LONG = words("why " * 1_900)

WORDS = {
    "a word of 100,000 letters": noted("x" * 100_000, PartTooLarge),
    "a word of 200 letters": noted("W" * 200),
    "200 letters that break anywhere": noted("/-._" * 50),
    "2,001 words in one paragraph": noted("word " * 2_001, PartTooLarge),
    "30,001 lines": noted("word\n" * 30_001, LeafletTooLong),
    "10,000 lines": noted("a\n" * 10_000),
    "a megabyte of text": noted("word " * 200_000, LeafletTooLong),
    "200,000 line ends": noted("\n" * 199_990),
    "1,000 spaces": noted("a" + " " * 1_000 + "b"),
    "1,000 spaces that hold lines together": noted("a" + "\u00a0" * 1_000 + "b"),
    "10,000 characters without width": noted("\u200b" * 10_000 + "word"),
    "10,000 accents on one letter": noted("e" + "\u0301" * 10_000, PartTooLarge),
    "150 accents on one letter": noted("e" + "\u0301" * 150),
    "every control of direction": noted("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f word"),
    "a file's name turned round": noted("leaflet\u202egpj.exe"),
    "lines parted in every way": noted("a\vb\fc\x1cd\x1de\x85f\u2028g\u2029h\r\ni\rj"),
    "a lone surrogate": noted("a \ud800 b", MissingGlyph),
    "a NUL": noted("a\x00b", MissingGlyph),
    "faces": noted("😀 👨\u200d👩\u200d👧 🇬🇧", MissingGlyph),
    "letters beyond 16 bits": noted("𝕋𝕙𝕖", MissingGlyph),
    "a private character": noted("\ue000", MissingGlyph),
    "no character at all": noted("\uffff \U0010ffff", MissingGlyph),
    "a face that is missing": noted("�", MissingGlyph),
    "marks that look like markup": noted(MARKUP),
    "marks that end a string": noted(BREAKERS),
    "marks that look like templates": noted(TEMPLATES),
    "nothing that anyone sees": noted(" \u200b\n\t\ufeff "),
    "a name of 5,000 letters": named("x" * 5_000, PartTooLarge),
    "a name of 5,000 words": named("word " * 5_000, PartTooLarge),
    "a name with markup": named(MARKUP[:100]),
    "a name that ends a string": named(BREAKERS[:80]),
    "a name that is a template": named(TEMPLATES),
    "a name on many lines": named("Ada\nLovelace\r\nCountess"),
    "a title of 10,000 letters": Bomb(lambda: a_leaflet(a_topic(title="x" * 10_000)), (PartTooLarge,)),
    "a title that ends a string": Bomb(lambda: a_leaflet(a_topic(title=BREAKERS, purpose=MARKUP))),
    "a title that is a template": Bomb(lambda: a_leaflet(a_topic(title=TEMPLATES, purpose=TEMPLATES))),
    "a purpose without end": Bomb(lambda: a_leaflet(a_topic(purpose="x" * 10_000)), (PartTooLarge,)),
}

BLOCKS = {
    "no block": holding(blocks=lambda: ()),
    "empty blocks": holding(
        blocks=lambda: (
            Paragraph(()),
            Paragraph(words("")),
            Bullets(()),
            Numbered(()),
            Glance("", ()),
            Definitions(()),
            Questions(()),
            Box(Tone.NOTE, ()),
            InLanguage("pl", ()),
            Heading("", 2, "empty"),
        )
    ),
    "nothing anywhere": Bomb(
        lambda: replace(
            a_leaflet(), title="", purpose="", for_person="", blocks=(), band=replace(a_leaflet().band, name="")
        )
    ),
    "three boxes within each other": holding(blocks=lambda: nested(3)),
    "pages of their own where none can begin": holding(
        blocks=lambda: (Box(Tone.NOTE, (OwnPage((Paragraph(WORD),)),)), OwnPage(()), OwnPage(()))
    ),
    "60 boxes within each other": holding(PartTooLarge, blocks=lambda: nested(60)),
    "500 rows": holding(blocks=lambda: (Glance("At a glance", (("where", WORD),) * 500),)),
    "501 rows": holding(PartTooLarge, blocks=lambda: (Glance("At a glance", (("where", WORD),) * 501),)),
    "a row higher than a page": holding(LeafletTooLong, blocks=lambda: (Glance("At a glance", (("where", LONG),)),)),
    "a label of 200 letters": holding(blocks=lambda: (Glance("At a glance", (("w" * 200, WORD),)),)),
    "500 bullets": holding(blocks=lambda: (Bullets((WORD,) * 500),)),
    "10,000 bullets": holding(PartTooLarge, blocks=lambda: (Numbered((WORD,) * 10_000),)),
    "10,000 words explained": holding(PartTooLarge, blocks=lambda: (Definitions((("word", WORD),) * 10_000),)),
    "a million lines to write on": holding(PartTooLarge, blocks=lambda: (Questions((WORD,), 1_000_000),)),
    "a question higher than a page": holding(LeafletTooLong, blocks=lambda: (Questions((LONG,)),)),
    "a box of many pages": holding(blocks=lambda: (Box(Tone.URGENT, (Paragraph(LONG),) * 3),)),
    "contact details of many pages": holding(blocks=lambda: (Box(Tone.CONTACT, (Paragraph(LONG),) * 3),)),
    "a heading of 10,000 letters": holding(PartTooLarge, blocks=lambda: (Heading("x " * 5_000, 2, "long"),)),
    "300 headings in a row": holding(blocks=lambda: tuple(Heading("A", 2, f"a{n}") for n in range(300))),
    "10,000 headings": holding(LeafletTooLong, blocks=lambda: tuple(Heading("A", 2, f"a{n}") for n in range(10_000))),
    "one anchor twice": holding(blocks=lambda: (Heading("A", 2, "same"), Heading("B", 2, "same"))),
    "an anchor that ends a string": holding(blocks=lambda: (Heading("A", 2, BREAKERS), Heading("B", 2, "ü ☃"))),
    "a thousand million people": holding(PartTooLarge, blocks=lambda: (People(1, 1, 10**9, "", WORD),)),
    "100 people": holding(blocks=lambda: (People(1, 100, 100, "Everyone", WORD),)),
    "more people than there are": holding(blocks=lambda: (People(-5, 10**9, 10, "A few", WORD),)),
    "nobody": holding(blocks=lambda: (People(0, 0, 0, "No one", WORD),)),
    "a code of 3 kB": holding(PartTooLarge, blocks=lambda: (QrCode("https://e.org/".ljust(3_000, "a"), "A code"),)),
    "a code of 500 letters": holding(blocks=lambda: (QrCode("https://e.org/".ljust(500, "a"), "A code"),)),
    "a code of nothing": holding(blocks=lambda: (QrCode("", "A code"),)),
    "a code of letters beyond Latin": holding(blocks=lambda: (QrCode("https://e.org/ü/漢", "A code"),)),
    "a whole number wider than the page": holding(blocks=lambda: (Paragraph((Run("0" * 190, whole=True),)),)),
    "10,000 changes of style": holding(
        blocks=lambda: (Paragraph(tuple(Run("a ", bold=bool(n % 2)) for n in range(1_900))),) * 5
    ),
    "1,000 links": holding(blocks=lambda: (Paragraph((Run("here", link="https://example.org/"), Run(" "))),) * 1_000),
    "a link to no heading": holding(LinkRefused, blocks=lambda: (Paragraph((Run("here", link="#nowhere"),)),)),
    "one paragraph 3,000 times": holding(blocks=lambda: (Paragraph(words("Żółć ęśąćńó ůčďěň ŵŷ łż")),) * 3_000),
}

RIGHT_TO_LEFT = {
    "1,900 words": spoken("كلمة " * 1_900),
    "a word of 200 letters": spoken("ب" * 200),
    "150 marks on one letter": spoken("ب" + "\u064e" * 150),
    "100 brackets within each other": spoken("(" * 100 + " كلمة " + ")" * 100),
    "1,800 brackets that never close": spoken(("(" * 150 + " ك ") * 12),
    "900 turns of direction": spoken("a ا " * 900),
    "numbers and letters by turns": spoken("12 ا34 " * 600),
    "brackets, numbers and letters": spoken("ا(a[ب{1}2]c) " * 150),
    "nothing but signs": spoken("،؛؟" * 60),
    "letters made long": spoken("ـ" * 200),
    "two letters in one": spoken("لا" * 100),
    "letters of another script": spoken("שלום", MissingGlyph),
}

LINKS = {
    link: linking(link)
    for link in (
        "javascript:app.alert(1)",
        "file:///c:/windows/system32/cmd.exe",
        "\\\\host\\share\\a.exe",
        "smb://host/share",
        "ms-word:ofe|u|https://example.org",
        "pdf:../../other.pdf",
        "data:text/html;base64,AA",
        "https://example.org/\n/S/Launch",
        "https://example.org/) /S /JavaScript /JS (app.alert",
        "mailto:a@example.org\r\nBcc: b@example.org",
        "vbscript:x",
        "tel:\x00",
    )
}

LOGOS = {
    "pixels without end": branded(lambda: bad_pictures.png(13_000, 13_000), PictureUnreadable),
    "more pixels than Pillow takes": branded(lambda: bad_pictures.png(60_000, 60_000), PictureUnreadable),
    "just the pixels that it may have": branded(lambda: bad_pictures.blank("1", 5_000, 5_000)),
    "one line of pixels": branded(lambda: bad_pictures.blank("1", 20_000, 1)),
    "no pixels": branded(lambda: bad_pictures.png(0, 0), PictureUnreadable),
    "a cut PNG": branded(lambda: LOGO[: len(LOGO) // 2], PictureUnreadable),
    "a cut JPEG": branded(lambda: bad_pictures.blank("RGB", 300, 300, "JPEG")[:-200], PictureUnreadable),
    "an archive behind a picture": branded(lambda: LOGO + b"PK\x03\x04<script>"),
    "16 bits a pixel": branded(lambda: bad_pictures.blank("I;16", 30, 30)),
    "a palette with one clear colour": branded(lambda: bad_pictures.blank("P", 30, 30, transparency=0)),
    "a JPEG in four inks": branded(lambda: bad_pictures.blank("CMYK", 30, 30, "JPEG")),
    "a JPEG lying on its side": branded(bad_pictures.turned),
    "a moving picture": branded(bad_pictures.moving),
    "a text that unpacks to 100 MB": branded(bad_pictures.with_swollen_text, PictureUnreadable),
    "a colour profile of nonsense": branded(lambda: bad_pictures.blank("RGB", 9, 9, icc_profile=b"x" * 90_000)),
    "a GIF": branded(lambda: bad_pictures.blank("P", 9, 9, "GIF"), PictureUnreadable),
    "a TIFF": branded(lambda: bad_pictures.blank("RGB", 9, 9, "TIFF"), PictureUnreadable),
    "a drawing": branded(lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', PictureUnreadable),
    "a script": branded(lambda: b"%!PS\n(x) run", PictureUnreadable),
    "eleven megabytes": branded(lambda: LOGO + bytes(11 << 20), PictureUnreadable),
}

GLOSSARIES = {
    "5,000 words that begin alike": explained(*(Term("a" * 5 + str(n), "x") for n in range(5_000))),
    "words that are patterns": explained(Term("(a+)+$", "x"), Term("a{1,999}" * 9, "x"), Term("hormone", "a")),
    "one word in 5,000 forms": explained(Term("hormone", "x", tuple(f"aaaa {'a' * n}" for n in range(200)))),
}

BOMBS = {
    f"{kind}: {name}": bomb
    for kind, bombs in (
        ("words", WORDS),
        ("blocks", BLOCKS),
        ("right to left", RIGHT_TO_LEFT),
        ("link", LINKS),
        ("logo", LOGOS),
        ("glossary", GLOSSARIES),
    )
    for name, bomb in bombs.items()
}
