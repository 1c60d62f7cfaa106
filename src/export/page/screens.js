// The screens: start, one question a screen, an emergency, all answers, the list. Everything is kept in this window only, and is
// gone when it is closed or loaded again.

const SCREEN = document.getElementById("screen");
const PAPER = document.getElementById("paper");

/** What is asked and what was answered. */
let session;

/** A session without answers. Its token tells the entries of the browser's history from those of another one. */
function begin() {
  session = {
    token: String(Math.random()),
    given: new Map(),
    // What was marked at a question that was left without "Continue".
    marks: new Map(),
    isForSomeoneElse: false,
    // Questions whose answers came from a file. They are not asked again.
    loaded: new Set(),
    steps: [{ screen: "start" }],
    at: 0,
  };
}

// Which questions are asked.

/** Whether each item of a question has an answer. */
function isAnswered(question) {
  return question.items.every(({ ref }) => session.given.has(ref));
}

/** The answers that count: those to questions that apply. */
function answers() {
  const counted = new Map();
  // In order, because a condition reads earlier questions only.
  for (const question of RULES.questions) {
    if (mayConcern(question.ask_when, situationOf(counted))) {
      for (const { ref } of question.items.filter((item) => session.given.has(item.ref))) {
        counted.set(ref, session.given.get(ref));
      }
    }
  }
  return counted;
}

/** The questions that apply and are part of this questionnaire, or were answered. */
function questions() {
  const situation = situationOf(answers());
  const isPlanned = (question) => question.short || !RULES.is_short || isAnswered(question);
  return RULES.questions.filter((question) => isPlanned(question) && mayConcern(question.ask_when, situation));
}

/** The step after a question: the next one, or the review. From the review only what is open is asked. */
function after(question, isFromReview) {
  const place = question ? RULES.questions.indexOf(question) : -1;
  const isNext = (one) =>
    isFromReview ? !isAnswered(one) : RULES.questions.indexOf(one) > place && !session.loaded.has(one.id);
  const next = questions().find(isNext);
  return next ? { screen: "question", id: next.id, isFromReview } : { screen: "review" };
}

// The history of the browser holds numbers only.

function go(step) {
  session.steps.length = session.at + 1;
  session.steps.push(step);
  session.at += 1;
  // Without an address: some phones open a file by one that cannot be written again.
  history.pushState({ token: session.token, at: session.at }, "", null);
  show();
}

/** Tells the browser which step of which session stands here. */
function mark() {
  history.replaceState({ token: session.token, at: session.at }, "", null);
}

function restart() {
  begin();
  history.pushState({ token: session.token, at: 0 }, "", null);
  show();
}

window.addEventListener("popstate", ({ state }) => {
  keepMarks();
  if (state?.token === session.token && state.at < session.steps.length) {
    session.at = state.at;
  } else {
    // An entry of a session that was forgotten, or of none: nothing of it is left, and the answers since then stay.
    session.at = 0;
    mark();
  }
  show();
});

// A browser can keep a page that was left, with everything on it.
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) {
    restart();
  }
});

// Screens.

function button(name, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, name);
  made.addEventListener("click", act);
  return made;
}

/** Keeps what is marked and is no answer yet, for those who come back to it. */
function keepMarks() {
  const form = SCREEN.querySelector("form");
  if (form) {
    session.marks.set(SCREEN.dataset.question, marked(form));
  }
}

/** For whom the answers are, on each screen. */
function whose() {
  return element("p", { class: "whose" }, session.isForSomeoneElse ? PAGE.about_someone : PAGE.about_you);
}

/** Shows the current step, and leads to its heading. */
function show() {
  const step = session.steps[session.at];
  for (const key of Object.keys(SCREEN.dataset)) {
    delete SCREEN.dataset[key];
  }
  const isPaper = step.screen === "paper";
  if (isPaper) {
    SCREEN.replaceChildren();
    document.title = PAPER.querySelector("h1").textContent;
  } else {
    fillScreen(step);
  }
  document.body.className = step.screen === "result" ? "short" : "";
  PAPER.hidden = !isPaper;
  SCREEN.hidden = isPaper;
  window.scrollTo(0, 0);
  // What stands above the heading stays in sight.
  (isPaper ? PAPER : SCREEN).querySelector("h1").focus({ preventScroll: true });
}

