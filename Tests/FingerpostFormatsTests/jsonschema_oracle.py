"""Validates maps against a JSON Schema with jsonschema, a reader and a validator of others.

Reads {"schema": text, "maps": [text]} and writes, for each map, its complaints, once with every
scalar left as text and once with the scalars that editors take for numbers and truth values.
"""

import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator


class TextLoader(yaml.BaseLoader):
    """Every scalar is text, except that nothing is nothing."""


class EditorLoader(yaml.BaseLoader):
    """Scalars as in the core schema of YAML 1.2, which editors use."""


CORE = [
    (re.compile(r"true|True|TRUE"), lambda text: True),
    (re.compile(r"false|False|FALSE"), lambda text: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
]


def scalar(types):
    def construct(loader, node):
        if node.style is None:
            if node.value in ("", "~", "null", "Null", "NULL"):
                return None
            for pattern, convert in types:
                if pattern.fullmatch(node.value):
                    return convert(node.value)
        return node.value

    return construct


def mapping(loader, node):
    """Keys are always text, as they are in JSON."""
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


for kind, types in ((TextLoader, []), (EditorLoader, CORE)):
    kind.add_constructor("tag:yaml.org,2002:str", scalar(types))
    kind.add_constructor("tag:yaml.org,2002:map", mapping)

question = json.load(sys.stdin)
schema = json.loads(question["schema"])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)


def complaints(text, kind):
    found = []
    for error in validator.iter_errors(yaml.load(text, kind)):
        while error.context:
            error = max(error.context, key=lambda inner: len(inner.absolute_path))
        found.append("/".join(map(str, error.absolute_path)) + ": " + error.message[:200])
    return found


json.dump(
    [
        {"asText": complaints(text, TextLoader), "asInEditors": complaints(text, EditorLoader)}
        for text in question["maps"]
    ],
    sys.stdout,
)
