"""Words in characters of the Chinese that no Chinese has. They tell a Japanese line where its characters do not.

They are only asked for in short lines in which nothing speaks for Chinese. Left out is what Chinese texts say too, be
it of Japan: 刺身, 部長, 忘年会, 高等学校, 京都市. A word more is a word more known; each begins with a character,
not with a class.
"""

import functools
import re
from typing import Final

_STATE: Final = (
    "厚生労働 税務署 市役所 区役所 町役場 町内会 小学校[前区] 地裁 高裁 容疑者 書類送検 懲役 訪米 "
    "日米(?<![每今昨本明]日米) 当選者 社説(?<![版報旅通]社説)(?![明法話過得了不]) 調査 審査 捜査 支持率低 "
    "国会議員 選挙 議事録 世論"
)
_TIME_AND_PLACE: Final = (
    "丁目 都道府 左京区 右京区 横浜 国分寺 浜[松名田] 町[田村]市 年中無休 定休日 本日休 休業日 祝日 夏休 "
    "冬休(?!眠) 初詣 年賀(?!詞)(?<!新年賀) 年末年始 月極"
)
_WORK: Final = (
    "株式 会社(?![会团区科员交保主工群])(?<![协学工商年开大]会社) 取締役 監査役 執行役員 工務店 残業 給料 休暇 "
    "履歴書 確定申告 年末調整 源泉徴収 退職金 正社員 新入社員 派遣社員 係長 課長補佐 最低賃金 賃金交 "
    "時給[0-9一二三四五六七八九千] 敷金 家賃 名刺 勤務先 勤務時 打合 会議室 就職活動 見積 口座 納品 "
    "為替(?![代換其])(?<!作為替) 証券 普通預金 残高照 手数料金 振込 注文番 受注 在庫[切数状管] 品切 返品不 送料 "
    "割引 半額 税込 税別 押印 振替 引落 引[上下](?<![吸指牽牵]引.) 引換 取扱 現金書留 放題(?<!開放題) 献立 受付 "
    "営業"
)
_LIFE: Final = (
    "予[約算報定選防備想](?<![給给授赋賦准寄不]予.) 予告(?!知)(?<![給给]予告) 取引 手続 書類(?<![圖図图叢教]書類) "
    "立入 非常[口停階] 工事中 頭上注意 足元(?!年) 火気 喫煙 禁煙[所室席] 駐車 案内所 改札 精算機 通行止 駐輪 貸切 "
    "素泊 日帰 弁当 自由席 指定席 特急券 踏切 切符 運賃 運休 回送 往復切 新幹線[上下] 各停 郵便 新規[作登] 仮名 "
    "氏名(?<!姓氏名) 生年月日(?<!出生年月日) 本籍地 続柄 住民票 印鑑証明 証明書 利用規約 記入例 婦人科 小児科 "
    "皮膚科医院 診察券 診察室 看護師 熱中症 救急車 風邪 大学病院 授業[料中時] 卒業[生式証論] 時間割 宿題 学生証 "
    "台風[情接一] 津波 緊急地震 降水確率 最高気 洗濯 掃除機 炊飯 携帯 個人情報 歌合戦 手荷物 待合室 授乳室 搬入口 "
    "土足[禁厳] 貸出中 返却 整理券(?!商) 右折禁 左折禁 撮影禁止 滑走路 宅配便 添付"
)
# Not in 昭和五年嘉義街改陞為州轄市: of such years Taiwan's texts speak too.
_ERAS: Final = ("令和", "平成", "昭和")
_YEAR: Final = "[元一二三四五六七八九十0-9０-９]{1,3}年(?![^度代間元一二三四五六七八九十0-9０-９])"


def has_japanese_word(text: str) -> bool:
    """Whether some word of `text` is Japanese, if the text is not Chinese."""
    return _word().search(text) is not None


@functools.cache
def _word() -> re.Pattern[str]:
    """One pattern for all, by first characters, so that the others are passed over."""
    by_first: dict[str, list[str]] = {}
    for word in (*f"{_STATE} {_TIME_AND_PLACE} {_WORK} {_LIFE}".split(), *(era + _YEAR for era in _ERAS)):
        by_first.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()))
