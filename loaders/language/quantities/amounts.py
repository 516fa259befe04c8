"""Amounts: numbers joined with their comparator, currency, unit and, in a range, their other end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.language.quantities.atoms import DECIMAL_COMMA, GROUPED, HYPHENS, Atom, split_atoms, touches
from dossier.language.quantities.comparing import (
    comparator_after,
    comparator_before,
    index_before,
    start_of_word_before,
    word_before,
)
from dossier.language.quantities.numbers import VAGUE_BEFORE, Number, kind_of, number_words, read_number
from dossier.language.quantities.prose import STRETCH, noise, without_addresses
from dossier.language.quantities.units import MoneyContext, Unit, mark_before, rate_after_money, unit_after

SPREADS = ("range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere")


@dataclass(frozen=True)
class Amount:
    """A number with what stands around it. Offsets are code points into the block's text, end exclusive."""

    start: int  # of the comparator, where there is one
    end: int  # of the unit, where there is one, else of the number
    number_start: int  # of the bare number
    number_end: int
    value: float | None
    value_max: float | None
    unit: str | None
    family: str  # of the unit; 'count' without one
    comparator: str
    form: str  # digits, words, fraction, vague, multiple
    note: str = ""  # points, from, to, by, bracket
    has_magnitude: bool = False
    is_hyphenated: bool = False


