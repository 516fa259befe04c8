-- One row per pair that the rules are least sure of and nobody has judged, by how many published counts hang on it.
-- Asked of the working database. A unit is what is merged: a report of an event or figure, or an actor's mentions that agree
-- in everything the text says. Counts count main articles, so reports of related ones are left out here too.
with

event_threshold as (
    select coalesce(min(score), 0) as score
    from intermediate.int_events__pairs
    where reason = 'enough in common'
),

figure_threshold as (
    select coalesce(min(score), 0) as score
    from intermediate.int_figures__pairs
    where reason like 'taken: % value'
),

near_pairs as (
    select
        'events' as table_name,
        pairs.earlier_report_id as left_unit,
        pairs.later_report_id as right_unit,
        pairs.is_taken,
        pairs.reason,
        abs(pairs.score - event_threshold.score) as distance
    from intermediate.int_events__pairs as pairs
    cross join event_threshold
    where pairs.reason in ('enough in common', 'too little in common')
        and pairs.score between event_threshold.score - 3 and event_threshold.score + 1

    union all

    select
        'figures' as table_name,
        pairs.earlier_id as left_unit,
        pairs.later_id as right_unit,
        pairs.reason like 'taken%' as is_taken,
        pairs.reason,
        abs(pairs.score - figure_threshold.score) as distance
    from intermediate.int_figures__pairs as pairs
    cross join figure_threshold
    where (pairs.reason like 'taken: % value' or pairs.reason = 'refused: too little in common')
        and pairs.score between figure_threshold.score - 2 and figure_threshold.score + 1

    union all

    select
        'actors' as table_name,
        earlier_signature_id as left_unit,
        signature_id as right_unit,
        is_same as is_taken,
        coalesce(refused_reason, merge_reason) as reason,
        1 as distance
    from intermediate.int_actors__pairs
    where coalesce(refused_reason, merge_reason) in ('surname only', 'other office', 'other walk of life', 'same-name')
),

reports as (
    select
        'events' as table_name,
        event_report_id as report_id,
        event_report_id as unit_id,
        event_id as fact_id,
        article_id,
        document_id,
        origin_id,
        start_char,
        end_char
    from marts.event_reports

    union all

    select
        'figures' as table_name,
        figure_report_id as report_id,
        figure_report_id as unit_id,
        figure_id as fact_id,
        article_id,
        document_id,
        origin_id,
        quote_start_char as start_char,
        quote_end_char as end_char
    from marts.figure_reports

    union all

    select
        'actors' as table_name,
        mentions.actor_mention_id as report_id,
        chains.signature_id as unit_id,
        mentions.actor_id as fact_id,
        mentions.article_id,
        mentions.document_id,
        articles.origin_id,
        mentions.start_char,
        mentions.end_char
    from marts.actor_mentions as mentions
    inner join staging.stg_actor_mentions as chain_mentions on mentions.actor_mention_id = chain_mentions.actor_mention_id
    inner join intermediate.int_actors__chain_order as chains on chain_mentions.chain_id = chains.chain_id
    inner join marts.articles as articles on mentions.article_id = articles.article_id
),

counted_reports as (
    select
        reports.*,
        sources.name as outlet,
        articles.published_edtf,
        documents.uri,
        row_number() over (
            partition by reports.table_name, reports.unit_id
            order by articles.published_from nulls last, documents.sha256, reports.start_char, reports.report_id
        ) as place_in_unit
    from reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    inner join marts.documents as documents on reports.document_id = documents.document_id
    left join marts.sources as sources on articles.source_id = sources.source_id
    where articles.is_main
),

