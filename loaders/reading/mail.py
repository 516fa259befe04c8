"""Mail: a message (.eml) or a mailbox (.mbox), a message a document; newsletters mostly come as HTML."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from typing import BinaryIO

from dossier.reading.decoding import decode_bytes
from dossier.reading.html import make_page_text
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import (
    MAX_DOCUMENT_BYTES,
    Document,
    Format,
    InputFile,
    Rejection,
    Unreadable,
    reject_bytes,
)
from dossier.reading.whole_files import MadeText, make_document, read_limited

MAX_MESSAGE_BYTES = 64 * 2**20
SUFFIXES = {".eml", ".mbox", ".mht", ".mhtml"}
HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
TELLING = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|from|date|subject|delivered-to|to):", re.I | re.M
)
MAILBOX = re.compile(rb"From \S+.{0,60}\d{4}\r?\n[A-Za-z-]+:")
FEWEST_TELLING = 3


def recognise_mail(file: InputFile) -> bool:
    """By the line between messages of a mailbox, or by three of the headers that every message has."""
    head = file.head.lstrip(b"\r\n")
    if MAILBOX.match(head):
        return True
    at = 0
    while found := HEADER.match(head, at):
        at = found.end()
    names = {name.lower() for name in TELLING.findall(head[:at])}
    return len(names) >= FEWEST_TELLING and (
        b"message-id:" in names or b"mime-version:" in names or file.suffix in SUFFIXES
    )


def read_mail(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield every message; what cannot be read is set aside alone."""
    if not MAILBOX.match(file.head.lstrip(b"\r\n")):
        content = read_limited(file, FORMAT.name, MAX_MESSAGE_BYTES)
        yield content if isinstance(content, Rejection) else _read_message(file, content, file.uri)
        return
    with file.open() as stream:
        for number, content in enumerate(_messages(stream), start=1):
            if file.passes(number):
                continue
            place = f"{file.uri}#message-{number}"
            if len(content) > MAX_MESSAGE_BYTES:
                problem = Unreadable("too-large", f"it has more than {MAX_MESSAGE_BYTES:,} bytes")
                yield reject_bytes(file, content, problem, reader=FORMAT.name, record_key=place)
            else:
                yield _read_message(file, content, place)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox, one in memory at a time; of one beyond the limit only its beginning."""
    lines: list[bytes] = []
    size = 0
    after_blank = True
    while line := stream.readline(2**20):
        if after_blank and line.startswith(b"From ") and re.match(rb"From \S+.*\d{4}\s*$", line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= MAX_MESSAGE_BYTES:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        after_blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _read_message(file: InputFile, content: bytes, place: str) -> Document | Rejection:
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        fields = _fields_of_page(message) if _is_saved_page(message) else _fields(message)
        metadata = (*(file.sidecar.metadata if file.sidecar else ()), *metadata_rows(fields, "record"))
        own_id = fields.get("message_id")
        return make_document(
            file,
            content,
            FORMAT,
            lambda _, given: _make_text(message, given),
            metadata,
            record_key=own_id or place,
            uri=place,
        )
    except Unreadable as problem:
        return reject_bytes(file, content, problem, reader=FORMAT.name, record_key=place)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:  # headers of spam
        fault = Unreadable("bad-mail", f"its headers or parts are no mail ({' '.join(str(error).split())[:100]})")
        return reject_bytes(file, content, fault, reader=FORMAT.name, record_key=place)


def _fields(message: EmailMessage) -> dict[str, str | None]:
    name, address = email.utils.parseaddr(str(message["From"] or ""))
    return {
        "title": " ".join(str(message["Subject"] or "").split()) or None,
        "site_name": name or (address.rpartition("@")[2] or None),
        "published": str(message["Date"]) if message["Date"] else None,
        "message_id": str(message["Message-ID"] or "").strip() or None,
        "list_id": str(message["List-Id"]) if message["List-Id"] else None,
    }


def _is_saved_page(message: EmailMessage) -> bool:
    """Whether a browser saved a page in it (MHTML): its sender and date are those of the saving."""
    return message["Snapshot-Content-Location"] is not None or (
        message.get_content_type() == "multipart/related"
        and (message["Message-ID"] is None or "saved by" in str(message["From"] or "").lower())
        and any(part["Content-Location"] is not None for part in message.iter_parts())
    )


def _fields_of_page(message: EmailMessage) -> dict[str, str | None]:
    places = [message["Snapshot-Content-Location"], *(part["Content-Location"] for part in message.iter_parts())]
    address = next((str(place).strip() for place in places if place), "")
    return {
        "url": address if address.startswith(("http://", "https://")) else None,
        "fetched": str(message["Date"]) if message["Date"] else None,
    }


def _make_text(message: EmailMessage, given: Mapping[str, str]) -> MadeText:
    """The HTML part as a page, else the plain part; the subject stands above the plain one."""
    title = given.get("title")
    body = message.get_body(("html", "plain"))
    if body is None:
        raise Unreadable("no-text", "the message has no part with text")
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else str(body.get_payload()).encode("utf-8", "replace")
    charset = body.get_content_charset()
    if body.get_content_type() == "text/html":
        if _is_saved_page(message):
            return make_page_text(content, {**given, **({"encoding": charset} if charset else {})})
        made = make_page_text(content, {"encoding": charset} if charset else {})
        kept = tuple(row for row in made.metadata if row.field not in ("title", "site_name", "published"))
        return MadeText(made.text, kept, made.blocks, made.encoding)
    if len(content) > MAX_DOCUMENT_BYTES:
        raise Unreadable("too-large", f"its text has {len(content):,} bytes, more than {MAX_DOCUMENT_BYTES:,}")
    decoded = decode_bytes(content, charset if charset and charset != "us-ascii" else None)
    return MadeText(f"{title}\n\n{decoded.text}" if title else decoded.text, (), (), decoded.encoding)


FORMAT = Format("mail", "1", "message/rfc822", precedence=14, recognises=recognise_mail, read=read_mail)
