"""Where the phrases of OpenCC can be, as pairs of neighbours, out of the dictionaries and configurations in its wheel.

`CNCLEAN_WRITE=1 pytest tests/test_tables_script_bigrams.py` writes the table, plain `pytest` compares it.

Why conversion by the table is exact. A configuration is a chain of dictionaries, each read by longest match. Where no
phrase that becomes something else than its characters do occurs in any link, each character is converted by itself,
whatever else matches; of each such phrase a part is in `DIFFERING`, in the characters of the source. And between two
neighbours that stand together in no phrase of any link, nor in the dictionary that cuts a text into segments, no match
crosses: what is on both sides is converted as if it stood alone. All other pairs are in `JOINED`.
"""

import itertools
import json
import os
import textwrap
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest
from test_tables_script import Dictionary, reader

from cnclean.stages.script.arrays import TAIL
from cnclean.tables import script_bigrams

Pair = tuple[str, str]
T = TypeVar("T", str, Pair)

TABLE = Path(script_bigrams.__file__)
HEADER = '''"""Pairs of neighbours in OpenCC's phrases. Generated: CNCLEAN_WRITE=1 pytest tests/test_tables_script_bigrams.py

Source: the dictionaries and configurations of OpenCC {version} (Apache-2.0, https://github.com/BYVoid/OpenCC).
A group is a first character and all that may follow it. Sorted by code point.
"""

from typing import Final

VERSION: Final = "{version}"

'''
CONFIGURATIONS = "s2t s2tw s2twp s2hk s2hkp t2s tw2s tw2sp hk2s hk2sp t2tw t2hk tw2t hk2t jp2t t2jp".split()


def test_the_table_is_what_opencc_says(tmp_path: Path) -> None:
    opencc = pytest.importorskip("opencc")
    read = reader(tmp_path)
    writes = "CNCLEAN_WRITE" in os.environ
    if not writes and opencc.__version__ != script_bigrams.VERSION:
        pytest.skip("the table was made from another version of opencc")
    found = {name: Chain(_configuration(opencc.__file__, name), read) for name in CONFIGURATIONS}
    content = HEADER.format(version=opencc.__version__)
    content += _constant("DIFFERING", {name: chain.differing for name, chain in found.items()}, _words)
    content += (
        f'"""Of each phrase that does not become what its characters become: three characters, and the first two,\n'
    )
    content += f'or with a leading {TAIL} the last two, are a rare pair; or all two."""\n\n'
    content += _constant("JOINED", {name: chain.joined for name, chain in found.items()}, _groups)
    content += '"""Pairs that a match may take together; those of s2t belong to all that begin with s2."""\n\n'
    alone = {name: "".join(sorted(chain.alone)) for name, chain in found.items() if chain.alone}
    content += f'ALONE: Final = {alone!r}\n"""Characters that become several."""\n'.replace("'", '"')
    if writes:
        TABLE.write_text(content, "utf8")
    assert TABLE.read_text("utf8") == content


def _configuration(module: str, name: str) -> dict[str, Any]:
    path = Path(module).parent / "clib" / "share" / "opencc" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text("utf8"))
    return content


