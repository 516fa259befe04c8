"""Who said what: quotations and reported speech, right and wrong ones, over many subjects."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator

import pytest

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex, ActorReading
from dossier.language.analysis import Article, Block, SpanIndex, analyse_blocks
from dossier.language.rows import ActorChainRow, ActorMentionRow, StatementRow, TimeExpressionRow
from dossier.language.statements import read_statements
from dossier.language.statements.quotations import find_quotations

NOTHING: list[tuple[str, str | None, str]] = []


def make_article(text: str, kinds: dict[int, str] | None = None) -> Article:
    """An article whose paragraphs are the lines of a text."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        start, end = at + len(line) - len(line.lstrip("*_#>—– ")), at + len(line.rstrip("*_ "))
        if start < end:
            blocks.append(Block(start, end, (kinds or {}).get(number, "paragraph")))
        at += len(line) + 1
    return Article(
        document_id="doc1",
        article_id="art1",
        article_number=1,
        is_main=True,
        text=text,
        headline=None,
        outlet_as_written=None,
        paragraphs=analyse_blocks(text, blocks),
        ids=IdMaker("doc1"),
    )


def read(
    text: str,
    actors: dict[str, tuple[str, str]] | None = None,
    times: tuple[str, ...] = (),
    kinds: dict[int, str] | None = None,
    headline: str | None = None,
) -> list[StatementRow]:
    """Statements of a text; ``actors`` gives the words, chain and type of every named actor, ``times`` dated words."""
    chains, mentions = {}, []
    for words, (chain, actor_type) in (actors or {}).items():
        at = text.find(words)
        while at >= 0:
            number = len(mentions)
            mentions.append(
                ActorMentionRow(
                    actor_mention_id=f"amn{number}",
                    document_id="doc1",
                    article_id="art1",
                    chain_id=chain,
                    start_char=at,
                    end_char=at + len(words),
                    text=words,
                    mention_kind="name",
                    reader="test",
                    rule="test",
                )
            )
            chains[chain] = ActorChainRow(
                chain_id=chain,
                document_id="doc1",
                article_id="art1",
                representative_mention_id=f"amn{number}",
                name=words,
                name_key=words.lower(),
                actor_type=actor_type,
                country_code=None,
                registry_key=None,
                affiliation_chain_id=None,
                mention_count=1,
                rule="test",
            )
            at = text.find(words, at + 1)
    dated = [
        TimeExpressionRow(
            time_expression_id=words,
            document_id="doc1",
            article_id="art1",
            start_char=text.index(words),
            end_char=text.index(words) + len(words),
            text=words,
            time_kind="day",
            duration=None,
            tense=None,
            is_approximate=False,
            sentence_start_char=0,
            reader="test",
            rule="test",
        )
        for words in times
    ]
    return read_statements(
        dataclasses.replace(make_article(text, kinds), headline=headline),
        ActorIndex(ActorReading(list(chains.values()), mentions, [])),
        SpanIndex(dated),
    )


