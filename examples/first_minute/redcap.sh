#!/usr/bin/env bash
# Screens a raw CSV export of REDCap: renames columns, leaves out those of REDCap itself, and takes its code NASK as no answer.
#
#   redcap.sh EXPORT [OPTION ...]
#
# Options go to `jakcheck batch`. A code for "asked, but not known" is no missing answer: make it `not_sure` where it is entered.
set -euo pipefail
export_file=$1
shift

# A name of REDCap has no dot, so a dot is put where a group ends. A byte order mark may stand before the first name.
rename='1s/record_id/id/; 1s/heart_history_/heart_history./g; 1s/symptoms_now_/symptoms_now./g'
ignore=note,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group
ignore+=,redcap_survey_identifier,screening_timestamp,screening_complete

sed "$rename" "$export_file" | jakcheck batch --from csv --ignore "$ignore" --missing NASK "$@"
