"""Units and currencies beside a number, by the written forms in ``vocabulary/``."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.atoms import HYPHENS, Atom, split_atoms, touches

LONGEST_FORM = 5
MEASURED_SIDES = frozenset("thick wide long tall deep high broad across diameter square".split())
TIME_WORDS: Mapping[str, str] = {
    "second": "second", "seconds": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "day": "day",
}  # fmt: skip
NAMED_RATES: Mapping[str, str] = {"km per hour": "km/h", "mi per hour": "mph"}
PLAIN_RATES = frozenset(
    "year annum month week quarter decade season capita basic diluted fully common ordinary".split()
)


@dataclass(frozen=True)
class Unit:
    """A unit found beside a number; ``last`` is the atom after it."""

    unit: str
    family: str
    last: int
    note: str = ""  # points: of percentage points


@dataclass(frozen=True)
class MoneyContext:
    """What an article says about the currencies that share a word or a sign."""

    pound_is_money: bool
    yen_sign: str
    by_word: Mapping[str, str]


@functools.cache
def unit_families() -> Mapping[str, str]:
    """Family of every unit."""
    return {row["unit"]: row["unit_family"] for row in load_lexicon("vocabulary/unit_list")}


@functools.cache
def unit_forms() -> tuple[Mapping[tuple[str, ...], tuple[str, str]], Mapping[tuple[str, ...], tuple[str, str]]]:
    """Units by their written atoms: whatever the case, and exact."""
    loose: dict[tuple[str, ...], tuple[str, str]] = {}
    exact: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in load_lexicon("vocabulary/unit_forms"):
        atoms = split_atoms(row["written_form"])
        if row["is_case_exact"] == "true":
            exact[tuple(a.text for a in atoms)] = (row["unit"], row["form_note"])
        else:
            loose[tuple(a.lower for a in atoms)] = (row["unit"], row["form_note"])
    return loose, exact


@functools.cache
def currency_words() -> Mapping[tuple[str, ...], str]:
    """Currencies by their written words, and by codes after the number."""
    return {
        tuple(a.lower for a in split_atoms(row["written_form"])): row["currency_code"]
        for row in load_lexicon("vocabulary/currency_forms")
        if row["form_kind"] == "word"
    }


@functools.cache
def currency_marks() -> tuple[tuple[str, str], ...]:
    """Signs and codes that stand beside a number, the longest first."""
    marks = [
        (row["written_form"], row["currency_code"])
        for row in load_lexicon("vocabulary/currency_forms")
        if row["form_kind"] == "mark"
    ]
    return tuple(sorted([*marks, ("¥", "JPY")], key=lambda mark: (-len(mark[0]), mark[0])))


@functools.cache
def _marks_by_end() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for mark, code in currency_marks():
        found.setdefault(mark[-1], []).append((mark, code))
    return {last: tuple(marks) for last, marks in found.items()}


@functools.cache
def _first_atoms() -> frozenset[str]:
    """Lower-case first atoms of all unit and currency words."""
    loose, exact = unit_forms()
    return frozenset(form[0].lower() for forms in (loose, exact, currency_words()) for form in forms)


@functools.cache
def _shared_currency_words() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Words that several countries use for their money, with currency and country: 'peso', 'rupees', 'dinars'."""
    country_of = {row["currency_code"]: row["country_code"] for row in load_lexicon("vocabulary/currency_list")}
    shared: dict[str, dict[str, str]] = {}
    for row in load_lexicon("vocabulary/currency_forms"):
        words = row["written_form"].split()
        if row["form_kind"] == "word" and len(words) > 1 and words[-1] not in ("dollar", "dollars"):
            word = words[-1].rstrip("s")
            shared.setdefault(word, {})[row["currency_code"]] = country_of[row["currency_code"]]
    return {word: tuple(sorted(codes.items())) for word, codes in sorted(shared.items())}


def read_money_context(text: str, countries: Counter[str]) -> MoneyContext:
    """Decide which currency an article means by a shared word; ``countries`` counts its country names by code."""
    by_word = {}
    for word, codes in _shared_currency_words().items():
        ranked = sorted(((countries[country], code) for code, country in codes), reverse=True)
        if ranked[0][0] > 0 and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            by_word[word] = ranked[0][1]
    yuan = len(re.findall(r"(?i)\b(?:yuan|renminbi|rmb)\b", text))
    yen = len(re.findall(r"(?i)\byen\b", text))
    china = yuan > yen or (yuan == yen and countries["CHN"] > countries["JPN"])
    return MoneyContext("£" in text or "sterling" in text, "CNY" if china else "JPY", by_word)


