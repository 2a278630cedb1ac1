// Makes pages kinder where a script runs. Every page does its main job without it.
(function () {
  "use strict";
  const html = document.documentElement;
  html.classList.add("has-script");

  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const reached = (event, selector) => event.target.closest && event.target.closest(selector);

  // Contents of the header, folded on a narrow screen.
  function toggleMenu(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).classList.toggle("is-open", open);
  }

  // Size of letters: at once, and in the cookie that the server reads next time.
  const sizes = { vua: "", lon: "is-large", "rat-lon": "is-larger" };
  function setLetters(button) {
    Object.values(sizes).forEach((css) => css && html.classList.remove(css));
    if (sizes[button.value]) html.classList.add(sizes[button.value]);
    document.cookie = `co_chu=${button.value}; path=/; max-age=157680000; samesite=lax`;
    all("button", button.form).forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  }

  function showPassword(button) {
    const input = document.getElementById(button.dataset.shows);
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    button.textContent = hidden ? "Ẩn chữ" : "Hiện chữ";
    input.focus();
  }

  // The browser says "choose file" in its own language; the field says it in ours.
  function nameFile(input) {
    const place = input.parentElement.querySelector("[data-file-name]");
    if (place && input.files.length) place.textContent = input.files[0].name;
  }

  // A dialog filled by htmx opens itself and gives the focus back when it closes.
  let opener = null;
  function openDialog(dialog) {
    if (dialog.open) return;
    opener = document.activeElement;
    dialog.showModal();
    const first = dialog.querySelector("h2");
    if (first) {
      first.setAttribute("tabindex", "-1");
      first.focus();
    }
  }
  function closeDialog(dialog) {
    dialog.close();
    dialog.replaceChildren();
    if (opener) opener.focus();
  }

  // Acts on what is picked.
  function countPicked(form) {
    const group = form.querySelector("[data-group]");
    if (!group) return;
    const picked = all(".bc-check input:checked", form).length;
    const words = group.querySelector("[data-group-count]");
    group.classList.toggle("is-idle", picked === 0);
    words.textContent = picked ? `Đã chọn ${picked} ${words.dataset.noun}` : "";
  }

  // One line under a field, after a pause of a second or on leaving it.
  const waiting = new Map();
  function check(line, input) {
    clearTimeout(waiting.get(line));
    if (!window.htmx || line.dataset.checked === input.value) return;
    line.dataset.checked = input.value;
    window.htmx.ajax("GET", line.dataset.check, {
      target: line,
      swap: "innerHTML",
      source: input,
      values: { [input.name]: input.value },
    });
  }
  function checkLater(input) {
    const line = input.id && document.querySelector(`[data-check-of="${CSS.escape(input.id)}"]`);
    if (!line) return null;
    clearTimeout(waiting.get(line));
    waiting.set(line, setTimeout(() => check(line, input), 1000));
    return line;
  }

  // A long form saves itself; the bar says when.
  const twoFigures = (number) => String(number).padStart(2, "0");
  const saving = new Map();
  function say(words) {
    all("[data-saved]").forEach((place) => (place.textContent = words));
  }
  function saveLater(form) {
    if (!form || !form.dataset.autosave) return;
    clearTimeout(saving.get(form));
    say("Đang ghi");
    saving.set(form, setTimeout(() => save(form), 1500));
  }
  function save(form) {
    const now = new Date();
    const headers = { "X-Autosave": "1" };
    fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), headers })
      .then((answer) => sayAnswer(answer, now))
      .catch(() => say("Chưa lưu được. Máy đang mất mạng, xin bấm Lưu lại sau."));
  }
  // A way that leads elsewhere is the door: whoever was signed out has saved nothing.
  function sayAnswer(answer, now) {
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    if (answer.status === 409 && plain) return answer.text().then(say);
    if (!answer.ok || answer.redirected) return say("Chưa tự lưu được. Xin bấm Lưu để xem vì sao.");
    return say(`Đã tự lưu lúc ${twoFigures(now.getHours())} giờ ${twoFigures(now.getMinutes())}`);
  }

  document.addEventListener("click", (event) => {
    const menu = reached(event, ".bc-menu");
    if (menu) return toggleMenu(menu);
    const letter = reached(event, ".bc-size button");
    if (letter) {
      event.preventDefault();
      return setLetters(letter);
    }
    const shows = reached(event, "[data-shows]");
    if (shows) return showPassword(shows);
    const out = reached(event, "[data-closes-dialog]");
    if (out && out.closest("dialog")) {
      event.preventDefault();
      return closeDialog(out.closest("dialog"));
    }
    const dismiss = reached(event, "[data-dismiss]");
    if (dismiss) return dismiss.closest(".bc-toast").remove();
    if (reached(event, "[data-print]")) window.print();
  });

  document.addEventListener("change", (event) => {
    if (reached(event, ".bc-check input")) countPicked(event.target.form);
    if (event.target.type === "file") nameFile(event.target);
    saveLater(event.target.form);
  });
  document.addEventListener("input", (event) => {
    checkLater(event.target);
    saveLater(event.target.form);
  });
  document.addEventListener("focusout", (event) => {
    const line = event.target.value !== undefined && event.target.value !== "" && checkLater(event.target);
    if (line) check(line, event.target);
  });
  // A form pressed twice is sent once: its answer may be passwords that are shown one time only.
  const SENT_FOR = 10000;
  let sent = new WeakMap();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (Date.now() - (sent.get(form) || 0) < SENT_FOR) return event.preventDefault();
    sent.set(form, Date.now());
  });
  window.addEventListener("pageshow", () => {
    sent = new WeakMap();
  });

  document.addEventListener("reset", (event) => setTimeout(() => countPicked(event.target)));
  document.addEventListener("cancel", (event) => {
    if (event.target.matches("dialog")) {
      event.preventDefault();
      closeDialog(event.target);
    }
  }, true);

  function prepare(within) {
    all("[data-shows][hidden], [data-dismiss][hidden], [data-print][hidden]", within).forEach((one) => {
      one.hidden = false;
    });
    all("form", within).forEach(countPicked);
    all("input[type=file]", within).forEach(nameFile);
    const problem = within.querySelector("[data-takes-focus]");
    if (problem) problem.focus();
  }
  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSettle", (event) => {
    prepare(event.detail.elt);
    if (event.detail.target.matches("dialog")) openDialog(event.detail.target);
  });
})();
