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
places = [words.search(each).get_next()[0] for each in sys.argv[2:]]
(x, y, *_), (next_x, next_y, *_) = (words.get_charbox(places[0] + step) for step in (0, 3))
along = (0, 1 if next_x > x else -1) if abs(next_x - x) > abs(next_y - y) else (1, 1 if next_y > y else -1)
print(json.dumps([words.get_charbox(place)[along[0]] * along[1] for place in places]))
"""

INK = """
import json, sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
drawn = [page.render(scale=0.25, grayscale=True) for page in document]
boxes = []
for each in drawn:
    rows = [bytes(each.buffer)[y * each.stride : y * each.stride + each.width] for y in range(each.height)]
    inked = [(x // 4, y // 4) for y, row in enumerate(rows) for x, shade in enumerate(row) if shade < 200]
    boxes.append(sorted(set(inked)))
print(json.dumps(boxes))
"""


def inked_pages(path):
    """Return for each page which parts of it are inked."""
    return _said(INK, str(path))


def pages_of(path):
    """Return the words of each page of a PDF."""
    return _said(READ, str(path))


def lefts_of(path, *words):
    """Return how far to the right each of these words begins on the first page, however the paper is turned."""
    return _said(FIND, str(path), *words)


def _said(script, *arguments):
    read = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True)
    return json.loads(read.stdout)