function fillScreen(step) {
  const made = { start: startScreen, question: questionScreen, emergency: emergencyScreen, review: reviewScreen, result };
  const { title, children, data } = made[step.screen](step);
  Object.assign(SCREEN.dataset, { screen: step.screen, ...data });
  document.title = title;
  const goBack = button(PAGE.back, () => history.back(), { class: "back" });
  SCREEN.replaceChildren(...[session.at > 0 && element("p", { class: "top" }, goBack), ...children].filter(Boolean));
}

/** What an answer means for the whole list, told once on the next screen. */
function takeNotice() {
  const notice = session.notice && element("section", { class: "note" }, paragraph(session.notice));
  session.notice = null;
  return notice;
}

/** What everybody is told about emergencies. */
function emergencySigns() {
  return element(
    "section",
    { class: "emergency", "aria-label": SAFETY.emergency },
    paragraph([SAFETY.emergency_lead], "urgent"),
    element("ul", { class: "signs" }, ...SAFETY.emergency_signs.map((sign) => element("li", {}, sign))),
    paragraph([SAFETY.emergency_do]),
  );
}

function startScreen() {
  const warning = dateWarning(today());
  const someone = element("input", { type: "checkbox", name: "whose", value: "someone_else", autocomplete: "off" });
  someone.addEventListener("change", () => {
    session.isForSomeoneElse = someone.checked;
  });
  const problem = element("div", {});
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    await load(file.files[0], problem);
    // So that the same file can be chosen again.
    file.value = "";
  });
  const start = () => {
    go(after(null, false));
  };
  someone.checked = session.isForSomeoneElse;
  return {
    title: PAGE.title,
    children: [
      ...headed(warning && paragraph([warning], "urgent"), PAGE.title),
      emergencySigns(),
      ...PAGE.welcome.map((text) => paragraph([text])),
      paragraph([SAFETY.not_a_verdict, ...SAFETY.review]),
      element("p", {}, element("label", { class: "choice" }, someone, element("span", {}, PAGE.for_someone_else))),
      element("p", { class: "actions" }, button(PAGE.start, start, { class: "main" })),
      problem,
      element(
        "p",
        { class: "actions" },
        button(PAGE.load, () => file.click()),
        file,
        button(PAGE.paper_link, () => go({ screen: "paper" })),
      ),
    ],
  };
}

/** Takes in a file of answers. Warning signs are asked again, because they can change. */
async function load(file, problem) {
  problem.replaceChildren();
  try {
    const { answers: read, isForSomeoneElse } = readAnswers(await file.text());
    begin();
    const [first] = RULES.questions.filter(({ items }) => items.some(({ ref }) => RULES.emergency_items.includes(ref)));
    session.given = new Map([...read].filter(([item]) => ITEMS[PLACE.get(item)].question.id !== first?.id));
    session.isForSomeoneElse = isForSomeoneElse;
    session.loaded = new Set(RULES.questions.filter(isAnswered).map(({ id }) => id));
    session.notice = [counted(PAGE.kept, session.loaded.size)];
    mark();
    go(after(null, false));
  } catch {
    problem.append(element("p", { role: "alert", class: "wrong" }, PAGE.not_read));
  }
}

/** The day on this device, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

// Questions.

/** One answer to choose or to mark. */
function choice(type, question, value, label, hint, isChecked) {
  const id = `${question.id}-${value}`;
  const input = element("input", { type, id, name: question.id, value, autocomplete: "off" });
  input.checked = isChecked;
  const text = [label, hint ? element("span", { class: "hint" }, hint) : null].filter(Boolean);
  return element("label", { class: "choice", for: id }, input, element("span", {}, ...text));
}

