"""The folder that a change leads to, and what it brings."""

from __future__ import annotations

from collections.abc import Mapping

from dulwich.objects import Blob, Tree

from leaflet_app.domain.errors import EditRefused
from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.plain_names import is_plain
from leaflet_app.library.store.trees import Trees


def changed_tree(trees: Trees, tree: str, changes: Mapping[str, bytes | None]) -> list[Fresh]:
    """Return what a folder with some files changed, or by None taken away, consists of; itself comes last.

    Raises EditRefused for a name that cannot be, KeyError where a folder is lost, OSError.
    """
    blobs = {file: Fresh.of(Blob.type_num, content) for file, content in changes.items() if content is not None}
    for file in blobs:
        _refuse_strange(trees, tree, file, changes)
    rows = {tuple(file.encode().split(b"/")): _raw_id(blobs.get(file)) for file in changes}
    folders = trees.changed(tree, rows)
    return [*blobs.values(), *(folders or [Fresh.of(Tree.type_num, b"")])]


def _raw_id(blob: Fresh | None) -> bytes:
    return b"" if blob is None else bytes.fromhex(blob.id.decode())


def _refuse_strange(trees: Trees, tree: str, file: str, changes: Mapping[str, bytes | None]) -> None:
    """Refuse a name that no file of a library has. Raises EditRefused."""
    parts = file.split("/")
    if not is_plain(file):
        raise EditRefused("a file has a name that cannot be kept", "Give it a plain name and try again.")
    above = ["/".join(parts[:deep]) for deep in range(1, len(parts))]
    is_below_a_file = any(changes.get(each, b"" if trees.id_at(tree, each) else None) is not None for each in above)
    if is_below_a_file or trees.is_folder(tree, file):
        raise EditRefused("a file and a folder would have one name", "Give it another name and try again.")
