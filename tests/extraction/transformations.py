"""Sentences that must give the same links: other names in the same places, passive, relative clause, aside, quotation.

A frame is a statement with slots: {A} and {B} are countries, {G} a group, {P} and {Q} persons, {S} a speaker.
Everything is written by hand and filled in, so that a transformation is exact English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gold_tables import Row

FILLINGS = (
    {"A": "Kenya", "B": "Uganda", "G": "Boko Haram", "P": "Daniel Okello", "Q": "Samuel Wanjiru", "S": "Grace Banda"},
    {"A": "Armenia", "B": "Azerbaijan", "G": "Hezbollah", "P": "Elena Petrova", "Q": "Levon Adamyan",
     "S": "Aram Petrosyan"},
    {"A": "Peru", "B": "Ecuador", "G": "Shining Path", "P": "Carlos Medina", "Q": "Julio Paredes", "S": "Lucía Torres"},
    {"A": "Malaysia", "B": "Indonesia", "G": "Abu Sayyaf", "P": "Maria Santos", "Q": "Budi Hartono", "S": "Siti Aziz"},
    {"A": "Norway", "B": "Denmark", "G": "Red Vanguard", "P": "Ingrid Solberg", "Q": "Lars Nilsen", "S": "Henrik Dahl"},
    {"A": "Chad", "B": "Libya", "G": "Islamic Jihad", "P": "Amina Saleh", "Q": "Idris Mahamat", "S": "Moussa Ali"},
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """One statement: who does it, the verb in the past, its participle, to whom, what follows, and its polarity."""

    source: str
    past: str
    participle: str
    target: str
    tail: str
    polarity: str

    @property
    def active(self) -> str:
        """The plain sentence, without its full stop."""
        return f"{{{self.source}}} {self.past} {{{self.target}}} {self.tail}"

    @property
    def passive(self) -> str:
        """The same with the target as subject."""
        return f"{{{self.target}}} was {self.participle} by {{{self.source}}} {self.tail}"

    @property
    def relative(self) -> str:
        """The same as a relative clause at the source, in a sentence that says nothing else of two actors."""
        pronoun = "who" if self.source == "P" else "which"
        end = "retired in the spring" if self.source == "P" else "chose new colours in the spring"
        return f"{{{self.source}}}, {pronoun} {self.past} {{{self.target}}} {self.tail}, {end}"

    @property
    def fronted(self) -> str:
        """The same behind a clause that says nothing of two actors."""
        return f"Although few had expected it, {self.active}"

    @property
    def parted(self) -> str:
        """The same with a phrase before the source and an aside behind it."""
        rest = f"{self.past} {{{self.target}}} {self.tail}"
        return f"In a move that surprised many, {{{self.source}}}, after weeks of hesitation, {rest}"

    @property
    def dashed(self) -> str:
        """The same with a clause before the source and an aside between dashes behind it."""
        rest = f"{self.past} {{{self.target}}} {self.tail}"
        return f"While prices rose in the north, {{{self.source}}} – once admired by all – {rest}"

    @property
    def quoted(self) -> str:
        """The same in somebody's mouth, word for word."""
        return f"“{self.active},” said {{S}}"

    @property
    def reported(self) -> str:
        """The same put down to that somebody."""
        return f"According to {{S}}, {self.active}"


def _frames(lines: str) -> tuple[Frame, ...]:
    return tuple(Frame(*(cell.strip() for cell in line.split("|"))) for line in lines.strip().splitlines())


FRAMES = _frames("""
A | invaded | invaded | B | in the spring of 1997 | hostile
A | attacked | attacked | B | without any warning | hostile
A | occupied | occupied | B | for eleven months | hostile
A | blockaded | blockaded | B | during the harvest | hostile
A | defeated | defeated | B | in the war of 1984 | hostile
A | threatened | threatened | B | over the water of the lake | hostile
A | warned | warned | B | on Monday | hostile
A | criticised | criticised | B | for the delay | hostile
A | condemned | condemned | B | in a letter | hostile
A | sued | sued | B | over the fishing grounds | hostile
A | snubbed | snubbed | B | at the last minute | hostile
A | urged | urged | B | to hold elections | neutral
A | praised | praised | B | for its patience | cooperative
A | thanked | thanked | B | on Tuesday | cooperative
A | recognised | recognised | B | in 1961 | cooperative
A | supported | supported | B | throughout the crisis | cooperative
A | helped | helped | B | after the flood | cooperative
A | armed | armed | G | for years | cooperative
A | financed | financed | G | in secret | cooperative
A | banned | banned | G | in September | hostile
A | outlawed | outlawed | G | after the riots | hostile
A | denounced | denounced | G | in a statement | hostile
A | blacklisted | blacklisted | G | last year | hostile
A | bombed | bombed | G | near the border | hostile
G | attacked | attacked | A | on the eve of the vote | hostile
G | assassinated | assassinated | P | outside a cinema | hostile
G | kidnapped | kidnapped | P | on the road to the airport | hostile
G | released | released | P | after six weeks | cooperative
A | arrested | arrested | P | at the border | hostile
A | jailed | jailed | P | for nine years | hostile
A | deported | deported | P | on Friday | hostile
A | pardoned | pardoned | P | on Sunday | cooperative
A | hosted | hosted | P | for a week | cooperative
A | welcomed | welcomed | P | with music | cooperative
P | accused | accused | Q | of cheating | hostile
P | insulted | insulted | Q | on television | hostile
P | defended | defended | Q | in court | cooperative
P | endorsed | endorsed | Q | before the primary | cooperative
P | blamed | blamed | Q | for the defeat | hostile
P | visited | visited | Q | in hospital | cooperative
""")


