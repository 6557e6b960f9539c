"""Names of files, which conversion would break."""

from collections.abc import Iterator

from cnclean.edits import Bounds
from cnclean.han import HAN
from cnclean.patterns import compile_later

_FILE_ENDING = compile_later(
    r"\.(?:txt|pdf|docx?|xlsx?|pptx?|csv|json|xml|html?|md|py|js|jpe?g|png|gif|mp[34]|zip)(?![A-Za-z0-9])"
)
_FILE_NAME = compile_later(
    rf"(?:(?<![{HAN}A-Za-z0-9])[{HAN}]{{1,12}}(?<![的是为為叫成和或缀綴])[0-9_-]{{0,10}}|[A-Za-z0-9_-]{{1,40}})\Z"
)


def file_names(text: str) -> Iterator[Bounds]:
    """Where `text` has names of files, all Chinese or all ASCII: in 目录中的man.txt nobody can tell where it begins."""
    for ending in _FILE_ENDING.finditer(text):
        if name := _FILE_NAME.search(text[max(0, ending.start() - 40) : ending.start()]):
            yield ending.start() - len(name[0]), ending.end()
