"""Zip, tar, gzip, and their limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

from dossier.reading.records import Rejection
from tests.unit.reading import documents, read_bytes, reasons

STORY = b"The ferry sails again. It had been laid up since March."


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return buffer.getvalue()


FILES = {
    "b.txt": STORY,
    "deep/a.html": b"<!doctype html><h1>Ferry</h1><p>" + STORY,
    "__MACOSX/._b.txt": b"x",
    "bad.txt": b"",
}


def test_files_in_an_archive_are_read_as_if_they_lay_in_the_folder() -> None:
    for name, content in (
        ("news.zip", zipped(FILES)),
        ("news.tar", tarred(FILES)),
        ("news.tar.gz", tarred(FILES, "w:gz")),
        ("news.tgz", tarred(FILES, "w:gz")),
        ("news.tar.xz", tarred(FILES, "w:xz")),
    ):
        form, records = read_bytes(name, content, b"licence: CC0\n")
        assert form == "archive"
        found = {one.record_key: one for one in documents(records)}
        assert sorted(key.removeprefix(f"{name}/") for key in found) == ["b.txt", "deep/a.html"]
        assert {one.text_reader for one in found.values()} == {"plain_text", "html"}
        assert {one.field("licence") for one in found.values()} == {"CC0"}
        assert reasons(records) == [(f"{name}/bad.txt", "empty")]
        assert [one.file_uri for one in records if isinstance(one, Rejection)] == [name]


def test_a_packed_file_is_read_under_its_own_name() -> None:
    for suffix, pack in ((".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)):
        content = pack(b'{"id": "7", "text": "Snow fell."}\n')
        (record,) = documents(read_bytes(f"feed.jsonl{suffix}", content)[1])
        assert (record.record_key, record.text_reader) == ("7", "json_lines")


def test_an_archive_in_an_archive_is_read_and_a_fourth_is_set_aside() -> None:
    content = zipped({"a.txt": STORY})
    for depth in range(3):
        assert len(documents(read_bytes("nest.zip", content)[1])) == depth + 1
        content = zipped({"inner.zip": content, f"beside{depth}.txt": STORY})
    records = read_bytes("nest.zip", content)[1]
    assert [code for _, code in reasons(records)] == ["archive-too-deep"]
    assert len(documents(records)) == 3


def test_what_expands_without_measure_is_set_aside_and_the_rest_is_read() -> None:
    records = read_bytes("bomb.zip", zipped({"a.txt": STORY, "bomb.txt": b"\0" * 60_000_000, "z.txt": STORY}))[1]
    assert [one.name for one in documents(records)] == ["a", "z"]
    assert [code for _, code in reasons(records)] in (["archive-bomb"], ["too-large"])
    packed = gzip.compress(b'{"text": "' + b"a" * 60_000_000)
    assert [code for _, code in reasons(read_bytes("bomb.jsonl.gz", packed)[1])] == ["archive-bomb"]


def test_damaged_and_encrypted_archives_are_set_aside() -> None:
    whole = zipped({"a.txt": STORY * 50, "b.txt": STORY})
    assert reasons(read_bytes("cut.zip", whole[:-30])[1]) == [("cut.zip", "broken-archive")]
    assert [code for _, code in reasons(read_bytes("cut.txt.gz", gzip.compress(STORY * 90)[:-9])[1])] == [
        "broken-archive"
    ]
    locked = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := whole.find(mark, start)) >= 0:
            locked[start + at] |= 1
            start += 4
    assert {code for _, code in reasons(read_bytes("locked.zip", bytes(locked))[1])} == {"encrypted"}


def test_a_name_that_leads_out_of_the_archive_leads_nowhere() -> None:
    records = read_bytes("evil.zip", zipped({"../../etc/cron.txt": STORY}))[1]
    assert [one.record_key for one in documents(records)] == ["evil.zip/../../etc/cron.txt"]


def test_office_files_without_a_reader_are_set_aside_whole() -> None:
    for files in (
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"},
        {"mimetype": b"application/epub+zip", "OEBPS/one.xhtml": STORY},
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": STORY},
    ):
        assert reasons(read_bytes("a.bin", zipped(files))[1]) == [("a.bin", "unsupported-format")]
