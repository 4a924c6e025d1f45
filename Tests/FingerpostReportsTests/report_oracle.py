"""Reads reports with parsers and validators of others.

Reads {"schema": text, "sarifSchema": text or null, "reports": [{"json", "sarif", "junit",
"markdown"}]} and writes, for each report, what those have to say.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree

from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt

question = json.load(sys.stdin)
schema = json.loads(question["schema"])
Draft202012Validator.check_schema(schema)
sarif_schema = question.get("sarifSchema") and json.loads(question["sarifSchema"])


def complaints(validator, text):
    found = []
    for error in validator.iter_errors(json.loads(text)):
        found.append("/".join(map(str, error.absolute_path)) + ": " + error.message[:300])
    return found


def suites(text):
    """Each suite as it counts itself, and as its cases count."""
    found = []
    for suite in ElementTree.fromstring(text.encode("utf-8")).findall("testsuite"):
        cases = suite.findall("testcase")
        kinds = ["failure", "error", "skipped"]
        counted = [len(cases)] + [sum(c.find(k) is not None for c in cases) for k in kinds]
        stated = [int(suite.get(k)) for k in ["tests", "failures", "errors", "skipped"]]
        found.append({"name": suite.get("name"), "counted": counted, "stated": stated})
    return found


def failures(text):
    root = ElementTree.fromstring(text.encode("utf-8"))
    return ["".join(element.itertext()) for element in root.iter("failure")]


def markup(text):
    """The markup that a page holds, each sort once, and its text without it."""
    kinds, words = set(), []
    for block in MarkdownIt("gfm-like", {"html": True}).enable("table").parse(text):
        kinds.add(block.type)
        for token in block.children or []:
            kinds.add(token.type)
            if token.type == "link_open":
                kinds.add("link to " + token.attrs["href"])
            words.append(token.content)
    return {"kinds": sorted(kinds), "text": "\n".join(words)}


answers = []
for report in question["reports"]:
    answers.append(
        {
            "json": complaints(Draft202012Validator(schema), report["json"]),
            "sarif": complaints(Draft4Validator(sarif_schema), report["sarif"])
            if sarif_schema
            else [],
            "suites": suites(report["junit"]),
            "failures": failures(report["junit"]),
            "markdown": markup(report["markdown"]),
        }
    )
json.dump(answers, sys.stdout)
