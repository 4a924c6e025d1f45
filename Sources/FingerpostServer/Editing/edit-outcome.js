/* What would follow from a change, as a page says it. Texts of maps are only ever set as text. */
"use strict";

var fingerpostOutcome = (function () {
  var make = fingerpost.make, plain = fingerpostFields.plain;
  /* So many lines stay in sight; the others are a click away. */
  var mostLines = 4;

  function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }

  /* A list whose later items are folded away. */
  function list(items) {
    var made = [make("ul", {}, items.slice(0, mostLines))];
    if (items.length > mostLines) {
      made.push(make("details", {}, [
        make("summary", {}, ["And " + (items.length - mostLines) + " more"]),
        make("ul", {}, items.slice(mostLines))
      ]));
    }
    return made;
  }

  function findings(found) {
    if (!found.length) {
      return [make("p", { "class": "detail" }, ["The check finds nothing wrong with this."])];
    }
    return list(found.map(function (finding) {
      return make("li", {}, [
        make("strong", {}, [capital((finding.isNew ? "new " : "") + finding.severity) + ": "]),
        plain(finding.message), make("p", { "class": "detail" }, [plain(finding.remedy)])
      ]);
    }));
  }

  /* What nobody has said yet of the element, each with the way to its field, and of others since. */
  function questions(outcome, shape, answer) {
    var made = [];
    if (outcome.questions.length) {
      made.push(folded("What the map does not say of it", outcome.questions.map(function (question) {
        var item = make("li", {}, [capital(plain(question.question)) + " "]);
        if (shape.fields.some(function (fact) { return fact.key === question.key; })) {
          var button = make("button", {
            type: "button", "class": "small", "aria-label": "Say it: " + question.question
          }, ["Say it"]);
          button.addEventListener("click", function () { answer(question.key); });
          item.append(button);
        }
        return item;
      })));
    }
    if (outcome.newQuestions.length) {
      made.push(folded("New open questions", outcome.newQuestions.map(function (question) {
        return make("li", {}, ["“" + question.name + "” does not say " + plain(question.question) + "."]);
      })));
    }
    return made;
  }

  function folded(heading, items) {
    return make("details", {}, [
      make("summary", {}, [heading + " (" + items.length + ")"]), make("ul", {}, items)
    ]);
  }

  var answers = [
    ["covered", "find help"], ["coveredForSome", "find help for some families"],
    ["gap", "find none"], ["notStated", "are not stated"]
  ];

  /* Who finds help, before and after: both over the same needs, ages and areas. */
  function coverage(now, before, changes) {
    if (!now) { return []; }
    var all = answers.reduce(function (sum, answer) { return sum + now[answer[0]]; }, 0);
    var made = [];
    if (changes.length) {
      made = [make("h3", {}, ["Which families this changes something for"])].concat(
        list(changes.map(function (text) { return make("li", {}, [text]); })));
    }
    var isSame = !before || answers.every(function (answer) { return before[answer[0]] === now[answer[0]]; });
    var figures = answers.map(function (answer) { return now[answer[0]] + " " + answer[1]; })
      .filter(function (text) { return !text.startsWith("0 "); }).join(", ");
    made.push(make("p", {}, [
      "Of " + all + " combinations of a need, an age and an area, " + figures + (isSame ? "" : " with this change")
        + ". Families with a condition for which a service is closed are not in these figures."
    ]));
    if (isSame) { return made; }
    made.push(make("div", {
      "class": "wide", tabindex: "0", role: "region", "aria-labelledby": "coverage-caption"
    }, [
      make("table", {}, [
        make("caption", { id: "coverage-caption" }, ["The same combinations, now and with this change"]),
        make("thead", {}, [make("tr", {}, [
          make("td", {}), make("th", { scope: "col" }, ["now"]), make("th", { scope: "col" }, ["with this change"])
        ])]),
        make("tbody", {}, answers.map(function (answer) {
          var isChanged = before[answer[0]] !== now[answer[0]], text = String(now[answer[0]]);
          return make("tr", {}, [
            make("th", { scope: "row" }, [answer[1]]), make("td", {}, [String(before[answer[0]])]),
            make("td", {}, [isChanged ? make("strong", {}, [text]) : text])
          ]);
        }))
      ])
    ]));
    return made;
  }

  /* A value in words; `name` gives what people call an id or a word of a fact. */
  function inWords(value, name) {
    if (value === undefined) { return "not said"; }
    if (Array.isArray(value)) {
      return value.map(function (item) { return inWords(item, name); }).join("; ") || "none";
    }
    if (fingerpostFields.isRecord(value)) {
      return Object.keys(value).sort().map(function (key) {
        return key + ": " + inWords(value[key], name);
      }).join(", ");
    }
    return name(String(value));
  }

  /* The places in which three values differ, as deep as they can be told: each a label and the three. */
  function differences(label, was, theirs, mine) {
    var all = [was, theirs, mine], isRecord = fingerpostFields.isRecord;
    if (fingerpostFields.same(was, theirs) && fingerpostFields.same(was, mine)) { return []; }
    if (all.every(isRecord)) {
      return Object.keys(Object.assign({}, was, theirs, mine)).flatMap(function (key) {
        return differences(label + ", " + key, was[key], theirs[key], mine[key]);
      });
    }
    if (!all.every(Array.isArray)) { return [{ label: label, values: all }]; }
    var inTheirs = fingerpostFields.places(was, theirs), inMine = fingerpostFields.places(was, mine);
    var rows = was.flatMap(function (item, place) {
      var own = label + " " + (place + 1);
      return differences(own, item, theirs[inTheirs[place]], mine[inMine[place]]).map(function (row) {
        return row.label === own ? Object.assign({ isItem: true }, row) : row;
      });
    });
    [[theirs, inTheirs, 1], [mine, inMine, 2]].forEach(function (side) {
      side[0].forEach(function (item, place) {
        if (side[1].includes(place)) { return; }
        var values = [undefined, undefined, undefined];
        values[side[2]] = item;
        rows.push({ label: label + ", added", values: values, isItem: true });
      });
    });
    return rows;
  }

  /* What an element said, what it says now and what is typed, wherever these differ. */
  function comparison(facts, was, theirs, mine, name) {
    var rows = facts.flatMap(function (fact) {
      return differences(fact.label, was[fact.key], theirs[fact.key], mine[fact.key]);
    });
    return make("div", { "class": "wide", tabindex: "0", role: "region", "aria-label": "What differs" }, [
      make("table", {}, [
        make("thead", {}, [make("tr", {}, [make("td", {})].concat(
          ["When you looked", "In the file now", "What you typed"].map(function (text) {
            return make("th", { scope: "col" }, [text]);
          })))]),
        make("tbody", {}, rows.map(function (row) {
          return make("tr", {}, [make("th", { scope: "row" }, [row.label])].concat(
            row.values.map(function (value) { return make("td", {}, [
              value === undefined && row.isItem ? "not there" : inWords(value, name)
            ]); })));
        }))
      ])
    ]);
  }

  return {
    findings: findings, questions: questions, coverage: coverage, comparison: comparison,
    capital: capital
  };
})();
