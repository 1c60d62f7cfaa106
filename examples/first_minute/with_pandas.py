"""Five people in pandas, written to the folder that is named: `python with_pandas.py FOLDER`.

A script with the name `pandas.py` would import itself.
"""

import sys
from pathlib import Path

import pandas

folder = Path(sys.argv[1])
people = pandas.DataFrame(
    {
        "id": ["p1", "p2", "p3", "p4", "p5"],
        "note": ["asked twice, by phone", "from Zürich", 'said "maybe"', None, None],
        "age_band": ["65_or_older", "50_to_64", "18_to_49", "18_to_49", None],
        "smoking": ["past", "never", "current", "never", None],
        "clot_history": ["yes", "not_sure", "no", "no", None],
        "heart_history__heart_attack": ["yes", "no", "no", "no", "no"],
        "heart_history__stroke": ["no", "not_sure", None, "no", "no"],
        "symptoms_now__clot_leg": ["no", "no", "no", "no", "yes"],
    }
)

# As it comes: the index is a first column without a name.
people.to_csv(folder / "pandas.csv")
# As it is wanted. Where there is no answer, the table has nothing and JSON has null.
people.to_csv(folder / "pandas_plain.csv", index=False)
people.to_json(folder / "pandas.ndjson", orient="records", lines=True)
# Without `lines` it is one list.
people.to_json(folder / "pandas_list.json", orient="records")
# Numbers with a gap among them become fractions: 1.0, 2.0.
people["id"] = [1, 2, 3, None, 5]
people.to_json(folder / "pandas_fractions.ndjson", orient="records", lines=True)
people["id"] = people["id"].astype("Int64")
people.to_json(folder / "pandas_numbers.ndjson", orient="records", lines=True)
