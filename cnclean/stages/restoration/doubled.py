"""Words and opening quotes that stand twice: 行业行业发展, ““AllinAI”.

They are looked for only in texts that a filter has hit.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.edits import Span
from cnclean.lexicon.ngrams import lookup, score
from cnclean.lexicon.words import word_frequency
from cnclean.patterns import compile_later

_TWICE: Final = compile_later(
    r"(?<=[“”「」，。！？：；、,.!?:;\n的了是在和与也就都们我你他她它这那而但却])"  # 提纯工序工序长: a compound
    r"([\u4e00-\u9fff]{2})\1(?=[\u4e00-\u9fff])(?!\1)"
)
_QUOTES: Final = compile_later("““(?=[^“”\n]*”(?!”))")

_DOUBLED: Final = (
    "研究 讨论 商量 考虑 学习 休息 打扫 收拾 打听 锻炼 准备 检查 整理 了解 活动 介绍 放松 认识 交流 分析 总结 体验 "
    "练习 反省 反思 教育 教训 照顾 关心 表示 意思 打扮 修理 观察 琢磨 合计 联系 沟通 尝试 感受 欣赏 参观 比较 调查 "
    "改造 计划 帮助 安慰 鼓励 表现 庆祝 享受 试验 复习 温习 巩固 一个 一步 一点 一层 一次 一遍 一句 一家 一件 一片 "
    "一阵 好的 多谢 非常 十分 特别 谢谢 是的 对的 不是 没有 快点 加油"
)
"""Verbs that are doubled to soften them (研究研究), and what is repeated for effect."""

_MAY_BE_DOUBLED: Final = frozenset(_DOUBLED.split())

_GAIN: Final = 3.0
"""How much likelier (log10) the text must be without the second word."""


def doubled(text: str) -> Iterator[Span]:
    """The second of two equal words, the second of two opening quotes of one closing quote.

    One such place in a text may be its author's: 允许文件文件夹, 让你需要需要修复的时候.
    """
    found = sorted([*_words(text), *_quotes(text)])
    if len(found) > 1:
        yield from found


def _words(text: str) -> Iterator[Span]:
    for match in _TWICE.finditer(text):
        word, start, end = match[1], match.start(), match.end()
        if word in _MAY_BE_DOUBLED or word[0] == word[1] or not word_frequency(word) or lookup(match[0]) is not None:
            continue
        left, right = text[max(0, start - 8) : start], text[end : end + 8]
        if score(word, left, right) - score(match[0], left, right) >= _GAIN:
            yield start, start + len(word), "", f"{word} twice"


def _quotes(text: str) -> Iterator[Span]:
    for match in _QUOTES.finditer(text):
        yield match.start(), match.start() + 1, "", "opening quote twice"
