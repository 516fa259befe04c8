-- One row per pair of signatures of the same kind and name, with what speaks for and against one actor.
with

signatures as (
    select * from {{ ref('int_actors__signatures') }}
),

titles as (
    select * from {{ ref('int_actors__signature_titles') }}
),

titled as (
    select
        signature_id,
        count(distinct walk_of_life) as walk_count,
        min(walk_of_life) as walk_of_life
    from titles
    group by signature_id
),

-- A body with a name that every country has is known in its own article only, so no pair reaches out of it.
same_named as (
    select later.signature_id, earlier.signature_id as earlier_signature_id
    from signatures as later
    inner join signatures as earlier
        on
            later.actor_kind = earlier.actor_kind
            and later.name_key = earlier.name_key
            and coalesce(later.only_in_article_id, '') = coalesce(earlier.only_in_article_id, '')
            and later.anchor_rank > earlier.anchor_rank
),

-- A name that persons of two countries bear.
namesakes as (
    select name_key
    from signatures
    where actor_kind = 'person'
    group by name_key
    having count(distinct country_code) > 1
),

shared_titles as (
    select same_named.signature_id, same_named.earlier_signature_id
    from same_named
    inner join titles as later_titles on same_named.signature_id = later_titles.signature_id
    inner join titles as earlier_titles
        on
            same_named.earlier_signature_id = earlier_titles.signature_id
            and later_titles.title_key = earlier_titles.title_key
    group by same_named.signature_id, same_named.earlier_signature_id
),

features as (
    select
        later.signature_id,
        later.anchor_rank,
        earlier.signature_id as earlier_signature_id,
        later.actor_kind,
        later.name_key,
        later.is_single_word,
        coalesce(later.affiliation_key = earlier.affiliation_key, false) as has_same_affiliation,
        coalesce(later.affiliation_key <> earlier.affiliation_key, false) as has_other_affiliation,
        coalesce(later.country_code = earlier.country_code, false) as has_same_country,
        coalesce(later.country_code <> earlier.country_code, false) as has_other_country,
        namesakes.name_key is not null and later.actor_kind = 'person'
        and (later.country_code is null) <> (earlier.country_code is null) as is_either_of_two,
        shared_titles.signature_id is not null as has_same_title,
        later_titled.signature_id is not null and earlier_titled.signature_id is not null
        and shared_titles.signature_id is null as has_other_title,
        -- A striker and a senator; who is called both in one article ties the two.
        coalesce(
            later_titled.walk_count = 1 and earlier_titled.walk_count = 1
            and later_titled.walk_of_life <> earlier_titled.walk_of_life, false
        ) as has_other_walk
    from same_named
    inner join signatures as later on same_named.signature_id = later.signature_id
    inner join signatures as earlier on same_named.earlier_signature_id = earlier.signature_id
    left join shared_titles
        on same_named.signature_id = shared_titles.signature_id and same_named.earlier_signature_id = shared_titles.earlier_signature_id
    left join namesakes on later.name_key = namesakes.name_key
    left join titled as later_titled on later.signature_id = later_titled.signature_id
    left join titled as earlier_titled on earlier.signature_id = earlier_titled.signature_id
),

-- Precision first: a false merge is false corroboration. A full name is one person until country, or title and affiliation
-- together, speak against it; a lone surname is one person only where something else ties both.
judged as (
    select
        *,
        case
            when has_other_country and not has_same_affiliation then 'other country'
            -- Whose country is not told may be either, and must not draw the two together.
            when is_either_of_two and not has_same_affiliation and not has_same_title then 'namesakes in two countries'
            when actor_kind = 'person' and has_other_affiliation and has_other_title and not has_same_country then 'other office'
            when actor_kind = 'person' and has_other_walk and not has_same_affiliation and not has_same_country then 'other walk of life'
            when actor_kind = 'person' and is_single_word and not has_same_affiliation and not (has_same_title and has_same_country)
                then 'surname only'
        end as refused_reason,
        case
            when has_same_affiliation then 'same-name-and-affiliation'
            when has_same_title then 'same-name-and-title'
            when has_same_country then 'same-name-and-country'
            else 'same-name'
        end as merge_reason
    from features
)

select
    signature_id,
    anchor_rank,
    earlier_signature_id,
    actor_kind,
    name_key,
    has_same_affiliation,
    has_same_title,
    has_same_country,
    refused_reason is null as is_same,
    refused_reason,
    merge_reason,
    10
    + case when has_same_affiliation then 5 else 0 end
    + case when has_same_title then 3 else 0 end
    + case when has_same_country then 2 else 0 end as score
from judged
