"""Coverage of an atlas with a graph library, as its users would write it.

Usage: coverage_graphs.py {rustworkx|igraph} FILE

The file holds the facts of each map as JSON. For each layer, degree of certainty, age band and area,
the graph of the services that admit the family is taken, what can be reached from where families
begin is looked up once for all needs, and each need is answered from the services that serve it.
Reading the file is not timed. Prints {"seconds": ..., "answers": [text of a map, ...]}, where a text
has one letter a cell, layer by layer: c covered, s covered for some, g gap, n not stated.
"""

import json
import sys
import time

SURE, POSSIBLE = 2, 1


class WithRustworkx:
    def __init__(self, count, edges, starts):
        import rustworkx

        self.library = rustworkx
        self.count = count
        self.graph = rustworkx.PyDiGraph(multigraph=False)
        self.graph.add_nodes_from(range(count + 1))
        self.graph.add_edges_from_no_data(edges + [(count, start) for start in starts])

    def reached(self, nodes):
        part, kept = self.graph.subgraph_with_nodemap([*nodes, self.count])
        start = next(place for place in reversed(part.node_indices()) if kept[place] == self.count)
        return {kept[place] for place in self.library.descendants(part, start)}


class WithIgraph:
    def __init__(self, count, edges, starts):
        import igraph

        self.count = count
        self.graph = igraph.Graph(
            n=count + 1, edges=edges + [(count, start) for start in starts], directed=True
        )

    def reached(self, nodes):
        # The vertices of the part keep the order of the whole.
        kept = sorted(nodes)
        part = self.graph.induced_subgraph([*kept, self.count])
        return {kept[place] for place in part.subcomponent(len(kept), "out") if place < len(kept)}


def covered(facts, graph_class, admission, certainty):
    """The truth of every cell of a layer, need by need, then band by band, then area by area."""
    nodes = range(facts["count"])
    edges = [tuple(edge) for edge in facts["edges"]]
    starts = [node for node in nodes if facts["entry"][node] >= certainty]
    graph = graph_class(facts["count"], edges, starts)
    by_band = [{n for n in nodes if row[n] >= certainty} for row in facts["ages"]]
    by_area = [{n for n in nodes if row[n] >= certainty} for row in facts["areas"]]
    by_need = [{n for n in nodes if row[n] >= certainty} for row in facts["serves"]]
    admitted = {n for n in nodes if admission[n] >= certainty}
    result = [[] for _ in by_need]
    for ages in by_band:
        for area in by_area:
            reached = graph.reached(admitted & ages & area)
            for need, helpers in enumerate(by_need):
                result[need].append(not helpers.isdisjoint(reached))
    return [truth for row in result for truth in row]


def answers(facts, graph_class):
    sure, possible = [
        [covered(facts, graph_class, layer, certainty) for layer in facts["layers"]]
        for certainty in (SURE, POSSIBLE)
    ]
    text = []
    for layer in range(len(sure)):
        for cell in range(len(sure[layer])):
            if sure[layer][cell]:
                text.append("c")
            elif possible[layer][cell]:
                text.append("n")
            elif layer == 0 and any(sure[other][cell] for other in facts["privileged"]):
                text.append("s")
            else:
                text.append("g")
    return "".join(text)


def main():
    graph_class = {"rustworkx": WithRustworkx, "igraph": WithIgraph}[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8") as file:
        atlas = json.load(file)
    answers(atlas[0], graph_class)  # Loads the library, and is not timed.
    start = time.perf_counter()
    texts = [answers(facts, graph_class) for facts in atlas]
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "answers": texts}, sys.stdout)


main()