WORDINGS: dict[str, Callable[[Frame], str]] = {
    "active": lambda frame: frame.active,
    "passive": lambda frame: frame.passive,
    "relative": lambda frame: frame.relative,
    "fronted": lambda frame: frame.fronted,
    "parted": lambda frame: frame.parted,
    "dashed": lambda frame: frame.dashed,
    "quoted": lambda frame: frame.quoted,
    "reported": lambda frame: frame.reported,
}


def rows(frames: Iterable[Frame], wording: Callable[[Frame], str]) -> list[Row]:
    """The frames in one wording with every filling, as documents with the link that each must give."""
    return [
        {
            "id": f"frame-{number:02d}-{filling}",
            "filling": filling,
            "text": wording(frame).format(**names) + ".",
            "links": [_link(frame, names, wording(frame))],
        }
        for number, frame in enumerate(frames)
        for filling, names in enumerate(FILLINGS)
    ]


def _link(frame: Frame, names: dict[str, str], text: str) -> Row:
    return {
        "source": names[frame.source],
        "target": names[frame.target],
        "predicate": frame.past,
        "polarity": frame.polarity,
        "factuality": "asserted",
        "attributed_to": names["S"] if "{S}" in text else None,
    }


# Country, adjective, capital. Two rings, so that "a Peruvian" never becomes "a Armenian".
CONSONANTS = (
    ("Kenya", "Kenyan", "Nairobi"), ("Peru", "Peruvian", "Lima"), ("Norway", "Norwegian", "Oslo"),
    ("Ghana", "Ghanaian", "Accra"), ("Bolivia", "Bolivian", "La Paz"), ("Hungary", "Hungarian", "Budapest"),
    ("Zambia", "Zambian", "Lusaka"), ("Chile", "Chilean", "Santiago"), ("Romania", "Romanian", "Bucharest"),
    ("Tanzania", "Tanzanian", "Dodoma"), ("Colombia", "Colombian", "Bogotá"), ("Bulgaria", "Bulgarian", "Sofia"),
    ("Senegal", "Senegalese", "Dakar"), ("Paraguay", "Paraguayan", "Asunción"), ("Slovenia", "Slovenian", "Ljubljana"),
    ("Mali", "Malian", "Bamako"), ("Brazil", "Brazilian", "Brasília"), ("Croatia", "Croatian", "Zagreb"),
    ("Rwanda", "Rwandan", "Kigali"), ("Cuba", "Cuban", "Havana"), ("Sweden", "Swedish", "Stockholm"),
    ("Libya", "Libyan", "Tripoli"), ("Vietnam", "Vietnamese", "Hanoi"), ("Portugal", "Portuguese", "Lisbon"),
)  # fmt: skip
VOWELS = (
    ("Egypt", "Egyptian", "Cairo"), ("Albania", "Albanian", "Tirana"), ("Iraq", "Iraqi", "Baghdad"),
    ("Ethiopia", "Ethiopian", "Addis Ababa"), ("Estonia", "Estonian", "Tallinn"),
    ("Argentina", "Argentine", "Buenos Aires"), ("Eritrea", "Eritrean", "Asmara"), ("Austria", "Austrian", "Vienna"),
    ("Oman", "Omani", "Muscat"),
    ("Algeria", "Algerian", "Algiers"), ("Iceland", "Icelandic", "Reykjavik"), ("Ecuador", "Ecuadorian", "Quito"),
    ("Angola", "Angolan", "Luanda"), ("Italy", "Italian", "Rome"), ("Australia", "Australian", "Canberra"),
)  # fmt: skip


def renamed(documents: Iterable[Row], step: int) -> list[Row]:
    """The documents of a table with every country replaced by the one `step` places on in its ring."""
    names = _replacements(step)
    pattern = re.compile(r"\b(" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")

    def swap(value: object) -> object:
        if isinstance(value, list):
            return [swap(item) for item in value]
        return pattern.sub(lambda found: names[found[0]], value) if isinstance(value, str) else value

    return [
        {
            **row,
            "text": swap(row["text"]),
            "links": [
                link | {end: swap(link[end]) for end in ("source", "target", "attributed_to")} for link in row["links"]
            ],
        }
        for row in documents
    ]


def _replacements(step: int) -> dict[str, str]:
    pairs = [
        (ring[place], ring[(place + step) % len(ring)]) for ring in (CONSONANTS, VOWELS) for place in range(len(ring))
    ]
    return {old: new for before, after in pairs for old, new in zip(before, after, strict=True)}
