"""Actors: people, bodies, organisations, companies, countries and groups, with their chains inside one article."""

from __future__ import annotations

from dossier.language.actor_index import ActorReading
from dossier.language.actors.acting import drop_headline_words, drop_idle
from dossier.language.actors.armed import find_armed
from dossier.language.actors.bodies import find_bodies
from dossier.language.actors.body_names import find_police, resolve_generic
from dossier.language.actors.chains import build_chains
from dossier.language.actors.coreference import find_references
from dossier.language.actors.countries import find_countries
from dossier.language.actors.definitions import find_defined
from dossier.language.actors.firms import find_firms
from dossier.language.actors.labels import find_labels
from dossier.language.actors.organisations import find_organisations
from dossier.language.actors.people import find_people
from dossier.language.actors.registered import Setting, defined_acronyms, find_registered
from dossier.language.actors.roles import find_roles
from dossier.language.actors.same_bodies import find_aliases, unite_bodies
from dossier.language.actors.setting import home_country, only_country, place_names
from dossier.language.actors.shared_bodies import find_coordinated, find_plain, find_shared
from dossier.language.actors.view import view_paragraph
from dossier.language.analysis import Article

__all__ = ["read_actors"]


def read_actors(article: Article) -> ActorReading:
    """Read all actor mentions of an article and tie short forms, descriptions and pronouns to their full names."""
    told = [paragraph for paragraph in article.narrative if paragraph.block.kind != "other"]  # who wrote it acts not
    views = [view_paragraph(number, paragraph) for number, paragraph in enumerate(told)]
    acronyms = defined_acronyms(views)
    filed = [view_paragraph(-1, paragraph) for paragraph in article.paragraphs if paragraph.block.kind == "dateline"]
    home, places = home_country([*views, *filed]), place_names([*views, *filed])  # a dateline tells where, not who
    countries = frozenset(h.entry.key for v in [*views, *filed] for n in ("country", "region") for h in v.layer(n))
    for view in views:
        find_registered(view, Setting(acronyms, home, countries))
        find_bodies(view)
        find_coordinated(view)
        find_shared(view)
        find_plain(view)
    find_defined(views, home, acronyms)
    find_firms(views)
    drop_idle(views)
    drop_headline_words(views)
    find_aliases(views)
    people = find_people(views)
    find_labels(views, people)
    find_countries(views, home)
    find_organisations(views, acronyms, places)
    resolve_generic(views, home or only_country([*views, *filed]))
    find_police(views, home)
    unite_bodies(views)
    find_armed(views)
    roles = find_roles(views, home)
    find_references(views, roles)
    return build_chains(article, views, roles)
