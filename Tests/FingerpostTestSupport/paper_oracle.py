"""Reads papers as a web browser reads them, strictly, and says what is wrong.

Question: a list of paths of HTML files. Answer: for each, what a strict parser complains of, ids that
stand twice, links within the page that lead nowhere, whatever would be fetched from elsewhere, scripts
and addresses that are not of the web; and its sections, links and words.
"""

import json
import re
import sys

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
FETCHING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}


def complaint(path):
    try:
        html5lib.HTMLParser(strict=True).parse(open(path, "rb"))
    except html5lib.html5parser.ParseError as error:
        return [str(error) or repr(error)]
    return []


def shown(element):
    """The text of an element and all in it, but for styles."""
    if element.tag.split("}")[-1] == "style":
        return element.tail or ""
    return (element.text or "") + "".join(map(shown, element)) + (element.tail or "")


def read(path):
    tree = html5lib.parse(open(path, "rb"), treebuilder="etree")
    ids, twice, links, fetched, scripts, headings = set(), [], [], [], [], []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.split("}")[-1].lower()
        for attribute, value in element.attrib.items():
            attribute = attribute.split("}")[-1].lower()
            if attribute == "id":
                if value in ids:
                    twice.append(value)
                ids.add(value)
            if attribute == "href" and name == "a":
                links.append(value)
            elif attribute == "href" or attribute in FETCHING:
                fetched.append(f"{name} {attribute}={value}")
            if attribute.startswith("on"):
                scripts.append(f"{name} {attribute}")
            if attribute == "style" and "url(" in value:
                fetched.append(value)
        if name in ("script", "iframe", "object", "embed", "link", "base", "form"):
            scripts.append(name)
        if name == "style" and re.search(r"@import|url\(", element.text or ""):
            fetched.append("style")
        if re.fullmatch("h[1-6]", name):
            headings.append(int(name[1]))
    bad = [link for link in links if not re.match(r"#|https?://", link)]
    sections = [e.get("id") for e in tree.iter(XHTML + "section")]
    figures = [(e.get("id"), e.get("class")) for e in tree.iter(XHTML + "figure")]
    jumps = [b for a, b in zip([0] + headings, headings) if b > a + 1]
    return {
        "complaints": complaint(path),
        "twice": twice,
        "lost": [link for link in links if link.startswith("#") and link[1:] not in ids],
        "fetched": fetched,
        "scripts": scripts + bad,
        "mainHeadings": headings.count(1),
        "jumps": len(jumps),
        "sections": sections,
        "figures": [{"id": a, "sheet": b} for a, b in figures],
        "text": shown(tree.find(XHTML + "body")),
    }


json.dump([read(path) for path in json.load(sys.stdin)], sys.stdout)