/** The options of a question that takes one answer. */
function radios(question) {
  const [item] = question.items;
  const given = session.given.get(item.ref);
  const options = [...item.options, { id: NOT_SURE, label: PAGE.not_sure }];
  return options.map(({ id, label, hint }) => choice("radio", question, id, label, hint, given === id));
}

/** The items of a group, each with "not sure" beside it; then none of them, and not sure of the rest. */
function checkboxes(question) {
  const given = question.items.map(({ ref }) => session.given.get(ref));
  const all = (answer) => given.every((one) => one === answer);
  // What is not sure of all but those that are so was answered as "the rest".
  const isRest = given.includes(NOT_SURE) && given.every((one) => one === YES || one === NOT_SURE);
  const rows = question.items.map(({ ref, id, title, hint }) => {
    const answer = session.given.get(ref);
    const unsure = choice("checkbox", question, `${NOT_SURE}:${id}`, PAGE.not_sure_item, null, !isRest && answer === NOT_SURE);
    unsure.querySelector("input").setAttribute("aria-label", `${PAGE.not_sure_item}: ${title}`);
    return element("div", { class: "row" }, choice("checkbox", question, id, title, hint, answer === YES), unsure);
  });
  return [
    ...rows,
    choice("checkbox", question, "none", PAGE.none, null, all(NO)),
    choice("checkbox", question, NOT_SURE, PAGE.not_sure_rest, null, isRest),
  ];
}

/** The values that are marked. */
function marked(form) {
  return [...form.querySelectorAll("input:checked")].map(({ value }) => value);
}

/** Takes away the marks that contradict a new one. True if there were any. */
function settle(form, { value, checked }) {
  const before = marked(form).length;
  const unmark = (isMeant) => {
    for (const input of form.querySelectorAll("input:checked")) {
      input.checked = !isMeant(input.value) || input.value === value;
    }
  };
  if (!checked) {
    return false;
  }
  if (value === "none") {
    unmark(() => true);
  } else if (value === NOT_SURE) {
    unmark((other) => other === "none" || other.startsWith(`${NOT_SURE}:`));
  } else {
    const item = value.replace(`${NOT_SURE}:`, "");
    const opposite = value === item ? `${NOT_SURE}:${item}` : item;
    unmark((other) => other === "none" || other === opposite);
  }
  return marked(form).length < before;
}

/** The answers that the marks of a question give, by item; null where nothing is marked. */
function read(question, form) {
  const values = marked(form);
  if (values.length === 0) {
    return null;
  }
  if (!question.group) {
    return new Map([[question.items[0].ref, values[0]]]);
  }
  const answer = ({ id }) => {
    if (values.includes(id)) {
      return YES;
    }
    return values.includes(NOT_SURE) || values.includes(`${NOT_SURE}:${id}`) ? NOT_SURE : NO;
  };
  return new Map(question.items.map((item) => [item.ref, answer(item)]));
}

/** What the marks say about an emergency. */
function emergencyOf(question, form) {
  const given = read(question, form) ?? new Map();
  return emergencyIn(RULES.emergency_items.map((item) => given.get(item)));
}

function progress(question) {
  const asked = questions();
  const number = Math.max(asked.indexOf(question), 0) + 1;
  const { before, between, last, after: end } = PAGE.progress;
  return before + number + between + asked.length + last + RULES.topics[question.topic] + end;
}

