-- One row per article whose publication date is given: by judgement, sidecar, record, page metadata or in print.
with articles as (
    select * from {{ ref('stg_articles') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

metadata as (
    select * from {{ ref('stg_document_metadata') }}
),

judgements as (
    select * from {{ ref('publication_dates') }}
),

judged as (
    select
        articles.article_id,
        judgements.published_edtf,
        'judgement' as published_basis,
        1 as basis_rank
    from judgements
    inner join documents
        on judgements.document in (documents.name, documents.uri, documents.record_key, documents.document_id)
    inner join articles
        on
            documents.document_id = articles.document_id
            and judgements.article_number = articles.article_number
),

-- Metadata dates the page, and so its main articles; stories listed beside them have dates of their own.
attached as (
    select
        articles.article_id,
        metadata.value as published_edtf,
        metadata.basis as published_basis,
        case metadata.basis when 'sidecar' then 2 when 'record' then 3 when 'page-metadata' then 4 end as basis_rank
    from articles
    inner join metadata
        on articles.document_id = metadata.document_id
    where
        articles.is_main
        and metadata.field = 'published'
        and metadata.basis in ('sidecar', 'record', 'page-metadata')
),

printed as (
    select
        article_id,
        printed_published as published_edtf,
        'printed' as published_basis,
        5 as basis_rank
    from articles
    where printed_published is not null
),

claims as (
    select * from judged
    union all
    select * from attached
    union all
    select * from printed
),

parted as (
    select
        *,
        {{ dossier.edtf_start_part('published_edtf') }} as start_part,
        {{ dossier.edtf_end_part('published_edtf') }} as end_part
    from claims
),

dated as (
    select
        *,
        {{ dossier.edtf_first_day('start_part') }} as published_from,
        {{ dossier.edtf_last_day('end_part') }} as published_to
    from parted
),

ranked as (
    select
        *,
        row_number() over (partition by article_id order by basis_rank, published_edtf) as claim_number
    from dated
    where published_from is not null or published_to is not null
)

select
    article_id,
    published_edtf,
    published_from,
    published_to,
    published_basis
from ranked
where claim_number = 1