placed_pairs as (
    select
        near_pairs.*,
        left_reports.report_id as left_id,
        right_reports.report_id as right_id,
        left_reports.fact_id as left_fact_id,
        right_reports.fact_id as right_fact_id,
        -- Of many unsure pairs between two facts, the least unsure shows the case; a report that may leave stands for itself.
        row_number() over (
            partition by
                near_pairs.table_name, near_pairs.is_taken, left_reports.fact_id, right_reports.fact_id,
                case when near_pairs.is_taken then near_pairs.right_unit end
            order by near_pairs.distance, left_reports.report_id, right_reports.report_id
        ) as preference
    from near_pairs
    inner join counted_reports as left_reports
        on near_pairs.table_name = left_reports.table_name and near_pairs.left_unit = left_reports.unit_id
            and left_reports.place_in_unit = 1
    inner join counted_reports as right_reports
        on near_pairs.table_name = right_reports.table_name and near_pairs.right_unit = right_reports.unit_id
            and right_reports.place_in_unit = 1
    left join judgements.merge_judgements as judged
        on near_pairs.table_name = judged.table_name
            and left_reports.report_id in (judged.left_id, judged.right_id)
            and right_reports.report_id in (judged.left_id, judged.right_id)
    where near_pairs.is_taken = (left_reports.fact_id = right_reports.fact_id)
        and judged.verdict is null
        and ($table_name is null or near_pairs.table_name = $table_name)
),

-- What would change hands: a taken unit leaves its fact; a refused one brings all reports of its fact to the other.
moving as (
    select
        pairs.left_id,
        pairs.right_id,
        reports.report_id,
        reports.article_id,
        reports.origin_id
    from placed_pairs as pairs
    inner join counted_reports as reports
        on pairs.table_name = reports.table_name
            and pairs.right_fact_id = reports.fact_id
            and (not pairs.is_taken or pairs.right_unit = reports.unit_id)
    where pairs.preference = 1
),

staying as (
    select
        pairs.left_id,
        pairs.right_id,
        reports.article_id,
        reports.origin_id
    from placed_pairs as pairs
    inner join counted_reports as reports
        on pairs.table_name = reports.table_name
            and pairs.left_fact_id = reports.fact_id
            and (not pairs.is_taken or pairs.right_unit <> reports.unit_id)
    where pairs.preference = 1
),

effects as (
    select
        moving.left_id,
        moving.right_id,
        count(distinct moving.report_id) as reports,
        count(distinct case when same_article.article_id is null then moving.article_id end) as articles,
        count(distinct case when same_origin.origin_id is null then moving.origin_id end) as origins
    from moving
    left join staying as same_article
        on moving.left_id = same_article.left_id and moving.right_id = same_article.right_id
            and moving.article_id = same_article.article_id
    left join staying as same_origin
        on moving.left_id = same_origin.left_id and moving.right_id = same_origin.right_id
            and moving.origin_id = same_origin.origin_id
    group by moving.left_id, moving.right_id
),

listed as (
    select
        pairs.*,
        effects.reports,
        effects.articles,
        effects.origins
    from placed_pairs as pairs
    inner join effects on pairs.left_id = effects.left_id and pairs.right_id = effects.right_id
    where pairs.preference = 1
    order by
        effects.origins desc, effects.articles desc, effects.reports desc, pairs.distance, pairs.table_name, pairs.left_id,
        pairs.right_id
    limit $row_limit
)

select
    listed.table_name,
    listed.is_taken,
    listed.reason,
    listed.reports,
    listed.articles,
    listed.origins,
    listed.left_id,
    left_reports.outlet as left_outlet,
    left_reports.published_edtf as left_published,
    left_reports.uri as left_uri,
    left_documents.text as left_text,
    left_reports.start_char as left_start_char,
    left_reports.end_char as left_end_char,
    listed.right_id,
    right_reports.outlet as right_outlet,
    right_reports.published_edtf as right_published,
    right_reports.uri as right_uri,
    right_documents.text as right_text,
    right_reports.start_char as right_start_char,
    right_reports.end_char as right_end_char
from listed
inner join counted_reports as left_reports
    on listed.table_name = left_reports.table_name and listed.left_id = left_reports.report_id
inner join counted_reports as right_reports
    on listed.table_name = right_reports.table_name and listed.right_id = right_reports.report_id
inner join marts.documents as left_documents on left_reports.document_id = left_documents.document_id
inner join marts.documents as right_documents on right_reports.document_id = right_documents.document_id
order by
    listed.origins desc, listed.articles desc, listed.reports desc, listed.distance, listed.table_name, listed.left_id, listed.right_id