def mark_before(text: str, at: int, context: MoneyContext) -> tuple[str, int] | None:
    """Currency sign or code that ends right before an offset (one space allowed), and where it begins."""
    end = len(text[max(0, at - 4) : at].rstrip()) + max(0, at - 4) if text[at - 1 : at] == " " else at
    for mark, code in _marks_by_end().get(text[end - 1 : end], ()):
        if end >= len(mark) and text.startswith(mark, end - len(mark)):
            start = end - len(mark)
            if mark[0].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "$€£¥"):
                continue
            if end != at and not mark[-1].isalnum() and mark[-1] not in ".$€£¥₹":
                continue
            return _with_code(text, start) or ((context.yen_sign if mark == "¥" else code), start)
    return None


def _with_code(text: str, start: int) -> tuple[str, int] | None:
    """'CAD $250 million': the code before the sign of a currency tells which one is meant."""
    found = CODE.search(text, max(0, start - 5), start) if text[start : start + 1] in "$£¥" else None
    code = dict(currency_marks()).get(found.group(1)) if found is not None else None
    return (code, found.start(1)) if found is not None and code is not None else None


CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3})\s?$")


def unit_after(
    atoms: Sequence[Atom], at: int, context: MoneyContext, value: float | None, is_digits: bool
) -> Unit | None:
    """Unit or currency that begins at an atom, with what it is taken per."""
    found = _single_unit(atoms, at, context, value, is_digits)
    return _with_rate(atoms, found) if found is not None else None


def rate_after_money(atoms: Sequence[Atom], money: Unit) -> Unit:
    """What a sum before the number is taken per: '$15/hour', '£40 per kilo'."""
    return _with_rate(atoms, money)


def _single_unit(
    atoms: Sequence[Atom], at: int, context: MoneyContext, value: float | None, is_digits: bool
) -> Unit | None:
    step = at
    if step < len(atoms) and atoms[step].text in HYPHENS and step + 1 < len(atoms) and _hyphenated(atoms, step):
        step += 1
    if step >= len(atoms):
        return None
    loose, exact = unit_forms()
    longest = LONGEST_FORM if atoms[step].lower in _first_atoms() else 0
    for length in range(min(longest, len(atoms) - step), 0, -1):
        stretch = atoms[step : step + length]
        lower, text = tuple(a.lower for a in stretch), tuple(a.text for a in stretch)
        if lower in currency_words() and not _is_plain_word(atoms, step, lower, value):
            named = currency_words()[lower]
            code = context.by_word.get(lower[-1].rstrip("s"), named) if length == 1 else named
            return Unit(code, "money", step + length)
        if text in SKY_QUOTES and is_digits and _fine_unit(atoms, step) is not None:
            return Unit("arcsec", "angle", step + 1)
        is_blocked = text == ('"',) and _closes_quote(atoms, step) or text == ("K",) and _blocks_symbol(atoms, step, 1)
        if text in exact and is_digits and not is_blocked:
            return Unit(exact[text][0], unit_families()[exact[text][0]], step + length, exact[text][1])
        if lower in loose:
            unit, note = loose[lower]
            if is_digits or len("".join(lower)) > 3 or unit in ("percent", "kbit", "kg", "km"):
                if length == 1 and len(lower[0]) == 1 and lower[0].isalpha() and not _symbol_fits(atoms, step):
                    continue
                if text[0] in ("G", "T", "M", "B"):
                    continue  # '5G' is no weight
                if _blocks_symbol(atoms, step, length):
                    continue
                return Unit(_named_degrees(atoms, step + length) if unit == "degrees" else unit,
                            unit_families()[unit], step + length, note)  # fmt: skip
    special = _special_unit(atoms, step, context, value, is_digits, hyphenated=step > at)
    return special or (_bare_rate(atoms, at, context) if is_digits else None)


def _closes_quote(atoms: Sequence[Atom], step: int) -> bool:
    """A straight quotation mark after a number is an inch only where no quotation is open."""
    before = atoms[max(0, step - 120) : step]
    return sum(atom.text == '"' for atom in before) % 2 == 1 or not touches(atoms[step - 1], atoms[step])


def _is_plain_word(atoms: Sequence[Atom], step: int, lower: tuple[str, ...], value: float | None) -> bool:
    """'won', 'real', 'sol', 'lev' and 'taka' are also other words: 'the party won 45 won seats'."""
    if lower not in (("won",), ("real",), ("dong",)):
        return False
    if value is None or value < 100:
        return True
    return step + 1 < len(atoms) and atoms[step + 1].lower in ("the", "a", "an", "in", "by", "their", "his", "her")


def _hyphenated(atoms: Sequence[Atom], at: int) -> bool:
    return touches(atoms[at - 1], atoms[at]) and touches(atoms[at], atoms[at + 1])


