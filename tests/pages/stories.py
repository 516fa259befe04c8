"""Stories to put into pages: invented news of several subjects, years and countries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """One story as its desk wrote it. ``published`` is the day, ISO."""

    slug: str
    headline: str
    standfirst: str
    author: str
    published: str
    updated: str
    outlet: str
    host: str
    section: str
    place: str
    caption: str
    credit: str
    paragraphs: tuple[str, ...]
    subhead: str
    others: tuple[str, ...]  # headlines of other stories that the page leads to


def _story(block: str, **fields: str) -> Story:
    paragraphs, others = (part.strip().split("\n") for part in block.split("\n--\n"))
    return Story(paragraphs=tuple(paragraphs), others=tuple(others), **fields)


STORIES = (
    _story(
        """The last coal unit of the Hartlow power station was switched off on Friday evening, ending 61 years of burning coal in the valley.
About 140 people who had worked at the plant stood on the bridge over the river as the steam above the towers thinned out and stopped.
"You plan for a day like this for ten years, and then it takes four minutes," said Joan Pettifer, the shift engineer who gave the last order.
The operator, Norwell Energy, said the site would be cleared by 2029 and that a battery store of 300 megawatts would take the place of the boilers.
Two thirds of the staff have been offered other work in the company, while 45 people will retire early, according to the trade union Unite Power.
Local councillors fear for the shops that lived off the plant, and want a part of the rates that the battery store will pay.
The valley burned its first coal for electricity in 1963, when a strike in the pits delayed the opening by eleven weeks.
The energy ministry expects the country to close its two remaining coal plants within eighteen months, a year before the date set in law.
--
Wind farms off the northern coast produced a record in March
Steel town weighs an offer for its idle rolling mill
Why the price of electricity falls at noon
Union and railways agree on pay after a third night of talks
Tax on batteries dropped from the budget""",
        slug="coal-unit-switched-off", headline="Last coal unit at Hartlow switched off after 61 years",
        standfirst="Workers gathered on the bridge to watch the steam stop as the valley leaves coal behind",
        author="Miriam Oakes", published="2024-04-19", updated="2024-04-20", outlet="Northern Ledger",
        host="northernledger.example", section="Environment", place="HARTLOW",
        caption="The cooling towers at Hartlow on Friday evening, minutes before the unit was taken off the grid.",
        credit="Photograph: Lena Frost", subhead="What becomes of the site",
    ),
    _story(
        """Voters in the island republic of Marisca return to the polls on Sunday after no candidate for president won more than half of the votes in the first round.
The finance minister, Teodoro Lanza, took 41 percent and faces the mayor of the capital, Inés Quiroga, who came second with 33 percent.
The electoral court ordered a recount in 212 polling places after both camps complained of sheets that had been filled in with pencil.
"Nobody will be able to say that we did not count," the president of the court, Ruth Amaro, told reporters on Wednesday.
Turnout in the first round was 64 percent, five points lower than four years ago, and lowest in the fishing towns of the south coast.
Lanza promises to halve the tax on fuel within a hundred days; Quiroga wants to spend the money on buses and the two hospitals that lack a surgeon.
Observers of the Association of Island States said the vote had been calm and that they would stay until the result is certified.
The winner takes office on 1 August and will have to agree a budget with a congress in which neither party has a majority.
--
Five things that the candidates did not say in the debate
Marisca's fishing fleet stays in port over diesel prices
Electoral court throws out a complaint against the vote by post
How a small republic counts its votes
Former president Rosales admitted to hospital""",
        slug="marisca-runoff", headline="Marisca goes to a second round as recount is ordered in 212 polling places",
        standfirst="Finance minister and mayor of the capital fight for the voters who stayed at home",
        author="Paulo Brandt", published="2023-06-14", updated="2023-06-15", outlet="The Atlantic Courier Service",
        host="courierservice.example", section="World", place="PUERTO CLARO",
        caption="A poll worker seals a ballot box in a school of the capital.", credit="Ana Villar/Courier Service",
        subhead="Fuel and buses",
    ),
    _story(
        """A jury in Leeds found the former director of a building society guilty on Monday of hiding losses of £38 million from the regulator.
Desmond Hale, 58, moved loans that were not being repaid into a company run by his brother-in-law, the court heard over seven weeks.
He had denied four counts of fraud and one of false accounting, and will be sentenced on 9 December.
"He was trusted with the savings of 90,000 households," the prosecutor, Anita Deol, told the jury in her closing speech.
Judge Colin Marsh told him that he should expect a long sentence and refused to let him go home before it is passed.
The society was taken over by a rival in 2019, and no saver lost money because a guarantee fund stepped in.
Hale's lawyer said that his client was considering an appeal and would not comment further.
The regulator, which fined the society's auditor £2.1 million last year, said that it had changed the way in which it tests loan books.
--
Auditor fined for missing signs of trouble at lender
Savers' guarantee to rise to a hundred thousand pounds
Lawyers walk out over legal aid rates in crown courts
Brother-in-law of banker pleads guilty in second trial
What happens when a building society fails""",
        slug="hale-guilty", headline="Former building society boss guilty of hiding £38m losses",
        standfirst="Jury convicts Desmond Hale on five counts after a trial of seven weeks",
        author="Gareth Lund", published="2022-11-07", updated="2022-11-07", outlet="Pennine Post",
        host="pennine-post.example", section="UK News", place="LEEDS",
        caption="Desmond Hale arrives at Leeds Crown Court on the first day of the trial.", credit="Image: Pennine Post",
        subhead="Sentence in December",
    ),
    _story(
        """Researchers in Uppsala have found that a cheap blood test can tell two kinds of pneumonia apart within twenty minutes.
