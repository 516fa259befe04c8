-- The table that names the publication which the schemas hold; {schema} is made before it.
create table {schema}.publication (
    version integer primary key,
    data_hash text not null,
    contract_version text not null,
    code_version text not null,
    text_level text not null,
    published_at timestamp not null,
    sent_at timestamp not null
);
comment on table {schema}.publication is 'One row: the publication that the schemas marts, topics and quality hold.';
comment on column {schema}.publication.version is 'Its number, as in dossier diff.';
comment on column {schema}.publication.data_hash is 'SHA-256 over all published rows; equal data have equal hashes.';
comment on column {schema}.publication.contract_version is 'Version of the names, grains and types of the tables.';
comment on column {schema}.publication.code_version is 'Version of the program that made it.';
comment on column {schema}.publication.text_level is 'What is shown of texts without an open licence: full, quotes or none.';
comment on column {schema}.publication.published_at is 'When it was published, UTC.';
comment on column {schema}.publication.sent_at is 'When it was sent to this database, UTC.';