def _symbol_fits(atoms: Sequence[Atom], at: int) -> bool:
    """A one-letter unit ('g', 'l', 'w') must not begin a name or an abbreviation."""
    if at + 1 >= len(atoms) or not touches(atoms[at], atoms[at + 1]) or atoms[at + 1].text not in (".", "'", "’", "&"):
        return True
    behind = atoms[at + 2] if at + 2 < len(atoms) else None
    ends = behind is None or not touches(atoms[at + 1], behind) and behind.text[0].isupper()
    return atoms[at + 1].text == "." and ends  # the end of a sentence


def _named_degrees(atoms: Sequence[Atom], after: int) -> str:
    """'-40° on the Celsius scale': the scale may be named a few words on."""
    words = {atom.lower for atom in atoms[after : after + 4]}
    return "degC" if "celsius" in words else "degF" if "fahrenheit" in words else "degrees"


def _blocks_symbol(atoms: Sequence[Atom], at: int, length: int) -> bool:
    """A unit is not one when its word goes on: '4-piperidone' never, but '5 bar-shaped', 'ha-ha'."""
    last = at + length
    return (
        length == 1
        and len(atoms[at].text) <= 2
        and atoms[at].text.isalpha()
        and last < len(atoms)
        and touches(atoms[last - 1], atoms[last])
        and atoms[last].text in HYPHENS
    )


def _special_unit(
    atoms: Sequence[Atom], step: int, context: MoneyContext, value: float | None, is_digits: bool, hyphenated: bool
) -> Unit | None:
    word, lower = atoms[step].text, atoms[step].lower
    following = atoms[step + 1] if step + 1 < len(atoms) else None
    if lower in ("pound", "pounds"):
        return _pounds(atoms, step, context, value, hyphenated)
    if word in ("C", "F") and is_digits and _speaks_of_heat(atoms, step):
        return Unit("deg" + word, "temperature", step + 1)
    if (
        lower == "in"
        and is_digits
        and (following is None or following.lower in MEASURED_SIDES or step + 2 == len(atoms))
    ) and (following is None or following.lower in MEASURED_SIDES or following.text == "."):
        return Unit("in", "length", step + 1)
    if (
        word == "p"
        and is_digits
        and context.pound_is_money
        and (value or 0) < 1000
        and touches(atoms[step - 1], atoms[step])
    ):
        return Unit("pence", "money part", step + 1)
    fine = _fine_unit(atoms, step) if is_digits else None
    if fine is not None:
        return Unit(fine, unit_families()[fine], step + 1)
    word_root = lower.rstrip("s")
    if word_root in ("peso", "krona", "krone", "shilling", "dinar") and word_root not in context.by_word:
        return Unit(lower if lower != word_root else lower + "s", "money", step + 1)  # whose, the article does not say
    if word_root in context.by_word:
        return Unit(context.by_word[word_root], "money", step + 1)
    for mark, code in currency_marks():
        if word == mark and (len(mark) == 3 or not mark.isalpha()):
            return Unit(context.yen_sign if mark == "¥" else code, "money", step + 1)
    return None


def _fine_unit(atoms: Sequence[Atom], step: int) -> str | None:
    """Tiny units whose signs mostly mean something else: '2.1 pm' is no clock time, minutes of arc are of the sky."""
    sign, number = atoms[step].text, atoms[step - 1].text
    if sign in ("pm", "am"):
        return sign if len(number.partition(".")[2]) in (1, 3) else None
    if sign in SKY_SIGNS and touches(atoms[step - 1], atoms[step]):
        around = {atom.lower for atom in atoms[max(0, step - 40) : step + 20]}
        closed = step + 1 == len(atoms) or atoms[step + 1].kind != "digits"
        return SKY_SIGNS[sign] if around & SKY_WORDS and closed else None
    return None


SKY_SIGNS: Mapping[str, str] = {"'": "arcmin", "′": "arcmin", "’": "arcmin", '"': "arcsec", "″": "arcsec"}
SKY_QUOTES = (('"',), ("″",))
SKY_WORDS = frozenset("telescope telescopes camera cameras sky galaxy nebula star stars constellation hubble".split())


def _speaks_of_heat(atoms: Sequence[Atom], step: int) -> bool:
    """'30C' is a temperature where heat is spoken of nearby or the number is negative, not in 'section 11C'."""
    around = {atom.lower for atom in atoms[max(0, step - 40) : step + 20]}
    signed = step >= 2 and atoms[step - 2].text in "-−"
    return signed or bool(around & HEAT_WORDS)


