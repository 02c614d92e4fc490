"""All benchmarks, one after another: `make bench`."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    here = Path(__file__).parent
    sys.path.insert(0, str(here))
    chosen = sys.argv[1:]
    for script in sorted(here.glob("bench_*.py")):
        if not chosen or any(word in script.stem for word in chosen):
            print(f"\n== {script.stem}", flush=True)
            runpy.run_path(str(script), run_name="__main__")
