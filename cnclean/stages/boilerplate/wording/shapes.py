"""Shapes that lines of a page have: page numbers, tags, who reports, where it was printed.

They are looked for in a folded line (`folding.fold`). One of a shape's signs stands in whatever it matches: only then
it is tried.
"""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.wording.social_shapes import SOCIAL_SHAPES

_PAGES = compile_later(
    r"第?\s*\d+\s*页\s*[/|,]?\s*共\s*\d+\s*页|共\s*\d+\s*页|^\W*第\s*\d+\s*页\W*$|^-\s*\d+\s*-$|^\(?\d+\s*/\s*\d+\s*页?\)?$"
)
_PAGE_LINK = compile_later(r"^\[?\d{1,3}\]?(?:\s+\[?\d{1,3}\]?)*$")
_REPORTER = compile_later(
    rf"记者\s?[{HAN}]{{2,4}}\s?[/|](?:\s?[{HAN}]{{2,8}}报[导道])?|[{HAN}]{{2,3}}中心\s?/\s?[{HAN}]{{2,4}}报[导道]|/\s?[{HAN}]{{2,4}}报导"
    rf"|^原创\s+\S|^[□■●○◎◇]?\s?本报记者\s|^[{HAN}·]{{4,16}}(?:客户端|媒体|新闻网)记者\s[{HAN}]{{2,4}}$|^[{HAN}]{{2,4}}\s?/\s?(?:文图?|图文?|摄影?|整理)$|^\(?[{HAN}]{{2,6}}记者[{HAN}]{{2,8}}[\d\s]*日电\)?$"
    rf"|^\(?记者\s?[{HAN}]{{2,4}}\s?摄影?\)?$|^\(?[{HAN}]{{2,8}}记者\s?[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})?\s?摄?影?\)?$|^\(?[{HAN}]{{2,4}}\s摄\)?$"
    rf"|^\[?记者[{HAN}]{{4,10}}报[导道]\]?$|^[{HAN}]{{2,8}}[报网台社]讯\s?\(?记者\s?[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})?\)?$"
    rf"|^\(?本[报刊]记者摄\)?$|^[{HAN}]{{2,4}}社\s?/\s?[{HAN}]{{2,6}}\s?\d{{1,2}}\s?日电"
)
_TAGS = compile_later(
    r"(?<!\S)(?!(?:#[^\s#]{1,20}#)+[^\s#]{7,}$)"  # behind a topic between two marks the text begins
    r"(?:(?:#|(?<!\S)#\s)[^\s#]{1,20}#?[\s,]*){2,}$|(?<!\S)#[^\s#]{1,20}#?\s+\d+\s?个$"
)
_TAG = compile_later(r"^#[^\s#]{1,20}#?(?:\s+\d{1,4})?$")
_TRAIL = compile_later(
    r"^(?:首页|主页|home)\s*[>»›→/-].{1,40}$|^.{1,40}[>»›→]\s*(?:正文|详情|内容)$|^.{0,30}目录\s?[>»›]\s?\S{1,12}$"
)
_POINTER = compile_later(r"^(?:←|«|<<)\s?\S.{1,40}$|^\S.{1,40}\s(?:→|»|>>)$")
_ISSUE = compile_later(r"(?:19|20)\d\d\s?年?\s?第?\s?\d{1,3}\s?期")
_VOLUME = compile_later(
    r"^.{0,18}(?:(?:19|20)\d\d\s?年?[,\s]*)?(?:第\s?\d+\s?卷[,\s(]*第?\s?\d+\s?期|vol\.?\s?\d+[,\s(]*(?:no\.?|issue)?[\s(]*\d+).{0,36}$"
)
_PLAYER = compile_later(r"^\W*\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d\W*$")
_MAGAZINE = compile_later(
    rf"^[{HAN}]{{2,8}}(?:周刊|月刊|杂志)?\s(?:(?:19|20)\d\d\s?年\s?第\s?\d{{1,2}}|第?\s?\d{{2,4}})\s?期$"
)
_CUE = compile_later(r"^(?:点此|点击|点我|猛戳|戳)?(?:这里)?(?:查看|阅读|下载|进入|浏览|了解).{0,8}>{2,}.{0,40}$")
_DETAILS = compile_later(
    r"^(?:>+|»+|→|\[)\s?(?:详细|详情|全文|阅读全文|查看全文|查看详情|详细内容|点击查看|点击进入|点击阅读)\s?[\]>»]*$"
    r"|^(?:详细|详情|全文|更多)\s?(?:>+|»+)$"
)
_AUTHOR = compile_later(rf"^(?:[文图译])?◎\s?[{HAN}]{{2,5}}(?:[\s/,]+(?:[文图译])?◎\s?[{HAN}]{{2,5}})*$")
_STATUS_BAR = compile_later(r"^\d{1,2}:\d\d\W.{0,12}\d{1,3}%$")
_SHEET = compile_later(r"^(?:第?\s?[a-d]?\s?\d{1,2}\s?版(?::.{1,8})?|版次:.{1,6})(?=\s|$)")
_SITE = compile_later(r"^.{1,24}\s::(?:\s.{1,16})?\s?::?$")
_TOLD = compile_later(r"^以下文章(?:来源于|来自|转载自|转自)[^。;!?]{2,40}$(?<!:)")
_FROM = compile_later(
    r"^(?:编者按:\s?)?本文(?:来自|来源于|系|转载自|转自|首发于|原载|由).{0,8}(?:公众号|公号).{2,100}$"
)
_RIGHTS = compile_later(
    r"^(?:.{2,30}\s)?(?:copyright\s?)?(?:©|\(c\))\s?(?:19|20)\d\d(?:\s?[-–—~]\s?(?:(?:19|20)\d\d|now|present|至今))?(?!\d).{0,40}$"
)
_PRINTED = compile_later(
    rf"^[(《]{{0,2}}\s?[{HAN}]{{2,8}}\s?》?\s?\(?\s?(?:19|20)\d\d\s?(?:年\s?\d\d?\s?月\s?\d\d?\s?日|[-.]\d\d[-.]\d\d)\s?,?\s?(?:第|[a-d])?\s?\d{{1,2}}\s?版.{{0,6}}$"
)
"""Where it was printed: `《某某日报》（2018年09月11日 13 版）`."""
_SIGNATURE = compile_later(rf"^(?:[□■◇]\s?[{HAN}]{{2,4}}|[文图]\s[{HAN}]{{2,3}})$")
_TODAY = compile_later(r"^今天是\s?:?\s?(?:19|20)\d\d\D.{2,40}$")
_LENGTH = compile_later(
    r"^\W*(?:本文|全文)?共?约?\s?[\d,]+\s?余?字\s?[,|/·丨]?\s?(?:预计)?(?:阅读|读完)?(?:大?[约概]|全文|时间|本文|时长|需要?)*:?\s?\d+\s?分钟(?:阅读|读完)?$"
)
_CREDIT = compile_later(r"^(?:作者|记者|role|(?:图像|图片|影像|视频)(?:来源|加注文字)),(?:\s\S.{1,30})?$")
"""As one broadcaster has it: `作者, 林远`."""
_MASTHEAD = compile_later(rf"^[{HAN}]{{2,20}}(?:网站|门户|网|官网|在线|频道|论坛)\s(?:https?://|www\.)[!-~]+$")
_SERIAL = compile_later(r"^\d{20,}$")
_SECTION_LINK = compile_later(rf"^[∙·•]?\s?[{HAN}]{{2,6}}\s?[>›»]$")
_TREE = compile_later(rf"^[{HAN}]{{2,10}}(?:\s/\s[{HAN}]{{2,8}}){{2,4}}$")
"""Where a page stands in its site: `国内旅游 / 中部 / 南投`."""
_PICTURE_FILE = compile_later(
    r"^(?:dsc[nf]?|img|pic|mvimg|pxl|p|s__|微信图片|qq截图|qq图片|屏幕截图|截图|未命名)[\s_-]?\d{4,}\S{0,16}\.(?:jpe?g|png|gif|bmp|webp|heic)$"
)
"""As a camera or a telephone names it."""
_UPLOADED = compile_later(r"^(?:文档介绍:\s?)?该\[.{1,40}\]是由\[.{1,30}\]上传.{0,160}$")
_ATTACHED = compile_later(r"^附件\s?\d*\s?\[.{1,80}\]\s?(?:已下载|下载次数).{0,12}$")
_OUTLINE = compile_later(r"^目录(?:\s\d{1,2}\s\S{1,12}){2,}(?:\s(?:展开|收起))?$")
_DRAWN = compile_later(rf"^\([{HAN}]{{2,8}}(?:制图|绘图|资料图片?|图)\)$")
_PRICES = compile_later(r"(?:[¥$]\s?[\d.]+[\s,]*){2,}$")

