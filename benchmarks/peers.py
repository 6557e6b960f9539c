"""The peers that cnclean is measured beside, each as its documentation says to use it on Chinese."""

import importlib
from collections.abc import Callable

Clean = Callable[[str], object]


def peers() -> dict[str, Clean]:
    """Each peer that is installed."""
    found: dict[str, Clean] = {}
    for name, load in PEERS.items():
        try:
            found[name] = load()
        except ImportError:
            print(f"not installed: {name}")
    return found


def _ftfy() -> Clean:
    run: Clean = importlib.import_module("ftfy").fix_text
    return run


def _opencc() -> Clean:
    run: Clean = importlib.import_module("opencc").OpenCC("t2s").convert
    return run


def _zhconv() -> Clean:
    convert = importlib.import_module("zhconv").convert
    return lambda text: convert(text, "zh-cn")


def _autocorrect() -> Clean:
    run: Clean = importlib.import_module("autocorrect_py").format
    return run


def _jionlp() -> Clean:
    run: Clean = importlib.import_module("jionlp").clean_text
    return run


def _datatrove() -> Clean:
    formatters = importlib.import_module("datatrove.pipeline.formatters")
    chain = [formatters.FTFYFormatter(), formatters.PIIFormatter(), formatters.SymbolLinesFormatter()]

    def run(text: str) -> str:
        for formatter in chain:
            text = formatter.format(text)
        return text

    return run


def _data_juicer() -> Clean:
    ops = importlib.import_module("data_juicer.ops.mapper")
    names = ["CleanCopyrightMapper", "CleanLinksMapper", "CleanEmailMapper", "FixUnicodeMapper"]
    chain = [getattr(ops, name)() for name in names]

    def run(text: str) -> object:
        samples: dict[str, object] = {"text": [text]}
        for mapper in chain:
            samples = mapper.process_batched(samples)
        return samples

    return run


PEERS: dict[str, Callable[[], Clean]] = {
    "ftfy.fix_text": _ftfy,
    "opencc t2s": _opencc,
    "zhconv zh-cn": _zhconv,
    "autocorrect": _autocorrect,
    "jionlp.clean_text": _jionlp,
    "datatrove formatters": _datatrove,
    "data-juicer mappers": _data_juicer,
}


CHAINS = ("jionlp.clean_text", "datatrove formatters", "data-juicer mappers")
"""The peers that chain several repairs, as cnclean does; the others do one."""
