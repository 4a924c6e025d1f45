"""Reads exported graphs with other programs and compares them with what the map file says.

Question: a list of {"format", "files": {name: text}, "map": the map as YAML}. Answer: for each a list
of what is not as the map says. GraphML is read by networkx and igraph, the JSON of Cytoscape by
networkx, tables by the csv module of Python, and DOT by dot, gvpr and pygraphviz.
"""

import csv
import html
import io
import json
import re
import subprocess
import sys
import tempfile

import igraph
import networkx as nx
import pygraphviz
import yaml

NODES = ["services", "organisations", "boards", "programmes", "documents"]
TYPES = {key: key[:-1] for key in NODES}
OTHERS = ["kinds", "needs", "conditions", "areas", "sources", "agreements", "flows", "views"]
COLLECTIONS = NODES + OTHERS + ["routes", "links", "exceptions"]
RENAMED = {"source": "citation", "parent": "part-of"}
DOT_FACTS = ["type", "kind", "intensity", "step", "status"]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


# ---- What the map says


def cell(items):
    def quoted(item):
        plain = item and item != "none" and not re.search(r'[;\n\r"]', item)
        return item if plain and item.strip() == item else '"' + item.replace('"', '""') + '"'

    return "; ".join(quoted(item) for item in items)


def flat(record, prefix="", leave_out=()):
    """The facts of a record under dotted names; lists of records as JSON that is parsed again."""
    facts = {}
    for key, value in record.items():
        if key in leave_out:
            continue
        name = prefix + key
        if isinstance(value, dict) and value:
            facts.update(flat(value, name + "."))
        elif isinstance(value, dict):
            facts[name] = "yes"
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            facts[name] = cell(value)
        else:
            facts[name] = value
    return {RENAMED.get(name, name): value for name, value in facts.items()}


def said(text):
    whole = yaml.load(text, LOADER)
    nodes, edges = {}, {}
    about = {
        key: value
        for key, value in whole.items()
        if key != "id" and (key not in COLLECTIONS or isinstance(value, str))
    }

    def records(key):
        return whole[key] if not isinstance(whole.get(key, "none"), str) else {}

    for key in NODES:
        for node, record in records(key).items() if records(key) else ():
            nodes[node] = {"type": TYPES[key]} | flat(record, leave_out=["id"])
    for key, mark in [("routes", ""), ("links", "link::")]:
        for record in records(key):
            facts = flat(record, leave_out=["id", "from", "to"])
            made = "{from}-to-{to}-{kind}" if key == "routes" else "{from}-{kind}-{to}"
            edges[mark + record.get("id", made.format_map(record))] = (
                record["from"], record["to"], {"type": key[:-1]} | facts)
    for board, record in (records("boards") or {}).items():
        seats = record.get("seats", [])
        for seat in seats if isinstance(seats, list) else []:
            for key in ["organisation", "service"]:
                if key in seat:
                    edges[f"seat::{board}::{seat['id']}::{seat[key]}"] = (
                        board, seat[key], {"type": "seat"} | flat(seat, leave_out=["id"]))
    for key in ["boards", "services"]:
        for node, record in (records(key) or {}).items():
            targets = record.get("reports-to", [])
            for target in targets if isinstance(targets, list) else []:
                edges[f"reports-to::{node}::{target}"] = (node, target, {"type": "reports-to"})
    for source, target, _ in edges.values():
        for end in (source, target):
            if end == "families":
                nodes.setdefault(end, {"type": "families", "name": "Families"})
            nodes.setdefault(end, {"type": "not-in-map", "name": end})
    return flat(about), nodes, edges


# ---- What other programs read


def as_text(value):
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def facts(attributes, leave_out):
    return {key: as_text(value) for key, value in attributes.items() if key not in leave_out}


