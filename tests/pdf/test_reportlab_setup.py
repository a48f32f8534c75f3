"""The one repair of ReportLab: a line end before `endstream` (PDF/A-2 6.1.7.1)."""

import pytest
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream

from leaflet_app.pdf.file.reportlab_setup import set_up


@pytest.mark.parametrize(("content", "end"), [(b"abc", b"abc\nendstream\n"), (b"abc\r", b"abc\r\r\nendstream\n")])
def test_a_stream_ends_with_a_line_end_of_its_own(content, end):
    set_up()

    assert PDFStream(PDFDictionary({}), content=content).format(PDFDocument()).endswith(end)
