"""Turns of talk: who is printed before what he says in a transcript, a briefing, a debate, an interview or a speech.

Only the form decides here: a label before a colon ('MS. OKORO:', 'Jo Lund (Hull) (Lab):'), 'Q' and 'A', questions set
between answers, or a headline such as 'Remarks by …' over a text in the first person. Which actor speaks is decided
where the actors are known. Offsets are the document's.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.analysis import Article, Block
from dossier.language.lexicons import load_lexicon, speech_words

LONGEST_LABEL = 110
MARKS = "*_[]\\ \u00a0"
CLOCK = r"[\[(]?\d{1,2}(?::\d\d){1,2}[\])]?"
HALF_AND_ZONE = r"(?:[ \t]?[AaPp]\.?[Mm]\b\.?)?(?:[ \t][A-Z]{2,3}T\b)?"  # 'p.m. EST'
LABEL = re.compile(
    rf"(?:{CLOCK}{HALF_AND_ZONE}[ \t-]+)?(?P<label>[^\W\d_][^:\n\"“”?!]{{0,110}}?)"
    rf"(?P<colon>(?: ?{CLOCK})?[*_\] ]{{0,4}}:[*_]{{0,3}})(?=\s|$)"
)
# 'Lee also thanked', 'President Lee told'
TOLD_OF = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){0,3}?(?P<name>[A-Z][\w'’-]+) (?:also |then |later |now )?"
    r"(?:[a-z]+ed|said|told|spoke|went|took|met|gave|made|did|has|had|was|is|will|wants|says)\b"
)
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
LABEL_LINE = re.compile(
    r"(?P<label>[^\W\d_][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})(?:(?:\s*(?:--|—|–)|\s+-)\s+(?P<role>[^.!?:\n]{2,90}))?"
)
# Records of parliaments without colons: '§ Mr. Lee (Hull)On a point of order', and 'Mr. Lee' as a line of its own.
STYLE = r"(?:(?:The )?Rt\.? Hon\.? )?(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|Captain|Major)\b"
RECORDED = re.compile(
    rf"§ ?(?:\d{{1,3}}\. ?)?(?P<label>(?:Mr|Madam)\.? (?:Deputy )?Speaker|(?:{STYLE}|The)[^()§:\n]{{2,70}}"
    rf"(?: ?\([^)\n]{{2,60}}\)){{1,2}}|{STYLE}\.? [^()§:\n]{{2,40}}?(?<!Mc)(?<!Mac)(?<=[a-z])(?=[A-Z]))(?P<colon>):?"
)
STYLED_LINE = re.compile(
    rf"(?:{STYLE}|(?:Mr|Madam)\.? (?:Deputy )?Speaker|The)\.?(?: [A-Z][\w.'’-]*){{1,5}}(?: \([^)]{{2,60}}\))?"
)
LEFT_OUT = re.compile(r"\s*[,(\[].*$", re.S)
LETTER = re.compile(r"(?P<label>Q|A)(?P<colon>[.:]?[*_]{0,3})(?=[\s\u00a0]{2,}|(?<=[.:*_])\s)")
QUESTIONERS = speech_words("label of a questioner")
PRESIDING = re.compile(r"(?:Mr|Madam|Mister|The)\.? (?:Deputy |Acting )?(?:Speaker|Moderator)\b", re.IGNORECASE)
UNSPOKEN = speech_words("label of what nobody speaks")
UNKNOWN_VOICES = speech_words("label of an unknown voice")  # heard in a clip, or asking
ANSWERERS = speech_words("label of an answer")
# 'Remarks by …', 'Press Briefing by …': one label is enough, and what follows it is still talk.
TALK = re.compile(
    r"\b(?:remarks|transcript|briefing|gaggle|press (?:call|conference|availability)|background call|interview|"
    r"testimony|hearing|debate|speech|address|q ?& ?a|conversation with)\b",
    re.IGNORECASE,
)
SPOKEN_BY = re.compile(
    r"[\W_]*(?:(?:full |keynote |opening |closing |prepared |press |video |official )?(?:remarks|speech|address|"
    r"statement|testimony|message|lecture|keynote|press conference|press encounter)"
    r"(?: as prepared(?: for delivery)?)?) (?:by|from|of) \S",
    re.IGNORECASE,
)
STAGE = re.compile(r"[\[(][^)\]]{2,90}[)\]]\W*")
# What the record of a parliament or court says in its own voice.
PROCEEDINGS = re.compile(
    r"(?:Several (?:hon|right hon)\b|Question (?:again )?(?:put|proposed|agreed)\b|"
    r"(?:The )?(?:House|Committee|Assembly|Senate) (?:divided|adjourned|rose)\b|"
    r"(?:Motion|Amendment|Bill|Clause)\b[^.:]{0,60}\b(?:agreed|withdrawn|negatived|read)\b|"
    r"Sitting suspended\b|Court (?:rose|adjourned)\b|In attendance\b)"
)
END = re.compile(
    r"(?:END\b|#|\* ?\*|©|Copyright\b|This (?:interview|conversation|transcript)\b|Source:|About\b|\(?The (?:briefing|"
    r"hearing|press conference|event) (?:was concluded|ended|concluded))"
)
PREAMBLE = re.compile(r"(?:(?:The )?[Ff]ollowing|Below|Here) (?:is|are)\b|(?:As )?(?:[Dd]elivered|[Tt]ranscribed)\b")
PARTICLES = frozenset("de da di la le van von der den bin al el of the and for du dos".split())
NO_NAME = frozenset("to on in by with from at is are was were how why what when where who which your our this".split())
SHARE_OF_LABELS = 0.3  # of the paragraphs from the first label to the last, where labels are not in capitals
FEWEST_ANSWERS = 3
SHARE_OF_ALL = 0.6  # of the paragraphs, where only one speaker is printed again
MOST_QUESTION_WORDS = 60
MOST_SPEAKERS = 60
FEWEST_QUESTIONS = 4
ADDRESSED, OWN_VOICE = re.compile(r"\b(?:you|your)\b", re.I), re.compile(r"\b(?:I|I['’]\w+|my|we|our)\b")


@dataclass(frozen=True)
class Turn:
    """A paragraph, or the rest of it, that somebody speaks; ``label`` is None in an interview that prints none."""

    paragraph: int  # index in the article's narrative
    start_char: int
    end_char: int
    label: tuple[int, int] | None
    is_question: bool  # asked by somebody who stands for no actor: the press, the audience, the interviewer
    voice: str  # who speaks: the 'label', the 'answer' of an interview, or whom the 'headline' names


@dataclass(frozen=True)
class _Label:
    start_char: int
    end_char: int
    rest_char: int
    key: str
    is_capital: bool
    is_personal: bool


@dataclass(frozen=True)
class _Printed:
    """What an article prints, before anything is read in it."""

    text: str  # of the whole document
    headline: str | None
    blocks: Sequence[Block]


def find_turns(article: Article) -> dict[int, Turn]:
    """The turns of an article by the index of their paragraph in ``article.narrative``; empty where nobody talks."""
    return _turns_of(_Printed(article.text, article.headline, [p.block for p in article.narrative]))


def is_conversation(text: str, headline: str | None, blocks: Sequence[Block]) -> bool:
    """Do people talk in turns in the blocks of an article: under labels, or as questions and answers?"""
    turns = _turns_of(_Printed(text, headline, [block for block in blocks if block.kind != "dateline"]))
    voices = {turn.voice for turn in turns.values()}
    return bool(voices) and voices != {"headline"}


def _turns_of(article: _Printed) -> dict[int, Turn]:
    labels = {n: label for n, b in enumerate(article.blocks) if (label := _label_of(article.text, b)) is not None}
    labels = _of_talk(article, labels) or _label_lines(article)
    if labels:
        return _turns_by_label(article, labels)
    return _turns_by_question(article) or _turns_by_headline(article)


def full_name(label: str) -> str:
    """The name in a label: without role and party, and out of its brackets in 'The Minister for Water (Ann Lee)'."""
    inside = re.search(r"\((?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+)+)\)", label)
    if inside is not None and re.match(r"(?:the|mr|madam)\b", label, re.I):
        return inside.group("name")
    return LEFT_OUT.sub("", label).strip(MARKS)


def surname_key(label: str) -> str:
    """The word that a label is known by when it is printed again: 'SEN. ANN LEE (D-OR)' and 'LEE' are 'lee'."""
    words = [w for w in full_name(label).split() if w.lower().strip(".") not in ("jr", "sr", "ii", "iii")]
    return words[-1].casefold() if words else ""


@functools.cache
def _title_words() -> frozenset[str]:
    titles = {row["title"].lower() for row in load_lexicon("vocabulary/actor_titles")}
    return frozenset(
        titles | {t.strip(".") for t in titles} | {"host", "anchor", "byline", "correspondent", "official"}
    )


def _label_of(text: str, paragraph: Block) -> _Label | None:
    start = paragraph.start_char
    recorded = RECORDED.match(text, start, paragraph.end_char) if text[start : start + 1] == "§" else None
    found = (
        recorded
        or LETTER.match(text, start)
        or LABEL.match(text, start, min(paragraph.end_char, start + LONGEST_LABEL + 8))
    )
    if found is None or paragraph.kind in ("headline", "caption", "dateline"):
        return None
    label = found.group("label").strip(MARKS)
    if not label or label.startswith("http") or not (found.group("colon") or recorded) and label not in ("Q", "A"):
        return None
    named = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", label)
    letters = [c for c in re.sub(r"\b(?:Mc|Mac|O['’]|de|la|van|von)", "", named) if c.isalpha()]
    capital = bool(letters) and all(c.isupper() for c in letters)
    words = [w.strip(".,'’") for w in named.replace("-", " ").split()]
    if not words or len(words) > 12 or (not capital and not _is_name_like(named)):
        return None
    rest = found.end()
    while rest < paragraph.end_char and (text[rest].isspace() or text[rest] in "*_|"):  # a table's cell behind it
        rest += 1
    key = label.casefold() if label in ("Q", "A") else surname_key(label)
    if key in UNSPOKEN:
        return None
    if PRESIDING.match(label):
        key = label.casefold()  # who presides over a parliament, no guest speaker
    lowered = [w.lower() for w in words]
    if set(lowered) & NO_NAME or len(words) > 4 and lowered[0].endswith("ing"):
        return None
    personal = recorded is not None or key in QUESTIONERS | ANSWERERS or any(w in _title_words() for w in lowered)
    start = found.start("label")
    return _Label(start, start + len(found.group("label").rstrip(MARKS)), rest, key, capital, personal)


def _is_name_like(label: str) -> bool:
    """'Ann Lee', 'The Minister for Water', 'Dr Ann Lee, historian': words of a name, no sentence and no topic."""
    first = label.split(",")[0].split()
    content = [w for w in first if w.lower() not in PARTICLES]
    return (
        1 <= len(content) <= 5
        and all(w[0].isupper() and any(c.isalpha() for c in w) for w in content)
        and not any(c.isdigit() for c in label)
        and not any(w.isupper() and len(w) > 3 for w in content)
    )


def _of_talk(article: _Printed, labels: dict[int, _Label]) -> dict[int, _Label]:
    """The labels that name speakers: printed again, or with a title, and close enough together to be talk."""
    recorded = {n: k for n, k in labels.items() if article.text[article.blocks[n].start_char] == "§"}
    if len(recorded) >= FEWEST_ANSWERS:
        return recorded
    often = _occurrences(article, labels)
    capital = {n: k for n, k in labels.items() if k.is_capital and (k.is_personal or often[k.key] >= 2)}
    if len(capital) >= 2 and any(k.is_personal or len(k.key) > 1 for k in capital.values()):
        keys = {k.key for k in capital.values()}
        if keys <= ANSWERERS:
            return {}  # 'A.' of a list
        return {n: k for n, k in labels.items() if k.is_capital and (n in capital or len(keys) > 1)}
    if len(capital) == 1 and is_talk(article):
        return capital
    printed = {n: k for n, k in labels.items() if often[k.key] >= 2 or k.is_personal}
    recurring = {k.key for k in printed.values() if often[k.key] >= 2}
    spread = max(printed, default=0) - min(printed, default=0) + 1
    if len(recurring) >= 2 and len(printed) >= SHARE_OF_LABELS * spread:
        return labels if len(labels) <= 2 * len(printed) else printed
    whole = max(labels, default=0) - min(labels, default=0) + 1
    if is_talk(article) and max(often.values(), default=0) >= FEWEST_ANSWERS and len(labels) >= SHARE_OF_ALL * whole:
        asked = {n for n in labels if article.text[article.blocks[n].end_char - 1] == "?"}
        once = {n for n in asked if often[labels[n].key] < 2}
        return {n: dataclasses.replace(k, key="q") if n in once else k for n, k in labels.items()}  # one answers many
    return {}


def _label_lines(article: _Printed) -> dict[int, _Label]:
    """Labels that are lines of their own, as in transcripts of calls: 'Ann Lee -- Chief Executive', 'Operator'."""
    lines: dict[int, _Label] = {}
    is_record = _is_record(article)
    if not is_talk(article) and not is_record:
        return {}
    for number, paragraph in enumerate(article.blocks):
        start, end = paragraph.start_char, paragraph.end_char
        form = STYLED_LINE if is_record else LABEL_LINE
        found = form.fullmatch(article.text, start, end) if end - start <= LONGEST_LABEL else None
        if found is None or paragraph.kind == "headline":
            continue
        stop = end if is_record else found.end("label")
        key = surname_key(article.text[start:stop])
        is_role = is_record or found["role"] is not None
        lines[number] = _Label(start, stop, end, key, False, is_role or key in QUESTIONERS)
    often = Counter(label.key for label in lines.values())
    kept = {n: label for n, label in lines.items() if label.is_personal or often[label.key] >= 2}
    return kept if len(kept) >= 3 and len({label.key for label in kept.values()}) >= 2 else {}


def _is_record(article: _Printed) -> bool:
    """Is it the record of a house: names with a style as lines of their own, at least every fourth line?"""
    last = len(article.blocks) - 1
    found = [
        n
        for n, block in enumerate(article.blocks)
        if n < last
        and block.end_char - block.start_char <= LONGEST_LABEL
        and STYLED_LINE.fullmatch(article.text, block.start_char, block.end_char)
    ]
    return len(found) >= FEWEST_ANSWERS and 4 * len(found) >= last and all(n + 1 not in found for n in found)


def _occurrences(article: _Printed, labels: dict[int, _Label]) -> Counter[str]:
    """How often each speaker is printed: the same label again, or the surname of a full one.

    A word alone ('FACT', 'Monday') is a surname only where the text has it behind a capital ('Ruth Lund').
    """
    printed = Counter(_plain(article, label) for label in labels.values())
    behind = Counter(plain.split()[-1] for plain in printed.elements() if " " in plain)
    often: Counter[str] = Counter()
    for plain, count in printed.most_common(MOST_SPEAKERS):
        key = surname_key(plain) if len(plain) > 1 else plain
        if " " in plain or key in QUESTIONERS | ANSWERERS:
            often[key] = max(often[key], count)
        elif behind[plain] or _is_surname(article.text, key):
            often[key] = max(often[key], count + behind[plain])
    return often


def _is_surname(text: str, key: str) -> bool:
    """Does the text have the word behind another that begins with a capital, as in 'Ruth Lund'?"""
    named = re.compile(rf"\b(?!The\b|A\b|This\b)[A-Z][\w.'’-]*\s+(?P<key>(?i:{re.escape(key)}))\b")
    return any(found["key"][0].isupper() and not found["key"].isupper() for found in named.finditer(text))


def _plain(article: _Printed, label: _Label) -> str:
    """A label without brackets and role, in lower case."""
    return full_name(article.text[label.start_char : label.end_char]).casefold()


def is_talk(article: _Printed) -> bool:
    """Does the headline, or what stands above the text, say that this is talk?"""
    return TALK.search(article.headline or "") is not None


def _turns_by_label(article: _Printed, labels: dict[int, _Label]) -> dict[int, Turn]:
    turns: dict[int, Turn] = {}
    current: _Label | None = None
    for number, paragraph in enumerate(article.blocks):
        start, end = paragraph.start_char, paragraph.end_char
        words = article.text[start:end]
        if number in labels:
            current = labels[number]
            start = current.rest_char
        elif paragraph.kind in ("headline", "caption") or END.match(words) or PROCEEDINGS.match(words):
            current = None
        elif current is not None and _tells_of(words, current):
            current = None  # a report goes on behind the words that it played
        elif STAGE.fullmatch(words):
            current = None if words.upper() == words else current
            continue
        if current is not None and start < end:
            label = (current.start_char, current.end_char)
            is_asked = current.key in QUESTIONERS and (
                current.key not in UNKNOWN_VOICES or words.rstrip().endswith("?")
            )
            turns[number] = Turn(number, start, end, label, is_asked, "label")
    return turns


def _tells_of(words: str, label: _Label) -> bool:
    """'Lee also thanked …' behind 'LEE:': nobody tells of himself by his surname."""
    told = TOLD_OF.match(words)
    return told is not None and told.group("name").casefold() == label.key


def _turns_by_question(article: _Printed) -> dict[int, Turn]:
    """Questions and answers without labels: paragraphs that ask, each with paragraphs behind it that answer."""
    asked = [n for n, p in enumerate(article.blocks) if _asks(article, p)]
    if len(asked) < FEWEST_QUESTIONS - 1 or len(asked) * 5 < len(article.blocks) - asked[0]:
        return {}
    answers = [n for n in range(asked[0], len(article.blocks)) if n not in asked]
    words = [article.text[p.start_char : p.end_char] for p in article.blocks]
    addressed = sum(ADDRESSED.search(words[n]) is not None for n in asked)
    own = sum(OWN_VOICE.search(words[n]) is not None for n in answers)
    questions = sum(words[n].endswith("?") for n in asked)
    if (
        not addressed
        or questions * 5 < len(asked) * 3
        or own * 2 < len(answers)
        or sum(n + 1 in asked for n in asked) > 1
    ):
        return {}
    turns: dict[int, Turn] = {}
    for number in range(asked[0], len(article.blocks)):
        paragraph = article.blocks[number]
        if END.match(words[number]) or paragraph.kind in ("headline", "caption"):
            break
        label = _label_of(article.text, paragraph)
        start = paragraph.start_char if label is None else label.rest_char
        turns[number] = Turn(number, start, paragraph.end_char, None, number in asked, "answer")
    return turns


def _turns_by_headline(article: _Printed) -> dict[int, Turn]:
    """A speech or statement printed as it was given: the headline names the speaker, the text says 'I' or 'we'."""
    if SPOKEN_BY.match(article.headline or "") is None:
        return {}
    first = max((n + 1 for n, p in enumerate(article.blocks) if p.kind in ("headline", "dateline")), default=0)
    first = 0 if first > len(article.blocks) // 2 else first
    turns: dict[int, Turn] = {}
    for number, paragraph in enumerate(article.blocks):
        words = article.text[paragraph.start_char : paragraph.end_char]
        if number < first or paragraph.kind not in ("paragraph", "bullet") or PREAMBLE.match(words):
            continue
        if END.match(words):
            break
        turns[number] = Turn(number, paragraph.start_char, paragraph.end_char, None, False, "headline")
    told = [QUOTED.sub(" ", article.text[turn.start_char : turn.end_char]) for turn in turns.values()]
    own = sum(OWN_VOICE.search(words) is not None for words in told)
    return turns if own * 3 >= len(turns) else {}


def _asks(article: _Printed, paragraph: Block) -> bool:
    words = article.text[paragraph.start_char : paragraph.end_char]
    start, end = paragraph.start_char, paragraph.end_char
    is_set_off = article.text[max(0, start - 2) : start] == article.text[end : end + 2] == "**"
    return (
        (words.endswith("?") or is_set_off)
        and len(words.split()) <= MOST_QUESTION_WORDS
        and not any(mark in words for mark in '“”"')
        and paragraph.kind in ("paragraph", "heading")
    )
