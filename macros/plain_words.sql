{# The words of a text in lower case, one blank between them, nothing else: for comparing wordings across outlets. #}
{% macro plain_words(text) -%}{{ return(adapter.dispatch("plain_words", "dossier")(text)) }}{%- endmacro %}
{% macro default__plain_words(text) -%}
    trim(regexp_replace(lower(replace({{ text }}, '’', '''')), '[^\p{L}\p{N}'']+', ' ', 'g'))
{%- endmacro %}
{% macro spark__plain_words(text) -%}
    trim(regexp_replace(lower(replace({{ text }}, '’', '\'')), '[^\\p{L}\\p{N}\']+', ' '))
{%- endmacro %}

{# The first `word_count` words of a text made of words and single blanks; '' where it has fewer. #}
{% macro first_words(words, word_count) -%}{{ return(adapter.dispatch("first_words", "dossier")(words, word_count)) }}{%- endmacro %}
{% macro default__first_words(words, word_count) -%}
    regexp_extract({{ words }}, '^(\S+ ){% raw %}{{% endraw %}{{ word_count - 1 }}{% raw %}}{% endraw %}\S+')
{%- endmacro %}
{% macro spark__first_words(words, word_count) -%}
    regexp_extract({{ words }}, '^(\\S+ ){% raw %}{{% endraw %}{{ word_count - 1 }}{% raw %}}{% endraw %}\\S+', 0)
{%- endmacro %}

{# The last word of a text: of a person's name mostly the surname. #}
{% macro last_word(text) -%}{{ return(adapter.dispatch("last_word", "dossier")(text)) }}{%- endmacro %}
{% macro default__last_word(text) -%}
    regexp_extract({{ text }}, '\S+$')
{%- endmacro %}
{% macro spark__last_word(text) -%}
    regexp_extract({{ text }}, '\\S+$', 0)
{%- endmacro %}
