"""Who is what in what: offices, memberships, the bodies of a country, kin."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graph.extraction.annotations import COUNTRIES_INSIDE, ActorEntry, ActorMention
from graph.extraction.offices.affiliations import affiliations
from graph.extraction.offices.belonging import belonging
from graph.extraction.offices.kinship import kinship
from graph.extraction.offices.offices import offices
from graph.extraction.offices.role_nouns import role_nouns
from graph.extraction.offices.role_reading import Page, Role
from graph.extraction.offices.seats import seats
from graph.extraction.syntax.nationals import prefix_of_side
from graph.extraction.tokens import children, sentence_starts
from graph.extraction.wordlists import words

__all__ = ["Role", "roles"]

_STATE_BODIES = frozenset({"armed force", "government body"})


def roles(doc: Doc) -> Iterator[Role]:
    """The roles that a document states, in order of the words; each pair once a sentence.

    Parameters
    ----------
    doc : Doc
        With `doc._.actor_mentions` and `doc._.actors`; resolved pronouns (`doc._.references`) are used
        where they are there.

    Yields
    ------
    Role
        Its `rule` is the construction it was read from: title, apposition, copular, possessive, ...
    """
    page = Page(doc)
    seen: set[tuple[int, str, str]] = set()
    nouns = list(role_nouns(doc))
    found = [*offices(page), *affiliations(page), *bodies(page), *belonging(page, nouns), *kinship(page), *seats(page)]
    starts = sentence_starts(doc)
    for role in sorted(found, key=lambda r: (starts[r.noun_start], r.predicate == "member of", r.noun_start,
                                             r.source.start, r.target.start)):  # fmt: skip
        key = (starts[role.noun_start], role.source.actor, role.target.actor)
        beside = _is_stance(page, role.target) or _is_backer(page, role.target)
        if role.source.actor != role.target.actor and key not in seen and not beside:
            seen.add(key)
            # Who is only told of by an office is an actor from here on: "police spokesman Ana Lima".
            page.actors.setdefault(role.target.actor, ActorEntry(role.target.actor, "generic", None))
            yield role


def _is_stance(page: Page, mention: ActorMention) -> bool:
    """Whether a name says what somebody is for or against: "pro-Beijing councillor"; a camp's own name does not."""
    return page.kind(mention) != "party" and prefix_of_side(page.doc[mention.end - 1]) is not None


def _is_backer(page: Page, mention: ActorMention) -> bool:
    """Whether a name only says by whom something was done: a "Soviet-trained minister" is no Soviet minister."""
    doc, end = page.doc, mention.end
    hyphened = end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].tag_ == "VBN"
    return hyphened and doc[end + 1].lower_ not in words("backing", "holding")


def bodies(page: Page) -> Iterator[Role]:
    """The ministry, army or court of a country that its own name names."""
    for inner in page.doc.spans.get(COUNTRIES_INSIDE, ()):
        for mention in page.mentions:
            covers = mention.start <= inner.start and inner.end <= mention.end
            if covers and page.kind(mention) != "generic" and page.actors[mention.actor].country == inner.label_:
                target = ActorMention(inner.start, inner.end, inner.root.i, inner.label_, "demonym", True)
                # In "US military ships" both words hang on the ships.
                at = mention.end - 1 if inner.start <= mention.head < inner.end else mention.head
                noun = page.doc[at].lemma_.lower()
                yield Role(mention, target, at, at + 1, f"{noun} of", "body of a country")
    yield from _bodies_by_pronoun(page)


def _bodies_by_pronoun(page: Page) -> Iterator[Role]:
    """The body of a country that a pronoun means: "Chad, whose foreign ministry", "Chad said its navy"."""
    for i, names in (page.doc._.references or {}).items():
        noun = page.doc[i]
        entry = page.actors.get(names[0])
        if noun.tag_ != "NN" or len(names) > 1 or entry is None or entry.kind not in _STATE_BODIES:
            continue
        owners = [o for c in children(noun) if c.tag_ in ("PRP$", "WP$") and (o := page.who(c)) is not None]
        if owners and owners[0].actor == entry.country:
            source = ActorMention(i, i + 1, i, names[0], "pronoun")
            yield Role(source, owners[0], i, i + 1, f"{noun.lemma_} of", "body of a country")
