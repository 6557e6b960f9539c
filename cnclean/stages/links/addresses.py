"""What an address looks like, glued or disguised."""

from typing import Final

from cnclean.patterns import compile_later

# A URL ends at the first Han character or full-width mark, and a second `https://` begins a second one.
_CHARS: Final = r"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]"
_SUFFIX: Final = r"(?:com(?:\.(?:cn|tw|hk))?|net|org|cn|tw|hk|cc|top|info|vip|xyz)(?![A-Za-z0-9.-])"
_SCHEME: Final = rf"https?://(?:(?!https?://){_CHARS})++"
_WWW: Final = rf"www\.(?:(?!https?://|www\.){_CHARS})++"
_DOMAIN: Final = rf"(?<![A-Za-z0-9.@#-])[A-Za-z0-9-]++(?:\.(?!{_SUFFIX})[A-Za-z0-9-]++)*+\.{_SUFFIX}(?:/{_CHARS}*+)?"
_URL = compile_later(f"{_SCHEME}|{_WWW}|{_DOMAIN}")
CLOSERS: Final = "）】"
_AT_END: Final = 2000
"""Characters at the end of a line in which its URLs are looked for."""

CLEAR: Final = r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|[A-Za-z0-9_+-]{5,20}"
"""An address that anyone can read: e-mail, a number, an account's name."""

DISGUISED: Final = r"(?:[A-Za-z0-9._-]+ ?){1,10}[@#] ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+|[0-9](?: ?[0-9]){4,14}"
"""One that a scraper or a filter shall not read: blanks in it, `#` for `@`."""


def urls_at_end(line: str) -> tuple[int, int] | None:
    """Where the URLs begin with which a line ends, and where they end: a bracket may stand behind them."""
    if "." not in line:
        return None
    end = len(line.rstrip(CLOSERS + " \t\u3000"))
    if not end or not line[end - 1].isascii():
        return None
    last = line[max(0, end - _AT_END) : end].rsplit(None, 1)[-1:]
    if last and last[0].endswith(")") and "(" not in last[0]:
        end -= 1  # it closes what stands around the address
    if not last or ("." not in last[0] and "//" not in last[0]):
        return None
    first = end
    for match in reversed(list(_URL.finditer(line, max(0, end - _AT_END), end))):
        if line[match.end() : first].strip():
            break
        first = match.start()
    return None if first == end else (first, end)
