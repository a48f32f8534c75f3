"""A copy that opens only with a password: AES-256 (ISO 32000-2, security handler of revision 6).

Tags, languages and links stay, and so does the claim of PDF/UA. PDF/A forbids encryption (PDF/A-2 6.1.3), so that claim
is taken out. Two copies of one leaflet are never equal: each has its own random keys.
"""

from __future__ import annotations

import secrets
from io import BytesIO

import pikepdf

ARCHIVAL_CLAIM = ("pdfaid:part", "pdfaid:conformance")
OWNER_BYTES = 32

MAY = pikepdf.Permissions(
    accessibility=True,
    extract=False,
    modify_annotation=False,
    modify_assembly=False,
    modify_form=False,
    modify_other=False,
    print_lowres=True,
    print_highres=True,
)
"""Read aloud (PDF/UA-1 7.16) and print, but not copy out of or change."""


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted under a prepared password (domain/password.py).

    The owner's password is random and thrown away: whoever may change the leaflet has it unprotected, and were it the
    same as the reader's, every reader would be the owner. Metadata is encrypted too, as the title tells a diagnosis.
    """
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for claim in ARCHIVAL_CLAIM:
                del metadata[claim]
        document.save(
            written,
            encryption=pikepdf.Encryption(
                user=password, owner=secrets.token_urlsafe(OWNER_BYTES), R=6, allow=MAY, metadata=True
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()
