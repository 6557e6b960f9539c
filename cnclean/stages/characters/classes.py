"""The characters that are looked at, by the kinds of what is wrong with them."""

from cnclean.patterns import compile_later

# Everything that NFC may change or compose stands in these ranges (tested against the whole of Unicode).
COMPOSING = (
    "\u0300-\u0374\u037e\u0387\u0483-\u0487\u0590-\u1cff\u1dc0-\u1fff\u2000\u2001\u20d0-\u20ff\u2126\u212a\u212b"
    "\u2329\u232a\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1\ua802-\uabff"
    "\uf900-\ufaff\ufb1d-\ufb4f\ufe20-\ufe2f"
    "\U000101fd-\U00016fff\U0001bc9e-\U0001e94a\U0002f800-\U0002fa1f"
)
RADICAL = "\u2e80-\u2fd5"
PRIVATE = "\ue000-\uf8ff"
FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ"
SPACE = "\u1680\u2000-\u200a\u202f\u205f"
FORM = "\ufe10-\ufe19\ufe30\ufe35-\ufe44\ufe47\ufe48\ufe50-\ufe6b"
DELETED = "\x80-\x84\x86-\x9f\xad"
HALF_KANA = "\uff61-\uff9f"

KINDS = compile_later(
    rf"(?P<space>[{SPACE}])"
    rf"|(?P<full_width>[{FULL_WIDTH}](?:(?:[．／＠－＿％＃＝＆＋～]|：／／|(?<=[０-９])：(?=[０-９]))*[{FULL_WIDTH}])*(?:(?<=[０-９])％)?[\u0300-\u036f]*)"
    rf"|(?P<unusual>[{RADICAL}{PRIVATE}](?:[{DELETED}]*[{RADICAL}{PRIVATE}])*)"
    rf"|(?P<form>[{FORM}])"
    rf"|(?P<half_kana>[{HALF_KANA}]+)"
    # Beside a Latin-1 letter these may be bytes of mojibake that nobody could repair: they stay.
    r"|(?P<code>(?<![\x80-\xff])[\x80-\xa0\xad]+(?![\x80-\xff]))"
    r"|(?P<surrogates>[\ud800-\udbff][\udc00-\udfff])"
    rf"|(?P<composing>[{COMPOSING}]+)"
)
TRIGGER = compile_later(
    rf"[{SPACE}{FULL_WIDTH}{RADICAL}{FORM}{PRIVATE}{HALF_KANA}\x80-\xa0\xad\ud800-\udbff{COMPOSING}]"
)
