"""decode: bytes of Chinese text in any encoding, whole and damaged."""

import random

import pytest
from conftest import FIXTURES, LINEAR, growth
from hypothesis import given, settings
from hypothesis import strategies as st

from cnclean import Decoded, decode

TEXTS = [path.read_text("utf8") for path in sorted((FIXTURES / "articles").glob("*.clean.txt"))]
NAMES = {"gb2312": "gb18030", "big5": "big5hkscs", "utf-16": "utf-16-le"}  # decoded as what holds all of it
ENCODINGS = ["utf-8", "gb2312", "gb18030", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be", "hz"]


def samples(encoding: str, size: int) -> list[tuple[str, bytes]]:
    found = []
    for text in TEXTS:
        for start in range(0, len(text) - size, size):
            piece = text[start : start + size]
            try:
                data = piece.encode(encoding)
            except UnicodeEncodeError:
                continue
            if sum("\u4e00" <= character <= "\u9fff" for character in piece) >= size // 2:
                found.append((piece, data))
    assert found
    return found


@pytest.mark.parametrize("size", [10, 25, 200])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_read(encoding: str, size: int) -> None:
    for text, data in samples(encoding, size):
        decoded = decode(data)
        assert decoded.text == text
        assert decoded.lost == 0
        assert decoded.encoding is not None
        assert decoded.confidence > 0
        assert decoded.encoding == NAMES.get(encoding, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_two_corrupt_bytes_in_a_thousand_cost_a_few_characters(encoding: str) -> None:
    rng = random.Random(7)
    for text, data in samples(encoding, 150):
        corrupt = bytearray(data)
        for place in rng.sample(range(4, len(data)), 2):
            corrupt[place] = rng.randrange(256)
        decoded = decode(bytes(corrupt))
        assert decoded.encoding == decode(data).encoding
        kept = sum(line in decoded.text for line in (text[i : i + 10] for i in range(0, len(text), 10)))
        assert kept >= len(text) // 10 - 5


def test_pairs_that_are_shifted_but_can_be_read_are_put_right() -> None:
    lead, trail = "到".encode("gb18030")
    data = "改革将扩展到药店、便利店、民宿等八类场景。".encode("gb18030").replace(
        bytes([lead, trail]), bytes([2, trail])
    )
    assert len(data.decode("gb18030", "ignore")) == 21, "nothing shows that a byte is lost"
    assert decode(data).text == "改革将扩展\x02\ufffd药店、便利店、民宿等八类场景。"


def test_rare_characters_are_no_shifted_pairs() -> None:
    text = "这里是生僻字的列表，请看下面，每一行都是一个例子，别的地方没有这样的字，所以不会认错：\n"
    text += "ㄗ瞢韣╋氍鞴Ψ辁齄ㄗ韉丂丄丅丆齄┢囝囡囵囫囹囿\n"
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"\n~{", b"\nM{"), (b"\n~{", b"\n~!"), (b"~}km", b"~\x1fkm"), (b"~}km", b"\x7f}km"), (b"~}\n", b"~x\n")],
)
def test_a_damaged_escape_of_hz_loses_nothing(old: bytes, new: bytes) -> None:
    text = "这是一句关于汉字编码的话\n选举结果已经公布，请大家查看km的数字\n再来一句很长的话"
    data = text.encode("hz")
    assert old in data
    assert decode(data.replace(old, new, 1)) == Decoded(text, "hz", 1.0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_cut_tail_loses_one_character(encoding: str, cut: int) -> None:
    data = "圖書館每週一休館，其他時間照常開放".encode(encoding)[:-cut]
    decoded = decode(data)
    assert decoded.text == data.decode(encoding, "ignore")
    assert decoded.lost == (len(decoded.text.encode(encoding)) != len(data))


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "abc中文".encode(encoding)) == Decoded("abc中文", encoding, 1.0, 0)
    assert decode(mark) == Decoded("", encoding, 1.0, 0)


def test_private_use_characters_of_gb_are_what_they_stand_for() -> None:
    data = "这个字是".encode("gb18030") + b"\xfe\x59\xa6\xd9"
    assert decode(data).text == "这个字是龴︐"


def test_the_zero_of_hong_kong_is_no_kana() -> None:
    """Python's big5 reads C6E2 as ま; browsers and HKSCS as 〇."""
    decoded = decode("二〇二四年的展覽".encode("big5hkscs"))
    assert (decoded.text, decoded.encoding) == ("二〇二四年的展覽", "big5hkscs")


