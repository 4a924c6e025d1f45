"""Opens papers in Chromium, as people do, and says what it finds.

Question: the path of the browser, a list of paths of HTML files, which of them to walk through by
keyboard, which to print, and one that has a picture with a link to a card. Answer: for each file what
axe finds against WCAG 2.2 AA in light and dark, how wide the page is on the narrowest screen, what
stands outside of it, and what it asked the network for; where the keyboard led; how many pages it
prints without its pictures; and where the link of the picture led.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# What has the focus: the address of a link, or what it is; where it is; whether its focus is seen.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const href = e.getAttribute('href') || '';
  return {
    name: e.tagName.toLowerCase(), href: href, label: e.getAttribute('aria-label') || '',
    inPicture: !!e.closest('svg'),
    isSeen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
      || (!!e.closest('svg') && e.matches(':focus-visible')),
    isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
EXPECTED = """() => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
  .map(e => e.getAttribute('href') || e.tagName.toLowerCase())"""
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.wide, .canvas, .skip, .unseen'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.tagName + '.' + e.className)"""


def violations(page):
    results = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{v['id']}: {n['html'][:200]} {n.get('failureSummary', '')}"
        for v in results for n in v["nodes"]
    ]


def walk(page):
    """Where Tab leads, from the start to the end of the page."""
    expected = page.evaluate(EXPECTED)
    stops = []
    for _ in range(len(expected)):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return expected, stops


def text_pages(page, browser):
    """How many pages the paper prints when pictures in a row are only the break between two pages."""
    page.evaluate("""() => {
      document.querySelectorAll('details.words:not([open]), .pictured > h2')
        .forEach(hidden => hidden.remove());
      let last = null;
      document.querySelectorAll('figure').forEach(figure => {
        const between = document.createRange();
        if (last) {
          between.setStartAfter(last);
          between.setEndBefore(figure);
        }
        if (last && !between.toString().trim()) return figure.remove();
        const gap = document.createElement('div');
        gap.style.breakBefore = 'page';
        figure.replaceWith(gap);
        last = gap;
      });
    }""")
    # Printed as the program prints, since pages break a little differently through the debugger.
    with tempfile.TemporaryDirectory() as folder:
        text, pdf = pathlib.Path(folder) / "text.html", pathlib.Path(folder) / "text.pdf"
        text.write_text(page.content(), encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile",
             "--no-pdf-header-footer", f"--print-to-pdf={pdf}", text.as_uri()],
            check=True, capture_output=True, timeout=60)
        return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def main(question):
    answer = {"papers": [], "landed": None}
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if question["isRoot"] else []
        browser = playwright.chromium.launch(
            executable_path=question["browser"], headless=True, args=flags)
        for path in question["papers"]:
            asked = []
            address = pathlib.Path(path).as_uri()
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.goto(address)
            found = violations(page)
            expected, stops = walk(page) if path in question["walked"] else ([], [])
            page.emulate_media(color_scheme="dark")
            found += violations(page)
            page.emulate_media(color_scheme="light")
            # 1280 pixels at 400 % are 320.
            page.set_viewport_size({"width": 320, "height": 640})
            width = page.evaluate("document.scrollingElement.scrollWidth")
            wide = page.evaluate(WIDE)
            answer["papers"].append({
                "path": path, "violations": found, "width": width, "wide": wide,
                "asked": [url for url in asked if url != address],
                "expected": expected, "stops": stops,
                "textPages": text_pages(page, question["browser"]) if path in question["printed"] else None,
            })
            context.close()
        if question.get("linked"):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(pathlib.Path(question["linked"]).as_uri())
            link = page.locator("svg a").first
            link.focus()
            page.keyboard.press("Enter")
            page.wait_for_timeout(100)
            answer["landed"] = page.evaluate("""() => {
              const target = document.querySelector(':target');
              if (!target) return null;
              const box = target.getBoundingClientRect();
              return {
                hash: decodeURIComponent(location.hash.slice(1)), id: target.id,
                isOnScreen: box.top < innerHeight && box.bottom > 0,
              };
            }""")
        browser.close()
    return answer


json.dump(main(json.load(sys.stdin)), sys.stdout)
