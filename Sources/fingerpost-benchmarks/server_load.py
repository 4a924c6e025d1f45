"""Serves the same page from Fingerpost's server and from nginx, and loads both in turn.

Arguments: the server's program, a folder of maps, the id of a map in it, and a folder to work in. Prints
one JSON object: whether both sent the same bytes, and for each round the milliseconds in which 95 of 100
requests of 64 connections were answered, as `ab` measures them.
"""

import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.request

CONNECTIONS, REQUESTS, ROUNDS = 64, 10_000, 3


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(600):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"nothing answers on port {port}")


def percentile(url):
    # `ab` speaks HTTP/1.0; a server of today closes a connection when it is told to.
    run = subprocess.run(
        ["ab", "-q", "-H", "Connection: close", "-c", str(CONNECTIONS), "-n", str(REQUESTS), "-e", "/dev/stdout", url],
        capture_output=True, text=True, check=True, timeout=120)
    if re.search(r"Failed requests:\s+[1-9]|Non-2xx", run.stdout):
        sys.exit(f"{url}: requests failed\n{run.stdout}")
    # Percentages with fractions of a millisecond, a line each.
    return float(dict(re.findall(r"^(\d+),([\d.]+)$", run.stdout, re.M))["95"])


def main(program, maps, name, work):
    work = pathlib.Path(work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    ours, theirs = free_port(), free_port()
    page = f"{name}/index.html"
    with open(work / "server.log", "w") as log:
        server = subprocess.Popen([program, maps, "--port", str(ours)], stdout=log, stderr=log)
    nginx = None
    try:
        wait_for(ours)
        body = urllib.request.urlopen(f"http://localhost:{ours}/{page}").read()
        (work / "html" / name).mkdir(parents=True, exist_ok=True)
        (work / "html" / page).write_bytes(body)
        (work / "nginx.conf").write_text(f"""
            daemon off; worker_processes {os.cpu_count()}; pid {work}/nginx.pid;
            error_log {work}/error.log;
            events {{ worker_connections 1024; }}
            http {{
              access_log off; types {{ text/html html; }} keepalive_requests 1000000;
              client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
              uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
              server {{ listen 127.0.0.1:{theirs}; root {work}/html; }}
            }}
            """)
        nginx = subprocess.Popen(["nginx", "-c", f"{work}/nginx.conf", "-e", f"{work}/error.log"])
        wait_for(theirs)
        same = urllib.request.urlopen(f"http://localhost:{theirs}/{page}").read() == body
        rounds = {"ours": [], "theirs": []}
        for _ in range(ROUNDS):
            rounds["ours"].append(percentile(f"http://127.0.0.1:{ours}/{page}"))
            rounds["theirs"].append(percentile(f"http://127.0.0.1:{theirs}/{page}"))
        status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
        memory = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024
        json.dump({"isSame": same, "bytes": len(body), "megabytes": memory, **rounds}, sys.stdout)
    finally:
        server.terminate()
        if nginx:
            nginx.terminate()


main(*sys.argv[1:])
