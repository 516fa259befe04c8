"""Reading actors: own sentences of many subjects, with what must be read and what must not."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorReading
from dossier.language.actors import read_actors
from dossier.language.actors.names import is_east_asian, person_key, short_names
from dossier.language.analysis import Article, Block, analyse_blocks


@functools.cache
def read(text: str) -> ActorReading:
    """The actors of a text whose lines are paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    article = Article("doc1", "art1", 1, True, text, None, None, analyse_blocks(text, blocks), IdMaker("doc1"))
    return read_actors(article)


def actors_of(text: str) -> dict[str, str]:
    """Printed words of every mention but pronouns, with the type of their actor."""
    reading = read(text)
    types = {chain.chain_id: chain.actor_type for chain in reading.chains}
    return {m.text: types[m.chain_id] for m in reading.mentions if m.mention_kind != "pronoun"}


PERSON, COUNTRY, STATE, BODY, COMPANY, GROUP = (
    "person",
    "country",
    "government-body",
    "organization",
    "company",
    "group",
)

READ = [
    ("“It holds,” said Minister of Coastal Defence Josuel Binar, who left.", {"Josuel Binar": PERSON}),
    ("His counterparts Ali Varo (Tolm), Fadim Twalla (Harn) and Jo Lee met.", {"Fadim Twalla": PERSON}),
    ("Suparmi, a fisherman, said the boat sank.", {"Suparmi": PERSON}),
    ("Anwar-ul-Hakim made nine.", {"Anwar-ul-Hakim": PERSON}),
    ("The Sea, Rail and Transport union said talks failed.", {"Sea, Rail and Transport union": BODY}),
    ("Halden and Sons hired twenty.", {"Halden and Sons": COMPANY}),
    ("He ran on a QLP ticket.", {"QLP": BODY}),
    ("Vantis’s $2.1 billion bid collapsed.", {"Vantis": COMPANY}),
    (
        "The rebel groups, the Tarn Freedom Front and the Movement for Rural Justice, met.",
        {"Movement for Rural Justice": GROUP},
    ),
    ("The Tarnish Liberation Army fired.", {"Tarnish Liberation Army": GROUP}),
    ("Researchers at the University of Norland, Tarn, found it.", {"University of Norland, Tarn": BODY}),
    ("Sweden’s Flood Watch and Warning Centre spoke.", {"Sweden’s Flood Watch and Warning Centre": STATE}),
    ("North Fen Fire and Rescue Service sent crews.", {"North Fen Fire and Rescue Service": STATE}),
    ("The Farmers' Forum for Hills and Dales objected.", {"Farmers' Forum for Hills and Dales": BODY}),
    ("Legal counsel is Dunmore & Pell LLP.", {"Dunmore & Pell LLP": COMPANY}),
    (
        "JOAN MARLOW: Will it hold?\nZETTA OKUNDE: It will.\nJOAN MARLOW: For long?\nZETTA OKUNDE: For years.",
        {"ZETTA OKUNDE": PERSON},
    ),
    ("Norvex Imaging A/S (CPH: NVX) bought a laboratory.", {"Norvex Imaging A/S": COMPANY}),
    ("The Upper Vale Palike (UVP) met. The UVP Commissioner Ann Lee left.", {"Upper Vale Palike": BODY}),
    ("Ann Lee told The Sun that the pier was shut.", {"The Sun": COMPANY}),
    ("A line worker named Sukarmin cheered.", {"Sukarmin": PERSON}),
    ("Mr Owain Teague QC said the appeal had failed.", {"Owain Teague": PERSON}),
    ("Brussels will decide on Thursday whether to cap the price.", {"Brussels": BODY}),
    ("The firm, founded in 1921 by Abel Norrin, makes rope. Norrin Ltd. shares rose.", {"Abel Norrin": PERSON}),
    # war
    ("Ukraine said Russian missile strikes hit a power plant.", {"Ukraine": COUNTRY, "Russian": COUNTRY}),
    ("The Kremlin denied that Moscow had broken the ceasefire.", {"Kremlin": STATE, "Moscow": COUNTRY}),
    ("Hezbollah fired rockets and the Israeli military answered.", {"Hezbollah": GROUP, "Israeli military": STATE}),
    ("Somali pirates boarded the tanker, Yemen said.", {"Somali pirates": GROUP, "Yemen": COUNTRY}),
    ("Colombian rebels freed two soldiers on Sunday.", {"Colombian rebels": GROUP}),
    # diplomacy
    ("Japan's foreign ministry summoned the envoy.", {"Japan's foreign ministry": STATE}),
    (
        "The French interior ministry and the Polish defence ministry agreed.",
        {"French interior ministry": STATE, "Polish defence ministry": STATE},
    ),
    ("Kenya's foreign and finance ministries issued a statement.", {"Kenya": COUNTRY, "finance ministries": STATE}),
    ("The U.S. Embassy in Nairobi closed early.", {"U.S. Embassy in Nairobi": STATE}),
    ("German officials met Turkish diplomats in Geneva.", {"German officials": COUNTRY, "Turkish diplomats": COUNTRY}),
    (
        "Authorities in Peru were not told; the government of Chile was.",
        {"Peru": COUNTRY, "government of Chile": COUNTRY},
    ),
    ("Brussels would not comment, but NATO and the EU did.", {"NATO": BODY, "EU": BODY}),
    (
        "Peru sued Chile on Tuesday, and Kenya warned Uganda Friday.",
        {"Peru": COUNTRY, "Chile": COUNTRY, "Kenya": COUNTRY, "Uganda": COUNTRY},
    ),
    ("Brazil banned imports of beef from Ireland on Monday.", {"Brazil": COUNTRY, "Ireland": COUNTRY}),
    # courts and crime
    ("A court in Bavaria sentenced the banker to four years.", {"A court in Bavaria": STATE}),
    ("Portland police arrested Dana Whitfield on Tuesday.", {"Portland police": STATE, "Dana Whitfield": PERSON}),
    ("Police said two people were found in the house.", {"Police": STATE}),
    ("Judge Maria Keller dismissed the case of Tom Briggs.", {"Maria Keller": PERSON, "Tom Briggs": PERSON}),
    ("Mexican cartels and gangs in Haiti buy the guns.", {"Mexican cartels": GROUP, "gangs in Haiti": GROUP}),
    # elections and parliaments
    (
        "The Conservative Party lost the seat to the Liberal Democrats.",
        {"Conservative Party": BODY, "Liberal Democrats": BODY},
    ),
    ("Nigeria's electoral commission will publish the count.", {"Nigeria's electoral commission": STATE}),
    ("Sen. Ruth Alvarez and Rep. Carl Boone back the bill.", {"Ruth Alvarez": PERSON, "Carl Boone": PERSON}),
    ("The Biden administration and Congress disagreed.", {"Biden administration": STATE, "Congress": STATE}),
    # trade and business
    ("Airbus and Boeing compete; Embraer is third.", {"Airbus": COMPANY, "Boeing": COMPANY, "Embraer": COMPANY}),
    (
        "Norwood Shipping Ltd. sold its last ferry to Baltic Lines Group.",
        {"Norwood Shipping Ltd.": COMPANY, "Baltic Lines Group": COMPANY},
    ),
    (
        "The European Central Bank raised rates and the Bank of Japan did not.",
        {"European Central Bank": STATE, "Bank of Japan": STATE},
    ),
    (
        "Canada answered with tariffs of its own against the United States.",
        {"Canada": COUNTRY, "United States": COUNTRY},
    ),
    (
        "Howard Chen, chief executive of Pacific Foods Inc, resigned.",
        {"Howard Chen": PERSON, "Pacific Foods Inc": COMPANY},
    ),
    # health and science
    (
        "The World Health Organization declared an emergency, and WHO staff flew out.",
        {"World Health Organization": BODY, "WHO": BODY},
    ),
    ("Dr. Amina Yusuf of Lagos University studies malaria.", {"Amina Yusuf": PERSON, "Lagos University": BODY}),
    ("NASA and the European Space Agency will land a probe.", {"NASA": STATE, "European Space Agency": STATE}),
    ("The Institute of Marine Research counted the whales.", {"Institute of Marine Research": BODY}),
    # sport
    (
        "Real Madrid beat Bayern Munich and FIFA fined both clubs.",
        {"Real Madrid": BODY, "Bayern Munich": BODY, "FIFA": BODY},
    ),
    ("Coach Pat Delgado praised striker Leo Santos.", {"Pat Delgado": PERSON, "Leo Santos": PERSON}),
    # disasters and climate
    (
        "The Red Cross and Indonesia's disaster agency sent boats.",
        {"Red Cross": BODY, "Indonesia's disaster agency": STATE},
    ),
    ("Greenpeace sued Norway over oil licences.", {"Greenpeace": BODY, "Norway": COUNTRY}),
    ("The Met Office warned of gales, and Pakistan asked for aid.", {"Met Office": STATE, "Pakistan": COUNTRY}),
    # press, culture, education
    ("The minister told Reuters and the BBC that talks had failed.", {"Reuters": COMPANY, "BBC": COMPANY}),
    (
        "Oxford University and the Victoria Museum will share the scroll.",
        {"Oxford University": BODY, "Victoria Museum": BODY},
    ),
    ("Ms Ingrid Solberg, a novelist, left the Nordic Writers' Union.", {"Ingrid Solberg": PERSON}),
    # names in other orders and shapes
    ("Tang Meilin met Kim Dae-ho in Busan.", {"Tang Meilin": PERSON, "Kim Dae-ho": PERSON}),
    (
        "Anne-Marie O'Rourke and Jean-Paul Lefebvre signed.",
        {"Anne-Marie O'Rourke": PERSON, "Jean-Paul Lefebvre": PERSON},
    ),
    ("A joint working group on water-sharing will meet in May.", {"joint working group on water-sharing": BODY}),
    # lists, marks and names that other names surround
    (
        "They thanked Senators Hale and Ortega, and Representatives Ann Mossley and Kip Tarrant.",
        {"Hale": PERSON, "Ortega": PERSON, "Ann Mossley": PERSON, "Kip Tarrant": PERSON},
    ),
    ("Judge Clive Orr left the Bureau of Fisheries. Solicitor Ann Poe stayed.", {"Bureau of Fisheries": STATE}),
    ("**Dr. Lena** **Hoffmeyer** thanked the *World  Health\tOrganization*.", {"World  Health\tOrganization": BODY}),
    ("Prosecutors charged Priya Raman KC with fraud in Leeds.", {"Priya Raman": PERSON}),
    # names told by their last or first word, whatever the tagger makes of them
    ("Two cranes fell on Tuesday, Quelmar Terminals said.", {"Quelmar Terminals": COMPANY}),
    ("The bridge will open in May, Lorwick Engineering says.", {"Lorwick Engineering": COMPANY}),
    ("The roof was safe on Sunday, Museum Harken said.", {"Museum Harken": BODY}),
    ('"We will not sell," chief executive Per Hallgren told analysts.', {"Per Hallgren": PERSON}),
    ("Mayor May Lockhart opened the fair.", {"May Lockhart": PERSON}),
    ("Hope Chambers, a nurse, said beds were short.", {"Hope Chambers": PERSON}),
    ("Debts will fall, according to the Treasury.", {"Treasury": STATE}),
    # names told by what stands beside them
    ("Norvanta chief executive Ann Lee said norvanta will grow.", {"Norvanta": COMPANY, "norvanta": COMPANY}),
    ("Because Norvanta was a biotech company, it hired Ann Lee.", {"Norvanta": COMPANY}),
    ("Crowds came, the Tarn Echo has learnt.", {"Tarn Echo": COMPANY}),
    ("Can Demir, 52, denied the charge.", {"Can Demir": PERSON}),
    ("His 13-year-old son, Yusuf, was hurt.", {"Yusuf": PERSON}),
    ("Head constables Ravi and Muthu S were there.", {"Ravi": PERSON, "Muthu S": PERSON}),
    ("Celeste left the band. Celeste said she was tired.", {"Celeste": PERSON}),
    ("Thornshire Hospitals NHS Trust closed a ward.", {"Thornshire Hospitals NHS Trust": BODY}),
    ("Roads were cut, health ministry said on Sunday, in Kenya.", {"health ministry": STATE}),
    ("Chief Policymaker Cho Min-seo spoke.", {"Cho Min-seo": PERSON}),
]

