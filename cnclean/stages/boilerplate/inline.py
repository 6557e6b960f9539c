"""Parts at the end of a paragraph that are not the paragraph: `(责任编辑:张三)`, `【记者 李四】`, `(图/某报提供)`."""

import re
from functools import lru_cache
from typing import Final

from cnclean.folding import fold
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of
from cnclean.stages.boilerplate.noise import noise_at_end
from cnclean.stages.boilerplate.wording.parts import (
    CAPTIONS,
    GIVEN,
    HOUSES,
    OWN,
    PAPERS,
    REPORTERS,
    ROLES,
    TAKEN,
    THINGS,
    WATERMARKS,
)

_OPENED = compile_later(r"[（(【\[〔](?<=[。！？!?…”」』.；;%）)\s].)")
"""A part's bracket, behind a stop or a blank."""

_LONGEST_PART: Final = 90
_ACTION: Final = "(?:分享|[举舉][报報]|收藏|[点點][赞讚]|[评評][论論]|[转轉][发發]|反[馈饋]|[纠糾][错錯])"
_BUTTON = compile_later(
    rf"(?<=[。！？!?…”」』])\s*(?:返回[{HAN}]{{2,6}}[，,]\s?查看更多"
    rf"|(?:[点點][击擊])?(?:展[开開](?:[阅閱][读讀])?|[阅閱][读讀]|查看)[全原]文|{_ACTION}(?:\s?[/／]\s?|\s+){_ACTION}(?:\s+{_ACTION})*)\s*$"
)
"""Of a portal, behind a stop: `返回搜狐，查看更多`, `举报/反馈`."""
_MADE = compile_later(
    r"(?<=[。！？!?…”」』])\s*"
    r"(?:本文(?:由|系)[^。！？]{2,60}(?:https?://|www\.)[!-~]+\s?(?:整理|编辑|編輯|采编)?[发發]布"
    r"|(?:想)?(?:了解)?更多[^。！？]{2,20}(?:[欢歡]迎|[请請]|可)(?:登[录錄陆陸入]|[访訪][问問]|[关關]注|[浏瀏][览覽])"
    r"[^。！？]{0,10}(?:https?://|www\.)[!-~]+\s?(?:查[询詢]|了解|[浏瀏][览覽]|查看))\s*$"
)
"""Who has put a text there, with their address: `本文由水泵网www.…整理发布`; or where more of it is."""
BUTTON_ENDS: Final = "多文布询詢享报報藏赞讚论論发發馈饋错錯"
_LONGEST_BUTTON: Final = 20


def find_part(line: str) -> tuple[int, str] | None:
    """Where the part at the end of a line begins, and its kind."""
    last = line[-1]
    if last in BUTTON_ENDS:
        button = _BUTTON.search(line, max(0, len(line) - _LONGEST_BUTTON))
        if button:
            return button.start(), "navigation"
        made = _MADE.search(line, max(0, len(line) - _LONGEST_PART))
        return (made.start(), "reprint") if made else None
    if last in ")）】]〕 \u3000" or last.isdecimal():
        begin = max(0, len(line) - _LONGEST_PART - 1)
        # Folded, 、 between names would be the comma of a sentence: `(记者走了，照片还在)`.
        if _OPENED.search(line, begin) and (match := _part().search(fold(line[begin:].replace("、", "&")))):
            return begin + match.start(), "byline"
    at = noise_at_end(line) if last <= "~" else None
    return None if at is None else (at, "noise")


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """A part with the blanks before it, in the folded end of a line."""
    role = any_of(ROLES)
    value = r"[^()\[\]。!?…\n我你吗呢]{0,30}"
    # （编辑 注）tells whose remark it is, （来源：《论语》）where a quotation stands
    named = rf"\s*[:|/·\s]\s*(?![\s\d]|(?:[注按评]|按语|附记|同[上前])\)|《[^《》]{{1,20}}(?<![报刊网志])》){value}"
    caption = rf"{any_of(CAPTIONS)}|(?:记者)?[^()\[\]。!?\n]{{2,8}}摄"
    in_round = (
        rf"{any_of(OWN)}?(?:{role}|[{HAN}]{{2,6}}记者)(?:{named}|(?=[{HAN}]{{2,4}}\)){value})",
        rf"{any_of(OWN)}?(?:[实见]习)?(?:记者|通讯员)[{HAN}]{{2,4}}(?:[\s&/]\s?[{HAN}]{{2,8}}){{1,6}}",
        rf"[{HAN}]{{2,10}}{any_of(HOUSES)}(?:\s(?:{any_of(REPORTERS)}|[{HAN}]{{2,3}}))+",
        rf"{any_of(THINGS)}?由[{HAN}a-z]{{2,14}}{any_of(GIVEN)}",
        rf"{any_of(TAKEN)}《[{HAN}]{{1,10}}{any_of(PAPERS)}》(?:报[道导])?",
        rf"[{HAN}]{{2,4}}(?:[\s&/,][{HAN}]{{2,4}}){{0,2}}\s(?:文/?图|图/?文|文|图|摄影|摄|供图|撰文)",
        rf"[{HAN}]{{2,10}}\s(?:供稿|供图|摄影|摄|撰稿|撰文|报[道导])(?:[/\s&,]{{1,2}}[{HAN}]{{2,4}}(?:\s(?:摄影|摄|文|图))?){{0,3}}",
        r"(?:推荐|延伸|相关|更多)阅读:[^()《]{2,40}",
        rf"本文(?:来自|来源于?|源自|转自)[{HAN}a-z\"]{{2,12}}(?:,更多[^()\[\]。]{{2,60}})?",
        rf"[^()\[\]。《]{{0,12}}{any_of(WATERMARKS)}[^()\[\]。]{{0,12}}(?:https?://|www\.|m\.)[!-'*-~]+[^()\[\]。]{{0,12}}",
        caption,
    )
    in_square = (
        rf"(?:本[报网])?(?:[{HAN}]{{0,3}}{role}|[{HAN}]{{2,6}}记者){named}",
        r"此帖被[^\[\]]{2,40}编辑",
        r"纠错|点击查看(?:高清)?[大原]图",
        caption,
    )
    another = rf"\s*[(\[]{role}[^()\[\]\n]{{0,30}}[)\]]"
    code = r"\s*(?:[a-z]{1,3}\d{2,5}|\d{6,8})"
    return re.compile(
        rf"(?<=[。!?…\".;%)])\s*(?:\((?:{'|'.join(in_round)})\)|\[\s?(?:{'|'.join(in_square)})\s?\])(?:{another})?(?:{code})?\s*$"
    )
