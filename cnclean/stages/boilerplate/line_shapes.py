"""What a line looks like, whatever it says: a paragraph, a title, a rule, a field of a form."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.prose.code_lines import COMMIT_TYPES, TREE_ROW
from cnclean.stages.boilerplate.markdown_links import is_link

BODY: Final = 25
"""A line of so many characters that ends as a sentence, or twice as many however it ends, is a paragraph.

Spaces do not count: later stages may add or remove them, and a second run must see the same page.
"""

_LONGEST_TITLE: Final = 40
_EMPHASIS: Final = "*# >"
_WORD_SIZE: Final = 5

_STOP = compile_later(rf"(?:[。．！？!?；;…：:」』”\"）)]|(?<=[{HAN}）)])\.|\.\.\.)\s*$")
_SENTENCE_END = compile_later(rf"(?:[。．]|(?<=[{HAN}）)”」』\"])\.)[”」』\"]?[\s*]*$")
_LATIN_SENTENCE = compile_later(r"(?<![ -~])[ -~]*[A-Za-z\"')](?=[.!?][\"')]?\s*$)")
_CAPITAL = compile_later("[A-Z].")
_ADDRESS_LINE = compile_later(r"\s*(?:(?:https?://|www\.)[!-~]+\s*)+$")

FIELD = compile_later(
    rf"^\s*[{HAN}A-Za-z]{{2,12}}\s?[:：](?!//)\s?\S[^。]{{0,40}}$(?<![{HAN}）)]\.)(?<![{HAN}）)]\.[”」』\"])(?<![”」』\"]\.)"
)
ENTRY = compile_later(rf"\s*(?:[-*·•]\s*)?[{HAN}A-Za-z]{{1,6}}\s?[:：](?!//)\s?\S")
STRONG_FIELD = compile_later(rf"\s*\*\*[{HAN}A-Za-z]{{2,12}}\s?(?:[:：]\*\*|\*\*\s?[:：])")
WORD = compile_later(rf"\s*[{HAN}]{{1,6}}\s*$")
RULE = compile_later(r"[^\w？！?!…“”\"'「」\[【（({}]+$|[_\s]+$")
BULLET = compile_later(r"\s*(?:[●·•▪◆◇■□▶►▸★☆○－—*-]\s*|[\[【]|\d{1,2}\s*[、.．]\s*|>{1,2}\s*|→\s*)")
POINTER = compile_later(r"\s*[→↑↓▲▼▶►☞✔★☆]")
CODE = compile_later(r"^\s*(?:```|</?[A-Za-z])")
CALL = compile_later(
    r"\W*(?=[点點轻長长扫掃欢歡戳关關])(?:(?:点击|點擊|点选|轻触|轻点|长按|長按|扫码|掃碼|欢迎|歡迎|戳)"
    r"\S{0,6}(?:关注|關注|订阅|訂閱|追蹤|蓝字|藍字|加入)|(?:关注|關注)(?:我|本|[“「【])|(?:点击|點擊|戳)上方)"
)
"""How an account's call to its readers begins: `点击关注 ▲ 某某图书馆`."""
NUMBERED = compile_later(
    r"^\s*(?:[一二三四五六七八九十]+[、.．]|第.{1,3}[章节節条條]|[（(]?\d+[)）.．、]|0[xX][0-9A-Fa-f]{1,2}\b|(?:[Ss]tep|STEP)\s?\d|[AaQq问問答]\d?[:：.])"
)
HEADING = compile_later(rf"\W*[{HAN}]{{2,8}}\s*(?:[:：]\s*)?$")
COLON_ALONE = compile_later(r"[\s*]*[:：][\s*]*$")
LABEL = compile_later(rf"\W*[{HAN}A-Za-z]{{2,8}}\s*[:：][\s*]*$")
_COURT: Final = (
    r"\s*(?:代\s*理\s*)?(?:[审審]\s*判\s*[长員長员]|[书書]\s*[记記]\s*[官员員]|人民陪审员|陪審員|法官(?:助理)?)[\s:：]"
)
COURT = compile_later(_COURT)
"""How a court signs its judgement: `审判长　赵某`."""
SIGNED = compile_later(
    r"^\s*(?:此致|敬礼|敬禮|附件|附[:：]|注[:：]|[“「『\"]|联系人|聯絡人|聯繫人|[一二三四五六七八九十]+[、.]|[（(]\d)|[日夜晨]\s*$|(?:敬上|拜上|[敬谨謹][启啟])\s*$|\d{4}\s?年|\d{1,2}\s?月\s?\d{1,2}\s?日.{0,4}?\d{1,2}\s?[:：点點]"
    rf"|^{_COURT}"
)
NAME = compile_later(rf"\s*(?:[{HAN}]{{2,4}}|[{HAN}]{{2,6}}[·・ ][{HAN}]{{2,6}}|[A-Za-z][A-Za-z ._-]{{1,18}})\s*$")
_PIECES: Final = (
    r"\|.*\|\s*$",  # a row of a table
    r"[图圖表]\s?\d|\W?[图圖]\s?[|｜:：][^|｜:：]+\s[摄攝]影",  # a caption
    r"[(（]?A[)）]?[．.、 ].*\s[(（]?B[)）]?[．.、 ]",  # the options of a question
    r"①.*[→>].*②",  # steps
    r"\[\d{1,3}\]\s?[^\s\d]",  # a source: [1] 林远. 旧桥[J]. 2018.
    rf"[{HAN}A-Za-z·]{{2,12}}\s?\d{{1,3}}\s?[:：-]\s?\d{{1,3}}\s?[{HAN}A-Za-z·]{{2,12}}\s*$",  # 甲队 3:1 乙队
    r"[#\s\[]*[vV]?\d{1,3}(?:\.\d{1,4}){1,3}\]?\s*[-—(（ ]\s*(?:19|20)\d\d\b",  # v1.2.0 (2020-03-05)
    rf"(?:[{HAN}]{{1,8}}[(（][A-Z][)）](?:\.\.\.|…+)?(?:\s+|$))+$",  # a menu: 文件(F)  编辑(E)
    TREE_ROW,
    r"\S.{0,30}\[(?:编辑|編輯)\]\s*$",  # the heading of an encyclopedia's section
    r"(?:Ctrl|Alt|Shift|Cmd|Fn|Win)\s?\+\s?\S",  # keys: Ctrl+C：复制
    r":[^\s:]{1,16}:\s\S",  # a field of reStructuredText: `:版本: 1.0`
    rf"[{HAN}]{{7}}(?:  |\u3000)\s*[{HAN}]{{7}}[。．]?\s*$",  # a couplet
    rf"[{HAN}]{{5}}(?:  |\u3000)\s*[{HAN}]{{5}}[。．]?\s*$",
    r"[^\s:：|]{1,16}\s?-{1,2}>{1,2}[-+]?\s?[^\s:：|]{1,16}\s?[:：]",  # a diagram: 用户 -> 服务器: 登录请求
    r"[A-Za-z]\w{0,9}(?:[\[{(][^\]})]{1,20}[\]})])?\s?--",  # another: A[开始] --> B{是否登录}
    r"[a-z_][\w.]*\(.*\);|(?:CREATE|SELECT|INSERT|UPDATE|DELETE|ALTER|DROP)\s[A-Z*`]",  # code
    rf"\[[A-G][#b]?m?7?\][{HAN}]|\[(?:ti|ar|al|by|offset):|//@",  # a song with its chords, its file; a repost
    rf"[{HAN}]{{4}}(?:→[{HAN}]{{4}}){{2,}}|(?:[○□☐]\s?\S{{1,12}}\s+){{2}}",  # a chain of idioms, boxes to tick
    rf"(?:{'|'.join(COMMIT_TYPES)})(?:\([^)]*\))?!?[:：]\s",  # a log of changes
    rf"[A-Za-z][A-Za-z -]{{0,24}} [\[/][^\]/{HAN}]{{2,30}}[\]/]\s",  # able [ˈeɪbl] a. 能够的
)
PIECE = compile_later(rf"\s*+(?:{'|'.join(_PIECES)})")
"""What is a piece of a text, however short and wherever it stands."""

