"""A character 4-gram model in ARPA format, and the part of it that is worth its room."""

import lzma
import math
from collections import defaultdict
from typing import Final

from cnclean.lexicon.ngrams import BREAK, UNKNOWN

KEPT: Final = 1_900_000
"""n-grams of all orders that are kept: they fill 6.5 MB."""

Model = dict[str, tuple[float, float]]
"""n-gram: log10 probability of its last symbol after the others, log10 back-off weight of the n-gram as a context."""


def read(path: str) -> Model:
    symbols = {"<unk>": UNKNOWN, "<nl>": BREAK}
    model: Model = {}
    with lzma.open(path, "rt", encoding="utf8", newline="\n") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) < 2 or fields[1] in ("<s>", "</s>"):
                continue
            gram = "".join(symbols.get(symbol, symbol) for symbol in fields[1].split(" "))
            if len(gram) <= 4 and gram.count(" ") == 0:
                model[gram] = float(fields[0]), float(fields[2]) if len(fields) > 2 else 0.0
    return model


def pruned(model: Model, characters: dict[str, float]) -> Model:
    """Keep what changes the distribution most (relative entropy), and of each kept n-gram its prefix and its suffix."""
    gain = {gram: _gain(model, gram, characters) for gram in model if len(gram) > 1}
    kept = {gram for gram in model if len(gram) == 1}
    for gram in sorted(gain, key=lambda gram: (-gain[gram], gram)):
        if len(kept) >= KEPT:
            break
        todo = [gram]
        while todo:
            gram = todo.pop()  # noqa: PLW2901 - its parts are kept with it
            if gram in model and gram not in kept:
                kept.add(gram)
                todo += [gram[:-1], gram[1:]]
    children: dict[str, list[str]] = defaultdict(list)
    for gram in kept:
        children[gram[:-1]].append(gram)
    pruned: Model = {}
    for gram in sorted(kept, key=lambda gram: (len(gram), gram)):
        pruned[gram] = model[gram][0], 0.0
        if gram in children and len(gram) < 4:
            left = 1 - sum(10 ** model[child][0] for child in children[gram])
            lower = 1 - sum(10 ** _log10(model, child[1:]) for child in children[gram])
            pruned[gram] = model[gram][0], math.log10(max(left, 1e-3) / max(lower, 1e-3))
    return pruned


def _gain(model: Model, gram: str, characters: dict[str, float]) -> float:
    """Relative entropy that is lost without `gram`, for a context as frequent as its characters are."""
    logp = model[gram][0]
    context = math.log10(characters.get(gram[0], 3e-6))
    context += sum(model[gram[: n + 1]][0] for n in range(1, len(gram) - 1) if gram[: n + 1] in model)
    estimate = model.get(gram[:-1], (0, 0))[1] + _log10(model, gram[1:])
    return float(10 ** (context + logp)) * abs(logp - estimate)


def _log10(model: Model, gram: str) -> float:
    if gram in model:
        return model[gram][0]
    if len(gram) == 1:
        return model[UNKNOWN][0]
    return model.get(gram[:-1], (0, 0))[1] + _log10(model, gram[1:])
