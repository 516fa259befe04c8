"""Numbers in digits and words: '1,300', '2 1/2', 'two dozen', 'one hundred and six', 'tens of thousands'."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.atoms import HYPHENS, LARGEST, Atom, digits_value, touches

VAGUE_BEFORE = ("several", "many", "few", "untold", "countless")


@dataclass(frozen=True)
class Number:
    """A number between two atoms. ``value`` is None for vague counts; offsets are indexes of atoms, end exclusive."""

    first: int
    last: int
    value: float | None
    form: str  # digits, words, fraction, vague, multiple
    scale: float = 1.0  # of the magnitude words or letter read with it
    letter: str | None = None  # a magnitude letter that may be a unit instead ('5m')
    coefficient: float | None = None  # the value without magnitude


@functools.cache
def number_words() -> Mapping[str, tuple[str, float]]:
    """Kind and value of every number word."""
    return {
        row["number_word"]: (row["word_kind"], float(row["number_value"]))
        for row in load_lexicon("vocabulary/number_words")
    }


def kind_of(atoms: Sequence[Atom], at: int) -> str | None:
    """Kind of the number word at an atom, or None."""
    if not 0 <= at < len(atoms):
        return None
    entry = number_words().get(atoms[at].lower)
    return entry[0] if entry else None


def read_number(atoms: Sequence[Atom], at: int) -> Number | None:
    """The number that begins at an atom, the longest one, or None."""
    atom = atoms[at]
    if atom.kind == "digits":
        return _digits(atoms, at)
    if atom.kind == "glyph":
        return Number(at, at + 1, number_words()[atom.text][1], "fraction", coefficient=number_words()[atom.text][1])
    if atom.kind != "word":
        return None
    return _vague(atoms, at) or _part(atoms, at) or _spelled(atoms, at) or _multiple(atoms, at)


def _digits(atoms: Sequence[Atom], at: int) -> Number | None:
    value = digits_value(atoms[at].text)
    after = at + 1
    if value is None:
        return None
    if after < len(atoms) and _is_thousands_group(atoms, at):
        value, after = _spaced(atoms, at)
    form = "digits"
    if after < len(atoms) and atoms[after].kind == "glyph":
        value, after = value + number_words()[atoms[after].text][1], after + 1
    else:
        simple = _slash_fraction(atoms, after - 1)
        if simple is not None and after == at + 1:
            value, after, form = simple, after + 2, "fraction"
        elif after < len(atoms) and atoms[after].kind == "digits" and not touches(atoms[after - 1], atoms[after]):
            part = _slash_fraction(atoms, after)
            if part is not None and part < 1:
                value, after = value + part, after + 3
        elif after + 1 < len(atoms) and atoms[after].text == "-" and touches(atoms[after - 1], atoms[after]):
            part = _slash_fraction(atoms, after + 1)
            if part is not None and part < 1 and value == int(value):  # '2-1/2 inches'
                value, after = value + part, after + 4
    value, after = _power(atoms, after, value)
    value, after = _and_a_half(atoms, after, value)
    return _scaled(atoms, at, after, value, form)


def _is_thousands_group(atoms: Sequence[Atom], at: int) -> bool:
    """'12 500' or '1 300 000': one to three digits, then groups of exactly three."""
    following = atoms[at + 1]
    return (
        len(atoms[at].text) <= 3
        and atoms[at].text.isdigit()
        and following.kind == "digits"
        and len(following.text) == 3
        and following.text.isdigit()
        and following.start == atoms[at].end + 1
        and not (at + 2 < len(atoms) and atoms[at + 2].text in HYPHENS and touches(following, atoms[at + 2]))
    )


def _spaced(atoms: Sequence[Atom], at: int) -> tuple[float, int]:
    text, after = atoms[at].text, at + 1
    while after < len(atoms) and len(text) < 18 and len(atoms[after].text) == 3 and atoms[after].text.isdigit():
        if atoms[after].start != atoms[after - 1].end + 1 or atoms[after].kind != "digits":
            break
        text, after = text + atoms[after].text, after + 1
    return float(text), after


def _slash_fraction(atoms: Sequence[Atom], at: int) -> float | None:
    """'3/4' written with single atoms that touch; a date or a division by zero is none."""
    if at + 2 >= len(atoms) or atoms[at + 1].text not in "/⁄" or atoms[at + 2].kind != "digits":
        return None
    if not (touches(atoms[at], atoms[at + 1]) and touches(atoms[at + 1], atoms[at + 2])):
        return None
    above, below = digits_value(atoms[at].text), digits_value(atoms[at + 2].text)
    if above is None or below is None or not 2 <= below <= 1000 or above >= below or above != int(above):
        return None
    return above / below


def _power(atoms: Sequence[Atom], after: int, value: float) -> tuple[float, int]:
    """Powers of ten in scientific text: '4e14', '5.5x10-3', '2.48×10−5'."""
    rest = [atom.lower for atom in atoms[after : after + 5]]
    if len(rest) >= 2 and rest[0] == "e" and touches(atoms[after - 1], atoms[after]):
        sign = rest[1] in "-−+"
        digits = rest[2] if sign and len(rest) > 2 else rest[1]
        if digits.isdecimal() and len(digits) <= 2:
            exponent = -int(digits) if sign and rest[1] != "+" else int(digits)
            return _power_of(value, 10.0, exponent), after + (3 if sign else 2)
    if len(rest) >= 3 and rest[0] in ("x", "×") and rest[1] in ("10", "2"):
        at = 3 if rest[2] == "^" else 2
        negative = at < len(rest) and rest[at] in "-−"
        at += negative
        raised = rest[2] == "^" or negative
        if raised and at < len(rest) and rest[at].isdecimal() and len(rest[at]) <= 2:
            exponent = -int(rest[at]) if negative else int(rest[at])
            return _power_of(value, float(rest[1]), exponent), after + at + 1
    return value, after


def _power_of(value: float, base: float, exponent: int) -> float:
    return float(value * base**exponent)


def _and_a_half(atoms: Sequence[Atom], after: int, value: float) -> tuple[float, int]:
    """'two and a half', '3 and a quarter'."""
    rest = [atom.lower for atom in atoms[after : after + 3]]
    if len(rest) == 3 and rest[0] == "and" and rest[1] in ("a", "one") and rest[2] in ("half", "quarter", "third"):
        return value + 1 / number_words()[rest[2]][1], after + 3
    return value, after


def _scaled(atoms: Sequence[Atom], first: int, after: int, value: float, form: str) -> Number | None:
    """Multiply by the magnitude words or the magnitude letter that follow."""
    scale, letter = 1.0, None
    while after < len(atoms):
        step = after
        if atoms[step].text in HYPHENS and step + 1 < len(atoms) and touches(atoms[step], atoms[step + 1]):
            step += 1
        elif atoms[step].text == "+" and touches(atoms[step - 1], atoms[step]) and kind_of(atoms, step + 1) == "scale":
            step += 1  # '$150+ billion'
        kind = kind_of(atoms, step)
        if kind == "scale" and atoms[step].lower not in ("gross", "mil"):
            scale, after = scale * number_words()[atoms[step].lower][1], step + 1
            continue
        if kind == "letter" and step == after and scale == 1 and touches(atoms[after - 1], atoms[after]):
            letter, after = atoms[after].text, after + 1
        break
    scaled = float(f"{value * scale:.15g}")  # 17.6 lakh is 1,760,000, without binary dust
    if not scaled < LARGEST:
        return None
    rest = _digits(atoms, after) if scale >= 1e6 and after < len(atoms) and atoms[after].kind == "digits" else None
    if rest is not None and rest.value is not None and 1 < rest.scale < scale and rest.value < scale:
        return replace(rest, first=first, value=scaled + rest.value)  # '1 billion 200 million'
    return Number(first, after, scaled, form, scale, letter, value)


def _spelled(atoms: Sequence[Atom], at: int) -> Number | None:
    """Cardinals in words by place value; 'a' and 'an' count as one only before a magnitude."""
    total = current = 0.0
    after, seen = at, False
    while after < len(atoms):
        step = after
        if (
            seen
            and (atoms[step].text in HYPHENS and touches(atoms[step - 1], atoms[step]))
            or seen
            and atoms[step].lower in ("and", "&")
            and (kind_of(atoms, after - 1) == "scale")
        ):
            step += 1
        elif seen and atoms[step].text == "," and kind_of(atoms, after - 1) == "scale" and total > 0:
            if kind_of(atoms, step + 2) != "scale":  # 'three million, two hundred', not 'two million, five dead'
                break
            step += 1
        kind = kind_of(atoms, step)
        value = number_words()[atoms[step].lower][1] if kind in ("unit", "tens", "scale") else 0.0
        if kind == "unit":
            if seen and current % 10 or (seen and current and current % 100 < 20 and current % 100):
                break
            current += value
        elif kind == "tens":
            if current % 100:
                break
            current += value
        elif kind == "scale" and (seen or after == at):
            if not seen:
                return None
            if value >= 1000:
                total, current = total + (current or 1) * value, 0.0
            else:
                current = (current or 1) * value
        elif not seen and atoms[step].lower in ("a", "an", "another") and kind_of(atoms, step + 1) == "scale":
            value, current = 1.0, 0.0
            if atoms[step + 1].lower in ("bn", "mn", "tn", "mil", "bil", "gross"):
                return None
        else:
            break
        after, seen = step + 1, True
    if not seen or after == at or (after == at + 1 and atoms[at].lower in ("a", "an", "another")):
        return None
    value = total + current
    whole, after = value, after
    value, after = _and_a_half(atoms, after, value)
    if value != whole:
        return _scaled(atoms, at, after, value, "words")  # 'one and a half million'
    return Number(at, after, value, "words", coefficient=value) if value < LARGEST else None


def _lower(atoms: Sequence[Atom], at: int) -> str:
    return atoms[at].lower if at < len(atoms) else ""


def _part_of_scale(atoms: Sequence[Atom], at: int) -> bool:
    """'half-million': a half joined to a magnitude."""
    return at + 2 < len(atoms) and atoms[at + 1].text in HYPHENS and kind_of(atoms, at + 2) == "scale"


def _part(atoms: Sequence[Atom], at: int) -> Number | None:
    """Fractions: 'half', 'a third of', 'two-thirds', 'three quarters', 'half a million', 'half a dozen'."""
    words = [atom.lower for atom in atoms[at : at + 4]]
    if words[0] == "half" and len(words) > 2 and words[1] in ("a", "an") and kind_of(atoms, at + 2) == "scale":
        return Number(at, at + 3, number_words()[words[2]][1] / 2, "words")
    if words[0] in ("a", "another") and words[1:2] == ["half"] and _part_of_scale(atoms, at + 1):
        return _part(atoms, at + 1)
    if words[0] == "half" and _part_of_scale(atoms, at):
        return Number(at, at + 3, number_words()[words[2]][1] / 2, "words")
    if words[0] == "half":
        return Number(at, at + 1, 0.5, "fraction")
    is_step = words[1:2] and words[1] in HYPHENS and words[2:3] in (["point"], ["points"], ["percentage"])
    if words[0] == "quarter" and is_step and not (at > 1 and atoms[at - 1].text in HYPHENS):
        return Number(at, at + 1, 0.25, "fraction")  # 'the quarter-point rise'
    count = 1.0 if words[0] in ("a", "an", "one") else number_words().get(words[0], ("", 0.0))[1]
    if kind_of(atoms, at) not in ("unit", None) or count == 0:
        return None
    step = at + 1
    if step < len(atoms) and atoms[step].text in HYPHENS and touches(atoms[at], atoms[step]):
        step += 1
    if kind_of(atoms, step) != "part":
        return None
    is_step = step == at + 2 < len(atoms) - 2 and atoms[step + 2].lower.startswith("point")
    if (count > 1) != atoms[step].lower.endswith(("s", "halves")) and not is_step:  # 'a three-quarter-point rise'
        return None
    below = number_words()[atoms[step].lower][1]
    behind = [atom.lower for atom in atoms[step + 1 : step + 3]]
    if behind == ["of", "a"] and number_words().get(_lower(atoms, step + 3), ("", 0.0))[1] >= 1e6:
        return Number(at, step + 4, count / below * number_words()[_lower(atoms, step + 3)][1], "words")
    if words[0] in ("a", "an") and below > 10:
        return None
    return Number(at, step + 1, count / below, "fraction")


def _vague(atoms: Sequence[Atom], at: int) -> Number | None:
    """Counts without a value: 'dozens', 'tens of thousands', 'several hundred', 'a few thousand', 'many millions'."""
    words = [atom.lower for atom in atoms[at : at + 4]]
    if words[:3] == ["a", "couple", "of"] and kind_of(atoms, at + 3) == "scale":  # 'a couple of dozen'
        return Number(at, at + 4, 2 * number_words()[words[3]][1], "words")
    step, hedged = at, False
    if atoms[step].lower == "a" and step + 1 < len(atoms) and atoms[step + 1].lower == "few":
        step += 1
    if atoms[step].lower in VAGUE_BEFORE:
        step, hedged = step + 1, True
    kind = kind_of(atoms, step)
    if (
        hedged
        and kind == "scale"
        and atoms[step].lower in ("hundred", "thousand", "million", "billion", "trillion", "dozen")
    ):
        after = step + 1
        while kind_of(atoms, after) == "scale":
            after += 1
        return Number(at, after, None, "vague")
    if kind != "vague":
        return None
    after = step + 1
    while after + 1 < len(atoms) and atoms[after].lower == "of" and kind_of(atoms, after + 1) in ("vague", "scale"):
        after += 2
    if after == step + 1 and atoms[step].lower == "tens":
        return None
    return Number(at, after, None, "vague")


def _multiple(atoms: Sequence[Atom], at: int) -> Number | None:
    """'doubled', 'threefold'."""
    entry = number_words().get(atoms[at].lower)
    return Number(at, at + 1, entry[1], "multiple") if entry and entry[0] == "multiple" else None
