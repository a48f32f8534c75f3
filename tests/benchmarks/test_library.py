"""The large store of the library's figures."""

import pytest

from benchmarks import library
from benchmarks.table import CannotRun
from leaflet_app.library.store.repository import Store


def test_the_large_store_is_always_the_same(tmp_path):
    assert library.large_store(tmp_path / "one.git", 60) == library.large_store(tmp_path / "two.git", 60)

    with Store.open(tmp_path / "one.git") as one, Store.open(tmp_path / "two.git") as two:
        assert one.head == two.head
        assert len(one.ids(one.head)) == 60


def test_a_save_that_is_not_there_is_not_counted(tmp_path):
    library.large_store(tmp_path / "library.git", 60)
    with Store.open(tmp_path / "library.git") as store:
        head = store.head

    with pytest.raises(CannotRun, match="not saved"):
        library._prove(tmp_path / "library.git", head, "topics/topic-00001/en-GB.md", b"another")