# Text, then (direct or indirect, speaker as written, words) of every statement in it.
CASES: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (
        'Ann Lee was blunt. "We lost because we were slow.\nWe lost because we were scared.\nWe will win," she said.',
        [
            ("D", "she", "We lost because we were slow."),
            ("D", "she", "We lost because we were scared."),
            ("D", "she", "We will win"),
        ],
    ),
    ("The court held that the law was void.", [("I", "The court", "the law was void")]),
    ("The mayor averred that the tank was full.", [("I", "The mayor", "the tank was full")]),
    ("Ann Lee was adamant that the tank was full.", [("I", "Ann Lee", "the tank was full")]),
    ("The text message said that no child was hurt.", [("I", "The text message", "no child was hurt")]),
    (
        "Ann Lee said the pier would shut, adding that no date was set.",
        [("I", "Ann Lee", "the pier would shut"), ("I", "Ann Lee", "no date was set")],
    ),
    (
        "The town received a letter from the board warning that the wall may fall.",
        [("I", "a letter from the board", "the wall may fall")],
    ),
    ("They found that the drug had no effect.", [("I", "They", "the drug had no effect")]),
    ("He found himself trapped in a lift.", NOTHING),
    ("Ann Lee was calm when informed that the pier had shut.", NOTHING),
    ("Chad and Niger both said the border was shut.", [("I", "Chad and Niger both", "the border was shut")]),
    (
        "According to the mayor, Mr Owen Hale, the pier has shut.",
        [("I", "Mr Owen Hale", "the pier has shut")],
    ),
    (
        "Party chair Ann Lee issued the following statement:\n“This bill will hurt every town in the county.”",
        [("D", "Party chair Ann Lee", "This bill will hurt every town in the county.")],
    ),
    ("Many hold that view. He held a cup that was red.", NOTHING),
    ("The 45-year-old added that the alarms were dead.", [("I", "The 45-year-old", "the alarms were dead")]),
    ("She shouted so loudly that the captain came running.", NOTHING),
    ("Imagine two towns, say York and Hull, trading with each other.", NOTHING),
    ("The summit showed that the allies were united.", NOTHING),
    # direct quotations: marks of all kinds, the cue before, behind and between
    ("'The bridge was closed in time,' the mayor said.", [("D", "the mayor", "The bridge was closed in time")]),
    (
        '"We lost the second half," said coach Ana Ruiz, who took over in May.',
        [("D", "coach Ana Ruiz", "We lost the second half")],
    ),
    ("“The vaccine is safe,” Dr Amina Bello told reporters.", [("D", "Dr Amina Bello", "The vaccine is safe")]),
    ("‘It’s the growers’ money, not the bank’s,’ she said.", [("D", "she", "It’s the growers’ money, not the bank’s")]),
    (
        "'It's the workers' hall and the nurses' as well,' he said.",
        [("D", "he", "It's the workers' hall and the nurses' as well")],
    ),
    ("“No,” he said.", [("D", "he", "No")]),
    ("“Who will pay for it?” asked Senator Lee.", [("D", "Senator Lee", "Who will pay for it?")]),
    (
        "“The glacier is thinner,” Moreau said. “It will be gone by 2050.”",
        [("D", "Moreau", "The glacier is thinner"), ("D", "Moreau", "It will be gone by 2050.")],
    ),
    (
        "“If rates fall,” the bank's chief economist said, “mortgages will follow.”",
        [
            ("D", "the bank's chief economist", "If rates fall"),
            ("D", "the bank's chief economist", "mortgages will follow"),
        ],
    ),
    (
        "The minister said: “There will be no second referendum.”",
        [("D", "The minister", "There will be no second referendum.")],
    ),
    (
        'Walking out of court, Okafor told the crowd, "We won and we will win again."',
        [("D", "Okafor", "We won and we will win again.")],
    ),
    (
        "“He said ‘not guilty’ and sat down,” the clerk recalled.",
        [("D", "the clerk", "He said ‘not guilty’ and sat down")],
    ),
    (
        "'We found the hull at 90 metres. It's broken in two,' Larsen said.",
        [("D", "Larsen", "We found the hull at 90 metres. It's broken in two")],
    ),
    (
        "'The ferry was overloaded. Nobody counted the passengers.\", the inspector said.",
        [("D", "the inspector", "The ferry was overloaded. Nobody counted the passengers.")],
    ),
    (
        "“The harvest failed twice,” said Tadesse, a farmer. \n“Nobody came to help us.”",
        [("D", "Tadesse, a farmer", "The harvest failed twice"), ("D", "Tadesse, a farmer", "Nobody came to help us.")],
    ),
    (
        "“We were asleep when the dam broke,” Kovacs said. “The water came at once.\n“There was no siren at all.”",
        [
            ("D", "Kovacs", "We were asleep when the dam broke"),
            ("D", "Kovacs", "The water came at once."),
            ("D", "Kovacs", "There was no siren at all."),
        ],
    ),
    ("``It was a fair fight,'' Alvarez said after the bout.", [("D", "Alvarez", "It was a fair fight")]),
    ("« Le marché est calme », the trader said.", [("D", "the trader", "Le marché est calme")]),
    ("“We're done here!” the captain shouted.", [("D", "the captain", "We're done here!")]),
    (
        "“The comet is a visitor from another star”, said Dr Ito.",
        [("D", "Dr Ito", "The comet is a visitor from another star")],
    ),
    # partial quotations, with their clause where it has more than the quoted words
    (
        "Ahmed said the ruling was “a dark day for press freedom”, and promised to appeal.",
        [
            ("I", "Ahmed", "the ruling was “a dark day for press freedom”"),
            ("D", "Ahmed", "a dark day for press freedom"),
            ("I", "Ahmed", "to appeal"),
        ],
    ),
    ("The coach praised the goalkeeper's 'calm under heavy fire'.", [("D", "The coach", "calm under heavy fire")]),
    (
        "The union called the offer “an insult to every driver”.",
        [("D", "The union", "an insult to every driver")],
    ),
    (
        "Residents will 'never again trust the water company,' the councillor said.",
        [("D", "the councillor", "never again trust the water company")],
    ),
    ("The court accused the firm of “a long campaign of deceit”.", [("D", "The court", "a long campaign of deceit")]),
    # reported clauses
    ("Police said the driver had fled on foot.", [("I", "Police", "the driver had fled on foot")]),
    ("The WHO said on Tuesday that cases of measles had doubled.", [("I", "The WHO", "cases of measles had doubled")]),
    (
        "Inflation will ease next year, the central bank said.",
        [("I", "the central bank", "Inflation will ease next year")],
    ),
    ("Two trains collided near Pune, officials said.", [("I", "officials", "Two trains collided near Pune")]),
    ("The striker insisted that he had not touched the ball.", [("I", "The striker", "he had not touched the ball")]),
    ("The strike, the union said, will go on until Friday.", [("I", "the union", "will go on until Friday")]),
    (
        "The storm killed nine people, according to the civil defence agency.",
        [("I", "the civil defence agency", "The storm killed nine people")],
    ),
    (
        "According to the census, one household in four is a single person.",
        [("I", "the census", "one household in four is a single person")],
    ),
    (
        "A report by the auditors found that the accounts were false.",
        [("I", "A report by the auditors", "the accounts were false")],
    ),
    ("The study shows that bees can count to four.", [("I", "The study", "bees can count to four")]),
    ("Analysts believe the merger will fail.", [("I", "Analysts", "the merger will fail")]),
    ("She added that the reef was recovering.", [("I", "She", "the reef was recovering")]),
    (
        "The company cut its forecast, saying demand for phones had weakened.",
        [("I", "The company", "demand for phones had weakened")],
    ),
    ("But the talks went well, the envoy said.", [("I", "the envoy", "the talks went well")]),
    (
        "The ministry repeated its claim that the dam was safe.",
        [("I", "The ministry", "the dam was safe")],
    ),
    # denials, accusations, demands, promises
    ("The senator denied any involvement in the scheme.", [("I", "The senator", "any involvement in the scheme")]),
    ("The actor denied having met the producer.", [("I", "The actor", "having met the producer")]),
    ("The club rejected the allegations.", NOTHING),
    (
        "The club rejected the allegations of two former players.",
        [("I", "The club", "the allegations of two former players")],
    ),
    ("Kenya accused its neighbour of moving the border stones.", [("I", "Kenya", "moving the border stones")]),
    (
        "The widow blamed the hospital for sending the ambulance away.",
        [("I", "The widow", "sending the ambulance away")],
    ),
    (
        "The president vowed to rebuild the port within a year.",
        [("I", "The president", "to rebuild the port within a year")],
    ),
    (
        "Astronomers warned against buying cheap eclipse glasses.",
        [("I", "Astronomers", "against buying cheap eclipse glasses")],
    ),
    ("The UN urged both armies to open the road.", [("I", "The UN", "to open the road")]),
    ("The opposition called for an early election.", [("I", "The opposition", "an early election")]),
    ("Brussels called on Rome to cut its deficit.", [("I", "Brussels", "to cut its deficit")]),
    ("The singer promised 3 million euros for the school.", [("I", "The singer", "3 million euros for the school")]),
    ("The clouds promised rain, and the mayor promised change.", NOTHING),
    ("The farmer pledged to plant a thousand oaks.", [("I", "The farmer", "to plant a thousand oaks")]),
    (
        "The bank described the fraud as a failure of oversight.",
        [("I", "The bank", "the fraud as a failure of oversight")],
    ),
    (
        "The chancellor expressed concern about the price of gas.",
        [("I", "The chancellor", "concern about the price of gas")],
    ),
    (
        "The airline apologised for the delays, and said crews were short of sleep.",
        [("I", "The airline", "crews were short of sleep")],
    ),
    # who is nobody, and when it was said
    ("No group said it had planted the bomb.", NOTHING),
    ("An earlier version of this article said that the mill was closed.", NOTHING),
    ("The lamps give what painters call “cold northern light” to the hall.", NOTHING),
    ("We will keep the fund open until it is empty and call on all donors to help.", NOTHING),
    (
        "It’s the end of a long season: “The boats are home, and the nets are dry.”",
        [("D", None, "The boats are home, and the nets are dry.")],
    ),
    (
        "The lighthouse keeper said on Tuesday the lamp had failed.",
        [("I", "The lighthouse keeper", "the lamp had failed")],
    ),
    # names that the parser cuts in two
    (
        "Traffic stood still on Tuesday, Quelmar Terminals said.",
        [("I", "Quelmar Terminals", "Traffic stood still on Tuesday")],
    ),
    # speakers beside other words
    ("“There is no ice left” the navy posted on X.", [("D", "the navy", "There is no ice left")]),
    (
        "As the conductor put it, “the hall swallows the violins”.",
        [("D", "the conductor", "the hall swallows the violins")],
    ),
    (
        "Hale refused to blame the keeper: “He has saved us all season.”",
        [("D", "Hale", "He has saved us all season.")],
    ),
    (
        "One posted: “Bring back the tram.” Another wrote: “The buses stink.”",
        [("D", "One", "Bring back the tram."), ("D", "Another", "The buses stink.")],
    ),
    (
        "More than 900 people have drowned since the canal opened, researchers at the School of Hygiene estimate.",
        [("I", "researchers at the School of Hygiene", "More than 900 people have drowned since the canal opened")],
    ),
    (
        "In March, according to the port authority, two cranes collapsed.",
        [("I", "the port authority", "two cranes collapsed")],
    ),
    ("The governor urged residents not to drink the water.", [("I", "The governor", "not to drink the water")]),
    (
        "Ann Lee said she was sad that the talks had failed and accused the port of wanting a quarrel.",
        [
            ("I", "Ann Lee", "she was sad that the talks had failed"),
            ("I", "Ann Lee", "wanting a quarrel"),
        ],
    ),
    (
        "Ann Lee left the meeting and went on the radio to deny that the tank was leaking.",
        [("I", "Ann Lee", "the tank was leaking")],
    ),
    (
        "Ann Lee said as she left the hall that the pier would be sold.",
        [("I", "Ann Lee", "the pier would be sold")],
    ),
    (
        "The mayor repeated his warning that the dam could burst.",
        [("I", "The mayor", "the dam could burst")],
    ),
    ("The crew pleaded for divers to search the wreck.", [("I", "The crew", "to search the wreck")]),
    ("The board blamed a broken valve for the flood.", [("I", "The board", "a broken valve for the flood")]),
    (
        "The inspector’s report said the roof was unsafe. It found that the beams had rotted.",
        [("I", "The inspector’s report", "the roof was unsafe"), ("I", "It", "the beams had rotted")],
    ),
    (
        "In a note posted on its website, the club said that a review of money owed to cover repairs to the stand "
        "led to the delay.",
        [("I", "the club", "a review of money owed to cover repairs to the stand led to the delay")],
    ),
    (
        "The chair of the union, MP Ann Lee said in Leith that the yard would close.",
        [("I", "MP Ann Lee", "the yard would close")],
    ),
    (
        "„We waited all night,“ Ann Lee said. »Nobody came to help us«, added Jo Lund.",
        [("D", "Ann Lee", "We waited all night"), ("D", "Jo Lund", "Nobody came to help us")],
    ),
    (
        "Her deputy wrote: “So proud of you today.” Ann Lee replied, “Thank you, dear friend.”",
        [("D", "Her deputy", "So proud of you today."), ("D", "Ann Lee", "Thank you, dear friend.")],
    ),
    (
        "“The keel was laid in May.\n“It rained on all of us.\n“Today she floats,” said Jo Lund.",
        [
            ("D", "Jo Lund", "The keel was laid in May."),
            ("D", "Jo Lund", "It rained on all of us."),
            ("D", "Jo Lund", "Today she floats"),
        ],
    ),
    # what is not a statement
    ("Jo Lund thought he could win the race by himself.", NOTHING),
    ("As Ann Lee and Jo Lund have said, the town welcomes the news that ferries have returned.", NOTHING),
    (
        "Members urged that the council declare the harbour closed.",
        [("I", "Members", "the council declare the harbour closed")],
    ),
    ("You reap what you sow, they say.", NOTHING),
    ("Section 9 of the act provides that the fee is paid yearly.", NOTHING),
    ("The emergency declared in May must continue.", NOTHING),
    ("Any person purporting to act for the fund commits an offence.", NOTHING),
    ("Norway has concluded talks with Iceland on mackerel.", NOTHING),
    ("The note is amended by inserting “and of every vessel that flies the flag of a party” in line 3.", NOTHING),
    ("Unless the board determines that the dam is safe, the valley stays closed.", NOTHING),
    ("The jury found him guilty of fraud.", NOTHING),
    ("Chile has committed to adopt stricter rules for ports.", NOTHING),
    ("After storms, neighbours volunteer to mend roofs.", NOTHING),
    ("On Friday Oman purported to impose a ban.", NOTHING),
    ("Section 4 of Executive Order 12 provides: “The fee shall be paid in full each year.”", NOTHING),
    ("Taken together, this picture demands that both ports build higher walls.", NOTHING),
    (
        "Mending the roads: The ministry said the bridge was safe.",
        [("I", "The ministry", "the bridge was safe")],
    ),
    (
        "**The mayor** [**recalled**](https://example.org/a/1) **the great flood:** “We had only an hour to get out.”",
        [("D", "The mayor", "We had only an hour to get out.")],
    ),
    (
        "**CLAIM: “The bridge was never safe at all.”** - **FACT:** The ministry said it was safe.",
        [("D", None, "The bridge was never safe at all."), ("I", "The ministry", "it was safe")],
    ),
    ("The 'Iron Lady' lost the vote.", NOTHING),
    ("Her novel 'The Long Way to the Sea' won the prize.", NOTHING),
    ("The programme, called 'Fresh Start for All', began in June.", NOTHING),
    ("They sell 'green' coal to the town.", NOTHING),
    ("In the '90s the players' union owned the workers' hall.", NOTHING),
    ("The court denied bail to the two brothers.", NOTHING),
    ("The voters rejected the treaty.", NOTHING),
    ("The company did not say when the plant would reopen.", NOTHING),
    ("If the minister said that, he should resign.", NOTHING),
    ("The spokesman declined to say whether talks were under way.", NOTHING),
    ("The minister is expected to announce that taxes will rise.", NOTHING),
    ("The road is said to be the oldest in Europe.", NOTHING),
    ("The film 'Night of the Hunters' opens today.", NOTHING),
    ('The mast is 6\'2" tall and the plank 12" wide.', NOTHING),
    ("The river rose two metres and the bridge gave way.", NOTHING),
    ("Shares of the firm fell 4% after the results.", NOTHING),
    ("Rock 'n' roll filled the players' lounge till dawn.", NOTHING),
    ("The law requires that every dog be registered.", NOTHING),
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every statement read in the cases, for bench/measure_rule_precision.py."""
    for text, expected in CASES:
        for row in read(text):
            told = ("D" if row.is_direct else "I", row.speaker_as_written, row.quote)
            yield row.reader, row.rule, told in expected


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_who_said_what_is_read_as_a_careful_person_would(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = [("D" if row.is_direct else "I", row.speaker_as_written, row.quote) for row in read(text)]
    assert found == expected


def test_offsets_give_the_printed_words() -> None:
    text = "“The dyke held,” De Vries said on Monday.\nShe warned that 'the next flood may be higher'."
    for row in read(text):
        assert text[row.start_char : row.end_char] == row.quote
        assert row.cue is not None and row.cue_start_char is not None
        assert text[row.cue_start_char : row.cue_end_char] == row.cue
        assert row.speaker_start_char is not None
        assert text[row.speaker_start_char : row.speaker_end_char] == row.speaker_as_written


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Chile officials said the mine was safe.", ["chile"]),
        ("A spokesman for the Health Board said wards were full.", ["board"]),
        ("The Health Board's report found that wards were full.", ["board"]),
        ("The chairman, Ann Lee, said the wards were full.", ["lee"]),
        ("Ann Lee said wards were full. “We need beds,” she said.", ["lee", "lee"]),
        ("A source familiar with the Health Board said wards were full.", [None]),
        ("The Health Board said wards were full. It said more beds would come.", ["board", "board"]),
        ("Ann Lee of the Health Board said wards were full.", ["lee"]),
        ("Ann Lee said wards were full.\nAnn Lee shut the door.\n“We need beds and nurses at once.”", ["lee", "lee"]),
    ],
)
def test_a_speaker_is_tied_to_the_actor_it_speaks_for(text: str, chains: list[str | None]) -> None:
    actors = {"Ann Lee": ("lee", "person"), "Health Board": ("board", "organization"), "Chile": ("chile", "country")}
    assert [row.speaker_chain_id for row in read(text, actors)] == chains


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Monday, Lima said the strike was over.", ["Monday"]),
        ("Lima said on Monday that the strike had ended.", ["Monday"]),
        ("Lima said the strike would end on Monday.", [None]),
        ("In a report released in May, the bank said growth was slow.", ["May"]),
        ("“It is over,” Lima said on Monday. “We won.”", ["Monday", "Monday"]),
    ],
)
def test_a_statement_is_dated_by_what_dates_the_saying(text: str, dates: list[str | None]) -> None:
    times = tuple(word for word in ("Monday", "May") if word in text)
    assert [row.time_expression_id for row in read(text, {"Lima": ("lima", "person")}, times)] == dates


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("**Ann Lee (Hull):** “The pier is ours.”", {}, [("Ann Lee", "The pier is ours.")]),
        (
            "[**Mayor Ann Lee:**](https://example.org/AnnLee) “The pier is ours.”",
            {},
            [("Mayor Ann Lee", "The pier is ours.")],
        ),
        (
            "*The Harbour Post*: “The pier was sold for a song.”",
            {},
            [("The Harbour Post", "The pier was sold for a song.")],
        ),
        ("“The pier is ours.” — Ann Lee, mayor of Hull", {}, [("Ann Lee", "The pier is ours.")]),
        (
            "“The pier is ours and stays ours.”\n— Ann Lee, mayor of Hull",
            {},
            [("Ann Lee", "The pier is ours and stays ours.")],
        ),
        (
            "Mayor Ann Lee on Morning Hour\nOn the pier: “It is ours.”\nOn new trams: “Not before the spring.”",
            {0: "heading", 1: "bullet", 2: "bullet"},
            [("Mayor Ann Lee", "It is ours."), ("Mayor Ann Lee", "Not before the spring.")],
        ),
        ("On Ann Lee: “She sold the whole of the old pier.”", {}, [(None, "She sold the whole of the old pier.")]),
        (
            "Ann Lee spoke.\nHere are highlights of her speech:\n“It is ours now.”\nOn trams: “Not before May.”",
            {2: "bullet", 3: "bullet"},
            [("Ann Lee", "It is ours now."), ("Ann Lee", "Not before May.")],
        ),
        (
            "Ann Lee wrote in a letter:\n> The pier is ours and it stays ours.",
            {},
            [("Ann Lee", "The pier is ours and it stays ours.")],
        ),
        (
            "His wife said the pier was sold. She told reporters it was theft.",
            {},
            [("His wife", "the pier was sold"), ("She", "it was theft")],
        ),
    ],
)
def test_labels_headings_and_signatures_name_speakers(
    text: str, kinds: dict[int, str], expected: list[tuple[str | None, str]]
) -> None:
    rows = read(text, {"Ann Lee": ("lee", "person")}, kinds=kinds)
    assert [(row.speaker_as_written, row.quote) for row in rows] == expected


def test_who_is_spoken_to_is_the_addressee() -> None:
    actors = {"Ann Lee": ("lee", "person"), "Parliament": ("house", "government-body")}
    rows = read("Ann Lee told Parliament that the fund was empty. Ann Lee urged Parliament to act.", actors)
    assert [row.addressee_chain_id for row in rows] == ["house", "house"]


def test_a_statement_does_not_end_with_a_character_that_separates() -> None:
    (statement,) = read("Officials in Leith said on Tuesday that 41 ships had waited nine days\x1d")
    assert statement.quote == "41 ships had waited nine days"


@pytest.mark.parametrize(
    ("headline", "speaker", "quote"),
    [
        ("Mayor says 'the worst is over for us'", "Mayor", "the worst is over for us"),
        ("Minister: No harbour will be closed this year", "Minister", "No harbour will be closed this year"),
        ("Ferry fares will not rise - minister", "minister", "Ferry fares will not rise"),
        ("Police: two men held over stolen boats", "Police", "two men held over stolen boats"),
        ("Harbour strike: ferries stopped for a week", None, ""),
        ("Minister: what we know about the closed harbour", None, ""),
        ("ICYMI: “Ferry fares are saving the harbour towns”", None, ""),
        ("Ferry fares have doubled since spring - Harbour Post", None, ""),
        ("Crew 'armed with three oars' beat the coast guard", None, ""),
    ],
)
def test_a_headline_says_only_what_it_credits_to_somebody(headline: str, speaker: str | None, quote: str) -> None:
    article = make_article(headline, {0: "headline"})
    rows = read_statements(article, ActorIndex(ActorReading([], [], [])), SpanIndex([]))
    assert [(r.speaker_as_written, r.quote) for r in rows] == ([] if speaker is None else [(speaker, quote)])


@pytest.mark.parametrize("piece", ["'a ", '"a ', "'s ", "“x” ", "a' ", "\"' ", "“", "``x'' "])
def test_a_hundred_thousand_quotation_marks_take_linear_time(piece: str) -> None:
    began = time.process_time()
    find_quotations(piece * 100_000)
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("the 'rogue states' and the teachers' unions", ["rogue states"]),
        ("In the 'workers' view' there is 'nothing new' here", ["workers' view", "nothing new"]),
        ("“First.\u201d “Second, unclosed", ["First.", "Second, unclosed"]),
        ('" spaced , " he said , " like this . "', ["spaced", "like this ."]),
        ("'twas the '68 vintage", []),
        ("", []),
    ],
)
def test_quotation_marks_are_paired_and_apostrophes_left_alone(text: str, quotations: list[str]) -> None:
    assert [text[q.start_char : q.end_char] for q in find_quotations(text)] == quotations
