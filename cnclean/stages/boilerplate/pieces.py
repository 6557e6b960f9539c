"""What is a piece of a text, however short and wherever it stands: a row, a caption, a step, a line of code."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

_PIECES: Final = (
    r"\|.*\|\s*$",  # a row of a table
    r"[图圖表]\s?\d|\W?[图圖]\s?[|｜:：][^|｜:：]+\s[摄攝]影",  # a caption
    r"[(（]?A[)）]?[．.、 ].*\s[(（]?B[)）]?[．.、 ]",  # the options of a question
    r"①.*[→>].*②",  # steps
    rf"[{HAN}A-Za-z·]{{2,12}}\s?\d{{1,3}}\s?[:：-]\s?\d{{1,3}}\s?[{HAN}A-Za-z·]{{2,12}}\s*$",  # 甲队 3:1 乙队
    r"[#\s\[]*[vV]?\d{1,3}(?:\.\d{1,4}){1,3}\]?\s*[-—(（ ]\s*(?:19|20)\d\d\b",  # v1.2.0 (2020-03-05)
    rf"(?:[{HAN}]{{1,8}}\([A-Z]\)(?:\.\.\.|…+)?(?:\s+|$))+$",  # a menu: 文件(F)  编辑(E)
    r"\S.{0,30}\[(?:编辑|編輯)\]\s*$",  # the heading of an encyclopedia's section
    r"(?:Ctrl|Alt|Shift|Cmd|Fn|Win)\s?\+\s?\S",  # keys: Ctrl+C：复制
    r"[^\s:：|]{1,16}\s?-{1,2}>{1,2}[-+]?\s?[^\s:：|]{1,16}\s?[:：]",  # a diagram: 用户 -> 服务器: 登录请求
    r"(?:feat|fix|docs|style|refactor|perf|test|chore|build|ci)(?:\([^)]*\))?!?[:：]\s",  # a log of changes
    rf"[A-Za-z][A-Za-z -]{{0,24}} [\[/][^\]/{HAN}]{{2,30}}[\]/]\s",  # able [ˈeɪbl] a. 能够的
)
PIECE = compile_later(rf"\s*(?:{'|'.join(_PIECES)})")
