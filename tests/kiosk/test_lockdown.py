"""The lock-down is written as printed, checked as it is, and taken back without a trace."""

import argparse
import contextlib
import io
import os
import random
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.base.errors import AppError
from app.base.words import Words
from app.kiosk import lockdown
from app.kiosk.lockdown_disk import SAVED, Disk, State, Undone
from app.kiosk.lockdown_plan import SESSIONS, Machine, Piece, Plan, make_plan
from app.model.text import LANGUAGES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks Linux down")

PROGRAM = "/opt/zhanban/zhanban"
UNIT = "etc/systemd/system/zhanban-kiosk.service"


def command(root: Path, line: str, language: str = "en") -> tuple[int, str]:
    """What `zhanban kiosk …` answers on the machine under this root."""
    words, out = Words(language), io.StringIO()
    parser = argparse.ArgumentParser()
    lockdown.add_arguments(parser, words)
    arguments = parser.parse_args([*line.split(), "--root", str(root)])
    return lockdown.run(arguments, words, out), out.getvalue()


def everything(root: Path) -> dict[str, tuple[int, bytes | str]]:
    """Every folder, link and file below, with its mode and content."""
    found: dict[str, tuple[int, bytes | str]] = {}
    for path in sorted(root.rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if path.is_symlink():
            content: bytes | str = str(path.readlink())
        else:
            content = "folder" if path.is_dir() else path.read_bytes()
        found[path.relative_to(root).as_posix()] = (mode, content)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine with an account, Debian's seat group and some settings of its own."""
    machine = tmp_path / "machine"
    texts = {
        "etc/passwd": "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000::/home/ann:/bin/sh\n",
        "etc/group": "root:x:0:\n_seatd:x:110:\n",
        "etc/sysctl.d/90-zhanban-kiosk.conf": "kernel.sysrq = 1\n",
        "etc/systemd/logind.conf.d/other.conf": "[Login]\n",
        UNIT: "# somebody's own\n",
    }
    for name, text in texts.items():
        path = machine / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (machine / UNIT).chmod(0o640)
    (machine / "etc/systemd/system/ctrl-alt-del.target").symlink_to("reboot.target")
    (machine / "home/ann").mkdir(parents=True)
    return machine


def install(session: str) -> str:
    user = "--user ann" if session == "user" else ""
    return f"install --session {session} --program {PROGRAM} {user}"


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dry_run_prints_every_file_and_writes_none(
    root: Path, session: str, language: str
) -> None:
    before = everything(root)
    code, told = command(root, install(session) + " --dry-run", language)
    assert code == 0
    assert everything(root) == before
    command(root, install(session))
    written = {name: what for name, what in everything(root).items() if before.get(name) != what}
    for name, (_, content) in written.items():
        if content == "folder" or "zhanban-lockdown" in name:
            continue
        assert f"/{name}" in told
        if isinstance(content, bytes) and not (root / name).is_symlink():
            assert all(f"    {line}\n" in told for line in content.decode().splitlines())


@pytest.mark.parametrize("session", SESSIONS)
def test_undo_leaves_the_machine_as_it_was(root: Path, session: str) -> None:
    before = everything(root)
    assert command(root, install(session))[0] == 0
    assert everything(root) != before
    undo = "undo --session user --user ann" if session == "user" else "undo"
    assert command(root, undo)[0] == 0
    assert everything(root) == before
    assert "No kiosk configuration" in command(root, undo)[1]


def test_undo_on_an_empty_disk_leaves_it_empty(tmp_path: Path) -> None:
    command(tmp_path, install("cage"))
    command(tmp_path, "undo")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("session", ["cage", "x11"])
def test_check_says_ok_missing_and_changed(root: Path, session: str) -> None:
    assert command(root, f"check --session {session}")[0] == 1
    command(root, install(session))
    for need in ("cage", "Xwayland", "Xorg", "xset", "../sbin/seatd", "../sbin/lightdm"):
        path = root / "usr/bin" / need
        path.parent.mkdir(parents=True, exist_ok=True)
        path.resolve().parent.mkdir(parents=True, exist_ok=True)
        path.resolve().touch()
    code, told = command(root, "check")
    assert code == 0
    assert all(line.startswith("ok ") for line in told.splitlines())
    (root / "etc/sysctl.d/90-zhanban-kiosk.conf").write_text("kernel.sysrq = 1\n")
    (root / "etc/systemd/sleep.conf.d/90-zhanban-kiosk.conf").unlink()
    (root / "etc/systemd/system.conf.d/90-zhanban-kiosk.conf").chmod(0o666)
    (root / "etc/systemd/system/ctrl-alt-del.target").unlink()
    (root / "etc/systemd/system/ctrl-alt-del.target").symlink_to("reboot.target")
    code, told = command(root, "check")
    assert code == 1
    assert "changed  /etc/sysctl.d/90-zhanban-kiosk.conf" in told
    assert "missing  /etc/systemd/sleep.conf.d/90-zhanban-kiosk.conf" in told
    assert "changed  /etc/systemd/system.conf.d/90-zhanban-kiosk.conf" in told
    assert "changed  /etc/systemd/system/ctrl-alt-del.target" in told


def test_check_and_install_name_the_programs_that_are_missing(root: Path) -> None:
    assert "apt install seatd" in command(root, install("cage"))[1]
    code, told = command(root, "check")
    assert code == 1
    assert "missing program /usr/bin/cage: apt install cage" in told


def test_what_somebody_edited_is_kept_beside_when_undone(root: Path) -> None:
    before = everything(root)
    command(root, install("cage"))
    (root / UNIT).write_text("# edited\n")
    _, told = command(root, "undo")
    assert f"/{UNIT} had been edited" in told
    assert (root / (UNIT + SAVED)).read_text() == "# edited\n"
    (root / (UNIT + SAVED)).unlink()
    assert everything(root) == before


def test_another_session_replaces_the_first_and_undo_still_restores(root: Path) -> None:
    before = everything(root)
    command(root, install("cage"))
    command(root, install("x11"))
    assert (root / UNIT).read_text() == "# somebody's own\n"
    assert (root / "etc/lightdm/lightdm.conf.d/90-zhanban-kiosk.conf").exists()
    command(root, install("x11"))
    command(root, "undo")
    assert everything(root) == before


def test_folders_that_others_use_by_now_stay(root: Path) -> None:
    command(root, install("cage"))
    other = root / "etc/systemd/sleep.conf.d/mine.conf"
    other.write_text("[Sleep]\n")
    command(root, "undo")
    assert other.exists()
    assert not (root / "etc/systemd/system.conf.d").exists()


class PowerCutError(BaseException):
    """Ends everything at once, as a power cut does."""


def test_a_power_cut_at_any_write_can_be_undone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(root)
    whole = Path.replace
    for cut_at in range(1, 25):
        for action in ("install", "undo"):
            if action == "undo":
                command(root, install("cage"))
            count = 0

            def cut(path: Path, target: Path) -> Path:
                nonlocal count
                count += 1
                if count == cut_at:  # noqa: B023  used before the loop goes on
                    raise PowerCutError
                return whole(path, target)

            with monkeypatch.context() as patch:
                patch.setattr(Path, "replace", cut)
                with contextlib.suppress(PowerCutError):
                    command(root, install("cage") if action == "install" else "undo")
            command(root, "undo")
            left = everything(root)
            for name in set(left) - set(before):  # folders of an install cut before its ledger
                assert name.startswith("var") or name.endswith(".new"), name
            shutil.rmtree(root / "var", ignore_errors=True)
            assert {name: what for name, what in left.items() if name in before} == before


@pytest.mark.parametrize("refused", ["sleep.conf.d/90-zhanban-kiosk.conf", "ctrl-alt-del.target"])
def test_a_disk_that_refuses_half_way_leaves_the_machine_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    before = everything(root)
    whole, has_refused = Path.replace, []

    def refuse(path: Path, target: Path) -> Path:
        if str(target).endswith(refused) and not has_refused:
            has_refused.append(target)
            raise OSError(28, "No space left on device", str(target))
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(AppError) as caught:
        command(root, install("cage"))
    assert (caught.value.code, caught.value.facts["path"]) == ("not-writable", str(has_refused[0]))
    assert everything(root) == before


@pytest.mark.parametrize("place", ["etc/systemd/sleep.conf.d", "var"])
def test_a_file_where_a_folder_goes_is_refused(root: Path, place: str) -> None:
    (root / place).write_text("in the way")
    before = everything(root)
    with pytest.raises(AppError) as caught:
        command(root, install("cage"))
    assert caught.value.code in ("lockdown-in-the-way", "not-writable", "not-readable")
    assert everything(root) == before


def test_a_link_that_leads_out_of_the_root_is_refused(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "etc/systemd/sleep.conf.d").symlink_to(outside)
    before = everything(root)
    with pytest.raises(AppError) as caught:
        command(root, install("cage"))
    assert caught.value.code == "lockdown-in-the-way"
    assert everything(root) == before
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("user", ["root", "Ann", "a b", "ann\nExecStart=/bin/sh", "", "x" * 40])
def test_a_name_that_is_no_account_is_refused(user: str) -> None:
    with pytest.raises(AppError) as caught:
        make_plan("cage", user, [PROGRAM], Machine())
    assert caught.value.code == "kiosk-user-invalid"


def test_the_account_is_made_only_where_there_is_none(root: Path) -> None:
    own = make_plan("cage", "ann", [PROGRAM], Machine.under(root, "ann"))
    new = make_plan("cage", "zhanban", [PROGRAM], Machine.under(root, "zhanban"))
    assert not any("sysusers" in piece.path for piece in own.pieces)
    assert any("sysusers" in piece.path for piece in new.pieces)


def test_the_seat_group_is_the_machines_own() -> None:
    for groups, name in ((("seat",), "seat"), (("_seatd",), "_seatd"), ((), "_seatd")):
        plan = make_plan("cage", "zhanban", [PROGRAM], Machine(groups=frozenset(groups)))
        assert f"SupplementaryGroups={name}\n" in plan.pieces[0].content


def test_strange_paths_are_quoted_for_systemd() -> None:
    program = ['/opt/展 伴/a"b', "100%", "$HOME"]
    text = make_plan("x11", "zhanban", program, Machine()).pieces[0].content
    assert 'ExecStart="/opt/展 伴/a\\"b" "100%%" "$$HOME"\n' in text
    with pytest.raises(AppError):
        make_plan("x11", "zhanban", ["/opt/a\nUser=root"], Machine())


@pytest.mark.parametrize("session", SESSIONS)
def test_no_placeholder_is_left_in_any_file(session: str) -> None:
    plan = make_plan(session, "zhanban", [PROGRAM], Machine(home="/home/zhanban"))
    for piece in plan.pieces:
        assert bool(piece.content) != bool(piece.link)
        assert not re.search(r"@[A-Z_]+@", piece.content)


@pytest.mark.parametrize("session", SESSIONS)
def test_a_frozen_picture_stands_less_than_ten_seconds(session: str) -> None:
    plan = make_plan(session, "zhanban", [PROGRAM], Machine())
    (unit,) = [p.content for p in plan.pieces if p.path.endswith(".service") and p.content]
    seconds = re.findall(r"^(?:WatchdogSec|TimeoutAbortSec|RestartSec)=(\d+)$", unit, re.M)
    assert len(seconds) == 3
    assert sum(map(int, seconds)) < 10


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("session", SESSIONS)
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path, session: str) -> None:
    plan = make_plan(session, "root" if session == "user" else "daemon", ["/bin/true"], Machine())
    unit = next(p for p in plan.pieces if p.path.endswith(".service") and p.content)
    path = tmp_path / "zhanban-kiosk.service"
    path.write_text(unit.content, encoding="utf-8")
    scope = [] if session == "cage" else ["--user"]
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *scope, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
    )
    about = [line for line in told.stderr.splitlines() if "zhanban" in line]
    assert [line for line in about if "cage is not executable" not in line] == []


