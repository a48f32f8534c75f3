"""Read what was printed, with another library than the one that wrote it, in a process of its own."""

import json
import subprocess
import sys

READ = """
import json, sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
print(json.dumps([" ".join(page.get_textpage().get_text_range().split()) for page in document]))
"""

FIND = """
import json, sys, pypdfium2
words = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage()
found = [words.search(each).get_next() for each in sys.argv[2:]]
print(json.dumps([words.get_charbox(place[0])[0] if place else None for place in found]))
"""


def pages_of(path):
    """Return the words of each page of a PDF."""
    return _said(READ, str(path))


def lefts_of(path, *words):
    """Return how far from the left each of these words begins on the first page."""
    return _said(FIND, str(path), *words)


def _said(script, *arguments):
    read = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True)
    return json.loads(read.stdout)
