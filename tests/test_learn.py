"""What is learned across the documents of a site: the forward model, the bound of the memory, and the command."""

import gzip
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import environment
from hypothesis import given, settings
from hypothesis import strategies as st

from cnclean import Boilerplate, Options, clean, learn
from cnclean.corpus.frequent import Frequent
from cnclean.corpus.learning import Record, learn_records
from cnclean.corpus.lines import is_learnable

HEAD = ["云栖周刊 读者的周刊", "首页 | 人物 | 影像 | 订阅", "字号 大 中 小"]
TAIL = ["本刊文字均为原创，谢绝一切形式的搬运。", "2021年第7期 总第308期 邮发代号0-0", "云栖周刊社 © 2009-2021"]
only_template = frozenset({"template"})


WORDS = [
    ["清晨", "傍晚", "入冬以后", "那年夏天", "下雨的日子", "赶集那天", "天还没亮", "收工以后", "月底", "过完年"],
    ["摆渡的老人", "修表的师傅", "卖豆腐的", "邮局的姑娘", "守林人", "裁缝", "放羊的孩子", "外婆", "船工", "校长"],
    ["坐在门口", "推着车子", "背着竹篓", "站在桥头", "翻过山梁", "点起油灯", "收起缆绳", "锁上院门", "扫完落叶"],
    ["数着来往的客人", "听了半天的风", "和邻居说起旧事", "等一封迟到的信", "把账本从头算起", "教徒弟磨一把刀"],
    ["没有人催他", "炊烟慢慢升起来", "河水涨了一寸", "狗在巷口叫了两声", "石榴树开了花", "雾一直没有散"],
]


def article(number: int, lines: int = 5) -> list[str]:
    chosen = random.Random(number)  # the same pages at every run
    return ["，".join(chosen.choice(words) for words in WORDS) + "。" for _ in range(lines)]


def page(number: int) -> str:
    return "\n".join([*HEAD, f"{article(number)[0][:9]}", *article(number), *TAIL])


class TestForwardModel:
    @given(
        head=st.integers(0, 3),
        tail=st.integers(0, 3),
        pages=st.integers(10, 25),
        lengths=st.lists(st.integers(3, 12), min_size=25, max_size=25),
    )
    @settings(max_examples=25)
    def test_what_was_added_to_every_page_goes_and_nothing_else(
        self, head: int, tail: int, pages: int, lengths: list[int]
    ) -> None:
        plain = ["\n".join(article(number, lengths[number])) for number in range(pages)]
        dirty = ["\n".join([*HEAD[:head], text, *TAIL[len(TAIL) - tail :]]) for text in plain]
        options = Options(boilerplate=learn(dirty), only=only_template, max_loss=1)
        assert [clean(text, options) for text in dirty] == plain
        assert [clean(text, options) for text in plain] == plain

    def test_numbers_and_dates_may_differ(self) -> None:
        pages = [f"{text}\n周刊编辑部 {n + 1}月{n}日 星期{'一二三四五六日'[n % 7]} 点击 {n * 977:,} 次"
                 for n, text in enumerate("\n".join(article(n)) for n in range(12))]  # fmt: skip
        learned = learn(pages)
        assert learned.tail == {"周刊编辑部 0月0日 星期一 点击 0 次"}
        assert clean(pages[3], Options(boilerplate=learned, only=only_template)) == "\n".join(article(3))

    def test_a_line_of_few_documents_is_never_learned(self) -> None:
        pages = ["\n".join([*article(n), *(["只有几页有这一行 谢谢"] if n < 9 else [])]) for n in range(30)]
        assert learn(pages) == Boilerplate()
        pages = ["\n".join([*article(n), *(["只有几页有这一行 谢谢"] if n < 20 else [])]) for n in range(500)]
        assert learn(pages) == Boilerplate(), "twenty of five hundred are no site"
        assert learn(pages, min_share=0.04).tail == {"只有几页有这一行 谢谢"}

    def test_one_document_many_times_is_one_document(self) -> None:
        assert learn([f"{page(1)}\n{n}" for n in range(50)]) == Boilerplate()
        assert learn(["\n".join([*article(n % 5), "谢谢 收听 今天的节目"]) for n in range(50)]) == Boilerplate()

    def test_what_recurs_within_the_article_stays(self) -> None:
        def song(n: int) -> str:
            first, second, third = (article(n + step, 2) for step in (0, 99, 999))
            return "\n".join([*first, "月亮走 我也走", *second, "月亮走 我也走", *third, "月亮走 我也走"])

        def dialogue(n: int) -> str:
            answer = ["嗯 好的"] if n % 2 else []
            return "\n".join(["您好 请坐", *article(n, 2 + n % 5), *answer, *article(n + 99, 7 - n % 5)])

        def table(n: int) -> str:
            rows = article(n, 12)
            rows.insert(3 + n % 6, "| 合计 | 一百元 |")
            return "\n".join(rows)

        def job(n: int) -> str:
            return "\n".join([article(n)[0][:8], "职位描述", *article(n), "任职要求", *article(n + 50)])

        def series(n: int) -> str:
            return "\n".join([f"晨读 2024年3月{n}日", *article(n)])

        for make in (song, table, job, series):
            assert learn([make(n) for n in range(40)]) == Boilerplate(), make.__name__
        assert learn([dialogue(n) for n in range(40)]).head <= {"您好 请坐"}

    def test_a_sentence_with_a_number_says_something_new_each_time(self) -> None:
        pages = ["\n".join([*article(n), f"本办法自{2000 + n}年1月{n}日起施行。"]) for n in range(30)]
        assert learn(pages) == Boilerplate()

    @pytest.mark.parametrize(
        "line",
        ["```", "****", "第0章", "第十二章 雪", "一、概述", "0x0 编号", "0年0月0日 星期一", "答:好的", "“好。”"],
    )
    def test_some_lines_cannot_be_a_site_s(self, line: str) -> None:
        assert not is_learnable(line, "head")

    def test_groups_are_counted_alone(self) -> None:
        records = [Record(page(n) if n % 50 == 0 else "\n".join(article(n)), f"site{n % 50}") for n in range(1000)]
        assert len(learn_records(lambda: records).tail) == len(TAIL)
        assert learn_records(lambda: [Record(text) for text, _ in records]) == Boilerplate()


