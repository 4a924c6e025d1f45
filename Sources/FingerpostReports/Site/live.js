/* Loads a page anew when a server says that its map has changed. */
"use strict";

(function () {
  var own = location.pathname.split("/").filter(Boolean);
  var map = own.length > 1 ? decodeURIComponent(own[0]) : null;
  var source = new EventSource("/events");
  var hasBroken = false;

  function banner(text) {
    var shown = document.getElementById("live-problem");
    if (!shown) {
      shown = document.createElement("p");
      shown.id = "live-problem";
      shown.setAttribute("role", "alert");
      shown.className = "bad";
      document.body.prepend(shown);
    }
    shown.textContent = text;
  }

  var kept = "fingerpost-kept " + location.pathname;

  function fields() { return document.querySelectorAll("form.tools input, form.tools select"); }

  /* Where the reader was is where the new page begins, with what was asked for. */
  function reload() {
    var values = {};
    fields().forEach(function (field) { values[field.id] = field.value; });
    sessionStorage.setItem(kept, JSON.stringify(values));
    location.reload();
  }

  function restore() {
    var values = JSON.parse(sessionStorage.getItem(kept) || "{}");
    sessionStorage.removeItem(kept);
    fields().forEach(function (field) {
      if (values[field.id] === undefined || values[field.id] === field.value) { return; }
      field.value = values[field.id];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  restore();

  source.addEventListener("message", function (event) {
    var change = JSON.parse(event.data);
    if (change.map && map && change.map !== map) { return; }
    if (change.problem) { banner(change.problem); } else { reload(); }
  });
  source.addEventListener("error", function () {
    hasBroken = true;
    banner(document.body.getAttribute("data-lost"));
  });
  /* A server that was started again may have other pages. */
  source.addEventListener("open", function () { if (hasBroken) { reload(); } });
})();
