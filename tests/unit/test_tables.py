"""CSV and Parquet exports."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

from tests.unit.reading import documents, read_bytes, reasons

CSV = (
    "id,Headline,Body,pub_date,publisher,shares\n"
    '1,Bridge shut,"The bridge is shut, the office said.\n\nIt will open in May.",2024-03-02,Road Times,12\n'
    "2,Empty,,2024-03-03,Road Times,\n"
    "3,Bus late,The bus was late.,3 March 2024,Road Times,5\n"
)


def test_columns_with_usual_names_need_no_mapping() -> None:
    name, records = read_bytes("export.csv", CSV.encode())
    first, third = documents(records)
    assert name == "table"
    assert first.text == "Bridge shut\n\nThe bridge is shut, the office said.\n\nIt will open in May."
    assert (first.record_key, first.field("published"), first.field("outlet"), first.field("shares")) == (
        "1", "2024-03-02", "Road Times", "12",
    )  # fmt: skip
    assert third.field("published") == "2024-03-03"
    assert reasons(records) == [("export.csv#row-2", "no-text")]


def test_a_sidecar_maps_other_columns_and_names_what_is_missing() -> None:
    content = b"nr;wer;was\n7;Ada;It rained all day.\n"
    (record,) = documents(read_bytes("x.csv", content, b"columns: {text: was, author: wer, id: nr}\nlicence: CC0\n")[1])
    assert (record.record_key, record.text, record.field("author"), record.field("licence")) == (
        "7", "It rained all day.", "Ada", "CC0",
    )  # fmt: skip
    assert reasons(read_bytes("x.csv", content)[1]) == [("x.csv", "bad-mapping")]
    assert reasons(read_bytes("x.csv", content, b"columns: {text: wo}\n")[1]) == [("x.csv", "bad-mapping")]


def test_parquet_rows_are_documents() -> None:
    buffer = io.BytesIO()
    pq.write_table(
        pa.table({"url": ["https://a.example/1", None], "text": ["Hail fell.", "Snow fell."], "n": [1.5, None]}), buffer
    )
    name, records = read_bytes("export.bin", buffer.getvalue())
    first, second = documents(records)
    assert (name, first.record_key, second.record_key) == ("table", "https://a.example/1", "export.bin#row-2")
    assert (first.text, first.field("n"), second.field("n")) == ("Hail fell.", "1.5", None)
    assert reasons(read_bytes("cut.parquet", buffer.getvalue()[:-20])[1]) == [("cut.parquet", "broken-table")]


def test_a_field_that_holds_html_is_read_as_html() -> None:
    content = b'headline,content\nFog,"<p>Fog held up the ferry.</p><p>It sailed at noon.</p>"\n'
    (record,) = documents(read_bytes("x.csv", content)[1])
    assert record.text == "Fog\n\nFog held up the ferry.\n\nIt sailed at noon.\n"
    assert [block.block_kind for block in record.blocks] == ["headline", "paragraph", "paragraph"]


def test_the_same_row_of_another_file_is_the_same_record() -> None:
    one, two = (documents(read_bytes(name, CSV.encode())[1])[0] for name in ("a.csv", "b.csv"))
    assert one.document_id == two.document_id
