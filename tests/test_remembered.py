"""What is remembered is what would be answered, and never grows beyond its bound."""

from cnclean.remembered import remembered


def test_each_question_is_answered_once() -> None:
    asked: list[int] = []

    @remembered(most=10)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(n) for n in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert asked == [1, 2]


def test_it_forgets_when_it_is_full() -> None:
    asked: list[int] = []

    @remembered(most=3)
    def same(number: int) -> int:
        asked.append(number)
        return number

    assert [same(n) for n in (1, 2, 3, 4, 1)] == [1, 2, 3, 4, 1]
    assert asked == [1, 2, 3, 4, 1]
