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

-- Each unit's reports in main articles; of an actor's many mentions the first shows the unit.
actor_reports as (
    select
        mentions.actor_mention_id as report_id,
        chains.signature_id as unit_id,
        mentions.actor_id as fact_id,
        mentions.article_id,
        articles.origin_id,
        row_number() over (
            partition by chains.signature_id
            order by
                articles.published_from nulls last, documents.sha256, mentions.start_char, mentions.actor_mention_id
        ) as place_in_unit
    from marts.actor_mentions as mentions
    inner join staging.stg_actor_mentions as chain_mentions on mentions.actor_mention_id = chain_mentions.actor_mention_id
    inner join intermediate.int_actors__chain_order as chains on chain_mentions.chain_id = chains.chain_id
    inner join marts.articles as articles on mentions.article_id = articles.article_id
    inner join marts.documents as documents on mentions.document_id = documents.document_id
    where articles.is_main and coalesce($table_name, 'actors') = 'actors'
),

counted_reports as (
    select
        'events' as table_name,
        reports.event_report_id as report_id,
        reports.event_report_id as unit_id,
        reports.event_id as fact_id,
        reports.article_id,
        reports.origin_id,
        1 as place_in_unit
    from marts.event_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    where articles.is_main and coalesce($table_name, 'events') = 'events'

    union all

    select
        'figures' as table_name,
        reports.figure_report_id as report_id,
        reports.figure_report_id as unit_id,
        reports.figure_id as fact_id,
        reports.article_id,
        reports.origin_id,
        1 as place_in_unit
    from marts.figure_reports as reports
    inner join marts.articles as articles on reports.article_id = articles.article_id
    where articles.is_main and coalesce($table_name, 'figures') = 'figures'

    union all

    select
        'actors' as table_name,
        report_id,
        unit_id,
        fact_id,
        article_id,
        origin_id,
        place_in_unit
    from actor_reports
),

placed_pairs as (
    select
        near_pairs.*,
        left_reports.report_id as left_id,
        right_reports.report_id as right_id,
        left_reports.fact_id as left_fact_id,
        right_reports.fact_id as right_fact_id
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

-- Of many unsure pairs between two facts, the least unsure shows the case; a report that may leave stands for itself.
preferred_pairs as (
    select arg_min(pairs, row(pairs.distance, pairs.left_id, pairs.right_id)) as pair
    from placed_pairs as pairs
    group by
        pairs.table_name,
        pairs.is_taken,
        pairs.left_fact_id,
        pairs.right_fact_id,
        case when pairs.is_taken then pairs.right_unit end
),

asked_pairs as (
    select unnest(pair)
    from preferred_pairs
),

-- What would change hands: a taken unit leaves its fact; a refused one brings all reports of its fact to the other.
moving as (
    select
        pairs.left_id,
        pairs.right_id,
        reports.report_id,
        reports.article_id,
        reports.origin_id
    from asked_pairs as pairs
    inner join counted_reports as reports
        on pairs.table_name = reports.table_name
            and pairs.right_fact_id = reports.fact_id
            and (not pairs.is_taken or pairs.right_unit = reports.unit_id)
),

staying as (
    select
        pairs.left_id,
        pairs.right_id,
        reports.article_id,
        reports.origin_id
    from asked_pairs as pairs
    inner join counted_reports as reports
        on pairs.table_name = reports.table_name
            and pairs.left_fact_id = reports.fact_id
            and (not pairs.is_taken or pairs.right_unit <> reports.unit_id)
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
    from asked_pairs as pairs
    inner join effects on pairs.left_id = effects.left_id and pairs.right_id = effects.right_id
    order by
        effects.origins desc, effects.articles desc, effects.reports desc, pairs.distance, pairs.table_name, pairs.left_id,
        pairs.right_id
    limit $row_limit
),

-- Where the words of a report stand: what is shown beside a verdict.
printed as (
    select
        event_report_id as report_id,
        article_id,
        document_id,
        start_char,
        end_char
    from marts.event_reports

    union all

    select
        figure_report_id as report_id,
        article_id,
        document_id,
        quote_start_char as start_char,
        quote_end_char as end_char
    from marts.figure_reports

    union all

    select
        actor_mention_id as report_id,
        article_id,
        document_id,
        start_char,
        end_char
    from marts.actor_mentions
),

shown as (
    select
        printed.report_id,
        printed.start_char,
        printed.end_char,
        sources.name as outlet,
        articles.published_edtf,
        documents.uri,
        documents.text
    from printed
    inner join marts.articles as articles on printed.article_id = articles.article_id
    inner join marts.documents as documents on printed.document_id = documents.document_id
    left join marts.sources as sources on articles.source_id = sources.source_id
    where printed.report_id in (select left_id from listed union all select right_id from listed)
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
    left_reports.text as left_text,
    left_reports.start_char as left_start_char,
    left_reports.end_char as left_end_char,
    listed.right_id,
    right_reports.outlet as right_outlet,
    right_reports.published_edtf as right_published,
    right_reports.uri as right_uri,
    right_reports.text as right_text,
    right_reports.start_char as right_start_char,
    right_reports.end_char as right_end_char
from listed
inner join shown as left_reports on listed.left_id = left_reports.report_id
inner join shown as right_reports on listed.right_id = right_reports.report_id
order by
    listed.origins desc, listed.articles desc, listed.reports desc, listed.distance, listed.table_name, listed.left_id, listed.right_id