@pytest.mark.parametrize("session", ["x11"])
def test_the_session_script_is_valid_shell(tmp_path: Path, session: str) -> None:
    plan = make_plan(session, "zhanban", [PROGRAM], Machine())
    (script,) = [piece for piece in plan.pieces if piece.mode == 0o755]
    told = subprocess.run(["sh", "-n"], input=script.content.encode(), check=False)
    assert told.returncode == 0


def test_compare_and_undo_tell_what_they_found(tmp_path: Path) -> None:
    disk = Disk(tmp_path, "/ledger")
    piece = Piece("/a/b.conf", "keys", content="x\n")
    assert disk.undo() == []
    disk.install(Plan("cage", "zhanban", (PROGRAM,), (piece,), ()))
    assert disk.compare([piece]) == [(piece, State.OK)]
    (tmp_path / "a/b.conf").unlink()
    assert disk.compare([piece]) == [(piece, State.MISSING)]
    assert disk.undo() == [("/a/b.conf", Undone.GONE)]


def test_a_damaged_ledger_is_said_and_nothing_is_touched(root: Path) -> None:
    command(root, install("cage"))
    ledger = root / "var/lib/zhanban-lockdown/ledger.json"
    ledger.write_bytes(random.Random(1).randbytes(50))
    before = everything(root)
    for line in ("undo", install("cage"), "check"):
        with pytest.raises(AppError) as caught:
            command(root, line)
        assert caught.value.code == "lockdown-ledger-damaged"
    assert everything(root) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_words(root: Path, language: str) -> None:
    for line in (install("x11"), "check", "undo --dry-run", "undo", "undo"):
        assert command(root, line, language)[1]
