"""Archives: zip, tar, and single files packed with gzip, bzip2 or xz; every file in them is read as if it lay there.

Limits keep a small archive from becoming a large load: depth, number of members, bytes of a member and how far it may
expand. What goes beyond them is set aside with the reason, and the rest is read.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, cast

from dossier.reading.decoding import unsupported
from dossier.reading.records import Format, InputFile, Record, Rejection, Unreadable, reject_bytes

MAX_DEPTH = 3
MAX_MEMBERS = 200_000
MAX_MEMBER_BYTES = 4 * 2**30
MAX_RATIO = 200  # text is packed to a twentieth at best, tables of numbers to a hundredth
RATIO_COUNTS_FROM = 16 * 2**20  # bytes; below this size no ratio does harm
IN_MEMORY = 16 * 2**20
BUFFER = 2**18
PACKED = (
    (b"\x1f\x8b", ".gz", gzip.open),
    (b"BZh", ".bz2", bz2.open),
    (b"\xfd7zXZ\x00", ".xz", lzma.open),
)
BROKEN = (EOFError, zlib.error, lzma.LZMAError, OSError, zipfile.BadZipFile, tarfile.TarError, RuntimeError, ValueError)
PACKAGES = (("xl/workbook.xml", "an Excel workbook"), ("ppt/presentation.xml", "a PowerPoint presentation"))
OPEN_PACKAGES = {
    "application/epub+zip": "an EPUB book",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation",
}
HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")


def recognise_archive(file: InputFile) -> bool:
    """By the first bytes; Office documents, which are zip archives too, are asked before."""
    head = file.head
    return (
        head.startswith((b"PK\x03\x04", b"PK\x05\x06", *(mark for mark, _, _ in PACKED))) or head[257:262] == b"ustar"
    )


def read_archive(file: InputFile) -> Iterator[Record]:
    """Yield what every member holds, in the order of their names (of a tar: as they come)."""
    from dossier.reading.formats import read_file  # it knows this module

    try:
        if file.depth >= MAX_DEPTH:
            raise Unreadable("archive-too-deep", f"it lies in {MAX_DEPTH} archives already; unpack it")
        for member in _members(file):
            if isinstance(member, Rejection):
                yield member
                continue
            try:
                yield from read_file(member)
            except Unreadable as problem:
                yield reject_bytes(member, b"", problem, reader=FORMAT.name)
    except Unreadable as problem:
        yield reject_bytes(file, b"", problem, reader=FORMAT.name)
    except BROKEN as error:
        yield reject_bytes(
            file, b"", Unreadable("broken-archive", f"it is damaged or cut off ({_words(error)})"), reader=FORMAT.name
        )


def _members(file: InputFile) -> Iterator[InputFile | Rejection]:
    if file.head.startswith(b"PK"):
        yield from _zip_members(file)
    elif file.head[257:262] == b"ustar":
        yield from _tar_members(file, file.open)
    else:
        yield from _unpacked(file)


def _zip_members(file: InputFile) -> Iterator[InputFile | Rejection]:
    with _seekable(file) as stream, zipfile.ZipFile(stream) as archive:
        _refuse_office(archive)
        members = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
        if len(members) > MAX_MEMBERS:
            raise Unreadable("too-many-members", f"it holds {len(members):,} files, more than {MAX_MEMBERS:,}")
        for number, info in enumerate(sorted(members, key=lambda info: info.filename), start=1):
            if file.passes(number):
                continue

            def open_member(info: zipfile.ZipInfo = info) -> BinaryIO:
                return io.BufferedReader(_Bounded(archive.open(info), lambda: info.compress_size), BUFFER)

            member = _inside(file, info.filename, open_member)
            if info.flag_bits & 1:
                problem = Unreadable("encrypted", "it is encrypted; unpack it with its password")
                yield reject_bytes(member, b"", problem, reader=FORMAT.name)
            else:
                yield member


def _refuse_office(archive: zipfile.ZipFile) -> None:
    """Documents of office programs are zip archives too; what lies in them is no document by itself."""
    names = set(archive.namelist())
    for name, what in PACKAGES:
        if name in names:
            raise unsupported(f"{what}; save it as PDF, Word (.docx) or text")
    if "mimetype" in names:
        with archive.open("mimetype") as member:
            kind = member.read(100).decode("ascii", "replace").strip()
        if kind.startswith("application/"):
            raise unsupported(f"{OPEN_PACKAGES.get(kind, kind)}; save it as PDF, Word (.docx) or text")


@contextmanager
def _seekable(file: InputFile) -> Iterator[IO[bytes]]:
    """The file opened for reading here and there; what comes out of another archive is laid down first."""
    with file.open() as stream:
        if stream.seekable():
            yield stream
            return
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as kept:
            shutil.copyfileobj(stream, kept, BUFFER)
            kept.seek(0)
            yield kept


def _tar_members(file: InputFile, opener: Callable[[], BinaryIO]) -> Iterator[InputFile | Rejection]:
    with opener() as stream, tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive:
        for number, info in enumerate(archive, start=1):
            if number > MAX_MEMBERS:
                raise Unreadable("too-many-members", f"it holds more than {MAX_MEMBERS:,} files")
            if file.passes(number) or not info.isfile() or _is_hidden(info.name):
                continue  # taken by an earlier load; links, devices and folders
            if info.size > MAX_MEMBER_BYTES:
                problem = Unreadable("too-large", f"it has {info.size:,} bytes, more than {MAX_MEMBER_BYTES:,}")
                yield reject_bytes(_inside(file, info.name, io.BytesIO), b"", problem, reader=FORMAT.name)
                continue
            extracted = archive.extractfile(info)
            if extracted is None:
                continue
            with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as kept:
                while chunk := extracted.read(2**20):
                    kept.write(chunk)

                def open_member(kept: IO[bytes] = kept) -> BinaryIO:
                    kept.seek(0)
                    return io.BufferedReader(_Kept(kept), BUFFER)

                yield _inside(file, info.name, open_member)


def _unpacked(file: InputFile) -> Iterator[InputFile | Rejection]:
    suffix, unpack = next((suffix, unpack) for mark, suffix, unpack in PACKED if file.head.startswith(mark))

    def open_member() -> BinaryIO:
        packed = _Counted(file.open())
        unpacked = unpack(io.BufferedReader(packed, BUFFER), "rb")
        return io.BufferedReader(_Bounded(cast(IO[bytes], unpacked), lambda: packed.count), BUFFER)

    name = PurePosixPath(file.uri).name
    inner = name.removesuffix(suffix) if name.lower().endswith(suffix) else name
    inner = f"{inner[:-4]}.tar" if inner.lower().endswith(".tgz") else inner
    member = _inside(file, inner, open_member)
    if member.head[257:262] == b"ustar":
        yield from _tar_members(file, open_member)
    else:
        yield member


def _inside(file: InputFile, name: str, opener: Callable[[], BinaryIO]) -> InputFile:
    """A file in an archive: its name is told, never followed, so '..' in it leads nowhere."""
    clean = name.replace("\\", "/").encode("utf-8", "replace").decode("utf-8", "replace")
    return InputFile(
        uri=f"{file.uri}/{clean}",
        name=Path(clean).stem or clean,
        path=None,
        open=opener,
        sidecar=file.sidecar,
        container=file.file_uri,
        depth=file.depth + 1,
    )


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in HIDDEN or part.startswith(".") and part not in (".", "..") for part in parts)


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


class _Counted(io.RawIOBase):
    """A packed stream that counts what was read of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.count = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Bounded(io.RawIOBase):
    """A stream out of an archive that stops where it becomes too large or expands too far."""

    def __init__(self, stream: IO[bytes], packed_bytes: Callable[[], int]) -> None:
        self._stream, self._packed_bytes, self._count = stream, packed_bytes, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except BROKEN as error:
            raise Unreadable("broken-archive", f"it is damaged or cut off ({_words(error)})") from None
        self._count += len(data)
        if self._count > MAX_MEMBER_BYTES:
            raise Unreadable("too-large", f"it unpacks to more than {MAX_MEMBER_BYTES:,} bytes")
        if self._count > max(RATIO_COUNTS_FROM, MAX_RATIO * self._packed_bytes()):
            raise Unreadable("archive-bomb", f"it unpacks to more than {MAX_RATIO} times its size")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            super().close()


class _Kept(io.RawIOBase):
    """A member kept in memory or on the disk; closing it does not throw it away, so that it can be opened again."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._stream.seek(offset, whence)
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


FORMAT = Format("archive", "1", "application/zip", precedence=8, recognises=recognise_archive, read=read_archive)