def from_networkx(graph, own=()):
    nodes = {node: facts(data, ["id", *own]) for node, data in graph.nodes(data=True)}
    edges = {
        key: (source, target, facts(data, ["id", "source", "target", *own]))
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    return facts(graph.graph, ["id", "node_default", "edge_default"]), nodes, edges


def read_graphml(files):
    text = next(iter(files.values()))
    graph = nx.parse_graphml(text, force_multigraph=True)
    with tempfile.NamedTemporaryFile("w", suffix=".graphml", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        other = igraph.Graph.Read_GraphML(file.name)
    assert other.is_directed() and other.vcount() == len(graph) and other.ecount() == graph.size()
    if other.vcount():
        assert set(other.vs["id"]) == set(graph), "igraph reads other nodes"
        names = {vertex["id"]: vertex["name"] for vertex in other.vs}
        assert names == dict(graph.nodes(data="name")), "igraph reads other names"
    return from_networkx(graph)


def read_cytoscape(files):
    graph = nx.cytoscape_graph(json.loads(next(iter(files.values()))))
    assert graph.is_directed() and graph.is_multigraph()
    return from_networkx(graph, ["value", "key"])


def rows(text):
    def plain(cell):
        return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell

    found = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    heads, *others = [[plain(cell) for cell in row] for row in found]
    assert len(set(heads)) == len(heads)
    return [{head: cell for head, cell in zip(heads, row, strict=True) if cell} for row in others]


def read_tables(files):
    nodes = {row.pop("id"): row for row in rows(files["nodes.csv"])}
    edges = {
        row.pop("id"): (row.pop("source"), row.pop("target"), row)
        for row in rows(files["edges.csv"])
    }
    return None, nodes, edges


def unescaped(text):
    return html.unescape(re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text))


def run(*words, text):
    done = subprocess.run(words, input=text, capture_output=True, encoding="utf-8", check=True)
    assert not done.stderr, done.stderr
    return done.stdout


def from_pygraphviz(text):
    graph = pygraphviz.AGraph(string=text)
    assert graph.directed and not graph.strict

    def said(item):
        return {key: unescaped(item.attr[key]) for key in [*DOT_FACTS, "label"] if item.attr[key]}

    edges = {
        key: (source, target, said(graph.get_edge(source, target, key)))
        for source, target, key in graph.edges(keys=True)
    }
    return {node: said(node) for node in graph.nodes()}, edges


def read_dot(files):
    text = next(iter(files.values()))
    nodes, edges = from_pygraphviz(text)
    assert from_pygraphviz(run("dot", "-Tcanon", text=text)) == (nodes, edges)
    program = (
        'N {printf("N\\t%s\\t%s\\n", $.name, $.type)}'
        'E {printf("E\\t%s\\t%s\\t%s\\n", $.tail.name, $.head.name, $.type)}'
    )
    lines = run("gvpr", program, text=text).splitlines()
    expected = [f"N\t{node}\t{said['type']}" for node, said in nodes.items()]
    expected += [f"E\t{a}\t{b}\t{said['type']}" for a, b, said in edges.values()]
    assert sorted(lines) == sorted(expected), "gvpr reads something else"
    return None, nodes, edges


READERS = {
    "graphml": read_graphml,
    "cytoscape": read_cytoscape,
    "edges": read_tables,
    "dot": read_dot,
}


# ---- The comparison


def in_dot(attributes, label):
    kept = {key: attributes[key] for key in DOT_FACTS if key in attributes}
    return kept | {"label": label.replace("\r\n", "\n")}


def compare(what, expected, actual):
    if isinstance(expected, (list, dict)):
        try:
            actual = json.loads(actual)
        except (TypeError, ValueError):
            pass
    return [] if expected == actual else [f"{what}: {actual!r} instead of {expected!r}"]


def compare_facts(what, expected, actual):
    found = compare(f"{what}: names", sorted(expected), sorted(actual))
    for key in expected.keys() & actual.keys():
        found += compare(f"{what}: {key}", expected[key], actual[key])
    return found


def differences(question):
    about, nodes, edges = said(question["map"])
    if question["format"] == "dot":
        nodes = {key: in_dot(facts, facts["name"]) for key, facts in nodes.items()}
        edges = {
            key: (a, b, in_dot(facts, facts.get("kind", facts["type"]).replace("-", " ")))
            for key, (a, b, facts) in edges.items()
        }
    read_about, read_nodes, read_edges = READERS[question["format"]](question["files"])
    found = [] if read_about is None else compare_facts("the map", about, read_about)
    found += compare("nodes", sorted(nodes), sorted(read_nodes))
    found += compare("edges", sorted(edges), sorted(read_edges))
    for key in nodes.keys() & read_nodes.keys():
        found += compare_facts(key, nodes[key], read_nodes[key])
    for key in edges.keys() & read_edges.keys():
        found += compare(f"{key}: ends", edges[key][:2], read_edges[key][:2])
        found += compare_facts(key, edges[key][2], read_edges[key][2])
    return {"differences": found, "nodes": len(read_nodes), "edges": len(read_edges)}


json.dump([differences(question) for question in json.load(sys.stdin)], sys.stdout)
