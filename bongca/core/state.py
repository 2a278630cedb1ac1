"""Where this installation keeps what it makes: `var/` of the checkout, or BONGCA_STATE_DIR."""

import os
from pathlib import Path

CODE = Path(__file__).resolve().parents[2]


def state_folder() -> Path:
    """Return the folder of database, files, keys and locks."""
    chosen = os.environ.get("BONGCA_STATE_DIR")
    return Path(chosen).resolve() if chosen else CODE / "var"
