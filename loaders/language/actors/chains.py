"""Rows of an article's actors: mentions in text order, chains with their fullest name, roles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dossier.language.actor_index import ActorReading
from dossier.language.actors.roles import Role
from dossier.language.actors.view import Found, Identity, View
from dossier.language.analysis import Article
from dossier.language.rows import ActorChainRow, ActorMentionRow, ActorRoleRow

READER = "actors"
METONYMS = frozenset({"capital", "country-adjective"})  # never the fullest form of a country


def build_chains(article: Article, views: Sequence[View], roles: Sequence[Role]) -> ActorReading:
    """Give ids to everything found, in text order, and group it by identity."""
    placed = sorted(
        ((v, f) for v in views for f in v.found),
        key=lambda p: (p[0].paragraph.start_char + p[1].start, -p[1].end, p[1].identity.key),
    )
    groups: dict[str, list[tuple[View, Found]]] = defaultdict(list)
    for view, found in placed:
        groups[found.identity.key].append((view, found))
    named = {key: group for key, group in groups.items() if any(f.kind in ("name", "description") for _, f in group)}
    chain_ids: dict[str, str] = {}
    mention_ids: dict[int, str] = {}
    mentions: list[ActorMentionRow] = []
    for view, found in placed:
        key = found.identity.key
        if key not in named:
            continue
        if key not in chain_ids:
            chain_ids[key] = article.ids.next_id("chn", found.identity.name_key)
        start, end = view.printed(found.start, found.end)
        words = article.words(start, end)
        mention_ids[id(found)] = article.ids.next_id("amn", words)
        mentions.append(
            ActorMentionRow(
                actor_mention_id=mention_ids[id(found)],
                document_id=article.document_id,
                article_id=article.article_id,
                chain_id=chain_ids[key],
                start_char=start,
                end_char=end,
                text=words,
                mention_kind=found.kind,
                reader=READER,
                rule=found.rule,
            )
        )
    affiliations = _affiliations(roles, named)
    chains = [
        _chain_row(article, chain_ids, key, group, mention_ids, affiliations.get(key), _country_of_office(roles, key))
        for key, group in named.items()
    ]
    role_rows = [
        ActorRoleRow(
            chain_id=chain_ids[role.holder.key],
            document_id=article.document_id,
            article_id=article.article_id,
            title=role.title,
            title_key=role.title_key,
            organization_chain_id=chain_ids.get(role.organisation.key) if role.organisation is not None else None,
            start_char=role.view.printed(role.start, role.end)[0],
            end_char=role.view.printed(role.start, role.end)[1],
            rule="title",
        )
        for role in roles
        if role.holder.key in named and role.title
    ]
    return ActorReading(chains, mentions, role_rows)


def _affiliations(roles: Sequence[Role], named: dict[str, list[tuple[View, Found]]]) -> dict[str, Identity]:
    """The body most often given for a person; a body before a country, the first of equals."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    identities: dict[str, Identity] = {}
    for role in roles:
        if role.organisation is not None and role.organisation.key in named:
            counts[role.holder.key][role.organisation.key] += 1
            identities[role.organisation.key] = role.organisation
    for key, group in named.items():
        for _, found in group:
            if found.owner is not None and found.owner.key in named:
                counts[key][found.owner.key] += 1
                identities[found.owner.key] = found.owner
    return {
        holder: max((identities[k] for k in count), key=lambda i: (i.actor_type != "country", count[i.key]))
        for holder, count in counts.items()
    }


def _country_of_office(roles: Sequence[Role], key: str) -> str | None:
    """The country whose office a person holds, also where the country itself is no actor of the article."""
    offices = (r.organisation for r in roles if r.holder.key == key and r.organisation is not None)
    return next(
        (o.country_code for o in offices if o.actor_type in ("country", "government-body") and o.country_code), None
    )


def _chain_row(
    article: Article,
    chain_ids: dict[str, str],
    key: str,
    group: list[tuple[View, Found]],
    mention_ids: dict[int, str],
    affiliation: Identity | None,
    office_country: str | None,
) -> ActorChainRow:
    """The chain of one identity; its representative is the longest name in print, the first of equals."""
    identity = group[0][1].identity
    names = [(v, f) for v, f in group if f.kind == "name"] or group
    view, best = max(names, key=lambda p: (p[1].rule not in METONYMS, p[1].end - p[1].start, -p[0].number, -p[1].start))
    country = next((f.identity.country_code for _, f in group if f.identity.country_code is not None), None)
    if country is None and identity.actor_type == "person":
        country = office_country or (affiliation.country_code if affiliation is not None else None)
    return ActorChainRow(
        chain_id=chain_ids[key],
        document_id=article.document_id,
        article_id=article.article_id,
        representative_mention_id=mention_ids[id(best)],
        name=identity.name
        if best.rule == "body-shared"
        else re.sub(r"^(?:an?|the) ", "", view.paragraph.stripped.text[best.start : best.end], flags=re.IGNORECASE),
        name_key=identity.name_key,
        actor_type=identity.actor_type,
        country_code=country,
        registry_key=identity.registry_key,
        affiliation_chain_id=chain_ids.get(affiliation.key) if affiliation is not None else None,
        mention_count=len(group),
        rule=best.rule,
    )
