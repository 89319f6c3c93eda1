"""The command line: what it answers, and one clear line for whatever is asked wrongly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.base.words import Words
from app.main import main
from app.model.text import LANGUAGES
from app.settings import Settings
from app.store.library import Library


@pytest.fixture
def ask(content_file: Path, capsys: pytest.CaptureFixture[str]) -> object:
    """Run a command on the shipped content: exit code, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--data-dir", str(content_file.parent)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_find_gives_id_kind_title_and_snippet(ask: object, library: Library) -> None:
    code, out, err = ask("find", "5g", "--json", "--limit", "3")
    hits = json.loads(out)
    assert (code, err, len(hits)) == (0, "", 3)
    assert all(list(hit) == ["id", "kind", "title", "snippet"] for hit in hits)
    assert all(library.entry(hit["id"]).name.zh_hans == hit["title"] for hit in hits)


def test_find_can_be_asked_in_english_and_for_one_kind(ask: object) -> None:
    _, out, _ = ask("find", "metaverse", "--json", "--lang", "en", "--kind", "exhibit")
    hits = json.loads(out)
    assert hits
    assert {hit["kind"] for hit in hits} == {"exhibit"}
    assert all(hit["title"].isascii() for hit in hits)


def test_find_says_what_may_have_been_meant(ask: object) -> None:
    code, out, _ = ask("find", "榕衣通")
    assert code == 0
    assert "榕医通" in out
    assert json.loads(ask("find", "榕衣通", "--json")[1]) == []


def test_show_gives_facts_with_citations_and_links(ask: object, library: Library) -> None:
    code, out, _ = ask("show", "place/fuzhou", "--json")
    form = json.loads(out)
    assert code == 0
    assert set(form["names"]) == set(form["summary"]) == set(LANGUAGES)
    told = next(one for one in form["facts"] if one["id"] == "figure/fuzhou-digital-economy-2023")
    assert (told["number"], told["unit"], told["as_of"]) == (7100, "亿元", "2023")
    assert told["key"] == "indicator/fuzhou-digital-economy"
    assert all(fact["citations"] for fact in form["facts"])
    assert all(library.has(cite["source"]) for fact in form["facts"] for cite in fact["citations"])
    assert all(library.has(link["id"]) and link["role"] for link in form["links"])


def test_show_can_be_read_without_json(ask: object) -> None:
    code, out, _ = ask("show", "edition/2024", "--lang", "en")
    assert code == 0
    assert out.startswith("7th Digital China Summit")
    assert "24–25 May 2024" in out


def test_list_gives_all_of_a_kind_in_order(ask: object, library: Library) -> None:
    tasks = json.loads(ask("list", "task", "--json")[1])
    assert [hit["id"] for hit in tasks] == [f"task/2025-{n:02}" for n in range(1, 30)]
    exhibits = json.loads(ask("list", "exhibit", "--json")[1])
    assert len(exhibits) == library.pack.counts["exhibit"]


