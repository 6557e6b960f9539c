"""Parts at the end of a paragraph that are not the paragraph: `(责任编辑:张三)`, `【记者 李四】`, `(图/某报提供)`."""

import re
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.noise import noise_at_end

_ROLES: Final = """
    责任编辑 責任編輯 责编 責編 编辑 編輯 实习编辑 實習編輯 記者 记者 实习记者 實習記者 特约记者 特約記者 通讯员 通訊員
    作者 文 图 圖 文图 图文 文/图 图/文 撰文 采写 採訪 采访 攝影 摄影 校对 校對 审核 審核 核稿 核稿編輯 整理 翻译 翻譯
    編譯 编译 譯者 译者 来源 來源 图源 圖源 图片来源 圖片來源 资料图 资料图片 資料圖片 資料照 圖文 供图 供圖 供稿
    原标题 原標題 题图 題圖 翻攝自 翻摄自 本文来源 文章来源 消息来源 新闻来源 新聞來源 首圖來源 照片 转自 轉自 转载自
    轉載自 摘自 原载 原載 本文转自 本文轉自 本文原标题 值班编辑 网络编辑 網路編輯 文字编辑 新媒体编辑 责任校对 初审
    复审 终审 一审 二审 三审 排版 美编 監製 监制 策划 統籌 统筹 撰稿 投稿 插图 插畫 示意图 示意圖 視覺 设计 設計
"""
_NAMED = "|".join(sorted({re.escape(role) for role in _ROLES.split()}, key=len, reverse=True))
_SEP = r"\s*[:：|｜丨/／·\s]\s*(?![\s\d])"
_VALUE = r"(?:(?![我你吗呢])[^()（）\[\]【】〔〕。！？!?…\n]){0,30}"
_BARE = (
    "资料图片|资料图|資料圖片|資料圖|資料照|資料照片|资料照片|图片来自网络|圖片來自網路|图文无关|责任编辑|示意图|示意圖"
    "|(?:记者|記者)?[^()（）【】。！？\n]{2,8}[摄攝]"
)
_GIVEN = (
    rf"[{HAN}]{{2,10}}(?:社|报|報|台|臺|网|網|站|中心|融媒)(?:\s(?:记者|記者|通讯员|通訊員|实习生|實習生|[{HAN}]{{2,3}}))+"
    rf"|(?:图文?|圖文?|文|文图|文圖|图片|圖片|照片|稿件|资料|資料|以上内容|本文)?由[{HAN}A-Za-z]{{2,14}}(?:供稿|提供|供图|供圖|整理|翻译|翻譯|拍摄|拍攝|授权|授權)"
    rf"|(?:原载|原載|据|據|摘自|选自|選自|转自|轉自|载|載|刊)《[{HAN}]{{1,10}}(?:报|報|周刊|週刊|月刊|杂志|雜誌|网|網)》(?:报道|報道|報導)?"
)
_CODE = r"(?:\s*(?:[A-Z]{1,3}\d{2,5}|\d{6,8}))?"
_PART = compile_later(
    rf"(?<=[。！？!?…”」』.；;%）)])\s*"
    rf"(?:[（(](?:本报|本報|本网|特约)?(?:(?:{_NAMED}|[{HAN}]{{2,6}}[记記]者)(?:{_SEP}|(?=[{HAN}]{{2,4}}[)）])){_VALUE}|{_BARE})[)）]"
    rf"|[（(](?:本报|本報|本网|特约)?(?:实习|實習|见习|見習)?(?:记者|記者|通讯员|通訊員)[{HAN}]{{2,4}}(?:[\s、/／]\s?[{HAN}]{{2,8}}){{1,6}}[)）]"
    rf"|[（(](?:{_GIVEN})[)）]"
    rf"|[【\[〔](?:本报|本網)?(?:(?:[{HAN}]{{0,3}}(?:{_NAMED})|[{HAN}]{{2,6}}[记記]者){_SEP}{_VALUE}|{_BARE})[】\]〕])"
    rf"(?:\s*[（(【\[](?:{_NAMED})[^()（）【】\[\]\n]{{0,30}}[)）】\]])?{_CODE}\s*$"
)
_OPENED = compile_later(r"[（(【\[〔](?<=[。！？!?…”」』.；;%）)\s].)")
"""A part's bracket, behind a stop or a blank."""

_LONGEST: Final = 90


def find_part(line: str) -> tuple[int, str] | None:
    """Where the part at the end of a line begins, and its kind."""
    last = line[-1]
    if last in ")）】]〕 \u3000" or last.isdecimal():
        begin = max(0, len(line) - _LONGEST)
        if _OPENED.search(line, begin) and (match := _PART.search(line, begin)):
            return match.start(), "byline"
    at = noise_at_end(line) if last <= "~" else None
    return None if at is None else (at, "noise")
