"""P21: what an installation weighs: the core (score and export) and everything."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BARS = {"core": ("", 150), "full": ("[full]", 560)}


def _megabytes(extra: str, folder: Path) -> float:
    venv = folder / ("venv" + extra.strip("[]"))
    subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, venv], check=True)
    install = ("uv", "pip", "install", "--quiet", "--python", venv, "--link-mode", "copy")
    subprocess.run([*install, "--constraint", "requirements.lock", f".{extra}"], cwd=ROOT, check=True)
    return sum(file.stat().st_size for file in venv.rglob("*") if file.is_file()) / 1e6


def main() -> None:
    if shutil.which("uv") is None:
        print("P21 not measured: needs uv on the path (pip install uv)")
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, (extra, bar) in BARS.items():
            print(f"P21 {name}: {_megabytes(extra, Path(folder)):.0f} MB installed  bar <= {bar} MB")


if __name__ == "__main__":
    main()