function questionScreen({ id, isFromReview }) {
  const question = RULES.questions.find((one) => one.id === id);
  const why = element("div", { id: "why", hidden: true }, paragraph(question.why));
  const whyButton = button(
    PAGE.why,
    () => {
      why.hidden = !why.hidden;
      whyButton.setAttribute("aria-expanded", String(!why.hidden));
    },
    { "aria-expanded": "false", "aria-controls": "why" },
  );
  const summary = element("div", {});
  const wrong = element("p", { class: "wrong", id: "wrong" });
  const status = element("p", { role: "status" });
  const [notice, title] = headed(takeNotice(), question.text, "progress");
  const fieldset = element(
    "fieldset",
    {},
    element("legend", {}, title),
    wrong,
    ...(question.group ? checkboxes(question) : radios(question)),
    status,
  );
  const form = element(
    "form",
    { novalidate: true, autocomplete: "off" },
    fieldset,
    question.why.length > 0 ? element("p", { class: "actions" }, whyButton) : null,
    why,
    element("p", { class: "actions" }, element("button", { type: "submit", class: "main" }, PAGE.go_on)),
  );
  const marks = session.marks.get(id);
  if (marks && !isAnswered(question)) {
    for (const input of form.querySelectorAll("input")) {
      input.checked = marks.includes(input.value);
    }
  }
  const sound = alarmOf(question, form);
  form.addEventListener("change", ({ target }) => {
    status.textContent = question.group && settle(form, target) ? PAGE.marks_removed : "";
    sound(target);
  });
  // Enter in a list of boxes would make "no" of all that are further down and not read yet.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.type === "checkbox") {
      event.preventDefault();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(question, form, { summary, wrong, fieldset, isFromReview });
  });
  return {
    title: question.text,
    data: { question: question.id },
    children: [summary, notice, element("p", { class: "progress", id: "progress" }, progress(question)), whose(), form],
  };
}

/**
 * Says at once what an emergency sign means, below its row and so in sight: again for each sign that is marked, and no longer
 * when none is.
 */
function alarmOf(question, form) {
  const signs = question.items.filter(({ ref }) => RULES.emergency_items.includes(ref)).map(({ id }) => id);
  const isSign = ({ value }) => [NOT_SURE, ...signs].some((one) => value === one || value === `${NOT_SURE}:${one}`);
  let alarm = null;
  let place = null;
  let sounding = null;
  const sound = (changed) => {
    const emergency = emergencyOf(question, form);
    const isNew = changed?.checked && isSign(changed);
    if (emergency === sounding && !isNew && (!place || place.checked)) {
      return;
    }
    alarm?.remove();
    [alarm, place, sounding] = [null, null, emergency];
    if (emergency) {
      place = isNew ? changed : [...form.querySelectorAll("input:checked")].find(isSign);
      alarm = element("div", { role: "alert", class: "emergency" }, paragraph([SAFETY.urgent_line[emergency]], "urgent"));
      (place.closest(".row") ?? place.closest(".choice")).after(alarm);
    }
  };
  // Marks can be there from before.
  sound(null);
  return sound;
}

