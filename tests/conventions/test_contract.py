"""The published tables, their columns and types, as readers rely on them."""

from __future__ import annotations

import pytest
from dbt_manifest import Project

READER = "reader reader_version rule rule_precision:double"
COUNTS = "report_count:integer article_count:integer source_count:integer origin_count:integer claimant_count:integer"
VALUE = "value:double value_max:double unit comparator"
# Columns are varchar unless a type follows.
PUBLISHED = {
    "documents": "document_id name uri sha256 media_type byte_count:bigint char_count:bigint text language licence"
    " version_number:integer text_reader text_reader_version landed_at:timestamp load_id page_url",
    "articles": "article_id document_id article_number:integer is_main:boolean source_id upstream_source_id headline"
    " byline published_edtf published_from:date published_to:date published_basis is_transcript:boolean"
    " word_count:integer copy_of_article_id origin_id",
    "article_parts": "article_part_id document_id article_id part_kind start_char:integer end_char:integer",
    "sources": "source_id name source_kind country_code domain actor_id is_registered:boolean article_count:integer"
    " origin_count:integer event_count:integer figure_count:integer statement_count:integer"
    " first_published_on:date last_published_on:date",
    "source_names": "source_id name_as_written",
    "actors": "actor_id name actor_type country_code is_registered:boolean mention_count:integer"
    " article_count:integer source_count:integer event_count:integer statement_count:integer"
    " first_published_on:date last_published_on:date",
    "actor_names": "actor_id name_as_written mention_count:integer",
    "actor_roles": "actor_id title organization_actor_id article_count:integer first_published_on:date"
    " last_published_on:date",
    "actor_mentions": "actor_mention_id actor_id article_id document_id start_char:integer end_char:integer text"
    f" mention_kind {READER}",
    "events": "event_id event_type event_subtype title occurred_edtf occurred_from:date occurred_to:date status"
    f" place place_country_code {COUNTS} first_published_on:date",
    "event_participants": "event_id actor_id role",
    "event_items": "event_id item_id",
    "event_dyads": "event_id agent_country_code target_country_code",
    "event_reports": "event_report_id event_id article_id document_id start_char:integer end_char:integer quote trigger"
    " trigger_start_char:integer trigger_end_char:integer event_type event_subtype occurred_edtf status"
    f" attributed_actor_id attributed_source_id origin_id {READER}",
    "event_report_participants": "event_report_id actor_id role",
    "figures": f"figure_id measure subject subject_actor_id {VALUE} period_edtf period_from:date period_to:date"
    f" place_code {COUNTS} is_disputed:boolean converted_from_figure_id first_published_on:date",
    "figure_reports": "figure_report_id figure_id article_id document_id start_char:integer end_char:integer text quote"
    f" quote_start_char:integer quote_end_char:integer {VALUE} attributed_actor_id attributed_source_id"
    f" origin_id {READER}",
    "statements": "statement_id article_id document_id actor_id speaker_as_written cue quote is_direct:boolean"
    " addressee_actor_id said_edtf said_from:date said_to:date start_char:integer end_char:integer"
    f" copy_of_statement_id origin_id {READER}",
    "time_expressions": "time_expression_id article_id document_id start_char:integer end_char:integer text value"
    f" time_kind value_from:date value_to:date {READER}",
    "items": "item_id name item_class topic mention_count:integer first_published_on:date",
    "item_mentions": "item_mention_id item_id article_id document_id start_char:integer end_char:integer"
    f" text {READER}",
    "relations": "relation_id relation_kind left_table left_id right_table right_id reason",
    "evidence": "fact_table fact_id document_id article_id start_char:integer end_char:integer quote"
    " page_number:integer",
    "document_pages": "document_id page_number:integer start_char:integer end_char:integer",
    "superseded_reports": "superseded_report_id fact_table document_id version_number:integer start_char:integer"
    " end_char:integer text quote",
    "fact_history": "fact_table fact_id first_version:integer last_version:integer",
    "changes": "version:integer fact_table fact_id change reason",
    "id_history": "table_name old_id current_id changed_in_version:integer reason",
    "calendar": "calendar_day:date",
    "countries": "country_code name",
    "event_types": "event_type event_subtype label description",
    "measures": "measure label description",
    "units": "unit label description",
}
TOPIC_TABLES = {"substance_controls", "tariff_rates", "enforcement_counts", "meetings", "sanctions_listings"}
QUALITY_TABLES = {"expectation_results", "suspicions", "reading_failures", "reference_links"}
SCALAR_TYPES = {"varchar", "integer", "bigint", "double", "boolean", "date", "timestamp"}


@pytest.mark.parametrize("table", PUBLISHED)
def test_a_published_table_has_the_columns_that_readers_rely_on(project: Project, table: str) -> None:
    declared = {name: column["data_type"] for name, column in project.models[table]["columns"].items()}
    promised = dict((column.split(":") + ["varchar"])[:2] for column in PUBLISHED[table].split())
    assert {name: declared.get(name) for name in promised} == promised


def test_published_schemas_hold_nothing_without_an_enforced_contract_of_scalar_columns(project: Project) -> None:
    published = {
        name: model for name, model in project.models.items() if model["schema"] in ("marts", "topics", "quality")
    }
    assert published.keys() >= PUBLISHED.keys() | TOPIC_TABLES | QUALITY_TABLES
    loose = [name for name, model in published.items() if not model["config"]["contract"]["enforced"]]
    odd = [
        f"{name}.{column}"
        for name, model in published.items()
        for column, facts in model["columns"].items()
        if facts["data_type"] not in SCALAR_TYPES
    ]
    assert (loose, odd) == ([], [])
