"""Answers questions about directed graphs with networkx.

Reads {"question": name, "graphs": [...]} and writes one answer a graph, as JSON.
A graph has "nodeCount", "tails", "heads", "sources", "targets", "hops",
"refusedNodes" and "refusedEdges".
"""

import json
import sys

import networkx as nx

# The set of all shortest paths is listed only for graphs up to this size.
SMALL = 40


def edges(graph):
    return list(zip(graph["tails"], graph["heads"]))


def directed(graph):
    result = nx.MultiDiGraph()
    result.add_nodes_from(range(graph["nodeCount"]))
    result.add_edges_from(edges(graph))
    return result


def filtered(graph):
    refused_nodes = set(graph["refusedNodes"])
    refused_edges = set(graph["refusedEdges"])
    result = nx.MultiDiGraph()
    result.add_nodes_from(n for n in range(graph["nodeCount"]) if n not in refused_nodes)
    result.add_edges_from(
        (tail, head)
        for index, (tail, head) in enumerate(edges(graph))
        if index not in refused_edges and tail in result and head in result
    )
    return result


def union(result, sources, function):
    reached = set()
    for source in sources:
        if source in result:
            reached |= {source} | set(function(result, source))
    return sorted(reached)


def reachability(graph):
    whole, part = directed(graph), filtered(graph)
    return {
        "outgoing": union(whole, graph["sources"], nx.descendants),
        "incoming": union(whole, graph["sources"], nx.ancestors),
        "both": union(whole.to_undirected(), graph["sources"], nx.descendants),
        "filtered": union(part, graph["sources"], nx.descendants),
        "filteredIncoming": union(part, graph["sources"], nx.ancestors),
    }


def first_shortest(graph, sources, targets, list_all):
    """The length, and the lexicographically first of all shortest paths."""
    lengths = {}
    for source in sources:
        if source in graph:
            distances = nx.single_source_shortest_path_length(graph, source)
            for target in targets:
                if target in distances:
                    lengths[source, target] = distances[target]
    if not lengths:
        return {"hops": -1, "nodes": []}
    least = min(lengths.values())
    nodes = []
    if list_all:
        simple = nx.DiGraph(graph)
        nodes = min(
            path
            for (source, target), length in lengths.items()
            if length == least
            for path in nx.all_shortest_paths(simple, source, target)
        )
    return {"hops": least, "nodes": nodes}


def shortest_path(graph):
    small = graph["nodeCount"] <= SMALL
    return {
        "whole": first_shortest(directed(graph), graph["sources"], graph["targets"], small),
        "filtered": first_shortest(filtered(graph), graph["sources"], graph["targets"], small),
    }


def strongly_connected_components(graph):
    return sorted(sorted(c) for c in nx.strongly_connected_components(directed(graph)))


def shortest_cycles(graph):
    """For each component by its lowest node: the length, and the first of its shortest cycles."""
    whole = nx.DiGraph(directed(graph))
    answers = []
    for component in sorted(sorted(c) for c in nx.strongly_connected_components(whole)):
        part = whole.subgraph(component)
        cycles = {}
        for tail, head in part.edges():
            cycles[tail, head] = nx.shortest_path_length(part, head, tail) + 1
        if not cycles:
            answers.append({"hops": -1, "nodes": []})
            continue
        least = min(cycles.values())
        nodes = []
        if graph["nodeCount"] <= SMALL:
            # Every shortest cycle is found through each of its edges; keep those written from
            # their lowest node.
            candidates = (
                [tail] + path
                for (tail, head), length in cycles.items()
                if length == least
                for path in nx.all_shortest_paths(part, head, tail)
            )
            nodes = min(c for c in candidates if c[0] == min(c))
        answers.append({"hops": least, "nodes": nodes})
    return answers


def dominators(graph):
    """Immediate dominators, -1 where there is none and -2 where nothing leads."""
    whole = nx.DiGraph(directed(graph))
    root = "root"
    whole.add_node(root)
    whole.add_edges_from((root, source) for source in graph["sources"])
    immediate = nx.immediate_dominators(whole, root)
    return [
        -2 if node not in immediate else -1 if immediate[node] == root else immediate[node]
        for node in range(graph["nodeCount"])
    ]


def dominated(graph):
    """For each node: what can no longer be reached from the sources once it is removed."""
    whole = directed(graph)
    before = set(union(whole, graph["sources"], nx.descendants))
    answers = []
    for node in range(graph["nodeCount"]):
        rest = whole.copy()
        rest.remove_node(node)
        after = union(rest, [s for s in graph["sources"] if s != node], nx.descendants)
        answers.append(sorted(before - set(after) - {node}))
    return answers


def articulation(graph):
    multiple = nx.MultiGraph()
    multiple.add_nodes_from(range(graph["nodeCount"]))
    multiple.add_edges_from(edges(graph))
    return {
        "points": sorted(nx.articulation_points(nx.Graph(multiple))),
        "bridges": sorted(sorted(bridge) for bridge in nx.bridges(multiple)),
    }


def articulation_by_removal(graph):
    """The definition itself: take each node and each edge away and count the pieces."""
    multiple = nx.MultiGraph()
    multiple.add_nodes_from(range(graph["nodeCount"]))
    for index, (tail, head) in enumerate(edges(graph)):
        multiple.add_edge(tail, head, key=index)
    pieces = nx.number_connected_components(multiple)
    points = []
    for node in range(graph["nodeCount"]):
        rest = multiple.copy()
        rest.remove_node(node)
        # Removing a node on its own removes a piece, which makes it no articulation point.
        if nx.number_connected_components(rest) > pieces:
            points.append(node)
    bridges = []
    for index, (tail, head) in enumerate(edges(graph)):
        rest = multiple.copy()
        rest.remove_edge(tail, head, key=index)
        if nx.number_connected_components(rest) > pieces:
            bridges.append(index)
    return {"points": points, "bridges": bridges}


def neighbourhood(graph):
    """The ego graphs of the first source, as [node, distance] by distance and then by node."""

    def ego(whole, undirected=False):
        centre = graph["sources"][0]
        found = nx.ego_graph(whole, centre, radius=graph["hops"], undirected=undirected)
        base = whole.to_undirected() if undirected else whole
        distances = nx.single_source_shortest_path_length(base, centre)
        return sorted(([n, distances[n]] for n in found), key=lambda pair: (pair[1], pair[0]))

    if not graph["sources"]:
        return {"outgoing": [], "incoming": [], "both": []}
    whole = directed(graph)
    return {
        "outgoing": ego(whole),
        "incoming": ego(whole.reverse()),
        "both": ego(whole, undirected=True),
    }


def isolates(graph):
    whole = directed(graph)
    whole.remove_edges_from(list(nx.selfloop_edges(whole, keys=True)))
    return sorted(nx.isolates(whole))


QUESTIONS = {
    "reachability": reachability,
    "shortest-path": shortest_path,
    "strongly-connected-components": strongly_connected_components,
    "shortest-cycles": shortest_cycles,
    "dominators": dominators,
    "dominated": dominated,
    "articulation": articulation,
    "articulation-by-removal": articulation_by_removal,
    "neighbourhood": neighbourhood,
    "isolates": isolates,
}

request = json.load(sys.stdin)
answer = QUESTIONS[request["question"]]
json.dump([answer(graph) for graph in request["graphs"]], sys.stdout)
