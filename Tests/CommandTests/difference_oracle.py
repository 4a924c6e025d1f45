"""Reads differences with a validator and a parser of others."""

import json
import sys

from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

question = json.load(sys.stdin)
schema = json.loads(question["schema"])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
complaints = [
    "/".join(map(str, error.absolute_path)) + ": " + error.message[:300]
    for text in question["json"]
    for error in validator.iter_errors(json.loads(text))
]
links, html = [], []
for text in question["markdown"]:
    for block in MarkdownIt("gfm-like", {"html": True}).parse(text):
        for token in [block] + (block.children or []):
            if token.type == "link_open":
                links.append(token.attrs["href"])
            if token.type.startswith("html"):
                html.append(token.content)
json.dump({"complaints": complaints, "links": links, "html": html}, sys.stdout)
