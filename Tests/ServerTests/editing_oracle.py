"""Changes maps in Chromium, as people do at a server on their own computer, and says what came of it.

Question: the path of the browser, the port of the server, the folder that it serves, the names of the
elements that the stories are about, and which stories to act out. Answer: what each story came to.
"""

import difflib
import json
import pathlib
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.wide, .canvas, .skip, .unseen'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.tagName + '.' + e.className + '#' + e.id)"""


class Editor:
    """A page of a browser, and the file that it changes."""

    def __init__(self, page, question):
        self.page = page
        self.base = f"http://localhost:{question['port']}"
        self.map = question["map"]
        self.file = pathlib.Path(question["folder"]) / question["file"]
        self.names = question["names"]

    def open(self, place):
        """A form in a page that holds nothing of an earlier one."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.base}/{self.map}/edit.html#{place}")
        if place:
            self.page.locator("#save").wait_for()

    def field(self, label):
        """The field of this name, of several the first: those of parts come after it."""
        return self.page.get_by_label(label, exact=True).first

    def outcome(self):
        """What would follow, once it is known."""
        status = self.page.locator("#outcome")
        expect(status).to_contain_text("If you save")
        return status.inner_text()

    def picture(self, text):
        """Waits for a picture that says something."""
        expect(self.page.locator("#picture svg")).to_contain_text(text)

    def save(self):
        self.page.evaluate("document.getElementById('saved').replaceChildren()")
        self.page.get_by_role("button", name="Save", exact=True).click()
        return self.saved()

    def saved(self):
        """What is said of a save, once it is done."""
        expect(self.page.locator("#saved p")).to_contain_text(".")
        return self.page.locator("#saved p").inner_text()

    def undo(self):
        self.page.locator("#undo").click()
        expect(self.page.locator("#saved p")).to_contain_text("Undone")

    def difference(self, before):
        """The lines that are not as they were."""
        return [
            line for line in difflib.ndiff(before.splitlines(), self.file.read_text().splitlines())
            if line[0] in "+-"
        ]


def service(editor):
    """A lead renames a service, sees what would follow and the picture, saves, and takes it back."""
    before = editor.file.read_text()
    editor.page.goto(f"{editor.base}/{editor.map}/service-{editor.names['service']}.html")
    editor.page.get_by_role("link", name="Change this service").click()
    name = editor.field("Name (needed)")
    expect(name).to_have_value(editor.names["serviceName"])
    untouched = editor.page.locator("#outcome")
    expect(untouched).to_have_text("Nothing is changed yet.")
    name.fill("The night team")
    outcome = editor.outcome()
    editor.picture("The night team")
    unsaved = editor.file.read_text() == before
    said = editor.save()
    changed = editor.difference(before)
    editor.page.wait_for_timeout(200)
    title = editor.page.locator("h1").inner_text()
    editor.undo()
    return {"outcome": outcome, "unsaved": unsaved, "said": said,
            "changed": changed, "title": title, "isBack": editor.file.read_text() == before}


def route(editor):
    """Somebody adds a route by keyboard alone, from the page of a service, and takes it out again."""
    before = editor.file.read_text()
    page = editor.page
    page.goto(f"{editor.base}/{editor.map}/service-{editor.names['service']}.html")
    page.get_by_role("link", name="Add a route from it").focus()
    page.keyboard.press("Enter")
    page.locator("#save").wait_for()
    editor.field("To (needed)").focus()
    page.keyboard.type(editor.names["targetName"])
    page.keyboard.press("Tab")
    page.keyboard.type("Transfer")
    outcome = editor.outcome()
    page.keyboard.press("Tab")
    page.keyboard.type("Step up")
    page.get_by_role("button", name="Save", exact=True).focus()
    page.keyboard.press("Enter")
    editor.saved()
    added = editor.difference(before)
    heading = page.locator("h1").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Take this out of the map").click()
    expect(page.locator("#saved p")).to_contain_text("Took out")
    return {"outcome": outcome, "added": added, "heading": heading,
            "isBack": editor.file.read_text() == before}


def seat(editor):
    """A seat is added to a board, and the picture has it."""
    before = editor.file.read_text()
    page = editor.page
    page.goto(f"{editor.base}/{editor.map}/boards.html")
    page.get_by_role("link", name=f"Change {editor.names['boardName']} and its seats").click()
    page.locator("#save").wait_for()
    page.get_by_role("button", name="Add a seat").click()
    last = page.locator("details.item").filter(has=page.locator("summary", has_text="Seat")).last
    last.get_by_label("Member", exact=True).fill("Head of sleep")
    outcome = editor.outcome()
    editor.picture("Head of sleep")
    editor.save()
    added = editor.difference(before)
    editor.undo()
    return {"outcome": outcome, "added": added, "isBack": editor.file.read_text() == before}


def exclusion(editor):
    """A service is closed for families with a condition, who are sent somewhere else."""
    before = editor.file.read_text()
    page = editor.page
    page.goto(f"{editor.base}/{editor.map}/service-{editor.names['target']}.html")
    page.get_by_role("link", name="Change for whom it is closed").click()
    page.locator("#save").wait_for()
    none = page.get_by_role("group", name="Excludes").get_by_label("None, and that is known")
    none.uncheck()
    page.get_by_role("button", name="Add an exclusion").click()
    last = page.locator("details.item").filter(has=page.locator("summary", has_text="Exclusion")).last
    last.get_by_label("Condition (needed)").select_option(editor.names["condition"])
    outcome = editor.outcome()
    editor.save()
    added = editor.difference(before)
    editor.undo()
    return {"outcome": outcome, "added": added, "isBack": editor.file.read_text() == before}


def programme(editor):
    """A programme is added under an id that follows from its name."""
    before = editor.file.read_text()
    page = editor.page
    page.goto(f"{editor.base}/{editor.map}/explore.html")
    page.get_by_role("link", name="Add a programme").click()
    page.locator("#save").wait_for()
    editor.field("Name (needed)").fill("Calm nights, a course")
    number = editor.field("Id (needed)").input_value()
    outcome = editor.outcome()
    editor.save()
    added = editor.difference(before)
    address = page.url.partition("#")[2]
    editor.undo()
    page.locator("#list details").first.wait_for()
    return {"id": number, "outcome": outcome, "added": added, "address": address,
            "isBack": editor.file.read_text() == before}


def wrong(editor):
    """What is wrong is said beside its field while it is typed, and cannot be saved."""
    before = editor.file.read_text()
    editor.open(f"services/{editor.names['service']}")
    page = editor.page
    field = editor.field("From")
    field.fill("3 yeras")
    said = page.locator(".fact.is-wrong > .wrong").first
    expect(said).to_contain_text("3 yeras")
    text = said.inner_text()
    described = page.evaluate(
        "e => e.getAttribute('aria-describedby').split(' ').map(i => document.getElementById(i).textContent)",
        field.element_handle())
    invalid = field.get_attribute("aria-invalid")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(field).to_be_focused()
    focused = page.evaluate("document.activeElement.value")
    field.fill("1 month")
    editor.outcome()
    # What has to be said and is not is told at its field, in the words of forms.
    name = editor.field("Name (needed)")
    before_name = name.input_value()
    name.fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(name).to_be_focused()
    needed = page.locator(".fact.is-wrong > .wrong").first.inner_text()
    name.fill(before_name)
    editor.outcome()
    cleared = page.locator(".is-wrong").count()
    return {"text": text, "isDescribed": text in described, "needed": needed, "invalid": invalid, "focused": focused,
            "cleared": cleared, "unsaved": editor.file.read_text() == before}


def conflict(editor):
    """Another editor changes the same service while somebody types."""
    before = editor.file.read_text()
    name, page = editor.names["serviceName"], editor.page
    editor.open(f"services/{editor.names['service']}")
    say(editor, "Phase", "Typed here")
    editor.outcome()
    editor.file.write_text(before.replace(f"name: {name}", "name: Changed elsewhere", 1))
    box = page.locator("#conflict")
    box.wait_for()
    told = box.inner_text()
    page.get_by_role("button", name="Put my changes on top of theirs").click()
    expect(editor.field("Name (needed)")).to_have_value("Changed elsewhere")
    editor.outcome()
    editor.save()
    both = editor.difference(before)
    editor.undo()
    theirs = editor.difference(before)
    # Once more, and theirs is taken.
    say(editor, "Phase", "Typed again")
    editor.outcome()
    editor.file.write_text(before)
    box.wait_for()
    page.get_by_role("button", name="Take theirs, and drop what I typed").click()
    expect(editor.field("Name (needed)")).to_have_value(name)
    return {"told": told, "both": both, "theirs": theirs,
            "isBack": editor.file.read_text() == before,
            "phase": editor.field("Phase").input_value()}


def say(editor, label, text):
    """Says something of which the form shows no field yet."""
    field = editor.field(label)
    folded = editor.page.locator("summary", has_text="What else the map says").first
    if field.count() and not field.is_visible():
        folded.click()
    if field.count() == 0:
        editor.page.get_by_label("Say something else about this service").last.select_option(label=label)
    field.fill(text)


def two(editor):
    """Two windows change two things of one service; neither loses anything."""
    before = editor.file.read_text()
    other = Editor(editor.page.context.new_page(), {
        "port": editor.base.rpartition(":")[2], "map": editor.map, "folder": editor.file.parent,
        "file": editor.file.name, "names": editor.names})
    place = f"services/{editor.names['service']}"
    editor.open(place)
    other.open(place)
    say(editor, "Phase", "From one window")
    editor.outcome()
    say(other, "History", "From the other")
    other.outcome()
    editor.save()
    other.page.locator("#conflict").wait_for()
    other.page.get_by_role("button", name="Put my changes on top of theirs").click()
    other.outcome()
    other.save()
    changed = editor.difference(before)
    # What was saved first can no longer be taken back, as that would take the other along.
    editor.page.locator("#undo").click()
    expect(editor.page.locator("#notice")).to_be_visible(timeout=20_000)
    refused = editor.page.locator("#notice").inner_text()
    other.undo()
    rest = editor.difference(before)
    editor.file.write_text(before)
    other.page.close()
    return {"changed": changed, "refused": refused, "rest": rest}


def commit(editor):
    """A save is a commit of its own, and so is its undo; what else is not committed stands in its way."""
    folder = editor.file.parent

    def git(*arguments):
        return subprocess.run(
            ["git", "-c", "user.name=A lead", "-c", "user.email=lead@example.org", *arguments],
            cwd=folder, capture_output=True, text=True, check=True).stdout

    git("init", "--quiet")
    git("config", "user.name", "A lead")
    git("config", "user.email", "lead@example.org")
    git("add", ".")
    git("commit", "--quiet", "--message", "As it was")
    page = editor.page
    editor.open(f"services/{editor.names['service']}")
    say(editor, "Phase", "Committed")
    editor.field("Make a git commit of it").check()
    editor.field("What the commit says").fill("The team is in another phase")
    editor.outcome()
    said = editor.save()
    log = git("log", "--format=%s (%an)").splitlines()
    stat = git("show", "--stat", "--format=", "HEAD").splitlines()
    editor.undo()
    after = git("log", "--format=%s").splitlines()
    clean = git("status", "--porcelain")
    before = editor.file.read_text()
    editor.file.write_text(before + "# by hand\n")
    page.wait_for_timeout(1500)
    say(editor, "Phase", "Refused")
    editor.outcome()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("not committed yet")
    isConflict = page.locator("#conflict").count() > 0
    kept = editor.file.read_text() == before + "# by hand\n"
    # A hook that refuses, and takes its time: nothing is written, and nothing can be typed meanwhile.
    editor.file.write_text(before)
    hook = folder / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nsleep 1\necho 'not today' >&2\nexit 1\n")
    hook.chmod(0o755)
    page.wait_for_timeout(1500)
    editor.outcome()
    page.get_by_role("button", name="Save", exact=True).click()
    isInert = page.locator("#element").evaluate("e => e.inert")
    expect(page.locator("#notice")).to_contain_text("not today")
    answer = {"said": said, "log": log, "stat": stat, "after": after, "clean": clean, "kept": kept,
              "isConflict": isConflict, "isInert": isInert,
              "isWhole": editor.file.read_text() == before,
              "focused": page.evaluate("document.activeElement.id"),
              "typed": editor.field("Phase").input_value()}
    # An undo that git refuses can be asked for again.
    refusing = hook.read_text()
    hook.unlink()
    editor.save()
    hook.write_text(refusing)
    hook.chmod(0o755)
    page.locator("#undo").click()
    expect(page.locator("#notice")).to_contain_text("not today")
    hook.unlink()
    editor.undo()
    answer["isUndone"] = editor.file.read_text() == before and git("status", "--porcelain") == ""
    return answer


def itself(editor):
    """What the map says of itself is changed like anything else, and nothing else of its file."""
    before = editor.file.read_text()
    editor.open("")
    editor.page.get_by_role("link", name="The map itself").click()
    editor.page.locator("#save").wait_for()
    editor.field("Title").fill("Another title")
    editor.outcome()
    editor.save()
    changed = editor.difference(before)
    editor.undo()
    return {"changed": changed, "isBack": editor.file.read_text() == before}


def narrower(editor):
    """A service takes fewer families: that is a loss, in words and in figures, however the ages are cut."""
    editor.open(f"services/{editor.names['service']}")
    editor.field("To").fill("6 months")
    outcome = editor.outcome()
    cells = editor.page.locator("#coverage tbody td").all_inner_texts()
    lines = editor.page.locator("#coverage li").all_inner_texts()
    return {"outcome": outcome, "figures": [int(cell) for cell in cells], "lines": lines}


def broken(editor):
    """A file that cannot be read is told as that, and not as something that was taken out."""
    before = editor.file.read_text()
    editor.open(f"services/{editor.names['service']}")
    editor.field("Name (needed)").fill("Typed meanwhile")
    editor.outcome()
    editor.file.write_text(before.replace("title:", "title: [", 1))
    page = editor.page
    expect(page.locator("#notice")).to_contain_text("error")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#outcome")).to_contain_text("cannot be saved")
    offers = page.locator("#conflict").count()
    other = Editor(page.context.new_page(), {
        "port": editor.base.rpartition(":")[2], "map": editor.map, "folder": editor.file.parent,
        "file": editor.file.name, "names": editor.names})
    other.page.goto(f"{editor.base}/{editor.map}/edit.html")
    expect(other.page.locator("#notice")).to_contain_text("cannot be read")
    editor.file.write_text(before)
    expect(other.page.locator("#list details").first).to_be_visible(timeout=20_000)
    other.page.close()
    expect(page.locator("#outcome")).to_contain_text("If you save")
    return {"offers": offers, "typed": editor.field("Name (needed)").input_value()}


def seats(editor):
    """Both change the list of seats: each change goes where it belongs, and comments stay at their items."""
    page = editor.page
    board = editor.file.read_text()
    editor.open("boards/b")
    second = page.locator("details.item").nth(1)
    second.locator("summary").first.click()
    second.get_by_label("Member", exact=True).fill("Manager of managers")
    editor.outcome()
    editor.file.write_text(board.replace(
        "      # parents\n      - {represents: parents-and-carers, member: A parent}\n", "")
        .replace("member: A manager}\n",
                 "member: A manager}\n      - {represents: midwifery, member: Head of midwifery}\n"))
    page.locator("#conflict").wait_for()
    page.get_by_role("button", name="Put my changes on top of theirs").click()
    editor.outcome()
    editor.save()
    return {"text": editor.file.read_text()}


def lists(editor):
    """Edits of random values, made as the server makes them, lead from the one to the other."""
    editor.open("")
    return editor.page.evaluate("""() => {
      let seed = 7;
      const random = n => (seed = (seed * 48271) % 2147483647) % n;
      const value = depth => {
        const kind = random(depth > 2 ? 1 : 3);
        if (kind === 0) { return "abcd"[random(4)]; }
        if (kind === 1) { return Array.from({length: random(5)}, () => value(depth + 1)); }
        const record = {};
        for (let n = random(4); n > 0; n -= 1) { record["xyz"[random(3)]] = value(depth + 1); }
        return record;
      };
      const made = (old, edits) => {
        let all = {all: JSON.parse(JSON.stringify(old))};
        for (const edit of edits) {
          const path = ["all", ...edit.path], last = path.pop();
          const place = path.reduce((at, step) => at[step], all);
          if (Array.isArray(place)) {
            if (edit.value === undefined) { place.splice(last, 1); }
            else if (last <= place.length) { place[last] = edit.value; }
            else { throw new Error("no such place"); }
          } else if (edit.value === undefined) { delete place[last]; }
          else { place[last] = edit.value; }
        }
        return all.all;
      };
      let wrong = 0, deep = 0;
      for (let n = 0; n < 20000; n += 1) {
        const a = value(0), b = value(0), edits = fingerpostFields.difference([], a, b);
        if (!fingerpostFields.same(made(a, edits), b)) { wrong += 1; }
        if (edits.some(edit => edit.path.length > 1)) { deep += 1; }
      }
      return {wrong, deep};
    }""")


def lost(editor):
    """A reader leaves a page with something typed, and is asked first."""
    editor.open(f"services/{editor.names['service']}")
    page = editor.page
    editor.field("Name (needed)").fill("Not saved")
    editor.outcome()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Change the map").click()
    page.wait_for_timeout(300)
    return {"asked": asked, "typed": editor.field("Name (needed)").input_value()}


def look(editor):
    """What axe finds, how wide it is on the narrowest screen, and what the browser complains of."""
    page, said = editor.page, []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    found, wide = [], []
    for place in ["", f"services/{editor.names['service']}", "services/", "routes/",
                  f"boards/{editor.names['board']}/seats/0"]:
        editor.open(place)
        if place and not place.endswith("/"):
            page.locator("#picture svg").wait_for()
        else:
            page.wait_for_timeout(300)
        heard = list(said)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for violation in Axe().run(page, options=OPTIONS).response["violations"]:
                found += [f"{place} {scheme}: {violation['id']}: {node['html'][:200]} "
                          f"{node.get('failureSummary', '')}" for node in violation["nodes"]]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 640})
        wide += [f"{place}: {element}" for element in page.evaluate(WIDE)]
        page.set_viewport_size({"width": 1280, "height": 900})
        # The styles that axe tries to put in are not the page's.
        said[:] = heard
    # Wrong things are answered as such, and browsers note that; nobody asked for an icon.
    return {"found": found, "wide": wide,
            "said": [text for text in said if "404" not in text and "422" not in text]}


def hostile(editor):
    """Markup that stands in a map is text in its forms too."""
    said = []
    editor.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    editor.page.on("pageerror", lambda error: said.append(f"error: {error}"))
    for place in ("", "services/s", "services/", "routes/", "boards/b", "sources/s"):
        editor.open(place)
        editor.page.wait_for_timeout(700)
    names = editor.page.evaluate(
        "() => [...document.querySelectorAll('main script, main img, main iframe')].map(e => e.outerHTML)")
    return {"said": said, "made": names}


STORIES = {story.__name__: story for story in (
    service, route, seat, exclusion, programme, itself, narrower, broken, seats, lists, wrong,
    conflict, two, commit, lost, look, hostile)}


def main(question):
    answer = {}
    # A machine that tests may have much else to do.
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if question["isRoot"] else []
        browser = playwright.chromium.launch(
            executable_path=question["browser"], headless=True, args=flags)
        for story in question["stories"]:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.set_default_timeout(45_000)
            answer[story] = STORIES[story](Editor(page, question))
            context.close()
        browser.close()
    return answer


json.dump(main(json.load(sys.stdin)), sys.stdout)
