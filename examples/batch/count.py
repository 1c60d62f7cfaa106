"""Counts which cautions apply: python3 count.py people.ndjson"""

import collections
import json
import subprocess
import sys

run = subprocess.run(["jakcheck", "batch", "--quiet", sys.argv[1]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
if run.returncode not in (0, 3):
    sys.exit(f"jakcheck did not run: exit code {run.returncode}")

lines = [json.loads(line) for line in run.stdout.splitlines()]
bad = [line["line"] for line in lines if "error" in line]
counts = collections.Counter(caution for line in lines for caution in line.get("applies", []))
for caution, count in counts.most_common():
    print(count, caution)
print("lines that could not be read:", bad)
