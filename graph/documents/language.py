"""Is a text English? Asked by the words every sentence needs, since libraries fail on short texts.

A text is refused on evidence only: another script, or more of another language's function words
than of ours. A headline of three names passes.
"""

from __future__ import annotations

import re

# The commonest function words of each language. Of other languages only those that are no English word ("met", "die",
# "come", "door", "care"), no initials that news is full of ("UN", "MIT", "OS", "PE"), and no common part of names
# ("Al", "Han", "Dan", "van").
_WORDS = {
    "English": "the of and to in is was for that on with as by at from it be are were has have had not this which will "
    "said its his her their they he she who but been would after about more than into over against an or when before "
    "told says between if there where what while could should may can also no all any both did does down during each "
    "even ever few first further here him himself how i just last me most much must my near never next now off only "
    "other our out own same since some still such them then these those through too two under until up us very we "
    "well why you your a",
    "French": "le les des du une et est dans qui que avec sont aux cette ont été ses leur elle",
    "German": "der das und ist von zu sich des auf für nicht ein eine dem es wurde nach sie",
    "Spanish": "el las los del una y es en que con para se lo como más fue este pero sus",
    "Portuguese": "o da das dos uma e é em que para não se foi ao mais na como seu sua",
    "Italian": "il gli di della del che è una con sono nel alla dal si ha più anche le",
    "Dutch": "de het een en te dat voor zijn niet aan ook werd naar bij heeft uit",
    "Polish": "w na z się że nie jest jak od za przez są był dla oraz ze",
    "Swedish": "och att det som en på är av för har inte om ett de från",
    "Danish": "og det er en til af på som ikke der et fra har de",
    "Turkish": "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra ne ise ancak",
    "Indonesian": "yang di dari untuk dengan pada ini itu tidak dalam akan oleh juga telah karena",
    "Romanian": "în și de la cu nu este că fost o pentru mai sunt după",
}
_ENGLISH = frozenset(_WORDS["English"].split())
_FOREIGN = tuple(frozenset(words.split()) for language, words in _WORDS.items() if language != "English")
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
