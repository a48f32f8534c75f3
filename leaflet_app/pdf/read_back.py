"""Read a finished PDF as another program would, in a child: PDFium takes one caller at a time, and that is the preview.

The passphrase and the leaflet go to the child by a pipe, never as arguments, which any user of the computer could list.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from leaflet_app.domain.errors import MailRefused

SECONDS = 20.0
MEMORY_BYTES = 1 << 30
ANSWER = "from leaflet_app.pdf.read_back import answer; answer()"


def read_pages(pdf: bytes, passphrase: str = "") -> tuple[str, ...]:
    """Return the text of each page. Raises MailRefused for a file that no reader opens."""
    try:
        read = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", ANSWER],
            input=json.dumps(passphrase).encode() + b"\n" + pdf,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its faults may quote a patient's words
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            timeout=SECONDS,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return tuple(json.loads(read.stdout))
    except (OSError, subprocess.SubprocessError, ValueError) as fault:
        raise MailRefused("the attachment could not be read back", "Make the leaflet again.") from fault


def answer() -> None:
    """Read a passphrase and a PDF on standard input, and say what its pages say on standard output."""
    import pypdfium2  # noqa: PLC0415 - the child's alone

    from leaflet_app.pdf.workers.child import limit_memory  # noqa: PLC0415

    limit_memory(MEMORY_BYTES)
    passphrase = json.loads(sys.stdin.buffer.readline())
    pages = []
    with pypdfium2.PdfDocument(sys.stdin.buffer.read(), password=passphrase or None) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    json.dump(pages, sys.stdout)
