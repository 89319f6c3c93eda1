"""Puts a launcher, an icon and the pack's file type into the user's menus (freedesktop.org)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from app.base.errors import AppError
from app.base.paths import resources

APP_ID = "zhanban"
MIME_TYPE = "application/vnd.zhanban.pack+zip"

_ENTRY = """\
[Desktop Entry]
Version=1.4
Type=Application
Name=Zhanban
Name[zh_CN]=展伴
Name[zh_SG]=展伴
Name[zh_TW]=展伴
Name[zh_HK]=展伴
GenericName=Exhibition companion
GenericName[zh_CN]=展会伴览
GenericName[zh_SG]=展会伴览
GenericName[zh_TW]=展會伴覽
GenericName[zh_HK]=展會伴覽
Comment=The Digital China Summit, edition by edition, without a network
Comment[zh_CN]=数字中国建设峰会，逐届可看，不需联网
Comment[zh_SG]=数字中国建设峰会，逐届可看，不需联网
Comment[zh_TW]=數字中國建設峰會，逐屆可看，不需聯網
Comment[zh_HK]=數字中國建設峰會，逐屆可看，不需聯網
Exec={command} %f
Icon={icon}
Terminal=false
Categories=Education;
Keywords=exhibition;summit;kiosk;展会;峰会;
MimeType={mime};
StartupWMClass={app_id}
Actions=kiosk;

[Desktop Action kiosk]
Name=Public totem, full screen
Name[zh_CN]=公共展机，全屏
Name[zh_SG]=公共展机，全屏
Name[zh_TW]=公共展機，全螢幕
Name[zh_HK]=公共展機，全螢幕
Exec={command} --kiosk
Icon={icon}
"""

_TOTEM = """\
[Desktop Entry]
Type=Application
Version=1.0
Name=Zhanban totem
Name[zh_CN]=展伴展机
Name[zh_SG]=展伴展机
Name[zh_TW]=展伴展機
Name[zh_HK]=展伴展機
Comment=Serves the public, full screen; only staff leave it
Comment[zh_CN]=面向公众，全屏；只有工作人员能退出
Comment[zh_SG]=面向公众，全屏；只有工作人员能退出
Comment[zh_TW]=面向公眾，全螢幕；只有工作人員能退出
Comment[zh_HK]=面向公眾，全螢幕；只有工作人員能退出
Exec={command} --kiosk
Icon={icon}
Terminal=false
Categories=Education;
StartupWMClass={app_id}
"""

_MIME = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{mime}">
    <comment>Zhanban content pack</comment>
    <comment xml:lang="zh_CN">展伴内容包</comment>
    <comment xml:lang="zh_TW">展伴內容包</comment>
    <icon name="{app_id}"/>
    <glob pattern="*.zhanban"/>
  </mime-type>
</mime-info>
"""


def install() -> tuple[Path, ...]:
    """Write both launchers, icon and file type for this user; the files that were written."""
    home = _data_home()
    icon = resources() / "images" / f"{APP_ID}.svg"
    texts = {
        _launcher(home): _ENTRY.format(
            command=_command(), icon=APP_ID, mime=MIME_TYPE, app_id=APP_ID
        ),
        _totem_launcher(home): _TOTEM.format(command=_command(), icon=APP_ID, app_id=APP_ID),
        _mime_file(home): _MIME.format(mime=MIME_TYPE, app_id=APP_ID),
        _icon_file(home): icon.read_text(encoding="utf-8"),
    }
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise AppError("not-writable", path=fault.filename, cause=fault.strerror) from fault
    _refresh(home)
    return tuple(texts)


def remove() -> tuple[Path, ...]:
    """Take away what `install` wrote; the files that were there."""
    home = _data_home()
    written = (_launcher(home), _totem_launcher(home), _mime_file(home), _icon_file(home))
    files = tuple(file for file in written if file.exists())
    try:
        for file in files:
            file.unlink()
    except OSError as fault:
        raise AppError("not-writable", path=fault.filename, cause=fault.strerror) from fault
    if files:
        _refresh(home)
    return files


def _data_home() -> Path:
    if not sys.platform.startswith("linux"):
        raise AppError("desktop-unsupported", system=sys.platform)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _launcher(home: Path) -> Path:
    return home / "applications" / f"{APP_ID}.desktop"


def _totem_launcher(home: Path) -> Path:
    return home / "applications" / f"{APP_ID}-totem.desktop"


def _mime_file(home: Path) -> Path:
    return home / "mime" / "packages" / f"{APP_ID}.xml"


def _icon_file(home: Path) -> Path:
    return home / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"


def _command() -> str:
    """The command line that starts this very installation, quoted as the specification asks."""
    parts = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return " ".join(_quoted(part) for part in parts)


def _quoted(part: str) -> str:
    for character in ("\\", '"', "`", "$"):
        part = part.replace(character, f"\\{character}")
    # The value itself is a string in which a backslash is written twice; % starts a field code.
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refresh(home: Path) -> None:
    """Tell the desktop, where its tools are there; without them it notices by itself, later."""
    for tool, folder in (
        ("update-desktop-database", home / "applications"),
        ("update-mime-database", home / "mime"),
    ):
        if shutil.which(tool):
            subprocess.run([tool, str(folder)], capture_output=True, check=False)
