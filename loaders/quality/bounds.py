"""What the gates expect, each bound with its reason. A hard bound stops the publication, a soft one warns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bound:
    """A metric and the interval it must lie in; NULL is not judged (too little data to tell)."""

    gate: str  # landing, marts
    table: str
    metric: str
    expectation: str
    minimum: float | None
    maximum: float | None
    severity: str  # hard, soft
    reason: str

    @property
    def column(self) -> str:
        """Its column in the frame of metrics."""
        return f"{self.table}.{self.metric}"

    @property
    def allowed(self) -> str:
        """The interval in words."""
        if self.minimum is not None and self.maximum is not None:
            return f"{self.minimum:g}" if self.minimum == self.maximum else f"{self.minimum:g} to {self.maximum:g}"
        return f"at least {self.minimum:g}" if self.minimum is not None else f"at most {self.maximum:g}"


@dataclass(frozen=True)
class Violations:
    """A query in ``sql/violations/`` whose rows are faults; its metric is how many there are."""

    gate: str
    table: str
    name: str
    expectation: str
    severity: str
    reason: str
    needs_previous: bool = False  # compares with the database published last

    @property
    def bound(self) -> Bound:
        """None may be there."""
        return Bound(self.gate, self.table, self.name, self.expectation, 0, 0, self.severity, self.reason)


VIOLATIONS = (
    Violations(
        "landing",
        "mentions",
        "read_offsets",
        "offsets of mentions give their printed words",
        "hard",
        "every row of every answer is shown in its text; a reader that miscounts shows the wrong words",
    ),
    Violations(
        "landing",
        "articles",
        "articles_without_main",
        "every document has a main article",
        "hard",
        "counts look at main articles, so a document without one would count for nothing",
    ),
    Violations(
        "landing",
        "article_parts",
        "part_offsets",
        "parts lie inside the text and do not overlap",
        "hard",
        "parts decide what counts as news; one that points elsewhere gives its article somebody else's words",
    ),
    Violations(
        "marts",
        "evidence",
        "evidence_offsets",
        "offsets of evidence give exactly its words",
        "hard",
        "the contract promises it without exception",
    ),
    Violations(
        "marts",
        "all tables",
        "repeated_ids",
        "ids are there once",
        "hard",
        "the published tables have primary keys; a repeated id cannot be stored and doubles every join",
    ),
    Violations(
        "marts",
        "all facts",
        "facts_without_evidence",
        "every fact has its words, and all words their fact",
        "hard",
        "what nobody printed has been made up by a join; printed words without their fact are lost",
    ),
    Violations(
        "marts",
        "reports",
        "facts_from_boilerplate",
        "no fact is read from menus and footers",
        "hard",
        "words around an article are not news; a fact from them repeats on every page of the site",
    ),
    Violations(
        "marts",
        "events, figures, actors",
        "inconsistent_counts",
        "counts are what can be counted in reports, mentions and statements",
        "hard",
        "users sort by these counts; a difference of one means a join that multiplies or loses rows",
    ),
    Violations(
        "marts",
        "dated tables",
        "dates_out_of_reason",
        "days are in order and before 2300",
        "hard",
        "an interval that ends before it begins, or a year far ahead of what news tells of, is a misread number",
    ),
    Violations(
        "marts",
        "events",
        "events_after_publication",
        "nothing occurred after it was reported",
        "soft",
        "a page may be published later than it says, so a week is allowed; then a date was misread",
    ),
    Violations(
        "marts",
        "figures",
        "values_out_of_range",
        "values are within the limits of their measure",
        "soft",
        "limits are physical or logical (seeds/reference/measure_ranges.csv); sources misprint",
    ),
    Violations(
        "marts",
        "figures",
        "values_that_are_no_numbers",
        "values are numbers, and ranges go upwards",
        "hard",
        "no source prints such a value: it is a fault of arithmetic here, and it spoils every sum it is in",
    ),
    Violations(
        "marts",
        "documents",
        "lost_documents",
        "no document published last has gone unasked",
        "hard",
        "it must have a newer version or have been forgotten, else its facts vanish in silence: land it again",
        needs_previous=True,
    ),
    Violations(
        "marts",
        "figures",
        "unknown_measures",
        "every figure has a unit and a known measure",
        "hard",
        "the list is closed by contract, and a value without a unit says nothing",
    ),
)

BOUNDS = (
    Bound("landing", "documents", "document_count", "there are documents", 1, None, "hard",
          "without a document there is nothing to publish; the last version is better than an empty one"),
    Bound("landing", "documents", "unread_count", "every document that is to be read is read", 0, 0, "hard",
          "an unread document would vanish from the answers without a word"),
    Bound("landing", "documents", "rejected_share", "few records of a load are set aside", None, 0.2, "soft",
          "folders hold the odd picture or draft; a fifth and more points to a broken export"),
    Bound("landing", "documents", "load_volume", "a load is as large as earlier ones of its place", 0.5, 5, "soft",
          "half of the files is more often a failed copy than a clean-up; five times as many are a dump"),
    Bound("landing", "documents", "load_growth", "a load is not far larger than any before it", None, 50, "hard",
          "fifty times the largest before is a wrong folder or a dump; if it is meant, build again"),
    Bound("landing", "feeds", "least_volume", "every feed brings about as many records as usual", 0.5, None, "soft",
          "a feed lists as many entries each time; half of them is a changed page or a feed that dies"),
    Bound("landing", "feeds", "most_volume", "no feed brings far more records than usual", None, 5, "soft",
          "a feed that lists five times as many entries as ever has become another one"),
    Bound("landing", "feeds", "most_volume", "no feed floods the warehouse", None, 50, "hard",
          "fifty times its longest answer is an archive; if it is meant, declare it as another feed"),
    Bound("landing", "documents", "damaged_share", "few documents have broken encodings", None, 0.05, "soft",
          "one page in twenty is found damaged in crawls; more points to a converter upstream"),
    Bound("landing", "documents", "replaced_char_share", "few characters were lost in decoding", None, 0.001, "soft",
          "one in a thousand is a stray byte; words stay readable"),
    Bound("landing", "documents", "replaced_char_share", "text was decoded", None, 0.05, "hard",
          "beyond one in twenty the encoding was wrong, and names and numbers are"),
    Bound("landing", "documents", "foreign_share", "most documents are in English", None, 0.5, "soft",
          "of other languages only articles and parts are told; a feed that is mostly foreign belongs elsewhere"),
    Bound("landing", "documents", "unknown_language_share", "the language of documents can be told", None, 0.2, "soft",
          "only lists and very short notes leave it open; more points to text that is not running words"),
    Bound("landing", "reading_failures", "failed_share", "readers do not fail", None, 0.0, "soft",
          "each failure loses one kind of mention of one article: worth a look, not a stop"),
    Bound("landing", "reading_failures", "failed_share", "readers fail on few documents", None, 0.2, "hard",
          "a reader that fails on every fifth document is broken, and what it lost would look like silence"),
    Bound("landing", "article_parts", "covered_share", "parts cover the text", 0.9, 1.0001, "hard",
          "blank lines between parts are the only gaps there may be, about 2% of news text; more is text nobody read"),
    Bound("landing", "article_parts", "article_share", "much of the text is main articles", 0.1, None, "soft",
          "pages with long menus and related stories keep a third and more for the article; a tenth is a failed cut"),
    Bound("landing", "article_parts", "article_share", "some of the text is main articles", 0.001, None, "hard",
          "without any article nothing is read as news, and the answers would be empty"),
    *(
        Bound("landing", table, "rows_of_many_words", "long text has such mentions at all", 1, None, "hard",
              "no 20,000 words of English prose are without a name or a time: the reader is broken")
        for table in ("actor_mentions", "time_expressions")
    ),
    Bound("landing", "actor_mentions", "per_thousand_words", "actors are as frequent as in news", 10, 250, "soft",
          "news names 40 to 120 actors in a thousand words; outside the bounds the language or the reader is wrong"),
    Bound("landing", "time_expressions", "per_thousand_words", "times are as frequent as in news", 1, 80, "soft",
          "news has 8 to 25 time expressions in a thousand words"),
    Bound("landing", "figure_reports", "per_thousand_words", "figures are as frequent as in news", 0.2, 150, "soft",
          "from features with one number a page to tables of results"),
    Bound("landing", "statements", "per_thousand_words", "statements are as frequent as in news", 0.2, 60, "soft",
          "releases quote little, interviews in every sentence; a sentence has about 20 words"),
    Bound("landing", "event_reports", "per_thousand_words", "events are as frequent as in news", 0.2, 80, "soft",
          "a sentence seldom tells of more than one event"),
    Bound("marts", "documents", "published_share", "every current document is in the marts", 1, 1, "hard",
          "a document that a model loses takes all its facts along"),
    Bound("marts", "documents", "replaced_share", "few documents have a new version", None, 0.5, "soft",
          "where every second page changed at once, it was the site's layout or its export, not the news"),
    Bound("marts", "events", "dated_share", "many events are dated", 0.2, None, "soft",
          "undated pages leave events undated; below a fifth the publication dates were not found"),
    Bound("marts", "figures", "measured_share", "most figures have a measure", 0.3, None, "soft",
          "'other' is honest but useless for comparison"),
    Bound("marts", "statements", "attributed_share", "most statements have a speaker who is known", 0.3, None, "soft",
          "unnamed officials are common; more than two in three are not"),
    Bound("marts", "actors", "typed_share", "every actor has a type", 1, 1, "hard",
          "the contract lists the types; an actor without one is in no answer by type"),
    *(
        bound
        for table in ("actors", "events", "figures", "statements")
        for bound in (
            Bound("marts", table, "kept_id_share", "ids published last are still there", 0.8, None, "soft",
                  "a better reader changes some ids (id_history leads on); a fifth at once deserves a look"),
            Bound("marts", table, "size_against_last", "the table is about as large as last time", 0.7, 1.5, "soft",
                  "with all documents still there, sizes change with readers and rules only"),
            Bound("marts", table, "size_against_last", "the table has not collapsed", 0.2, None, "hard",
                  "with all documents still there, four rows in five do not vanish by an improvement"),
        )
    ),
)  # fmt: skip


def bounds_of(gate: str) -> tuple[Bound, ...]:
    """All bounds of a gate."""
    everything = (*(violations.bound for violations in VIOLATIONS), *BOUNDS)
    return tuple(bound for bound in everything if bound.gate == gate)
