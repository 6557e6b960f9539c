"""What stands for what, where a table says it."""

from typing import Final

from cnclean.tables.private_use import GB_PRIVATE_USE

FORMS: Final = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫",
        "，、。：；！？〖〗…：（）｛｝〔〕【】《》〈〉「」『』［］，、．；：？！—（）｛｝〔〕＃＆＊＋－＜＞＝＼＄％＠",
        strict=True,
    )
)
"""Vertical and small forms, and the full-width mark that an author types."""

FROM_PRIVATE_USE: Final = {code: FORMS.get(new, new) for code, new in GB_PRIVATE_USE.items()}

RADICALS_SIMPLIFIED: Final = str.maketrans(
    "戶見門長馬魚鳥麥黃龍齊齒龜車貝風飛頁韋",
    "户见门长马鱼鸟麦黄龙齐齿龟车贝风飞页韦",
)
"""A Kangxi radical has the traditional shape; in a Simplified document the same glyph stood for the Simplified one."""