/** Records the answer and goes on, or says what is missing. */
function submit(question, form, { summary, wrong, fieldset, isFromReview }) {
  const given = read(question, form);
  if (!given) {
    const text = question.group ? PAGE.mark : PAGE.choose;
    const field = form.querySelector("input");
    const link = element("a", { href: `#${field.id}` }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    summary.replaceChildren(
      element("div", { role: "alert", tabindex: -1, class: "summary" }, element("h2", {}, PAGE.problem), element("p", {}, link)),
    );
    wrong.textContent = text;
    fieldset.setAttribute("aria-describedby", "wrong");
    document.title = PAGE.error + question.text;
    summary.firstChild.focus();
    return;
  }
  const isUnderAge = () => verdictOf(RULES.under_age) === "applies";
  const before = isUnderAge();
  given.forEach((answer, item) => session.given.set(item, answer));
  session.marks.delete(question.id);
  session.loaded.delete(question.id);
  if (!before && isUnderAge()) {
    session.notice = RULES.cautions.find(({ id }) => id === RULES.under_age).tell;
  }
  if (emergencyOf(question, form)) {
    go({ screen: "emergency", id: question.id, isFromReview });
  } else {
    go(after(question, isFromReview));
  }
}

function verdictOf(id) {
  const caution = RULES.cautions.find((one) => one.id === id);
  return caution && verdict(caution, situationOf(answers())).state;
}

function emergencyScreen({ id, isFromReview }) {
  const list = new List(answers(), session.isForSomeoneElse, today());
  const { urgent } = list;
  const question = RULES.questions.find((one) => one.id === id);
  return {
    title: PAGE.emergency,
    children: [
      whose(),
      ...headed(null, PAGE.emergency),
      // The answers can have changed since: then the signs stand here.
      urgent
        ? element(
            "section",
            { class: "emergency", "aria-label": SAFETY.emergency },
            ...list.cannotWait(),
            paragraph([SAFETY.emergency_do]),
          )
        : emergencySigns(),
      element(
        "p",
        { class: "actions" },
        button(PAGE.go_on_after_help, () => go(after(question, isFromReview)), { class: "main" }),
      ),
    ],
    data: { urgent: urgent?.level ?? "" },
  };
}

// All answers.

/** An answer to a question, in words. */
function answerOf(question) {
  const given = question.items.map(({ ref }) => session.given.get(ref));
  if (given.includes(undefined)) {
    return [PAGE.no_answer];
  }
  if (!question.group) {
    const option = question.items[0].options.find(({ id }) => id === given[0]);
    return [option ? option.label : PAGE.not_sure];
  }
  const of = (answer) => question.items.filter(({ ref }) => session.given.get(ref) === answer);
  const unsure = of(NOT_SURE).map(({ title }) => fill(LIST.unsure, title));
  const told = [...of(YES).map(({ title }) => title), ...unsure];
  return told.length > 0 ? told : [PAGE.none];
}

function reviewScreen() {
  const sections = [];
  let topic;
  for (const question of questions()) {
    if (question.topic !== topic) {
      topic = question.topic;
      sections.push(section(RULES.topics[topic]));
    }
    const change = button(PAGE.change, () => go({ screen: "question", id: question.id, isFromReview: true }));
    change.append(element("span", { class: "unseen" }, ` ${question.title}`));
    sections.at(-1).append(
      element(
        "div",
        { class: "answer", "data-answer": question.id },
        element("div", {}, element("strong", {}, question.title), ...answerOf(question).map((text) => paragraph([text]))),
        change,
      ),
    );
  }
  const [notice, title] = headed(takeNotice(), PAGE.review);
  const showList = () => go({ screen: "result" });
  return {
    title: PAGE.review,
    children: [
      notice,
      whose(),
      title,
      ...sections,
      element("p", { class: "actions" }, button(PAGE.show_list, showList, { class: "main" })),
    ],
  };
}

// The list.

function result() {
  const list = new List(answers(), session.isForSomeoneElse, today());
  const status = element("p", { role: "status" });
  const keep = () => {
    save();
    status.textContent = PAGE.saved;
  };
  const actions = element(
    "p",
    { class: "actions" },
    button(PAGE.print, () => window.print(), { class: "main" }),
    button(PAGE.save, keep),
    button(PAGE.start_again, restart),
  );
  return { title: list.title(), data: { urgent: list.urgent?.level ?? "" }, children: [...list.elements(), actions, status] };
}

/** The answers as a file that this page and `jakcheck check` read. */
function answersFile() {
  const file = { for: session.isForSomeoneElse ? "someone_else" : "self" };
  const counted = answers();
  for (const question of RULES.questions) {
    const given = question.items.filter(({ ref }) => counted.has(ref));
    if (given.length > 0) {
      const group = Object.fromEntries(given.map(({ id, ref }) => [id, counted.get(ref)]));
      file[question.id] = question.group ? group : counted.get(given[0].ref);
    }
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

function save() {
  const address = URL.createObjectURL(new Blob([answersFile()], { type: "application/json" }));
  const link = element("a", { href: address, download: PAGE.file });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// The beginning.

window.jakcheck = Object.freeze({ evaluate });
// A browser that is too old for these screens keeps the form for paper.
if (Array.prototype.at) {
  // Each screen begins at its top, also one that is come back to.
  history.scrollRestoration = "manual";
  begin();
  mark();
  for (const [id, act] of Object.entries({ "leave-paper": () => history.back(), "print-paper": () => window.print() })) {
    const made = document.getElementById(id);
    made.hidden = false;
    made.addEventListener("click", act);
  }
  show();
}
