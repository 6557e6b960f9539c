"""Compare apples with apples: Traditional as Simplified, full width as half width, capitals as small letters.

One character becomes one character, so that offsets stay. Only characters that the wording needs are folded; the test
of the tables says which one is missing.
"""

import re
from functools import lru_cache
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

_TRADITIONAL: Final = (
    "並乾佈併來係俬個們側備傢傳僅價儘優儲內兩冊別刪則創劃動務勵區協卽厤參員問啓啟單噹嚴國圖團埰執報場塊墰壇壜奬娛學寀"
    "實審寫寶專對導層屬師帳帶幫幷幹庫廣彆彈彔後從復態慾應戶掃掛採換損搶摺撐撥擊擔據擴擷攝數斷於旂昇時暫曆書會朮東査條"
    "業榦構樂樓標機檔檯欄權歡歷歸殺氣氾汎沒減測溫瀏為無熱營爲獎獨獲獻現產産畫畵當療發盃盜盡監眞眾碼礙禮稅稱積穫箇節簡"
    "簽籌籤糰糾約紅級終結絕絡給統絲絶經綫維網綵緊線編縮總繫繼續纍纔罈罎羣習翫聞聯聲聽脩腦臉臨臺與興舉艦華萬蒐蔘薦藍處"
    "號蟲衆術衕裏裝裡製複覈見規視覺覽觀觸訂計訊討記訪設許訴註証評詞詢試話該詳語誠誤說説談請諒論諮謝謹證識譯議護讀讓讚"
    "貓負財貨責買費貼資賓賞質賬購贈贊贏蹤車載輕輯轉辦迴這連週進運過達違遞選還郵鄭醫釦鈡鈴錄錯録錶鍵鍾鎖鏈鏡鐘鐺長門閉"
    "開間閤閱閲闆闇關陞際隨險隱隻離電頁頂項順須預領頭頻題額類顧顯風颱餘饋馬驗體髮鬆鬚麪麫麵麼麽點齣瞭覆"
    "課貢樹張藥診認準雜誌雙愛遊畢榮譽陸緩噓謠鮮軍銷貝幀懷適蘋綜確棄幣騰尋擇鄉喫彙異較舊"
    "勳滾銀俠況園億筆響匯譜嗎賢納組夾嬰債將輸暱願齡決疊飲滿歲菸寵強戲徵紹誰藝煙"
    "鵝倉腳補"
    "貸賣檢駕親職難虧爭綁輪賺賠囑驅託襲館寬軟銅暢鈕輔圍細煩劇邊趕"
    "陳釋"
    "詩純廠堅講"
    "農敗錢靜鬥曬陽衛兌盤跡賭魚撲貴飛夠賽樣崗醬衞紙鋪闢"
    "懸階雞鳳擬隊夥範戰繹兒鐵桿"
)
_SIMPLIFIED: Final = (
    "并干布并来系私个们侧备家传仅价尽优储内两册别删则创划动务励区协即历参员问启启单当严国图团采执报场块坛坛坛奖娱学采"
    "实审写宝专对导层属师帐带帮并干库广别弹录后从复态欲应户扫挂采换损抢折撑拨击担据扩撷摄数断于旗升时暂历书会术东查条"
    "业干构乐楼标机档台栏权欢历归杀气泛泛没减测温浏为无热营为奖独获献现产产画画当疗发杯盗尽监真众码碍礼税称积获个节简"
    "签筹签团纠约红级终结绝络给统丝绝经线维网彩紧线编缩总系继续累才坛坛群习玩闻联声听修脑脸临台与兴举舰华万搜参荐蓝处"
    "号虫众术同里装里制复核见规视觉览观触订计讯讨记访设许诉注证评词询试话该详语诚误说说谈请谅论咨谢谨证识译议护读让赞"
    "猫负财货责买费贴资宾赏质账购赠赞赢踪车载轻辑转办回这连周进运过达违递选还邮郑医扣钟铃录错录表键钟锁链镜钟铛长门闭"
    "开间合阅阅板暗关升际随险隐只离电页顶项顺须预领头频题额类顾显风台余馈马验体发松须面面面么么点出了复"
    "课贡树张药诊认准杂志双爱游毕荣誉陆缓嘘谣鲜军销贝帧怀适苹综确弃币腾寻择乡吃汇异较旧"
    "勋滚银侠况园亿笔响汇谱吗贤纳组夹婴债将输昵愿龄决叠饮满岁烟宠强戏征绍谁艺烟"
    "鹅仓脚补"
    "贷卖检驾亲职难亏争绑轮赚赔嘱驱托袭馆宽软铜畅钮辅围细烦剧边赶"
    "陈释"
    "诗纯厂坚讲"
    "农败钱静斗晒阳卫兑盘迹赌鱼扑贵飞够赛样岗酱卫纸铺辟"
    "悬阶鸡凤拟队伙范战绎儿铁杆"
)
_MARKS: Final = {
    " ": "\u3000\u00a0\t",
    "|": "｜丨∣︱┃▏│‖",
    "/": "／∕",
    "·": "・",
    ">": "＞﹥",
    ",": "、",
    ":": "﹕︰",
    ".": "．",
    "[": "【〔",
    "]": "】〕",
    '"': "「」『』“”‘’",
}

_TABLE: Final = (
    dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    | {chr(code): chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)}
    | {char: mark for mark, chars in _MARKS.items() for char in chars}
)
_TRANSLATION: Final = str.maketrans(_TABLE)
_FOLDED = compile_later(f"[{re.escape(''.join(sorted(_TABLE)))}]")


def fold(text: str) -> str:
    if text.isascii():
        return text.translate(_TRANSLATION)
    return _FOLDED.sub(_fold, text)  # a character in five is folded: twice as fast as to translate all of them


def _fold(match: re.Match[str]) -> str:
    return _TABLE[match[0]]


_SEAM_BEHIND = compile_later(rf"[A-Za-z0-9](?=[{HAN}])")
_SEAM_AHEAD = compile_later(rf"[A-Za-z0-9](?<=[{HAN}].)")
_SPACED_SEAM = compile_later(rf"(?<=[{HAN}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{HAN}])")


def space(text: str) -> str:
    """With a space between Han and Latin letters or digits, so that a text says the same however it is spaced."""
    return _SEAM_AHEAD.sub(_add_before, _SEAM_BEHIND.sub(_add_behind, text))


def tighten(text: str) -> str:
    return _SPACED_SEAM.sub("", text)


def _add_before(seam: re.Match[str]) -> str:
    return " " + seam[0]


def _add_behind(seam: re.Match[str]) -> str:
    return seam[0] + " "


def unfold(char: str) -> str:
    """All spellings that fold to a character, itself first."""
    return _spellings().get(char, char)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    spellings: dict[str, str] = {}
    for spelling, char in _TABLE.items():
        spellings[char] = spellings.get(char, char) + spelling
    return spellings