class TestApplying:
    learned = Boilerplate(frozenset({"首页 | 订阅", "职位描述"}), frozenset({"某刊 版权", "分享"}))

    def clean(self, *lines: str, max_loss: float = 1) -> list[str]:
        options = Options(boilerplate=self.learned, only=only_template, max_loss=max_loss)
        return clean("\n".join(lines), options).split("\n")

    def test_a_line_goes_only_from_its_edge(self) -> None:
        body = article(1, 12)
        assert self.clean("某刊 版权", *body, "首页 | 订阅") == ["某刊 版权", *body, "首页 | 订阅"]
        assert self.clean(*body[:6], "某刊 版权", *body[6:]) == [*body[:6], "某刊 版权", *body[6:]]
        assert self.clean("题目", "首页 | 订阅", *body, "某刊 版权", "编者", "某刊 版权") == ["题目", *body, "编者"]

    def test_what_introduces_something_goes_only_with_it(self) -> None:
        body = article(1)
        whole = ["题目", "职位描述", *body, "分享", "别的文章"]
        assert self.clean(*whole) == whole
        assert self.clean("职位描述", "首页 | 订阅", *body, "分享", "某刊 版权") == body

    def test_a_number_may_tell_the_titles_of_a_series_apart(self) -> None:
        self.learned = Boilerplate(frozenset({"晨读 0年0月0日", "晨读 | 往期"}))
        body = article(1)
        assert self.clean("晨读 2024年3月5日", *body) == ["晨读 2024年3月5日", *body]
        assert self.clean("晨读 | 往期", "晨读 2024年3月5日", *body) == ["晨读 2024年3月5日", *body]
        assert self.clean("晨读 | 往期", "晨读 2024年3月5日", "渡口旧事", *body) == ["渡口旧事", *body]

    def test_a_page_that_would_lose_too_much_is_left_and_reported(self) -> None:
        text = "首页 | 订阅\n二字\n某刊 版权"
        options = Options(boilerplate=self.learned, only=only_template)
        assert clean(text, options) == text
        assert self.clean("首页 | 订阅", "二字", "某刊 版权") == ["二字"]
        assert self.clean("首页 | 订阅", "某刊 版权") == ["首页 | 订阅", "某刊 版权"], "nothing would be left"

    def test_blank_lines_are_no_lines(self) -> None:
        assert self.clean("首页 | 订阅", "", "题目", "", "某刊 版权") == ["题目"]

    def test_anywhere_is_for_people(self) -> None:
        body = article(1, 12)
        text = "\n".join([*body[:6], "请继续往下阅读", *body[6:]])
        learned = Boilerplate(anywhere=frozenset({"请继续往下阅读"}))
        assert clean(text, Options(boilerplate=learned, only=only_template)) == "\n".join(body)


