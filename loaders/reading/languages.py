"""The language of a text, by its script and its commonest small words; told only where it is clear."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The commonest function words of each language, fewer of them where a neighbour shares them.
SMALL_WORDS = {
    "en": "the of and to in that is was for on with as by at from are this have has not but they which were",
    "fr": "le la les des et est dans une que pour qui sur pas plus avec ce sont par au aux du cette été leur mais",
    "de": "der die das und ist nicht den von zu mit sich des auf für dem ein eine im auch als wird werden bei",
    "es": "el la los las que del y en una por con para es se no su al lo como más pero sus fue ha este entre sobre",
    "pt": "que do da em um uma para com não os as dos das no na se por mais foi ao pelo pela são mas seu sua também",
    "it": "il di che la per un una non sono con del della dei le gli si nel alla più anche è da ha ma al delle questo",
    "nl": "de het een van en in is dat op te zijn voor met niet aan er om ook als bij naar werd door maar uit wordt",
    "sv": "och att det som en är på för av med den till inte om har de ett men var från sig kan så när vi efter under",
    "da": "og at det er en af på til med for den der ikke som har de et var fra kan vil blev også men sig efter om",
    "no": "og det er på til som en av for med ikke har den de et at om var fra kan vil ble også men seg etter",
    "fi": "ja on ei että oli se hän ovat myös mutta kun joka sen kuin ole mukaan niin jo ollut vain voi jos nyt",
    "pl": "i w na z nie się do to że jest jak po o ale przez dla od oraz przy był było który są tym może jego",
    "cs": "a je v se na že to s do o z jako za by jsou ale od po pro který jeho při také ve byl podle jsme",
    "hu": "a az és hogy nem is egy ez volt meg csak már még de ha mint vagy volna azt szerint után el majd lesz",
    "ro": "și de la în a cu pe nu că din pentru este o un mai care au fost ce se sunt prin dar după al ale",
    "tr": "ve bir bu da de için ile çok olarak olan daha gibi kadar sonra ne var ise değil en ya diye oldu göre",
    "id": "yang dan di dengan untuk tidak ini dari pada itu dalam akan ke juga oleh ada karena kepada sebagai telah",
    "vi": "và của là không có được cho các trong với những một này người đã khi để từ tại đến như về cũng",
    "hr": "je i u na se da su za od s a koji o ne kako to bi će iz ali što nije po bio prema samo više",
    "ca": "de la el i que en els les per un una amb del no és al dels més ha va com també aquest són",
    "sw": "ya na wa kwa ni katika la za kuwa hii cha huo hiyo pia kama lakini yake baada hilo wakati",
    "so": "ka ku waa iyo in uu oo ah ay si aan waxaa soo la ee",
    "tl": "ang ng sa na mga ay at si ni para hindi ito mula kung may rin pang nang siya",
}
_SMALL = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
# Scripts that stand for one language where nothing better is known.
SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "ARABIC": "ar", "HEBREW": "he", "CYRILLIC": "ru",
    "GREEK": "el", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ETHIOPIC": "am",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
SAMPLE_CHARS = 20_000
FEWEST_WORDS = 20
FEWEST_LETTERS = 60  # of another script


def detect_language(text: str) -> str | None:
    """The language tag of a text, None where it is too short or no language stands out."""
    sample = text[:SAMPLE_CHARS]
    if not sample.isascii():
        script = _script_language(sample)
        if script is not None:
            return script
    words = WORD.findall(sample.lower())
    if len(words) < FEWEST_WORDS:
        return None
    counts = Counter(words)
    scores = {language: sum(counts[word] for word in small) for language, small in _SMALL.items()}
    best = max(scores, key=lambda language: (scores[language], language == "en", language))
    # A text of names, tables or several languages has few small words of any one; English is then not ruled out.
    if scores[best] < 0.12 * len(words) or best != "en" and scores[best] < 1.5 * scores["en"]:
        return "en" if scores["en"] >= 0.08 * len(words) and scores["en"] >= 0.8 * scores[best] else None
    return best


def _script_language(sample: str) -> str | None:
    letters = [char for char in sample if char.isalpha()]
    foreign = Counter(unicodedata.name(char, "?").split(" ")[0].split("-")[0] for char in letters if char > "\u0370")
    known = {script: count for script, count in foreign.items() if script in SCRIPTS}
    if sum(known.values()) < FEWEST_LETTERS or sum(known.values()) < 0.4 * len(letters):
        return None
    if known.get("HIRAGANA", 0) + known.get("KATAKANA", 0) > 0.1 * sum(known.values()):
        return "ja"
    return SCRIPTS[max(known, key=lambda script: (known[script], script))]