def read_amounts(text: str, context: MoneyContext) -> list[Amount]:
    """All amounts of a text, in order; what is none (dates, names, ordinals) is told apart later."""
    text = without_addresses(text)
    atoms = split_atoms(text)
    is_noise = noise(atoms)
    found: list[Amount] = []
    at = 0
    while at < len(atoms):
        if is_noise[at // STRETCH]:
            at = (at // STRETCH + 1) * STRETCH
            continue
        read = _read_amount(text, atoms, at, context) if _can_begin(atoms[at]) else _absolute_zero(atoms, at)
        if read is None:
            at += 1
            continue
        amount, last = read
        amount = _scaled_as_before(text, found[-1] if found else None, amount)
        pair = _read_range(text, atoms, at, amount, last, context)
        if pair is not None:
            amounts, last = pair
            found += amounts
        else:
            found.append(amount)
        at = max(last, at + 1)
    return found


def _scaled_as_before(text: str, before: Amount | None, amount: Amount) -> Amount:
    """'4.2m tonnes, from 9.1m': millions again, no metres."""
    is_letter = amount.unit == "m" and text[amount.end - 2 : amount.end - 1].isdigit() and amount.value is not None
    if before is None or not is_letter or not before.has_magnitude or amount.value is None:
        return amount
    between = text[before.end : amount.start]
    if len(between) > 60 or AGAIN.search(between) is None or "m" not in text[before.number_start : before.number_end]:
        return amount
    return replace(amount, value=amount.value * 1e6, unit=None, family="count", has_magnitude=True)


AGAIN = re.compile(r"(?:^|\s)(?:from|to|and|or|with|against|than|versus)\s$")


def _absolute_zero(atoms: Sequence[Atom], at: int) -> tuple[Amount, int] | None:
    """The one temperature that has a name."""
    if atoms[at].lower != "absolute" or at + 1 >= len(atoms) or atoms[at + 1].lower != "zero":
        return None
    start, end = atoms[at].start, atoms[at + 1].end
    return Amount(start, end, start, end, 0.0, None, "K", "temperature", "eq", "words"), at + 2


def _can_begin(atom: Atom) -> bool:
    return atom.kind != "sign" and (atom.kind != "word" or atom.lower in number_words() or atom.lower in FIRST_WORDS)


FIRST_WORDS = frozenset((*VAGUE_BEFORE, "a", "an", "another", "half", "one"))


def _read_amount(
    text: str, atoms: Sequence[Atom], at: int, context: MoneyContext, is_second: bool = False
) -> tuple[Amount, int] | None:
    if not is_second and not _may_begin(atoms, at):
        return None
    number = read_number(atoms, at) or _one_of_unit(atoms, at)
    if number is None:
        return None
    number = _skip_uncertainty(atoms, number)
    begin = atoms[at].start
    sign = _sign_before(text, atoms, at)
    negative, begin = sign is not None, begin if sign is None else sign
    money = mark_before(text, begin, context) or _lettered(text, begin, number)
    if money is not None and money[1] > 0 and text[money[1] - 1] in "-−" and not text[max(0, money[1] - 2)].isalnum():
        negative, money = True, (money[0], money[1] - 1)
    if money is not None and number.form == "vague":
        return None  # '($ billions)' heads a table
    if number.letter is not None:
        number = _settle_letter(atoms, number, money is not None)
    if at and touches(atoms[at - 1], atoms[at]) and atoms[at - 1].kind == "word" and money is None:
        return None
    number_end = number.last
    if number.form == "vague" and number.last < len(atoms) and atoms[number.last].lower == "of":
        number_end += 1
    is_digits = atoms[at].kind in ("digits", "glyph")
    unit: Unit | None
    if money is not None:
        unit = rate_after_money(atoms, Unit(money[0], "money", _skip_currency_word(atoms, number.last)))
        begin = money[1]
    else:
        unit = unit_after(atoms, number_end, context, number.value, is_digits)
        if unit is None and number_end < len(atoms) and atoms[number_end].lower in ADDING:
            unit = unit_after(atoms, number_end + 1, context, number.value, False)  # 'millions more dollars'
    last = unit.last if unit else number.last
    if number.form == "article" and (unit is None or unit.family in ("percent", "ratio", "magnitude", "angle")):
        return None
    if unit is None and _is_broken_word(atoms, number):
        return None
    if unit is None and number.scale == 1 and DECIMAL_COMMA.fullmatch(atoms[at].text):
        return None  # '3,4' alone may be a list
    comparator, start = comparator_before(atoms, begin)
    hyphenated = (
        unit is None and last + 1 < len(atoms) and atoms[last].text in HYPHENS and touches(atoms[last - 1], atoms[last])
    )
    after, after_words = comparator_after(atoms, last)
    end = atoms[last - 1].end
    if after_words is not None and comparator in ("eq", after_words):
        comparator, last, end = after_words, after, atoms[after - 1].end
        hyphenated = False  # the hyphen of '500-odd'
    if comparator == "eq" and "+" in text[begin : atoms[number.last - 1].end].lstrip("+"):
        comparator = "gt"  # '$150+ billion'
    negative = negative or money is not None and _is_accounting(text, begin, end)
    value = number.value if number.value is None or not negative else -number.value
    return Amount(
        start=start, end=end, number_start=begin, number_end=atoms[number.last - 1].end, value=value, value_max=None,
        unit=unit.unit if unit else None, family=unit.family if unit else "count",
        comparator="about" if value is None and comparator == "eq" else comparator, form=number.form,
        note=unit.note if unit else "", has_magnitude=number.scale > 1, is_hyphenated=hyphenated,
    ), last  # fmt: skip


ADDING = ("more", "additional", "extra", "further", "fewer")


def _one_of_unit(atoms: Sequence[Atom], at: int) -> Number | None:
    """'a gallon', 'a ton': an article that stands for one, unless it tells a price or a rate ('$80 a barrel')."""
    if atoms[at].lower not in ("a", "an") or at + 1 >= len(atoms) or atoms[at + 1].kind != "word":
        return None
    if len(atoms[at + 1].text) < 3 or at and (atoms[at - 1].kind == "digits" or kind_of(atoms, at - 1) is not None):
        return None
    return Number(at, at + 1, 1.0, "article")


def _may_begin(atoms: Sequence[Atom], at: int) -> bool:
    """A number does not begin inside a word, a code, a decimal or a date."""
    if at == 0 or not touches(atoms[at - 1], atoms[at]):
        return True
    before = atoms[at - 1]
    if before.text in HYPHENS:
        if at < 2 or not touches(atoms[at - 2], before) or atoms[at - 2].text in "($€£":
            return True
        return before.text in "–—"  # after a hyphen inside a word or a name nothing begins
    if before.text == "/" and at > 1 and atoms[at - 2].kind == "digits" and touches(atoms[at - 2], before):
        return False  # '24/7'
    return before.kind != "digits" and before.text not in ("_", "#", "@", "\\", ":") or before.text in ("$",)


def _is_broken_word(atoms: Sequence[Atom], number: Number) -> bool:
    """'737s', '3D', '21st', '5G': letters that touch the digits and are no unit."""
    last = number.last
    if last >= len(atoms) or not touches(atoms[last - 1], atoms[last]):
        return False
    following = atoms[last]
    if following.kind in ("word", "digits") or following.text in "_:\\@":
        return True
    return following.text == "/" and last + 1 < len(atoms) and touches(following, atoms[last + 1])


def _sign_before(text: str, atoms: Sequence[Atom], at: int) -> int | None:
    """Where the minus of a negative number begins, a sign or the word; None for what is taken from something."""
    start = atoms[at].start
    if at and atoms[at - 1].lower in ("minus", "negative") and not touches(atoms[at - 1], atoms[at]):
        is_taken_away = at > 1 and atoms[at - 2].kind == "digits" or kind_of(atoms, at - 2) is not None
        is_taken_away = is_taken_away or at > 1 and atoms[at - 2].lower in ("or", "/")  # 'plus or minus 3'
        is_of_scale = atoms[at - 1].lower == "minus" or any(a.lower in SCALES for a in atoms[at + 1 : at + 3])
        return atoms[at - 1].start if is_of_scale and not is_taken_away else None
    if atoms[at].kind != "digits" or not start or text[start - 1] not in "-−":
        return None
    return start - 1 if start == 1 or text[start - 2] in " (\u00a0$€£" else None


def _is_accounting(text: str, begin: int, end: int) -> bool:
    """'net income was ($3.2 million)': accounts print losses in brackets."""
    return text[end : end + 1] == ")" and ACCOUNTING.search(text[max(0, begin - 12) : begin]) is not None


ACCOUNTING = re.compile(r"(?:\b(?:is|was|were|of|to|at)\s|[:|]\s*)\($")
SCALES = frozenset(("%", "percent", "per", "degree", "degrees", "°", "points"))


def _lettered(text: str, begin: int, number: Number) -> tuple[str, int] | None:
    """'R1.2 billion', 'N50,000': a bare letter counts as a currency only before a magnitude or grouped digits."""
    code = LETTERS.get(text[begin - 1 : begin])
    is_large = number.scale > 1 or GROUPED.match(text, begin) is not None
    return (code, begin - 1) if code and is_large and not (begin > 1 and text[begin - 2].isalnum()) else None


LETTERS: Mapping[str, str] = {"R": "ZAR", "N": "NGN"}


def _settle_letter(atoms: Sequence[Atom], number: Number, is_money: bool) -> Number:
    """Decide whether a letter after the digits is a magnitude or a unit: '£5m', '5m voters', '5m deep'."""
    letter = number.letter or ""
    following = atoms[number.last].lower if number.last < len(atoms) else ""
    plain = replace(number, last=number.last - 1, value=number.coefficient, scale=1.0, letter=None)
    full = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}[letter.lower()]
    value = float(f"{(number.coefficient or 0.0) * full:.15g}")  # 8.3m is 8,300,000, without binary dust
    scaled = replace(number, value=value, scale=full, letter=None)
    if is_money or (letter.lower() == "k" and float(number.coefficient or 0) == int(number.coefficient or 0)):
        return scaled
    if letter == "k" and following.isalpha():
        return scaled
    if letter in "mM" and following.isalpha() and len(following) > 2 and following not in NOT_COUNTED:
        return scaled
    if letter in "bB" and (number.coefficient or 0) < 1000 and following.isalpha() and following not in NOT_COUNTED:
        return scaled
    return plain


NOT_COUNTED = frozenset(
    "deep high long wide tall thick away below above from and the for with into off out apart across long-range "
    "tsunami".split()
)


def _skip_uncertainty(atoms: Sequence[Atom], number: Number) -> Number:
    """'2,000.45±0.01': the margin belongs to the number."""
    signs = [a.text for a in atoms[number.last : number.last + 3]]
    step = 1 if signs[:1] == ["±"] else 3 if signs == ["+", "/", "-"] else 0
    margin = read_number(atoms, number.last + step) if step and number.last + step < len(atoms) else None
    return replace(number, last=margin.last) if margin is not None else number


def _skip_currency_word(atoms: Sequence[Atom], last: int) -> int:
    """'$5 million dollars', 'US$5 million USD': the second naming is part of the sum."""
    return (
        last + 1
        if last < len(atoms) and atoms[last].lower in ("dollars", "usd", "euros", "aud", "cad", "sgd")
        else last
    )


def _read_range(
    text: str, atoms: Sequence[Atom], at: int, left: Amount, last: int, context: MoneyContext
) -> tuple[list[Amount], int] | None:
    """The other end of '3% to 4%', '$5-10 million', 'between 5 and 7', 'from 10% to 25%'; None where there is none."""
    if left.value is None or left.form == "multiple":
        return None
    joint = _range_joint(atoms, at, left, last)
    if joint is None:
        return None
    step, word = joint
    marked = step
    while marked < min(step + 3, len(atoms)) and read_number(atoms, marked) is None:
        marked += 1
    if marked >= len(atoms) or not _between_is_mark(text, atoms, step, marked):
        return None
    read = _read_amount(text, atoms, marked, context, is_second=True)
    if read is None or read[0].value is None:
        return None
    right, end = read
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return None
    if _is_year(text, left) and not _is_year(text, right):
        return None  # 'from 1.2m in 2019 to 3m', '40 in 1991 to 45%'
    if left.family == "money" and left.has_magnitude and right.unit is None and not right.has_magnitude:
        return None  # 'gave £19m to 60 friends'
    if left.form == "fraction" and left.unit is None and right.family != "percent":
        return None  # 'cut by a third to 8 million tonnes'
    if word == "to" and (right.value or 0.0) > MOVED_TO * abs(left.value) and word_before(atoms, left.start) in MOVED:
        return [left, right], end  # 'rose $1.20 to $84.35': a change and a level
    if word == "to" and left.unit == "percent" and right.unit is None and word_before(atoms, left.start) in MOVED:
        return [left, right], end
    left = _share_unit(left, right)
    right = replace(right, unit=right.unit or left.unit, family=right.family if right.unit else left.family)
    if left.value is None or right.value is None:
        return None
    if word == "listed":
        return (
            ([left, right], end) if right.family not in ("count", "money") and not 1500 <= left.value <= 2100 else None
        )
    if word == "hyphen" and (left.value >= right.value) and left.value >= 0:
        return [replace(left, note="score"), replace(right, note="score")], end
    before = word_before(atoms, left.start)
    if word == "to" and before == "from" and not _is_spread(atoms, left.start):
        return [replace(left, note="from"), replace(right, note="to")], end
    if word == "to" and (left.comparator in ("gt", "lt") or left.unit is not None and left.value > right.value >= 0):
        return [left, right], end  # '55% to 45%' is a result, no span
    if word == "to" and right.value == 1 and left.value > 1 and TO_ONE.fullmatch(text, left.end, right.end):
        return [replace(left, end=right.end, number_end=right.number_end, note="ratio")], end  # '3-to-1'
    if word == "to" and left.value >= right.value and left.value >= 0 and left.family == "count":
        return [replace(left, note="score"), replace(right, note="score")], end
    joined = replace(
        left, end=right.end, number_end=right.number_end, value=min(left.value, right.value),
        value_max=max(left.value, right.value), comparator="range", note=right.note or left.note,
        is_hyphenated=right.is_hyphenated, has_magnitude=left.has_magnitude or right.has_magnitude,
    )  # fmt: skip
    if word == "and":
        joined = replace(joined, start=start_of_word_before(atoms, left.start))
    return [joined], end


TO_ONE = re.compile(r"[-‐‑–]to[-‐‑–]\w+")


def _is_year(text: str, amount: Amount) -> bool:
    digits = text[amount.number_start : amount.number_end]
    return amount.unit is None and len(digits) == 4 and digits.isdecimal() and 1500 <= int(digits) <= 2100


MOVED_TO = 5.0
MOVED = frozenset(
    "rose rise rises up climbed climbs jumped jumps gained gains added adds surged advanced edged increased by higher "
    "fell fall falls down dropped drops slipped slips lost loses shed sheds slid sank dipped decreased declined".split()
)


def _range_joint(atoms: Sequence[Atom], at: int, left: Amount, last: int) -> tuple[int, str] | None:
    """Where the second number may begin, and what joins the two."""
    if last + 1 >= len(atoms):
        return None
    joint = atoms[last]
    if joint.text in HYPHENS and touches(atoms[last - 1], joint):
        if atoms[last + 1].lower == "to" and last + 2 < len(atoms):
            return last + 2, "to"
        return (last + 1, "hyphen") if touches(joint, atoms[last + 1]) else None
    if joint.text in "–" and left.family != "count":
        return last + 1, "to"
    if joint.lower == "to":
        return last + 1, "to"
    before = word_before(atoms, left.start)
    if joint.lower == "and" and before == "between":
        return last + 1, "and"
    if joint.lower == "and" and left.unit is None and left.form == "digits":
        return last + 1, "listed"  # '45 and 50 mg'
    if joint.lower == "or" and left.form == "words" and kind_of(atoms, last + 1) == "unit":
        return last + 1, "or"
    return None


def _between_is_mark(text: str, atoms: Sequence[Atom], step: int, marked: int) -> bool:
    """Only a currency sign may stand before the second number."""
    between = text[atoms[step].start : atoms[marked].start].strip()
    return between == "" or (len(between) <= 4 and not between.islower() and between[-1] in "$€£¥₹₩-−")


def _share_unit(left: Amount, right: Amount) -> Amount:
    """Give the first number the unit and magnitude that stand only after the second: '$5-10 million'."""
    if left.value is None or right.value is None:
        return left
    if left.unit is None:
        left = replace(left, unit=right.unit, family=right.family)
    elif left.family != "money" or left.has_magnitude:
        return left
    spelled = right.form == "words" and left.form == "words" and right.value >= 1000  # 'six or seven million'
    if left.value is not None and (right.has_magnitude or spelled) and not left.has_magnitude and left.value < 1000:
        coefficient = _coefficient(right.value)
        if left.value < coefficient:
            left = replace(left, value=left.value * (right.value / coefficient), has_magnitude=True)
    return left


def _coefficient(value: float) -> float:
    for scale in (1e12, 1e9, 1e6, 1e3):
        if value >= scale:
            return value / scale
    return value


def _is_spread(atoms: Sequence[Atom], start: int) -> bool:
    at = index_before(atoms, start)
    return any(a.lower in SPREADS for a in atoms[max(0, at - 2) : at])
