"""Opens a site in Chromium after a double click, as people do, and says what it finds.

Question: the path of the browser, the folder of a site, which pages to open (paths within it), which
to look at with axe, and which stories to act out. Answer: for each page what the browser complained
of, what axe finds against WCAG 2.2 AA in light and dark, how wide it is on the narrowest screen, and
what it asked the network for; the links of all pages that lead nowhere; and what each story came to.
"""

import html.parser
import json
import pathlib
import sys
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.wide, .canvas, .skip, .unseen'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.tagName + '.' + e.className + '#' + e.id)"""


class Links(html.parser.HTMLParser):
    """The addresses that a page names, and the ids that it has."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.addresses += [values[n] for n in ("href", "src", "xlink:href") if values.get(n)]
        if "id" in values:
            self.ids.add(values["id"])


def broken_links(folder):
    """Links of all pages, and addresses of the search, to files or places that there are not."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    broken, seen = [], 0
    for path, page in pages.items():
        for address in page.addresses:
            parts = urllib.parse.urlsplit(address)
            if parts.scheme in ("http", "https", "mailto", "tel"):
                continue
            seen += 1
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            fragment = urllib.parse.unquote(parts.fragment)
            if not target.is_file() or not target.is_relative_to(folder.resolve()):
                broken.append(f"{path.relative_to(folder)}: {address}")
            elif fragment and fragment not in pages.get(target, pages[path]).ids:
                broken.append(f"{path.relative_to(folder)}: {address}")
    search = (folder / "search.js").read_text(encoding="utf-8")
    items = json.loads(search[len("fingerpost.search("):-len(");\n")])["items"]
    for item in items:
        seen += 1
        name, _, fragment = item[3].partition("#")
        page = pages.get(folder / name)
        if page is None or (fragment and fragment not in page.ids):
            broken.append(f"search.js: {item[3]}")
    return broken, seen


def violations(page):
    results = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{v['id']}: {n['html'][:200]} {n.get('failureSummary', '')}"
        for v in results for n in v["nodes"]
    ]


def look(context, folder, names, looked_at):
    pages, said, asked = [], [], []
    page = context.new_page()
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    for name in names:
        said.clear()
        asked.clear()
        page.goto((folder / name).as_uri())
        found, width, wide = [], 0, []
        heard = list(said)
        if name in looked_at:
            # The styles that axe tries to put in are not the page's.
            found = violations(page)
            page.emulate_media(color_scheme="dark")
            found += violations(page)
            page.emulate_media(color_scheme="light")
            # 1280 pixels at 400 % are 320.
            page.set_viewport_size({"width": 320, "height": 640})
            width = page.evaluate("document.scrollingElement.scrollWidth")
            wide = page.evaluate(WIDE)
            page.set_viewport_size({"width": 1280, "height": 900})
        pages.append({
            "path": name, "said": heard, "violations": found, "width": width, "wide": wide,
            "asked": [url for url in asked if not url.startswith(folder.as_uri())],
        })
    page.close()
    return pages


def texts(page, selector):
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def board(page, address):
    """Somebody on a board finds out who sits there, from the first page."""
    page.goto(address("index.html"))
    page.get_by_role("link", name="Brackenshire: help for parents and babies").click()
    page.get_by_role("link", name="Who sits on the boards").click()
    return {"heading": texts(page, "h1"), "seats": texts(page, "main tbody th"),
            "holders": texts(page, "main tbody td:nth-child(2)")}


def commissioner(page, address):
    """A commissioner asks about a family, by keyboard alone, and why a cell is as it is."""
    page.goto(address("gapland/coverage.html"))
    link = page.locator("td.bad a").first
    answer = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    opened = dialog.inner_text()
    name = dialog.get_attribute("aria-label")
    page.keyboard.press("Escape")
    is_closed = page.locator("dialog[open]").count() == 0
    back = page.evaluate("document.activeElement.hasAttribute('data-explained')")
    page.goto(address("brackenshire/explore.html"))
    page.locator("#family summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    return {"answer": answer, "opened": opened, "name": name, "isClosed": is_closed, "isBack": back,
            "family": page.locator("#family-found").inner_text(),
            "lit": page.locator("svg .lit").count()}


