"""Read what a person chose: a file, and never for longer than one is to be waited for."""

import os
from pathlib import Path

import pytest

from leaflet_app.domain.errors import EditRefused, PackRefused
from leaflet_app.services.add_picture import read_picture
from leaflet_app.services.chosen_file import bytes_of
from leaflet_app.services.packs import inspect_pack
from tests.fakes import a_desk


def test_no_more_than_one_byte_too_many_is_read(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"12345")

    assert (bytes_of(file, 5), bytes_of(file, 3)) == (b"12345", b"1234")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system makes no pipes of a name")
def test_nobody_waits_for_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(PackRefused, match="It is no file"):
        inspect_pack(a_desk(), pipe)
    with pytest.raises(EditRefused, match="cannot be read"):
        read_picture(pipe)


@pytest.mark.parametrize("file", [Path(os.devnull), Path()])
def test_what_is_no_file_is_told(file):
    with pytest.raises(OSError, match=r"no file|denied|directory"):
        bytes_of(file, 5)
