"""Speakers that no verb names: a turn's label, a name before a colon, a heading above quotations, a signature below."""

from __future__ import annotations

import re

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, text_of
from dossier.language.lexicons import speech_words
from dossier.language.rows import ActorMentionRow
from dossier.language.statements.cues import noun_kinds
from dossier.language.statements.lookups import tokens_between
from dossier.language.statements.quotations import Quotation
from dossier.language.statements.speakers import Speaker
from dossier.language.turns import surname_key

LONGEST_LEAD = 600  # characters; a link's address may stand behind the name
LONGEST_LINE = 8  # words
LONGEST_SIGNATURE = 22  # words
JOINED = re.compile(r"[^.;:]{0,60}?(?:,|\band\b)\s+(?:[A-Z]\w+\W+){2,}", re.S)
LINK = re.compile(r"\]\([^)\s]*\)|\]\[\d*\]")
SENTENCE_BREAK = re.compile(r"(?:[^\W\d_]{5,}|\d|[)\]”\"’'])[.!?][”\"’')*_]*\s+(?=[\"“‘'*\[A-Z])")
TOPIC = re.compile(r"(?:on|about|regarding|re|asked|in response|in|at|to|for|from|with|when|if|why|how|what)\b", re.I)
ABOUT = re.compile(r"[\s*_\[]*(?:On|About|Regarding)\s")
# What may stand behind the name in a heading over quotations: 'X on a programme', 'X, mayor', 'X (R-OH)'.
BEHIND_NAME = re.compile(r"[\s*_]*(?:$|[:,(–—]|(?:on|in|at|to|with|during|for)\s)", re.I)
SIGNATURE = re.compile(r"[\s*_\\]*(?:[–—―]|--?)\s*(?P<name>[*_\[]*[^\W\d_].{1,160})$", re.S)
CREDIT = re.compile(r"\b(?:by|photos?:?|pictures?:?)\s*$", re.I)
# 'CLAIM: “…” FACT: …', 'Myth 3: “…”': the label of a box, no speaker.
BOXED = re.compile(rf"(?:the )?(?:{'|'.join(sorted(speech_words('label of a box of facts')))})(?: ?#?\d{{1,2}})?", re.I)
# 'Here are highlights from the speech:' above a list of quoted words.
OPENER = re.compile(rf"\b(?:{'|'.join(sorted(speech_words('opener of a list of quotations')))})\b", re.I)
OWNED = re.compile(r"['’]s?\*?\s+(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})")
OF_MANY = re.compile(rf"\b(?:{'|'.join(sorted(speech_words('word for many speakers')))})\b", re.I)
DASHES = "–—―-"
MARKS = " *_>\\[]\t\n\r\u00a0"
LEFT_OUT = re.compile(r"\s*[,(].*$", re.S)


def label_speaker(article: Article, actors: ActorIndex, start: int, end: int) -> Speaker:
    """Who a turn's label stands for: a name in it, a surname told elsewhere, or the bearer of the title."""
    label = article.text[start:end]
    core = LEFT_OUT.sub("", label)
    spoken_end = start + len(core) if core.strip() else end
    return Speaker(start, spoken_end, _label_chain(article, actors, start, end, label), False, "")


def _label_chain(article: Article, actors: ActorIndex, start: int, end: int, label: str) -> str | None:
    key = surname_key(label)
    inside = [m for m in actors.mentions_within(start, end) if actors.chain_of(m).actor_type == "person"]
    named = [m for m in inside if m.text.casefold().split()[-1].strip(".,") == key] or inside
    if named:
        return named[-1].chain_id
    bearers = {
        m.chain_id: None
        for m in actors.mentions
        if actors.chain_of(m).actor_type == "person" and actors.chain_of(m).name.casefold().split()[-1] == key
    }
    if len(bearers) == 1:
        return next(iter(bearers))
    title = re.sub(r"^the\s+", "", label.casefold())
    for mention in actors.mentions:  # 'THE PRESIDENT' is the first whom the text calls President
        if actors.chain_of(mention).actor_type != "person" or mention.mention_kind == "pronoun":
            continue
        near = article.text[max(0, mention.start_char - 40) : mention.end_char].replace("\\_", " ").casefold()
        before = near[: len(near) - len(mention.text)].rstrip()
        before = before.rstrip(",")
        titled = mention.text.casefold().startswith(title + " ") or before.endswith(title)
        if titled and not re.search(r"\b(?:vice|former|deputy|ex)[\s-]+$", before.removesuffix(title)):
            return mention.chain_id
    return None


