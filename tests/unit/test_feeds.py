"""RSS, RDF and Atom."""

from __future__ import annotations

from tests.unit.reading import documents, read_bytes, reasons

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette</title><link>https://gazette.example</link><language>en-GB</language>
<item><title>Crane &amp;amp; quay reopen</title><link>https://gazette.example/1</link><guid isPermaLink="false">g-1</guid>
<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><dc:creator>Ida Moss</dc:creator><category>Ports</category>
<description>Short.</description><content:encoded><![CDATA[<p>The quay reopened on Tuesday.</p><p>Ships may berth again.</p>
<script>bad()</script><p><a href="/x">More from the port</a></p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://gazette.example/2</link><description>a &lt; b, they said</description></item>
<item><pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lab Notes</title>
<entry><id>urn:1</id><title type="html">Mice &lt;i&gt;sleep&lt;/i&gt; less</title><link rel="self" href="https://l.example/self"/>
<link rel="alternate" href="https://l.example/mice"/><published>2023-11-08T10:00:00Z</published><updated>2023-11-09T00:00:00Z</updated>
<author><name>R. Aalto</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mice slept
four hours.</p><ul><li>one</li></ul></div></content></entry></feed>"""


def test_an_entry_is_a_document_with_what_the_feed_says_of_it() -> None:
    name, records = read_bytes("news.xml", RSS.encode())
    first, second = documents(records)
    assert name == "feed"
    assert first.text == (
        "Crane & quay reopen\n\nThe quay reopened on Tuesday.\n\nShips may berth again.\n\nMore from the port\n"
    )
    assert (first.record_key, first.uri) == ("g-1", "https://gazette.example/1")
    assert {name: first.field(name) for name in ("published", "outlet", "author", "url", "section", "language")} == {
        "published": "2024-03-05",
        "outlet": "Harbour Gazette",
        "author": "Ida Moss",
        "url": "https://gazette.example/1",
        "section": "Ports",
        "language": "en-GB",
    }
    assert [m.basis for m in first.metadata if m.field == "published"] == ["record"]
    assert second.text == "Only a title\n\na < b, they said\n"
    assert reasons(records) == [("news.xml#entry-3", "empty")]


def test_a_link_alone_in_an_entry_is_no_part_of_its_story() -> None:
    first = documents(read_bytes("news.xml", RSS.encode())[1])[0]
    kept = [first.text[block.start_char : block.end_char] for block in first.blocks]
    assert kept == ["Crane & quay reopen", "The quay reopened on Tuesday.", "Ships may berth again."]


def test_atom_gives_the_alternate_link_and_the_day_of_publication() -> None:
    (entry,) = documents(read_bytes("lab.atom", ATOM.encode())[1])
    assert entry.text == "Mice sleep less\n\nMice slept four hours.\n\n- one\n"
    assert (entry.field("url"), entry.field("published"), entry.field("author")) == (
        "https://l.example/mice",
        "2023-11-08",
        "R. Aalto",
    )


def test_a_feed_in_another_encoding_and_one_that_is_cut_off_are_read() -> None:
    (entry,) = documents(
        read_bytes("a.rss", RSS.replace("utf-8", "iso-8859-1").replace("Ida Moss", "Idå Möss").split("<item>")[0].encode()
                   + b"<item><title>Caf\xe9</title><description>One word.</description></item></channel></rss>")[1]
    )  # fmt: skip
    assert entry.text.startswith("Café\n")
    cut = documents(read_bytes("a.rss", RSS.encode()[:900])[1])
    assert cut[0].record_key == "g-1"


def test_a_prefix_that_a_feed_forgets_to_declare_is_survived() -> None:
    content = RSS.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', "").encode()
    assert documents(read_bytes("a.rss", content)[1])[0].field("author") == "Ida Moss"


def test_external_entities_are_not_fetched_or_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
        "<rss><channel><item><title>T</title><description>x &a; y</description></item></channel></rss>"
    )
    (entry,) = documents(read_bytes("b.xml", bomb.encode())[1])
    assert "root:" not in entry.text


def test_a_feed_without_entries_is_set_aside() -> None:
    assert reasons(read_bytes("e.xml", b"<rss><channel><title>x</title></channel></rss>")[1]) == [("e.xml", "empty")]
