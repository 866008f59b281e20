"""Recomputes the figures that questions.json expects, without Faultline: python3 figures.py DATA_FOLDER."""
import collections
import csv
import glob
import sys

data = sys.argv[1]
excavator = list(csv.DictReader(open(glob.glob(f"{data}/excavator-work-orders/*.csv")[0], encoding="utf-8")))
chiller = list(csv.DictReader(open(f"{data}/chiller-work-orders/all_wo_with_code_component_events.csv", encoding="utf-8-sig")))
of_c = [row for row in excavator if row["Asset"] == "C" and row["BscStartDate"].startswith("2008")]
print("r01", len(of_c))
print("r02", round(sum(float(row["Cost"] or 0) for row in of_c), 2))
print("r03", collections.Counter(row["FM"] for row in excavator if row["Asset"] == "B" and row["FM"]).most_common(1))
print("r04", sum(1 for row in chiller if row["equipment_name"] == "Chiller 13" and row["actual_finish"].split(" ")[0].endswith("/16")))
