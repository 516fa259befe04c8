-- The raw tables as version 0.1.0 first made them; tests bring such a database up to what is declared now.
create schema raw;
create table raw.loads (
    load_id varchar,
    location varchar,
    started_at timestamp,
    finished_at timestamp,
    record_count integer,
    landed_count integer,
    unchanged_count integer,
    rejected_count integer,
    code_version varchar
);
create table raw.documents (
    document_id varchar,
    record_key varchar,
    name varchar,
    uri varchar,
    sha256 varchar,
    sidecar_sha256 varchar,
    media_type varchar,
    byte_count bigint,
    char_count bigint,
    encoding varchar,
    text varchar,
    language varchar,
    licence varchar,
    text_reader varchar,
    text_reader_version varchar,
    landed_at timestamp,
    load_id varchar
);
create table raw.document_versions (
    record_key varchar,
    version_number integer,
    document_id varchar,
    load_id varchar,
    landed_at timestamp
);
create table raw.document_metadata (
    document_id varchar,
    field varchar,
    value varchar,
    basis varchar
);
create table raw.rejections (
    rejection_id varchar,
    record_key varchar,
    name varchar,
    uri varchar,
    sha256 varchar,
    byte_count bigint,
    bytes blob,
    reason_code varchar,
    reason varchar,
    reader varchar,
    reader_version varchar,
    load_id varchar,
    landed_at timestamp
);
create table raw.tombstones (
    tombstone_id varchar,
    record_key varchar,
    sha256 varchar,
    forgotten_at timestamp,
    why varchar
);
create table raw.readings (
    reading_id varchar,
    document_id varchar,
    reading_number integer,
    reader varchar,
    reader_version varchar,
    read_at timestamp,
    word_count integer,
    seconds double
);
create table raw.read_articles (
    reading_id varchar,
    article_id varchar,
    document_id varchar,
    article_number integer,
    is_main boolean,
    headline varchar,
    byline varchar,
    outlet_as_written varchar,
    upstream_as_written varchar,
    printed_published varchar,
    age_count double,
    age_unit varchar,
    is_transcript boolean,
    word_count integer,
    rule varchar
);
create table raw.read_parts (
    reading_id varchar,
    article_part_id varchar,
    document_id varchar,
    article_id varchar,
    part_number integer,
    part_kind varchar,
    start_char integer,
    end_char integer,
    rule varchar
);
create table raw.read_fingerprints (
    reading_id varchar,
    document_id varchar,
    article_id varchar,
    shingle_hash bigint,
    start_char integer,
    end_char integer
);
create table raw.read_actor_chains (
    reading_id varchar,
    chain_id varchar,
    document_id varchar,
    article_id varchar,
    representative_mention_id varchar,
    name varchar,
    actor_type varchar,
    country_code varchar,
    registry_key varchar,
    affiliation_chain_id varchar,
    mention_count integer,
    rule varchar
);
create table raw.read_actor_mentions (
    reading_id varchar,
    actor_mention_id varchar,
    document_id varchar,
    article_id varchar,
    chain_id varchar,
    start_char integer,
    end_char integer,
    text varchar,
    mention_kind varchar,
    reader varchar,
    rule varchar
);
create table raw.read_actor_roles (
    reading_id varchar,
    chain_id varchar,
    document_id varchar,
    article_id varchar,
    title varchar,
    organization_chain_id varchar,
    start_char integer,
    end_char integer,
    rule varchar
);
create table raw.read_time_expressions (
    reading_id varchar,
    time_expression_id varchar,
    document_id varchar,
    article_id varchar,
    start_char integer,
    end_char integer,
    text varchar,
    time_kind varchar,
    duration varchar,
    tense varchar,
    is_approximate boolean,
    sentence_start_char integer,
    reader varchar,
    rule varchar
);
create table raw.read_time_points (
    reading_id varchar,
    time_expression_id varchar,
    document_id varchar,
    article_id varchar,
    position varchar,
    anchor varchar,
    previous_time_expression_id varchar,
    direction varchar,
    year integer,
    month integer,
    day integer,
    weekday integer,
    quarter integer,
    season integer,
    decade integer,
    shift_count double,
    shift_unit varchar,
    modifier varchar,
    dated_fact_key varchar,
    is_fiscal boolean
);
create table raw.read_figure_reports (
    reading_id varchar,
    figure_report_id varchar,
    document_id varchar,
    article_id varchar,
    start_char integer,
    end_char integer,
    text varchar,
    quote_start_char integer,
    quote_end_char integer,
    quote varchar,
    value double,
    value_max double,
    unit varchar,
    comparator varchar,
    measure varchar,
    subject varchar,
    subject_chain_id varchar,
    place_code varchar,
    period_time_expression_id varchar,
    attributed_chain_id varchar,
    attributed_as_written varchar,
    converted_from_report_id varchar,
    reader varchar,
    rule varchar
);
create table raw.read_statements (
    reading_id varchar,
    statement_id varchar,
    document_id varchar,
    article_id varchar,
    start_char integer,
    end_char integer,
    quote varchar,
    is_direct boolean,
    speaker_chain_id varchar,
    speaker_as_written varchar,
    speaker_start_char integer,
    speaker_end_char integer,
    cue varchar,
    cue_start_char integer,
    cue_end_char integer,
    addressee_chain_id varchar,
    time_expression_id varchar,
    reader varchar,
    rule varchar
);
create table raw.read_event_reports (
    reading_id varchar,
    event_report_id varchar,
    document_id varchar,
    article_id varchar,
    start_char integer,
    end_char integer,
    quote varchar,
    trigger varchar,
    trigger_start_char integer,
    trigger_end_char integer,
    event_type varchar,
    event_subtype varchar,
    status varchar,
    time_expression_id varchar,
    time_relation varchar,
    place varchar,
    place_country_code varchar,
    attributed_chain_id varchar,
    attributed_as_written varchar,
    statement_id varchar,
    reader varchar,
    rule varchar
);
create table raw.read_event_participants (
    reading_id varchar,
    event_report_id varchar,
    document_id varchar,
    article_id varchar,
    chain_id varchar,
    participant_role varchar,
    rule varchar
);
create table raw.read_item_mentions (
    reading_id varchar,
    item_mention_id varchar,
    document_id varchar,
    article_id varchar,
    item_key varchar,
    start_char integer,
    end_char integer,
    text varchar,
    reader varchar,
    rule varchar
);
create table raw.read_event_items (
    reading_id varchar,
    event_report_id varchar,
    document_id varchar,
    article_id varchar,
    item_key varchar,
    item_mention_id varchar
);
create table raw.reading_failures (
    reading_id varchar,
    document_id varchar,
    article_id varchar,
    start_char integer,
    end_char integer,
    reader varchar,
    error varchar
);