_IMPRINT = compile_later(
    rf"^\(?(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?\s?(?:第\s?\d{{1,3}}\s?版|号(?:\s第?\s?\d+\s?期)?)\)?$"
    rf"|^《[{HAN}]{{2,12}}》\s?(?:19|20)\d\d\s?年\s?第\s?\d{{1,2}}\s?期\W{{1,3}}[{HAN}]{{2,6}}$"
)
"""Of which issue of a paper or magazine a page is."""
_GAZETTE = compile_later(r"^香港特别行政区政府\s?新闻公报$|^香港时间\s?\d{1,2}\s?时\s?\d{1,2}\s?分$")
"""Of the press releases of Hong Kong's government."""


SHAPES: Final = (
    *SOCIAL_SHAPES,
    # kind, weight, one of these characters must be there, pattern
    ("byline", 3.0, frozenset("记/创摄"), _REPORTER),
    ("pager", 3.0, frozenset("页-/"), _PAGES),
    ("pager", 0.5, frozenset("0123456789"), _PAGE_LINK),
    ("pager", 1.0, frozenset("←→«»<>"), _POINTER),
    ("tags", 3.0, frozenset("#"), _TAGS),
    ("tags", 0.9, frozenset("#"), _TAG),
    ("navigation", 3.0, frozenset(">»›→/-"), _TRAIL),
    ("ad", 1.5, frozenset("¥$"), _PRICES),
    ("meta", 1.5, frozenset("期"), _ISSUE),
    ("meta", 3.0, frozenset("期(vi"), _VOLUME),
    ("meta", 2.0, frozenset("期"), _MAGAZINE),
    ("meta", 2.0, frozenset("/"), _PLAYER),
    ("pager", 2.0, frozenset(">"), _CUE),
    ("pager", 3.0, frozenset(">»→["), _DETAILS),
    ("byline", 3.0, frozenset("◎"), _AUTHOR),
    ("meta", 2.0, frozenset("%"), _STATUS_BAR),
    ("meta", 2.0, frozenset("版"), _SHEET),
    ("meta", 3.0, frozenset("港"), _GAZETTE),
    ("meta", 2.0, frozenset("版号期"), _IMPRINT),
    ("preview", 3.0, frozenset("附"), _ATTACHED),
    ("navigation", 2.0, frozenset(":"), _SITE),
    ("reprint", 3.0, frozenset("章"), _TOLD),
    ("reprint", 3.0, frozenset("号"), _FROM),
    ("copyright", 3.0, frozenset("©("), _RIGHTS),
    ("byline", 3.0, frozenset("版"), _PRINTED),
    ("byline", 2.0, frozenset("□■◇文图"), _SIGNATURE),
    ("meta", 3.0, frozenset("0123456789"), _SERIAL),
    ("meta", 3.0, frozenset("今"), _TODAY),
    ("meta", 3.0, frozenset("字"), _LENGTH),
    ("byline", 3.0, frozenset(","), _CREDIT),
    ("navigation", 3.0, frozenset("站户网线道坛"), _MASTHEAD),
    ("navigation", 2.0, frozenset(">›»"), _SECTION_LINK),
    ("placeholder", 3.0, frozenset("."), _PICTURE_FILE),
    ("navigation", 1.5, frozenset("/"), _TREE),
    ("preview", 6.0, frozenset("该"), _UPLOADED),
    ("navigation", 3.0, frozenset("目"), _OUTLINE),
    ("credit", 3.0, frozenset("图"), _DRAWN),
)
