"""The clause that states an event, and its time and place."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Token

from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.events.attachment import (
    dates_the_deed,
    is_age_of_thing,
    is_day_of_cited_paper,
    is_day_of_noun_before,
    is_day_of_saying,
    is_inside_description,
    is_of_another_event,
    is_yardstick,
    is_year_of_paper,
    participle_behind,
)
from dossier.language.events.grammar import agents_of, clause_tokens, is_passive, is_verb, prepositional
from dossier.language.events.granted import is_presupposed
from dossier.language.events.lexicon import load_nationalities, load_triggers, word_list
from dossier.language.events.matching import Candidate, phrase_words
from dossier.language.events.quotes import is_epithet, is_rate, span_of, stating_tokens
from dossier.language.rows import TimeExpressionRow

STARTING = frozenset({"starting", "beginning", "commencing", "effective"})
AHEAD = frozenset({"will", "would", "to", "'ll", "’ll"})
DATING_KINDS = frozenset({"day", "month", "year", "interval", "time", "vague"})
RELATIONS = {
    "before": "before",
    "by": "before",
    "until": "until",
    "till": "until",
    "after": "after",
    "following": "after",
    "since": "since",
    "from": "since",
    "during": "during",
    "between": "during",
    "throughout": "during",
    "over": "during",
}
PUNISHING = frozenset({"accusation", "arrest", "designation", "prosecution", "sentencing"})
CHARGING = frozenset({"of", "for", "over", "with"})
NEAR_STEPS = frozenset({"minutes", "hours", "hour", "day", "days"})
LISTING = frozenset({"include", "involve", "comprise", "entail"})
STRETCH_ENDS = word_list("end of a stretch of time")
YEARS_ON_END = re.compile(r"(?i)^(?!.*\bago\b).*\b(?:years|decades|generations|centuries|times|days)$")
LAW_BEHIND = re.compile(r"\s+(?:Act|Law|Code|Convention|Constitution|Protocol|Regulations?)\b")
LAW_BEFORE = re.compile(r"\b(?:Act|Law|Code|Convention|Constitution|Protocol|Regulations?),?\s+(?:of\s+)?$")
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "off", "around", "to", "into"})


def _is_of_a_law(text: str, time: TimeExpressionRow) -> bool:
    """'the 1988 Act', 'the Rivers Act of 1985': a year by which a law is called dates nothing else."""
    if time.time_kind != "year":
        return False
    before = text[max(0, time.start_char - 40) : time.start_char]
    return LAW_BEHIND.match(text, time.end_char) is not None or LAW_BEFORE.search(before) is not None


class Circumstances:
    """Quotes, times and places of the candidates of one paragraph."""

    def __init__(self, article: Article, paragraph: Paragraph, times: SpanIndex[TimeExpressionRow]) -> None:
        self._article = article
        self._paragraph = paragraph
        here = times.overlapping(paragraph.start_char, paragraph.end_char)
        self._times = [t for t in here if t.time_kind in DATING_KINDS and not _is_of_a_law(article.text, t)]
        self._steps = [t for t in here if t.time_kind == "duration" and t.text.lower().endswith(" after")]
        self._sets = [t for t in here if t.time_kind == "set" and not t.text.lower().endswith(" time")]

    def quote_of(self, candidate: Candidate) -> tuple[int, int] | None:
        """Offsets of the clause or noun phrase that states the event."""
        tokens = stating_tokens(candidate)
        return self.span_of(tokens, candidate.words[0])

    def span_of(self, tokens: list[Token], focus: Token) -> tuple[int, int] | None:
        """Offsets of a stretch of tokens, trimmed of punctuation and cut to size around a token."""
        return span_of(self._article, self._paragraph, tokens, focus)

    def time_of(self, candidate: Candidate) -> tuple[TimeExpressionRow, str] | None:
        """The time expression that dates the event, with how the event lies to it."""
        if not self._times:
            return None
        found = self._time_found(candidate)
        if found is None or found[0].time_kind == "vague":
            verb = candidate.head if candidate.trigger.part_of_speech != "noun" else candidate.support
            found = (None if verb is None else self._time_ahead_of(verb)) or found
        return None if found is None or self._is_of_the_deed(candidate, found[0]) else found

    def _time_ahead_of(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """'… in March, days after it raised the duty': what came just before, in the same month as far as is told."""
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "after"), None)
        if mark is None or verb.dep_ != "advcl":
            return None
        start = self._paragraph.char_of(verb.left_edge)
        for time in self._times:
            if time.time_kind == "vague" or not time.end_char <= start <= time.end_char + 4:
                continue
            if not self._article.words(time.end_char, start).strip(" ,–—"):
                steps = {t.lower_ for t in verb.doc[verb.left_edge.i : mark.i]}
                is_near = bool(steps & NEAR_STEPS) and time.time_kind in {"month", "year"}
                return time, "on" if is_near else "before"
        return None

    def step_back_of(self, candidate: Candidate) -> tuple[TimeExpressionRow, str] | None:
        """'Floods hit the coast, two weeks after a storm killed 40': so long before the day of the news."""
        head = candidate.head if candidate.trigger.part_of_speech != "noun" else None
        marks = (
            [c for c in head.children if c.dep_ in {"mark", "prep"} and c.lower_ == "after"] if head is not None else []
        )
        if candidate.head.dep_ in {"pobj", "pcomp"}:
            marks.append(candidate.head.head)
        sentence = candidate.head.sent
        start, end = self._paragraph.char_of(sentence[0]), self._paragraph.end_of(sentence[-1])
        if any(t.time_kind in {"month", "year", "interval"} and start <= t.start_char < end for t in self._times):
            return None  # 'In 2010, two years after …'
        places = [self._paragraph.char_of(m) for m in marks]
        found = next((t for t in self._steps for at in places if t.start_char <= at < t.end_char), None)
        return None if found is None else (found, "ago")

    def _is_of_the_deed(self, candidate: Candidate, time: TimeExpressionRow) -> bool:
        """'convicted of taking bribes between 1992 and 2020': a stretch behind the charge dates the deed."""
        if candidate.trigger.event_subtype not in PUNISHING:
            return False
        charges = [c for c in candidate.head.children if c.dep_ == "prep" and c.lower_ in CHARGING | {"in", "on"}]
        behind = [c for c in charges if self._paragraph.char_of(c) < time.start_char and c.i > candidate.head.i]
        if time.time_kind == "interval" and any(c.lower_ in CHARGING for c in behind):
            return True
        dated = [t for c in behind for t in c.subtree if self._paragraph.char_of(t) == time.start_char]
        return any(dates_the_deed(t, candidate.head) for t in dated)

    def _time_found(self, candidate: Candidate) -> tuple[TimeExpressionRow, str] | None:
        if candidate.announced_by is not None:
            return self._time_in(candidate.announced_by, own_clause=False)
        head = candidate.head
        if candidate.trigger.part_of_speech == "noun":
            found = self._time_of_noun(head)
            if found is not None:
                return found
            support = candidate.support
            return None if support is None else self._time_in(support, own_clause=False)
        return self._time_in(head, own_clause=True)

    def has_time(self, candidate: Candidate) -> bool:
        """Whether the clause gives the event a date."""
        found = self.time_of(candidate)
        if found is None and candidate.trigger.event_subtype in PUNISHING:
            found = self._time_found(
                candidate
            )  # 'convicted for the 1984 killing': one verdict, though on an unknown day
        return found is not None and not (found[0].time_kind == "vague" and YEARS_ON_END.search(found[0].text))

    def has_own_time(self, candidate: Candidate) -> bool:
        """Whether a date hangs on the trigger itself: 'the June attack', 'talks on Monday'."""
        return bool(self._times) and self._time_of_noun(candidate.head) is not None

    def _time_of_noun(self, noun: Token) -> tuple[TimeExpressionRow, str] | None:
        """A date in the noun's phrase, in 'the start of …' over it, or in a relative clause: 'a pact signed in May'."""
        found = self._time_among(phrase_words(noun), noun)
        if found is None and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in STRETCH_ENDS:
            found = self._time_among(phrase_words(noun.head.head), noun)
        if found is None:
            clause = next((c for c in noun.children if c.dep_ == "relcl" and is_passive(c)), None)
            found = None if clause is None else self._time_beside(clause)
        if found is None:
            participle = participle_behind(noun)
            found = None if participle is None else self._time_beside(participle)
        if found is None and not is_presupposed(noun):  # 'held at protests on Sunday', whatever the parser hangs it on
            end = self._paragraph.end_of(noun)
            days = (t for t in self._times if t.time_kind in {"day", "month", "year"})
            behind = (t for t in days if self._article.words(end, max(end, t.start_char)) in {" on ", " in ", " "})
            time = next(behind, None)
            found = None if time is None else (time, "on")
        return found

    def repeats(self, candidate: Candidate) -> bool:
        """Whether the clause tells of what happens again and again: 'each year', 'every Monday'."""
        if not self._sets:
            return False
        anchor = candidate.head if candidate.trigger.part_of_speech != "noun" else candidate.support or candidate.head
        own = [t for t in clause_tokens(anchor) if next((a for a in t.ancestors if is_verb(a)), anchor) == anchor]
        near = [t for t in own if not is_rate(t) and not is_rate(t.head) and not is_epithet(t, candidate.head)]
        spans = [(self._paragraph.char_of(t), self._paragraph.end_of(t)) for t in near]
        return any(start < t.end_char and end > t.start_char for start, end in spans for t in self._sets)

    def time_by_id(self, time_expression_id: str | None) -> TimeExpressionRow | None:
        """A time expression of this paragraph by its id."""
        return next((t for t in self._times if t.time_expression_id == time_expression_id), None)

    def _time_in(self, verb: Token, own_clause: bool) -> tuple[TimeExpressionRow, str] | None:
        found = self._time_beside(verb)
        if found is None and own_clause:
            near = [t for t in clause_tokens(verb) if next((a for a in t.ancestors if is_verb(a)), verb) == verb]
            found = self._time_among([t for t in near if not is_year_of_paper(t)], verb)
        if found is None and own_clause:  # 'releasing a paper outlining its aims in March'
            nested = [t for t in clause_tokens(verb) if is_inside_description(t, verb)]
            found = self._time_among(nested, verb)
        if found is None and own_clause and verb.dep_ == "relcl" and verb.head.lemma_.lower() in load_triggers().nouns:
            named = [t for t in phrase_words(verb.head) if t.i < verb.left_edge.i]  # 'the April quake, which killed 40'
            found = self._time_among(named, verb) if verb.head in agents_of(verb) else None
        found = found or self._time_of_when(verb)
        if found is None and verb.dep_ == "acl":  # 'the 2019 move to ban …'
            found = self._time_among(
                [c for c in verb.head.lefts if c.dep_ in {"compound", "nummod", "amod", "nmod"}], verb
            )
        if found is None:
            found = self._opening_time(verb)
        if (
            found is None
            and verb.dep_ == "advcl"
            and any(c.dep_ == "mark" and c.lower_ == "after" for c in verb.children)
        ):
            later = self._time_beside(verb.head)
            return None if later is None else (later[0], "before")
        if found is None and own_clause:
            found = self._time_among([t for t in verb.subtree if self._is_loose(t, verb)], verb)
        if found is None:
            found = self._time_of_listing(verb) or (self._time_of_start(verb) if own_clause else None)
        if found is None:
            for other in self._companions(verb):
                before = [t for t in clause_tokens(other) if t.i < other.i and t.head in {other, t}]
                found = self._time_beside(other) or (self._time_among(before, other) if other.i < verb.i else None)
                if found is not None:
                    break
        return found

    @staticmethod
    def _is_loose(token: Token, verb: Token) -> bool:
        """'seized drugs hidden in a lorry on Sunday': only participles that tell nothing themselves stand between."""
        between: list[Token] = []
        for ancestor in token.ancestors:
            if ancestor == verb:
                break
            if is_verb(ancestor):
                between.append(ancestor)
        typed = load_triggers().verbs
        if any(0 < token.i - v.i < 3 and v.tag_ == "VBN" for v in between):
            return False  # 'died of an injury sustained on Wednesday'
        return bool(between) and all(
            v.tag_ in {"VBG", "VBN"}
            and v.dep_ in {"acl", "pcomp", "advcl"}
            and not any(c.dep_ in {"aux", "auxpass", "mark", "nsubj", "nsubjpass"} for c in v.children)
            and all(t.event_type == "other" for t in typed.get(v.lemma_.lower(), ()))
            for v in between
        )

    def _time_of_when(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """'in 2011, when a ferry sank', 'were killed when a bus overturned on Friday': both clauses have one time."""
        sentence = verb.sent
        when = next((t for t in sentence if t.lower_ == "when" and t.i > sentence.start), None)
        if when is None:
            return None
        if verb.is_ancestor(when) and when.i > verb.i:
            end = next((t.i for t in verb.doc[when.i : sentence.end] if t.text == ","), sentence.end)
            return self._time_among(list(verb.doc[when.i : end]), when)
        before = when.nbor(-1) if when.nbor(-1).text != "," else when.nbor(-2)
        found = self._time_among([before], when)
        return (found[0], "on") if found is not None and found[1] in {"on", "during", "since"} else None

    def _time_of_start(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """'will close its plants starting Friday': from when on what is to come will be."""
        if not any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children):
            return None
        start = next((c for c in verb.children if c.dep_ in {"advcl", "prep"} and c.lower_ in STARTING), None)
        return None if start is None else self._time_among(list(start.subtree), start)

    def _time_of_listing(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """'steps taken last year, which included closing sites and making arrests': deeds in a list have its time."""
        verbs = [a for a in (verb, *verb.ancestors) if is_verb(a)]
        above = next((v for v in verbs if v.tag_ != "VBG"), verb)
        if above == verb or above.lemma_.lower() not in LISTING:
            return None
        found = self._time_beside(above)
        for noun in [c for c in above.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]:
            found = found or self._time_among(list(noun.subtree), noun)
        clause = next((a for a in (above, *above.ancestors) if a.dep_ == "relcl"), above)
        for token in clause.ancestors if clause.dep_ == "relcl" else ():
            if token.dep_ in {"acl", "advcl", "relcl"}:
                found = found or self._time_beside(token)
            elif is_verb(token):
                break
        return found

    def _time_beside(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """The time expression among a verb's own adverbials."""
        beside = [
            t for c in verb.children if c.dep_ in {"npadvmod", "advmod", "prep", "pcomp"} for t in [c, *c.subtree]
        ]
        return self._time_among(beside, verb)

    @staticmethod
    def _companions(verb: Token) -> list[Token]:
        """Verbs whose time is this verb's too, nearest first: coordinated ones, and the main verb of a participle."""
        found: list[Token] = []
        above = verb
        while len(found) < 4 and is_verb(above.head) and above.head != above:
            if above.dep_ != "conj" and not (above.dep_ in {"advcl", "xcomp"} and above.tag_ in {"VBG", "VBN", "VB"}):
                break
            above = above.head
            found.append(above)
        found += [c for c in verb.children if c.dep_ == "conj" and is_verb(c)]
        if verb.dep_ == "ccomp":  # 'said it had seized …, and … were destroyed in 2024': the report goes on
            found += [
                c
                for c in verb.head.children
                if c.dep_ == "conj" and c.i > verb.i and is_passive(c) and any(s.dep_ == "nsubjpass" for s in c.lefts)
            ]
        return found

    def _opening_time(self, verb: Token) -> tuple[TimeExpressionRow, str] | None:
        """'On Monday, …' dates the main clause of its sentence and what is coordinated with it."""
        main = verb
        while (
            main.dep_ in {"conj", "ccomp"}
            and is_verb(main.head)
            and main.head.lemma_.lower() in {"say", main.head.lemma_.lower()}
        ):
            if main.dep_ == "ccomp" and (main.head.lemma_.lower() != "say" or main.head.i < main.i):
                break  # 'On Friday, the coast guard said it had …' dates the saying
            main = main.head
        if main.dep_ != "ROOT":
            return None
        sentence = main.sent
        for token in sentence[:8]:
            if token.text == ",":
                return self._time_among(list(sentence[: token.i - sentence.start]), main)
        return None

    def _time_among(self, tokens: list[Token], focus: Token) -> tuple[TimeExpressionRow, str] | None:
        """The nearest time expression that one of the tokens stands in."""
        paragraph = self._paragraph
        best: tuple[tuple[bool, bool, int, int], TimeExpressionRow] | None = None
        for token in tokens:
            start, end = paragraph.char_of(token), paragraph.end_of(token)
            for time in self._times:
                if not (time.start_char < end and time.end_char > start) or is_yardstick(token, focus):
                    continue
                if time.time_kind in {"year", "interval"} and is_age_of_thing(token):
                    continue
                if is_day_of_cited_paper(token, focus) or is_day_of_noun_before(token, focus):
                    continue
                if is_day_of_saying(token, focus):
                    continue
                # 'last fall' is a time and no fall.
                if focus.pos_ in {"NOUN", "PROPN"} and time.start_char <= paragraph.char_of(focus) < time.end_char:
                    continue
                # Of '3:36 a.m. on Wednesday' the day dates the event.
                foreign = is_of_another_event(token, focus)
                distance = (foreign, time.time_kind == "time", abs(token.i - focus.i), time.start_char)
                if best is None or distance < best[0]:
                    best = distance, time
        if best is None:
            return None
        return best[1], self._relation(best[1])

    def _relation(self, time: TimeExpressionRow) -> str:
        doc, start_char = self._paragraph.doc, time.start_char
        at = bisect_left(self._paragraph.token_starts, start_char - self._paragraph.start_char)
        while at and self._paragraph.end_of(doc[at - 1]) > start_char:
            at -= 1
        inside = self._article.words(time.start_char, time.end_char).split()
        first = inside[0].lower() if inside else ""
        word = doc[at - 1].lower_ if at else ""
        return RELATIONS.get(first) or RELATIONS.get(word) or "on"

    def beginning_of(self, candidate: Candidate, words: frozenset[str]) -> tuple[Token, TimeExpressionRow] | None:
        """'… starting 1 May' behind the event: the word and the date."""
        sentence = candidate.head.sent
        for token in sentence:
            if token.lower_ in words and token.i > candidate.head.i:
                end = self._paragraph.end_of(token)
                for time in self._times:
                    if time.start_char - 6 <= end <= time.start_char + 12 and time.end_char > end:
                        return token, time
        return None

    def place_of(self, candidate: Candidate) -> tuple[str | None, str | None]:
        """The named place of the event as printed, and its country where the place is one or its capital."""
        anchors = [candidate.head, *candidate.patients]
        if candidate.support is not None:
            anchors.append(candidate.support)
        for anchor in anchors:
            for preposition, noun in prepositional(anchor):
                if preposition in LOCATIVE and noun.ent_type_ in {"GPE", "LOC", "FAC"}:
                    if preposition in {"to", "into"} and candidate.trigger.event_subtype != "visit":
                        continue
                    entity = next((e for e in noun.doc.ents if e.start <= noun.i < e.end), None)
                    if entity is not None:
                        start, end = self._paragraph.chars_of(entity)
                        printed = self._article.words(start, end)
                        bare = printed.removeprefix("the ").removeprefix("The ").lower()
                        return printed, load_nationalities().get(bare)
        return None, None
