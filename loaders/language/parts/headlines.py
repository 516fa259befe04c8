"""The headline of the main story: the best of the titles above its first paragraph."""

from __future__ import annotations

from dossier.language.parts.other_stories import same_title
from dossier.language.parts.page import META, Page, fold_title
from dossier.language.parts.roles import FILED_BY, NAMES_LINE

LOOK_BACK = 80  # units above the first paragraph in which a headline is looked for
LABELS = frozenset(
    {
        "story highlights", "highlights", "key points", "key takeaways", "key facts", "at a glance", "in brief",
        "in short", "summary", "the gist", "quick read", "what we know", "overview",
    }
)  # fmt: skip


def find_headline(page: Page, body: int) -> int | None:
    """The best title above the first paragraph; in a clean text the first unit if it is one."""
    best, best_score = None, 0.0
    seen: dict[str, int] = {}
    for index in range(max(0, body - LOOK_BACK), body):
        seen[fold_title(page.units[index].words)] = seen.get(fold_title(page.units[index].words), 0) + 1
    between = 0.0
    for index in range(body - 1, max(-1, body - LOOK_BACK - 1), -1):
        if page.is_title(index):
            score = _headline_score(page, index, body, seen) - min(2.5, 0.12 * between)
            if score > best_score + (0.01 if best is None else 0.0):
                best, best_score = index, score
        if page.name(index) in ("title", "fragment", "prose") or page.kind(index) in (
            "navigation",
            "related",
            "newsletter",
            "cookie",
        ):
            between += 1
    return best


def _headline_score(page: Page, index: int, body: int, seen: dict[str, int]) -> float:
    unit = page.units[index]
    folded = fold_title(unit.words)
    if (
        page.title
        and len(folded) > 8
        and (folded == page.title or page.title.startswith(folded) or folded.startswith(page.title))
    ):
        return 20.0
    score = 1.0 if 4 <= unit.word_count <= 22 else 0.2 if unit.word_count >= 3 else -0.5
    score += 1.0 if unit.word_count >= 6 else 0.0
    score += 1.5 if 1 < seen[folded] <= 3 and unit.word_count >= 4 else 0.0
    score -= 0.7 if unit.word_count <= 5 and not unit.stop_share and unit.title_share == 1.0 else 0.0
    score -= sum(
        page.kind(i) in ("newsletter", "cookie", "advert") for i in (index - 1, index + 1) if page.is_furniture(i)
    )
    score += 1.5 if page.kind(index - 1) == "crumbs" else 0.0  # 'Home » World', right above
    score -= 2.0 if page.kind(index + 1) == "duration" or page.kind(index - 1) == "duration" else 0.0
    score += 1.5 if _is_credited(page, index, body) else 0.5 if page.content_after(index) == body else 0.0
    score -= (
        2.0 if unit.bullet == "bullet" or unit.folded in LABELS or unit.tail.endswith(("—", "–", ":", ",")) else 0.0
    )
    first = last = index
    while page.is_title(first - 1) and page.units[first - 1].word_count >= 3 and page.units[first - 1].bullet is None:
        first -= 1
    while page.is_title(last + 1) and page.units[last + 1].word_count >= 3 and page.units[last + 1].bullet is None:
        last += 1
    if last - first >= 2:
        score += -1.5 if index < last - 1 else 0.3
    elif index == first:
        score += 0.7
    if index - 1 in page.stamps or is_summed_up(page, index, -1) and _has_title_above(page, index):
        score -= 3.0  # heads an entry of a live page, or is one of the points under the headline
    if NAMES_LINE.match(unit.words) and unit.word_count <= 3:
        score -= 1.0
    credited = any(page.name(i) in META or page.kind(i) == "share" for i in (index + 1, index + 2))
    if credited and FILED_BY.match(unit.words):
        score -= 3.0  # 'Ann Lee in Zurich', above the date
    return score


def _has_title_above(page: Page, index: int) -> bool:
    """Whether a long title stands above the label of the points that a title belongs to."""
    while page.units[index].folded not in LABELS:
        index -= 1
    return any(page.is_title(at) and page.units[at].word_count >= 4 for at in range(max(0, index - 12), index))


def is_summed_up(page: Page, index: int, above: int) -> bool:
    """Whether a title is one of the points under the headline ('Key points'), which stands at ``above``."""
    at = index
    while at > above and page.name(at) in ("title", "fragment") and page.units[at].folded not in LABELS:
        at -= 1
    return at > above and page.units[at].folded in LABELS


def _is_credited(page: Page, index: int, body: int) -> bool:
    """Whether a byline, a date or a picture follows a title before any other title does."""
    lines = [at for at in range(index + 1, min(body, index + 16)) if not page.is_furniture(at)][:6]
    for at in lines:
        if page.name(at) in ("byline", "date", "age", "caption"):
            return True
        if (
            page.name(at) == "title"
            and at != index + 1  # what stands right under a headline may sum the story up
            and page.units[at].bullet is None
            and not NAMES_LINE.match(page.units[at].words)
            and not same_title(page, index, at)
        ):
            return False
    return False
