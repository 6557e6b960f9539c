"""Script conversion as ratios to plain OpenCC in the same run: above 1 is faster.

    python benchmarks/script.py [--megabytes 1.0] [--rounds 5]

`exact` is `cnclean.convert`, `batch` is `convert_batch` on strings of 20 characters against a call for each, `markdown`
is `convert` on a text that is mostly ASCII, `guarded` is `clean` with only this stage. CPU seconds of this process, the
best of the rounds, both in turn within each round. The text is the expected texts of the project's own fixtures.
"""

import argparse
import importlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import cnclean
from cnclean import Options

ARTICLES: Final = Path(__file__).parent.parent / "fixtures" / "articles"
GUARDED: Final[dict[str, Options]] = {
    "s2t": Options(only=frozenset({"script"}), script="traditional"),
    "s2tw": Options(only=frozenset({"script"}), script="taiwan"),
    "s2twp": Options(only=frozenset({"script"}), script="taiwan", vocabulary=True),
    "tw2s": Options(only=frozenset({"script"}), script="simplified"),
    "tw2sp": Options(only=frozenset({"script"}), script="simplified", vocabulary=True),
}
CONFIGURATIONS: Final = ("s2t", "s2tw", "s2twp", "t2s", "tw2s", "tw2sp")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    print(f"{'':8}{'exact':>9}{'batch':>9}{'markdown':>9}{'guarded':>9}")
    for name in CONFIGURATIONS:
        print(f"{name:8}{ratios(name, args.megabytes, args.rounds)}")


def ratios(name: str, megabytes: float, rounds: int) -> str:
    opencc = importlib.import_module("opencc").OpenCC(name).convert
    text = prose(name, megabytes)
    short = [text[at : at + 20].replace("\n", "。") for at in range(0, min(len(text), 200_000), 20)]
    markdown = "".join(f"- [{line[:12]}](https://example.org/{'a-long-path/' * 6})\n" for line in short[:5000])
    pairs: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (partial(opencc, text), partial(cnclean.convert, text, name)),
        (lambda: [opencc(line) for line in short], partial(cnclean.convert_batch, short, name)),
        (partial(opencc, markdown), partial(cnclean.convert, markdown, name)),
    ]
    if name in GUARDED:
        pairs.append((partial(opencc, text), partial(cnclean.clean, text, GUARDED[name])))
    return "".join(f"{compare(plain, ours, rounds):9.2f}" for plain, ours in pairs)


def prose(name: str, megabytes: float) -> str:
    """Articles in the script that the configuration converts from."""
    texts = [path.read_text("utf8") for path in sorted(ARTICLES.glob("*.clean.txt"))]
    joined = "\n".join(text for text in texts if cnclean.detect(text).script == "simplified")
    if not name.startswith("s2"):
        joined = cnclean.convert(joined, "s2twp" if name == "tw2sp" else "s2tw" if name == "tw2s" else "s2t")
    return joined * max(1, round(megabytes * 1e6 / len(joined.encode())))


def compare(plain: Callable[[], object], ours: Callable[[], object], rounds: int) -> float:
    best = [float("inf")] * 2
    for _ in range(rounds):
        for place, run in enumerate((plain, ours)):
            begin = time.process_time()
            run()
            best[place] = min(best[place], time.process_time() - begin)
    return best[0] / best[1]


if __name__ == "__main__":
    main()
