"""Which characters are read how, and which of them the annotating converter is known to annotate."""

import functools
import re
import unicodedata
from typing import Final

from cnclean.han import TONED
from cnclean.tables.readings import FIRST, OTHER

SYLLABLE: Final = f"[a-zü]{{0,5}}[{TONED}][a-zɑɡ]{{0,4}}"
"""A syllable with its tone mark. Some sites write it with the IPA letters ɑ and ɡ."""

ANNOTATION: Final = re.compile(rf"[(（]({SYLLABLE})[)）]")
"""One in brackets."""

_ANNOTATED: Final = """
ài愛 bào報 biāo標 cái財 cè測側冊 chǎng場 chǎn產 chéng誠 chēng稱 chē車 chóng蟲 chuàng創 chǔ礎 cuò錯 dá達 dāng當 dān擔
dǎo導 diào調 diǎn點 dòng動 duì對隊 fàn範 fā發 fèi費 fēng風 fù復負 gè個 gòu購構 guān關觀 guī規 guò過 guó國 hào號
huán環 huì會 hù戶護 jiàn見 jià價 jiān堅監 jiǎn簡 jié結節 jìng競 jìn進 jì計濟 jí級 jīng經 jī機績 jǐn謹 jué覺 jù據
kāi開 kuò擴 kù庫 lài賴 lái來 lán藍 lèi類 lè樂 lián聯 lì勵 lǐng領 luò絡 mào貿 mǎi買 mǎn滿 mèng夢 méi沒 mén門 nèi內
niǎo鳥 nóng農 píng評 qiáng強 qián錢 qǐng請 quán權 qū區驅 rèn認 shè設 shì勢 shí時識實 shī詩 shuí誰 shuō說 shù術數
tài態 tái臺 tīng聽 tǒng統 tuán團 wàn萬 wǎng網 wèi衛 wèn問 wěn穩 wù務 wú無 xiàng項 xiàn線現 xiāng鄉 xiāo銷 xié協
xiě寫 xì細 xí習 xué學 xùn訓 xù續 xún詢 yàn驗 yán嚴 yǎng養 yè業頁 yíng營 yīng應 yī醫 yōu優 yuǎn遠 yùn運 yù預 yǔ語
zé責 zhàn戰 zhǎng長 zhèn鎮 zhēng爭 zhì質 zhí執 zhuān專 zhuǎn轉 zhǔn準
"""
"""The annotations seen on some fifty damaged pages of 45 sites, each character with its only reading there."""

_ROW: Final = re.compile(r"([^\u4e00-\u9fff\s]+)([\u4e00-\u9fff]+)")


@functools.lru_cache(maxsize=4096)
def normalized(reading: str) -> str:
    return unicodedata.normalize("NFC", reading.replace("ɑ", "a").replace("ɡ", "g"))


def fits(character: str, reading: str) -> bool:
    """Whether `character` may be read `reading`."""
    return character in FIRST.get(reading, "") or character in OTHER.get(reading, "")


def is_annotated(character: str, reading: str) -> bool:
    """Whether the converter is known to annotate `character` so."""
    return character in annotated().get(reading, "")


def spells(word: str, reading: str) -> bool:
    """Whether the characters of `word` may be read `reading`, written in one."""
    if not word:
        return not reading
    return any(
        reading.endswith(last) and spells(word[:-1], reading.removesuffix(last).rstrip("' "))
        for last in _readings().get(word[-1], ())
    )


@functools.cache
def _readings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table in (FIRST, OTHER):
        for reading, characters in table.items():
            for character in characters:
                found.setdefault(character, []).append(reading)
    return found


def windows(lead: int, reading: str) -> list[tuple[str, bool]]:
    """The characters with this first byte that may have been annotated so, and whether they are known to be."""
    known = [char for char in annotated().get(reading, "") if char.encode("gbk")[0] == lead]
    if known:
        return [(char, True) for char in known]
    return [(char, False) for char in FIRST.get(reading, "") if char.encode("gbk")[0] == lead]


def windows_of(reading: str) -> str:
    """The characters that may have been annotated so, known ones if there are any."""
    return annotated().get(reading) or FIRST.get(reading, "")


@functools.cache
def annotated() -> dict[str, str]:
    """The characters that the converter is known to annotate, by reading."""
    return dict(_ROW.findall(_ANNOTATED))
