"""The phrases of the wording tables, and where they stand in a line."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import Part, pieces, words
from cnclean.stages.boilerplate.wording import COLUMNS, PHRASES
from cnclean.stages.boilerplate.wording.lists import HARMLESS

GAP: Final = 14
"""So much may stand in the place of `…`: a name, an adverb."""

_FILLER: Final = {3.0: 10, 2.0: 6, 1.0: 0}
"""So much of it the phrase explains, by its weight."""

_LAST_WORDS: Final = (0.0, 3.0)
"""Nothing that begins inside what weighs so much says more."""

_LATIN_SIGNS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_STOPS: Final = "。!?;"
_NAME = compile_later(r"\s*[\"《][^\"《》]*[\"》].{0,6}$")


class Phrase(NamedTuple):
    word: str
    parts: tuple[Part, ...]
    weight: float
    kind: str


class Found(NamedTuple):
    start: int
    end: int
    """Where the first word ends; the search goes on there."""
    covered: tuple[tuple[int, int], ...]
    """What the phrase explains."""
    phrase: Phrase


def find_phrases(text: str) -> Iterator[Found]:
    """From left to right, at each place the phrase that says most and of those the longest.

    What begins inside one that says less is found too: `本文不` hides no `不代表本站`.
    """
    index = phrases()
    pairs = [*map(add, text, text[1:] + "\n")]
    known = map(index.get, pairs, map(index.get, text))
    begun = [(at, same) for at, same in enumerate(known) if same is not None]
    held = {"", *text, *pairs} if begun else set()
    done, said = 0, 0.0
    for at, same in begun:
        if (at < done and said in _LAST_WORDS) or (at and text[at] < "\x80" and text[at - 1] in _LATIN_SIGNS):
            continue  # or it is a piece of a Latin word
        found = None
        for word, alike in same:
            if text.startswith(word, at):
                found = _strongest(alike, text, at, held, found)
        if found is not None and (at >= done or (found.phrase.weight > said and found.end > done)):
            yield found
            done, said = found.end, found.phrase.weight


def _strongest(same: list[Phrase], text: str, at: int, held: set[str], found: Found | None) -> Found | None:
    """Of the phrases with the same first word the one that says most, if it says more than what was found.

    `held` are the line's characters and pairs: most of the words that a phrase goes on with begin with none of them.
    """
    for phrase in same:
        if found is not None and (phrase.weight <= found.phrase.weight or not found.phrase.weight):
            break
        for part in phrase.parts:
            if part.begins.isdisjoint(held):
                break
        else:
            if covered := _covered(phrase, text, at):
                return Found(at, at + len(phrase.word), covered, phrase)
    return found


def _covered(phrase: Phrase, text: str, at: int) -> tuple[tuple[int, int], ...]:
    """Where the words of the phrase that begins here stand, or nothing where a part is missing."""
    end = at + len(phrase.word)
    if phrase.word[0] < "\x80" and _goes_on(text, end):
        return ()
    if not phrase.parts:
        return ((at, end),)
    covered = [(at, end)]
    for part in phrase.parts:
        window = text[end : end + GAP + len(part.words[0])]
        places = [(place, -len(word)) for word in part.words if (place := window.find(word)) >= 0]
        if not places:
            return ()
        place, length = min(places)
        if (not part.apart and window[:place].strip()) or any(stop in window[:place] for stop in _STOPS):
            return ()
        filled = place <= _FILLER[phrase.weight] or _NAME.match(window, 0, place)
        covered.append((end if filled else end + place, end + place - length))
        end += place - length
    return tuple(covered)


def _goes_on(text: str, end: int) -> bool:
    """A Latin word must not be the beginning of a longer one."""
    return text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalpha() and end < len(text)


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[str, list[Phrase]]]]:
    """All phrases by their first two characters (their only one where they have no more), then by their first word.

    The longest word comes first, and of its phrases the one that says most.
    """
    by_word: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in _all_phrases():
        by_word[phrase.word].append(phrase)
    index: defaultdict[str, list[tuple[str, list[Phrase]]]] = defaultdict(list)
    for word in sorted(by_word, key=lambda word: -len(word)):
        index[word[:2]].append((word, sorted(by_word[word], key=lambda phrase: -phrase.weight)))
    for key in [key for key in index if len(key) > 1 and key[0] in index]:
        index[key] += index[key[0]]
    return dict(index)


def _all_phrases() -> Iterator[Phrase]:
    for word in words(HARMLESS):
        yield Phrase(word, (), 0.0, "")
    for kind, columns in PHRASES.items():
        for weight, column in zip(COLUMNS, columns, strict=True):
            for entry in column.split():
                first, *parts = pieces(entry)
                for word in first.words:
                    yield Phrase(word, tuple(parts), weight, kind)
