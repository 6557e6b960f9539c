"""Compare apples with apples: Traditional as Simplified, full width as half width, capitals as small letters.

One character becomes one character, so that offsets stay. Only characters that the wording needs are folded; the test
of the tables says which one is missing.
"""

import re
from functools import lru_cache
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

_SIMPLIFIED: Final = """
    並并 乾干 佈布 併并 來来 係系 俠侠 俬私 倉仓 個个 們们 側侧 備备 傢家 傳传 債债 傷伤 僅仅 價价 億亿 儘尽 優优 儲储
    兌兑 兒儿 內内 兩两 冊册 別别 刪删 則则 創创 劃划 劇剧 動动 務务 勳勋 勵励 匯汇 區区 協协 卽即 厤历 參参 員员 問问
    啓启 啟启 喫吃 單单 嗎吗 噓嘘 噹当 嚴严 囑嘱 國国 圍围 園园 圖图 團团 埰采 執执 堅坚 報报 場场 塊块 墰坛 壇坛 壜坛
    夠够 夥伙 夾夹 奬奖 娛娱 嬰婴 學学 寀采 實实 審审 寫写 寬宽 寵宠 寶宝 將将 專专 尋寻 對对 導导 層层 屬属 崗岗 師师
    帳帐 帶带 幀帧 幣币 幫帮 幷并 幹干 庫库 廠厂 廣广 張张 強强 彆别 彈弹 彔录 彙汇 後后 從从 復复 徵征 愛爱 態态 慾欲
    應应 懷怀 懸悬 戰战 戲戏 戶户 掃扫 掛挂 採采 換换 損损 搶抢 摺折 撐撑 撥拨 撲扑 擇择 擊击 擔担 據据 擬拟 擴扩 擷撷
    攝摄 敗败 數数 斷断 於于 旂旗 昇升 時时 暢畅 暫暂 暱昵 曆历 曬晒 書书 會会 朮术 東东 査查 桿杆 條条 棄弃 業业 榦干
    榮荣 構构 樂乐 樓楼 標标 樣样 樹树 機机 檔档 檢检 檯台 欄栏 權权 歐欧 歡欢 歲岁 歷历 歸归 殺杀 氣气 氾泛 汎泛 決决
    沒没 況况 減减 測测 準准 溝沟 溫温 滾滚 滿满 潛潜 瀏浏 為为 無无 煙烟 煩烦 熱热 營营 爭争 爲为 獎奖 獨独 獲获 獻献
    現现 產产 産产 畢毕 畫画 異异 畵画 當当 疊叠 療疗 發发 盃杯 盜盗 盡尽 監监 盤盘 眞真 眾众 瞭了 確确 碼码 礙碍 禮礼
    稅税 稱称 積积 穫获 筆笔 箇个 節节 範范 簡简 簽签 籌筹 籤签 糰团 糾纠 約约 紅红 納纳 純纯 紙纸 級级 細细 紹绍 終终
    組组 結结 絕绝 絡络 給给 統统 絲丝 絶绝 綁绑 經经 綜综 綫线 維维 網网 綵彩 緊紧 線线 編编 緩缓 縮缩 總总 繫系 繹绎
    繼继 續续 纍累 纔才 罈坛 罎坛 羣群 習习 翫玩 聞闻 聯联 聲声 職职 聽听 脩修 腦脑 腳脚 臉脸 臨临 臺台 與与 興兴 舉举
    舊旧 艦舰 華华 菸烟 萬万 蒐搜 蔘参 薦荐 藍蓝 藝艺 藥药 蘋苹 處处 號号 虧亏 蟲虫 衆众 術术 衕同 衛卫 衞卫 裏里 補补
    裝装 裡里 製制 複复 襲袭 覆复 覈核 見见 規规 視视 親亲 覺觉 覽览 觀观 觸触 訂订 計计 訊讯 討讨 託托 記记 訪访 設设
    許许 訴诉 診诊 註注 証证 評评 詞词 詢询 試试 詩诗 話话 該该 詳详 誌志 認认 語语 誠诚 誤误 說说 説说 誰谁 課课 談谈
    請请 諒谅 論论 諮咨 講讲 謝谢 謠谣 謹谨 證证 識识 譜谱 譯译 議议 護护 譽誉 讀读 變变 讓让 讚赞 貓猫 貝贝 負负 財财
    貢贡 貨货 責责 貴贵 買买 貸贷 費费 貼贴 資资 賓宾 賞赏 賠赔 賢贤 賣卖 質质 賬账 賭赌 賺赚 購购 賽赛 贈赠 贊赞 贏赢
    趕赶 跡迹 蹤踪 車车 軍军 軟软 較较 載载 輔辅 輕轻 輪轮 輯辑 輸输 轉转 辦办 農农 迴回 這这 連连 週周 進进 遊游 運运
    過过 達达 違违 遞递 適适 選选 還还 邊边 郵邮 鄉乡 鄭郑 醫医 醬酱 釋释 釦扣 鈕钮 鈡钟 鈴铃 銀银 銅铜 銷销 鋪铺 錄录
    錢钱 錯错 録录 錶表 鍵键 鍾钟 鎖锁 鏈链 鏡镜 鐘钟 鐵铁 鐺铛 長长 門门 閉闭 開开 間间 閣阁 閤合 閱阅 閲阅 闆板 闇暗
    關关 闢辟 陞升 陳陈 陸陆 陽阳 隊队 階阶 際际 隨随 險险 隱隐 隻只 雙双 雜杂 雞鸡 離离 難难 電电 靜静 韓韩 響响 頁页
    頂顶 項项 順顺 須须 預预 領领 頭头 頻频 題题 額额 願愿 類类 顧顾 顯显 風风 颱台 飛飞 飲饮 餘余 館馆 饋馈 馬马 駕驾
    騙骗 騰腾 驅驱 驗验 體体 髮发 鬆松 鬚须 鬥斗 魚鱼 鮮鲜 鳳凤 鵝鹅 麪面 麫面 麵面 麼么 麽么 黃黄 點点 齡龄 齣出
"""
"""Traditional or another form, and Simplified: pairs in the order of their code points."""

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
    {pair[0]: pair[1] for pair in _SIMPLIFIED.split()}
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
