"""PDF files, made here a few bytes long."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.unit.reading import documents, read_bytes, reasons

PAGE_1 = (
    "Annual report on bridges 2023", "", "Northland road office", "The office looked at 412 bridges in the year and closed",
    "eleven of them, more than in any year since it was foun-", "ded.", "Repairs took longer than planned, the re-",
    "port says, since steel was scarce.",
)  # fmt: skip
PAGE_2 = ("Northland road office", "Costs rose by nine percent.", "Page 2")
PAGE_3 = ("Northland road office", "The office asks for 40 engineers.", "Page 3")


def make_pdf(*pages: tuple[str, ...], title: str = "") -> bytes:
    """A PDF that prints lines of text, written by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 50 750 Td {drawn}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%b) >>" % title.encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(objects), len(out)
    )  # fmt: skip


def test_lines_become_paragraphs_with_the_number_of_their_page() -> None:
    name, records = read_bytes("report.pdf", make_pdf(PAGE_1, PAGE_2, PAGE_3, title="Bridges"))
    (record,) = documents(records)
    assert name == "pdf"
    shown = [(record.text[b.start_char : b.end_char], b.region, b.page_number) for b in record.blocks]
    assert shown == [
        ("Annual report on bridges 2023", "main", 1),
        ("Northland road office", None, 1),
        ("The office looked at 412 bridges in the year and closed eleven of them, more than in any year since it was "
         "founded.", "main", 1),
        ("Repairs took longer than planned, the report says, since steel was scarce.", "main", 1),
        ("Northland road office", None, 2),
        ("Costs rose by nine percent.", "main", 2),
        ("Page 2", None, 2),
        ("Northland road office", None, 3),
        ("The office asks for 40 engineers.", "main", 3),
        ("Page 3", None, 3),
    ]  # fmt: skip
    assert (record.field("title"), record.field("page_count")) == ("Bridges", "3")


def test_encrypted_scanned_and_damaged_files_are_set_aside_with_the_reason() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(make_pdf(PAGE_1))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert reasons(read_bytes("a.pdf", locked.getvalue())[1]) == [("a.pdf", "encrypted")]
    assert reasons(read_bytes("a.pdf", make_pdf(()))[1]) == [("a.pdf", "no-text")]
    assert [code for _, code in reasons(read_bytes("a.pdf", b"%PDF-1.7 ...")[1])] in (["broken-pdf"], ["no-text"])


def test_a_page_whose_drawing_never_ends_is_passed_over_and_named() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf(PAGE_1, PAGE_2, PAGE_3)))
    drawn = DecodedStreamObject()
    drawn.set_data(b"0 0 m 9 9 l S " * 40)
    form = writer._add_object(drawn)
    drawn[NameObject("/Subtype")] = NameObject("/Form")
    for _ in range(12):  # each form draws the one before four times: 4 to the 12th in all
        outer = DecodedStreamObject()
        outer.set_data(b"/F Do " * 4)
        outer[NameObject("/Subtype")] = NameObject("/Form")
        outer[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/XObject"): DictionaryObject({NameObject("/F"): form})}
        )
        form = writer._add_object(outer)
    page = writer.pages[1]
    page[NameObject("/Contents")] = writer._add_object(outer)
    page[NameObject("/Resources")] = outer["/Resources"]
    file = io.BytesIO()
    writer.write(file)
    (record,) = documents(read_bytes("map.pdf", file.getvalue())[1])
    assert ("pages_unread", "2") in [(item.field, item.value) for item in record.metadata]
    assert {block.page_number for block in record.blocks} == {1, 3}


def test_a_title_as_wide_as_a_column_is_told_by_the_distance_below_it() -> None:
    lines = (
        "Bridges on the coast road stay shut",
        "",
        "",
        "Four bridges stay shut until autumn,",
        "the office said on Tuesday.",
    )
    (record,) = documents(read_bytes("report.pdf", make_pdf(lines))[1])
    shown = [(record.text[b.start_char : b.end_char], b.block_kind) for b in record.blocks]
    assert shown == [
        ("Bridges on the coast road stay shut", "headline"),
        ("Four bridges stay shut until autumn, the office said on Tuesday.", "paragraph"),
    ]
