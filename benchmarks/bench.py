"""MB/s of each stage and preset, beside the peers that are installed, as ratios of one run.

    python benchmarks/bench.py [--megabytes 0.5] [--rounds 5] [--texts DIRECTORY] [--plot bench.png]

The text is made from the project's own fixtures: `clean` from the expected texts with full-width punctuation, `dirty`
from the damaged ones; and, where there are any, `other` from the files `*.txt` of a directory. CPU seconds of this
process, the best of the rounds, all contenders in turn within each round, so that a machine that slows down slows all
of them. A figure without the ratio beside it means nothing elsewhere.
"""

import argparse
import importlib
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import get_args

from peers import CHAINS, Clean, peers

import cnclean
from cnclean import STAGES, Boilerplate, Options
from cnclean.options import Preset

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
OTHERS = Path(__file__).parent.parent.parent / "shared" / "articles"
FASTEST = "fastest chain"
ASKED_FOR = {
    "template": Options(boilerplate=Boilerplate(head={"首页 | 新闻 | 论坛"}, tail={"返回首页"})),
    "script": Options(script="simplified", vocabulary=True),
    "quotes": Options(quotes="corner"),
    "spacing": Options(spacing="add"),
}
"""The options with which the stages run that by default do not."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", type=Path, default=OTHERS, help="other texts to measure on")
    parser.add_argument("--plot", type=Path, help="also save a bar chart (needs matplotlib)")
    args = parser.parse_args()
    others = peers()
    contenders = {**ours(), **others}
    speeds: dict[str, dict[str, float]] = {}
    sources = {kind: sorted(ARTICLES.glob(f"*.{kind}.txt")) for kind in ("clean", "dirty")}
    sources["other"] = sorted(args.texts.glob("*.txt"))
    for kind, paths in sources.items():
        if not paths:
            continue
        documents = corpus(paths, args.megabytes)
        speeds[kind] = measure(contenders, documents, args.rounds)
        print(table(kind, speeds[kind]))
        print(ratios(kind, speeds[kind], others))
    if args.plot:
        plot(speeds, args.plot)


def ours() -> dict[str, Clean]:
    """The presets, a script conversion, and each stage alone."""
    presets = {name: Options.preset(name) for name in get_args(Preset)}
    named = {f"cnclean {name}": options for name, options in presets.items()}
    named["cnclean article, script=simplified"] = ASKED_FOR["script"]
    for stage in STAGES:
        options = replace(ASKED_FOR.get(stage.name, Options()), only=frozenset({stage.name}))
        assert stage.wanted is None or stage.wanted(options), f"{stage.name} would do nothing"
        named[f"  stage {stage.name}"] = options
    return {name: partial(cnclean.clean, options=options) for name, options in named.items()}


def corpus(paths: Iterable[Path], megabytes: float) -> list[str]:
    """Whole documents, repeated until they are `megabytes` of UTF-8."""
    texts = [path.read_bytes().decode("utf8") for path in paths]
    size = sum(len(text.encode()) for text in texts)
    return texts * max(1, round(megabytes * 1e6 / size))


def measure(contenders: dict[str, Clean], documents: list[str], rounds: int) -> dict[str, float]:
    """MB of UTF-8 per CPU second of each contender's best round."""
    size = sum(len(text.encode()) for text in documents) / 1e6
    best = dict.fromkeys(contenders, float("inf"))
    for _ in range(rounds):
        for name, clean in contenders.items():
            begin = time.process_time()
            for text in documents:
                clean(text)
            best[name] = min(best[name], time.process_time() - begin)
    return {name: size / seconds for name, seconds in best.items()}


def table(kind: str, speeds: dict[str, float]) -> str:
    reference = speeds.get("ftfy.fix_text")
    rows = [f"{kind} text", f"{'':40} {'MB/s':>8}  {'x ftfy':>7}"]
    for name, speed in speeds.items():
        ratio = f"{speed / reference:7.2f}" if reference else ""
        rows.append(f"{name:40} {speed:8.2f}  {ratio}")
    return "\n".join(rows) + "\n"


def ratios(kind: str, speeds: dict[str, float], others: Iterable[str]) -> str:
    """How many times as fast each preset is as each peer, and as the fastest that does as much."""
    presets = [f"cnclean {name}" for name in get_args(Preset)]
    rows = [f"{kind} text: times as fast as", f"{'':24}" + "".join(f"{preset:>20}" for preset in presets)]
    compared = {peer: speeds[peer] for peer in others}
    if chains := [compared[peer] for peer in CHAINS if peer in compared]:
        compared[FASTEST] = max(chains)
    rows += [
        f"{n:24}" + "".join(f"{speeds[preset] / speed:20.2f}" for preset in presets) for n, speed in compared.items()
    ]
    return "\n".join(rows) + "\n"


def plot(speeds: dict[str, dict[str, float]], path: Path) -> None:
    pyplot = importlib.import_module("matplotlib.pyplot")
    names = [name for name in speeds["clean"] if not name.startswith("  ")]
    figure, axes = pyplot.subplots(figsize=(9, 0.45 * len(names) + 1.5))
    for offset, (kind, of_kind) in enumerate(speeds.items()):
        places = [index + 0.4 * offset for index in range(len(names))]
        axes.barh(places, [of_kind[name] for name in names], height=0.38, label=f"{kind} text")
    axes.set_yticks([index + 0.2 for index in range(len(names))], names)
    axes.set_xscale("log")
    axes.set_xlabel("MB of UTF-8 per CPU second")
    axes.invert_yaxis()
    axes.legend()
    figure.tight_layout()
    figure.savefig(path, dpi=120)


if __name__ == "__main__":
    main()
