"""Typst in a cold process: fonts and source in, PDF on standard output. Imports nothing else, to its advantage."""

from __future__ import annotations

import sys

import typst


def main() -> None:
    """Compile once. Arguments: the source, the folder it may read, the folder of fonts."""
    source, root, fonts = sys.argv[1:]
    pdf = typst.compile(
        source, root=root, font_paths=[fonts], ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF")
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
