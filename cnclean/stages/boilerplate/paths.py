"""Paths through a site: `论坛 › 技术 › 公路车`, `新闻 | 体育 | 财经`."""

import re
from collections.abc import Callable
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.line_shapes import NUMBERED
from cnclean.stages.boilerplate.lookup import buttons, site_ends

_OPERATOR = compile_later(r"[=-]>|>=|<[=-]")
_DRAWN = compile_later(rf"[{HAN} ]{{2,12}}(?:\s?->\s?[{HAN}\d ]{{2,16}}){{2,4}}$")
"""A path with arrows of two signs: `全本小说网 -> 夜车 -> 正文`."""

_SENTENCE_MARK = compile_later(r"[。;\"]|[:,]\s*$")
_STEP_NAME = compile_later(rf"[{HAN}a-z\d ]{{2,12}}$(?<!\d)")
_MENU: Final = frozenset({"设置", "设定", "系统设置", "偏好设置", "控制面板", "通用", "选项", "工具"})
"""What a path through an app leads by, as a lesson tells it: `我 > 设置 > 通用 > 字体大小`."""

_STEPS = compile_later(r"\s*(?:-?>>?|»|›)\s*")
_PATH_STEPS: Final = 3
_LONGEST_STEP: Final = 16
_LONGEST_FIELD: Final = 10
_LONGEST_PAGE: Final = 8
"""Of a page behind an arrow or a slash; 王某 / 安全负责人 / 某某网络有限公司 is who speaks."""


def weigh_path(line: Line) -> None:
    """Weigh the parts of a line, parted by the first kind of signs that makes a path of them."""
    text = line.text
    present = {sign for sign in _PATH_SIGNS if sign in text}
    if not present or (_OPERATOR.search(text) and not _DRAWN.match(text)):
        return  # code, or a version
    for signs, parting, weigh in _PATHS:
        if present.isdisjoint(signs):
            continue
        weight = weigh([part for part in parting.split(text) if part], line)
        if weight:
            line.add("navigation", weight, 0, len(text))
        if weight is not None:
            return


def leads_through_menus(text: str) -> bool:
    """Whether a line tells how to go through an app, not where a page stands in its site."""
    return ">" in text and not _MENU.isdisjoint(_STEPS.split(text))


def _weigh_steps(steps: list[str], line: Line) -> float | None:
    if len(steps) == _PATH_STEPS - 1:
        return 1.5 if _are_named(steps) else None  # 学校 > 荣誉榜
    if len(steps) < _PATH_STEPS or any(len(step) > _LONGEST_STEP for step in steps[:-1]):
        return None
    if not _MENU.isdisjoint(steps):
        return 0.0
    is_chapter = bool(NUMBERED.match(steps[-1]))
    if is_chapter or steps[0].endswith(site_ends()) or not buttons().isdisjoint((steps[0], steps[-1])):
        return 3.0  # 论坛 › 技术讨论区 › 公路车 › 标题
    says_how = _DRAWN.match(line.text) or _SENTENCE_MARK.search(line.text)  # 打开“系统>管理>磁盘”
    return 0.0 if says_how else 1.5


def _weigh_pages(pages: list[str], _: Line) -> float | None:
    """法院 → 案例; but a menu's steps too."""
    if not 1 < len(pages) <= _PATH_STEPS or any(len(page) > _LONGEST_PAGE for page in pages) or not _are_named(pages):
        return None
    return 1.5 if len(pages) == _PATH_STEPS and not buttons().isdisjoint(pages) else 0.9


def _weigh_section(parts: list[str], _: Line) -> float | None:
    """良医生活网 | 银发照护."""
    return 1.5 if len(parts) == _PATH_STEPS - 1 and parts[0].endswith(site_ends()) and _are_named(parts) else None


def _weigh_row(parts: list[str], line: Line) -> float | None:
    """新闻 | 体育 | 财经; but 姓名:张三 | 年龄:28 | 城市:成都."""
    if len(parts) < _PATH_STEPS or any(len(part) > _LONGEST_FIELD for part in parts):
        return None
    return None if ":" in line.text and line.weight() < 1.0 else 1.5


def _are_named(parts: list[str]) -> bool:
    return all(_STEP_NAME.match(part) for part in parts)


# The signs, of which the line has one; what parts it; what the parts weigh: 0.0 for a path that is none of a site.
_PATHS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[list[str], Line], float | None]], ...]] = (
    ((">", "»", "›"), _STEPS, _weigh_steps),
    (("→", "▸", "⟩", " × ", " / "), compile_later(r"\s*[→▸⟩]\s*| [×/] "), _weigh_pages),
    (("|", "→", " - "), compile_later(r"\s*[|▸]\s*| [-→] "), _weigh_section),
    (("|", ">", "»", "›", "→", "::", " - "), compile_later(r"\s*(?:[|>»›→]|::| - )+\s*"), _weigh_row),
)
_PATH_SIGNS: Final = frozenset[str]().union(*(signs for signs, _, _ in _PATHS))
