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

  /* Where the reader was is where the new page begins, and what was typed is never lost. */
  function reload() {
    if (document.querySelector("form[data-dirty]")) { return; }
    location.reload();
  }

  source.addEventListener("message", function (event) {
    var change = JSON.parse(event.data);
    if (change.map && map && change.map !== map) { return; }
    if (change.problem) { banner(change.problem); } else { reload(); }
  });
  source.addEventListener("error", function () { hasBroken = true; });
  /* A server that was started again may have other pages. */
  source.addEventListener("open", function () { if (hasBroken) { reload(); } });
})();