@pytest.mark.parametrize("encoding", ["big5hkscs", "gb18030"])
@pytest.mark.parametrize("text", ["佢哋喺度傾偈，冇人嚟。", "你食咗飯未呀？"])
def test_cantonese_is_chinese(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_ascii_before_and_after_says_nothing() -> None:
    data = b"<html>\n" * 5000 + "今天天气很好。".encode("gbk") + b"\n</html>" * 5000
    assert decode(data).encoding == "gb18030"


@pytest.mark.parametrize(
    "data",
    [
        "Voilà le garçon déjà nommé où naïveté".encode("latin-1"),
        "Привет, как дела? Сегодня хорошая погода".encode("cp1251"),
        "これはペンです。日本語の文章を中国語と間違えないでください。".encode("shift_jis"),
        "これはペンです。日本語の文章を中国語と間違えないでください。".encode("euc_jp"),
        "안녕하세요. 한국어 문장입니다. 오늘은 날씨가 좋습니다.".encode("euc_kr"),
        random.Random(1).randbytes(400),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(2).randbytes(300),
    ],
)
def test_unsure_is_said_and_not_guessed(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding is None
    assert decoded.confidence == 0
    assert decoded.lost


def test_ascii_and_nothing_are_certain() -> None:
    assert decode(b"") == Decoded("", "ascii", 1.0, 0)
    assert decode(b"a ~{ b\n") == Decoded("a ~{ b\n", "ascii", 1.0, 0)


def test_text_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        decode("中文")  # type: ignore[arg-type]
    assert decode(bytearray(b"a")).text == decode(memoryview(b"a")).text == "a"  # type: ignore[arg-type]


@settings(max_examples=300)
@given(
    data=st.binary(max_size=80)
    | st.lists(st.sampled_from(["中文".encode(), "的".encode("gbk"), b"a", b"\xe4", b"~{"])).map(b"".join)
)
def test_any_bytes_are_read(data: bytes) -> None:
    decoded = decode(data)
    assert 0 <= decoded.confidence <= 1
    assert decoded.lost >= 0
    assert (decoded.encoding is not None) == (decoded.confidence > 0) or not decoded.text


@pytest.mark.parametrize(
    "piece", [b"\xb5\xc4", b"\xb5\xc4\xff", b"\xe4\xb8\xad", b"\xe4\xb8\xad\xe4", b"~{VP", b"\xa4", b"a\0"]
)
def test_time_is_linear(piece: bytes) -> None:
    assert growth(lambda size: decode(piece * (size // len(piece))), 200_000) < LINEAR


@pytest.mark.parametrize(
    "data",
    [
        "衆議院を解散した。\n株式会社日立製作所 代表取締役社長 営業".encode("euc_jp"),
        "。東京都千代田区永田町一丁目、国会議事堂。内閣総理大臣は衆議".encode("euc_jp"),
        "팩스 02-123-4568 회원가입 로그인 장바구니".encode("euc_kr"),
    ],
)
def test_valid_pairs_that_are_no_chinese_are_not_sure(data: bytes) -> None:
    assert decode(data).confidence < 0.5


SENTENCE = "青岚河上有一座旧桥，桥面由青石铺成。"


@pytest.mark.parametrize(
    ("main", "other"),
    [("utf-8", "gb18030"), ("utf-8", "big5hkscs"), ("gb18030", "utf-8"), ("big5hkscs", "utf-8")],
)
def test_a_line_in_another_encoding_is_read(main: str, other: str) -> None:
    old, new = SENTENCE, "他說：「橋還在，人已經老了。」"
    lines = [old if main != "big5hkscs" else new] * 8 + [new if other == "big5hkscs" else old]
    data = b"\n".join(line.encode(main) for line in lines[:-1]) + b"\n" + lines[-1].encode(other) + b"\n"
    assert decode(data)[:2] == ("\n".join(lines) + "\n", main)
    assert decode(data).lost == 0


def test_the_mark_of_utf8_before_gb_is_a_mistake() -> None:
    data = b"\xef\xbb\xbf" + (SENTENCE * 3).encode("gb18030")
    assert decode(data) == Decoded(SENTENCE * 3, "gb18030", 1.0, 0)
    damaged = b"\xef\xbb\xbf" + (SENTENCE * 3).encode().replace("桥".encode(), b"\xe6\xa1")
    assert decode(damaged).encoding == "utf-8"
