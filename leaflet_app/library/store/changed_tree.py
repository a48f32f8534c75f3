"""The folder that a change leads to, and what it brings."""

from __future__ import annotations

from collections.abc import Mapping

from dulwich.objects import Blob, Tree

from leaflet_app.domain.errors import EditRefused
from leaflet_app.library.store.fresh import Fresh
from leaflet_app.library.store.trees import Trees


def changed_tree(trees: Trees, tree: str, changes: Mapping[str, bytes | None]) -> list[Fresh]:
    """Return what a folder with some files changed, or by None taken away, consists of; itself comes last.

    Raises EditRefused for a name that cannot be, KeyError where a folder is lost, OSError.
    """
    goes = {_parts(file): b"" for file, content in changes.items() if content is None and trees.id_at(tree, file)}
    gone = trees.changed(tree, goes) if goes else []
    left = gone[-1].id.decode() if gone else "" if goes else tree
    new = {file: content for file, content in changes.items() if content is not None}
    for file in new:
        _refuse_strange(trees, left, file, new)
    blobs = {file: Fresh.of(Blob.type_num, content) for file, content in new.items()}
    rows = {_parts(file): bytes.fromhex(blob.id.decode()) for file, blob in blobs.items()}
    folders = trees.changed(left, rows)
    return [*gone, *blobs.values(), *(folders or [Fresh.of(Tree.type_num, b"")])]


def _parts(file: str) -> tuple[bytes, ...]:
    return tuple(file.encode().split(b"/"))


def _refuse_strange(trees: Trees, tree: str, file: str, new: Mapping[str, bytes]) -> None:
    """Refuse a name that no file of a library has. Raises EditRefused."""
    parts = file.split("/")
    if any(part.lower() in ("", ".", "..", ".git") or not part.isprintable() for part in parts):
        raise EditRefused("a file has a name that cannot be kept", "Give it a plain name and try again.")
    above = ["/".join(parts[:deep]) for deep in range(1, len(parts))]
    if trees.is_folder(tree, file) or any(each in new or trees.id_at(tree, each) for each in above):
        raise EditRefused("a file and a folder would have one name", "Give it another name and try again.")
