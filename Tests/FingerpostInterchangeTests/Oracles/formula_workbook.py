"""Writes a workbook with a formula whose result is not stored, and with an error; answers with its path."""

import json
import sys

import openpyxl

path = json.load(sys.stdin)
workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.title = "services"
sheet.append(["name", "funded until", "note"])
sheet.append(["Baby Steps", "=DATE(2027,3,31)", None])
sheet.cell(3, 1, "Clinic")
sheet.cell(3, 3, "#N/A").data_type = "e"
workbook.save(path)
json.dump(path, sys.stdout)
