"""What makes the file PDF/UA-1 and PDF/A-2a at once: metadata, output intent and catalog."""

from __future__ import annotations

import zlib
from datetime import date
from functools import cache, partial

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflet_app import paths
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.written import Stream


class MidnightOf(TimeStamp):  # type: ignore[misc]
    """The start of a day in UTC, so that equal leaflets give equal bytes."""

    def __init__(self, day: date) -> None:
        super().__init__(invariant=1)
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)


def declare(document: Document, made_on: date) -> None:
    """Claim both standards."""
    document._timeStamp = MidnightOf(made_on)  # noqa: SLF001  it has no public name
    catalog = document.Catalog
    catalog.Metadata = pdfdoc.XMP(creator=partial(_metadata, made_on=made_on))
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = _output_intent(document)


def _output_intent(document: Document) -> str:
    """Say that colours mean sRGB (PDF/A-2 6.2.3)."""
    profile = document.add_stream(Stream(_srgb(), "/N 3"))
    named = "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
    return f"[<</Type/OutputIntent/S/GTS_PDFA1{named}/DestOutputProfile {profile}>>]"


@cache
def _srgb() -> bytes:
    return zlib.compress((paths.resources() / "colour" / "srgb.icc").read_bytes())


def _metadata(document: PDFDocument, made_on: date) -> bytes:
    """Return the XMP packet; title, author and dates equal those of the Info dictionary (PDF/A-2 6.6.2.3)."""
    info = document.info
    return _XMP.format(
        title=info.title.translate(_ESCAPED),
        author=info.author.translate(_ESCAPED),
        subject=info.subject.translate(_ESCAPED),
        keywords=info.keywords.translate(_ESCAPED),
        creator=info.creator.translate(_ESCAPED),
        producer=info.producer.translate(_ESCAPED),
        lang=document.Catalog.Lang.s.translate(_ESCAPED),
        day=f"{made_on.isoformat()}T00:00:00+00:00",
    ).encode()


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
