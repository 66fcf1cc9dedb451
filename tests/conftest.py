"""What all tests share: the samples, importable from every folder, and a way to run a command."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
