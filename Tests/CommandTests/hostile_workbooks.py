"""Writes workbooks that are made to harm whoever opens them; answers with their paths by name."""

import json
import sys
import zipfile

folder = json.load(sys.stdin)

WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="services" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
)
HEAD = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'
TAIL = "</sheetData></worksheet>"

paths = {}


def write(name, sheet=HEAD + TAIL, workbook=WORKBOOK, relations=RELATIONS, texts=None, more=0):
    paths[name] = f"{folder}/{name}.xlsx"
    with zipfile.ZipFile(paths[name], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", workbook)
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        for part, content in (("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", texts)):
            if content is None:
                continue
            with archive.open(part, "w", force_zip64=True) as file:
                for piece in [content] if isinstance(content, str) else content:
                    file.write(piece.encode())
        for number in range(more):
            archive.writestr(f"more/{number}", "")


laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)
write("laughs-in-a-sheet", sheet=laughs + "]>" + "<worksheet><sheetData>&a11;" + TAIL)
write("laughs-in-texts", texts=laughs + "]><sst><si><t>&a11;</t></si></sst>")
write("outside", sheet="<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet>&e;</worksheet>")
write("deep", sheet="<worksheet>" + "<a>" * 100_000)
write("texts-without-end", texts=(["<sst>"] + ["<si><t>" + "x" * 100_000 + "</t></si>"] * 3_000))
write("one-long-cell", sheet=([HEAD, '<row r="2"><c r="A2" t="inlineStr"><is><t>'] + ["x" * (1 << 20)] * 100 + ["</t></is></c></row>", TAIL]))
write("far-cell", sheet=HEAD + '<row r="2"><c r="ZZZZZZZ2"><v>1</v></c></row>' + TAIL)
write("far-row", sheet=HEAD + '<row r="99999999999999999999"><c r="A2"><v>1</v></c></row>' + TAIL)
write("many-files", more=20_000)
write("not-xml", sheet="\x00\x01\x02")
write("not-ended", sheet=HEAD)
write("no-relations", relations="<Relationships/>")
write("climbs-out", relations=RELATIONS.replace("worksheets/sheet1.xml", "../../../../etc/passwd"))
with open(paths["far-cell"], "rb") as file:
    whole = file.read()
paths["cut"] = f"{folder}/cut.xlsx"
with open(paths["cut"], "wb") as file:
    file.write(whole[: len(whole) // 2])
json.dump(paths, sys.stdout)
