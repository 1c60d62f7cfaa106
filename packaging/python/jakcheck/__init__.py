"""The program jakcheck, for programs in Python."""

import os
import sysconfig

__all__ = ["binary"]


def binary() -> str:
    """The path of the program that was installed with this package.

    FileNotFoundError if it is not where this installation has its scripts.
    """
    name = "jakcheck" + (sysconfig.get_config_var("EXE") or "")
    beside = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = [
        sysconfig.get_path("scripts"),
        sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")),
        # Where `pip install --target` puts it.
        os.path.join(beside, "bin"),
    ]
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(f"{name} is in none of {folders}: install the package again")
