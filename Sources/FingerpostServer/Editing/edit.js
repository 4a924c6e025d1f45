/* Forms for what a map holds: what would follow from a change is told while it is typed, and a save
   changes one element of the map's files. The server of the maps stands behind them. */
"use strict";

(function () {
  var byID = function (id) { return document.getElementById(id); };
  var make = fingerpost.make;
  var map = decodeURIComponent(location.pathname.split("/")[1]);
  var api = "/api/maps/" + encodeURIComponent(map);
  var undoKey = "fingerpost-undo " + map, commitKey = "fingerpost-commit " + map;
  /* For so long nothing is typed before it is asked what would follow, in milliseconds. */
  var patience = 350;
  /* So many findings stay in sight; the others are a click away. */
  var mostFindings = 4;

  var format, elements, summary, work = null, asking = null, timer = null;

  /* MARK: Asking the server */

  function Problem(status, body) { this.status = status; this.body = body; }

  function ask(address, body, signal) {
    return fetch(address, body === undefined ? { signal: signal, cache: "no-store" } : {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
      signal: signal
    }).then(function (answer) {
      return answer.json().then(function (value) {
        if (!answer.ok) { throw new Problem(answer.status, value); }
        return value;
      });
    });
  }

  function told(error) {
    if (error instanceof Problem) {
      return fingerpostFields.plain([error.body.message].concat(error.body.problems || []).join(" "));
    }
    return "The server does not answer. What you have typed is still here; start the server again, and save.";
  }

  function notice(text) {
    byID("notice").textContent = text || "";
    byID("notice").hidden = !text;
  }

  /* MARK: What there is to change */

  function collection(key) {
    return format.collections.find(function (candidate) { return candidate.key === key; });
  }

  /* `#services/health-visiting`, with a path into it behind; `#routes/?from=health-visiting` for a new one. */
  function place() {
    var parts = location.hash.slice(1).split("?"), steps = parts[0].split("/").map(decodeURIComponent);
    if (!steps[0] || !collection(steps[0])) { return null; }
    var said = {};
    new URLSearchParams(parts[1] || "").forEach(function (value, key) { said[key] = value; });
    return {
      collection: collection(steps[0]), id: steps[1] || null, said: said,
      path: steps.slice(2).map(function (step) { return /^[0-9]+$/.test(step) ? Number(step) : step; })
    };
  }

  function address(key, id) {
    return "#" + key + "/" + id.split("/").map(encodeURIComponent).join("%2F");
  }

  function showList() {
    work = null;
    byID("work").hidden = true;
    var list = byID("list");
    list.hidden = false;
    title("Change the map");
    list.replaceChildren(make("p", {}, [
      "Choose what to change. A save changes only that, in the map’s own files; comments and everything "
      + "else in them stay as they are."
    ]));
    format.collections.forEach(function (one) {
      var items = elements[one.key] || [];
      var isOften = ["services", "routes", "boards", "programmes"].includes(one.key);
      list.append(make("details", isOften ? { "class": "collection", open: "" } : { "class": "collection" }, [
        make("summary", {}, [one.label + " (" + items.length + ")"]),
        make("ul", {}, items.map(function (item) {
          return make("li", {}, [make("a", { href: address(one.key, item.id) }, [item.name])]);
        })),
        make("p", {}, [
          make("a", { href: "#" + one.key + "/" }, ["Add " + fingerpostFields.article(one.noun)])
        ])
      ]));
    });
  }

  function title(text) {
    byID("heading").textContent = text;
    document.title = text + ": " + (summary.title || map);
    if (text === "Change the map") { byID("to-list").setAttribute("aria-current", "page"); }
    else { byID("to-list").removeAttribute("aria-current"); }
  }

  /* MARK: The form */

  var usual = {
    service: ["organisation", "intensity", "serves", "ages", "areas", "entry", "excludes", "status"],
    route: ["step", "excludes", "status"], board: ["kind", "chair", "seats"],
    programme: ["kind", "providers", "audience", "status"], organisation: ["sector"],
    exclusion: ["onward"], seat: ["represents", "member", "organisation"], link: [], agreement: ["kind", "between"]
  };

  var nouns = {
    families: "Families", services: "Services", organisations: "Organisations", boards: "Boards",
    programmes: "Programmes", documents: "Documents"
  };

  /* What references may name: what the map holds, and what needs no declaration. */
  function choices(targets) {
    return targets.map(function (target) {
      var own = (elements[target] || []).map(function (item) { return [item.id, item.name]; });
      var known = format.known[target] || [];
      return {
        label: nouns[target] || target,
        items: known.filter(function (item) {
          return !own.some(function (other) { return other[0] === item[0]; });
        }).concat(own)
      };
    });
  }

  /* Where to add what a reference cannot name yet; in a window of its own, so that nothing typed is lost. */
  function wayToAdd(type) {
    var single = type;
    while (single.takes === "list" || single.takes === "or-none") { single = single.of; }
    if (single.takes !== "reference") { return null; }
    var target = single.of.filter(function (key) { return key !== "families"; }).map(collection)[0];
    if (single.of.length > 2 || !target) { return null; }
    return make("p", { "class": "hint" }, [
      make("a", { href: "#" + target.key + "/", target: "_blank" }, [
        "Add " + fingerpostFields.article(target.noun) + " in a new window"
      ])
    ]);
  }

  function slug(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'\u2019]/g, "")
      .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);
  }

  function nameKey(shape) {
    return shape.fields.some(function (fact) { return fact.key === "name"; }) ? "name" : "title";
  }

  /* Opens the form of an element as the files state it now. */
  function open(where) {
    var was = where.id === null ? Promise.resolve(null)
      : ask(api + "/elements/" + where.collection.key + "/" + encodeURIComponent(where.id));
    return was.then(function (value) { begin(where, value); });
  }

  /* Shows a form; `typed` is what it shows in the place of what the files state. */
  function begin(where, was, typed) {
    var shape = format.shapes[where.collection.shape];
    byID("list").hidden = true;
    byID("work").hidden = false;
    var form = {
      shapes: format.shapes, usual: usual, choices: choices, refreshers: [], changed: changed, wayToAdd: wayToAdd
    };
    /* A name alone stands for a record that has only a name. */
    var key = nameKey(shape), shown = typed || (was === null ? undefined : asRecord(was, key));
    work = {
      where: where, was: was, form: form, nameKey: key, isNew: where.id === null,
      body: fingerpostFields.record(shape, shown, form, usual[shape.name]), id: null, told: null
    };
    Object.keys(where.said).forEach(function (name) { set(name, where.said[name]); });
    var element = byID("element");
    element.replaceChildren();
    if (work.isNew && where.collection.isKeyed) { element.append(idField()); }
    element.append(work.body.element, deeds());
    title(work.isNew ? "Add " + fingerpostFields.article(where.collection.noun) : nameOf(where));
    fillViews(where.collection.key);
    showUndo();
    var isDirty = changes().length > 0;
    element.toggleAttribute("data-dirty", isDirty);
    look();
    var focused = where.path.length ? work.body.at(where.path) : null;
    if (focused) { focused.focus(); } else { byID("heading").focus(); }
  }

  function nameOf(where) {
    var found = (elements[where.collection.key] || []).find(function (item) { return item.id === where.id; });
    return found ? found.name : where.id;
  }

  /* Puts a value that an address gives into a field of one value. */
  function set(key, value) {
    var field = work.body.at([key]);
    var input = field && field.element && field.element.querySelector("input, select, textarea");
    if (input && typeof value === "string") { input.value = value; }
  }

  /* The id of something new, which its name proposes. */
  function idField() {
    var input = make("input", { type: "text", id: "new-id", autocomplete: "off", spellcheck: "false",
      "aria-required": "true", "aria-describedby": "new-id-hint" });
    var isOwn = false;
    input.addEventListener("input", function () { isOwn = true; });
    work.id = {
      value: function () { return input.value.trim(); }, focus: function () { input.focus(); },
      propose: function () {
        var name = (work.body.value() || {})[work.nameKey];
        if (!isOwn) { input.value = typeof name === "string" ? slug(name) : ""; }
      }
    };
    return make("div", { "class": "fact" }, [
      make("label", { "for": "new-id" }, ["Id (needed)"]),
      make("p", { "class": "hint", id: "new-id-hint" }, [
        "What other parts of the map call it: lower case letters, digits and hyphens. It follows from the "
        + "name unless you write another."
      ]), input
    ]);
  }

  function deeds() {
    var box = make("div", { "class": "deeds" });
    var save = make("button", { type: "submit", "class": "main", id: "save" }, ["Save"]);
    box.append(save);
    function button(id, label, act) {
      var made = make("button", { type: "button", id: id }, [label]);
      made.addEventListener("click", act);
      box.append(made);
    }
    button("discard", "Discard what I typed", function () { begin(work.where, work.was); });
    if (!work.isNew) { button("delete", "Take this out of the map", takeOut); }
    if (summary.isInGit) {
      var isCommit = sessionStorage.getItem(commitKey) === "yes";
      var check = make("input", { type: "checkbox", id: "commit" });
      check.checked = isCommit;
      var message = make("input", { type: "text", id: "commit-message", autocomplete: "off" });
      var words = make("div", { "class": "field" }, [
        make("label", { "for": "commit-message" }, ["What the commit says"]), message
      ]);
      words.hidden = !isCommit;
      check.addEventListener("change", function () {
        sessionStorage.setItem(commitKey, check.checked ? "yes" : "no");
        words.hidden = !check.checked;
      });
      box.append(make("p", { "class": "choice" }, [
        check, make("label", { "for": "commit" }, ["Make a git commit of it"])
      ]), words);
    }
    return box;
  }

  /* The changes that the form asks for, as the server takes them. */
  function changes() {
    if (!work) { return []; }
    var where = work.where, value = work.body.value(), edits;
    if (work.isNew) {
      edits = value === undefined ? [] : [{ path: [], value: value }];
    } else if (typeof work.was === "string" && value && Object.keys(value).length === 1
      && typeof value[work.nameKey] === "string") {
      edits = fingerpostFields.difference([], work.was, value[work.nameKey]);
    } else {
      edits = fingerpostFields.difference([], asRecord(work.was, work.nameKey), value || {});
    }
    if (!edits.length) { return []; }
    var change = { collection: where.collection.key, edits: edits };
    if (!work.isNew) { change.id = where.id; change.was = work.was; }
    else if (work.id) { change.id = work.id.value(); }
    return [change];
  }

  function changed() {
    if (!work) { return; }
    if (work.id) { work.id.propose(); }
    byID("element").toggleAttribute("data-dirty", changes().length > 0);
    clearTimeout(timer);
    timer = setTimeout(look, patience);
  }

  /* MARK: What would follow */

  function untell() {
    if (work && work.told) { work.told.forEach(function (field) { field.tell(null); }); }
    if (work) { work.told = []; }
  }

  /* Asks what would follow, and draws it; an answer to what was typed before is dropped. */
  function look() {
    clearTimeout(timer);
    if (asking) { asking.abort(); }
    asking = new AbortController();
    var asked = changes(), signal = asking.signal, here = work;
    untell();
    ask(api + "/changes", { changes: asked, about: about() }, signal).then(function (outcome) {
      if (here !== work) { return; }
      byID("outcome").textContent = asked.length
        ? "If you save: " + outcome.summary + "." : "Nothing is changed yet.";
      showFindings(outcome.findings);
      showQuestions(outcome.questions);
      showCoverage(outcome.coverage, outcome.coverageBefore);
      draw(signal);
    }, function (error) { if (here === work) { cannot(error); } });
  }

  function about() {
    var where = work.where;
    return { collection: where.collection.key, id: work.isNew ? (work.id ? work.id.value() : "") : where.id };
  }

  /* Says why a change cannot be made, beside the fields that it is about. */
  function cannot(error) {
    if (error.name === "AbortError") { return; }
    if (error.status === 409) { return conflict(error.body); }
    if (error.status !== 422) { byID("outcome").textContent = told(error); return; }
    var fields = error.body.fields || [];
    byID("outcome").textContent = "This cannot be saved yet. " + (fields.length
      ? (fields.length === 1 ? "One field needs" : fields.length + " fields need") + " another look."
      : "");
    fields.forEach(function (problem) {
      var field = problem.path.length ? work.body.at(problem.path) : null;
      if (field) { field.tell(problem.message); work.told.push(field); }
    });
    byID("findings").replaceChildren(make("ul", {}, (fields.length
      ? fields.map(function (problem) { return problem.message; })
      : error.body.problems || [error.body.message]).map(function (text) {
      return make("li", {}, [fingerpostFields.plain(text)]);
    })));
    byID("coverage").replaceChildren();
  }

  function showFindings(findings) {
    var list = byID("findings");
    list.replaceChildren();
    if (!findings.length) {
      list.append(make("p", { "class": "detail" }, ["The check finds nothing wrong with this."]));
      return;
    }
    var items = findings.map(function (finding) {
      return make("li", {}, [
        make("strong", {}, [(finding.isNew ? "New " : "") + finding.severity + ": "]), finding.message,
        make("p", { "class": "detail" }, [finding.remedy])
      ]);
    });
    list.append(make("ul", {}, items.slice(0, mostFindings)));
    if (items.length > mostFindings) {
      list.append(make("details", {}, [
        make("summary", {}, ["And " + (items.length - mostFindings) + " more"]),
        make("ul", {}, items.slice(mostFindings))
      ]));
    }
  }

  /* What nobody has said yet, each with the way to its field. */
  function showQuestions(questions) {
    if (!questions.length) { return; }
    var shape = format.shapes[work.where.collection.shape];
    byID("findings").append(make("details", {}, [
      make("summary", {}, ["What the map does not say of it (" + questions.length + ")"]),
      make("ul", {}, questions.map(function (question) {
        var item = make("li", {}, [capital(question.question) + " "]);
        if (shape.fields.some(function (fact) { return fact.key === question.key; })) {
          var button = make("button", {
            type: "button", "class": "small", "aria-label": "Say it: " + question.question
          }, ["Say it"]);
          button.addEventListener("click", function () { work.body.at([question.key]).focus(); });
          item.append(button);
        }
        return item;
      }))
    ]));
  }

  function showCoverage(now, before) {
    var box = byID("coverage");
    box.replaceChildren();
    if (!now) { return; }
    var labels = [
      ["covered", "find help"], ["coveredForSome", "find help for some families"],
      ["gap", "find none"], ["notStated", "are not stated"]
    ];
    var isSame = before && labels.every(function (label) { return before[label[0]] === now[label[0]]; });
    if (isSame) {
      var all = labels.reduce(function (sum, label) { return sum + now[label[0]]; }, 0);
      box.append(make("p", {}, [
        "Of the " + all + " combinations of a need, an age and an area that the map must cover, "
          + labels.map(function (label) { return now[label[0]] + " " + label[1]; })
            .filter(function (text) { return !text.startsWith("0 "); }).join(", ") + "."
      ]));
      return;
    }
    box.append(make("div", { "class": "wide", tabindex: "0", role: "region", "aria-labelledby": "coverage-caption" }, [
      make("table", {}, [
        make("caption", { id: "coverage-caption" }, ["Needs, ages and areas, each with the others"]),
        make("thead", {}, [make("tr", {}, ["", "now", "with this change"].map(function (text) {
          return text ? make("th", { scope: "col" }, [text]) : make("td", {}, []);
        }))]),
        make("tbody", {}, labels.map(function (label) {
          var changed = before && before[label[0]] !== now[label[0]];
          return make("tr", {}, [
            make("th", { scope: "row" }, [label[1]]),
            make("td", {}, [before ? String(before[label[0]]) : "–"]),
            make("td", {}, changed ? [make("strong", {}, [String(now[label[0]])])] : [String(now[label[0]])])
          ]);
        }))
      ])
    ]));
  }

  /* MARK: The picture */

  var viewOf = {
    services: "card", routes: "system", boards: "board", programmes: "training",
    agreements: "agreements", flows: "flow", documents: "links", links: "links",
    organisations: "commissioning"
  };

  function fillViews(key) {
    var select = byID("view");
    if (!select.options.length) {
      format.views.forEach(function (view) {
        select.append(make("option", { value: view[0] }, [view[1]]));
      });
    }
    select.value = viewOf[key] || "system";
  }

  function draw(signal) {
    var here = work, figure = byID("picture"), remark = byID("picture-remark");
    figure.setAttribute("aria-busy", "true");
    ask(api + "/picture", { changes: changes(), about: about(), view: byID("view").value }, signal)
      .then(function (picture) {
        if (here !== work) { return; }
        figure.removeAttribute("aria-busy");
        remark.textContent = picture.remark || "";
        figure.replaceChildren();
        if (!picture.svg) { return; }
        var parsed = new DOMParser().parseFromString(picture.svg, "image/svg+xml").documentElement;
        if (parsed.localName === "svg") { figure.append(document.importNode(parsed, true)); }
      }, function (error) {
        if (error.name === "AbortError" || here !== work) { return; }
        figure.removeAttribute("aria-busy");
        remark.textContent = told(error);
      });
  }

  /* MARK: Saving */

  function save(event) {
    event.preventDefault();
    if (!work) { return; }
    if (work.id) { work.id.propose(); }
    var asked = changes();
    if (!asked.length) { byID("outcome").textContent = "Nothing is changed yet."; return; }
    write(asked, work.isNew ? "Added" : "Changed");
  }

  function takeOut() {
    var here = work, name = nameOf(work.where), asked = [{
      collection: work.where.collection.key, id: work.where.id, was: work.was, edits: [{ path: [] }]
    }];
    ask(api + "/changes", { changes: asked }).then(function (outcome) {
      if (here !== work) { return; }
      var text = "Take “" + name + "” out of the map?\n\nWhat would follow: " + outcome.summary + ".\n\n"
        + (format.shapes[here.where.collection.shape].fields.some(function (fact) {
          return fact.key === "status";
        }) ? "If it only closes, say so under “Status” instead: then the map still shows what it was. " : "")
        + "You can undo this afterwards.";
      if (window.confirm(text)) { write(asked, "Took out"); }
    }, cannot);
  }

  function write(asked, deed) {
    var where = work.where, here = work, body = { changes: asked, write: true };
    var name = work.isNew ? (work.body.value() || {})[work.nameKey] || where.collection.noun : nameOf(where);
    var label = deed + " " + where.collection.noun + " “" + name + "”";
    var isCommit = byID("commit") && byID("commit").checked;
    if (isCommit) { body.commit = byID("commit-message").value.trim() || label; }
    byID("save").disabled = true;
    if (asking) { asking.abort(); }
    ask(api + "/changes", body).then(function (outcome) {
      pushUndo({ token: outcome.undo, label: label, isCommit: !!outcome.commit });
      byID("element").removeAttribute("data-dirty");
      var id = outcome.ids[0];
      return refresh().then(function () {
        if (id === undefined || id === null) { return leave(); }
        var next = { collection: where.collection, id: id, said: {}, path: [] };
        history.replaceState(null, "", address(where.collection.key, id));
        return open(next);
      }).then(function () {
        say(label + ". " + capital(outcome.summary) + "." + commitWords(outcome));
      });
    }).catch(function (error) {
      if (here === work && byID("save")) { byID("save").disabled = false; }
      cannot(error);
      if (work.told && work.told.length) { work.told[0].focus(); }
    });
  }

  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

  function commitWords(outcome) {
    if (outcome.commit) { return " Commit " + outcome.commit + "."; }
    return outcome.commitProblem ? " It is saved, but no commit was made: " + outcome.commitProblem : "";
  }

  /* MARK: Undo */

  function undos() {
    try { return JSON.parse(sessionStorage.getItem(undoKey) || "[]"); } catch (error) { return []; }
  }

  function pushUndo(undo) {
    sessionStorage.setItem(undoKey, JSON.stringify(undos().concat([undo]).slice(-50)));
  }

  function say(text) {
    byID("saved").replaceChildren(make("p", {}, [text]));
    showUndo();
  }

  function showUndo() {
    var saved = byID("saved"), last = undos().pop(), old = byID("undo");
    if (old) { old.remove(); }
    if (last) {
      var button = make("button", { type: "button", id: "undo" }, ["Undo: " + last.label]);
      button.addEventListener("click", undo);
      saved.append(button);
    }
    saved.hidden = !saved.children.length;
  }

  function undo() {
    var all = undos(), last = all.pop();
    if (byID("element").hasAttribute("data-dirty") && work
      && !window.confirm("Discard what you have typed, and undo the last save?")) { return; }
    var body = { undo: last.token };
    if (last.isCommit) { body.commit = "Undo: " + last.label; }
    ask(api + "/undo", body).then(function (outcome) {
      sessionStorage.setItem(undoKey, JSON.stringify(all));
      byID("element").removeAttribute("data-dirty");
      return refresh().then(function () {
        var where = place();
        var isThere = where && where.id !== null
          && (elements[where.collection.key] || []).some(function (item) { return item.id === where.id; });
        return where && !isThere ? leave() : route();
      }).then(function () {
        say("Undone: " + last.label + "." + commitWords(outcome));
      });
    }).catch(function (error) {
      /* It can never be undone any more. */
      if (error.status === 404 || error.status === 409) {
        sessionStorage.setItem(undoKey, JSON.stringify(all));
        showUndo();
      }
      notice(told(error));
    });
  }

  /* MARK: Conflicts */

  /* Somebody else has changed the element: what it said, what it says now and what is typed here, and the
     two ways on. */
  function conflict(body) {
    if (!work) { return; }
    var old = byID("conflict"), here = work;
    if (old) { old.remove(); }
    byID("outcome").textContent = "Nothing is saved.";
    var box = make("section", { id: "conflict", "class": "conflict", role: "alert", tabindex: "-1" });
    box.append(make("h2", {}, ["Somebody else has changed this"]), make("p", {}, [fingerpostFields.plain(body.message)]));
    byID("element").prepend(box);
    if (here.isNew || body.now === undefined || body.now === null) {
      box.append(make("p", {}, [
        here.isNew ? "Write another id; what you have typed stays here."
          : "What you have typed stays here. You can add it again under a new id."
      ]));
      if (!here.isNew) {
        box.append(deed("Add it again with what I typed", function () {
          begin({ collection: here.where.collection, id: null, said: {}, path: [] }, null,
            here.body.value());
        }), deed("Leave it out", leave));
      }
      return;
    }
    var mine = here.body.value() || {}, shape = format.shapes[here.where.collection.shape];
    var theirs = asRecord(body.now, here.nameKey), was = asRecord(here.was, here.nameKey);
    var facts = shape.fields.filter(function (fact) {
      return !fingerpostFields.same(was[fact.key], theirs[fact.key])
        || !fingerpostFields.same(was[fact.key], mine[fact.key]);
    });
    box.append(make("div", { "class": "wide", tabindex: "0", role: "region", "aria-label": "What differs" }, [
      make("table", {}, [
        make("thead", {}, [make("tr", {}, ["", "When you looked", "In the file now", "What you typed"]
          .map(function (text) { return text ? make("th", { scope: "col" }, [text]) : make("td", {}, []); }))]),
        make("tbody", {}, facts.map(function (fact) {
          return make("tr", {}, [make("th", { scope: "row" }, [fact.label])].concat(
            [was, theirs, mine].map(function (value) {
              return make("td", {}, [inWords(value[fact.key])]);
            })));
        }))
      ])
    ]));
    box.append(deed("Put my changes on top of theirs", function () {
      begin(here.where, body.now, fingerpostFields.merged(was, theirs, mine));
    }), deed("Take theirs, and drop what I typed", function () { begin(here.where, body.now); }));
    box.focus();
  }

  function deed(label, act) {
    var button = make("button", { type: "button" }, [label]);
    button.addEventListener("click", act);
    return button;
  }

  function asRecord(value, key) {
    if (typeof value !== "string") { return value || {}; }
    var record = {};
    record[key] = value;
    return record;
  }

  function inWords(value) {
    if (value === undefined) { return "not said"; }
    if (Array.isArray(value)) { return value.map(inWords).join("; ") || "none"; }
    if (fingerpostFields.isRecord(value)) {
      return Object.keys(value).map(function (key) { return key + ": " + inWords(value[key]); }).join(", ");
    }
    return String(value);
  }

  /* MARK: What changes elsewhere */

  function refresh() {
    return Promise.all([ask(api + "/elements"), ask(api)]).then(function (answers) {
      elements = answers[0];
      summary = answers[1];
      byID("map-title").textContent = summary.title || map;
      if (work) { work.form.refreshers.forEach(function (refill) { refill(); }); }
    });
  }

  function listen() {
    var source = new EventSource("/events");
    source.addEventListener("message", function (event) {
      var change = JSON.parse(event.data);
      if (change.map && change.map !== map) { return; }
      notice(change.problem);
      if (change.problem) { return; }
      refresh().then(function () {
        if (!work) { return showList(); }
        if (work.isNew) { return look(); }
        var here = work;
        return ask(api + "/elements/" + here.where.collection.key + "/" + encodeURIComponent(here.where.id))
          .then(function (now) {
            if (here !== work) { return; }
            if (fingerpostFields.same(now, here.was)) { return look(); }
            if (!changes().length) { return begin(here.where, now); }
            look();
          }, function () { if (here === work) { look(); } });
      }, function (error) { notice(told(error)); });
    });
    source.addEventListener("open", function () {
      if (byID("notice").getAttribute("data-lost")) {
        byID("notice").removeAttribute("data-lost");
        notice("");
      }
    });
    source.addEventListener("error", function () {
      byID("notice").setAttribute("data-lost", "yes");
      notice("The server does not answer. What you have typed is still here; start the server again to save it.");
    });
  }

  /* MARK: Beginning */

  function route() {
    var where = place();
    notice("");
    showUndo();
    if (!where) { return showList(); }
    return open(where).catch(function (error) {
      showList();
      notice(told(error));
    });
  }

  /* To the list of what there is, without asking about what was typed. */
  function leave() {
    byID("element").removeAttribute("data-dirty");
    history.replaceState(null, "", "#");
    return route();
  }

  byID("element").addEventListener("submit", save);
  byID("element").addEventListener("input", changed);
  byID("element").addEventListener("change", changed);
  byID("view").addEventListener("change", function () { if (work) { look(); } });
  window.addEventListener("hashchange", function () {
    if (byID("element").hasAttribute("data-dirty") && work
      && !window.confirm("Discard what you have typed?")) {
      history.replaceState(null, "", work.isNew ? "#" + work.where.collection.key + "/"
        : address(work.where.collection.key, work.where.id));
      return;
    }
    byID("element").removeAttribute("data-dirty");
    byID("saved").replaceChildren();
    route();
  });
  window.addEventListener("beforeunload", function (event) {
    if (work && byID("element").hasAttribute("data-dirty")) { event.preventDefault(); }
  });

  ask("/api/format").then(function (value) {
    format = value;
    return refresh();
  }).then(route).then(listen).catch(function (error) { notice(told(error)); });
})();
