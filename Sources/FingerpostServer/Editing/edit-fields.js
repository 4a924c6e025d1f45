/* The fields of forms, made from the format of map files: what they show, what they would state, and
   which edits of the file lead there. Texts of maps are only ever set as text. */
"use strict";

var fingerpostFields = (function () {
  var make = fingerpost.make;
  var count = 0;
  var longTexts = [
    "description", "summary", "note", "difference", "package", "history", "definition", "reason",
    "eligibility", "discharge", "expectations"
  ];
  /* So many choices are all in sight at once. */
  var mostInSight = 12;

  function newID() { count += 1; return "fact-" + count; }
  function isRecord(value) { return value !== null && typeof value === "object" && !Array.isArray(value); }
  function same(a, b) {
    if (Array.isArray(a)) {
      return Array.isArray(b) && a.length === b.length
        && a.every(function (item, place) { return same(item, b[place]); });
    }
    if (isRecord(a)) {
      return isRecord(b) && Object.keys(a).length === Object.keys(b).length
        && Object.keys(a).every(function (key) { return same(a[key], b[key]); });
    }
    return a === b;
  }

  /* MARK: Edits */

  /* The edits that lead from what is stated to something else, each as deep as it can be, so that
     whatever else the file says round it stays. */
  function difference(path, was, now) {
    if (same(was, now)) { return []; }
    if (isRecord(was) && isRecord(now)) {
      return Object.keys(was).concat(Object.keys(now).filter(function (key) { return !(key in was); }))
        .flatMap(function (key) { return difference(path.concat([key]), was[key], now[key]); });
    }
    var edits = Array.isArray(was) && Array.isArray(now) && was.length && now.length
      ? listDifference(path, was, now) : null;
    return edits || [now === undefined ? { path: path } : { path: path, value: now }];
  }

  /* How much of two records is alike, from 0 to 1; values that are no records are alike or not. */
  function likeness(a, b) {
    if (same(a, b)) { return 1; }
    if (!isRecord(a) || !isRecord(b)) { return 0; }
    var keys = Object.keys(Object.assign({}, a, b));
    var alike = keys.filter(function (key) { return same(a[key], b[key]); }).length;
    return 0.99 * alike / keys.length;
  }

  /* Where each item of a list is in a later one, `null` for those that are gone. The form knows that of its
     own lists (`origins`); of other lists it is what is most alike, in the same order. */
  function places(was, now) {
    var found = was.map(function () { return null; });
    if (now.origins) {
      now.origins.forEach(function (origin, place) { if (origin !== null) { found[origin] = place; } });
      return found;
    }
    var best = was.concat([null]).map(function () { return new Array(now.length + 1).fill(0); });
    for (var a = was.length - 1; a >= 0; a -= 1) {
      for (var b = now.length - 1; b >= 0; b -= 1) {
        var alike = likeness(was[a], now[b]);
        best[a][b] = Math.max(best[a + 1][b], best[a][b + 1],
          alike > 0.25 ? alike + best[a + 1][b + 1] : 0);
      }
    }
    for (var i = 0, j = 0; i < was.length && j < now.length;) {
      if (best[i][j] === best[i + 1][j]) { i += 1; }
      else if (best[i][j] === best[i][j + 1]) { j += 1; }
      else { found[i] = j; i += 1; j += 1; }
    }
    return found;
  }

  /* The edits of a list whose items are changed, gone, or new at its end; `null` for any other change. */
  function listDifference(path, was, now) {
    var found = places(was, now), kept = found.filter(function (place) { return place !== null; });
    var isInOrder = kept.every(function (place, index) { return place === index; });
    if (!kept.length || !isInOrder) { return null; }
    var edits = [];
    found.forEach(function (place, index) {
      if (place !== null) { edits = edits.concat(difference(path.concat([index]), was[index], now[place])); }
    });
    for (var index = was.length - 1; index >= 0; index -= 1) {
      if (found[index] === null) { edits.push({ path: path.concat([index]) }); }
    }
    return edits.concat(now.slice(kept.length).map(function (item, more) {
      return { path: path.concat([kept.length + more]), value: item };
    }));
  }

  /* What comes of two changes of the same thing: theirs, with mine on top of it. */
  function merged(was, theirs, mine) {
    if (same(was, mine) || same(theirs, mine)) { return theirs; }
    if (same(was, theirs)) { return mine; }
    if (isRecord(theirs) && isRecord(mine)) {
      var both = {}, old = isRecord(was) ? was : {};
      Object.keys(theirs).concat(Object.keys(mine)).forEach(function (key) {
        var value = merged(old[key], theirs[key], mine[key]);
        if (value !== undefined) { both[key] = value; }
      });
      return both;
    }
    return Array.isArray(was) && Array.isArray(theirs) && Array.isArray(mine)
      ? mergedList(was, theirs, mine) : mine;
  }

  /* Their list with what I changed in it, took out of it and added to it; an item that they changed and I took
     out stays, and so does one that I changed and they took out. */
  function mergedList(was, theirs, mine) {
    var inTheirs = places(was, theirs), inMine = places(was, mine);
    var list = theirs.slice(), origins = theirs.map(function (item, place) { return place; }), gone = [];
    var added = mine.filter(function (item, place) { return !inMine.includes(place); });
    was.forEach(function (item, place) {
      var at = inTheirs[place], own = inMine[place];
      if (at === null) {
        if (own !== null && !same(item, mine[own])) { added.unshift(mine[own]); }
      } else if (own === null) {
        if (same(item, theirs[at])) { gone.push(at); }
      } else {
        list[at] = merged(item, theirs[at], mine[own]);
      }
    });
    function stays(item, place) { return !gone.includes(place); }
    var isNew = added.filter(function (item) {
      return !theirs.some(function (other) { return same(other, item); });
    });
    var both = list.filter(stays).concat(isNew);
    both.origins = origins.filter(stays).concat(isNew.map(function () { return null; }));
    return both;
  }

  /* MARK: One value */

  function option(value, label, isChosen) {
    var made = make("option", { value: value }, [label]);
    made.selected = isChosen;
    return made;
  }

  /* Fills a list to choose from; what the file says stays in it, whether it is a choice or not. */
  function fill(select, groups, chosen, isRequired) {
    select.replaceChildren();
    select.append(option("", isRequired ? "Choose…" : "Not said", !chosen));
    var isKnown = !chosen;
    groups.forEach(function (group) {
      var target = group.label && groups.length > 1
        ? make("optgroup", { label: group.label }) : select;
      group.items.forEach(function (item) {
        isKnown = isKnown || item[0] === chosen;
        target.append(option(item[0], item[1], item[0] === chosen));
      });
      if (target !== select && target.children.length) { select.append(target); }
    });
    if (!isKnown) { select.append(option(chosen, chosen, true)); }
  }

  function groups(type, form) {
    if (type.takes === "word") { return [{ items: type.words }]; }
    if (type.takes === "yes-no") { return [{ items: [["yes", "Yes"], ["no", "No"]] }]; }
    return type.takes === "reference" ? form.choices(type.of) : null;
  }

  /* An input for one value. */
  function control(type, was, form, isRequired, key) {
    var text = typeof was === "string" ? was : "";
    var choices = groups(type, form), input;
    if (choices) {
      input = make("select", {});
      fill(input, choices, text, isRequired);
      if (type.takes === "reference") {
        form.refreshers.push(function () {
          fill(input, form.choices(type.of), input.value, isRequired);
        });
      }
    } else {
      var isLong = type.takes === "text"
        && (text.length > 60 || text.includes("\n") || longTexts.includes(key));
      input = make(isLong ? "textarea" : "input", isLong ? { rows: "3" } : {
        type: "text", autocomplete: "off", spellcheck: type.takes === "text" ? "true" : "false"
      });
      if (type.takes === "number") { input.setAttribute("inputmode", "numeric"); }
      input.value = text;
    }
    if (isRequired) { input.setAttribute("aria-required", "true"); }
    return {
      element: input,
      /* What was not touched stays as it is, whatever white space it has. */
      value: function () {
        return input.value === text.replace(/\r\n?/g, "\n") && text ? text : input.value.trim() || undefined;
      }
    };
  }

  /* What is quoted in messages as in program text, as it is quoted elsewhere. */
  function plain(text) { return text.replace(/`([^`]*)`/g, "“$1”"); }

  /* What to write, for people who have not seen the field before. */
  function hint(text, type) {
    var single = type, summary = plain(text);
    while (single.takes === "list" || single.takes === "or-none") { single = single.of; }
    if (single.takes === "form") {
      return summary + " Write it like " + single.examples.slice(0, 3).map(function (example) {
        return "“" + example + "”";
      }).join(" or ") + ".";
    }
    return single.takes === "number"
      ? summary + " A whole number from " + single.from + " to " + single.to + "." : summary;
  }

  /* MARK: What stands round a value */

  /* A label or legend, a hint, what is wrong, and the way to say nothing. */
  function frame(fact, form, isGroup, remove) {
    var id = newID();
    var wrong = make("p", { "class": "wrong", id: id + "-wrong", hidden: "" });
    var note = make("p", { "class": "hint", id: id + "-hint" }, [hint(fact.summary, fact.value)]);
    var name = isGroup
      ? make("legend", {}, [fact.label]) : make("label", { "for": id }, [fact.label]);
    if (fact.required) { name.append(" (needed)"); }
    var element = make(isGroup ? "fieldset" : "div", { "class": "fact" }, []);
    if (isGroup) {
      element.setAttribute("tabindex", "-1");
      element.setAttribute("aria-describedby", id + "-hint " + id + "-wrong");
    }
    var head = make("div", { "class": "head" }, [note]);
    /* One value is taken back by leaving its field empty. */
    if (remove && isGroup) {
      var button = make("button", {
        type: "button", "class": "small", "aria-label": remove.label
      }, [remove.sign]);
      button.addEventListener("click", remove.act);
      head.append(button);
    }
    element.append(name, head);
    var more = form.wayToAdd(fact.value);
    if (more) { element.append(more); }
    element.append(wrong);
    return {
      id: id, element: element,
      takes: function (input) {
        input.id = id;
        input.setAttribute("aria-describedby", id + "-hint " + id + "-wrong");
        element.append(input);
      },
      tell: function (message) {
        wrong.textContent = plain(message || "");
        wrong.hidden = !message;
        element.classList.toggle("is-wrong", !!message);
        if (isGroup) { return; }
        var input = element.querySelector("#" + id);
        if (message) { input.setAttribute("aria-invalid", "true"); }
        else { input.removeAttribute("aria-invalid"); }
      }
    };
  }

  /* The box that says that there is none, which is not the same as saying nothing. */
  function noneBox(isNone, apply) {
    var id = newID(), box = make("input", { type: "checkbox", id: id });
    box.checked = isNone;
    box.addEventListener("change", apply);
    return {
      element: make("p", { "class": "none" }, [
        box, make("label", { "for": id }, ["None, and that is known"])
      ]),
      isNone: function () { return box.checked; },
      focus: function () { box.focus(); }
    };
  }

  function one(fact, was, form, remove) {
    var around = frame(fact, form, false, remove);
    var made = control(fact.value, was, form, fact.required, fact.key);
    around.takes(made.element);
    return {
      element: around.element, value: made.value, tell: around.tell,
      at: function () { return this; },
      focus: function () { made.element.focus(); }
    };
  }

  /* A value, or that there is none. */
  function orNone(fact, was, form, remove) {
    var wasNone = was === "none";
    var inner = field(Object.assign({}, fact, { value: fact.value.of }), wasNone ? undefined : was,
      form, remove);
    var none = noneBox(wasNone, apply);
    inner.element.append(none.element);
    function apply() {
      inner.element.querySelectorAll("input, select, textarea, button").forEach(function (input) {
        if (!none.element.contains(input) && !input.closest(".head")) {
          input.disabled = none.isNone();
        }
      });
    }
    apply();
    return {
      element: inner.element, tell: inner.tell,
      value: function () { return none.isNone() ? "none" : inner.value(); },
      at: function (path) { return inner.at(path); },
      focus: function () { if (none.isNone()) { none.focus(); } else { inner.focus(); } }
    };
  }

  /* MARK: Lists */

  /* What lists have in common, whatever their items look like. */
  function listOf(around, was, values, none, find, focus) {
    return {
      element: around.element, tell: around.tell,
      value: function () {
        if (none.isNone()) { return Array.isArray(was) && !was.length ? was : "none"; }
        var now = values();
        if (!now.length) { return undefined; }
        if (!Array.isArray(was)) { delete now.origins; }
        return now.length === 1 && typeof now[0] === "string" && typeof was === "string" && was !== "none"
          ? now[0] : now;
      },
      at: function (path) {
        var found = path.length ? find(path) : null;
        return found || this;
      },
      focus: function () { if (none.isNone()) { none.focus(); } else { focus(); } }
    };
  }

  function stated(was) {
    return Array.isArray(was) ? was : was === undefined || was === "none" ? [] : [was];
  }

  /* Where an item of a list stands in the file, which is not where the form shows it after a merge. */
  function originOf(was, place) { return was && was.origins ? was.origins[place] : place; }

  /* The values of a list, with where each stands in the file. */
  function listed(items) {
    var values = items.map(function (item) { return item.value; });
    values.origins = items.map(function (item) { return item.origin; });
    return values;
  }

  function isStatedNone(was) { return was === "none" || Array.isArray(was) && !was.length; }

  /* Choices that are all in sight. */
  function checks(fact, was, form, remove) {
    var around = frame(fact, form, true, remove), type = fact.value.of;
    var none = noneBox(isStatedNone(was), apply), before = stated(was), boxes = [];
    var list = make("div", { "class": "choices" });
    var known = groups(type, form).flatMap(function (group) { return group.items; });
    before.forEach(function (value) {
      if (!known.some(function (item) { return item[0] === value; })) { known.push([value, value]); }
    });
    known.forEach(function (item) {
      var id = newID(), box = make("input", { type: "checkbox", id: id, value: item[0] });
      box.checked = before.includes(item[0]);
      boxes.push(box);
      list.append(make("p", { "class": "choice" }, [box, make("label", { "for": id }, [item[1]])]));
    });
    function apply() { boxes.forEach(function (box) { box.disabled = none.isNone(); }); }
    around.element.append(list, none.element);
    apply();
    return listOf(around, was, function () {
      var chosen = boxes.filter(function (box) { return box.checked; })
        .map(function (box) { return box.value; });
      return listed(before.filter(function (value) { return chosen.includes(value); })
        .concat(chosen.filter(function (value) { return !before.includes(value); }))
        .map(function (value) {
          var place = before.indexOf(value);
          return { value: value, origin: place < 0 ? null : originOf(was, place) };
        }));
    }, none, function () { return null; }, function () {
      (boxes[0] || around.element).focus();
    });
  }

  /* Values one below another. */
  function rows(fact, was, form, remove) {
    var around = frame(fact, form, true, remove), type = fact.value.of;
    var none = noneBox(isStatedNone(was), apply), before = stated(was), made = [];
    var list = make("div", {});
    var more = make("button", { type: "button", "class": "small" }, ["Add another to “" + fact.label + "”"]);
    function row(value, origin) {
      var input = control(type, value, form, false, fact.key);
      var drop = make("button", { type: "button", "class": "small" }, ["Take out"]);
      var entry = {
        control: input, origin: origin,
        element: make("div", { "class": "row" }, [input.element, drop])
      };
      drop.addEventListener("click", function () {
        made.splice(made.indexOf(entry), 1);
        entry.element.remove();
        number();
        more.focus();
        form.changed();
      });
      made.push(entry);
      list.append(entry.element);
      number();
      return entry;
    }
    function number() {
      made.forEach(function (entry, place) {
        var name = fact.label + " " + (place + 1);
        entry.control.element.setAttribute("aria-label", name);
        entry.element.querySelector("button").setAttribute("aria-label", "Take out " + name);
      });
    }
    function apply() {
      around.element.querySelectorAll(".row *, .add").forEach(function (input) {
        input.disabled = none.isNone();
      });
    }
    more.classList.add("add");
    more.addEventListener("click", function () { row(undefined, null).control.element.focus(); });
    before.forEach(function (value, place) { row(value, originOf(was, place)); });
    if (!before.length) { row(undefined, null); }
    around.element.append(list, more, none.element);
    apply();
    return listOf(around, was, function () {
      return listed(made.map(function (entry) {
        return { value: entry.control.value(), origin: entry.origin };
      }).filter(function (item) { return item.value !== undefined; }));
    }, none, function () { return null; }, function () {
      (made[0] ? made[0].control.element : more).focus();
    });
  }

  /* Records one below another, such as the seats of a board. */
  function records(fact, was, form, remove) {
    var around = frame(fact, form, true, remove), shape = form.shapes[fact.value.shape];
    var none = noneBox(isStatedNone(was), apply), before = stated(was), made = [];
    var list = make("div", {}), noun = fact.value.shape;
    var more = make("button", { type: "button", "class": "small add" }, ["Add " + article(noun)]);
    function add(value, origin) {
      var entry = { origin: origin };
      entry.record = recordBody(
        shape, isRecord(value) ? value : undefined, form, form.usual[shape.name]);
      var summary = make("summary", {}), drop =
        make("button", { type: "button", "class": "small" }, ["Take out"]);
      var wrong = make("p", { "class": "wrong", hidden: "" });
      var group = make("div", { role: "group" }, [wrong, entry.record.element, drop]);
      entry.element = make("details", { "class": "item" }, [summary, group]);
      entry.element.open = value === undefined;
      entry.tell = function (message) {
        wrong.textContent = plain(message || "");
        wrong.hidden = !message;
      };
      entry.name = function (place) {
        var title = noun.charAt(0).toUpperCase() + noun.slice(1) + " " + (place + 1);
        var said = entry.record.title();
        summary.textContent = said ? title + ": " + said : title;
        group.setAttribute("aria-label", summary.textContent);
        drop.setAttribute("aria-label", "Take out " + summary.textContent);
      };
      drop.addEventListener("click", function () {
        made.splice(made.indexOf(entry), 1);
        entry.element.remove();
        number();
        more.focus();
        form.changed();
      });
      entry.element.addEventListener("change", number);
      made.push(entry);
      list.append(entry.element);
      number();
      return entry;
    }
    function number() { made.forEach(function (entry, place) { entry.name(place); }); }
    function apply() { list.hidden = more.hidden = none.isNone(); }
    more.addEventListener("click", function () {
      add(undefined, null).record.focus();
      form.changed();
    });
    before.forEach(function (value, place) { add(value, originOf(was, place)); });
    around.element.append(list, more, none.element);
    apply();
    return listOf(around, was, function () {
      return listed(made.map(function (entry) {
        return { value: entry.record.value() || {}, origin: entry.origin };
      }));
    }, none, function (path) {
      var entry = made[path[0]];
      if (!entry) { return null; }
      entry.element.open = true;
      var inner = path.length > 1 ? entry.record.at(path.slice(1)) : null;
      return inner || { tell: entry.tell, focus: entry.record.focus };
    }, function () {
      (made.length ? made[0].element.querySelector("summary") : more).focus();
    });
  }

  /* MARK: Records */

  function article(noun) { return (/^[aeiou]/.test(noun) ? "an " : "a ") + noun; }

  /* So many facts that are not usual stay in sight. */
  var mostUnusual = 6;

  /* What the fields of a record show: those that are needed, usual or stated, and a list of the others. */
  function recordBody(shape, was, form, usual) {
    var fields = Object.create(null), element = make("div", {}), list = make("div", {});
    var unusual = usual ? shape.fields.filter(function (fact) {
      return !fact.required && was && was[fact.key] !== undefined && !usual.includes(fact.key);
    }).map(function (fact) { return fact.key; }) : [];
    var rest = make("div", {}), folded = make("details", { "class": "item" }, [
      make("summary", {}, ["What else the map says of this " + shape.name + " (" + unusual.length + ")"]), rest
    ]);
    if (unusual.length <= mostUnusual) { unusual = []; }
    var others = make("select", {}), othersID = newID();
    others.id = othersID;
    var adding = make("p", { "class": "field" }, [
      make("label", { "for": othersID }, ["Say something else about this " + shape.name]), others
    ]);
    function isShown(fact) {
      return fact.required || was && was[fact.key] !== undefined || (usual || []).includes(fact.key);
    }
    function show(fact) {
      var remove = fact.required ? null : {
        label: "Leave “" + fact.label + "” unsaid", sign: "Leave unsaid", act: function () {
          fields[fact.key].element.remove();
          delete fields[fact.key];
          offer();
          others.focus();
          form.changed();
        }
      };
      var made = field(fact, was ? was[fact.key] : undefined, form, remove);
      fields[fact.key] = made;
      /* In the order in which people read them. */
      var isFolded = unusual.includes(fact.key);
      var next = shape.fields.slice(shape.fields.indexOf(fact) + 1).find(function (later) {
        return fields[later.key] && unusual.includes(later.key) === isFolded;
      });
      (isFolded ? rest : list).insertBefore(made.element, next ? fields[next.key].element : null);
      return made;
    }
    function offer() {
      fill(others, [{
        items: shape.fields.filter(function (fact) { return !fields[fact.key]; })
          .map(function (fact) { return [fact.key, fact.label]; })
      }], "", true);
      adding.hidden = others.options.length < 2;
    }
    shape.fields.filter(isShown).forEach(show);
    offer();
    others.addEventListener("change", function (event) {
      event.stopPropagation();
      var fact = shape.fields.find(function (candidate) { return candidate.key === others.value; });
      if (!fact) { return; }
      var made = show(fact);
      offer();
      made.focus();
    });
    element.append(list);
    if (unusual.length) { element.append(folded); }
    element.append(adding);
    return {
      element: element,
      value: function () {
        var now = Object.create(null);
        Object.keys(was || {}).forEach(function (key) {
          /* What this form does not know stays as it is. */
          if (!shape.fields.some(function (fact) { return fact.key === key; })) { now[key] = was[key]; }
        });
        shape.fields.forEach(function (fact) {
          var value = fields[fact.key] ? fields[fact.key].value() : undefined;
          if (value !== undefined) { now[fact.key] = value; }
        });
        return Object.keys(now).length ? Object.assign({}, now) : undefined;
      },
      at: function (path) {
        var fact = shape.fields.find(function (candidate) { return candidate.key === path[0]; });
        if (!fact) { return null; }
        var made = fields[fact.key] || show(fact);
        if (unusual.includes(fact.key)) { folded.open = true; }
        offer();
        return made.at(path.slice(1));
      },
      /* What fields show, by their keys. */
      shown: function (key) {
        var made = fields[key], chosen = made && made.element.querySelector("select");
        if (!made || made.value() === undefined) { return ""; }
        return chosen ? chosen.options[chosen.selectedIndex].text : String(made.value());
      },
      /* What the record calls itself. */
      title: function () {
        var first = shape.fields.find(function (fact) {
          return ["name", "title", "condition", "member", "role", "service", "represents"]
            .includes(fact.key) && fields[fact.key] && fields[fact.key].value();
        });
        if (!first) { return ""; }
        var chosen = fields[first.key].element.querySelector("select");
        var value = fields[first.key].value();
        return chosen && chosen.selectedIndex > 0 ? chosen.options[chosen.selectedIndex].text
          : Array.isArray(value) ? value.join(", ") : value;
      },
      focus: function () {
        var first = shape.fields.find(function (fact) { return fields[fact.key] && fact.key !== "id"; });
        if (first) { fields[first.key].focus(); } else { others.focus(); }
      }
    };
  }

  /* One record, such as the ages of a service. */
  function record(fact, was, form, remove, shape) {
    var around = frame(fact, form, true, remove);
    var isShort = shape.fields.length <= 4;
    var body = recordBody(shape, isRecord(was) ? was : undefined, form,
      isShort ? shape.fields.map(function (inner) { return inner.key; })
        .filter(function (key) { return key !== "source" && key !== "note"; }) : []);
    around.element.append(body.element);
    /* A short form that no fields show stays until something else is said. */
    var short = was !== undefined && !isRecord(was) ? was : undefined;
    return {
      element: around.element, tell: around.tell,
      value: function () { var now = body.value(); return now === undefined ? short : now; },
      at: function (path) { return (path.length && body.at(path)) || this; },
      focus: function () { body.focus(); }
    };
  }

  /* The field of a fact. */
  function field(fact, was, form, remove) {
    var type = fact.value;
    switch (type.takes) {
      case "or-none":
        return ["list", "records"].includes(type.of.takes)
          ? field(Object.assign({}, fact, { value: type.of }), was, form, remove)
          : orNone(fact, was, form, remove);
      case "list":
        var choices = groups(type.of, form);
        return choices && choices.reduce(function (sum, group) { return sum + group.items.length; }, 0)
          <= mostInSight ? checks(fact, was, form, remove) : rows(fact, was, form, remove);
      case "records": return records(fact, was, form, remove);
      case "record": return record(fact, was, form, remove, form.shapes[type.shape]);
      case "table":
        return record(fact, was, form, remove, {
          name: fact.label, fields: type.words.map(function (word) {
            return {
              key: word[0], label: word[1], summary: "", required: false,
              value: { takes: "number", from: 0, to: 100 }
            };
          })
        });
      default: return one(fact, was, form, remove);
    }
  }

  return {
    record: recordBody, difference: difference, merged: merged, places: places, same: same, isRecord: isRecord,
    article: article, plain: plain
  };
})();