class Chain:
    """The pairs of one configuration.

    `_mapped`           what a character has become so far, by itself
    `_firsts`, `_lasts`  what may stand in its place, where a match begins or ends with it
    """

    def __init__(self, configuration: dict[str, Any], read: Callable[[str], Dictionary]) -> None:
        self.differing: set[str] = set()
        self.joined: set[Pair] = set()
        links = [_merged(_leaves(link["dict"]), read) for link in configuration["conversion_chain"]]
        _check_normalization(configuration, read)
        alphabet = {c for _, phrases in links for key, new in phrases.items() for c in "".join({key, *new})}
        alphabet |= {c for singles, _ in links for key, new in singles.items() for c in key + new}
        self._mapped = {c: c for c in alphabet}
        self._firsts, self._lasts = {c: {c} for c in alphabet}, {c: {c} for c in alphabet}
        if "segmentation" in configuration:
            for name in _leaves(configuration["segmentation"]["dict"]):
                self.joined.update(pair for phrase in read(name) for pair in itertools.pairwise(phrase))
        for singles, phrases in links:
            self._add(singles, phrases)
        self.alone = {c for c, new in self._mapped.items() if len(new) != 1}

    def _add(self, singles: dict[str, str], phrases: dict[str, set[str]]) -> None:
        before = _inverse({c: {new} for c, new in self._mapped.items()})
        firsts, lasts = _inverse(self._firsts), _inverse(self._lasts)
        self._firsts = {c: {singles.get(x, x)[0] for x in new} for c, new in self._firsts.items()}
        self._lasts = {c: {singles.get(x, x)[-1] for x in new} for c, new in self._lasts.items()}
        counts = Counter(pair for phrase in phrases for pair in itertools.pairwise(phrase))
        for x, y in counts:
            self.joined.update(itertools.product(lasts[x], firsts[y]))
        for phrase, values in sorted(phrases.items()):
            if values != {"".join(singles.get(c, c) for c in phrase)} and all(before[c] for c in phrase):
                sign, mark = _sign(phrase, counts)
                self.differing.update(mark + "".join(source) for source in itertools.product(*map(before.get, sign)))
            for value in values:
                for c in firsts[phrase[0]]:
                    self._firsts[c].add(value[0])
                for c in lasts[phrase[-1]]:
                    self._lasts[c].add(value[-1])
        self._mapped = {c: "".join(singles.get(x, x) for x in new) for c, new in self._mapped.items()}


def _sign(phrase: str, counts: Mapping[Pair, int]) -> tuple[str, str]:
    """The rarest pair of a phrase with one more neighbour; a pair that few phrases have is rarer in text too."""
    pairs = list(itertools.pairwise(phrase))
    at = min(range(len(pairs)), key=lambda at: (counts[pairs[at]], at))
    if len(pairs) == 1:
        return phrase, ""
    if at == len(pairs) - 1 or (at > 0 and counts[pairs[at - 1]] < counts[pairs[at + 1]]):
        return phrase[at - 1 : at + 2], TAIL
    return phrase[at : at + 3], ""


def _merged(names: Iterable[str], read: Callable[[str], Dictionary]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Single characters as the first dictionary has them; phrases with all that any dictionary makes of them."""
    singles: dict[str, str] = {}
    phrases: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for key, values in read(name).items():
            if len(key) == 1:
                singles.setdefault(key, values[0])
            else:
                phrases[key].add(values[0])
    return singles, phrases


def _leaves(node: dict[str, Any]) -> Iterator[str]:
    if node["type"] == "group":
        for child in node["dicts"]:
            yield from _leaves(child)
    else:
        yield node["file"].removesuffix(".ocd2")


def _check_normalization(configuration: dict[str, Any], read: Callable[[str], Dictionary]) -> None:
    """It changes compatibility ideographs only; a text that has one is left to OpenCC."""
    for step in configuration["normalization"]:
        for name in _leaves(step["dict"]):
            assert all("\uf900" <= key <= "\ufaff" or "\U0002f800" <= key <= "\U0002fa1f" for key in read(name))


def _inverse(relation: dict[str, set[str]]) -> dict[str, set[str]]:
    inverse = defaultdict(set)
    for c, values in relation.items():
        for value in values:
            inverse[value].add(c)
    return inverse


def _constant(name: str, found: Mapping[str, set[T]], lines: Callable[[set[T]], Iterable[str]]) -> str:
    rows = []
    for configuration, members in found.items():
        shared = found["s2t"] if configuration.startswith("s2") and configuration != "s2t" else set()
        content = "\n".join(lines(members - shared))
        rows.append(f'    "{configuration}": """\n{content}\n""",\n')
    return f"{name}: Final = {{\n{''.join(rows)}}}\n"


def _words(signs: set[str]) -> Iterable[str]:
    return textwrap.wrap(" ".join(sorted(signs)), 56, break_on_hyphens=False)


def _groups(pairs: set[Pair], width: int = 56) -> Iterator[str]:
    line = ""
    for first, group in itertools.groupby(sorted(pairs), key=lambda pair: pair[0]):
        followers = "".join(second for _, second in group)
        while followers:
            room = width - len(line) - (2 if line else 1)
            if room < 1:
                yield line
                line = ""
                continue
            line += (" " if line else "") + first + followers[:room]
            followers = followers[room:]
    if line:
        yield line
