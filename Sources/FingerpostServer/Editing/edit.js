/* Forms for what a map holds: what would follow from a change is told while it is typed, and a save
   changes one element of the map's files. The server of the maps stands behind them. */
"use strict";

(function () {
  var byID = function (id) { return document.getElementById(id); };
  var make = fingerpost.make, same = fingerpostFields.same, plain = fingerpostFields.plain;
  var capital = fingerpostOutcome.capital;
  var map = decodeURIComponent(location.pathname.split("/")[1]);
  var api = "/api/maps/" + encodeURIComponent(map);
  var undoKey = "fingerpost-undo " + map, commitKey = "fingerpost-commit " + map;
  /* For so long nothing is typed before it is asked what would follow, in milliseconds. */
  var patience = 350;
  /* So many consequences are told before something is taken out. */
  var mostConsequences = 8;
  /* Elements that links can name have ids that differ from one another. */
  var nodes = ["services", "organisations", "boards", "programmes", "documents"];
  var idPattern = /^[a-z0-9._][a-z0-9._-]{0,99}$/;

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
    if (!(error instanceof Problem)) {
      return "The server does not answer. What you have typed is still here; start the server again, and save.";
    }
    return error.isOfMap && error.status === 404
      ? "This map is not in the folder any more. What you have typed is still here."
      : plain([error.body.message].concat(error.body.problems || []).join(" "));
  }

  function notice(text) {
    byID("notice").textContent = text || "";
    byID("notice").hidden = !text;
  }

  function status(text) {
    /* The same again is not read out again. */
    if (byID("outcome").textContent !== text) { byID("outcome").textContent = text; }
  }

  /* MARK: What there is to change */

  function collection(key) {
    return format.collections.find(function (candidate) { return candidate.key === key; });
  }

  /* `#services/health-visiting`, with a path into it behind; `#routes/?from=health-visiting` for a new one. */
  function place() {
    var parts = location.hash.slice(1).split("?"), steps, said = {};
    try { steps = parts[0].split("/").map(decodeURIComponent); } catch (error) { return null; }
    if (!steps[0] || !collection(steps[0])) { return null; }
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
    showPage();
    list.replaceChildren(make("p", {}, [
      "Choose what to change. A save changes only that, in the map’s own files; comments and everything "
      + "else in them stay as they are."
    ]), make("ul", { "class": "forms" }, [
      "services", "routes", "boards", "programmes", "conditions", "needs", "areas", "organisations"
    ].map(collection).map(function (one) {
      return make("li", {}, [
        make("a", { href: "#" + one.key + "/" }, ["Add " + fingerpostFields.article(one.noun)])
      ]);
    })));
    format.collections.forEach(function (one) {
      if (one.key === "map") {
        list.append(make("p", {}, [
          make("a", { href: address("map", map) }, ["The map itself"]),
          ": its title, its date, what it must cover, the standards it is checked against"
        ]));
        return;
      }
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

  /* What people call whatever an id names. */
  function nameOfID(id) {
    var all = Object.keys(elements).flatMap(function (key) { return elements[key]; });
    var found = all.find(function (item) { return item.id === id; });
    if (found) { return found.name; }
    var known = Object.keys(format.known).flatMap(function (key) { return format.known[key]; })
      .find(function (item) { return item[0] === id; });
    return known ? known[1] : id;
  }

  function nameOf(where) {
    if (where.collection.key === "map") { return "The map itself"; }
    var found = (elements[where.collection.key] || []).find(function (item) { return item.id === where.id; });
    return found ? found.name : where.id;
  }

  /* MARK: The form */

  var usual = {
    service: ["organisation", "intensity", "serves", "ages", "areas", "entry", "excludes", "status"],
    route: ["step", "excludes", "status"], board: ["kind", "chair", "seats"],
    programme: ["kind", "providers", "audience", "status"], organisation: ["sector"],
    exclusion: ["onward"], seat: ["represents", "member", "organisation"], link: [],
    agreement: ["kind", "between"], map: ["title", "place", "as-of", "scope", "profiles", "focus"]
  };

  var nouns = {
    families: "Families", services: "Services", organisations: "Organisations", boards: "Boards",
    programmes: "Programmes", documents: "Documents"
  };

  /* What references may name: what the map holds, and what needs no declaration. */
  function choices(targets) {
    return targets.map(function (target) {
      var own = (elements[target] || []).map(function (item) { return [item.id, item.name]; });
      return {
        label: nouns[target] || target,
        items: (format.known[target] || []).filter(function (item) {
          return !own.some(function (other) { return other[0] === item[0]; });
        }).concat(own)
      };
    });
  }

  /* Where to add what a reference cannot name yet; in a window of its own, so that nothing typed is lost. */
  function wayToAdd(type) {
    var single = type;
    while (single.takes === "list" || single.takes === "or-none") { single = single.of; }
    if (single.takes !== "reference" || single.of.length > 2) { return null; }
    var target = single.of.filter(function (key) { return key !== "families"; }).map(collection)[0];
    return target ? make("p", { "class": "hint" }, [
      make("a", { href: "#" + target.key + "/", target: "_blank" }, [
        "Add " + fingerpostFields.article(target.noun) + " in a new window"
      ])
    ]) : null;
  }

  function slug(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'\u2019]/g, "")
      .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);
  }

  function nameKey(shape) {
    return shape.fields.some(function (fact) { return fact.key === "name"; }) ? "name" : "title";
  }

  /* A name alone stands for a record that has only a name. */
  function asRecord(value, key) {
    if (typeof value !== "string") { return value || {}; }
    var record = {};
    record[key] = value;
    return record;
  }

  /* Opens the form of an element as the files state it now. */
  function open(where) {
    var was = where.id === null ? Promise.resolve(null)
      : ask(api + "/elements/" + where.collection.key + "/" + encodeURIComponent(where.id));
    return was.then(function (value) { begin(where, value); });
  }

  /* Shows a form; `typed` is what it shows in the place of what the files state. The keyboard goes where the
     path of the place leads, or to the element that it names, or to the heading. */
  function begin(where, was, typed) {
    var shape = format.shapes[where.collection.shape], key = nameKey(shape), element = byID("element");
    var form = {
      shapes: format.shapes, usual: usual, choices: choices, wayToAdd: wayToAdd, refreshers: [],
      changed: changed
    };
    var shown = typed || (was === null ? undefined : asRecord(was, key));
    byID("list").hidden = true;
    byID("work").hidden = false;
    work = {
      where: where, was: was, form: form, nameKey: key, isNew: where.id === null, id: null, told: [],
      body: fingerpostFields.record(shape, shown, form, usual[shape.name] || []), hash: location.hash,
      conflict: undefined, isSaving: false
    };
    Object.keys(where.said).forEach(function (name) { set(name, where.said[name]); });
    element.replaceChildren();
    if (work.isNew && where.collection.isKeyed) { element.append(idField()); }
    element.append(work.body.element, deeds());
    title(work.isNew ? "Add " + fingerpostFields.article(where.collection.noun) : nameOf(where));
    fillViews(where.collection.key);
    showPage();
    showUndo();
    element.toggleAttribute("data-dirty", changes().length > 0);
    look();
    var focused = where.path.length ? work.body.at(where.path) : byID(where.focus || "");
    (focused || byID("heading")).focus();
  }

  /* The page on which people see the element. */
  function showPage() {
    var box = byID("to-page"), where = work && work.where;
    box.replaceChildren();
    if (!where || work.isNew) { return; }
    var page = { services: "service-" + where.id + ".html", boards: "boards.html" }[where.collection.key];
    if (page) { box.append(make("a", { href: page }, ["See its page"])); }
  }

  /* Puts a value that an address gives into a field of one value. */
  function set(key, value) {
    var field = work.body.at([key]);
    var input = field && field.element && field.element.querySelector("input, select, textarea");
    if (input && typeof value === "string") { input.value = value; }
  }

  /* The id of something new, which its name proposes. */
  function idField() {
    var input = make("input", {
      type: "text", id: "new-id", autocomplete: "off", spellcheck: "false", "aria-required": "true",
      "aria-describedby": "new-id-hint new-id-wrong"
    });
    var wrong = make("p", { "class": "wrong", id: "new-id-wrong", hidden: "" }), isOwn = false;
    input.addEventListener("input", function () { isOwn = true; });
    work.id = {
      value: function () { return input.value.trim(); },
      focus: function () { input.focus(); },
      set: function (id) { input.value = id; isOwn = true; },
      tell: function (message) {
        wrong.textContent = message || "";
        wrong.hidden = !message;
        if (message) { input.setAttribute("aria-invalid", "true"); }
        else { input.removeAttribute("aria-invalid"); }
      },
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
      ]), wrong, input
    ]);
  }

  function deeds() {
    var box = make("div", { "class": "deeds" });
    function button(id, label, act) {
      var made = make("button", { type: "button", id: id }, [label]);
      made.addEventListener("click", act);
      box.append(made);
    }
    box.append(make("button", { type: "submit", "class": "main", id: "save" }, ["Save"]));
    button("discard", "Discard what I typed", function () {
      if (changes().length && !window.confirm("Discard what you have typed?")) { return; }
      begin(Object.assign({}, work.where, { path: [], focus: "discard" }), work.was);
    });
    if (!work.isNew && work.where.collection.key !== "map") {
      button("delete", "Take this out of the map", takeOut);
    }
    if (summary.isInGit) { box.append.apply(box, commitFields()); }
    return box;
  }

  function commitFields() {
    var isCommit = sessionStorage.getItem(commitKey) === "yes";
    var check = make("input", { type: "checkbox", id: "commit" });
    check.checked = isCommit;
    var words = make("div", { "class": "field" }, [
      make("label", { "for": "commit-message" }, ["What the commit says"]),
      make("input", { type: "text", id: "commit-message", autocomplete: "off" })
    ]);
    words.hidden = !isCommit;
    check.addEventListener("change", function () {
      sessionStorage.setItem(commitKey, check.checked ? "yes" : "no");
      words.hidden = !check.checked;
    });
    return [
      make("p", { "class": "choice" }, [
        check, make("label", { "for": "commit" }, ["Make a git commit of it"])
      ]), words
    ];
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

  function tell(field, message) {
    field.tell(message);
    work.told.push(field);
  }

  function untell() {
    work.told.forEach(function (field) { field.tell(null); });
    work.told = [];
  }

  function clearOutcome() {
    byID("findings").replaceChildren();
    byID("coverage").replaceChildren();
  }

  /* Whether all is said that has to be; what is not is told at its field when somebody saves. */
  function isComplete(isSaving) {
    var value = work.body.value() || {}, shape = format.shapes[work.where.collection.shape];
    var lacking = shape.fields.filter(function (fact) {
      return fact.required && value[fact.key] === undefined;
    });
    var problem = work.id ? problemOfID(work.id.value()) : null;
    if (!lacking.length && !problem) { return true; }
    if (problem && (isSaving || work.id.value())) { tell(work.id, problem); }
    if (isSaving) {
      lacking.forEach(function (fact) { tell(work.body.at([fact.key]), "This has to be said."); });
      (lacking.length ? work.body.at([lacking[0].key]) : work.id).focus();
    }
    status(lacking.length ? "Still to be said: " + lacking.map(function (fact) {
      return "“" + fact.label + "”";
    }).join(", ") + "." : "Another id is needed.");
    clearOutcome();
    return false;
  }

  function problemOfID(id) {
    if (!id) { return "This has to be said."; }
    if (!idPattern.test(id)) {
      return "An id has lower case letters, digits and hyphens, such as “" + (slug(id) || "family-hub") + "”.";
    }
    var own = work.where.collection.key, taken = null;
    (nodes.includes(own) ? nodes : [own]).forEach(function (key) {
      taken = taken || (elements[key] || []).find(function (item) { return item.id === id; });
    });
    return taken ? "“" + taken.name + "” has the id “" + id + "” already; write another." : null;
  }

  function about() {
    var where = work.where;
    return {
      collection: where.collection.key, id: work.isNew ? (work.id ? work.id.value() : "") : where.id
    };
  }

  /* Asks what would follow, and draws it; an answer to what was typed before is dropped. */
  function look() {
    clearTimeout(timer);
    if (asking) { asking.abort(); }
    if (!work || work.isSaving) { return; }
    asking = new AbortController();
    var signal = asking.signal, here = work;
    untell();
    if (!isComplete(false)) { return; }
    var asked = changes();
    ask(api + "/changes", { changes: asked, about: about() }, signal).then(function (outcome) {
      if (here !== work) { return; }
      unconflict();
      status(asked.length ? "If you save: " + outcome.summary + "." : "Nothing is changed yet.");
      show(outcome);
      draw(signal);
    }, function (error) { if (here === work) { cannot(error, false); } });
  }

  function show(outcome) {
    var findings = byID("findings"), coverage = byID("coverage");
    var shape = format.shapes[work.where.collection.shape];
    findings.replaceChildren.apply(findings, fingerpostOutcome.findings(outcome.findings).concat(
      fingerpostOutcome.questions(outcome, shape, function (key) { work.body.at([key]).focus(); })));
    coverage.replaceChildren.apply(coverage, fingerpostOutcome.coverage(
      outcome.coverage, outcome.coverageBefore, outcome.families));
  }

  /* Says why a change cannot be made, beside the fields that it is about. */
  function cannot(error, isSaving) {
    if (error.name === "AbortError") { return; }
    if (error.status === 409 && error.body.isConflict) { return conflict(error.body, isSaving); }
    if (error.status !== 422) {
      status(told(error));
      if (isSaving) {
        notice(told(error));
        byID("save").focus();
      }
      return;
    }
    var fields = error.body.fields || [];
    if (isSaving && !fields.length) { notice(told(error)); }
    fields.forEach(function (problem) {
      var field = problem.path.length ? work.body.at(problem.path) : null;
      if (field) { tell(field, problem.message); }
    });
    var count = work.told.length;
    clearOutcome();
    status("This cannot be saved yet." + (count
      ? " " + (count === 1 ? "One field needs" : count + " fields need") + " another look." : ""));
    var messages = fields.length ? fields.map(function (problem) { return problem.message; })
      : error.body.problems || [error.body.message];
    byID("findings").append(make("ul", {}, messages.map(function (text) {
      return make("li", {}, [plain(text)]);
    })));
    if (isSaving) { (work.told[0] || byID("save")).focus(); }
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
    if (!work || work.isSaving) { return; }
    if (work.id) { work.id.propose(); }
    untell();
    if (!isComplete(true)) { return; }
    var asked = changes();
    if (!asked.length) { status("Nothing is changed yet."); return; }
    write(asked, work.isNew ? "Added" : "Changed");
  }

  function takeOut() {
    var here = work, name = nameOf(work.where), asked = [{
      collection: work.where.collection.key, id: work.where.id, was: work.was, edits: [{ path: [] }]
    }];
    ask(api + "/changes", { changes: asked }).then(function (outcome) {
      if (here !== work) { return; }
      var hasStatus = format.shapes[here.where.collection.shape].fields.some(function (fact) {
        return fact.key === "status";
      });
      var text = "Take “" + name + "” out of the map?\n\nWhat would follow: " + outcome.summary + "."
        + consequences(outcome).map(function (line) { return "\n- " + plain(line); }).join("") + "\n\n"
        + (hasStatus
          ? "If it only closes, say so under “Status” instead: then the map still shows what it was. " : "")
        + "You can undo this afterwards.";
      if (window.confirm(text)) { write(asked, "Took out"); } else { byID("delete").focus(); }
    }, function (error) { cannot(error, true); });
  }

  /* The families first, then what would be wrong, each once. */
  function consequences(outcome) {
    var counts = new Map();
    outcome.findings.filter(function (finding) { return finding.isNew; }).forEach(function (finding) {
      counts.set(finding.message, (counts.get(finding.message) || 0) + 1);
    });
    var lines = outcome.families.slice();
    counts.forEach(function (count, message) {
      lines.push(count > 1 ? message + " (" + count + " times)" : message);
    });
    return lines.length > mostConsequences ? lines.slice(0, mostConsequences)
      .concat(["and " + (lines.length - mostConsequences) + " more"]) : lines;
  }

  /* What is changed, for people: the element by its name, and which facts of it. */
  function label(deed, asked) {
    var where = work.where, body = work.body, value = body.value() || {}, name = value[work.nameKey];
    if (!work.isNew) { name = nameOf(where); }
    else if (value.from && value.to) {
      name = body.shown("from") + " → " + body.shown("to") + ": " + body.shown("kind").toLowerCase();
    }
    var text = deed + " " + where.collection.noun + " “" + (name || about().id) + "”";
    if (deed !== "Changed") { return text; }
    var keys = asked[0].edits.map(function (edit) { return edit.path[0]; });
    var facts = format.shapes[where.collection.shape].fields
      .filter(function (fact) { return keys.includes(fact.key); })
      .map(function (fact) { return fact.label.toLowerCase(); });
    return facts.length ? text + " (" + facts.join(", ") + ")" : text;
  }

  function write(asked, deed) {
    var where = work.where, here = work, text = label(deed, asked), form = byID("element");
    var body = { changes: asked, write: true };
    if (byID("commit") && byID("commit").checked) {
      body.commit = byID("commit-message").value.trim() || text;
    }
    clearTimeout(timer);
    if (asking) { asking.abort(); }
    /* Nothing can be typed that the answer would not know of. */
    here.isSaving = true;
    form.inert = true;
    notice("");
    say("");
    status("Saving…");
    ask(api + "/changes", body).then(function (outcome) {
      pushUndo({ token: outcome.undo, label: text, isCommit: !!outcome.commit });
      form.removeAttribute("data-dirty");
      var id = outcome.ids[0];
      return refresh().then(function () {
        if (id === undefined || id === null) { return leave(); }
        history.replaceState(null, "", address(where.collection.key, id));
        return open({ collection: where.collection, id: id, said: {}, path: [], focus: "save" });
      }).then(function () {
        form.inert = false;
        if (work) { byID("save").focus(); }
        say(text + ". " + capital(outcome.summary) + "." + commitWords(outcome));
      });
    }).catch(function (error) {
      here.isSaving = false;
      form.inert = false;
      if (here === work) { cannot(error, true); } else { notice(told(error)); }
    });
  }

  function commitWords(outcome) {
    if (outcome.commit) { return " Commit " + outcome.commit + "."; }
    return outcome.commitProblem ? " It is saved, but no commit was made: " + outcome.commitProblem : "";
  }

  /* MARK: Undo */

  function undos() {
    try { return JSON.parse(sessionStorage.getItem(undoKey) || "[]"); } catch (error) { return []; }
  }

  function keepUndos(all) { sessionStorage.setItem(undoKey, JSON.stringify(all.slice(-50))); }

  function pushUndo(undo) { keepUndos(undos().concat([undo])); }

  function say(text) {
    byID("saved").replaceChildren(make("p", {}, [text]));
    byID("saved").hidden = !text;
    showUndo();
  }

  function showUndo() {
    var last = undos().pop(), box = byID("undo-place");
    box.replaceChildren();
    if (!last) { return; }
    var button = make("button", { type: "button", id: "undo" }, ["Undo: " + last.label]);
    button.addEventListener("click", undo);
    box.append(button);
  }

  function undo() {
    var all = undos(), last = all.pop();
    if (work && changes().length
      && !window.confirm("Discard what you have typed, and undo the last save?")) { return; }
    var body = { undo: last.token };
    if (last.isCommit) { body.commit = "Undo: " + last.label; }
    if (work) { work.isSaving = true; }
    ask(api + "/undo", body).then(function (outcome) {
      keepUndos(all);
      byID("element").removeAttribute("data-dirty");
      return refresh().then(function () {
        var where = place();
        var isThere = where && where.id !== null && (where.collection.key === "map"
          || (elements[where.collection.key] || []).some(function (item) { return item.id === where.id; }));
        return where && !isThere ? leave() : route();
      }).then(function () {
        say("Undone: " + last.label + "." + commitWords(outcome));
        (byID("undo") || byID("heading")).focus();
      });
    }).catch(function (error) {
      if (work) { work.isSaving = false; }
      /* What the server does not know any more, or others have written over, can never be undone, nor can
         what was saved before it. */
      if (error.status === 404 || error.status === 410) {
        keepUndos([]);
        showUndo();
        byID("heading").focus();
      }
      notice(told(error));
    });
  }

  /* MARK: Conflicts */

  function unconflict() {
    var old = byID("conflict");
    if (old) { old.remove(); }
    work.conflict = undefined;
  }

  /* Somebody else has changed the element: what it said, what it says now and what is typed here, and the
     two ways on. It is told once, and takes the keyboard only when somebody saves. */
  function conflict(body, isSaving) {
    var now = body.now === undefined ? null : body.now;
    status("Nothing is saved: somebody else has changed this.");
    if (work.conflict === undefined || !same(work.conflict, now)) {
      unconflict();
      work.conflict = now;
      var box = make("section", { id: "conflict", "class": "conflict", role: "alert", tabindex: "-1" }, [
        make("h2", {}, ["Somebody else has changed this"]),
        make("p", {}, [now === null ? plain(body.message)
          : "“" + nameOf(work.where) + "” is not as it was when you looked. Nothing is saved yet."])
      ]);
      if (now === null || work.isNew) { offerAgain(box); } else { offerBoth(box, now); }
      byID("element").prepend(box);
    }
    if (isSaving) { byID("conflict").focus(); }
  }

  function deed(label, act) {
    var button = make("button", { type: "button" }, [label]);
    button.addEventListener("click", act);
    return button;
  }

  function offerAgain(box) {
    var here = work;
    box.append(make("p", {}, ["What you have typed stays here."]));
    if (here.isNew) { return; }
    box.append(deed("Add it again with what I typed", function () {
      begin({ collection: here.where.collection, id: null, said: {}, path: [] }, null, here.body.value());
      if (work.id) { work.id.set(here.where.id); }
      look();
    }), deed("Leave it out", leave));
  }

  function offerBoth(box, now) {
    var here = work, shape = format.shapes[here.where.collection.shape];
    var was = asRecord(here.was, here.nameKey), theirs = asRecord(now, here.nameKey);
    var typed = here.body.value() || {}, where = Object.assign({}, here.where, { path: [] });
    var facts = shape.fields.filter(function (fact) {
      return !same(was[fact.key], theirs[fact.key]) || !same(was[fact.key], typed[fact.key]);
    });
    box.append(fingerpostOutcome.comparison(facts, was, theirs, typed, nameOfID),
      deed("Put my changes on top of theirs", function () {
        /* Not what was typed when the conflict was first told, but what is now. */
        begin(where, now, fingerpostFields.merged(was, theirs, here.body.value() || {}));
      }), deed("Take theirs, and drop what I typed", function () { begin(where, now); }));
  }

  /* MARK: What changes elsewhere */

  function refresh() {
    return Promise.all([ask(api + "/elements"), ask(api)]).then(function (answers) {
      elements = answers[0];
      summary = answers[1];
      byID("map-title").textContent = summary.title || map;
      if (work) { work.form.refreshers.forEach(function (refill) { refill(); }); }
    }, function (error) {
      error.isOfMap = true;
      throw error;
    });
  }

  /* Takes in what others have changed; nothing that is typed is touched. */
  function take(change) {
    if (change.map && change.map !== map || work && work.isSaving) { return; }
    var isFirst = !elements;
    notice(change.problem && "The map’s file cannot be read now. What you have typed is still here. "
      + plain(change.problem));
    if (change.problem) { return; }
    refresh().then(function () {
      var here = work;
      if (isFirst) { return route(); }
      if (!here) { return showList(); }
      if (here.isNew || here.isSaving) { return look(); }
      return ask(api + "/elements/" + here.where.collection.key + "/" + encodeURIComponent(here.where.id))
        .then(function (now) {
          if (here !== work || here.isSaving) { return; }
          if (same(now, here.was) || changes().length) { return look(); }
          begin(Object.assign({}, here.where, { path: [] }), now);
          say("Somebody else has changed this; the form shows what it says now.");
        }, look);
    }).catch(function (error) { notice(told(error)); });
  }

  function listen() {
    var source = new EventSource("/events"), isLost = false;
    source.addEventListener("message", function (event) { take(JSON.parse(event.data)); });
    source.addEventListener("open", function () {
      if (isLost) { take({}); }
      isLost = false;
    });
    source.addEventListener("error", function () {
      isLost = true;
      notice("The server does not answer. What you have typed is still here; start the server again to save it.");
    });
  }

  /* MARK: Beginning */

  function route() {
    var where = place();
    notice(!where && location.hash.length > 1
      ? "This address leads to nothing that can be changed; choose from the list." : "");
    showUndo();
    if (!where) { return Promise.resolve(showList()); }
    return open(where).catch(function (error) {
      showList();
      notice(told(error));
      byID("heading").focus();
    });
  }

  /* To the list of what there is, without asking about what was typed. */
  function leave() {
    byID("element").removeAttribute("data-dirty");
    history.replaceState(null, "", "#");
    return route().then(function () { byID("heading").focus(); });
  }

  byID("element").addEventListener("submit", save);
  byID("element").addEventListener("input", changed);
  byID("element").addEventListener("change", changed);
  byID("view").addEventListener("change", function () { if (work) { look(); } });
  window.addEventListener("hashchange", function () {
    if (work && changes().length && !window.confirm("Discard what you have typed?")) {
      history.replaceState(null, "", work.hash);
      return;
    }
    byID("element").removeAttribute("data-dirty");
    say("");
    route();
  });
  window.addEventListener("beforeunload", function (event) {
    if (work && changes().length) { event.preventDefault(); }
  });

  ask("/api/format").then(function (value) {
    format = value;
    listen();
    return refresh().then(route);
  }).catch(function (error) { notice(told(error)); });
})();
