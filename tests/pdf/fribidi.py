"""The levels that GNU FriBidi finds, where the machine has it: an oracle for our own."""

from ctypes import CDLL, POINTER, byref, c_int8, c_int32, c_uint32
from ctypes.util import find_library

NAME = find_library("fribidi")
BASES = {0: 0x110, 1: 0x111, None: 0x40}


def levels(text: str, base: int | None) -> list[int]:
    """Return the level of each character."""
    library = CDLL(NAME)
    count = len(text)
    points = (c_uint32 * count)(*map(ord, text))
    types, brackets, found = (c_uint32 * count)(), (c_uint32 * count)(), (c_int8 * count)()
    library.fribidi_get_bidi_types(points, count, types)
    library.fribidi_get_bracket_types(points, count, types, brackets)
    direction = c_uint32(BASES[base])
    library.fribidi_get_par_embedding_levels_ex.argtypes = [
        POINTER(c_uint32),
        POINTER(c_uint32),
        c_int32,
        POINTER(c_uint32),
        POINTER(c_int8),
    ]
    assert library.fribidi_get_par_embedding_levels_ex(types, brackets, count, byref(direction), found)
    return list(found)