The test was right in 94 percent of 1,860 patients at nine hospitals, the team reports in the Nordic Journal of Medicine.
Doctors today often give antibiotics at once because a culture takes two days, although about half of the patients have a virus.
"We could have spared some six hundred people a drug that did nothing for them," said Karin Wallander, who led the study.
The kit costs about 4 euros and needs no laboratory, which makes it of interest for clinics in the countryside.
Experts who took no part in the work called the result promising, but pointed out that few of the patients were children.
A trial with 5,000 children is to begin in January in Sweden, Kenya and Bangladesh, paid for by the Wennergard Foundation.
If it succeeds, the maker hopes for a licence in the European Union before the winter after next.
--
Antibiotic use fell for the fourth year, agency says
Measles returns to a town that thought it was rid of it
The long wait for a bed in the children's ward
A vaccine against malaria reaches the last district
How to read a medical study""",
        slug="pneumonia-blood-test", headline="Blood test tells viral from bacterial pneumonia in 20 minutes",
        standfirst="Study at nine hospitals could spare patients drugs that do not help",
        author="Elin Sandberg", published="2025-02-11", updated="2025-02-12", outlet="Health Dispatch",
        host="healthdispatch.example", section="Health", place="UPPSALA",
        caption="A nurse holds the test strip that reads a drop of blood.", credit="Photo: Mats Holm",
        subhead="Children come next",
    ),
    _story(
        """Heavy rain in the hills above Santa Rema sent a wave of mud through two villages early on Tuesday, killing at least nine people.
Rescuers with dogs were looking for 23 others, the civil protection agency said, while helicopters brought families down from roofs.
The river rose by four metres in less than an hour after 180 millimetres of rain had fallen overnight, three times what is usual for the month.
"We heard the stones before we saw the water," said Ilario Conti, a baker, who carried his mother up to the church.
The governor declared a state of emergency in eleven municipalities and asked the army for bridges.
Some 14,000 households had no electricity at noon, and the road to the coast was cut in three places.
Geologists had warned in a report two years ago that the slope was moving and that houses below it should be given up.
More rain is forecast for Thursday, the weather service said, and schools in the province will stay shut until Monday.
--
Why the hills above the coast keep sliding
Army sets up two bridges in one night
Insurers put storm losses of the year at two billion
The warning that nobody answered
Schools open for families who lost their homes""",
        slug="santa-rema-mudslide", headline="At least nine dead as mud sweeps through villages above Santa Rema",
        standfirst="Search goes on for 23 people after a night of heavy rain",
        author="Carla Benedetti", published="2021-10-05", updated="2021-10-06", outlet="Coast Telegraph",
        host="coasttelegraph.example", section="Europe", place="SANTA REMA",
        caption="A street in the upper village, where the mud reached the first floor.", credit="Handout/Civil Protection",
        subhead="A warning two years ago",
    ),
    _story(
        """Kestrel Robotics will buy the Danish maker of warehouse lifts Hejselund for 640 million euros, the two companies said on Thursday.
The price is 27 percent above the value of Hejselund's shares on Wednesday, which have lost a third since the spring.
Kestrel, based in Eindhoven, expects to save 50 million euros a year and to keep all three Danish factories.
"Shops want one supplier for everything that moves in the hall," Kestrel's chief executive, Femke Dorn, said on a call with analysts.
The founder's family, which holds 38 percent of Hejselund, has agreed to sell, and the board recommends the offer.
Competition authorities in Brussels will look at the deal because the two firms together make every fourth lift sold in Europe.
Shares in Kestrel fell 3 percent in Amsterdam as investors worried about its debt, which will rise to 2.4 times earnings.
The companies hope to close the purchase in the first quarter of next year.
--
Robots learn to fold towels, slowly
Orders for warehouse machines rise again after two weak years
Danish exporters fear a stronger krone
Family firms and the trouble with heirs
Eindhoven council approves a second campus""",
        slug="kestrel-buys-hejselund", headline="Kestrel to buy Danish lift maker Hejselund for €640m",
        standfirst="Deal would give the Dutch robot builder a quarter of the European market",
        author="Joris Meer", published="2020-09-17", updated="2020-09-17", outlet="Market Minute",
        host="marketminute.example", section="Companies", place="AMSTERDAM",
        caption="A lift of Hejselund's in a warehouse near Odense.", credit="Courtesy of Hejselund",
        subhead="Brussels will look at it",
    ),
)  # fmt: skip
