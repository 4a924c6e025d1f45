"""Writes a workbook with hidden sheets; answers with its path."""

import json
import sys

import openpyxl

path = json.load(sys.stdin)
workbook = openpyxl.Workbook()
workbook.active.title = "services"
workbook.active.append(["name", "status"])
workbook.active.append(["Baby Steps", "active"])
for name, state, rows in [
    ("Old list", "hidden", [["name", "status"], ["Closed long ago", "closed"]]),
    ("Macro", "veryHidden", [["name", "status"], ["Not a service", "active"]]),
    ("areas", "hidden", [["name"], ["North"]]),
]:
    sheet = workbook.create_sheet(name)
    sheet.sheet_state = state
    for row in rows:
        sheet.append(row)
workbook.save(path)
json.dump(path, sys.stdout)
