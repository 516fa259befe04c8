"""Events read from single sentences: own sentences on many subjects, right and wrong ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex
from dossier.language.actors import read_actors
from dossier.language.analysis import Article, Block, SpanIndex, analyse_blocks
from dossier.language.events import EventReading, read_events
from dossier.language.items import read_items
from dossier.language.lexicons import load_lexicon
from dossier.language.statements import read_statements
from dossier.language.times import read_times


@dataclass(frozen=True)
class Read:
    """Events of a text, with the actors they name."""

    text: str
    events: EventReading
    names: dict[str, str]
    times: dict[str, str]  # time expressions as printed

    def types(self) -> list[str]:
        """Root and subtype of every report."""
        return [f"{r.event_type}·{r.event_subtype}" for r in self.events.reports]

    def parts(self, subtype: str) -> set[tuple[str, str]]:
        """Roles and names of the participants of the first report of a subtype."""
        report = next(r for r in self.events.reports if r.event_subtype == subtype)
        return {
            (p.participant_role, self.names[p.chain_id])
            for p in self.events.participants
            if p.event_report_id == report.event_report_id
        }


def read(text: str, kind: str = "paragraph") -> Read:
    article = Article(
        document_id="doc",
        article_id="art",
        article_number=1,
        is_main=True,
        text=text,
        headline=None,
        outlet_as_written=None,
        paragraphs=analyse_blocks(text, [Block(0, len(text), kind)]),
        ids=IdMaker("doc"),
    )
    actors = ActorIndex(read_actors(article))
    times = SpanIndex(read_times(article).expressions)
    statements = SpanIndex(read_statements(article, actors, times))
    events = read_events(article, actors, times, statements, SpanIndex(read_items(article)))
    printed = {t.time_expression_id: text[t.start_char : t.end_char] for t in times.within(0, len(text))}
    return Read(text, events, {c.chain_id: c.name for c in actors.chains.values()}, printed)


# subject, sentence, type that must be found; None: no typed event may be found
CASES = [
    ("war", "Rebel forces attacked the airport near Aleppo on Friday.", "assault·assault"),
    ("war", "Nine soldiers were killed in an ambush in northern Mali on Tuesday.", "assault·assault"),
    ("war", "Russia launched dozens of drones at Kyiv overnight.", "assault·assault"),
    ("war", "Israel and Hamas agreed to a ceasefire in January 2025.", "yield·truce"),
    ("war", "The army withdrew its troops from the border town on Monday.", "yield·yield"),
    ("war", "North Korea fired two missiles into the sea on Thursday.", "assault·assault"),
    ("war", "Poland deployed 10,000 troops to its eastern border in August.", "mobilize·mobilize"),
    ("war", "India and France held a joint naval exercise in March.", "mobilize·mobilize"),
    (
        "diplomacy",
        "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.",
        "consult·meeting",
    ),
    ("diplomacy", "The meeting between Joe Biden and Narendra Modi took place in June 2023.", "consult·meeting"),
    ("diplomacy", "Vladimir Putin visited Vietnam in June 2024.", "consult·visit"),
    ("diplomacy", "Turkey and Egypt signed a defence agreement on Wednesday.", "agree·agreement"),
    ("diplomacy", "Iran and Saudi Arabia restored diplomatic relations in March 2023.", "cooperate·resume-cooperation"),
    ("diplomacy", "Canada suspended talks with India in September.", "reject·suspend-cooperation"),
    ("diplomacy", "Emmanuel Macron spoke by phone with Vladimir Putin on Sunday.", "consult·call"),
    (
        "diplomacy",
        "Japan and the Philippines set up a joint working group on maritime safety last year.",
        "agree·working-group",
    ),
    ("diplomacy", "Russia denied the allegations on Tuesday.", "reject·denial"),
    ("diplomacy", "Ukraine accused Russia of shelling a hospital on Saturday.", "accuse·accusation"),
    ("diplomacy", "Britain urged Iran to release the detained sailors on Friday.", "demand·demand"),
    ("diplomacy", "Donald Trump threatened Canada with new tariffs in January.", "threaten·threat"),
    (
        "trade",
        "The European Union imposed tariffs on Chinese electric cars in October 2024.",
        "sanction·tariff-imposed",
    ),
    ("trade", "India raised duties on gold imports in July 2022.", "sanction·tariff-raised"),
    ("trade", "Brazil cut tariffs on steel imports on Monday.", "sanction·tariff-eased"),
    ("trade", "Canada announced retaliatory tariffs on American whiskey in March.", "sanction·tariff-retaliation"),
    ("trade", "Britain imposed sanctions on three Russian banks on Thursday.", "sanction·designation"),
    ("trade", "The United States lifted sanctions on Sudan in October 2017.", "sanction·delisting"),
    ("courts", "Police in Madrid arrested four suspects on Sunday.", "coerce·arrest"),
    (
        "courts",
        "A court in Paris sentenced the former minister to three years in prison on Friday.",
        "coerce·sentencing",
    ),
    ("courts", "Prosecutors charged the banker with fraud in May.", "coerce·prosecution"),
    ("courts", "Customs officers seized two tonnes of cocaine in Antwerp last week.", "coerce·seizure"),
    ("courts", "A jury convicted the surgeon of manslaughter on Tuesday.", "coerce·sentencing"),
    ("health", "Australia banned the pesticide in 2021.", "regulate·substance-controlled"),
    ("health", "The World Health Organization published a report on measles in November.", "regulate·report-published"),
    ("health", "The health ministry issued a warning about contaminated milk on Monday.", "regulate·warning-notice"),
    ("health", "Parliament passed a law against smoking in cars last year.", "regulate·law-enacted"),
    ("health", "Doctors in Lyon went on strike on Thursday.", "protest·protest"),
    ("disaster", "Japan sent rescue teams and tents to Turkey in February 2023.", "aid·aid"),
    ("disaster", "An earthquake struck central Italy on Wednesday.", "other·other"),
    ("disaster", "A ferry sank off Tanzania on Saturday, killing dozens.", "other·other"),
    ("climate", "Thousands of people marched in Lisbon on Sunday.", "protest·protest"),
    ("climate", "Norway donated 50 million dollars to the rainforest fund in 2022.", "aid·aid"),
    ("business", "Microsoft acquired the games studio in October 2023.", "other·other"),
    ("business", "Toyota recalled 200,000 cars in March.", "other·other"),
    ("science", "NASA launched the probe from Florida on Monday.", "other·other"),
    ("sport", "Brazil defeated Chile in Rio de Janeiro on Tuesday.", "other·other"),
    ("elections", "Voters in Kenya elected a new president in August 2022.", "other·other"),
    ("voice", "The tariffs imposed by Mexico in May hit farmers.", "sanction·tariff-imposed"),
    ("voice", "Three ministers were detained by the army on Monday.", "coerce·arrest"),
    ("voice", "The announcement followed the visit of Xi Jinping to Serbia in May.", "consult·visit"),
    ("voice", "After signing the treaty in Geneva, Peru began to disarm.", "agree·agreement"),
    ("voice", "Spain will hold talks with Morocco on Friday.", "consult·meeting"),
    ("negation", "Police did not arrest anybody on Friday.", None),
    ("negation", "Russia never attacked the village, officials said.", None),
    ("negation", "No agreement was reached between Chad and Niger.", None),
    ("negation", "The court refused to sentence the man.", "reject·reject"),
    ("hypothetical", "If France imposes tariffs, Italy will suffer.", None),
    ("hypothetical", "Germany could ban the chemical.", None),
    ("hypothetical", "Farmers want the government to lift sanctions.", None),
    ("hypothetical", "The army would attack unless the rebels left.", None),
    ("hypothetical", "A ceasefire would help both Sudan and Chad.", None),
    ("hypothetical", "They discussed ways of fighting poverty without raising duties.", None),
    ("habit", "Police often arrest smugglers here.", None),
    ("habit", "The drug kills thousands of people every year.", None),
    ("state", "Relations between the two countries are tense.", None),
    ("state", "The ban remains popular among doctors.", None),
    ("figure of speech", "Nurses are fighting inflation and attacking the problem at its root.", None),
    ("figure of speech", "The film killed the mood.", None),
    ("statement", "The minister said the weather was fine.", None),
    ("opinion", "Analysts believe the talks are a waste of time.", None),
    ("sport", "Norway beat Portugal 2-1 in Oslo on Sunday.", "other·other"),
    ("industry", "A gas leak killed four welders in Durban on Monday.", "other·other"),
    ("courts", "The court ordered the builder to pay $3 million to the tenants.", "coerce·sentencing"),
    ("press", "The health ministry declined to comment.", None),
    ("politics", "The senator called it a waste of money.", None),
    ("courts", "The ministry will appeal against the ruling.", None),
    ("research", "The author has written widely about rivers.", None),
    ("trade", "Egypt struck a deal with Italy on Monday.", "agree·agreement"),
    ("war", "Ukraine struck a fuel depot in Kursk on Friday.", "assault·assault"),
    ("defence", "India test-fired a missile on Wednesday.", "mobilize·mobilize"),
    ("war", "Denmark's defence minister warned that Copenhagen would close the strait.", "threaten·threat"),
    ("labour", "Farmers blocked roads around Lyon on Tuesday.", "protest·protest"),
]

# sentence, subtype, status
STATUSES = [
    ("Spain will hold talks with Morocco on Friday.", "meeting", "scheduled"),
    ("The queen plans to visit Ghana in March.", "visit", "scheduled"),
    ("Police arrested four men on Sunday.", "arrest", "occurred"),
    ("Russian forces are attacking the port of Odesa.", "assault", "ongoing"),
    ("Trade talks between Peru and Chile remain under way.", "meeting", "ongoing"),
    ("Troops allegedly killed nine villagers in May.", "assault", "alleged"),
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every report that a case tells of, for bench/measure_rule_precision.py."""
    for _, text, expected in CASES:
        for report in read(text).events.reports:
            told = f"{report.event_type}·{report.event_subtype}"
            if told == expected or expected is None and told != "other·other":
                yield report.reader, report.rule, told == expected