NOT_READ = [
    ("The Ferry Fares of the Governor Act passed; Office of the Harbour Act too.", ["Office of the Harbour Act"]),
    ("Harn Valle province was hit. Rain fell on Harn Valle.", ["Harn Valle"]),
    ("She taught at the Holm Institute of Physics, Japan.", ["Japan"]),
    ("Officers watched CCTV footage.", ["CCTV"]),
    ("Nine MEPs argued. MEPs voted.", ["MEPs"]),
    ("She lives at Maltby Court in Leeds.", ["Maltby Court"]),
    ("JOAN MARLOW: Hello.\nTICKET PRICES: They rise.\nJOAN MARLOW: Goodbye.", ["TICKET PRICES"]),
    ("Norvex Imaging (NASDAQ: NVX) sells QuickScan®.", ["NASDAQ", "NVX", "QuickScan"]),
    ("Two were hurt near Volta, the Greek fire service says.", ["Volta"]),
    ("The ridges between Iceland and Greenland were mapped.", ["Iceland", "Greenland"]),
    ("The North American Leaders' Summit opened.", ["American Leaders"]),
    ("The group was listed as a Foreign Terrorist Organization.", ["Foreign Terrorist Organization"]),
    ("The Harmonized Tariff Schedule of the United States was amended.", ["United States"]),
    ("Rovers are out of the Champions League.", ["Champions League"]),
    ("The Clean Rivers Act passed last week.", ["Clean Rivers Act", "Rivers"]),
    ("The talks in Washington ended at noon.", ["Washington"]),
    ("BEIJING -- Snow fell on the city.", ["BEIJING"]),
    ("A storm hit Tokyo and flooded Manila.", ["Tokyo", "Manila"]),
    ("The truce was signed in Switzerland.", ["Switzerland"]),
    ("Chinese imports and Brazilian coffee got dearer.", ["Chinese", "Brazilian"]),
    ("On Monday the dollar fell against the yen.", ["Monday", "dollar"]),
    ("Ibuprofen and Paracetamol are sold without prescription.", ["Paracetamol", "Ibuprofen"]),
    ("She read the Paris Agreement and the Geneva Convention.", ["Paris Agreement", "Geneva Convention", "Paris"]),
    ("The Harmonized Freight Code (HFC) lists toys; the HFC was amended.", ["HFC"]),
    ("Clinics treat chronic renal scarring (CRS). CRS kills, and CRS is rising.", ["CRS"]),
    ("The Shared Approach to Water (SAW) runs to 2030. SAW was praised by donors.", ["SAW"]),
    ("To Hale, the deal was fair. In Sellin, the mayor agreed.", ["To Hale", "In Sellin"]),
    ("The Secretary of the Treasury shall set the rate.", ["Treasury"]),
    ("The ship MV Baltic Dawn reached port.", ["MV Baltic Dawn"]),
    ("They told us that we should wait for the US$200 refund.", ["us"]),
    ("Ships crossed the South China Sea and the Taiwan Strait.", ["China", "Taiwan"]),
    ("The rule stands in 19 CFR 1520.2 of the code.", ["CFR"]),
    ("The Secretary of Homeland Security shall report to the Attorney General.", ["Homeland Security"]),
    ("She posted the video on Instagram and wrote on Telegram.", ["Instagram", "Telegram"]),
    ("He paid in U.S. dollars with a Ghana passport.", ["U.S.", "Ghana"]),
    ("They met in Lyon, France, before flying home to Peru.", ["France", "Peru"]),
    ("The Chile-Peru Free Trade Agreement entered into force.", ["Chile", "Peru"]),
    ("Yesterday, ferries stopped and the album Dust Hymns came out.", ["Yesterday", "Dust Hymns"]),
    ("He was named Ambassador Extraordinary to the court.", ["Extraordinary"]),
    ("A lorry hit a Toyota Corolla car. He drove a silver Toyota into a wall.", ["Toyota"]),
    ("The crash was on a major Scots road.", ["Scots"]),
    (
        "The airline stopped flights to Oman and Qatar, and sells trips to countries such as Chad and Niger.",
        ["Qatar", "Chad", "Niger"],
    ),
    ("Carla Ford said the UK retailer paid in United States (US) dollars.", ["UK", "Ford", "US", "United States"]),
    ("She was chairwoman of Clean Rivers Jamaica.", ["Jamaica"]),
]

