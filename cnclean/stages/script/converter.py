"""What conversion makes of the passages of a text, letter by letter and, where it was asked for, word by word."""

from collections.abc import Iterable

from cnclean.stages.script.letters import Part, convert_letters
from cnclean.stages.script.regional import WITHOUT_VOCABULARY, convert_words
from cnclean.stages.script.targets import Found, Route


def conversions(text: str, passages: Iterable[Found]) -> list[Part]:
    """The passages, or parts of them, with what they become, in order."""
    by_route: dict[Route, list[tuple[int, int]]] = {}
    for start, end, route in passages:
        by_route.setdefault(route, []).append((start, end))
    found: list[Part] = []
    for route, places in by_route.items():
        # All passages go as lines of one text.
        joined = "\n".join(text[start:end] for start, end in places)
        letters = convert_letters(joined, WITHOUT_VOCABULARY.get(route, route))
        words = list(convert_words(joined, letters, route)) if route in WITHOUT_VOCABULARY else []
        found += _apart(places, letters, words) if words or len(places) > 1 else [(*places[0], letters)]
    return sorted(found) if len(by_route) > 1 else found


def _apart(places: list[tuple[int, int]], letters: str, words: list[Part]) -> Iterable[Part]:
    """The passages again, with the clauses among them that `words` says otherwise of."""
    offset, rest = 0, iter([*words, (len(letters) + 1, 0, "")])
    word = next(rest)
    for start, end in places:
        shift, done = start - offset, start
        offset += end - start + 1
        while word[0] + shift < end:
            yield done, word[0] + shift, letters[done - shift : word[0]]
            yield word[0] + shift, word[1] + shift, word[2]
            done = word[1] + shift
            word = next(rest)
        yield done, end, letters[done - shift : end - shift]