@pytest.mark.parametrize(("subject", "text", "expected"), CASES)
def test_a_sentence_states_this_event_or_none(subject: str, text: str, expected: str | None) -> None:
    found = read(text).types()
    if expected is None:
        assert [t for t in found if t != "other·other"] == []
    else:
        assert expected in found


@pytest.mark.parametrize(("text", "subtype", "status"), STATUSES)
def test_the_clause_decides_the_status(text: str, subtype: str, status: str) -> None:
    assert (subtype, status) in [(r.event_subtype, r.status) for r in read(text).events.reports]


@pytest.mark.parametrize("text", [case[1] for case in CASES] + [case[0] for case in STATUSES])
def test_quote_and_trigger_are_the_printed_words(text: str) -> None:
    for report in read(text).events.reports:
        assert text[report.start_char : report.end_char] == report.quote == report.quote.strip()
        assert text[report.trigger_start_char : report.trigger_end_char] == report.trigger
        assert report.start_char <= report.trigger_start_char < report.trigger_end_char <= report.end_char


def test_active_and_passive_give_the_same_roles() -> None:
    active = read("Britain sanctioned Russia in 2022.").parts("designation")
    passive = read("Russia was sanctioned by Britain in 2022.").parts("designation")
    assert active == passive == {("agent", "Britain"), ("target", "Russia")}


