"""The launcher in the user's menu: valid for the desktop's own tools, gone after `remove`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.base import desktop
from app.base.errors import AppError

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="menus by freedesktop.org are Linux's"
)


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


@linux_only
def test_install_writes_launcher_icon_and_file_type(data_home: Path) -> None:
    written = desktop.install()
    assert {file.suffix for file in written} == {".desktop", ".xml", ".svg"}
    launcher = (data_home / "applications" / "zhanban.desktop").read_text(encoding="utf-8")
    assert "Name[zh_CN]=展伴" in launcher
    assert sys.executable in launcher


@linux_only
def test_a_launcher_of_its_own_opens_the_totem(data_home: Path) -> None:
    desktop.install()
    totem = (data_home / "applications" / "zhanban-totem.desktop").read_text(encoding="utf-8")
    assert "Name[zh_CN]=展伴展机" in totem
    assert "--kiosk\n" in totem


@linux_only
@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed"
)
def test_the_launchers_pass_the_desktops_own_validator(data_home: Path) -> None:
    desktop.install()
    files = [str(file) for file in (data_home / "applications").glob("*.desktop")]
    told = subprocess.run(
        ["desktop-file-validate", *files], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


@linux_only
def test_remove_takes_away_exactly_what_install_wrote(data_home: Path) -> None:
    written = set(desktop.install())
    assert set(desktop.remove()) == written
    assert not any(file.exists() for file in written)
    assert desktop.remove() == ()


@linux_only
def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    with pytest.raises(AppError) as caught:
        desktop.install()
    assert caught.value.code == "not-writable"