class TestFile:
    def test_it_comes_back_as_it_was_written(self, tmp_path: Path) -> None:
        learned = learn([page(n) for n in range(12)])
        (tmp_path / "site.json").write_text(learned.dumps(), "utf-8")
        loaded = Boilerplate.load(tmp_path / "site.json")
        assert (loaded, loaded.counts) == (learned, learned.counts)
        assert loaded.dumps() == learned.dumps()
        assert list(json.loads(learned.dumps())["head"].values()) == [12, 12, 12]

    def test_a_person_may_write_lines_as_they_are(self, tmp_path: Path) -> None:
        (tmp_path / "site.json").write_text('{"tail": {"电话：0571－88　　号": 1}}', "utf-8")
        assert Boilerplate.load(tmp_path / "site.json").tail == {"电话:0-0 号"}

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ('{"footer": {}}', r"unknown key 'footer'; the keys are head, tail, anywhere"),
            ('{"head": ["a"]}', "head: has lines and their counts"),
            ("[]", "no table of lines"),
            ("{", r"site.json: is not JSON, as `cnclean learn` writes it: Expecting"),
            ("[" * 100_000, "site.json: is not JSON"),
        ],
    )
    def test_mistakes_are_said(self, content: str, message: str, tmp_path: Path) -> None:
        (tmp_path / "site.json").write_text(content, "utf-8")
        with pytest.raises(ValueError, match=message):
            Boilerplate.load(tmp_path / "site.json")

    def test_options_take_nothing_else(self) -> None:
        assert hash(Options(boilerplate=Boilerplate(frozenset("a"))))
        with pytest.raises(TypeError, match=r"boilerplate is a cnclean\.Boilerplate"):
            Options(boilerplate="site.json")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="not one string"):
            Boilerplate("首页")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="read twice"):
            learn(iter([""]))
        with pytest.raises(TypeError, match="not NoneType"):
            learn(None)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="min_documents: 0 is no number of documents"):
            learn([""], min_documents=0)
        with pytest.raises(ValueError, match="min_share: 5 is no share; it lies between 0 and 1"):
            learn([""], min_share=5)


class TestMemory:
    @given(capacity=st.integers(1, 8), stream=st.lists(st.integers(0, 12), max_size=300))
    def test_counts_are_bounded_and_nearly_right(self, capacity: int, stream: list[int]) -> None:
        frequent, exact = Frequent[int](capacity), Counter(stream)
        for key in stream:
            frequent.add(key)
            assert len(frequent.counts) <= 2 * capacity
        assert frequent.error * (capacity + 1) <= len(stream)
        for key, count in exact.items():
            assert count - frequent.error <= frequent.counts.get(key, 0) <= count

    def test_a_small_memory_finds_the_same_lines(self) -> None:
        records = [Record("\n".join([*article(n, 8), *TAIL])) for n in range(200)]
        assert learn_records(lambda: records, capacity=30) == learn_records(lambda: records) != Boilerplate()


class TestCommand:
    def run(self, *args: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "cnclean", *args],
            cwd=cwd, env=environment(), capture_output=True, encoding="utf8", check=False,
        )  # fmt: skip

    def test_learn_and_apply(self, tmp_path: Path) -> None:
        (tmp_path / "pages").mkdir()
        for n in range(12):
            (tmp_path / "pages" / f"{n}.txt").write_text(page(n) + "\n", "utf-8")
        assert self.run("learn", "pages", "-o", "site.json", cwd=tmp_path).returncode == 0
        (tmp_path / ".cnclean.toml").write_text('boilerplate = "site.json"\nonly = ["template"]\n', "utf-8")
        want = "\n".join([article(3)[0][:9], *article(3)]) + "\n"
        args = ["--boilerplate", "site.json", "--only", "template", "--isolated"]
        assert self.run(*args, "pages/3.txt", cwd=tmp_path).stdout == want
        assert self.run("3.txt", cwd=tmp_path / "pages").stdout == want, "relative to the configuration"

    def test_a_file_that_cannot_be_written_stays_as_it_was(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(page(1), "utf-8")
        (tmp_path / "site.json").write_text("mine", "utf-8")
        (tmp_path / "site.json").chmod(0o444)
        got = self.run("learn", "a.txt", "-o", "site.json", cwd=tmp_path)
        assert (got.returncode, got.stdout) == (2, "")
        assert got.stderr == "cnclean: site.json: read-only, nothing written; make it writable: chmod u+w\n"
        assert (tmp_path / "site.json").read_text("utf-8") == "mine"

    def test_the_forms_of_a_corpus_say_the_same(self, tmp_path: Path) -> None:
        rows = [json.dumps({"body": page(n), "url": f"https://a.cn/{n}"}, ensure_ascii=False) for n in range(12)]
        (tmp_path / "a.jsonl").write_text("\n".join(rows), "utf-8")
        (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
        (tmp_path / "a.bin").write_text("\0".join(page(n) for n in range(12)), "gb18030")
        (tmp_path / "gbk.jsonl").write_text("\n".join(rows), "gb18030")
        packed = [tmp_path / f"{n}.txt.gz" for n in range(12)]
        for n, path in enumerate(packed):
            path.write_bytes(gzip.compress(page(n).encode()))
        want = learn([page(n) for n in range(12)]).dumps()
        for args in (["--jsonl", "body", "a.jsonl"], ["--jsonl", "body", "--group-by", "url", "a.jsonl.gz"],
                     ["--jsonl", "body", "--encoding", "gb18030", "gbk.jsonl"],
                     ["-0", "--encoding", "gb18030", "a.bin"], [path.name for path in packed]):  # fmt: skip
            assert self.run("learn", *args, cwd=tmp_path).stdout == want, args