def test_both_sides_of_a_meeting_are_participants() -> None:
    assert read("Talks between Peru and Chile were held in Lima on Monday.").parts("meeting") == {
        ("participant", "Peru"),
        ("participant", "Chile"),
    }


def test_tariffs_on_a_countrys_goods_target_the_country() -> None:
    assert ("target", "Brazil") in read(
        "Mexico and Brazil traded blows. Mexico imposed tariffs on Brazilian beef in May."
    ).parts("tariff-imposed")


def test_a_coordinated_verb_keeps_the_subject() -> None:
    parts = read("Kenya recalled its envoy and suspended talks with Somalia in May.").parts("suspend-cooperation")
    assert ("agent", "Kenya") in parts


def test_an_announcement_that_starts_later_is_two_events() -> None:
    found = read("On 3 May 2021 Norway banned the pesticide starting 1 July 2021.").events.reports
    assert [(r.event_subtype, r.status) for r in found] == [
        ("substance-controlled", "occurred"),
        ("substance-controlled", "scheduled"),
    ]
    assert len({r.time_expression_id for r in found}) == 2


def test_a_headline_in_the_present_tense_tells_of_an_event() -> None:
    assert "agree·agreement" in read("Peru and Chile sign water treaty", kind="headline").types()


def test_one_event_told_by_verb_and_noun_counts_once() -> None:
    assert read("Peru and Chile held talks on Monday.").types().count("consult·meeting") == 1


