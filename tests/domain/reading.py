"""What a person reads in a composed leaflet."""

from leaflet_app.domain.blocks import Box, Bullets, Heading, Tone, plain, texts


def said(leaflet):
    """Return every printed line."""
    return list(texts(leaflet.blocks))


def headings(leaflet):
    """Return level and words of each heading outside the boxes."""
    return [(block.level, block.text) for block in leaflet.blocks if isinstance(block, Heading)]


def the(kind, leaflet):
    """Return the first block of a kind."""
    return next(block for block in leaflet.blocks if isinstance(block, kind))


def box(leaflet, tone):
    """Return the box of a tone."""
    return next(block for block in leaflet.blocks if isinstance(block, Box) and block.tone is tone)


def reasons(leaflet):
    """Return the lists of reasons to get help fast, as printed."""
    blocks = box(leaflet, Tone.URGENT).blocks
    return [[plain(line) for line in block.lines] for block in blocks if isinstance(block, Bullets)]


def bullets_below(heading, leaflet):
    """Return the lines of the list right below a heading."""
    at = next(at for at, block in enumerate(leaflet.blocks) if isinstance(block, Heading) and block.text == heading)
    return [plain(line) for line in leaflet.blocks[at + 1].lines]
