"""Word documents, made here part by part."""

from __future__ import annotations

import io
import zipfile

from tests.unit.reading import documents, read_bytes, reasons

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"""<w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Wells run dry</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>met.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>first point</w:t></w:r></w:p>
<w:p><w:r><w:lastRenderedPageBreak/><w:t>On the second page.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Village</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Wells</dc:title><dc:creator>M. Oduya</dc:creator></cp:coreProperties>'
)


def make_docx(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        archive.writestr("docProps/core.xml", CORE)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def test_paragraphs_lists_and_tables_come_a_block_a_line_with_their_page() -> None:
    name, records = read_bytes("note.docx", make_docx(BODY))
    (record,) = documents(records)
    assert name == "docx"
    assert [(record.text[b.start_char : b.end_char], b.block_kind, b.page_number) for b in record.blocks] == [
        ("Wells run dry", "headline", 1),
        ("The council met.", "paragraph", 1),
        ("- first point", "item", 1),
        ("On the second page.", "paragraph", 2),
        ("Village | 12", "row", 2),
    ]
    assert (record.field("title"), record.field("author")) == ("Wells", "M. Oduya")


def test_a_document_is_told_by_content_and_a_damaged_one_is_set_aside() -> None:
    assert read_bytes("note.bin", make_docx(BODY))[0] == "docx"
    assert reasons(read_bytes("note.docx", make_docx(BODY)[:-40])[1]) == [("note.docx", "broken-docx")]
    assert reasons(read_bytes("note.docx", make_docx("no xml"))[1]) == [("note.docx", "broken-docx")]


def test_footnotes_stand_behind_the_text() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Counted in May.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    (record,) = documents(read_bytes("note.docx", make_docx(BODY, footnotes=notes))[1])
    assert record.text.endswith("Village | 12\n\nCounted in May.\n")