def test_deaths_are_told_beside_their_attack_or_accident_under_its_type_and_day() -> None:
    attack = read("Gunmen attacked a convoy near Gao on Monday, killing eight soldiers.")
    assert set(attack.types()) == {"assault·assault"}
    crash = read("A bus plunged into a ravine in Peru on Saturday, killing 14 people.")
    assert crash.types() == ["other·other", "other·other"]
    assert len({r.time_expression_id for r in crash.events.reports}) == 1
    fall, toll = crash.events.reports
    assert toll.twin_start_char == fall.trigger_start_char


@pytest.mark.parametrize(
    "text",
    [
        "Five miners were killed and nine hurt when rebels ambushed their convoy near Gao on Monday.",
        "Gunmen attacked a post near Gao on Monday. The attack was the third.",
        "Six villagers died in floods that tore through Sindh on Friday.",
    ],
)
def test_every_telling_of_one_attack_or_mishap_points_to_another(text: str) -> None:
    reports = read(text).events.reports
    assert len(reports) > 1 and sum(r.twin_start_char is None for r in reports) == 1


def test_a_date_behind_a_participle_dates_the_act() -> None:
    events = read("Customs officers seized two tonnes of cocaine hidden in banana crates on Sunday.").events
    assert [r.time_expression_id is None for r in events.reports] == [False]


TIMES = [
    ("Farmers praised a truce reached in Doha this April.", "truce", "this April"),
    ("The surgeon was convicted of selling organs between 2004 and 2011.", "sentencing", None),
    ("The surgeon was convicted of manslaughter in March 2019.", "sentencing", "March 2019"),
    ("Ministers agreed on Monday to punish aides over the 9 August election.", "agreement", "Monday"),
    ("Two clerks were killed when an 18th century bell tower collapsed.", "other", None),
    (
        "Customs last week said it had seized nine tonnes of ivory, and 40 cases were closed in 2021.",
        "seizure",
        "2021",
    ),
    (
        "Norway issued a report in June, days after Russia imposed tariffs on its salmon.",
        "tariff-imposed",
        "June",
    ),
]


@pytest.mark.parametrize(("text", "subtype", "words"), TIMES)
def test_an_event_has_its_own_date_and_no_other(text: str, subtype: str, words: str | None) -> None:
    document = read(text)
    report = next(r for r in document.events.reports if r.event_subtype == subtype)
    assert document.times.get(report.time_expression_id or "", "").removeprefix("in ") == (words or "")


def test_sides_left_unnamed_are_those_named_before() -> None:
    text = "Armenia and Azerbaijan fought over the border for years. The two sides signed an agreement in March."
    assert read(text).parts("agreement") == {("participant", "Armenia"), ("participant", "Azerbaijan")}


def test_a_quote_begins_with_its_clause() -> None:
    events = read("Officials said that Spain had expelled two Russian diplomats on Monday.").events
    assert [r.quote.split()[0] for r in events.reports] == ["Spain"]


