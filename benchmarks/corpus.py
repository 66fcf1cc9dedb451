"""How much news is there to read? Makes as many articles as asked for, the same ones every time.

python -m benchmarks.corpus 10000 corpus.jsonl [--short]

Articles are put together from clauses about invented dealings between countries, bodies and persons;
lengths, actors and tenses vary, so that no two are copies of one story. Most persons have a
family name that nobody had before, as in real news, where the words never run out: about one word in
a hundred is new. They measure speed and memory, not what is read out of them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator

_STATES = ("Sudan", "Chad", "Egypt", "Kenya", "Ethiopia", "Eritrea", "Armenia", "Azerbaijan", "Turkey", "Serbia",
           "Colombia", "Venezuela", "Brazil", "Peru", "Japan", "Indonesia", "Vietnam", "Thailand", "Nepal", "India",
           "Morocco", "Algeria", "Mali", "Niger", "Poland", "Hungary", "Kosovo", "Greece", "Cyprus")  # fmt: skip
_BODIES = ("the African Union", "the United Nations", "the European Union", "the World Bank", "the Arab League",
           "Amnesty International", "the Rapid Support Forces", "the National Liberation Army")  # fmt: skip
_FIRST = ("Amina", "Idris", "Tomas", "Leila", "Marta", "Jonas", "Nadia", "Pavel", "Rosa", "Hiro", "Samuel", "Anja",
          "Omar", "Ines", "Viktor", "Tigran", "Elif", "Carlos", "Mei", "Arjun")  # fmt: skip
_LAST = ("Osman", "Deby", "Varga", "Haddad", "Kovacs", "Lindt", "Petrosyan", "Aliyeva", "Moreno", "Sato", "Okello",
         "Bianchi", "Yilmaz", "Novak", "Castro", "Thapa", "Diallo", "Berger", "Nkosi", "Rahman")  # fmt: skip
_OFFICES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "General")
_CLAUSES = (
    "{a} accused {b} of arming rebels along their common border", "{a} signed a trade agreement with {b}",
    "{a} imposed new sanctions on {b}", "{a} and {b} agreed to reopen their embassies",
    "{a} condemned the attack on {b}", "{a} sent food and medicine to {b}", "{a} expelled two diplomats of {b}",
    "{a} warned {b} that its patience was at an end", "{a} praised the role of {b} in the negotiations",
    "{a} recalled its ambassador from {b}", "the army of {a} shelled a town held by {b}",
    "{a} has long supported {b} against its rivals", "{a} refused to meet envoys of {b}",
    "{a} asked {b} to release the detained journalists", "{a} may withdraw its troops from {b}",
    "{a} was criticized by {b} for closing the crossing", "{a} promised to rebuild the port that {b} destroyed",
)  # fmt: skip
_OPENINGS = ("On Monday,", "Last week,", "In a statement,", "According to {p},", "Earlier this year,", "", "", "")
_CLOSINGS = (", {p} said", ", officials said", " after talks in the capital", " despite protests", "", "", "")
_FILLERS = (
    "The harvest failed for the second year in a row, and prices in the markets have doubled since.",
    "Roads in the north remain closed after the rains, which have driven thousands out of their homes.",
    "Few people in the old quarter remember how the dispute began, or what it was about.",
    "The currency lost a tenth of its worth within days, while shops sold out of rice and oil.",
)  # fmt: skip


_SYLLABLES = ("ba", "cor", "de", "fil", "gan", "hol", "ich", "ju", "kem", "lar", "mo", "nas", "ov", "pet", "qui", "ras",
              "sen", "tor", "ul", "vin", "wer", "xa", "yor", "zem")  # fmt: skip
_SHORT = 30  # words that a short article has at least


def articles(number: int, *, short: bool = False, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many articles as rows of JSONL, the same for the same arguments.

    Of about 330 words each, 100 at least and 650 at most; short ones are a paragraph of 30 to 60.
    """
    chance = random.Random(seed)
    for count in range(number):
        date = f"20{chance.randint(15, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        paragraphs = [_brief(chance)] if short else [
            " ".join(_sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(chance.randint(4, 10))
        ]  # fmt: skip
        yield {"id": f"article-{count:06}", "title": f"Report {count}", "publisher": f"Paper {count % 7}",
               "date": date, "text": "\n\n".join(paragraphs)}  # fmt: skip


def _brief(chance: random.Random) -> str:
    text = _sentence(chance)
    while text.count(" ") + 1 < _SHORT:
        text += " " + _sentence(chance)
    return text


def _sentence(chance: random.Random) -> str:
    if chance.random() < 0.15:
        return chance.choice(_FILLERS)
    clause = chance.choice(_CLAUSES).format(a=_actor(chance), b=_actor(chance))
    opening = chance.choice(_OPENINGS).format(p=_person(chance))
    closing = chance.choice(_CLOSINGS).format(p=_person(chance))
    text = f"{opening} {clause}{closing}.".strip()
    return text[0].upper() + text[1:]


def _actor(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(_STATES)
    return chance.choice(_BODIES) if kind < 0.8 else _person(chance)


def _person(chance: random.Random) -> str:
    family = chance.choice(_LAST) if chance.random() < 0.3 else _new_name(chance)
    name = f"{chance.choice(_FIRST)} {family}"
    return f"{chance.choice(_OFFICES)} {name}" if chance.random() < 0.3 else name


def _new_name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(4)).capitalize()


def main() -> None:
    """Write the articles to a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("path")
    parser.add_argument("--short", action="store_true", help="One paragraph each.")
    given = parser.parse_args()
    with open(given.path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in articles(given.number, short=given.short))


if __name__ == "__main__":
    main()
