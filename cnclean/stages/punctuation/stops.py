"""The full stop inside a line: `天黑了.街上没有人.` or `天黑了. 街上没有人.`, where the author ends every sentence so.

`Chinese.Chinese` by itself says nothing: names (比尔.盖茨) and files (图片.文件) have it too. A text that ends its
lines with `.` and hardly has 。 (in a caption, a note on the author) has one mark for both; between two clauses that
are no transliterated name it is a stop.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.prose.lines import Lines
from cnclean.stage import Span

_BETWEEN_CLAUSES = compile_later(rf"\.(?<=[{HAN}]{{3}}\.) ?(?=[{HAN}][{HAN}0-9]{{2}})")
_FOR_EACH_WIDE: Final = 2
_TRANSLITERATING: Final = frozenset(
    "阿埃艾安奥巴柏拜班保鲍贝本比彼波伯勃博布查达戴丹德迪蒂东杜厄恩尔法范菲费芬佛弗福盖格根贡古哈海汉豪赫亨华怀"
    "基吉加贾杰金卡凯坎康考柯科克肯库夸奎拉莱兰朗劳勒雷里利林卢鲁伦罗洛马迈麦曼梅门蒙米密莫默姆穆纳内尼涅牛纽诺"
    "欧帕潘佩皮普奇乔切琼让热荣茹瑞若萨塞桑沙莎山圣史斯司丝苏索塔泰坦汤特提图托瓦万威韦维魏温文沃乌西希夏香肖谢辛"
    "逊雅亚扬耶叶伊依因英尤约泽扎詹张珍朱翰"
    "愛貝達東爾費漢華懷賈傑凱蘭勞盧魯倫羅馬邁麥門內紐諾歐喬瓊讓熱榮薩聖絲蘇湯圖萬韋維溫烏謝遜雅亞揚葉約澤張"
)
"""Characters that write the sounds of foreign names, on both sides of the point that joins them."""


def find_inner_stops(text: str, marks: Sequence[Span], lines: Lines) -> Iterator[Span]:
    """Those of a text in which a `.` that ends a line is among the `marks` that were found."""
    ending = sum(mark[2] == "。" for mark in marks)
    if ending <= _FOR_EACH_WIDE * text.count("。"):
        return
    for match in _BETWEEN_CLAUSES.finditer(text):
        at, end = match.span()
        is_name = text[at - 1] in _TRANSLITERATING and text[end] in _TRANSLITERATING
        if not is_name and lines.at(at).is_prose:
            yield at, end, "。"