TIED = [
    ("Ann Lee, 54, was held. The 54-year-old wept.", "The 54-year-old", "Ann Lee"),
    ("Foreign Minister Ann Lee left. The Foreign Minister will return.", "The Foreign Minister", "Ann Lee"),
    ("Holm Bank rose. Shares of Vantis Foods fell after the company quit.", "the company", "Vantis Foods"),
    ("The West Tarn Health Board met. The Health Board gave no reason.", "Health Board", "West Tarn Health Board"),
    ("The Tarn Fire Department, or Tarn Fire, came. Tarn Fire left.", "Tarn Fire", "Tarn Fire Department"),
    # (text, words of the reference, words of the name it is tied to)
    (
        "The Tarnholt Police Department closed a road. Tarnholt Police gave no reason.",
        "Tarnholt Police",
        "Tarnholt Police Department",
    ),
    ("NSW Rural Rescue Service left. Later the RRS came back.", "RRS", "NSW Rural Rescue Service"),
    ("Siti Aminah Kasim spoke. Then Siti Kasim left.", "Siti Kasim", "Siti Aminah Kasim"),
    ("Carlsberg cut its forecast. The Danish brewer blamed rain.", "The Danish brewer", "Carlsberg"),
    ("The coroner, Ann Lee, spoke. The coroner said more.", "The coroner", "Ann Lee"),
    ("Peter Novak resigned. Novak gave no reason.", "Novak", "Peter Novak"),
    ("Maria Silva won. She thanked voters.", "She", "Maria Silva"),
    ("John Aldous spoke to Clara Weiss. He said rain was likely.", "He", "John Aldous"),
    ("Wu Jianhua spoke first. Wu left early.", "Wu", "Wu Jianhua"),
    ("Zhu Lihua and Li Na spoke. Later, Professor Zhu left.", "Zhu", "Zhu Lihua"),
    ("Italy's health ministry reported 12 cases. The ministry urged calm.", "The ministry", "Italy's health ministry"),
    (
        "The Biden administration fined a bank. The Federal Aviation Administration waited. The administration agreed.",
        "The administration",
        "Biden administration",
    ),
    (
        "The Food and Drug Administration waited. The administration agreed.",
        "The administration",
        "Food and Drug Administration",
    ),
    ("Mr Ken Hall met Ms Joan Hall. Ms Hall smiled.", "Hall", "Ms Joan Hall"),
    ("Donald Trump called. Trump asked for more.", "Trump", "Donald Trump"),
    ("Egypt closed the canal. It blamed the wind.", "It", "Egypt"),
    ("India protested, and its officials walked out.", "its officials", "India"),
    ("The Alpine Rescue Service (ARS) flew out. ARS found the hikers.", "ARS", "Alpine Rescue Service"),
    ("Washington urged restraint. The US sent an envoy.", "Washington", "US"),
    ("Beijing protested. China recalled its envoy.", "its", "China"),
    ("Peter Lomax and his wife Christine Lomax were fined. Mr Lomax wept.", "Lomax", "Peter Lomax"),
    ("Ada Bright met Tess Bright. Ada served first, Tess said.", "Ada", "Ada Bright"),
    ("The port company, Quelmar Terminals, lost a crane.", "The port company", "Quelmar Terminals"),
    (
        "A ship ran aground. Its operator, Pelagia Shipping, paid. The operator left.",
        "The operator",
        "Pelagia Shipping",
    ),
    (
        "Sellin Gazette\n\nBy Joan Hale, Sellin Gazette\n\nFerries stopped, Quelmar Rail said. The company was sorry.",
        "The company",
        "Quelmar Rail",
    ),
    ("Norhaven Airways cut flights. Snow fell. The carrier said so.", "The carrier", "Norhaven Airways"),
    ("Ruth Kallas chairs the union. Kallas said the offer was fair.", "Kallas", "Ruth Kallas"),
    ("Press Secretary Joan Marlow spoke.\nMS. MARLOW: Good morning.\nMS. MARLOW: Thank you.", "MARLOW", "Joan Marlow"),
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every mention that a case tells of, for bench/measure_rule_precision.py."""
    for text, wanted in READ:
        types = {chain.chain_id: chain.actor_type for chain in read(text).chains}
        for mention in read(text).mentions:
            if mention.text in wanted and mention.mention_kind != "pronoun":
                yield mention.reader, mention.rule, types[mention.chain_id] == wanted[mention.text]
    for text, unwanted in NOT_READ:
        for mention in read(text).mentions:
            if mention.text in unwanted:
                yield mention.reader, mention.rule, False
    for text, reference, name in TIED:
        mentions = read(text).mentions
        chains = {mention.chain_id for mention in mentions if mention.text in (name, name.removeprefix("Ms "))}
        for mention in mentions:
            if mention.text == reference:
                yield mention.reader, mention.rule, mention.chain_id in chains


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text[:40] for text, _ in READ])
def test_actors_are_read_with_their_type(text: str, wanted: dict[str, str]) -> None:
    found = actors_of(text)
    assert {words: found.get(words) for words in wanted} == wanted


def test_a_firm_needs_no_deed_where_its_name_is_no_word() -> None:
    named = (
        "Guards searched the offices of Harlow Chemicals. The state blacklisted Vantera Shipping and Oltmark Trading."
    )
    assert set(actors_of(named)) >= {"Harlow Chemicals", "Vantera Shipping", "Oltmark Trading"}
    assert not actors_of("The plan puts money into Critical Minerals and Clean Energy.")


# The words are in the first paragraph; what the article is about is told by all of them.
SETTINGS = [
    ("Peru mourned. Lima was dark.\nThe finance ministry paid. Police kept order.", "finance ministry", STATE, "PER"),
    ("Peru mourned. Lima was dark.\nThe finance ministry paid. Police kept order.", "Police", STATE, "PER"),
    ("Ghana voted. Ghana waited.\nParliament will meet on Friday.", "Parliament", STATE, "GHA"),
    ("Norway will tax salmon. The Treasury agreed.", "Treasury", STATE, "NOR"),
    ("The Labour Ministry agreed. Norway will tax salmon.", "Labour Ministry", STATE, "NOR"),
    ("The US Treasury fined a bank in Peru. The Treasury named two clerks.", "Treasury", STATE, "USA"),
    ("A Lima-based firm was fined in Oslo, according to the Treasury.\nNorway agreed.", "Treasury", STATE, "NOR"),
    ("The central bank of Chile cut rates.", "central bank of Chile", STATE, "CHL"),
    ("Nobody saw it coming. Parliament votes on Monday.", "Parliament", STATE, None),
    ("Ghana voted. Ghana waited.\nInterior Minister Kofi Badu spoke.", "Kofi Badu", PERSON, "GHA"),
    ("The envoy flew home.\nThe foreign ministry in Oslo thanked her.", "foreign ministry", STATE, "NOR"),
    ("Police seized a boat, the Danish and Swedish coast guards said.", "Danish", STATE, "DNK"),
    ("The French and German foreign ministries agreed.", "French", STATE, "FRA"),
    ("Italian customs chief Aldo Neri stepped down.", "Aldo Neri", PERSON, "ITA"),
    ("Chile's health minister, Rosa Pinto, thanked nurses.", "Rosa Pinto", PERSON, "CHL"),
    ("The Finnish toy maker Olvira cut jobs.", "Olvira", COMPANY, "FIN"),
    ("Olvira, a Helsinki-based charity, closed.", "Olvira", BODY, "FIN"),
    ("The grain trader Sembrado lost a cargo.", "Sembrado", COMPANY, None),
    ("The mill was sold to Sembrado, a family business, in May.", "Sembrado", COMPANY, None),
    ("Shares of Tavoral rose.", "Tavoral", COMPANY, None),
    ("She told Harbour TV that the pier was safe.", "Harbour TV", COMPANY, None),
    ("The Azure Dawn movement won two seats.", "Azure Dawn movement", BODY, None),
    ("The mayor of Bergen, Berit Sund, resigned.", "Berit Sund", PERSON, "NOR"),
    ("The museum was shut, said Tom Birch, its general counsel.", "Tom Birch", PERSON, None),
]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"), SETTINGS, ids=[f"{w}: {t[:30]}" for t, w, _, _ in SETTINGS]
)
def test_what_stands_beside_a_name_and_where_an_article_plays_tell_type_and_country(
    text: str, words: str, kind: str, country: str | None
) -> None:
    reading = read(text)
    chains = {chain.chain_id: chain for chain in reading.chains}
    found = {m.text: chains[m.chain_id] for m in reading.mentions}
    assert (found[words].actor_type, found[words].country_code) == (kind, country)


@pytest.mark.parametrize(("text", "unwanted"), NOT_READ, ids=[text[:40] for text, _ in NOT_READ])
def test_laws_places_goods_and_days_are_no_actors(text: str, unwanted: list[str]) -> None:
    assert [words for words in unwanted if words in actors_of(text)] == []


@pytest.mark.parametrize(("text", "reference", "name"), TIED, ids=[f"{r} = {n}" for _, r, n in TIED])
def test_references_are_tied_to_the_name_they_mean(text: str, reference: str, name: str) -> None:
    mentions = read(text).mentions
    named = next(m for m in mentions if m.text == name or m.text == name.removeprefix("Ms "))
    at = [m.chain_id for m in mentions if m.text == reference]
    assert at and at[-1] == named.chain_id


def test_every_mention_gives_its_printed_words() -> None:
    text = "\n".join(text for text, _ in READ)
    assert all(text[m.start_char : m.end_char] == m.text for m in read(text).mentions)


def test_two_people_with_one_surname_stay_two_and_the_last_named_is_meant() -> None:
    reading = read("Ivan Petrov ran the plant. Petrov was tried in May.\nOlga Petrov, a doctor, spoke. Petrov wept.")
    chains = [m.chain_id for m in reading.mentions if m.text == "Petrov"]
    assert len(set(chains)) == 2


def test_a_title_is_a_role_in_the_body_that_it_stands_with() -> None:
    reading = read(
        "Lena Fischer, a senior fellow at the Stimson Center, and Swedish foreign ministry spokesman Per Lund spoke."
    )
    names = {c.chain_id: c.name for c in reading.chains}
    roles = {(names[r.chain_id], r.title_key, names.get(r.organization_chain_id or "")) for r in reading.roles}
    assert roles == {
        ("Lena Fischer", "senior fellow", "Stimson Center"),
        ("Per Lund", "spokesman", "Swedish foreign ministry"),
    }


def test_a_reading_is_the_same_every_time() -> None:
    text = "\n".join(text for text, _, _ in TIED)
    first = read(text)
    read.cache_clear()
    assert read(text) == first


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Zhang Wei", "wei zhang"),
        ("Wei Zhang", "wei zhang"),
        ("Tsai Ing-wen", "ingwen tsai"),
        ("Robert J. Keane Jr.", "robert keane"),
        ("José Álvarez", "jose alvarez"),
        ("Anna Lee Walters", "anna lee walters"),
    ],
)
def test_names_are_compared_without_order_accents_and_initials(name: str, key: str) -> None:
    assert person_key(name) == key


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        ("Wang Lihong", ["Wang", "Lihong"]),
        ("Ursula von der Leyen", ["von der Leyen", "Leyen", "Von der Leyen"]),
        ("Maria Lopez Garcia", ["Garcia", "Lopez Garcia", "Lopez"]),
        ("Martin Stone Jr.", ["Stone"]),
    ],
)
def test_people_may_be_called_by_their_surnames(name: str, shorts: list[str]) -> None:
    assert short_names(name) == shorts


def test_only_names_in_chinese_syllables_may_change_order() -> None:
    assert is_east_asian(["chen", "mei"])
    assert not is_east_asian(["martin", "lewis"])