HEAT_WORDS = frozenset(
    "temperature temperatures heat heatwave cold weather warming warmer warmed celsius fahrenheit outside climate "
    "sun surface melting molten lava furnace heated reactor kiln pre-industrial preindustrial industrial hot hotter "
    "thermometer freezing oven degrees".split()
)


def _pounds(atoms: Sequence[Atom], step: int, context: MoneyContext, value: float | None, hyphenated: bool) -> Unit:
    following = [a.lower for a in atoms[step + 1 : step + 3]]
    before = {a.lower for a in atoms[max(0, step - 9) : step]}
    mass = Unit("lb", "mass", step + 1)
    money = Unit(context.by_word.get("pound", "GBP"), "money", step + 1)
    if following[:1] == ["sterling"]:
        return Unit("GBP", "money", step + 2)
    if hyphenated or before & {"weigh", "weighs", "weighed", "weighing", "weight", "lost", "gained"}:
        return mass
    if value is not None and value >= 1e6 and following[:1] != ["of"] or before & PAYING:
        return money
    if following[:1] and following[0] in ("of", "heavier", "lighter") and following[1:] != ["public"]:
        return mass
    return money if context.pound_is_money else mass


PAYING = frozenset(
    "pay pays paid paying cost costs costing price prices priced fine fined fee fees earn earns earned earning salary "
    "salaries wage wages rent worth budget bought sold spent spend spends bribe bribes tax taxes loan debt".split()
)


def _with_rate(atoms: Sequence[Atom], found: Unit) -> Unit:
    """Extend a unit by what it is taken per, as 'km/s', 'USD per kg', 'CNY per USD'; a year or a month adds nothing."""
    for _ in range(2):
        at = found.last
        if at + 1 >= len(atoms):
            return found
        slash = atoms[at].text == "/" and touches(atoms[at - 1], atoms[at]) and touches(atoms[at], atoms[at + 1])
        if not slash and atoms[at].lower != "per":
            return _exchange_rate(atoms, found)
        part = _rate_part(atoms, at + 1, found.family == "rate")
        if part is None:
            return found
        name, last = part
        rate = f"{found.unit} per {name}"
        found = Unit(NAMED_RATES.get(rate, rate), "rate", last, found.note)
    return found


def _rate_part(atoms: Sequence[Atom], at: int, is_rate: bool) -> tuple[str, int] | None:
    lower = atoms[at].lower
    if lower == "cent" or lower in PLAIN_RATES and not (lower == "year" and is_rate):
        return None
    if lower == "year":
        return "year", at + 1
    loose, exact = unit_forms()
    for length in range(min(3, len(atoms) - at), 0, -1):
        stretch = atoms[at : at + length]
        words = tuple(a.lower for a in stretch)
        if words in currency_words():
            return currency_words()[words], at + length
        unit = exact.get(tuple(a.text for a in stretch)) or loose.get(words)
        if unit is not None:
            return unit[0], at + length
    if lower in TIME_WORDS:
        squared = at + 1 < len(atoms) and atoms[at + 1].text == "2" and touches(atoms[at], atoms[at + 1])
        return TIME_WORDS[lower] + (" squared" if squared else ""), at + (2 if squared else 1)
    return (lower, at + 1) if atoms[at].kind == "word" and len(lower) > 2 else None


def _bare_rate(atoms: Sequence[Atom], at: int, context: MoneyContext) -> Unit | None:
    """'The rupee weakened to 83.25 per dollar': the currency that is priced stands before."""
    words = tuple(a.lower for a in atoms[at : at + 4])
    step = 1 if words[:1] == ("per",) else 2 if words[:2] in (("to", "the"), ("against", "the"), ("to", "a")) else 0
    code = (
        currency_words().get(words[step : step + 1]) or currency_words().get(words[step : step + 2]) if step else None
    )
    if code is None:
        return None
    for atom in reversed(atoms[max(0, at - 14) : at - 1]):
        base = context.by_word.get(atom.lower) or currency_words().get((atom.lower,))
        if base is not None and base != code:
            return Unit(f"{base} per {code}", "rate", at + step + 1)
    return None


def _exchange_rate(atoms: Sequence[Atom], found: Unit) -> Unit:
    """'7.2 yuan to the dollar', '150 yen against the dollar'."""
    words = [a.lower for a in atoms[found.last : found.last + 4]]
    if found.family == "money" and words[:2] in (["to", "the"], ["against", "the"], ["to", "a"]) and len(words) > 2:
        code = currency_words().get((words[2],)) or currency_words().get(tuple(words[2:4]))
        if code is not None and code != found.unit:
            return Unit(f"{found.unit} per {code}", "rate", found.last + 3)
    return found