def lead(page, address):
    """An operational lead searches, filters, and looks at what leads to a service and from it."""
    page.goto(address("brackenshire/explore.html"))
    page.get_by_label("Search all maps").fill("parent infant team")
    found = texts(page, "#search-found li")
    rows = page.locator("#services tbody tr:visible").count()
    page.get_by_label("Sector", exact=True).select_option("voluntary")
    filtered = texts(page, "#services tbody tr:visible th a")
    count = page.locator("#filter-count").inner_text()
    faded = page.locator("svg .faded").count()
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_timeout(50)
    again = page.locator("#services tbody tr:visible").count()
    still = page.locator("svg .faded").count()
    box = page.locator("svg a[href='service-parent-infant-team.html']").first
    box.focus()
    page.keyboard.press("Enter")
    selected = page.locator("#selection").inner_text()
    lit = page.locator("svg .lit").count()
    page.keyboard.press("Escape")
    unlit = page.locator("svg .lit").count()
    page.locator("#way summary").click()
    page.get_by_label("From", exact=True).select_option("families")
    page.get_by_label("To", exact=True).select_option("mother-baby-unit")
    page.get_by_role("button", name="Find the way").click()
    way = texts(page, "#way-found li")
    before = page.locator(".canvas svg").first.bounding_box()["width"]
    page.get_by_role("button", name="Zoom in").first.click()
    after = page.locator(".canvas svg").first.bounding_box()["width"]
    box.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/service-parent-infant-team.html")
    return {"found": found, "rows": rows, "filtered": filtered, "count": count, "faded": faded,
            "again": again, "still": still, "selected": selected, "lit": lit, "unlit": unlit,
            "way": way, "zoomed": after / before, "page": texts(page, "h1")}


def reference(page, address):
    """All three on the reference map, which leaves much unsaid: a board looks for its members, a commissioner
    for gaps, a lead for the services of a need and for a way, by keyboard."""
    page.goto(address("index.html"))
    page.get_by_role("link", name="Reference parent-infant system").click()
    page.get_by_role("link", name="Who sits on the boards").click()
    answer = {"seats": texts(page, "main tbody th"), "holders": texts(page, "main tbody td:nth-child(2)")}
    page.get_by_role("link", name="Which families find help").click()
    answer["coverage"] = page.locator("main").inner_text()
    page.get_by_role("link", name="What is missing, and who acts next").click()
    answer["gaps"] = texts(page, "main tbody th, main tbody td:first-child")
    page.get_by_role("link", name="Services and routes").click()
    page.get_by_label("Need", exact=True).select_option("substance-dependence")
    answer["shown"] = texts(page, "#services tbody tr:visible:not(.unsure) th a")
    answer["unsure"] = page.locator("#services tbody tr.unsure:visible").count()
    page.get_by_role("button", name="Show everything").click()
    page.locator("#way summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Midwifery")
    page.keyboard.press("Tab")
    page.keyboard.type("Parent-infant")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    answer["way"] = texts(page, "#way-found li")
    box = page.locator("svg a[href='service-parent-infant-team.html']").first
    box.focus()
    page.keyboard.press("Enter")
    answer["selected"] = page.locator("#selection").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/service-parent-infant-team.html")
    answer["page"] = texts(page, "h1, h2")
    return answer


def plain(page, address):
    """Somebody whose browser runs no scripts."""
    page.goto(address("brackenshire/explore.html"))
    visible = {name: page.locator(f"#{name}").is_visible()
               for name in ("filters", "way", "family", "search", "services")}
    pictures = page.locator("main svg").count()
    page.goto(address("brackenshire/coverage.html"))
    page.locator("td a").first.click()
    return {"visible": visible, "pictures": pictures,
            "landed": page.evaluate("(document.querySelector(':target') || {}).className || ''")}


def main(question):
    folder = pathlib.Path(question["folder"]).resolve()

    def address(name):
        return (folder / name).as_uri()

    answer = {"pages": [], "stories": {}}
    answer["broken"], answer["links"] = broken_links(folder)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if question["isRoot"] else []
        browser = playwright.chromium.launch(
            executable_path=question["browser"], headless=True, args=flags)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        answer["pages"] = look(context, folder, question["pages"], set(question["lookedAt"]))
        for story in question["stories"]:
            act = {"board": board, "commissioner": commissioner, "lead": lead, "plain": plain,
                   "reference": reference}[story]
            context = browser.new_context(
                viewport={"width": 1280, "height": 900}, java_script_enabled=story != "plain")
            page = context.new_page()
            page.set_default_timeout(45_000)
            answer["stories"][story] = act(page, address)
            context.close()
        browser.close()
    return answer


json.dump(main(json.load(sys.stdin)), sys.stdout)
