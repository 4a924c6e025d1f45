"""Answers questions about bipartite graphs with networkx, and by trying every set of nodes.

Reads a list of graphs and writes one answer a graph, as JSON. A graph has "leftCount",
"rightCount" and "edges", a list of [left, right]. An answer has "matching", the size of a maximum
matching, and "smallest", the size of a smallest set of nodes on the left that has fewer neighbours
than nodes: 0 when there is none, and null for a graph that is too large to try them all.
"""

import itertools
import json
import sys

import networkx as nx

# Every set of nodes is tried for graphs up to this many nodes on the left.
SMALL = 11


def matching(graph):
    whole = nx.Graph()
    left = [("left", node) for node in range(graph["leftCount"])]
    whole.add_nodes_from(left)
    whole.add_nodes_from(("right", node) for node in range(graph["rightCount"]))
    whole.add_edges_from((("left", a), ("right", b)) for a, b in graph["edges"])
    return len(nx.bipartite.maximum_matching(whole, top_nodes=left)) // 2


def smallest(graph):
    if graph["leftCount"] > SMALL:
        return None
    neighbours = [set() for _ in range(graph["leftCount"])]
    for a, b in graph["edges"]:
        neighbours[a].add(b)
    for size in range(1, graph["leftCount"] + 1):
        for nodes in itertools.combinations(neighbours, size):
            if len(set().union(*nodes)) < size:
                return size
    return 0


json.dump(
    [{"matching": matching(graph), "smallest": smallest(graph)} for graph in json.load(sys.stdin)],
    sys.stdout,
)
