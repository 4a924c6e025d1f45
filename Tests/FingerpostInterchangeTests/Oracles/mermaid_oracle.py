"""Reads flowcharts as Mermaid itself does, without a browser.

Question: a list of flowcharts. Answer: for each its boxes, lines and frames, or why Mermaid refuses it.
"""

import html
import json
import re
import sys

from mermaidx.engines.quickjs_engine import Engine

READ = """
globalThis.answer = null;
(async () => {
  const text = %s;
  await mermaid.parse(text);
  const read = (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
  globalThis.answer = JSON.stringify({
    boxes: [...read.getVertices().values()].map((v) => ({id: v.id, text: v.text, shape: v.type})),
    lines: read.getEdges().map((e) => (
      {from: e.start, to: e.end, text: e.text, ends: e.type, stroke: e.stroke})),
    frames: read.getSubGraphs().map((g) => ({text: g.title, boxes: g.nodes})),
  });
})().catch((error) => { globalThis.answer = JSON.stringify({refusal: String(error.message)}); });
"""


def shown(text):
    """A label as people see it: Mermaid keeps #34; and #quot; in a form of its own until it draws."""
    text = re.sub(r"<br ?/?>", "\n", text)
    text = text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    return html.unescape(text)


def read(context, text):
    context.eval(READ % json.dumps(text))
    while context.execute_pending_job():
        pass
    answer = {"boxes": [], "lines": [], "frames": []}
    answer |= json.loads(context.eval("(globalThis.answer ?? '{}').slice(0)"))
    for part in ["boxes", "lines", "frames"]:
        for item in answer[part]:
            item["text"] = shown(item["text"])
    return answer


engine = Engine()
engine.start()
texts = json.load(sys.stdin)
answers = engine._executor.submit(lambda: [read(engine._ctx, text) for text in texts]).result()
engine.close()
json.dump(answers, sys.stdout)
