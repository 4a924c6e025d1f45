"""Validates bundles with the R4B classes of fhir.resources.

Question: a list of bundles as text. Answer: for each what is wrong with it, and its resources.
"""

import json
import sys

from fhir.resources.R4B.bundle import Bundle


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from references(item)


def look(text):
    faults = []
    try:
        bundle = Bundle.model_validate_json(text)
    except ValueError as error:
        return {"faults": [str(error)], "resources": []}
    entries = bundle.entry or []
    written = json.loads(text).get("entry", [])
    for entry, raw in zip(entries, written, strict=True):
        # Nothing is lost on the way through the classes.
        if json.loads(entry.resource.model_dump_json()) != raw["resource"]:
            faults.append(f"{entry.fullUrl} is read as something else")
        if not entry.fullUrl.endswith(f"/{raw['resource']['resourceType']}/{entry.resource.id}"):
            faults.append(f"{entry.fullUrl} is no address of {entry.resource.id}")
    addresses = {"/".join(entry.fullUrl.split("/")[-2:]) for entry in entries}
    if len(addresses) != len(entries):
        faults.append("two resources have one address")
    for reference in references(written):
        if reference not in addresses:
            faults.append(f"{reference} is not in the bundle")
    return {"faults": faults, "resources": [raw["resource"] for raw in written]}


json.dump([look(text) for text in json.load(sys.stdin)], sys.stdout)
