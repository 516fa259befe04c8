"""Names of newspapers that stand alone on a page's first lines, and the names of sections that only look like them."""

from __future__ import annotations

import re

from dossier.language.parts.page import Page, Story

SECTIONS = frozenset(
    """nation metro world business sport sports life style science health politics local money tech culture travel
    lifestyle newsroom opinion review magazine features education environment national international region regional
    state community law crime weather video photos""".split()
)
MASTHEAD = re.compile(
    r"(?!(?:My|Latest|Breaking|More|Top|World|Local|Sports?|Business|All|Live|Your|Daily Headlines) )"
    r"(?:The )?(?:[A-Z][\w&’'-]+ ){1,4}(?:Times|Post|News|Herald|Journal|Gazette|Tribune|Star|Press|Mail|Chronicle|"
    r"Observer|Telegraph|Standard|Examiner|Courier|Globe|Review|Mirror|Echo|Argus|Bulletin|Express|Ledger|Mercury|Sentinel|"
    r"Dispatch|Advertiser|Independent|Citizen|Monitor|Inquirer|Register|Reporter|Record|Wire|Online)"
)


def find_masthead(page: Page, story: Story) -> str | None:
    """A newspaper's name alone on one of the first lines, above the story."""
    lines = (page.units[i].words.strip(" |·•") for i in range(min(story.units[0], 12)) if page.is_page)
    return next((words for words in lines if MASTHEAD.fullmatch(words)), None)
