"""Which subjects does the parser hang elsewhere: two that a headline lists, a name behind an adverbial, the reader?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.syntax.phrases import begins_clause
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def listed_subjects(subject: Token, verb: Token) -> list[Token]:
    """The two subjects that a headline lists with a comma: "Chad, Niger sign pact", "Lima, Costa meet"."""
    if subject.pos_ != "PROPN" or verb.tag_ not in ("VBP", "VBD", "VB"):
        return []
    for other in (*children(subject), *children(verb)):
        apart = {("appos", True), ("npadvmod", False)}
        if other.pos_ != "PROPN" or (other.dep_, other.head == subject) not in apart:
            continue
        first, second = sorted((subject, other))
        kinds = {first.ent_type_, second.ent_type_}
        if kinds == {"PERSON"} or (verb.tag_ != "VBD" and kinds <= {"GPE", "NORP", "ORG"}):
            comma = second.left_edge.i - 1
            if first.left_edge.i == verb.sent.start and comma == first.i + 1 and verb.doc[comma].text == ",":
                return [first, second] if _ends_before(second, verb) else []
    return []


def misplaced_subject(verb: Token) -> Token | None:
    """A name right before a finite verb without a subject, where the parser has hung it elsewhere.

    "At a meeting with Ali, Chad agreed" makes Chad an apposition of Ali; a short quotation that begins
    with a country makes it an adverbial.
    """
    if verb.tag_ == "NN" and verb.dep_ == "ccomp" and any(c.lower_ == "that" for c in children(verb)):
        before = [c for c in children(verb) if c.dep_ == "compound" and c.pos_ == "PROPN"]
        return before[-1] if before else None  # "demanded that Ana Lima | resign", taken for a noun
    if verb.tag_ == "VBG":
        return turned_round(verb)
    if verb.dep_ == "conj":
        listed = [t for t in verb.doc[verb.head.i : verb.i] if t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN")]
        return next((t for t in listed if begins_clause(t) == verb), None)
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "ccomp"):
        return None
    first = next(verb.lefts, None)
    for child in children(verb):
        if child.i > verb.i:
            break
        if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.ent_type_ not in ("DATE", "TIME"):
            return child
        if child.dep_ == "prep" and (child == first or child.lower_ == "according"):
            if (office := _behind_place(child)) is not None:
                return office
            named = [t for t in child.subtree if t.dep_ == "appos" and t.pos_ in ("PROPN", "NOUN") and t.i < verb.i]
            if named and (child.lower_ == "according" or _ends_before(named[-1], verb)):
                return named[-1]
        if child == first and child.dep_ in ("advcl", "prep") and (name := _behind_comma(child, verb)) is not None:
            return name
    return None


def _behind_comma(phrase: Token, verb: Token) -> Token | None:
    """The name between the comma that ends a phrase and the verb: "while Mali fought Togo, | Chad armed Niger"."""
    last = verb.i - 1
    while last > 0 and verb.doc[last].dep_ in ("aux", "auxpass", "neg", "advmod"):
        last -= 1
    start = last
    while start > 0 and verb.doc[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    name = verb.doc[last]
    apart = name.tag_ in ("NNP", "NNPS") and start > phrase.i + 1 and verb.doc[start - 1].text == ","
    return name if apart and phrase.is_ancestor(name) else None


def described_so(noun: Token) -> Token | None:
    """The name beside a description that the parser makes the subject: "Ana Lima, long | a rival of Chad |, has fled".

    Parameters
    ----------
    noun : Token
        "Once | an ally of Chad |, Ana Lima leads the opposition".
    """
    if noun.dep_ not in _SUBJECTS or not any(c.lower_ in ("a", "an") for c in children(noun)):
        return None
    once = [c for c in children(noun) if c.dep_ == "advmod" and c.i < noun.i]
    once += [c for c in children(noun.head) if c.dep_ == "advmod" and c.i == noun.left_edge.i - 1]
    adverb = next((c for c in once if c.lower_ in words("control", "ever")), None)
    if adverb is None:
        return None
    doc, first = noun.doc, min(adverb.i, noun.left_edge.i)
    if first > 1 and doc[first - 1].text == "," and doc[first - 2].pos_ == "PROPN":
        return doc[first - 2]
    last = noun.right_edge
    named = last.dep_ == "appos" and last.pos_ == "PROPN" and doc[last.left_edge.i - 1].text == ","
    return last if named else None


def turned_round(verb: Token) -> Token | None:
    """Whom a participle at the start of a sentence tells of: "voting against it was | Chad", "shot was | Ali"."""
    before = (c for c in children(verb) if c.i < verb.i)
    if verb.tag_ not in ("VBG", "VBN") or any(c.dep_ not in ("advmod", "auxpass") for c in before):
        return None
    own = [c for c in children(verb) if c.lemma_ == "be" and c.dep_ in ("aux", "auxpass")]
    copulas = own or ([verb.head] if verb.dep_ == "csubj" and verb.head.lemma_ == "be" else [])
    told = [c for be in copulas for c in children(be) if c.dep_ in ("attr", "nsubj") and c.i > be.i > verb.i]
    return told[0] if told else None


def _behind_place(preposition: Token) -> Token | None:
    """Somebody whom the parser makes an apposition of a place: "in Lima, Chile's sports minister, Ana Soto, | said"."""
    places = [c for c in children(preposition) if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    beside = [c for t in places for c in children(t) if c.dep_ == "appos"] if preposition.lower_ == "in" else []
    people = [c for c in beside if c.pos_ == "NOUN" and (c.lemma_.lower(),) in role_sections()]
    named = people and any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in children(people[0]))
    return people[0] if named else None


def told_of_before(verb: Token) -> tuple[Token, Token] | None:
    """Whom somebody says to have done it, and the verb of saying, where a comma parts the two.

    In "blamed the army, whose men, he said, had killed two" the parser gives the men to "said", the killing to nobody.
    """
    if verb.dep_ not in ("conj", "ccomp", "advcl") or any(c.dep_ in _SUBJECTS for c in children(verb)):
        return None
    before = verb.left_edge.i - 1
    while before > 0 and verb.doc[before].is_punct:
        before -= 1
    said = next((t for t in verb.doc[max(before, 0)].ancestors if t.dep_ == "relcl"), verb.doc[max(before, 0)])
    parted = 0 < before < verb.left_edge.i - 1
    if not parted or said.dep_ != "relcl" or said.right_edge.i != before or not verb.head.is_ancestor(said):
        return None
    fronted = [c for c in children(said) if c.dep_ == "dobj" and any(t.tag_ == "WP$" for t in children(c))]
    told = [c for c in fronted if any(s.dep_ == "nsubj" and s.i > c.i for s in children(said))]
    return (told[0], said) if told else None


def told_of_object(participle: Token) -> list[Token]:
    """The noun right before a participle between two commas that the parser gives to the subject of the sentence.

    "Norway appealed to Chad, long suspected of arming rebels, for help": Chad is suspected.
    """
    doc, first = participle.doc, participle.left_edge.i
    if participle.dep_ != "advcl" or participle.tag_ != "VBN" or first < 2 or doc[first - 1].text != ",":
        return []
    closed = any(t.text == "," for t in doc[participle.i : participle.sent.end])
    noun = doc[first - 2]
    marked = any(c.dep_ == "mark" for c in children(participle))
    named = noun.pos_ in ("NOUN", "PROPN") and noun.i > participle.head.i
    return [noun] if closed and named and not marked else []


def said_aside(verb: Token) -> Token | None:
    """What a bare "X says" between two commas stands in: "she thanked him, | friends say |, by leaving"."""
    above = verb.head
    beside = verb.dep_ in ("conj", "parataxis") and above.pos_ == "VERB" and verb.lemma_ in cues("attribution")["verb"]
    if not beside or any(c.dep_ == "cc" and above.i < c.i < verb.i for c in children(above)):
        return None
    own = [c for c in children(verb) if c.dep_ in _SUBJECTS]
    told = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in children(verb))
    first = own[0].left_edge.i - 1 if own else 0
    return above if own and not told and verb.doc[first].text in (",", "-", "–", "—") else None


def charge_above(deed: Token) -> Token | None:
    """The "of" by which somebody is charged with a deed that the parser hangs elsewhere.

    In "accused Chad of arming rebels and killing monks" the rebels are no "arming rebels", and Chad killed monks.
    """
    if deed.tag_ != "VBG":
        return None
    noun = deed.head.head if deed.head.dep_ == "compound" else deed.head  # "bullying | lawmaker Ana Lima"
    named = deed.dep_ == "compound" and noun.pos_ == "PROPN"  # "charged with hacking Visa and Mastercard"
    if (deed.dep_ == "amod" or named) and noun.dep_ == "pobj" and deed.i == noun.left_edge.i == noun.head.i + 1:
        return noun.head if _is_charge(noun.head) else None
    if deed.dep_ != "conj" or noun.tag_ == "VBG" or any(c.dep_ in ("aux", "nsubj") for c in children(deed)):
        return None
    return next((c for c in children(noun) if c.dep_ == "prep" and c.i < deed.i and _is_charge(c)), None)


def _is_charge(preposition: Token) -> bool:
    verb = preposition.head
    charged = verb.dep_ == "acl" or any(c.dep_ in ("dobj", "nsubjpass") for c in children(verb))
    return charged and preposition.lower_ in ("of", "for", "with") and verb.lemma_ in words("control", "judging")


def joined_higher(verb: Token) -> Token | None:
    """The verb that a later one goes on from by its form, where the parser joins it to an infinitive or a gerund below.

    "The bill allows police to search homes and requires schools to report": the bill requires.
    """
    lower = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBZ", "VBD", "VBG"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in children(verb)):
        return None
    infinitive = lower.tag_ == "VB" and any(c.tag_ == "TO" for c in children(lower))
    past = lower.tag_ == "VBD" and verb.tag_ == "VBZ" and lower.dep_ == "relcl"  # "reveals what it did and exposes"
    # "stormed a hall in which the papers were kept and | beat two guards"
    kept = lower.tag_ == "VBN" and verb.tag_ == "VBD" and lower.dep_ == "relcl"
    kept &= any(c.dep_ == "auxpass" for c in children(lower)) and any(c.dep_ == "dobj" for c in children(verb))
    # "criticised the city for spending so much and | called on the mayor"
    gerund = lower.tag_ == "VBG" and lower.dep_ == "pcomp" and verb.tag_ != "VBG"
    gerund &= not any(c.dep_ == "aux" for c in children(lower))
    if not (infinitive or past or kept or gerund):
        return None
    above = (t for t in lower.ancestors if t.pos_ == "VERB")
    return next((t for t in above if t.tag_ == verb.tag_), None)


def is_bidden(verb: Token) -> bool:
    """Whether the reader is to do it: "pandas are cute, but spare a thought for"."""
    above = verb.head
    finite = above.lemma_ == "be" and above.tag_ in ("VBP", "VBZ", "VBD")
    return verb.dep_ == "conj" and verb.tag_ == "VB" and finite and not any(c.tag_ == "MD" for c in children(above))


def _ends_before(name: Token, verb: Token) -> bool:
    """Whether only auxiliaries and adverbs stand between a name and its verb: no comma closes an apposition."""
    return all(t.head == verb and not t.is_punct for t in name.doc[name.right_edge.i + 1 : verb.i])
