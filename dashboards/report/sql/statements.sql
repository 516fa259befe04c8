-- One row per statement of some actors (of all where none are given) within some days, direct ones first where there are
-- too many, with how many there are. Copies are left out; a statement without a date counts by its article's.
with

filtered as (
    select
        statements.*,
        articles.published_from,
        articles.published_edtf
    from marts.statements as statements
    inner join marts.articles as articles on statements.article_id = articles.article_id
    where statements.copy_of_statement_id is null
        and (
            $actor_ids is null or statements.actor_id in (select unnest(string_split($actor_ids, ' ')))
        )
        and (
            cast($day_from as date) is null
            or coalesce(statements.said_to, statements.said_from, articles.published_to) >= $day_from
        )
        and (
            cast($day_to as date) is null
            or coalesce(statements.said_from, statements.said_to, articles.published_from) <= $day_to
        )
),

shown as (
    select *
    from filtered
    order by is_direct desc, coalesce(said_from, published_from) desc nulls last, statement_id asc
    limit $row_limit
)

select
    shown.statement_id as fact_id,
    coalesce(actors.name, shown.speaker_as_written, 'unnamed speaker') as speaker,
    shown.cue,
    shown.quote,
    shown.is_direct,
    coalesce(shown.said_edtf, shown.published_edtf) as said_edtf,
    (select count(*) from filtered) as total
from shown
left join marts.actors as actors on shown.actor_id = actors.actor_id
order by coalesce(shown.said_from, shown.published_from) nulls last, shown.statement_id
