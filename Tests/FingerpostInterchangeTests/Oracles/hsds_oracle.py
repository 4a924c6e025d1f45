"""Validates objects of a service directory against the official schemas with jsonschema.

Reads {"schemas": folder, "objects": [{"schema": "service.json", "json": text}]} and writes, for each
object, the complaints.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

question = json.load(sys.stdin)
folder = pathlib.Path(question["schemas"])
base = "https://schemas.invalid/"
registry = Registry().with_resources(
    (base + path.name, DRAFT202012.create_resource(json.loads(path.read_text())))
    for path in folder.glob("*.json")
    if path.name != "openapi.json"
)


def complaints(schema, text):
    validator = Draft202012Validator(
        {"$ref": base + schema}, registry=registry, format_checker=FormatChecker(["uuid"])
    )
    return [
        "/".join(map(str, error.absolute_path)) + ": " + error.message[:200]
        for error in validator.iter_errors(json.loads(text))
    ]


json.dump([complaints(one["schema"], one["json"]) for one in question["objects"]], sys.stdout)
