"""Opens a workbook with openpyxl, and says of each sheet what somebody sees who opens it."""

import json
import sys

import openpyxl

answers = []
for path in json.load(sys.stdin):
    workbook = openpyxl.load_workbook(path)
    answers.append(
        [
            {
                "name": sheet.title,
                "isHidden": sheet.sheet_state == "hidden",
                "frozenAt": sheet.freeze_panes or "",
                "lists": sum(1 for rule in sheet.data_validations.dataValidation),
                "formulas": sum(1 for row in sheet.iter_rows() for cell in row if cell.data_type == "f"),
                "rows": [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)],
            }
            for sheet in workbook
        ]
    )
json.dump(answers, sys.stdout)
