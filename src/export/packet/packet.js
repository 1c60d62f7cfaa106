// Saves what was filled in as a file, and fills in a saved file. The texts are in `SAID`, the name of the file in `FILE`.

const byId = (id) => document.getElementById(id);
const boxes = [...document.querySelectorAll("fieldset[data-digest]")];
const [name, profession, clinician, day] = ["name", "profession", "clinician", "day"].map(byId);

/** Whether something was filled in since it was last saved. */
let isUnsaved = false;

/** A text as the rules have it: no spaces at its ends, none twice, no characters that nobody can see. */
function clean(text) {
  const seen = text.replace(/\s+/gu, " ").replace(/[\p{C}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]|[\u{e0100}-\u{e01ef}]/gu, "");
  return seen.replace(/ +/g, " ").trim();
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether a text is a day such as 2026-12-01. */
function isDay(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What is filled in for one rule. */
function filled(box) {
  return {
    outcome: box.querySelector("[type=radio]:checked")?.value,
    checked: [...box.querySelectorAll("[type=checkbox]:checked")].map(({ value }) => value),
    remarks: box.querySelector("textarea").value.split("\n").map(clean).filter(Boolean),
  };
}

const isEmpty = ({ outcome, checked, remarks }) => !outcome && checked.length === 0 && remarks.length === 0;

/** What is missing in a rule that is filled in. */
function missing({ outcome, checked, remarks }) {
  if (!outcome) return SAID.no_outcome;
  if (checked.length === 0) return SAID.nothing_checked;
  return outcome === "change_needed" && remarks.length === 0 ? SAID.no_remarks : null;
}

function say(text) {
  byId("said").textContent = text;
}

/** Says what is wrong, and leads to it. */
function refuse(text, where) {
  say(text);
  where.focus();
  where.scrollIntoView({ block: "center" });
}

/** The records of the rules that are filled in. Nothing if something is missing. */
function records() {
  const by = { name: clean(name.value), profession: clean(profession.value), clinician: clinician.checked };
  const without = [[by.name, name], [by.profession, profession], [isDay(day.value.trim()), day]].find(([value]) => !value);
  if (without) return refuse(SAID.who, without[1]);
  const found = [];
  for (const box of boxes) {
    const record = filled(box);
    if (isEmpty(record)) continue;
    const wrong = missing(record);
    if (wrong) return refuse(wrong, box.querySelector("input"));
    const { kind, id, digest } = box.dataset;
    const { outcome, checked, remarks } = record;
    const said = remarks.length > 0 ? { remarks } : {};
    found.push({ kind, id, digest, by, on: day.value.trim(), checked, outcome, ...said });
  }
  return found.length > 0 ? found : refuse(SAID.nothing, boxes[0].querySelector("input"));
}

function save() {
  const found = records();
  if (!found) return;
  const lines = found.map((record) => JSON.stringify(record)).join(",\n    ");
  const text = `{\n  "reviews": [\n    ${lines}\n  ]\n}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = FILE;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  isUnsaved = false;
  say(SAID.saved + found.length);
}

/** Fills in one record. False if its rule has changed since, or is gone. */
function fill({ kind, id, digest, checked, outcome, remarks = [] }) {
  const box = boxes.find(({ dataset }) => dataset.kind === kind && dataset.id === id && dataset.digest === digest);
  if (!box) return false;
  for (const input of box.querySelectorAll("input")) {
    input.checked = input.value === outcome || checked.includes(input.value);
  }
  box.querySelector("textarea").value = remarks.join("\n");
  return true;
}

function load(text) {
  const { reviews } = JSON.parse(text);
  const changed = reviews.filter((record) => !fill(record)).length;
  const { by } = reviews[0];
  [name.value, profession.value, clinician.checked] = [by.name, by.profession, by.clinician];
  isUnsaved = false;
  count();
  if (changed > 0) say(SAID.void + changed);
}

function count() {
  say(SAID.filled + boxes.filter((box) => !isEmpty(filled(box))).length);
}

byId("save").addEventListener("click", save);
byId("load").addEventListener("change", async ({ target }) => {
  try {
    load(await target.files[0].text());
  } catch {
    say(SAID.bad_file);
  }
  target.value = "";
});
document.addEventListener("input", ({ target }) => {
  if (target.id === "load") return;
  isUnsaved = true;
  // On paper the day stays empty.
  day.value ||= today();
  if (target.closest(".boxes")) count();
});
// What is filled in would be lost.
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved) event.preventDefault();
});
byId("bar").hidden = false;
byId("saved").hidden = false;
count();
