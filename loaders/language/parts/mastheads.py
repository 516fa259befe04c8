"""Names of the press that no register knows, told by their last word; names of sections only look like them."""

from __future__ import annotations

import re

from dossier.language.parts.page import Page, Story

SECTIONS = frozenset(
    """nation metro world business sport sports life style science health politics local money tech culture travel
    lifestyle newsroom opinion review magazine features education environment national international region regional
    state community law crime weather video photos""".split()
)
# The last word of a newspaper's name.
NEWSPAPERS = (
    "Times|Post|News|Herald|Journal|Gazette|Tribune|Star|Press|Mail|Chronicle|Observer|Telegraph|Standard|Examiner|"
    "Courier|Globe|Review|Mirror|Echo|Argus|Bulletin|Express|Ledger|Sentinel|Dispatch|Advertiser|Independent|Monitor|"
    "Inquirer|Record"
)
# What can only be told from a person's or a section's name where an outlet is expected.
OTHER_PRESS = "Guardian|Daily|Sun|Weekly|Today|Radio|TV|Television|Broadcasting|Magazine|Wire Service|News Agency"
PRESS_NAME = (
    rf"(?:[Tt]he )?(?:[A-Z][\w&’'-]+ ){{0,4}}(?:{NEWSPAPERS}|{OTHER_PRESS})(?: (?:Daily|Online|Weekly|Agency|Service))?"
)
SECTION_START = r"(?!(?:My|Latest|Breaking|More|Top|World|Local|Sports?|Business|All|Live|Your|Daily Headlines) )"
MASTHEAD = re.compile(
    rf"{SECTION_START}(?:The )?(?:[A-Z][\w&’'-]+ ){{1,4}}"
    rf"(?:{NEWSPAPERS}|Mercury|Citizen|Register|Reporter|Wire|Online)"
)
CREDITED = re.compile(SECTION_START + PRESS_NAME)


def is_press_name(words: str) -> bool:
    """Whether words of a credit line name an outlet: two words at least, since 'News' alone is a section."""
    return " " in words and CREDITED.fullmatch(words) is not None


def find_masthead(page: Page, story: Story) -> str | None:
    """A newspaper's name alone on a line above the story; in bare text on the very first, right above the headline."""
    above = min(story.units[0], 12) if page.is_page else int(story.headline == 1)
    lines = (page.units[index].words.strip(" |·•") for index in range(above))
    return next((words for words in lines if MASTHEAD.fullmatch(words)), None)