def test_export_holds_every_entry_source_and_series(
    ask: object, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    assert ask("export", "--format", "json", "-o", str(file)) == (0, "", "")
    told = json.loads(file.read_text("utf-8"))
    counts = library.pack.counts
    assert len(told["sources"]) == counts["source"]
    assert len(told["entries"]) == sum(counts.values()) - counts["source"]
    assert len(told["series"]) == counts["indicator"]
    facts = {fact["id"] for entry in told["entries"] for fact in entry["facts"]}
    points = {point["id"] for series in told["series"] for point in series["points"]}
    assert points < facts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "about"),
    [
        (["show", "edition/2o24"], "edition/2024"),
        (["show", "nothing/like-it"], "nothing/like-it"),
        (["list", "planets"], "planets"),
        (["find", "x", "--limit", "0"], "--limit"),
        (["find"], "TEXT"),
        (["find", "x", "--colour"], "--colour"),
        (["frobnicate"], "frobnicate"),
        (["export", "-o", "/nowhere/at/all.json"], "/nowhere/at/all.json"),
        (["picture", "--size", "huge", "-o", "x.png"], "huge"),
        (["--theme", "pink"], "pink"),
        (["pack", "check", "/nowhere"], "/nowhere"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_line(
    ask: object, language: str, words: list[str], about: str
) -> None:
    code, out, err = ask(*words, "--lang", language)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert about in err
    assert err.isascii() == (language == "en")


def test_an_unknown_language_is_told(ask: object) -> None:
    code, _, err = ask("find", "x", "--lang", "fr")
    assert code == 2
    assert "zh-Hant" in err


def test_a_damaged_content_file_is_built_again_and_said(
    content_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / content_file.name).write_bytes(content_file.read_bytes()[:50_000])
    assert main(["show", "edition/2024", "--data-dir", str(tmp_path)]) == 0
    assert Words("zh-Hans")("cli.rebuilt", path=tmp_path / content_file.name) in (
        capsys.readouterr().err
    )


def test_pack_check_finds_nothing_in_the_shipped_pack(ask: object) -> None:
    code, out, _ = ask("pack", "check")
    assert code == 0
    assert out.startswith("0 ")


def test_pack_check_lists_what_is_wrong(ask: object, make_pack: object) -> None:
    folder = make_pack(figures={"unit": "furlong"}, exhibits={"site": "moon"})
    code, out, _ = ask("pack", "check", str(folder), "--lang", "en")
    assert code == 1
    assert "figures.csv, row 2, column unit" in out
    assert len(out.splitlines()) == 3
    told = json.loads(ask("pack", "check", str(folder), "--json")[1])
    assert [one["code"] for one in told] == ["unknown-term", "unknown-unit"]
    assert all(one["cause"] and one["fix"] for one in told)


def test_pack_report_tells_what_is_covered(ask: object, library: Library) -> None:
    code, out, _ = ask("pack", "report", "--json")
    assert code == 0
    assert json.loads(out)["entries"] == dict(library.pack.counts)
    assert "source/plan-2025" in ask("pack", "report")[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "command",
    [
        [],
        ["find"],
        ["show"],
        ["list"],
        ["export"],
        ["pack"],
        ["picture"],
        ["desktop"],
        ["kiosk"],
        ["stats"],
    ],
)
def test_every_command_has_help(
    capsys: pytest.CaptureFixture[str], language: str, command: list[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "--lang", language, "--help"])
    assert left.value.code == 0
    words = Words(language)
    assert words(f"cli.help.{command[0] if command else 'zhanban'}").split("。")[0][:20] in (
        capsys.readouterr().out
    )


def test_the_program_starts_as_a_program(content_file: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "app", "--version"], capture_output=True, check=True
    )
    assert told.stdout.decode().strip() == f"zhanban {__version__}"


def test_chinese_goes_out_as_utf8_and_a_closed_pipe_is_no_fault(content_file: Path) -> None:
    command = [sys.executable, "-m", "app", "list", "indicator",
               "--data-dir", str(content_file.parent)]  # fmt: skip
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "金额" in process.stdout.readline().decode()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_answers_need_no_screen_and_none_of_its_libraries(content_file: Path) -> None:
    script = (
        "import sys; from app.main import main;"
        f"main(['find', '5g', '--data-dir', {str(content_file.parent)!r}]);"
        "heavy = {'PySide6', 'sqlite_utils', 'pypinyin', 'opencc', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert told.stdout.decode().splitlines()[-1] == "[]"


def test_a_machine_that_is_set_so_opens_as_a_totem_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("app.main._totem", lambda *_: opened.append("totem") or 0)
    monkeypatch.setattr("app.main._open_window", lambda *_, **__: opened.append("window") or 0)
    monkeypatch.setenv("ZHANBAN_DATA_DIR", str(tmp_path))
    assert main([]) == 0  # as the launcher does
    Settings(totem=True).save(tmp_path)
    assert main([]) == 0
    assert main(["--data-dir", str(tmp_path)]) == 0
    assert main(["--no-kiosk"]) == 0
    assert opened == ["window", "totem", "totem", "window"]
