"""What words beside a number say of its purpose: money granted for a task, a cost to somebody, whom sanctions hit."""

from __future__ import annotations

import re

from dossier.language.analysis import text_of
from dossier.language.quantities.candidate import Candidate

LONGEST_ITEM = 220  # characters between two sums of a list
BEHIND = 90  # characters that are looked at behind a number
LARGE = 100_000.0  # from here money given for a task comes from a budget
# '$9 million to fight measles', 'billions more to rebuild schools'
FOR_TASK = re.compile(
    r"\s(?:more |extra |annually |(?:a|per) year |in (?:the )?[A-Z]\w+ |this year |so far )?"
    r"to (?:better |also |further )?"
    r"(?:address|aid|assist|boost|build|buy|care|clean|combat|complete|connect|construct|convert|counter|create|deliver|"
    r"deploy|develop|educate|electrify|employ|enable|enforce|enhance|equip|expand|feed|fight|finance|fix|fund|hire|help|"
    r"house|improve|increase|install|keep|maintain|modernise|modernize|monitor|operate|overhaul|prepare|prevent|promote|"
    r"protect|provide|rebuild|recruit|reduce|refurbish|renovate|repair|replace|research|resettle|respond|restore|revive|"
    r"run|secure|shelter|staff|stop|strengthen|study|support|sustain|tackle|teach|test|train|treat|upgrade|vaccinate|"
    r"widen)\b"
)
# What is paid, owed, lost or taken is no grant, whatever it went to.
TAKEN = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|ow(?:e|es|ed|ing)|charg(?:e|es|ed|ing)|los(?:e|es|t|ing)|stole|stolen|"
    r"worth|fin(?:ed|es)|tax(?:es|ed)?|price|deficits?|debts?|sav(?:e|es|ed|ing|ings))\b[^.;,]{0,40}$",
    re.I,
)
# 'would cost small firms an average of $300': no price of a good
COST_TO = re.compile(
    r"\bcost(?:s|ing)?\s(?:(?:the|our|its|their|all|most|many|some|[A-Za-z.-]+)\s){0,3}?(?:[a-z-]+ies|[a-z-]+[^s\s]s|people|"
    r"[A-Z][a-z]+ns|economy|country|nation|state|government|treasury|industry|public|exchequer)\s"
    r"(?:(?:an?|the|at|least|about|around|over|nearly|almost|more|than|up|to|some|estimated|average|of|roughly|another|extra|"
    r"additional)\s){0,5}$",
    re.I,
)
VALUED = re.compile(
    r"\b(?:goods|gifts?|items?|products?|cargo|imports|exports|shipments?|parcels?|jewell?ery|paintings?) "
    r"(?:[a-z]+ ){0,3}(?:valued at|worth)"
    r"(?: (?:up to|about|around|more than|over|nearly|almost|some|at least|an estimated))? $",
    re.I,
)
# 'billions of dollars in lost property': no firm's loss
LOST_THINGS = re.compile(r"\s(?:in|of) (?:lost|stolen|wasted|missing|unpaid|forgone|damaged)\b")
WORTH = re.compile(r"\bvalued at(?: or)? $")
GOODS = re.compile(r"\b(?:goods|gifts?|items?|products?|imports?|exports?|shipments?|parcels?|packages?)\b", re.I)
INVESTED = re.compile(r"\s(?:worth of|in|of)(?: new| fresh| private| foreign| direct| business)* investments?\b")
SAVED = re.compile(r"\bsav(?:e|es|ed|ing)\b[^.;:]{0,60}$", re.I)
LENT = re.compile(r"\b(?:lend(?:s|ing)?|lent|borrow(?:s|ed|ing)?)\s(?:[a-z]+\s){0,4}$", re.I)
SEIZED = re.compile(r"\b(?:seiz|confiscat|impound)\w+\s(?:[a-z]+\s){0,4}$", re.I)
OF_DRUGS = re.compile(
    r"\s(?:in|of|worth of)\s(?:[a-z]+\s){0,2}(?:drugs|narcotics|cocaine|heroin|cannabis|fentanyl|meth)"
)
# 'the clinic gets $15 million' in a paragraph about grants
GOT = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|get(?:s|ting)?|net|netted|allocated|granted|handed)\s"
    r"(?:(?:up|to|more|than|about|around|nearly|almost|over|at|least|another|an|additional|some|roughly)\s){0,3}$",
    re.I,
)
# 'promised $3 million to buy fridges'
GIVEN = re.compile(
    r"\b(?:promis|pledg|provid|giv|gave|donat|set aside|approv|request|allocat|releas)\w*\s[^.;]{0,30}$", re.I
)
SOLD_FOR = re.compile(
    r"\b(?:sell|sells|selling|sold|buy|buys|bought|buying|acquir\w+|takeover|auctioned)\b[^.;]{2,70}\bfor "
    r"(?:(?:about|around|nearly|almost|more than|over|up to|some|a record|an undisclosed|at least) ?){0,2}$",
    re.I,
)
# 'on revenue of £31m', 'a loss of £8m'
CALLED = re.compile(
    r"\b(revenues?|turnover|profits?|loss(?:es)?) (?:of|was|were|reached|totalled|totaled|came to) "
    r"(?:(?:about|around|nearly|almost|more than|over|some|a record|just) ?){0,2}$",
    re.I,
)
GRANTED = re.compile(r"\b(?:grants?|funding|federal (?:money|funds?|aid)|block grants?|stimulus)\b", re.I)
EARNED = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|earn(?:s|ed|ing)?)\s(?:(?:at|least|less|more|fewer|about|around|over|under|up|to|than|just|"
    r"nearly|almost|only|an|average|of)\s){0,4}$",
    re.I,
)
IN_TIME = re.compile(r"\s(?:an?|per|each|every)\s(?:year|month|week|day|hour)\b|\s(?:annually|hourly|yearly)\b")
SANCTIONED = re.compile(
    r"\bsanction(?:s|ed|ing)?\b(?!\srelief)[^.;:]{0,60}?\b(?:on|against|targeting|upon|including)\s(?:(?:the|another|an|additional|"
    r"further|more|than|at|least|some|over|about|nearly|up|to)\s){0,4}$",
    re.I,
)
COULD_KILL = re.compile(
    r"\b(?:(?:enough|sufficient|potential|able|needed|capable)\b[^.;]{0,50}\bkill|(?:could|can|might|would|may) "
    r"(?:have )?(?:potentially )?kill)\w*\s(?:[a-z]+\s){0,3}$",
    re.I,
)
HIT = {"people": "sanctioned-people", "companies": "sanctioned-companies"}
# '41 percent is attributed to deaths': of a cost, no part of the deaths
CAUSED = re.compile(r"\)?,?\s(?:(?:is|was|are|were|of it|being)\s)?(?:attribut\w+|due|owed|put down)\sto\b")
OF_COST = re.compile(
    r"\b[Oo]f (?:the|this|that|these|those) (?:[a-z]+ )?(?:costs?|spending|budget|sum|money|amount|revenues?)\b"
)
# 'increases ranging from 13 percent', 'cuts of between 5%'
CHANGED_BY = re.compile(
    r"\b(?:increases?|rises?|declines?|cuts?|drops?|gains?|reductions?|hikes?|jumps?|falls?|decreases?)\s"
    r"(?:ranging|varying|averaging|of)\s(?:(?:from|between|about|around|roughly|nearly|almost|over|up to)\s){0,2}$"
)
# 'eliminates 99% of tariff barriers'
OF_TARIFFS = re.compile(
    r"\sof (?:[a-z]+ ){0,3}(?:tariffs?|duties|barriers|goods|products|imports|exports|lines|trade)\b"
)
LISTED = re.compile(
    r"[^.:]{2,200}?(?:,|;|,? and|; and)\s(?:and )?(?:another |an additional |a further |nearly |about )?"
)


# '16 people were confirmed dead', '90 others have suffered injuries'
FOUND_DEAD = re.compile(
    r"(?:\s(?:have|had|has|were|was|are|is|been|be|now|so far)){0,4}\s(?:confirmed|feared|presumed|declared|pronounced|"
    r"found|reported|counted|left)\s(?:to be\s)?dead\b|"
    r"\s(?:were|was|are|is)\samong the (?:dead|fatalities)\b"
)
# '82 had died and two million affected'
SPARED = re.compile(
    r"\s(?:(?:others|more|people|residents|villagers|families|still|were|are|have been|had been)\s){0,3}"
    r"(?:affected|stranded|marooned|evacuated|rescued|sheltered|missing|unaccounted)\b"
)
HARMED = re.compile(
    r"(?:\s(?:have|had|has|also)){0,2}\s(?:sustain|suffer|receiv)(?:ed|ing)\s(?:[a-z-]+\s){0,3}"
    r"(?:injur(?:y|ies)|burns|wounds)\b"
)
# 'saw the rate staying at 6 percent', where a key rate was spoken of
KEY_RATE = re.compile(
    r"\b(?:key|policy|benchmark|repo|lending|interest|borrowing|deposit|cash|discount|refinancing|overnight|funds)"
    r"(?:[- ][a-z]+)? rates?\b"
)
OF_RATE = re.compile(
    r"\b(?:the|its|their|that|official|main) rates?\b(?! of)(?:\s[a-z]+){0,5}\s(?:at|to|from|of|below|above)\s"
    r"(?:[a-z]+\s){0,2}$"
)


def told_by_purpose(measure: str, candidate: Candidate) -> str:
    """The measure that the words beside a number tell, where they tell more than a cue of its sentence."""
    text = text_of(candidate.near.doc)
    before = text[max(0, candidate.near.sent.start_char, candidate.start - 120) : candidate.start]
    after = text[candidate.end : candidate.end + BEHIND]
    if candidate.family == "money":
        return _of_money(measure, candidate, before, after)
    if measure in ("people", "troops") and FOUND_DEAD.match(after):
        return "deaths"
    if measure in ("deaths", "injuries") and SPARED.match(after):
        return "people"
    if measure == "people" and HARMED.match(after):
        return "injuries"
    if measure == "share" and candidate.unit == "percent" and OF_RATE.search(before):
        return "interest-rate" if KEY_RATE.search(text[: candidate.start]) else measure
    charged = candidate.noun is not None and candidate.noun.lemma in ("count", "charge", "felony")
    if charged and measure in ("convictions", "prosecutions", "arrests", "defendants"):
        return "count"  # of what somebody is accused of, no people
    if measure in ("deaths", "overdose-deaths") and COULD_KILL.search(before):
        return "people"  # nobody has died
    if measure in HIT and SANCTIONED.search(before):
        return HIT[measure]
    if measure == "share-of-deaths" and (CAUSED.match(after) or OF_COST.search(before)):
        return "share"
    if measure == "tariff-rate" and OF_TARIFFS.match(after):
        return "share"
    if measure == "share" and candidate.unit == "percent" and CHANGED_BY.search(before):
        return "change-rate"
    return measure


# 'a profit of $28m, or four cents a share', no price of a share
A_SHARE = re.compile(r"\s(?:an?|per)\s(?:diluted |common |ordinary )?share\b")
EARNINGS = re.compile(r"\b(?:earn(?:s|ed|ings|ing)?|profits?|loss(?:es)?|lost|net income|forecasts?|charge)\b", re.I)
PRICED = re.compile(
    r"\b(?:offer(?:ed)?|bid|buy|pay|paid|acquire|takeover|trad(?:ed|ing)|clos(?:ed|ing)|pric(?:e|ed))\b"
)


def _of_money(measure: str, candidate: Candidate, before: str, after: str) -> str:
    if INVESTED.match(after):
        return "investment"
    if VALUED.search(before) or WORTH.search(before) and GOODS.search(before):
        return "goods-value"
    if measure == "share-price" and A_SHARE.match(after) and EARNINGS.search(before) and not PRICED.search(before):
        return "profit"
    if measure in ("profit", "damages", "price", "deal-value") and LOST_THINGS.match(after):
        return "other"
    if measure == "price" and COST_TO.search(before):
        return "other"
    if measure in ("price", "funding", "investment", "aid") and SAVED.search(before) and "invest" not in before:
        return "other"
    if EARNED.search(before) and IN_TIME.match(after) and (candidate.value or 0.0) < LARGE * 10:
        return "wages"
    near = CALLED.search(before)
    if near is not None:
        return "profit" if near.group(1)[0] in "pPlL" else "revenue"
    if LENT.search(before) or SEIZED.search(before) and measure == "investment":
        return "drugs-seized" if OF_DRUGS.match(after) else "other"
    is_large = candidate.value is None or candidate.value >= LARGE
    if measure == "other" and is_large and GOT.search(before) and GRANTED.search(text_of(candidate.near.doc)):
        return "funding"
    if measure == "other" and is_large and FOR_TASK.match(after) and not TAKEN.search(before):
        return "funding"
    if measure == "deal-value" and is_large and FOR_TASK.match(after) and GIVEN.search(before):
        return "funding"
    if measure in ("other", "price") and is_large and SOLD_FOR.search(before):
        return "deal-value"
    return measure


def is_listed_with(left: Candidate, right: Candidate, between: str) -> bool:
    """Do two sums of one currency stand in a list: '$40m for roads, $12m for schools'?"""
    is_money = left.family == right.family == "money" and left.unit == right.unit
    return is_money and len(between) <= LONGEST_ITEM and LISTED.fullmatch(between) is not None


def is_of_needy(cue: str, candidate: Candidate) -> bool:
    """'invited millions into the country', 'to attend to the needs of 1.8m people': they take part in nothing."""
    text = text_of(candidate.near.doc)
    is_let_in = cue == "invite" and text.startswith(" into", candidate.end)
    return (
        is_let_in
        or cue == "attend"
        and NEEDS_OF.search(text[max(0, candidate.start - 24) : candidate.start]) is not None
    )


NEEDS_OF = re.compile(r"\b(?:needs?|wants|problems) of (?:the |these |those |its |our )?$")