def test_every_trigger_has_a_known_type_and_its_classes_exist() -> None:
    types = {(row["event_type"], row["event_subtype"]) for row in load_lexicon("vocabulary/event_type_list")}
    classes = {row["noun_class"] for row in load_lexicon("vocabulary/event_noun_classes")}
    classes |= {"", "any", "none", "actor", "country", "infinitive"}
    triggers = load_lexicon("vocabulary/event_triggers")
    assert len(triggers) >= 500
    for row in triggers:
        assert (row["event_type"], row["event_subtype"]) in types
        for column in ("object_class", "subject_class", "preposition_class"):
            assert set(row[column].split("|")) <= classes, row


def dated(text: str) -> list[tuple[str, str | None, str | None]]:
    """Trigger, time as printed and relation of every report."""
    result = read(text)
    return [
        (r.trigger, None if r.time_expression_id is None else result.times[r.time_expression_id], r.time_relation)
        for r in result.events.reports
    ]


# text, trigger, what dates it and how (None: nothing does)
CONTEXT_DATES = [
    ("Police raided two houses in Leeds on Monday. They arrested three men.", "arrested", ("Monday", "on")),
    ("Police raided two houses in Leeds on Monday. Officers had arrested a man there.", "arrested", None),
    ("Norway met Chile in Oslo on Friday. The two sides agreed to lower fees.", "agreed to", ("Friday", "on")),
    (
        "The meeting between Spain and Chile took place in May. After the meeting, Spain expelled two diplomats.",
        "expelled",
        ("May", "after"),
    ),
    ("Pope Francis spoke in Lima in October. During the same trip, he met Keiko Fujimori.", "met", ("October", "on")),
    ("France banned the weedkiller in 2019. Italy has since banned two more pesticides.", "banned two", None),
    ("Twelve miners were killed when a shaft collapsed near Lima on Friday.", "killed", ("Friday", "on")),
    ("An earthquake shook Lisbon at 3:30 a.m. on Wednesday.", "shook", ("Wednesday", "on")),
    (
        "Mudslides hit Quito, two weeks after floods killed 40 people in the valley.",
        "killed",
        ("two weeks after", "ago"),
    ),
    ("Prosecutors filed charges on Friday over the sinking of the trawler.", "sinking", None),
    ("The 3 May blaze, which killed 12 people, began in a kitchen.", "killed", ("The 3 May", "on")),
    (
        "Officials said 42 people were killed in the strongest aftershock recorded from the quake on 9 March.",
        "killed",
        None,
    ),
    (
        "A tremor hit Izmir on Tuesday. It was weaker than the quake on 25 April. The tremor struck at 1 p.m.",
        "struck",
        ("Tuesday", "on"),
    ),
    (
        "The court struck down the levy on Monday. In rulings last year the court overturned the verdict.",
        "overturned",
        ("last year", "on"),
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CONTEXT_DATES)
def test_what_a_clause_leaves_undated_is_dated_by_its_context(
    text: str, trigger: str, expected: tuple[str, str] | None
) -> None:
    found = {t: None if time is None else (time, relation) for t, time, relation in dated(text)}
    assert found.get(trigger) == expected


def test_a_visit_of_several_days_says_how_many() -> None:
    reports = read(
        "Wang Yi ended a three-day visit to Egypt on Friday. A two-day summit opened in Rome on Monday."
    ).events
    assert [r.span_days for r in reports.reports] == [-3, 2]


NO_EVENT = [
    "The agency is committed to helping farmers.",
    "(b) This order shall be implemented consistent with applicable law.",
    "The minister, in consultation with the governors, is to set the price.",
    "Have you met Emmanuel Macron?",
    "The programme will help families.",
    "The secretary acted under the Trade Act, as amended.",
    "Supporting education: 400 schools have new roofs.",
    "Chile shall no longer be designated as a beneficiary.",
    "Assets seized from gangs are used for schools.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_rules_promises_and_labels_are_no_events(text: str) -> None:
    assert not read(text).types()
