"""What of a text machines read: blocks of code between fences."""

import pytest

from cnclean.prose.fences import find_fenced


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("先装：\n```sh\npip install\n```\n再用。", ["```sh\npip install\n```"]),
        ("先装：```sh\npip install\n```再用。", ["```sh\npip install\n```"]),
        ("  ```\n  a\n  ```\n\n> ```\n> b\n> ```", ["```\n  a\n  ```", "```\n> b\n> ```"]),
        ("````md\n```\na\n```\n````\n完", ["````md\n```\na\n```\n````"]),
        ("写成```a```就行\n```\nb\n```", ["```\nb\n```"]),
        ("```\n没有结束", []),
        ("~~~\n分隔线\n~~~", []),
        ("没有代码", []),
    ],
)
def test_a_block_goes_from_its_fence_to_the_next_one_as_long(text: str, blocks: list[str]) -> None:
    assert [text[start:end] for start, end in find_fenced(text)] == blocks