def interviewee(article: Article, actors: ActorIndex, first: Paragraph) -> Speaker | None:
    """Who answers in an interview without labels: the person named most often above the first question."""
    counts: dict[str, list[ActorMentionRow]] = {}
    for mention in actors.mentions:
        if mention.start_char >= first.start_char or actors.chain_of(mention).actor_type != "person":
            continue
        if not re.search(
            r"\b(?:by|photos?:?)\s*$", article.text[max(0, mention.start_char - 10) : mention.start_char], re.I
        ):
            counts.setdefault(mention.chain_id, []).append(mention)
    ranked = sorted(counts.values(), key=lambda found: (-len(found), found[0].start_char))
    if not ranked or len(ranked) > 1 and len(ranked[0]) == len(ranked[1]):
        return None
    named = next((m for m in ranked[0] if m.mention_kind == "name"), None)
    return None if named is None else Speaker(named.start_char, named.end_char, named.chain_id, False, "")


def headline_speaker(article: Article, actors: ActorIndex) -> Speaker | None:
    """The one person behind 'by' or 'from' in a headline such as 'Statement by Minister Ann Lee on the flood'."""
    for paragraph in article.paragraphs:
        if paragraph.block.kind != "headline":
            continue
        named = [
            m
            for m in actors.mentions_within(paragraph.start_char, paragraph.end_char)
            if actors.chain_of(m).actor_type == "person" and m.mention_kind != "pronoun"
        ]
        if not named or JOINED.match(article.text, named[0].end_char):
            return None
        between = article.text[paragraph.start_char : named[0].start_char]
        if not re.search(r"\b(?:by|from|of)\b", between, re.I) or re.search(r"\b(?:on|at|and)\b", between, re.I):
            return None
        return Speaker(named[0].start_char, named[0].end_char, named[0].chain_id, False, "")
    return None


def list_speaker(article: Article, actors: ActorIndex, paragraph: Paragraph) -> Speaker | None:
    """Who speaks in the list below 'Here are highlights of the mayor's speech:': whom it or the text above names."""
    text = text_of(paragraph.doc)
    if not text.rstrip(MARKS).endswith(":") or OPENER.search(text) is None or OF_MANY.search(text) is not None:
        return None
    inside = actors.mentions_within(paragraph.start_char, paragraph.end_char)
    people = [m for m in inside if actors.chain_of(m).actor_type == "person"]
    if len({m.chain_id for m in people}) > 1:
        return None
    if people and people[0].mention_kind != "pronoun":
        return Speaker(people[0].start_char, people[0].end_char, people[0].chain_id, False, "")
    return interviewee(article, actors, paragraph)


