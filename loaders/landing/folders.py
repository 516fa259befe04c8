"""The files of a folder (or one file, or a stream) to land, in a fixed order, each with its sidecar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dossier.errors import DossierError, ExitCode
from dossier.reading.metadata import read_sidecar
from dossier.reading.records import InputFile, Rejection, Unreadable, reject_bytes

STREAM = "-"
SIDECAR_SUFFIXES = (".yml", ".yaml")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
# What browsers of different languages call the folder beside a saved page.
COMPANIONS = (
    "_files",
    "-files",
    ".files",
    "-Dateien",
    "_Dateien",
    "_fichiers",
    "_archivos",
    "_bestanden",
    "_file",
    "_elementos",
)
MAX_SIDECAR_BYTES = 256 * 2**10


def list_files(location: str) -> Iterator[InputFile | Rejection]:
    """Yield what there is to land at a location, sorted by relative path; sidecars and hidden files are not listed."""
    if location == STREAM:
        yield InputFile("stdin", "stdin", None, lambda: sys.stdin.buffer, is_stream=True)
        return
    root = Path(location)
    if not root.exists():
        raise DossierError(
            f"There is nothing at {location}. Give a folder, a file, or - for JSON Lines on standard input.",
            ExitCode.NOTHING_TO_DO,
        )
    paths = {root.name: root} if not root.is_dir() else _walk(root)
    base = root.resolve() if root.is_dir() else root.resolve().parent
    sidecars = _pair_sidecars(root, paths)
    for uri in sorted(paths):
        path = paths[uri]
        file = InputFile(uri, Path(uri).stem, path, _opener(path))
        if uri in sidecars.values():
            continue
        if not path.resolve().is_relative_to(base):
            yield reject_bytes(
                file,
                b"",
                Unreadable("link-outside", "it links to a file outside the folder given; copy the file"),
                reader="folder",
            )
            continue
        if not path.is_file():
            yield reject_bytes(file, b"", Unreadable("unreadable", "it is no regular file"), reader="folder")
            continue
        yield from _with_sidecar(file, root, sidecars.get(uri))


def count_bytes(location: str) -> int | None:
    """Bytes of all files at a location, None of a stream."""
    root = Path(location)
    if location == STREAM or not root.exists():
        return None
    return sum(path.stat().st_size for path in (_walk(root).values() if root.is_dir() else (root,)) if path.is_file())


def _walk(root: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder, subfolders, names in os.walk(root, followlinks=False):
        saved = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGE_SUFFIXES}
        subfolders[:] = sorted(
            name for name in subfolders if not name.startswith(".") and not _belongs_to_page(name, saved)
        )
        for name in names:
            if not name.startswith("."):
                path = Path(folder, name)
                found[_printable(path.relative_to(root).as_posix())] = path
    return found


def _belongs_to_page(folder: str, saved: set[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    return any(folder.removesuffix(ending) in saved for ending in COMPANIONS if folder.endswith(ending))


def _printable(name: str) -> str:
    """A file name whose bytes are not UTF-8 gets U+FFFD for them, as text does."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _pair_sidecars(root: Path, paths: dict[str, Path]) -> dict[str, str]:
    """Sidecar by document: ``story.txt.yml`` or ``story.yml`` stands beside ``story.txt``."""
    pairs: dict[str, str] = {}
    candidates = paths if root.is_dir() else {**paths, **_siblings(root)}
    for uri in sorted(paths):
        if Path(uri).suffix.lower() in SIDECAR_SUFFIXES:
            continue
        stem = uri[: -len(Path(uri).suffix)] if Path(uri).suffix else uri
        for candidate in (uri + suffix for uri in (uri, stem) for suffix in SIDECAR_SUFFIXES):
            if candidate in candidates:
                pairs[uri] = candidate
                break
    return pairs


def _siblings(file: Path) -> dict[str, Path]:
    return {
        p.name: p
        for stem in (file.name, file.stem)
        for suffix in SIDECAR_SUFFIXES
        if (p := file.with_name(stem + suffix)).is_file()
    }


def _with_sidecar(file: InputFile, root: Path, sidecar: str | None) -> Iterator[InputFile | Rejection]:
    if sidecar is None:
        if file.suffix in SIDECAR_SUFFIXES:
            yield reject_bytes(
                file,
                b"",
                Unreadable("lone-sidecar", "it is a sidecar without a document of the same name"),
                reader="sidecar",
            )
        else:
            yield file
        return
    path = root / sidecar if root.is_dir() else root.with_name(sidecar)
    content = b""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_SIDECAR_BYTES + 1)
        if len(content) > MAX_SIDECAR_BYTES:
            raise Unreadable("bad-sidecar", f"it is larger than {MAX_SIDECAR_BYTES:,} bytes")
        yield replace(file, sidecar=read_sidecar(content))
    except (Unreadable, OSError) as error:
        problem = (
            error
            if isinstance(error, Unreadable)
            else Unreadable("unreadable", f"it cannot be opened ({error.strerror})")
        )
        yield reject_bytes(
            InputFile(sidecar, Path(sidecar).stem, path, _opener(path)), content, problem, reader="sidecar"
        )
        yield file


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")
