"""Plain Python: the json module and a function made from the rules.

Arguments: the file of the function, the file of the records.
"""

import json
import sys
from pathlib import Path


def main(function, records):
    names = {}
    exec(compile(Path(function).read_text(), function, "exec"), names)
    applies = names["applies"]
    write = json.JSONEncoder(separators=(",", ":")).encode
    with open(records, encoding="utf-8") as lines:
        for line in lines:
            answers = json.loads(line)
            sys.stdout.write(write({"id": answers["id"], "applies": applies(answers)}) + "\n")


main(*sys.argv[1:])
