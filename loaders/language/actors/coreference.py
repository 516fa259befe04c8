"""Descriptions ('the ministry', 'its officials') and pronouns, tied to an actor named before in the article.

Precision first: a reference whose actor is not plain from gender, number, noun and recency is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.actors.antecedents import (
    TRADES,
    Named,
    agency_of_system,
    apposed,
    credited_only,
    firms,
    is_own_name,
    only_firm,
    state_of,
)
from dossier.language.actors.countries import ORGANISED
from dossier.language.actors.descriptions import YEAR_OLD, ages, description_at, seat_of, subject_ahead
from dossier.language.actors.lexicon import description_nouns, given_names
from dossier.language.actors.people import SPEECH
from dossier.language.actors.references import (
    BOTH,
    TITLE_NOUNS,
    is_idle_it,
    is_of_joined,
    nationality,
    phrase_head,
    quoted_stretches,
    subjects_before,
    title_gender,
    unnamed_before,
)
from dossier.language.actors.roles import Role
from dossier.language.actors.view import Found, Identity, View

MALE, FEMALE = ("he", "him", "his", "himself"), ("she", "her", "hers", "herself")
GENDERS = dict.fromkeys(MALE, "male") | dict.fromkeys(FEMALE, "female")


THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "their", "them"})
BODIES = frozenset({"country", "government-body", "organization", "company", "group"})


# 'It is …', 'it seems …', 'it took …': no actor.
EXPLETIVE = frozenset(
    "be seem appear take rain snow happen matter turn remain become mean follow look feel come 's ’s".split()
)


LABELS = frozenset({"label", "label-title"})
FAR = 12  # words between 'it' and its subject, beyond which another body named between them may be meant
WINDOW = 4  # paragraphs back that a description may reach


def find_references(views: Sequence[View], roles: Sequence[Role]) -> None:
    """Add descriptions and pronouns whose actor is plain."""
    Resolver(views, roles).run()


class Resolver:
    """Walks an article in order and ties references to what was named before them."""

    def __init__(self, views: Sequence[View], roles: Sequence[Role]) -> None:
        self.views = views
        self.history: list[Named] = []
        self.genders: dict[str, str | None] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.told: dict[str, Identity] = {}  # by the noun before a name: 'the airline, Norhaven Airways,'
        self.credited = credited_only(views)
        self.firms = firms(views, self.credited)
        self.ages = ages(views)
        self.has_regions = any(view.layer("region") for view in views)  # one of which 'the state' may be
        for role in roles:
            self.titles[role.holder.key].update(re.findall(r"\w+", role.title.lower()))
            gender = next((g for w in role.title.lower().split() for g in [title_gender(w)] if g), None)
            if gender is not None:
                self.genders.setdefault(role.holder.key, gender)
        for view in views:
            for found in view.found:
                if found.identity.actor_type == "person":
                    self._learn_gender(view, found)
                    first = found.identity.name.lower().split()[0]
                    self.titles[found.identity.key].update({first} & TITLE_NOUNS)  # 'Pope Benedict'

    def run(self) -> None:
        """Read all paragraphs."""
        for view in self.views:
            named = sorted(view.found, key=lambda f: (f.start, f.end))
            quoted = quoted_stretches(view.text)
            sentences = [s.start_char for s in view.paragraph.words.sents]
            references = self._references(view)
            at = 0
            for start, end, kind in references:
                while at < len(named) and named[at].end <= start:
                    self._remember(view, named[at], sentences)
                    at += 1
                if not view.is_free(start, end):
                    continue
                inside = any(s <= start < e for s, e in quoted)
                sentence = sum(1 for s in sentences if s <= start)
                for identity in self._resolve(view, start, end, kind, sentence, inside):
                    told = kind if kind in ("pronoun", "title") else "description"
                    found = Found(start, end, told, identity, f"reference-{kind}")
                    view.add(found)
                    self._remember(view, found, sentences)
            for found in named[at:]:
                self._remember(view, found, sentences)

    def _learn_gender(self, view: View, found: Found) -> None:
        key = found.identity.key
        before = re.search(
            r"\b(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope)\.? $",
            view.text[max(found.start - 10, 0) : found.start],
        )
        if before is not None:
            self.genders[key] = (
                "male" if before.group(1) in ("Mr", "Sir", "Lord", "King", "Prince", "Pope") else "female"
            )
        elif self.genders.get(key) is None:
            self.genders[key] = given_names().get(found.identity.name.split()[0]) or None

    def _references(self, view: View) -> list[tuple[int, int, str]]:
        """Words that may refer back, in text order."""
        references: list[tuple[int, int, str]] = []
        for token in view.tokens:
            word = token.lower_
            if word in GENDERS or word in THINGS or word in MANY:
                references.append((token.idx, token.idx + len(token), "pronoun"))
            elif token.text[0].islower() or token.is_sent_start or is_own_name(word):
                described = description_at(view, token)
                if described is not None:
                    references.append(described)
        references += [(m.start(), m.end(), "both") for m in BOTH.finditer(view.text)]
        references += [(m.start(), m.end(), "aged") for m in YEAR_OLD.finditer(view.text)]
        return sorted(references, key=lambda r: (r[0], -r[1]))

    def _remember(self, view: View, found: Found, sentences: list[int]) -> None:
        if found.rule in LABELS:
            return  # who speaks does not say 'he' of himself
        token = view.token_at(found.end - 1)
        head = phrase_head(token, view, found)
        subject = head.dep_ in ("nsubj", "nsubjpass", "csubj", "attr") or (
            head.dep_ == "conj" and head.head.dep_ in ("nsubj", "nsubjpass")
        )
        verb = head.head
        speaker = (subject and verb.lemma_ in SPEECH) or view.text[
            max(found.start - 13, 0) : found.start
        ].lower().rstrip().endswith("according to")
        self.history.append(
            Named(
                view.number,
                sum(1 for s in sentences if s <= found.start),
                found.start,
                found.identity,
                subject,
                subject and verb.dep_ == "ROOT",
                speaker,
                found.identity.actor_type == "group"
                or found.rule == "country-officials"
                and view.text[found.start : found.end].endswith(("s", "people", "police")),
                view.text[found.start : found.end].lower(),
            )
        )

    def _resolve(self, view: View, start: int, end: int, kind: str, sentence: int, inside: bool) -> list[Identity]:
        word = view.text[start:end].lower()
        token = view.token_at(start)
        if kind == "both":
            return self._both(view.number)
        if kind == "aged":
            return self._aged(view, word)
        if kind == "its":
            owner = self._thing(view, token, sentence)
            return [owner] if owner is not None and owner.actor_type in BODIES else []
        if kind in ("description", "title"):
            identity = self._described(view, end, word.removeprefix("the "), kind, sentence)
            return [identity] if identity is not None else []
        if inside:
            return []
        if word in GENDERS:
            person = self._person(view, token, sentence, GENDERS[word])
            return [person] if person is not None else []
        if word in THINGS:
            thing = self._thing(view, token, sentence)
            return [thing] if thing is not None else []
        many = self._many(view, token, sentence)
        return [many] if many is not None else []

    def _near(self, view: View, sentence: int, back: int = 1) -> list[Named]:
        """Mentions of this and the previous sentences, nearest first; at a paragraph's start also of the one before."""
        own = [n for n in self.history if n.paragraph == view.number and n.sentence >= sentence - back]
        if not own or sentence <= 1:
            earlier = [n for n in self.history if n.paragraph == view.number - 1]
            own = earlier + own
        return own[::-1]

    def _person(self, view: View, token: Token, sentence: int, gender: str) -> Identity | None:
        """The person that he or she means: a subject or speaker nearby, of a gender that fits."""
        if unnamed_before(view, token):
            return None
        ahead = subject_ahead(view, token)
        if ahead is not None and self.genders.get(ahead.key) in (None, gender):
            return ahead
        people = self._fitting(self._near(view, sentence, 2), gender)
        if not people:
            people = self._fitting([n for n in self.history[::-1] if n.paragraph >= view.number - 2], gender)[:1]
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
        if speaks:  # '“He (Mr Hale) was kind,” he said': who speaks is not whom he names
            quoted = quoted_stretches(view.text)
            others = [n for n in people if n.paragraph != view.number or not any(s <= n.char < e for s, e in quoted)]
            above = [n for n in self.history[::-1] if view.number - 2 <= n.paragraph < view.number]
            people = others or self._fitting(above, gender)
        if not people:
            return None
        same = [n for n in people if n.paragraph == view.number and n.sentence == sentence]
        if same and (not speaks or token.head.dep_ in ("relcl", "advcl", "acl")):
            people = same

        def weight(named: Named) -> int:
            known = self.genders.get(named.identity.key) == gender
            return 2 * known + named.is_subject + named.is_main + (2 if speaks and named.is_speaker else 0)

        chosen = max(people, key=weight).identity  # the nearest of equals: people stand nearest first
        if len({n.identity.key for n in people}) == 1 and self.genders.get(chosen.key) is None:
            self.genders[chosen.key] = gender
        return chosen

    def _fitting(self, named: Sequence[Named], gender: str) -> list[Named]:
        """Of earlier mentions those of people whose gender fits or is not known."""
        known = (None, gender)
        return [n for n in named if n.identity.actor_type == "person" and self.genders.get(n.identity.key) in known]

    def _thing(self, view: View, token: Token, sentence: int) -> Identity | None:
        """The country or body that it means: the subject of the clause or sentence before, where that is an actor."""
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in EXPLETIVE and token.lower_ == "it":
            return None
        if token.dep_ in ("dobj", "pobj", "attr"):
            return None
        if is_idle_it(view, token) or is_of_joined(view, token):
            return None
        for subject in subjects_before(view, token):
            found = next((f for f in view.found if f.start <= subject.idx < f.end), None)
            if found is None:
                owner = next(
                    (
                        f
                        for f in view.found
                        if f.kind != "pronoun"
                        and f.identity.actor_type in BODIES
                        and any(c.idx >= f.start and c.idx < f.end for c in subject.lefts if c.dep_ == "poss")
                    ),
                    None,
                )
                return None if owner is None or token.lower_ == "it" else owner.identity
            rival = any(
                f.identity.actor_type in BODIES and f.identity.key != found.identity.key
                for f in view.found_near(found.end, token.idx)
                if f.start >= found.end and f.end <= token.idx and f.kind != "pronoun"
            )
            is_far = token.i - view.token_at(found.end - 1).i > FAR and rival
            return found.identity if found.identity.actor_type in BODIES and not is_far else None
        near = [n for n in self._near(view, sentence) if n.is_subject and n.identity.actor_type in BODIES]
        listed = view.paragraph.block.kind == "bullet" and near and near[0].paragraph != view.number
        return near[0].identity if near and not listed else None

    def _many(self, view: View, token: Token, sentence: int) -> Identity | None:
        """Officials or a group named as the subject just before."""
        if token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return None
        near = [n for n in self._near(view, sentence) if n.is_subject]
        return near[0].identity if near and near[0].is_plural else None

    def _described(self, view: View, end: int, noun: str, kind: str, sentence: int) -> Identity | None:
        """The last named actor that a noun can stand for."""
        told = [n for n in self.history[::-1] if n.identity.key not in self.credited]
        earlier = [n for n in told if n.paragraph >= view.number - WINDOW]
        if kind == "title":
            words = set(noun.split())
            holders = [
                n.identity
                for n in earlier
                if n.identity.actor_type == "person" and words <= self.titles[n.identity.key]
            ]
            every = {
                n.identity for n in told if n.identity.actor_type == "person" and words <= self.titles[n.identity.key]
            }
            return holders[0] if holders else every.pop() if len(every) == 1 else None
        if noun in ORGANISED:
            last_noun = noun.split()[-1]
            return next(
                (
                    n.identity
                    for n in earlier
                    if n.identity.actor_type == "group" and re.search(rf"\b{last_noun}\b", n.identity.name_key)
                ),
                None,
            )
        if noun.startswith(("un ", "u.n. ", "united nations ")):
            return agency_of_system(told)
        last = noun.split()[-1]
        code = nationality(view, view.token_at(end - 1).i - 1, last)[0] or seat_of(view, end - len(noun), end)
        if code is not None:  # 'the Danish brewer'
            told, earlier = ([n for n in each if n.identity.country_code in (None, code)] for each in (told, earlier))
            noun = last
        named = apposed(view, end)
        if named is not None:
            self.told[last] = named
            return named
        kinds = description_nouns().get(noun) or description_nouns().get(last, frozenset())
        if not kinds:  # a trade
            return self.told.get(last) or (only_firm(told, self.firms) if noun in TRADES else None)
        here = {n.identity for n in earlier if (n.paragraph, n.sentence) == (view.number, sentence)}
        beside = [identity for identity in here if identity.actor_type in ("company", "organization")]
        if kinds & {"company", "organization"} and len(beside) == 1:  # 'Shares of Vantis fell after the company …'
            return beside[0]
        if last == "administration":  # a leader's before an agency that has the word in its name
            earlier = sorted(earlier, key=lambda n: not n.identity.name.endswith(" administration"))
        for n in earlier:
            kind_of = n.identity.actor_type
            if kind_of == "person":
                continue
            if (
                "same-noun" in kinds
                and kind_of != "country"
                and re.search(rf"\b{last}\b", f"{n.words} {n.identity.name.lower()} {n.identity.name_key}")
            ):
                return n.identity
            if (
                "company" in kinds
                and kind_of == "company"
                and n.is_subject
                or "organization" in kinds
                and kind_of == "organization"
                and n.is_subject
            ):
                return n.identity
        if "same-noun" in kinds:  # further back, where only one body has the noun in its name
            alike = (
                {n.identity for n in told if re.search(rf"\b{noun}\b", n.identity.name.lower())}
                if " " in noun
                else set()
            )
            bodies_alike = {i for i in alike if i.actor_type in BODIES and i.actor_type != "country"}
            if len(bodies_alike) == 1:
                return bodies_alike.pop()
        if "government-body" in kinds:
            bodies = [n for n in earlier[:8] if n.identity.actor_type == "government-body"]
            if bodies and last in ("agency", "regulator", "body", "lab", "laboratory"):
                told_last = [n for n in bodies if n.paragraph == bodies[0].paragraph]
                return next((n.identity for n in told_last if n.is_speaker), bodies[0].identity)
        if last == "agency":
            return agency_of_system(told)
        if "court" in kinds:  # 'the Bench'
            courts = (n.identity for n in earlier if n.identity.actor_type == "government-body")
            return next((c for c in courts if re.search(r"\b(?:court|tribunal)\b", c.name_key)), None)
        if "state" in kinds:
            return None if noun.startswith("state") and self.has_regions else state_of(earlier)
        if "company" in kinds:
            companies = {n.identity.key: n.identity for n in earlier if n.identity.actor_type == "company"}
            return next(iter(companies.values())) if len(companies) == 1 else only_firm(told, self.firms)
        return None

    def _aged(self, view: View, words: str) -> list[Identity]:
        """The person of an age that is printed beside a name, else the only one that is named close by."""
        age = re.findall(r"\d+", words)[0]
        if age in self.ages:
            return [self.ages[age]]
        near = {
            n.identity for n in self.history if n.paragraph >= view.number - 1 and n.identity.actor_type == "person"
        }
        aged = {identity.key for identity in self.ages.values()}
        return list(near) if len(near) == 1 and not aged & {identity.key for identity in near} else []

    def _both(self, paragraph: int) -> list[Identity]:
        """The two countries named last, where exactly two are in play."""
        recent: dict[str, Identity] = {}
        for n in self.history[::-1]:
            if n.paragraph < paragraph - 2:
                break
            if n.identity.actor_type == "country":
                recent.setdefault(n.identity.key, n.identity)
        return list(recent.values()) if len(recent) == 2 else []
