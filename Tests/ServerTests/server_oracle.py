"""Asks a server what browsers, programs and attackers ask, and says what it answers.

Question: the port of the server, the number of its process, the folder that it serves, what to do, and
for how long. Answer: what the deed of that name found.
"""

import concurrent.futures
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time


class Server:
    def __init__(self, question):
        self.port = question["port"]
        self.process = question["process"]
        self.folder = pathlib.Path(question["folder"])
        self.seconds = question["seconds"]

    def ask(self, path, method="GET", headers=None, body=None, host=None, timeout=30):
        """Status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if host != "":
                connection.putheader("Host", host or f"localhost:{self.port}")
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def status(self, path, **more):
        try:
            return self.ask(path, **more)[0]
        except (http.client.HTTPException, OSError):
            return 0

    def raw(self, data, timeout=10):
        """The status that bytes are answered with; 0 when the connection is closed without one."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as stream:
            stream.sendall(data)
            answer = stream.recv(64)
        return int(answer.split()[1]) if answer.startswith(b"HTTP/1.1 ") else 0

    def megabytes(self):
        """The memory that the process holds."""
        for line in pathlib.Path(f"/proc/{self.process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
        return 0

    def workers(self):
        """The processes that draw for the server."""
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rsplit(")", 1)[1].split()
                if int(fields[1]) == self.process and fields[0] != "Z":
                    found.append(int(path.parent.name))
            except (OSError, IndexError):
                pass
        return found


def guards(server):
    """Who is let in, and who is not."""
    own = f"http://localhost:{server.port}"
    json_type = {"Content-Type": "application/json"}
    # The address as an attacker's server would have it looked up.
    rebound = f"attacker.example:{server.port}"
    return {
        "own": server.status("/"),
        "own by number": server.status("/", host=f"127.0.0.1:{server.port}"),
        "rebound name": server.status("/", host=rebound),
        "rebound interface": server.status("/api/maps", host=rebound),
        "no name": server.status("/", host=""),
        "other port": server.status("/", host="localhost:1"),
        "own page": server.status("/api/maps", headers={"Origin": own}),
        "other page": server.status("/api/maps", headers={"Origin": "http://attacker.example"}),
        "page of no origin": server.status("/api/maps", headers={"Origin": "null"}),
        "fetched from elsewhere": server.status(
            "/api/maps", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}),
        "link from elsewhere": server.status(
            "/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}),
        "written from elsewhere": server.status(
            "/api/maps", method="POST", body=b"{}",
            headers={"Origin": "http://attacker.example", **json_type}),
        "form": server.status(
            "/api/maps", method="POST", body=b"a=b",
            headers={"Content-Type": "application/x-www-form-urlencoded"}),
        "put": server.status("/api/maps", method="PUT", body=b"{}", headers=json_type),
        "delete": server.status("/api/maps", method="DELETE"),
        "options": server.status("/api/maps", method="OPTIONS"),
        "trace": server.status("/", method="TRACE"),
        "large header": server.raw(
            b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"),
        "no http": server.raw(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"),
    }


def paths(server):
    """What paths outside of the folder lead to."""
    secret = server.folder.parent / "secret.yaml"
    secret.write_text("secret: yes\n")
    tries = [
        "/../secret.yaml", "/%2e%2e/secret.yaml", "/..%2fsecret.yaml", "/..%5csecret.yaml",
        f"/{secret}", f"//{secret}", "/gapland/../../secret.yaml", "/gapland/%00", "/%ff%fe",
        "/gapland.yaml", "/.git/config", "/etc/passwd", "/" + "a/" * 2000,
    ]
    answers = {}
    for path in tries:
        try:
            status, _, body = server.ask(path)
            answers[path[:40]] = status if b"secret: yes" not in body else 999
        except (http.client.HTTPException, OSError):
            answers[path[:40]] = 0
    return answers


def upload(server):
    """What a gigabyte meets that is sent here."""
    piece = b"a" * (1 << 20)
    before = server.megabytes()
    outcomes = []
    for head in (
        b"Content-Length: 1073741824\r\n", b"Transfer-Encoding: chunked\r\n",
    ):
        status, sent = 0, 0
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as stream:
            host = f"Host: localhost:{server.port}\r\nContent-Type: application/json\r\n".encode()
            stream.sendall(b"POST /api/maps/gapland/changes HTTP/1.1\r\n" + host + head + b"\r\n")
            try:
                for _ in range(1024):
                    if head.startswith(b"Transfer"):
                        stream.sendall(b"100000\r\n" + piece + b"\r\n")
                    else:
                        stream.sendall(piece)
                    sent += 1
            except OSError:
                pass
            try:
                answer = stream.recv(64)
                status = int(answer.split()[1]) if answer.startswith(b"HTTP") else 0
            except OSError:
                pass
        outcomes.append({"status": status, "sent": sent})
    return {"outcomes": outcomes, "grown": server.megabytes() - before, "after": server.status("/")}


def slow(server):
    """Whether others are answered while many say their requests a letter at a time."""
    streams = []
    for _ in range(100):
        stream = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        stream.sendall(b"GET / HT")
        streams.append(stream)
    listening = []
    for _ in range(20):
        stream = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        stream.sendall(
            f"GET /events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
        listening.append(stream)
    statuses = [server.status("/gapland/index.html", timeout=10) for _ in range(20)]
    for stream in streams + listening:
        stream.close()
    return {"statuses": statuses}


def events(server):
    """What a listener is told when a map is saved, broken and mended."""
    stream = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    stream.sendall(f"GET /events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
    reader = stream.makefile("rb")
    map_file = server.folder / "gapland.yaml"
    good = map_file.read_text()

    def told():
        for line in reader:
            if line.startswith(b"data: "):
                return json.loads(line[6:])

    def page():
        return server.ask("/gapland/service-sleep-clinic.html")[2].decode()

    answer = {}
    while not reader.readline().startswith(b"retry"):
        pass
    map_file.write_text(good.replace("Sleep clinic", "Night clinic"))
    answer["saved"] = told()
    answer["page"] = "Night clinic" in page()
    map_file.write_text("fingerpost: 1\ntitle: [\n")
    answer["broken"] = told()
    answer["kept"] = "Night clinic" in page()
    map_file.write_text(good)
    answer["mended"] = told()
    answer["back"] = "Sleep clinic" in page()
    other = server.folder / "other.yaml"
    other.write_text("fingerpost: 1\ntitle: Otherland\nservices: {a: {name: A}}\n")
    answer["added"] = [told(), told()]
    answer["listed"] = "Otherland" in server.ask("/")[2].decode()
    other.unlink()
    answer["removed"] = told()
    answer["gone"] = server.status("/other/index.html")
    stream.close()
    return answer


def ways(server):
    """How many hand-offs lead from families to each service; none where no way does."""
    answers = {}
    for service in ("visiting", "sleep-clinic"):
        status, _, body = server.ask(f"/api/maps/gapland/ways?from=families&to={service}")
        handed = json.loads(body).get("handOffs") if status == 200 else None
        answers[service] = -1 if handed is None else len(handed)
    answers["unknown"] = server.status("/api/maps/gapland/ways?from=families&to=nobody")
    return answers


def unsound(server):
    """The page of a map that has never been sound."""
    broken = server.folder / "broken.yaml"
    broken.write_text("fingerpost: 1\ntitle: Brokenland\nservices: {a: {}}\n")
    for _ in range(300):
        status, _, body = server.ask("/broken/index.html")
        if status == 200:
            return body.decode()
        time.sleep(0.1)
    return ""


def hang(server):
    """Whether other maps are shown while the pictures of one hang."""
    map_file = server.folder / "gapland.yaml"
    other = server.folder / "other.yaml"
    text = "fingerpost: 1\ntitle: Otherland\nservices: {a: {name: A}}\n"
    other.write_text(text)

    def shows(path, words):
        for _ in range(300):
            if words in server.ask(path)[2]:
                return True
            time.sleep(0.1)
        return False

    shows("/other/index.html", b"Otherland")
    stopped = set()
    map_file.write_text(map_file.read_text().replace("Sleep clinic", "Night clinic"))
    end = time.monotonic() + 2
    # Those that draw for this map never get anywhere; a new one is stopped as soon as it is there.
    while time.monotonic() < end and not stopped:
        for worker in server.workers():
            try:
                os.kill(worker, signal.SIGSTOP)
                stopped.add(worker)
            except OSError:
                pass
        time.sleep(0.002)
    other.write_text(text.replace("name: A}", "name: Another}"))
    answered = [server.status("/gapland/index.html") for _ in range(20)]
    is_other = shows("/other/service-a.html", b"Another")
    for worker in stopped:
        try:
            os.kill(worker, signal.SIGCONT)
        except OSError:
            pass
    back = shows("/gapland/service-sleep-clinic.html", b"Night clinic")
    return {"stopped": len(stopped), "answered": answered, "other": is_other, "back": back}


def missing(server):
    """What is shown of a map that loses its title, or all that it holds, and where there is no page."""
    map_file = server.folder / "gapland.yaml"
    good = map_file.read_text()
    other = server.folder / "other.yaml"
    other.write_text("fingerpost: 1\ntitle: Otherland\nservices: {a: {name: A}}\n")

    def until(wanted):
        for _ in range(300):
            if wanted():
                return True
            time.sleep(0.1)
        return False

    def problems(name):
        status, _, body = server.ask(f"/api/maps/{name}")
        return json.loads(body)["problems"] if status == 200 else [f"status {status}"]

    answer = {"added": until(lambda: server.status("/other/index.html") == 200)}
    map_file.write_text(good.replace("title: Gapland\n", ""))
    answer["untitled"] = until(lambda: any("no `title`" in text for text in problems("gapland")))
    answer["page"] = server.status("/gapland/service-sleep-clinic.html")
    answer["others"] = problems("other")
    map_file.write_text("")
    answer["emptied"] = until(lambda: any("empty" in text for text in problems("gapland")))
    answer["stillPage"] = server.status("/gapland/service-sleep-clinic.html")
    map_file.write_text(good)
    answer["back"] = until(lambda: problems("gapland") == [])
    status, headers, body = server.ask(
        "/gapland/service-nobody.html", headers={"Accept": "text/html,*/*"})
    answer["person"] = [status, headers["Content-Type"].partition(";")[0],
                        "There is no such page" in body.decode()]
    status, headers, body = server.ask("/gapland/service-nobody.html")
    answer["program"] = [status, headers["Content-Type"], "message" in json.loads(body)]
    return answer


def survive(server):
    """Whether it goes on when its workers are killed, and when its folder goes and comes back."""
    map_file = server.folder / "gapland.yaml"
    good = map_file.read_text()
    killed = 0
    for number in range(6):
        map_file.write_text(good.replace("Sleep clinic", f"Sleep clinic {number}"))
        end = time.monotonic() + 1
        while time.monotonic() < end:
            for worker in server.workers():
                try:
                    # As the kernel ends it for want of memory, and as Graphviz ends itself.
                    os.kill(worker, signal.SIGABRT if number % 2 else signal.SIGKILL)
                    killed += 1
                except OSError:
                    pass
            time.sleep(0.01)
    map_file.write_text(good)
    answers = {"killed": killed, "afterKills": server.status("/gapland/index.html")}
    away = server.folder.with_name("away")
    server.folder.rename(away)
    time.sleep(2)
    answers["withoutFolder"] = server.status("/gapland/index.html")
    shutil.copytree(away, server.folder)
    map_file.write_text(good.replace("Sleep clinic", "Dream clinic"))
    for _ in range(300):
        if b"Dream clinic" in server.ask("/gapland/service-sleep-clinic.html")[2]:
            break
        time.sleep(0.1)
    answers["back"] = b"Dream clinic" in server.ask("/gapland/service-sleep-clinic.html")[2]
    return answers


def post(server, path, value, **more):
    status, _, body = server.ask(
        path, method="POST", body=json.dumps(value).encode(),
        headers={"Content-Type": "application/json", "Origin": f"http://localhost:{server.port}"},
        **more)
    return status, json.loads(body)


def rename(was, name):
    return {"changes": [{"collection": "services", "id": "sleep-clinic", "was": was,
                         "edits": [{"path": ["name"], "value": name}]}], "write": True}


def edits(server):
    """What becomes of changes: looked at, written, in conflict, taken back, and impossible."""
    element = "/api/maps/gapland/elements/services/sleep-clinic"
    changes, undo = "/api/maps/gapland/changes", "/api/maps/gapland/undo"
    map_file = server.folder / "gapland.yaml"
    before = map_file.read_bytes()

    def was():
        return json.loads(server.ask(element)[2])

    first = was()
    answer = {"looked": post(server, changes, {"changes": [{
        "collection": "routes", "was": None, "edits": [{"path": [], "value": {
            "from": "visiting", "to": "sleep-clinic", "kind": "referral"}}]}]})}
    answer["untouched"] = map_file.read_bytes() == before
    answer["written"] = post(server, changes, rename(first, "Night clinic"))
    answer["onlyThat"] = map_file.read_bytes() == before.replace(b"Sleep clinic", b"Night clinic")
    answer["conflict"] = post(server, changes, rename(first, "Day clinic"))
    token = answer["written"][1]["undo"]
    answer["undone"] = post(server, undo, {"undo": token})
    answer["asBefore"] = map_file.read_bytes() == before
    answer["again"] = post(server, undo, {"undo": token})[0]
    written = post(server, changes, rename(was(), "Dream clinic"))
    map_file.write_bytes(map_file.read_bytes() + b"# by hand\n")
    answer["undoneLate"] = post(server, undo, {"undo": written[1]["undo"]})
    answer["byHand"] = map_file.read_bytes().endswith(b"# by hand\n")
    answer["impossible"] = post(server, changes, {"changes": [{
        "collection": "services", "id": "x", "edits": [{"path": [], "value": {"colour": "red"}}]}],
        "write": True})
    answer["nonsense"] = post(server, changes, {"changes": 5})[0]
    answer["large"] = server.status(
        changes, method="POST", body=b'{"changes": [' + b" " * (2 << 20) + b"]}",
        headers={"Content-Type": "application/json"})
    answer["elsewhere"] = server.status(
        changes, method="POST", body=b"{}",
        headers={"Content-Type": "application/json", "Origin": "http://attacker.example"})
    answer["form"] = server.status(
        changes, method="POST", body=b"{}", headers={"Content-Type": "text/plain"})
    return answer


def killed(server):
    """Whether a map is whole though the server is killed while it saves."""
    map_file = server.folder / "gapland.yaml"
    whole = {map_file.read_text()}
    was = json.loads(server.ask("/api/maps/gapland/elements/services/sleep-clinic")[2])
    deadline = time.monotonic() + 1.5
    threading.Timer(1.0, lambda: os.kill(server.process, signal.SIGKILL)).start()
    saves = 0
    while time.monotonic() < deadline:
        name = f"Clinic {saves}"
        try:
            if post(server, "/api/maps/gapland/changes", rename(was, name), timeout=2)[0] != 200:
                break
        except (OSError, http.client.HTTPException, ValueError):
            break
        was["name"] = name
        saves += 1
    text = map_file.read_text()
    names = [line for line in text.splitlines() if "name: Clinic" in line]
    return {"saves": saves, "isWhole": text.endswith("kind: signposting}\n") and len(names) == 1}


def load(server):
    """64 who read and 4 who save, all at once."""
    pages = ["/", "/gapland/index.html", "/gapland/explore.html", "/gapland/data.js", "/site.css",
             "/api/maps", "/api/maps/gapland", "/gapland/service-visiting.html"]
    shared = server.folder / "shared.yaml"
    services = ", ".join(f"s{number}: {{name: Service 0}}" for number in range(4))
    shared.write_text(f"fingerpost: 1\ntitle: Shared\nservices: {{{services}}}\n")
    for _ in range(300):
        if server.status("/shared/index.html") == 200:
            break
        time.sleep(0.1)
    end = time.monotonic() + server.seconds
    half = time.monotonic() + server.seconds / 2
    errors, reads, warm = [], [0] * 64, [0]
    lock = threading.Lock()

    def read(number):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        while time.monotonic() < end:
            path = pages[(reads[number] + number) % len(pages)]
            try:
                connection.request("GET", path, headers={"Host": f"localhost:{server.port}"})
                answer = connection.getresponse()
                body = answer.read()
                if answer.status != 200 or not body:
                    errors.append(f"{path}: {answer.status}")
                reads[number] += 1
            except (http.client.HTTPException, OSError) as error:
                errors.append(f"{path}: {error!r}")
                connection.close()
        connection.close()

    def save(number):
        # All in one file, an element each: none may undo what another has done.
        path = f"/api/maps/shared/elements/services/s{number}"
        was = json.loads(server.ask(path)[2])
        saves = 0
        while time.monotonic() < end:
            change = {"changes": [{"collection": "services", "id": f"s{number}", "was": was,
                                   "edits": [{"path": ["name"], "value": f"Service {saves + 1}"}]}],
                      "write": True}
            status, answer = post(server, "/api/maps/shared/changes", change)
            if status != 200:
                errors.append(f"save: {status} {answer}")
                break
            saves += 1
            was["name"] = f"Service {saves}"
            time.sleep(0.05)
        return saves

    def watch():
        while time.monotonic() < end:
            if time.monotonic() > half and not warm[0]:
                warm[0] = server.megabytes()
            time.sleep(0.2)

    with concurrent.futures.ThreadPoolExecutor(80) as pool:
        readers = [pool.submit(read, number) for number in range(64)]
        editors = [pool.submit(save, number) for number in range(4)]
        pool.submit(watch)
        saves = [editor.result() for editor in editors]
        for reader in readers:
            reader.result()
    shown = []
    text = shared.read_text()
    kept = [f"s{number}: {{name: Service {count}}}" in text for number, count in enumerate(saves)]
    for number, count in enumerate(saves):
        for _ in range(300):
            body = server.ask(f"/shared/service-s{number}.html")[2].decode()
            if f"<h1>Service {count}</h1>" in body:
                shown.append(True)
                break
            time.sleep(0.1)
        else:
            shown.append(False)
    return {"errors": errors[:20], "reads": sum(reads), "saves": sum(saves), "kept": kept,
            "shown": shown,
            "warm": warm[0], "after": server.megabytes()}


def interface(server):
    """What schemathesis finds wrong with the interface for programs, by its description."""
    program = pathlib.Path(sys.executable).with_name("schemathesis")
    run = subprocess.run(
        [str(program), "--no-color", "run", f"http://localhost:{server.port}/api/openapi.json",
         "--max-examples", str(20 if server.seconds <= 5 else 300), "--seed", "1",
         # Whether a change fits the map is no matter of its form.
         "--exclude-checks", "positive_data_acceptance",
         "--suppress-health-check", "all", "--generation-database", "none"],
        capture_output=True, text=True, timeout=600, cwd=server.folder.parent)
    return {"exitCode": run.returncode, "said": run.stdout[-6000:] + run.stderr[-2000:]}


def main(question):
    deeds = {deed.__name__: deed for deed in (
        guards, paths, upload, slow, events, ways, unsound, hang, missing, survive,
        edits, killed, load, interface)}
    return deeds[question["deed"]](Server(question))


json.dump(main(json.load(sys.stdin)), sys.stdout)
