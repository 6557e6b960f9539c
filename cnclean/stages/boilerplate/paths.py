"""Paths through a site: `论坛 › 技术 › 公路车`, `新闻 | 体育 | 财经`."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.line_shapes import NUMBERED
from cnclean.stages.boilerplate.lookup import buttons

_SEGMENTS = compile_later(r"\s*(?:[|>»›→]|::|\s-\s)+\s*")
_STEPS = compile_later(r"\s*(?:-?>>?|»|›)\s*")
_DRAWN = compile_later(rf"[{HAN} ]{{2,12}}(?:\s?->\s?[{HAN}\d ]{{2,16}}){{2,4}}$")
"""A path with arrows of two signs: `全本小说网 -> 夜车 -> 正文`."""
_OTHER_STEPS = compile_later(r"\s*[→▸⟩]\s*|\s[×/]\s")
_SECTION = compile_later(r"\s*[|▸]\s*|\s[-→]\s")
_SPOKEN = compile_later(r"[。;\"]|[:,]\s*$")
# fmt: off
_SITES: Final = (
    "网", "论坛", "社区", "中心", "频道", "百科", "资讯", "快讯", "日报", "晚报", "在线", "之家", "快递", "院",
)
# fmt: on
_OPERATORS: Final = ("=>", "->", ">=", "<=", "<-")
_PARTING: Final = frozenset("|>»›→▸⟩×:-/")
_PATH: Final = 3
_LONGEST_STEP: Final = 16
_LONGEST_PART: Final = 10
_LONGEST_NAME: Final = 8
"""Of a page behind an arrow or a slash; 王某 / 安全负责人 / 某某网络有限公司 is who speaks."""

_NAMED = compile_later(rf"[{HAN}a-z\d ]{{2,12}}$(?<!\d)")


def weigh_path(line: Line) -> None:
    present = _PARTING.intersection(line.text)
    if not present or (any(sign in line.text for sign in _OPERATORS) and not _DRAWN.match(line.text)):
        return  # code, or a version
    steps = [] if present.isdisjoint(">»›") else [part for part in _STEPS.split(line.text) if part]
    if len(steps) >= _PATH and all(len(part) <= _LONGEST_STEP for part in steps[:-1]):
        known = (
            steps[0].endswith(_SITES)
            or not buttons().isdisjoint((steps[0], steps[-1]))
            or bool(NUMBERED.match(steps[-1]))  # a chapter
        )
        if known or not (
            _DRAWN.match(line.text) or _SPOKEN.search(line.text)
        ):  # 打开“系统>管理>磁盘”: says how to get somewhere
            # 论坛 › 技术讨论区 › 公路车 › 标题
            line.add("navigation", 3.0 if known else 1.5, 0, len(line.text))
        return
    if len(steps) == _PATH - 1 and all(_NAMED.match(part) for part in steps):
        line.add("navigation", 1.5, 0, len(line.text))  # 学校 > 荣誉榜
        return
    steps = [] if present.isdisjoint("→▸⟩×/") else [part for part in _OTHER_STEPS.split(line.text) if part]
    if 1 < len(steps) <= _PATH and all(_NAMED.match(part) and len(part) <= _LONGEST_NAME for part in steps):
        # 法院 → 案例, but a menu's steps too
        line.add("navigation", 0.9 if len(steps) < _PATH or buttons().isdisjoint(steps) else 1.5, 0, len(line.text))
        return
    parts = [] if present.isdisjoint("|→-") else [part for part in _SECTION.split(line.text) if part]
    if len(parts) == _PATH - 1 and parts[0].endswith(_SITES) and all(_NAMED.match(part) for part in parts):
        line.add("navigation", 1.5, 0, len(line.text))  # 良医生活网 | 银发照护
        return
    if present.isdisjoint("|>»›→-") and "::" not in line.text:
        return
    parts = [part for part in _SEGMENTS.split(line.text) if part]
    fields = ":" in line.text and line.weight() < 1.0  # 姓名:张三 | 年龄:28 | 城市:成都
    if len(parts) >= _PATH and not fields and all(len(part) <= _LONGEST_PART for part in parts):
        line.add("navigation", 1.5, 0, len(line.text))  # 新闻 | 体育 | 财经
