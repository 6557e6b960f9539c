"""Parts at the end of a paragraph that are not the paragraph: `(责任编辑:张三)`, `【记者 李四】`, `(图/某报提供)`."""

import re
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.noise import noise_at_end

_ROLES: Final = """
    责任编辑 責任編輯 责编 責編 编辑 編輯 实习编辑 記者 记者 实习记者 通讯员 通訊員 作者 文 图 圖 文图 图文 文/图
    图/文 撰文 采写 攝影 摄影 校对 审核 核稿 整理 翻译 编譯 编译 来源 來源 图源 图片来源 圖片來源 资料图 资料图片
    資料圖片 資料照 圖文 供图 供稿 原标题 原標題 题图 題圖 翻攝自 翻摄自 本文来源 文章来源 消息来源 首圖來源 照片
"""
_NAMED = "|".join(sorted({re.escape(role) for role in _ROLES.split()}, key=len, reverse=True))
_SEP = r"\s*[:：|｜丨/／·\s]\s*(?![\s\d])"
_BARE = (
    "资料图片|资料图|資料圖片|資料圖|資料照|資料照片|资料照片|图片来自网络|圖片來自網路|图文无关|责任编辑|示意图|示意圖"
)
_PART = compile_later(
    rf"(?<=[。！？!?…”」』.；;%）)])\s*"
    rf"(?:[（(](?:本报|本報|本网|特约)?(?:(?:{_NAMED})(?:{_SEP}|(?=[{HAN}]{{2,4}}[)）]))[^()（）。！？\n]{{0,30}}|{_BARE})[)）]"
    rf"|[【\[〔](?:本报|本網)?(?:(?:{_NAMED}){_SEP}[^\[\]【】〔〕。！？\n]{{0,30}}|{_BARE})[】\]〕])"
    rf"(?:\s*[（(【\[](?:{_NAMED})[^()（）【】\[\]\n]{{0,30}}[)）】\]])?\s*$"
)
_LONGEST: Final = 90


def find_part(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the part at the end of a line begins, and its kind."""
    if text[end - 1] in ")）】]〕 \u3000":
        match = _PART.search(text, max(start, end - _LONGEST), end)
        if match:
            return match.start(), "byline"
    at = noise_at_end(text, start, end) if text[end - 1] <= "~" else None
    return None if at is None else (at, "noise")
