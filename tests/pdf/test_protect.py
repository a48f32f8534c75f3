"""Protected copies: they open with their password, and only with it; tags stay, the claim of PDF/A goes."""

from io import BytesIO

import page
import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.errors import PasswordRefused
from leaflet_app.domain.look import Look
from leaflet_app.pdf.protect import protect
from leaflet_app.pdf.render import render
from leaflet_app.services.protect_leaflet import protect_leaflet
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

PASSWORD = "otter candle Łódź"  # noqa: S105


@pytest.fixture(scope="module")
def plain():
    return render(a_rich_leaflet(), Look()).pdf


@pytest.fixture(scope="module")
def protected(plain):
    return protect(plain, PASSWORD)


def opened(pdf, password=PASSWORD):
    return pikepdf.open(BytesIO(pdf), password=password)


def decrypted(pdf):
    """Return the file as a reader sees it once the password is typed."""
    written = BytesIO()
    opened(pdf).save(written, encryption=False)
    return written.getvalue()


def test_the_right_password_opens_it_as_a_reader_and_not_as_its_owner(protected):
    document = opened(protected)

    assert document.user_password_matched
    assert not document.owner_password_matched


@pytest.mark.parametrize("password", ["", "otter candle", "otter candle Lodz", "OTTER CANDLE ŁÓDŹ"])
def test_no_other_password_opens_it(protected, password):
    with pytest.raises(pikepdf.PasswordError):
        opened(protected, password)


def test_another_program_opens_it_and_reads_the_same_words(plain, protected):
    open_pages = pypdfium2.PdfDocument(plain)
    pages = pypdfium2.PdfDocument(protected, password=PASSWORD)

    assert [page.get_textpage().get_text_bounded() for page in pages] == [
        page.get_textpage().get_text_bounded() for page in open_pages
    ]


def test_it_is_aes_of_256_bits_in_its_newest_revision(protected):
    encryption = opened(protected).encryption

    assert (encryption.R, encryption.bits) == (6, 256)
    assert {encryption.stream_method, encryption.string_method} == {pikepdf.models.EncryptionMethod.aesv3}


def test_it_may_be_read_aloud_and_printed_but_not_copied_or_changed(protected):
    allowed = opened(protected).allow

    assert allowed.accessibility
    assert allowed.print_highres
    assert allowed.print_lowres
    refused = (allowed.extract, allowed.modify_other, allowed.modify_annotation, allowed.modify_assembly)
    assert not any(refused)


def test_tags_words_and_their_order_are_those_of_the_open_leaflet(plain, protected):
    assert TaggedPdf(decrypted(protected)).texts() == TaggedPdf(plain).texts()


def test_it_claims_accessibility_and_no_longer_that_it_is_for_archives(protected, tmp_path):
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(decrypted(protected))

    with opened(protected).open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in metadata
        assert "pdfaid:conformance" not in metadata
    report = page.validate_pdf(str(file), profile="ua1")
    assert report.is_compliant, report.failures


def test_nothing_of_the_leaflet_stands_open_in_the_file(protected):
    for word in (b"Insulinoma", b"Example Clinic", b"pdfuaid", PASSWORD.encode()):
        assert word not in protected


def test_two_copies_share_no_key(plain, protected):
    assert protect(plain, PASSWORD) != protected


@pytest.mark.parametrize("typed", ["Ｏｔｔｅｒ candle", "Otter\u00a0candle", "Ot\u00adter candle"])
def test_a_password_opens_however_a_program_writes_its_letters(plain, typed):
    assert opened(protect_leaflet(plain, typed), "Otter candle").user_password_matched


def test_letters_and_their_accents_may_be_typed_apart(plain):
    assert opened(protect_leaflet(plain, "Zoe\u0308 Zoe\u0308"), "Zoë Zoë").user_password_matched


def test_a_password_of_just_the_bytes_that_a_pdf_takes_opens_and_one_more_is_refused(plain):
    assert opened(protect_leaflet(plain, "é" * 63 + "x"), "é" * 63 + "x").user_password_matched
    with pytest.raises(PasswordRefused, match="too long"):
        protect_leaflet(plain, "é" * 64)
