"""Actors: people, bodies, organisations, companies, countries and groups, with their chains inside one article."""

from __future__ import annotations

from dossier.language.actor_index import ActorReading
from dossier.language.actors.bodies import find_bodies
from dossier.language.actors.body_names import find_police, resolve_generic
from dossier.language.actors.chains import build_chains
from dossier.language.actors.coreference import find_references
from dossier.language.actors.countries import find_countries
from dossier.language.actors.organisations import find_organisations
from dossier.language.actors.people import find_people
from dossier.language.actors.registered import defined_acronyms, find_registered
from dossier.language.actors.roles import find_roles
from dossier.language.actors.view import view_paragraph
from dossier.language.analysis import Article

__all__ = ["read_actors"]


def read_actors(article: Article) -> ActorReading:
    """Read all actor mentions of an article and tie short forms, descriptions and pronouns to their full names."""
    views = [view_paragraph(number, paragraph) for number, paragraph in enumerate(article.narrative)]
    acronyms = defined_acronyms(views)
    for view in views:
        find_registered(view, acronyms)
        find_bodies(view)
    find_people(views)
    find_countries(views)
    find_organisations(views, acronyms)
    resolve_generic(views)
    find_police(views)
    roles = find_roles(views)
    find_references(views, roles)
    return build_chains(article, views, roles)
