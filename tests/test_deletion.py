"""What the stages that delete have in common: the guard against taking too many lines, and what `explain` says."""

import pytest

from cnclean import Options, explain
from cnclean.deletion import limited
from cnclean.stage import Span


def test_what_would_go_is_found_once_for_finding_and_suspecting() -> None:
    asked: list[str] = []

    def find_all(text: str, _options: Options) -> list[Span]:
        asked.append(text)
        return [(0, len(text), "")]

    find, suspect = limited(find_all)
    options, text = Options(), "甲乙"
    assert list(find(text, options)) == []  # too much
    assert list(suspect(text, options)) == [(0, 2, "")]
    assert asked == [text]
    assert list(suspect(text, Options(max_loss=1.0))) == []  # with other options it is found anew
    assert len(asked) == 2


def test_a_text_that_loses_nothing_is_read_once() -> None:
    asked: list[str] = []

    def find_all(text: str, _options: Options) -> list[Span]:
        asked.append(text)
        return []

    find, suspect = limited(find_all)
    options, text = Options(), "甲乙"
    assert list(find(text, options)) == list(suspect(text, options)) == []
    assert asked == [text]


@pytest.mark.parametrize("blank", ["\u3000\n\u3000", " \n \n \n", "\t\n\n\t"])
def test_a_blank_page_is_explained(blank: str) -> None:
    assert explain(blank).text == "\n"
    assert explain(blank).suspects == ()
