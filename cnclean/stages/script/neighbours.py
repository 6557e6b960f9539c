"""What a character becomes because of its neighbours, where OpenCC knows no phrase or takes one too often.

Each pattern is that character of a Simplified text, with looks around; a line more is a rule more.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final

_FORBIDDEN_ACTS: Final = (
    "进出入说吃喝带走动用去来看打拍抽吸停乱再任别离随开哭笑碰摸穿睡玩偷骂喊叫回超抄跑违私改提问拿讲参擅携请迟早"
)
_DRYING: Final = "发服衣裤袜衫巾被泥漆墨嘴泪汗血皮肤嗓喉唇塘井"
_ALREADY: Final = "没还未不已经都快就也早全很太晾晒"

_RULES: Final = (
    ("准", f"准(?<=不准)(?<![说拿算打看测猜摸瞄]不准)(?=[{_FORBIDDEN_ACTS}])"),  # what one may not do
    ("準", "准(?<=配准)(?!许|予)"),
    ("鐘", "钟(?<=[个座口架只点分秒刻时编甬闹警丧暮铜摆挂台电]钟)(?![爱情])"),  # not 鍾, a surname
    ("里", "里(?<=[十百千万][余多]里)(?![面头边])"),
    ("里", "里(?:(?=社区)(?<![村区镇城乡这那]里)|(?<=[二三四五六七八九十百千万]里)(?=[海河店铺桥坪塘沟岗]))"),
    ("里", "里(?<=[亚西]里)(?=[耶奇克尔]|表示)"),
    ("里", "里(?:(?=·)|(?<=·里)|(?<=·[^家心手眼夜城村屋嘴梦]里)|(?<=乌苏里))"),  # 德米特里·门捷列夫
    # Foreign names without a dot: what the corpora have of either rule are names. Not all pairs of both together are.
    ("里", "里(?<=[斯特尔克罗莱布德利维巴拉马卡加莫诺塞佩]里)(?=[克斯特尔兰德亚诺希奥恩姆夫茨昂埃])"),  # 耶斯特里克兰
    ("里", "里(?<=[马弗亚布克贝德默杰鲁奥托戴卡塞哈加尔]里)(?=[斯科亚茨德普克诺尼纳迪蒂])"),  # 杰弗里斯
    ("範", "范(?=儿)(?<!姓范)"),
    ("范", "范(?:(?=·)|(?<=·范)|(?<=姓范))"),
    *((surname, f"{surname}(?<=姓{surname})(?<!百姓{surname})") for surname in "于余谷"),
    ("麵", "面(?:(?<=[斤碗]面)(?![前对對子])|(?<=油茶面))"),
    ("乾", "干(?:(?<=桑干)|(?<=[鱼菜虾笋薯菇椰枣柿]干)(?=[和与的等]|[^\u4e00-\u9fff]|\\Z))"),
    ("乾", "干(?<![主骨树躯枝能]干)(?=制品|货|面包)"),
    (
        "乾",
        f"干(?:(?<=[{_DRYING}]干)|(?<=[{_DRYING}][{_ALREADY}]干)|(?<=[{_DRYING}][{_ALREADY}][{_ALREADY}]干))"
        r"(?=[了透]?(?:\Z|[^\u4e00-\u9fff]|以后|之后|再|吗|吧))",
    ),
    ("幹", "干(?:(?<=[我你他她谁们该能想要会敢肯]干)(?=的)|(?<![相晾晒风烘饼]干)(?=的(?:好事|事|活|勾当)))"),
    ("幹", "干(?=得(?:[很最更挺太真]?(?:好|漂亮|出色|不错|起劲)))(?<![晒晾烘吹擦]干)"),
    ("齣", "出(?<=[这那哪首每整]出)(?=[好大小悲喜闹新老]?[戏剧])"),
    ("沖", "冲(?=[咖奶牛豆果][啡粉奶浆汁]|马桶|厕所|杯|了?个澡|凉水)"),
    ("隻", "只(?<=[数几上十百千万][十百千万多余]只)(?=[\u4e00-\u9fff，、。])(?![有是能要会需得许好不怕为用管剩])"),
    ("隻", "只(?<=[0-9]只)(?![有是能要会需得许好不怕为用管剩])"),
    ("只", "只(?<=[函参系指次人分少多整实倍基]数只)"),
    ("只", "只(?<=是只)(?=[修改用看想知在做说吃喝买卖打写读听])"),
    ("出", "出(?:(?<=[举此言旦]一出)|(?<=一出)(?=[了过来去现]))"),
    ("製", "制(?<=自制)(?<![能难法乏以]自制)(?=的[\u4e00-\u9fff]|[^的力能心不地了得和与\\W])"),
    ("後", "后(?<=[0-9一二三四五六七八九十百千两几数多半整]天后)(?!宫|娘|庙|级|的[歌演])"),
    ("發", "发(?:(?<=换发)(?![型色根夹卡])|(?<=周润发)|(?<=广发)(?=[卡证银]))"),
    ("復", "复(?<=往复)"),
    ("複", "复(?=相关系数)(?<![恢修回答批]复)"),
    ("於", "于(?<=[胜出]于)"),
    ("樸", "朴(?:(?<=[返还抱归]朴)|(?=[厚陋野讷拙直散斫实素质]|学[大家者派，。、]))"),
    ("嘩", "哗(?:(?=哗)|(?<=哗哗))"),
    (
        "餵",
        "喂(?:(?=[食奶鸡鸭猪狗猫鱼马牛羊鸟饭药养料饱])|(?<=[\u4e00-\u9fff]喂)(?<![喂叫声道说句]喂)(?=[\u4e00-\u9fff])(?!喂|了?一?声))",
    ),
    ("面", "面(?<=[液界截曲斜球]面)"),
    ("云", '云(?<=[》经诗又]云)(?=[：:，,]?[“「‘"：:])'),
    ("云", r"云(?:(?<=[古前圣]人云)|(?<=[俗古][语话]云|[孔孟老庄荀]子云)|(?<=[常谚诗书]云))(?![集淡里雾雨彩烟霞层])"),
    ("雲", "云(?=[卷淡屯霞雾彩]|贵[高川渝两三边，、。])(?<![诗子语书经人]云)"),
    ("丑", "丑(?<=子丑)(?=寅)"),
    ("誌", "志(?<=[标墓]志)"),
    ("娘", "娘(?=家)|娘(?<=新娘)"),  # OpenCC has 孃
)
"""The form, and where the character has it."""

_ELSEWHERE: Final = {"麵": "麪"}
"""Of Taiwan's forms those for which OpenCC and Hong Kong have others."""


def forms_by_neighbours(text: str, *, taiwan: bool) -> Iterator[tuple[int, str]]:
    """Where a Simplified `text` has such a character, and what it becomes there."""
    pattern, forms = _rules()
    for match in pattern.finditer(text):
        form = forms[(match.lastindex or 1) - 1]
        yield match.start(), form if taiwan else _ELSEWHERE.get(form, form)


@functools.cache
def _rules() -> tuple[re.Pattern[str], list[str]]:
    """One pattern for all, by characters, so that only these are looked at; and the forms by its groups."""
    by_character: dict[str, list[tuple[str, str]]] = {}
    for form, pattern in _RULES:
        by_character.setdefault(pattern[0], []).append((form, pattern[1:]))
    choices = [
        f"{character}(?:{'|'.join(f'({around})' for _, around in rules)})" for character, rules in by_character.items()
    ]
    forms = [form for rules in by_character.values() for form, _ in rules]
    return re.compile("|".join(choices)), forms
