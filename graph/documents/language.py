"""Is a text English? Asked by the words every sentence needs, since libraries fail on short texts.

A text is refused on evidence only: another script, or more of another language's function words
than of ours. A headline of three names passes.
"""

from __future__ import annotations

import re

# The commonest function words of each language.
_WORDS = {
    "English": "the of and to in is was for that on with as by at from it be are were has have had not this which will "
    "said its his her their they he she who but been would after about more than into over against an or when before "
    "told says between if there where what while could should may can also no",
    "French": "le la les des du une et est dans pour qui que sur avec par pas sont aux cette ont été ses leur il elle",
    "German": "der die das und ist den von zu mit sich des auf für nicht ein eine dem im auch es wurde hat nach sie",
    "Spanish": "el la los las del una y es en que por con para se su al lo como más fue ha este pero sus",
    "Portuguese": "o os da do das dos uma e é em que por com para não se foi ao mais na no como seu sua",
    "Italian": "il la i gli del della di che è un una per con non sono nel alla dal si ha come più anche le",
    "Dutch": "de het een van en is op te dat voor met zijn niet aan er ook werd door naar bij heeft uit",
    "Polish": "i w na z się że nie do jest to jak po od przez za są był dla o oraz ze",
    "Swedish": "och att det som en på är av för med den till har inte om ett han de var från men",
    "Danish": "og i at det er en til af på som med den for ikke der var han et fra har de",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha gibi en kadar sonra ne ise ancak",
    "Indonesian": "yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh juga ke telah karena",
    "Romanian": "și în de la cu pe care nu din este că a fost un o pentru mai sunt după",
}
_ENGLISH = frozenset(_WORDS["English"].split())
_FOREIGN = tuple(frozenset(words.split()) - _ENGLISH for language, words in _WORDS.items() if language != "English")
_SAMPLE = 20_000  # characters: enough to tell, and a book costs no more than an article
_MIN_FOREIGN = 3  # function words of one other language; fewer may be names ("La Paz", "Al Din")
_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Whether nothing speaks against the text being English.

    >>> looks_english("Abbas meets Putin")
    True
    >>> looks_english("Le président russe a rencontré le chef de la diplomatie et les ministres.")
    False
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return True
    latin = sum(_is_latin(word) for word in words)
    if latin < len(words) / 2:
        return False
    english = sum(word in _ENGLISH for word in words)
    foreign = max(sum(word in known for word in words) for known in _FOREIGN)
    return foreign < _MIN_FOREIGN or english >= foreign


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"