def is_boxed(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Does the label of a box of claims and facts stand before a quotation?"""
    start, end = lead_of(paragraph, quotation)
    return BOXED.fullmatch(text_of(paragraph.doc)[start:end].strip(MARKS + ":")) is not None


def lead_of(paragraph: Paragraph, quotation: Quotation) -> tuple[int, int]:
    """What stands before a quotation in its sentence: offsets into the paragraph's text, without marks around it."""
    text = text_of(paragraph.doc)
    start = max(0, quotation.open_char - LONGEST_LEAD)
    start = text.find(" ", start, quotation.open_char) + 1 if start else 0
    for found in SENTENCE_BREAK.finditer(text, start, quotation.open_char):
        start = found.end()
    end = quotation.open_char
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def lead_speaker(paragraph: Paragraph, quotation: Quotation, actors: ActorIndex) -> Speaker | None:
    """'**Ann Lee (Miami):** “…”', 'The Gazette: “…”': the name in front of a colon that is not a sentence."""
    text = text_of(paragraph.doc)
    start, end = lead_of(paragraph, quotation)
    lead = text[start:end]
    plain = LINK.sub("", lead).rstrip(MARKS)
    if not plain.endswith(":") or is_topic(plain):
        return None
    link = LINK.search(lead)
    end = start + (len(lead) - 1 if link is None else link.start())
    while end > start and text[end - 1] in MARKS + ":":
        end -= 1
    if _tells(paragraph, start, end):
        return None
    return name_in(paragraph, start, end, actors)


def name_in(paragraph: Paragraph, start: int, end: int, actors: ActorIndex) -> Speaker | None:
    """The speaker in 'Mayor Ann Lee (Miami)', 'Ann Lee, mayor of Miami', 'the broadcaster's Ann Lee', 'The Gazette'."""
    text = text_of(paragraph.doc)
    core = start + len(LEFT_OUT.sub("", text[start:end]).rstrip(MARKS))
    inside = actors.mentions_within(paragraph.start_char + start, paragraph.start_char + end)
    named = [m for m in inside if m.mention_kind != "pronoun" and actors.chain_of(m).actor_type != "country"]
    people = [m for m in named if actors.chain_of(m).actor_type == "person"]
    heads = [m for m in named if m.end_char == paragraph.start_char + core]
    heads = [m for m in heads if m in people] or heads
    for mention in [*heads, *people, *named][:1]:
        owned = OWNED.fullmatch(text, mention.end_char - paragraph.start_char, core)
        if owned is not None:  # 'the Gazette's Ann Lee', whom nothing else names
            return Speaker(paragraph.start_char + owned.start("name"), paragraph.start_char + core, None, False, "")
        first = paragraph.start_char + start if mention in heads else mention.start_char
        return Speaker(first, mention.end_char, mention.chain_id, False, "")
    words = text[start:core].split()
    content = [w for w in words if w[0].isalpha() and not w.islower()]
    if any(mark in text[start:core] for mark in "%/=#"):
        return None  # the rest of a link's address
    if words and len(words) <= 10 and len(content) >= 0.6 * len(words) and words[0][0].isupper():
        return Speaker(paragraph.start_char + start, paragraph.start_char + core, None, False, "")
    return None


def is_topic(lead: str) -> bool:
    """'On the budget:' says what the quotation is about, not who speaks."""
    return TOPIC.match(lead.strip(MARKS)) is not None


def is_under_topic(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Does the quotation begin its paragraph, or stand behind a topic with a colon ('On trade: “…”')?"""
    text = text_of(paragraph.doc)
    start, end = lead_of(paragraph, quotation)
    plain = LINK.sub("", text[start:end])
    if text[:start].strip(MARKS + "-"):
        return False
    if not ABOUT.match(plain) and _tells(paragraph, start, end):
        return False
    return not plain.strip(MARKS) or (":" in plain and is_topic(plain))


def begins_sentence(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Does nothing stand before the quotation in its sentence?"""
    before = text_of(paragraph.doc)[: quotation.open_char].rstrip(MARKS)
    return not before or before[-1] in ".!?…”\"’')"


def is_set_off(text: str, paragraph: Paragraph) -> bool:
    """Is the paragraph a block quotation of Markdown ('> …')?"""
    line = text[max(0, paragraph.start_char - 8) : paragraph.start_char].rsplit("\n", 1)[-1]
    return ">" in line and not line.strip(" >*_")


def only_person(paragraph: Paragraph, actors: ActorIndex) -> Speaker | None:
    """The person whom a paragraph names, where it names no other."""
    inside = actors.mentions_within(paragraph.start_char, paragraph.end_char)
    named = [m for m in inside if m.mention_kind == "name" and actors.chain_of(m).actor_type == "person"]
    if len({m.chain_id for m in named}) != 1:
        return None
    return Speaker(named[0].start_char, named[0].end_char, named[0].chain_id, False, "")


def heading_speaker(paragraph: Paragraph, actors: ActorIndex) -> Speaker | None:
    """Who speaks below a heading such as 'Minister Ann Lee on Morning Talk': nobody where it tells something."""
    text = text_of(paragraph.doc)
    for mention in actors.mentions_within(paragraph.start_char, paragraph.end_char):
        before = text[: mention.start_char - paragraph.start_char].strip(MARKS)
        if actors.chain_of(mention).actor_type != "person" or mention.mention_kind == "pronoun":
            if before and not before[-1].isalpha():
                return None
            continue
        small = [w for w in before.split() if w.islower() and w not in ("of", "for", "the", "and", "to", "de")]
        small = [w for w in small if "person" not in noun_kinds(w)]  # 'Harbour coach Ann Lee'
        if small or re.search(r"[.:;,?!]", re.sub(r"\b[A-Z][a-z]{0,4}\.", "", before)):
            return None
        if BEHIND_NAME.match(text, mention.end_char - paragraph.start_char) is None:
            return None
        start = paragraph.start_char + len(text) - len(text.lstrip(MARKS))
        return Speaker(start, mention.end_char, mention.chain_id, False, "")
    return None


def is_name_line(paragraph: Paragraph, actors: ActorIndex) -> bool:
    """Is a paragraph nothing but who speaks below it: 'Harbour coach Ann Lee'?"""
    text = text_of(paragraph.doc).rstrip(MARKS + ":")
    if not text or len(text.split()) > LONGEST_LINE or not text[-1].isalpha():
        return False
    end = paragraph.start_char + len(text)
    named = [m for m in actors.mentions_within(paragraph.start_char, end) if m.end_char == end]
    return any(m.mention_kind == "name" and actors.chain_of(m).actor_type == "person" for m in named)


def signature_behind(paragraph: Paragraph, quotation: Quotation, actors: ActorIndex) -> Speaker | None:
    """'“…” — Ann Lee, mayor': the name behind a dash that ends the paragraph."""
    text = text_of(paragraph.doc)
    found = SIGNATURE.fullmatch(text, quotation.close_char)
    if found is None or len(found.group("name").split()) > LONGEST_SIGNATURE:
        return None
    return _signed(paragraph, found.start("name"), len(text), actors)


def signature_below(article: Article, paragraph: Paragraph, actors: ActorIndex) -> Speaker | None:
    """'— Ann Lee, mayor' as a line of its own below quoted words."""
    text, at = text_of(paragraph.doc), paragraph.start_char
    before = article.text[max(0, at - 4) : at].rsplit("\n", 1)[-1].strip(" >*_\\")
    start = len(text) - len(text.lstrip(DASHES + MARKS))
    if len(text.split()) > LONGEST_SIGNATURE or not (before and before[-1] in DASHES or text[:1] in DASHES):
        return None
    return _signed(paragraph, start, len(text), actors)


def _signed(paragraph: Paragraph, start: int, end: int, actors: ActorIndex) -> Speaker | None:
    text = text_of(paragraph.doc)
    if _tells(paragraph, start, end):
        return None
    while start < end and text[start] in MARKS:
        start += 1
    return name_in(paragraph, start, end, actors) if text[start : start + 1].isupper() else None


def _tells(paragraph: Paragraph, start: int, end: int) -> bool:
    """Is there a finite verb in a stretch of the paragraph's text? Then it is more than a name."""
    tokens = tokens_between(paragraph.doc, start, end)
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.text.islower() for t in tokens)


def named_beside(
    paragraph: Paragraph, quotation: Quotation, actors: ActorIndex, is_whole: bool, near: Speaker | None
) -> tuple[Speaker, str] | None:
    """Whom no verb but a label before, a dash behind or the heading above (``near``) credits with quoted words."""
    lead = lead_speaker(paragraph, quotation, actors)
    if lead is not None:
        return lead, "lead-in-quotation"
    signed = signature_behind(paragraph, quotation, actors) if is_whole else None
    if signed is not None:
        return signed, "signature"
    if near is not None and is_whole and is_under_topic(paragraph, quotation):
        return near, "section-quotation"
    return None
