"""All benchmarks, one after another, each in a process of its own: `make bench`."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main(chosen: list[str]) -> int:
    """Run the benchmarks whose name holds one of the words, or all; answers how many failed."""
    folders = (str(HERE.parents[1]), str(HERE), os.environ.get("PYTHONPATH", ""))
    around = os.environ | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, folders))}
    failed = 0
    for script in sorted(HERE.glob("bench_*.py")):
        if not chosen or any(word in script.stem for word in chosen):
            print(f"\n== {script.stem}", flush=True)
            failed += subprocess.run([sys.executable, str(script)], env=around, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
