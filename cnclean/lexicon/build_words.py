"""The layout of `words.bin`, and what the word counts say of characters."""

from collections import Counter, defaultdict

from cnclean.lexicon.build_levels import nearest
from cnclean.lexicon.words import COUNTS, LEVELS_FROM


def words_table(counts: dict[str, int]) -> bytes:
    """One line per first character: the character, then every word's rest with its level as the mark behind it."""
    lines: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        lines[word[0]].append(word[1:] + chr(LEVELS_FROM + nearest(COUNTS, count)))
    return "\n".join(first + "".join(rest) for first, rest in sorted(lines.items())).encode("utf8")


def character_shares(counts: dict[str, int]) -> dict[str, float]:
    """How likely a character is: the model's own unigrams count contexts, not occurrences."""
    found: Counter[str] = Counter()
    for word, count in counts.items():
        for char in word:
            found[char] += count
    total = sum(found.values())
    return {char: count / total for char, count in found.items()}
