/* What the pages of a site do where scripts run. Everything that they show stands in the pages in any
   case. Texts of maps are only ever set as text, and never as markup. */
"use strict";

var fingerpost = (function () {
  var byID = function (id) { return document.getElementById(id); };
  var root = document.body ? document.body.getAttribute("data-root") || "" : "";

  /* An element with attributes, and texts or elements in it. */
  function make(tag, attributes, content) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    (content || []).forEach(function (piece) { element.append(piece); });
    return element;
  }

  /* A phrase with its gaps filled. */
  function filled(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, function (gap, name) {
      return Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : gap;
    });
  }

  function letters(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'\u2019]/g, "");
  }

  /* MARK: Searching all maps */

  var mostFound = 20;

  function search(data) {
    var form = byID("search"), input = byID("search-words"), found = byID("search-found");
    if (!form || !input || !found) { return; }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    var items = data.items.map(function (item) { return { item: item, text: letters(item[0]) }; });
    input.addEventListener("input", function () {
      found.replaceChildren();
      var words = letters(input.value).split(/\s+/).filter(Boolean);
      if (!words.length) { return; }
      var hits = items.filter(function (candidate) {
        return words.every(function (word) { return candidate.text.includes(word); });
      });
      found.append(make("p", {}, [
        hits.length ? filled(data.words["site-search-found"], { number: hits.length })
          : data.words["site-search-nothing"]
      ]));
      found.append(make("ul", {}, hits.slice(0, mostFound).map(function (hit) {
        return make("li", {}, [
          make("a", { href: root + hit.item[3] }, [hit.item[0]]),
          " (" + (hit.item[2] ? filled(data.words["on-map"], { what: hit.item[1], map: hit.item[2] })
            : hit.item[1]) + ")"
        ]);
      })));
    });
  }

  /* MARK: Pictures */

  function zoomTools(canvas, words) {
    var svg = canvas.querySelector("svg");
    if (!svg) { return; }
    var natural = svg.viewBox.baseVal.width * 96 / 72, ratio =
      svg.viewBox.baseVal.height / svg.viewBox.baseVal.width;
    function size(width) {
      var before = svg.getBoundingClientRect().width || natural;
      var wanted = Math.min(Math.max(width, 200), natural * 8);
      var middle = [
        canvas.scrollLeft + canvas.clientWidth / 2, canvas.scrollTop + canvas.clientHeight / 2
      ];
      svg.setAttribute("data-zoomed", "");
      svg.setAttribute("width", wanted);
      svg.setAttribute("height", wanted * ratio);
      canvas.scrollLeft = middle[0] * wanted / before - canvas.clientWidth / 2;
      canvas.scrollTop = middle[1] * wanted / before - canvas.clientHeight / 2;
    }
    function zoom(factor) { size((svg.getBoundingClientRect().width || natural) * factor); }
    function fit() { svg.removeAttribute("data-zoomed"); canvas.scrollTo(0, 0); }
    function button(label, sign, act) {
      var made = make("button", { type: "button", "aria-label": label, title: label }, [sign]);
      made.addEventListener("click", act);
      return made;
    }
    canvas.before(make("div", { "class": "zoom", role: "group", "aria-label": words["zoom-tools"] }, [
      button(words["zoom-in"], "+", function () { zoom(1.25); }),
      button(words["zoom-out"], "−", function () { zoom(0.8); }),
      button(words["zoom-fit"], "⤢", fit),
      make("p", {}, [words["picture-help"]])
    ]));
    canvas.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey) { return; }
      if (event.key === "+" || event.key === "=") { zoom(1.25); }
      else if (event.key === "-") { zoom(0.8); }
      else if (event.key === "0") { fit(); }
      else { return; }
      event.preventDefault();
    });
    canvas.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    }, { passive: false });
    var grip = null;
    canvas.addEventListener("pointerdown", function (event) {
      if (event.button !== 0 || event.pointerType === "touch") { return; }
      grip = { x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop };
    });
    window.addEventListener("pointermove", function (event) {
      if (!grip) { return; }
      var x = event.clientX - grip.x, y = event.clientY - grip.y;
      if (Math.abs(x) + Math.abs(y) > 5) { canvas.classList.add("dragged"); }
      canvas.scrollLeft = grip.left - x;
      canvas.scrollTop = grip.top - y;
    });
    window.addEventListener("pointerup", function () {
      grip = null;
      setTimeout(function () { canvas.classList.remove("dragged"); }, 0);
    });
    canvas.addEventListener("click", function (event) {
      if (canvas.classList.contains("dragged")) { event.preventDefault(); event.stopPropagation(); }
    }, true);
    canvas.addEventListener("dragstart", function (event) { event.preventDefault(); });
  }

  /* MARK: One map */

  var yes = 2, unsaid = 1, no = 0;

  function show(data) {
    var words = data.words;
    var services = Object.create(null);
    data.services.forEach(function (service) { services[service.id] = service; });
    document.querySelectorAll(".canvas").forEach(function (canvas) { zoomTools(canvas, words); });
    var pictures = data.pictures.filter(function (picture) { return byID(picture.anchor); });
    var state = { filter: null, lit: null };

    /* Shows on all pictures what is filtered, and what is lit. */
    function paint() {
      pictures.forEach(function (picture) {
        picture.boxes.forEach(function (box) {
          var element = byID(box[0]);
          if (!element) { return; }
          var isService = !!services[box[1]];
          var rank = !isService || !state.filter ? yes : state.filter.services[box[1]];
          if (state.lit) { rank = state.lit.boxes[box[1]] ? yes : no; }
          element.classList.toggle("faded", rank === no);
          element.classList.toggle("doubted", rank === unsaid);
          element.classList.toggle("lit", !!(state.lit && state.lit.boxes[box[1]]));
        });
        picture.lines.forEach(function (line) {
          var element = byID(line[0]);
          if (!element) { return; }
          var isShown = true;
          if (state.lit) { isShown = state.lit.hasLine(line[1], line[2]); }
          else if (state.filter) { isShown = state.filter.hasLine(line[1], line[2]); }
          element.classList.toggle("faded", !isShown);
          element.classList.toggle("lit", !!state.lit && isShown);
        });
      });
    }

    /* Lights up a way: its services, and the lines between each and the next. */
    function lightWay(way) {
      var panel = byID("selection");
      if (panel) { panel.hidden = true; }
      if (!way.length) { state.lit = null; return paint(); }
      var boxes = Object.create(null), pairs = Object.create(null);
      way.forEach(function (id, place) {
        boxes[id] = true;
        if (place > 0) { pairs[way[place - 1] + " " + id] = pairs[id + " " + way[place - 1]] = true; }
      });
      state.lit = { boxes: boxes, hasLine: function (a, b) { return !!pairs[a + " " + b]; } };
      paint();
    }

    filters(data, state, services, paint);
    selection(data, state, services, pictures, paint);
    ways(data, services, lightWay);
    families(data, lightWay);
    explanations(words);
  }

  function filters(data, state, services, paint) {
    var form = byID("filters");
    if (!form) { return; }
    form.hidden = false;
    function value(name) { var field = byID("filter-" + name); return field ? field.value : ""; }

    /* Whether a service is what is asked for: a list that the map does not state may hold it. */
    function rank(service, asked) {
      var answers = [];
      if (asked.need) {
        answers.push(!service.needs ? unsaid : service.needs.includes(asked.need) ? yes : no);
      }
      if (asked.band) {
        var isFrom = service.from === undefined ? unsaid : service.from <= asked.band[0] ? yes : no;
        var isTo = service.to === undefined ? unsaid : service.to >= asked.band[1] ? yes : no;
        answers.push(Math.min(isFrom, isTo));
      }
      if (asked.around) {
        answers.push(!service.areas ? unsaid
          : service.areas.some(function (area) { return asked.around.includes(area); }) ? yes : no);
      }
      if (asked.sector) {
        answers.push(!service.sector ? unsaid : service.sector === asked.sector ? yes : no);
      }
      if (asked.text.length) {
        var text = letters(service.text);
        answers.push(asked.text.every(function (word) { return text.includes(word); }) ? yes : no);
      }
      if (asked.kind) {
        var own = data.routes.filter(function (route) {
          return route.from === service.id || route.to === service.id;
        });
        answers.push(!own.length ? unsaid
          : own.some(function (route) { return route.kind === asked.kind; }) ? yes : no);
      }
      return answers.length ? Math.min.apply(null, answers) : yes;
    }

    function apply() {
      var asked = {
        need: value("need"), band: data.bands[value("age") === "" ? -1 : Number(value("age"))],
        around: value("area") ? data.areas[value("area")] || [value("area")] : null,
        sector: value("sector"), kind: value("kind"),
        text: letters(value("text")).split(/\s+/).filter(Boolean)
      };
      var isAsked = asked.need || asked.band || asked.around || asked.sector || asked.kind
        || asked.text.length;
      var ranks = Object.create(null), counts = [0, 0, 0];
      data.services.forEach(function (service) {
        ranks[service.id] = rank(service, asked);
        counts[ranks[service.id]] += 1;
      });
      var pairs = Object.create(null);
      data.routes.forEach(function (route) {
        if (!asked.kind || route.kind === asked.kind) {
          pairs[route.from + " " + route.to] = pairs[route.to + " " + route.from] = true;
        }
      });
      function isShown(id) { return !services[id] || ranks[id] !== no; }
      state.lit = null;
      state.filter = !isAsked ? null : {
        services: ranks,
        hasLine: function (a, b) {
          return isShown(a) && isShown(b) && (!asked.kind || !!pairs[a + " " + b]);
        }
      };
      document.querySelectorAll("#services tbody tr").forEach(function (row) {
        var rank = ranks[row.getAttribute("data-service")];
        row.hidden = rank === no;
        row.classList.toggle("unsure", rank === unsaid);
        var head = row.querySelector("th"), note = head.querySelector(".unsure-note");
        if (rank === unsaid && !note) {
          head.append(make("p", { "class": "unsure-note detail" }, [data.words["filter-unsaid"]]));
        } else if (rank !== unsaid && note) {
          note.remove();
        }
      });
      var caption = byID("services-caption");
      if (caption) { caption.hidden = !!isAsked; }
      byID("filter-count").textContent = isAsked ? filled(data.words["filter-count"], {
        shown: counts[yes] + counts[unsaid], all: data.services.length, unsaid: counts[unsaid]
      }) : "";
      paint();
    }

    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
  }

  /* A click on a service shows what leads to it and from it; its page is a second step away. */
  function selection(data, state, services, pictures, paint) {
    if (!byID("filters") || !pictures.length) { return; }
    var panel = make("div", { id: "selection", role: "status", hidden: "" });
    byID("content").append(panel);

    function clear() {
      state.lit = null;
      panel.hidden = true;
      paint();
    }

    function select(id) {
      var service = services[id], boxes = Object.create(null);
      boxes[id] = true;
      var comes = 0, goes = 0;
      data.routes.forEach(function (route) {
        if (route.to === id) { boxes[route.from] = true; comes += 1; }
        if (route.from === id) { boxes[route.to] = true; goes += 1; }
      });
      state.lit = { boxes: boxes, hasLine: function (a, b) { return a === id || b === id; } };
      var done = make("button", { type: "button" }, [data.words["clear-selection"]]);
      done.addEventListener("click", clear);
      panel.replaceChildren(
        make("p", {}, [filled(data.words["selected-service"], {
          service: service.name, comes: comes, goes: goes
        })]),
        make("a", { href: service.page }, [data.words["open-page"]]), done);
      panel.hidden = false;
      paint();
    }

    pictures.forEach(function (picture) {
      picture.boxes.forEach(function (box) {
        var element = byID(box[0]);
        if (!element || !services[box[1]]) { return; }
        var target = element.closest("a") || element;
        target.addEventListener("click", function (event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) { return; }
          if (!panel.hidden && state.selected === box[1]) { return; }
          event.preventDefault();
          state.selected = box[1];
          select(box[1]);
        });
      });
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && state.lit) { state.selected = null; clear(); }
    });
  }

  /* MARK: Ways */

  /* The fewest hand-offs along routes in use that move families. */
  function shortestWay(data, services, from, to) {
    var before = Object.create(null), next = [from];
    before[from] = null;
    /* Families walk into a service that is open to all; coverage begins there as well. */
    if (from === "families") {
      data.services.forEach(function (service) {
        if (service.isOpenToAll && service.isOpen) { before[service.id] = null; next.push(service.id); }
      });
    }
    while (next.length) {
      var now = next;
      next = [];
      now.forEach(function (id) {
        data.routes.forEach(function (route) {
          if (route.from !== id || !route.moves || !route.isOpen || route.to in before) { return; }
          var service = services[route.to];
          if (!service || !service.isOpen) { return; }
          before[route.to] = route;
          next.push(route.to);
        });
      });
      if (to in before) { break; }
    }
    if (!(to in before)) { return null; }
    var routes = [];
    for (var id = to; before[id]; id = before[id].from) { routes.unshift(before[id]); }
    return { start: id, routes: routes };
  }

  function ways(data, services, lightWay) {
    var form = byID("way");
    if (!form) { return; }
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var from = byID("way-from").value, to = byID("way-to").value, found = byID("way-found");
      function name(id) { return services[id] ? services[id].name : data.words["families-themselves"]; }
      var ends = { from: name(from), to: name(to) };
      found.replaceChildren();
      lightWay([]);
      if (from === to) { return found.append(make("p", {}, [data.words["way-same"]])); }
      var isClosed = services[from] && !services[from].isOpen || !services[to].isOpen;
      var way = isClosed ? null : shortestWay(data, services, from, to);
      if (!way) {
        return found.append(make("p", {}, [
          filled(data.words[data.saysRoutes ? "way-none" : "way-unsaid"], ends)
        ]));
      }
      if (way.start === to) {
        lightWay([to]);
        return found.append(make("p", {}, [filled(data.words["way-open"], ends)]));
      }
      if (services[way.start] && from === "families") {
        found.append(make("p", {}, [
          filled(data.words["way-open"], { to: services[way.start].name })
        ]));
        ends.from = services[way.start].name;
      }
      ends.number = way.routes.length;
      found.append(make("p", {}, [filled(data.words["way-found"], ends)]));
      found.append(make("ol", {}, way.routes.map(function (route) {
        return make("li", {}, [
          filled(data.words["way-step"], { kind: route.label, service: "" }),
          make("a", { href: services[route.to].page }, [route.toName])
        ]);
      })));
      found.append(make("p", { "class": "detail" }, [data.words["way-may-refuse"]]));
      lightWay([way.start].concat(way.routes.map(function (route) { return route.to; })));
    });
  }

  function families(data, lightWay) {
    var form = byID("family");
    if (!form) { return; }
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      function chosen(name) { return Number(byID("family-" + name).value); }
      var cells = data.cells, found = byID("family-found");
      var place = (chosen("need") * cells.bands + chosen("age")) * cells.areas + chosen("area");
      var explanation = cells.explanations[cells.places[place]];
      found.replaceChildren(
        make("p", {}, [make("span", { "class": "answer " + explanation.mark }, [explanation.answer])]),
        make("ul", {}, explanation.lines.map(function (line) { return make("li", {}, [line]); })),
        make("p", {}, [
          make("a", { href: "coverage.html#" + explanation.anchor }, [data.words["family-more"]])
        ]));
      lightWay(explanation.way);
    });
  }

  /* MARK: The matrix */

  function explanations(words) {
    var dialog = make("dialog", { "aria-label": "" });
    document.querySelectorAll("a[data-explained]").forEach(function (link) {
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !dialog.showModal) { return; }
        event.preventDefault();
        var anchors = link.getAttribute("data-explained").split(" ");
        var close = make("button", { type: "button" }, [words["explanation-close"]]);
        close.addEventListener("click", function () { dialog.close(); });
        var copies = anchors.map(function (anchor) {
          var copy = byID(anchor).cloneNode(true);
          ["id", "tabindex", "aria-labelledby"].forEach(function (name) {
            copy.removeAttribute(name);
          });
          copy.querySelectorAll("[id]").forEach(function (part) { part.removeAttribute("id"); });
          return copy;
        });
        dialog.setAttribute("aria-label", copies[0].querySelector("h3").textContent);
        dialog.replaceChildren.apply(dialog, copies.concat([close]));
        if (!dialog.isConnected) { document.body.append(dialog); }
        dialog.showModal();
      });
    });
    dialog.addEventListener("close", function () { dialog.replaceChildren(); });
  }

  return { search: search, show: show, make: make };
})();