CLAUSE = compile_later(r"\s*(?:第[一二三四五六七八九十百\d]{1,4}[条條]|\d{1,2}\.\d{1,2}(?![\d.%]))")
"""How a clause of a contract begins."""

NOTE = compile_later(r"化名|具名|匿名|此件|^\W*注[:：]|参考文献|參考文獻|作者简介|作者簡介|附[:：]|[（(]完[)）]")

FIGURE = compile_later(r"\s*\d[\d.,]{0,7}[万萬wWkK+]?\+?\s*$")
BUTTON = compile_later(
    r"\s*\+?\s?(?:(?:已|加)?(?:关注|關注)|[订訂][阅閱]|追[踪蹤]|收起|展[开開]|[举舉][报報]|字[号號体體])\s*$"
)
"""A word that heads no section."""

_PARTED = compile_later(r"\s*[|｜丨│→»>]\s*|\s+(?:[·•・/／-]\s+)?")
HASH = compile_later(r"\s*#")
_CLAUSES = compile_later(r"[，。！!；;…]|,(?!\d)|[：:]$")
_BARS = compile_later("[|>]")
_PART_SIZE: Final = 14
_MEAN: Final = 8
_PARTS: Final = 3
LEADER = compile_later(r"(?:…|\.{3,}|·{3,})\s*\d+\s*$")
"""How an entry of a table of contents ends: `第一章　绪论……1`."""


def is_row(line: str) -> bool:
    """Short parts side by side, with marks or blanks between: `职场达人 | 三月 | 阅读三分钟`."""
    parts = [part for part in _PARTED.split(line.strip()) if part]
    if line.isascii() and not _BARS.search(line):
        return False  # a version, a command
    if len(parts) < _PARTS or BULLET.match(line) or HASH.match(line) or _CLAUSES.search(line):
        return False
    return max(map(len, parts)) <= _PART_SIZE and sum(map(len, parts)) <= _MEAN * len(parts)


def is_body(line: str) -> bool:
    bare = line.strip()
    size = len(bare) - bare.count(" ")
    if size < BODY or is_link(line):
        return False
    return size >= 2 * BODY or bool(_STOP.search(line))


def ends_sentence(line: str) -> bool:
    """With a full stop; where the marks are damaged or Latin, with a point."""
    if _SENTENCE_END.search(line):
        return True
    latin = _LATIN_SENTENCE.search(line)
    return latin is not None and bool(_CAPITAL.search(latin[0]))


def introduces(line: str) -> bool:
    """Whether something follows that a line announces; `::` is code."""
    bare = line.rstrip()
    return bare.endswith((":", "：")) and not bare.endswith("::")


def is_title(line: str) -> bool:
    line = line.strip()
    return 4 <= len(line) <= _LONGEST_TITLE and not _STOP.search(line.rstrip("?？"))


def is_headline(line: str) -> bool:
    return is_title(line) and not is_scrap_word(line)


def is_scrap_word(line: str) -> bool:
    return len(line.strip()) <= _WORD_SIZE


def is_numbered(line: str) -> bool:
    return bool(NUMBERED.match(line.lstrip(_EMPHASIS)))


def is_address(line: str) -> bool:
    return bool(_ADDRESS_LINE.match(line))


def are_alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] != "" and (one.startswith(other) or other.startswith(one))
