"""Read what was printed, with another library than the one that wrote it, in a process of its own."""

import json
import subprocess
import sys

READ = """
import json, sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
print(json.dumps([" ".join(page.get_textpage().get_text_range().split()) for page in document]))
"""


def pages_of(path):
    """Return the words of each page of a PDF."""
    read = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, check=True)
    return json.loads(read.stdout)
