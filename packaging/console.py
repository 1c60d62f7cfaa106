#!/usr/bin/env python3
"""Asks in a console as a person has it: keys are pressed, text is pasted, Ctrl-C is pressed.

    packaging/console.py PROGRAM...

Fails where something else is shown than should be.
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

PATIENCE = 60
ROWS, COLUMNS = 40, 100

# What is to be shown, and the keys that are pressed then, each by itself. What has several letters is pasted, or is an arrow key.
SESSION = [
    ("3. Stop here", ["1\r1\r1\r"]),
    ("What you pasted is not read.*3. Stop here", ["\x1b[B"]),
    ("> 1. Start the questions, for myself", ["\r"]),
    ("You chose: Start the questions, for myself.*22. Stop here", ["1", "9"]),
    ("> 19. I am not sure about any of these", ["\r"]),
    ("2. Go on with the questions", ["\x03"]),
    ("Stopped. No list was made.*If you might have it now", []),
]


def main(command):
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    for expected, keys in SESSION:
        shown = read_until(terminal, expected)
        if shown is not None:
            sys.exit(f"the console shows no {expected!r} but {shown!r}")
        for key in keys:
            time.sleep(0.5)
            os.write(terminal, key.encode())
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if ended != 130:
        sys.exit(f"Ctrl-C ended it with {ended}")


def read_until(terminal, expected):
    """None once that is shown; otherwise what was shown until nothing more came."""
    shown, end = "", time.monotonic() + PATIENCE
    while time.monotonic() < end and select.select([terminal], [], [], max(0, end - time.monotonic()))[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        shown += re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", piece.decode(errors="replace"))
        if re.search(expected, shown, re.DOTALL):
            return None
    return shown


main(sys.argv[1:])
