"""Messages and mailboxes."""

from __future__ import annotations

from tests.unit.reading import documents, read_bytes, reasons

HEADERS = (
    "Return-Path: <desk@letter.example>\r\nReceived: from a by b; Fri, 3 May 2024 06:00:01 +0000\r\nMIME-Version: 1.0\r\n"
    "From: =?utf-8?q?The_Caf=C3=A9_Letter?= <desk@letter.example>\r\nTo: you@example.org\r\n"
    "Subject: =?utf-8?b?RmVycnkgc2FpbHMgYWdhaW4=?=\r\nDate: Fri, 03 May 2024 23:30:00 -0400\r\nMessage-ID: <m1@letter.example>\r\n"
)
PLAIN = HEADERS + (
    "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The ferry sails again =97 at last.=\r\n It had been laid up.\r\n"
)
HTML = HEADERS + (
    "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nRead this letter in a browser.\r\n"
    "--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><table><tr><td><h1>Ferry sails again</h1></td></tr><tr><td>"
    "<p>The ferry to Norrholm sails again after it had been laid up for seven weeks with a broken shaft.</p>"
    "<p>The island council said that the first boat on Saturday was full, and that it would ask for a second.</p>"
    "<p>Fares stay as they were until the end of the year, according to the line.</p></td></tr></table></body></html>\r\n--x--\r\n"
)


def test_a_message_is_a_document_with_sender_subject_and_date() -> None:
    name, records = read_bytes("a.eml", PLAIN.encode())
    (record,) = documents(records)
    assert name == "mail"
    assert record.text == "Ferry sails again\n\nThe ferry sails again — at last. It had been laid up.\r\n"
    assert (record.record_key, record.field("title"), record.field("site_name")) == (
        "<m1@letter.example>",
        "Ferry sails again",
        "The Café Letter",
    )
    assert record.field("published") == "2024-05-03"


def test_the_html_part_is_read_as_a_page() -> None:
    (record,) = documents(read_bytes("a", HTML.encode())[1])
    assert record.text.startswith("Ferry sails again\n\nThe ferry to Norrholm")
    assert {block.region for block in record.blocks} == {"main"}
    assert record.field("title") == "Ferry sails again"


def test_a_mailbox_holds_a_document_a_message_and_a_bad_one_costs_nobody_else() -> None:
    box = "".join(
        f"From desk@letter.example Fri May  3 06:00:00 2024\r\n{message.replace('m1@', f'm{n}@')}\r\n"
        for n, message in enumerate((PLAIN, HEADERS + "Content-Type: image/png\r\n\r\nxx\r\n", HTML))
    )
    name, records = read_bytes("box.mbox", box.encode())
    assert name == "mail"
    assert [one.record_key for one in documents(records)] == ["<m0@letter.example>", "<m2@letter.example>"]
    assert reasons(records) == [("box.mbox#message-2", "no-text")]


def test_a_text_that_begins_with_a_few_labels_is_no_mail() -> None:
    assert read_bytes("a.txt", b"Date: today\nSubject: a poem\n\nRoses are red.\n")[0] == "plain_text"
    assert read_bytes("a.txt", b"From here to there it is far, in 2024\nand so on.\n")[0] == "plain_text"


def test_a_page_that_a_browser_saved_is_told_by_the_page_not_by_the_saving() -> None:
    page = (
        "<html><head><title>Ferry sails again - Sound Post</title><meta property='og:site_name' content='Sound Post'>"
        "<meta property='article:published_time' content='2024-05-03'></head><body><article><h1>Ferry sails again</h1>"
        "<p>The ferry to Norrholm sails again after it had been laid up for seven weeks with a broken shaft.</p></article>"
    )
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://sound.example/ferry\r\nSubject: x\r\n"
        "Date: Tue, 1 Jul 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        f"--x\r\nContent-Type: text/html\r\nContent-Location: https://sound.example/ferry\r\n\r\n{page}\r\n--x--\r\n"
    )
    (record,) = documents(read_bytes("a.mht", saved.encode())[1])
    told = [record.field(name) for name in ("url", "title", "site_name", "published")]
    assert told == ["https://sound.example/ferry", "Ferry sails again", "Sound Post", "2024-05-03"]
