#!/usr/bin/env bash
# For a timetable such as cron: tells "ran" from "found something" from "some lines were bad", and prints nothing else.
# Usage: nightly.sh PEOPLE RESULTS, where RESULTS is a new file.
set -u
jakcheck batch "$1" --output "$2" --exit-code --quiet 2>/dev/null
case $? in
  0) echo "ran: no caution applies to any record, though some may be open" ;;
  1) echo "ran: found something, look at $2" ;;
  3)
    [ -e "$2" ] || { echo "checked nobody: no record, or no file of answers" >&2; exit 1; }
    echo "ran: some lines were bad, look for \"error\" in $2"
    ;;
  *) echo "did not run" >&2; exit 1 ;;
esac
