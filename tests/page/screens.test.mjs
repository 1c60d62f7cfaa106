// The questionnaire as people use it: clicked, typed, read out, printed, and with everything that can go wrong.
// PAGE_RUNS sets how many runs are clicked through at random, and PAGE_SEED where they begin.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { jakcheck } from "../browser/browser.mjs";
import { DESKTOP, PHONE, openQuestionnaire, partsOf, randomFrom, withoutStyle, wordsOf } from "./page.mjs";

const RUNS = Number(process.env.PAGE_RUNS ?? 60);
const SEED = Number(process.env.PAGE_SEED ?? 1);

let place;
before(async () => (place = await openQuestionnaire()));
after(() => place.close());

// Runs at random.

/** The answers that marks give, as a file of answers has them. Written a second time, from the specification. */
function answersOf({ type, values, marked }) {
  if (type === "radio") {
    return marked[0];
  }
  const items = values.filter((value) => !["none", "not_sure"].includes(value) && !value.startsWith("not_sure:"));
  const answer = (item) => {
    if (marked.includes(item)) {
      return "yes";
    }
    return marked.includes("not_sure") || marked.includes(`not_sure:${item}`) ? "not_sure" : "no";
  };
  return Object.fromEntries(items.map((item) => [item, answer(item)]));
}

/** Somebody who answers at random. Some know more than others, and some change their minds. */
class Somebody {
  constructor(visitor, random) {
    Object.assign(this, { visitor, random, answers: {}, changes: 0, backs: 0, errors: 0 });
    this.notSure = random.oneOf([0.02, 0.1, 0.5]);
    this.none = random.oneOf([0.2, 0.5, 0.8]);
  }

  /** Marks something at the question on the screen. */
  async mark({ type, values }) {
    const { random, visitor } = this;
    if (type === "radio") {
      const value = random.chance(this.notSure) ? "not_sure" : random.oneOf(values.slice(0, -1));
      return visitor.choose(value);
    }
    if (random.chance(this.none)) {
      return visitor.choose(random.chance(this.notSure) ? "not_sure" : "none");
    }
    for (let marks = 1 + random.below(3); marks > 0; marks -= 1) {
      const rows = values.filter((value) => value !== "none" && value !== "not_sure");
      const isUnsure = random.chance(this.notSure);
      await visitor.choose(random.oneOf(rows.filter((value) => value.startsWith("not_sure:") === isUnsure)));
    }
  }

  /** Does something at the screen that is there; true at the end. */
  async act() {
    const { random, visitor } = this;
    const state = await visitor.state();
    // The box on the first screen has the focus of who marked it.
    const isAtBox = state.screen === "start" && this.isForSomeoneElse && this.backs === 0;
    assert.ok((state.isAtHeading || isAtBox) && state.headings === 1, `the focus is not on the heading of ${JSON.stringify(state)}`);
    if (state.screen === "start") {
      await visitor.press("Start");
    } else if (state.screen === "question") {
      assert.equal(state.title, state.h1);
      await this.question(state);
    } else if (state.screen === "emergency") {
      await (random.chance(0.3) ? this.goBack() : visitor.press("Go on with the questions"));
    } else if (state.screen === "review") {
      await this.review();
    } else if (random.chance(0.2) && this.backs < 6) {
      await this.goBack();
    } else {
      return true;
    }
    return false;
  }

  async goBack() {
    this.backs += 1;
    await (this.random.chance(0.5) ? this.visitor.back() : this.visitor.browserBack());
  }

  async question(state) {
    const { random, visitor } = this;
    const known = this.answers[state.question];
    if (known === undefined) {
      assert.deepEqual(state.marked, [], "something is marked that nobody marked");
    } else {
      assert.deepEqual(answersOf(state), known, "an earlier answer is not marked");
    }
    if (random.chance(0.04) && this.backs < 6) {
      await this.goBack();
      if (random.chance(0.3)) {
        await visitor.browserForward();
      }
      return;
    }
    if (random.chance(0.05)) {
      await visitor.press("Why do we ask?");
    }
    if (known === undefined && random.chance(0.03)) {
      this.errors += 1;
      await visitor.press("Continue");
      assert.match(await visitor.page.title(), /^Error: /);
    }
    if (known === undefined || random.chance(0.3)) {
      await this.mark(state);
    }
    const marked = await visitor.state();
    if (marked.marked.length === 0) {
      // Two marks on one box took it away again.
      await visitor.choose("none");
      marked.marked = ["none"];
    }
    this.answers[state.question] = answersOf(marked);
    if (visitor.usesKeys && state.type === "radio" && random.chance(0.5)) {
      await visitor.tabTo(await visitor.find("form input:checked"));
      await visitor.page.keyboard.press("Enter");
    } else {
      await visitor.press("Continue");
    }
  }

  async review() {
    const { random, visitor } = this;
    const rows = await visitor.page.$$eval("[data-answer]", (all) => all.map(({ dataset }) => dataset.answer));
    this.rows = rows;
    assert.deepEqual(rows.filter((id) => this.answers[id] === undefined), [], "the review has what was not answered");
    if (this.changes < 3 && random.chance(0.5)) {
      this.changes += 1;
      const id = random.oneOf(rows);
      const change = await visitor.find(`[data-answer="${id}"] button`);
      if (visitor.usesKeys) {
        await visitor.tabTo(change);
        await visitor.page.keyboard.press("Enter");
      } else {
        await visitor.hit(change);
      }
      assert.equal((await visitor.state()).question, id);
    } else {
      await visitor.press("Show my list");
    }
  }
}

/** One request, which is the page, and no complaint of the browser. */
async function asksForNothing({ page, asked, said }, address) {
  assert.deepEqual(asked, [address]);
  assert.deepEqual(said, []);
  assert.equal(await page.evaluate(() => globalThis.violated), undefined);
}

const collected = [];

async function clickThrough(browser, seed) {
  const random = randomFrom(seed);
  // A finger takes longer than a mouse, so that few of the runs on a phone have one.
  const size = seed % 2 ? { ...PHONE, hasTouch: seed % 6 === 1 } : DESKTOP;
  const visitor = await browser.visit({ size });
  visitor.usesKeys = seed % 3 === 0;
  const somebody = new Somebody(visitor, random);
  const isForSomeoneElse = random.chance(0.3);
  somebody.isForSomeoneElse = isForSomeoneElse;
  if (isForSomeoneElse) {
    const box = await visitor.find("input[name=whose]");
    await (visitor.usesKeys ? visitor.tabTo(box).then(() => visitor.page.keyboard.press("Space")) : visitor.hit(box));
  }
  for (let acts = 0; !(await somebody.act()); acts += 1) {
    assert.ok(acts < 300, "the run does not end");
  }
  const { page } = visitor;
  await asksForNothing(visitor, browser.address);
  const { urgent, title } = await visitor.state();
  const saved = await visitor.save();
  const expected = { for: isForSomeoneElse ? "someone_else" : "self" };
  for (const id of somebody.rows) {
    expected[id] = somebody.answers[id];
  }
  assert.deepEqual(JSON.parse(saved), expected, "the saved answers are not those that were given");
  const file = join(place.folder, `answers-${seed}.json`);
  writeFileSync(file, saved);
  const report = withoutStyle(jakcheck("check", file, "--format", "html"));
  assert.equal(await page.evaluate(wordsOf), await page.evaluate(wordsOf, report));
  assert.equal(await page.evaluate(partsOf), await page.evaluate(partsOf, report));
  assert.ok(report.includes(`<h1>${title}</h1>`));
  const found = await page.evaluate((text) => window.jakcheck.evaluate(text), saved);
  assert.equal(urgent, found.urgent ?? "");
  const shown = await page.$$eval("[data-caution]", (all) => all.map(({ dataset }) => [dataset.caution, dataset.state]));
  for (const state of ["applies", "not_sure", "not_asked"]) {
    const ids = shown.filter(([, one]) => one === state).map(([id]) => id);
    assert.deepEqual(ids.sort(), [...found[state]].sort());
  }
  const signs = await page.$$eval("[data-symptom]", (all) => all.map(({ dataset }) => [dataset.symptom, dataset.watchMore]));
  for (const [id, isMore] of signs) {
    assert.equal(isMore, String(found.watch_more.includes(id)));
  }
  await visitor.close();
  collected.push({ saved, found });
}

test(`${RUNS} runs at random give the list of the program`, { concurrency: 2 }, async (t) => {
  // Two browsers, because clicks wait in a window that lies behind another.
  const other = await openQuestionnaire();
  const clickAll = async (browser, first) => {
    for (let seed = SEED + first; seed < SEED + RUNS; seed += 2) {
      await t.test(`run ${seed}`, { timeout: 60_000 }, () => clickThrough(browser, seed));
    }
  };
  await Promise.all([clickAll(place, 0), clickAll(other, 1)]);
  await other.close();
});

test("what the page finds is what a batch finds", () => {
  const file = join(place.folder, "records.ndjson");
  writeFileSync(file, collected.map(({ saved }) => `${JSON.stringify(JSON.parse(saved))}\n`).join(""));
  const lines = jakcheck("batch", file).trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(lines.length, collected.length);
  lines.forEach(({ line, also_not_sure = {}, ...expected }, index) => {
    assert.deepEqual(collected[index].found, { ...expected, also_not_sure }, `line ${line}`);
  });
});

// What is on each screen.

/** Every question in the order of asking, with its options or items, as the rule files have them. */
function questionsOfRules() {
  const read = (name) => JSON.parse(readFileSync(new URL(`../../rules/jak-inhibitors/${name}.json`, import.meta.url)));
  const columns = jakcheck("batch", "--template").split("\n")[0].replace(/^\uFEFF/, "").split(",");
  const topics = read("rule-set").topics.map((topic) => read(`topics/${topic}`));
  const signs = topics.flatMap((topic) => topic.warning_symptoms ?? []);
  return topics
    .flatMap((topic) => topic.questions ?? [])
    .map(({ id, options, items: described, text, why }) => {
      const items = columns.filter((column) => column.startsWith(`${id}__`)).map((column) => column.split("__")[1]);
      const boxes = [...items.flatMap((item) => [item, `not_sure:${item}`]), "none", "not_sure"];
      const called = items.map((item) => described?.find((one) => one.id === item) ?? { label: signs.find((sign) => sign.id === item).brief });
      const labels = (options ?? called).map(({ label, hint }) => (hint ? `${label} ${hint}` : label));
      return items.length > 0
        ? { id, type: "checkbox", values: boxes, text, why: why.join(" "), labels }
        : { id, type: "radio", values: [...options.map((option) => option.id), "not_sure"], text, why: why.join(" "), labels };
    });
}

const namesOfButtons = (visitor) => visitor.page.$$eval("main:not([hidden]) button", (all) => all.map((one) => one.textContent));

test("names, values and buttons of every screen", async () => {
  const visitor = await place.visit();
  const { page } = visitor;
  assert.equal((await visitor.state()).screen, "start");
  assert.deepEqual(await namesOfButtons(visitor), ["Start", "Load answers", "A form to print and fill in by hand"]);
  await visitor.press("Start");
  const seen = [];
  const given = { condition: "ad" };
  for (;;) {
    const state = await visitor.state();
    if (state.screen !== "question") {
      break;
    }
    await visitor.press("Why do we ask?");
    const words = await page.evaluate(() => {
      const isOwn = ({ value }) => value !== "none" && !value.startsWith("not_sure");
      const inputs = [...document.querySelectorAll("main form input")].filter(isOwn);
      const labels = inputs.map((input) => input.labels[0].innerText.replace(/\s+/g, " ").trim());
      return { text: document.querySelector("main h1").innerText, why: document.getElementById("why").innerText, labels };
    });
    seen.push({ id: state.question, type: state.type, values: state.values, ...words });
    assert.deepEqual(await namesOfButtons(visitor), ["Back", "Why do we ask?", "Continue"], state.question);
    const names = await page.$$eval("main form input", (all) => [...new Set(all.map(({ name }) => name))]);
    assert.deepEqual(names, [state.question]);
    assert.ok(await page.$("main form fieldset > legend > h1"));
    const above = await page.$eval(".progress", ({ innerText }) => innerText);
    assert.match(above, new RegExp(`^Question ${seen.length} of about [0-9]+, topic [A-Z].+`));
    assert.match(await page.$eval(".whose", ({ innerText }) => innerText), /^About you/);
    assert.deepEqual(state.alerts, []);
    const value = given[state.question] ?? (state.type === "radio" ? state.values.at(-2) : "none");
    await visitor.choose(value);
    await visitor.press("Continue");
  }
  const rules = questionsOfRules();
  const asked = new Set(seen.map(({ id }) => id));
  assert.deepEqual(seen, rules.filter(({ id }) => asked.has(id)));
  assert.ok(seen.length >= rules.length - 2, `${seen.length} of ${rules.length} questions were asked`);
  assert.equal((await visitor.state()).screen, "review");
  const rows = await page.$$eval("[data-answer]", (all) => all.map(({ dataset }) => dataset.answer));
  assert.deepEqual(rows, seen.map(({ id }) => id));
  const buttons = await namesOfButtons(visitor);
  assert.deepEqual([buttons[0], buttons.at(-1), buttons.length], ["Back", "Show my list", rows.length + 2]);
  const titles = await page.$$eval("[data-answer] strong", (all) => all.map((one) => one.textContent));
  assert.deepEqual(buttons.slice(1, -1), titles.map((title) => `Change ${title}`));
  await visitor.press("Show my list");
  const result = await visitor.state();
  assert.deepEqual([result.screen, result.urgent], ["result", ""]);
  assert.deepEqual(await namesOfButtons(visitor), ["Back", "Print", "Save my answers", "Start again"]);
  assert.ok((await page.$$("[data-symptom][data-watch-more]")).length > 3);
  await visitor.close();
});

test("the foot of every screen says what the page is", async () => {
  const visitor = await place.visit();
  for (const screen of ["start", "question", "emergency", "review", "result"]) {
    await visitor.answerUntil((state) => state.screen === screen, { symptoms_now: ["heart_attack"] });
    const foot = await visitor.page.$eval("footer", ({ innerText }) => innerText.replace(/\s+/g, " "));
    assert.match(foot, /This page helps you get ready to talk with your doctor\./);
    assert.match(foot, /No doctor or nurse has reviewed it\./);
    assert.match(foot, /Rules jak_inhibitors [0-9.]+, digest [0-9a-f]{12}/);
  }
  await visitor.close();
});

// Questions.

test("Continue without an answer tells where and what", async () => {
  for (const [question, message] of [["symptoms_now", "Mark what is so."], ["stage", "Choose an answer."]]) {
    const visitor = await place.visit();
    const { page } = visitor;
    const { h1 } = await visitor.answerUntil((state) => state.question === question);
    await visitor.press("Continue");
    const { title, alerts } = await visitor.state();
    assert.equal(title, `Error: ${h1}`);
    assert.equal(alerts.length, 1);
    assert.ok(alerts[0].startsWith("There is a problem") && alerts[0].includes(message));
    const isThere = await page.evaluate(() => document.activeElement.getAttribute("role") === "alert");
    assert.ok(isThere, "the summary has no focus");
    assert.ok((await page.$eval("#wrong", ({ innerText }) => innerText)).startsWith(message));
    const described = await page.$eval("fieldset", (set) => document.getElementById(set.getAttribute("aria-describedby")).id);
    assert.equal(described, "wrong");
    await visitor.hit(await visitor.find(".summary a"));
    assert.equal(await page.evaluate(() => document.activeElement.name), question);
    assert.equal(page.url(), place.address);
    // After an answer nothing of it is left.
    await visitor.choose(question === "stage" ? "not_sure" : "none");
    await visitor.press("Continue");
    const next = await visitor.state();
    assert.deepEqual([next.title, next.alerts, next.isAtHeading], [next.h1, [], true]);
    await visitor.close();
  }
});

test("an emergency sign alarms at once, and no more when it is unmarked", async () => {
  const visitor = await place.visit({ size: PHONE });
  const { page } = visitor;
  await visitor.press("Start");
  const alerts = async () => (await visitor.state()).alerts;
  assert.deepEqual(await alerts(), []);
  const signs = (await visitor.state()).values.filter((value) => !/none|not_sure/.test(value));
  const urgent = [];
  for (const sign of signs) {
    await visitor.choose(sign);
    const [alert] = await alerts();
    if (alert) {
      urgent.push(sign);
      assert.match(alert, /call/i);
      const isSeen = await page.$eval("[role=alert]", (one) => one.getBoundingClientRect().top < window.innerHeight);
      assert.ok(isSeen, "the alert is out of sight");
    }
    await visitor.choose(sign);
    assert.deepEqual(await alerts(), [], sign);
  }
  const found = await page.evaluate(
    (all) => all.filter((sign) => window.jakcheck.evaluate({ symptoms_now: [sign] }).urgent === "emergency"),
    signs,
  );
  assert.deepEqual(urgent, found);
  assert.ok(urgent.length >= 5);
  await visitor.choose(`not_sure:${urgent[0]}`);
  const [maybe] = await alerts();
  await visitor.choose(urgent[0]);
  const [sure] = await alerts();
  assert.ok(maybe && sure && maybe !== sure, "not sure and yes say the same");
  await visitor.choose("none");
  assert.deepEqual(await alerts(), []);
  await visitor.choose("not_sure");
  assert.deepEqual(await alerts(), [maybe]);
  await visitor.press("Continue");
  const emergency = await visitor.state();
  assert.deepEqual([emergency.screen, emergency.urgent, emergency.isAtHeading], ["emergency", "emergency", true]);
  assert.deepEqual(await namesOfButtons(visitor), ["Back", "Go on with the questions"]);
  await visitor.back();
  const again = await visitor.state();
  assert.deepEqual([again.question, again.marked, again.alerts], ["symptoms_now", ["not_sure"], [maybe]]);
  await visitor.choose("none");
  await visitor.press("Continue");
  assert.equal((await visitor.state()).screen, "question");
  await visitor.close();
});

test("each emergency sign that is marked gives the alarm, which stays as long as one is", async () => {
  const visitor = await place.visit();
  const { page } = visitor;
  await visitor.press("Start");
  const above = () => page.evaluate(() => document.querySelector("form [role=alert]")?.previousElementSibling.querySelector("input").value ?? null);
  const isNew = () => page.evaluate(() => { const alarm = document.querySelector("form [role=alert]"); const seen = alarm?.dataset.seen; if (alarm) { alarm.dataset.seen = "yes"; } return seen !== "yes"; });
  await visitor.choose("stroke");
  assert.deepEqual([await above(), await isNew()], ["stroke", true]);
  await visitor.choose("clot_leg");
  assert.deepEqual([await above(), await isNew()], ["clot_leg", true]);
  await visitor.choose("liver");
  assert.deepEqual([await above(), await isNew()], ["clot_leg", false]);
  await visitor.choose("clot_leg");
  assert.equal(await above(), "stroke");
  await visitor.choose("stroke");
  assert.equal(await above(), null);
  await visitor.close();
});

test("marks that contradict a new one go away, others stay", async () => {
  const visitor = await place.visit();
  await visitor.press("Start");
  const { values } = await visitor.state();
  const [one, unsureOne, other, unsureOther] = values;
  const marked = async (...choices) => {
    for (const value of choices) {
      await visitor.choose(value);
    }
    const now = (await visitor.state()).marked;
    for (const value of now) {
      await visitor.choose(value);
    }
    assert.deepEqual((await visitor.state()).marked, []);
    return now;
  };
  const said = () => visitor.page.$eval("[role=status]", ({ innerText }) => innerText);
  await visitor.choose(one);
  assert.equal(await said(), "");
  await visitor.choose("none");
  assert.match(await said(), /taken away/);
  await visitor.choose("none");
  assert.equal(await said(), "");
  assert.deepEqual(await marked(one, other, "none"), ["none"]);
  assert.deepEqual(await marked(unsureOne, other, "none"), ["none"]);
  assert.deepEqual(await marked("none", one), [one]);
  assert.deepEqual(await marked("none", unsureOne), [unsureOne]);
  assert.deepEqual(await marked("none", "not_sure"), ["not_sure"]);
  assert.deepEqual(await marked("not_sure", "none"), ["none"]);
  assert.deepEqual(await marked(one, unsureOne), [unsureOne]);
  assert.deepEqual(await marked(unsureOne, one), [one]);
  assert.deepEqual(await marked(one, unsureOther), [one, unsureOther]);
  assert.deepEqual(await marked(one, unsureOther, "not_sure"), [one, "not_sure"]);
  assert.deepEqual(await marked("not_sure", one), [one, "not_sure"]);
  await visitor.close();
});

test("the reason for a question opens in place and keeps what is marked", async () => {
  const visitor = await place.visit();
  const { page } = visitor;
  await visitor.press("Start");
  const [first, , second] = (await visitor.state()).values;
  await visitor.choose(first);
  await visitor.choose(second);
  const why = () =>
    page.evaluate(() => {
      const made = [...document.querySelectorAll("main button")].find((one) => one.textContent === "Why do we ask?");
      const reason = document.getElementById(made.getAttribute("aria-controls"));
      return [made.getAttribute("aria-expanded"), reason.innerText.length > 10 && reason.offsetHeight > 0];
    });
  assert.deepEqual(await why(), ["false", false]);
  await visitor.press("Why do we ask?");
  assert.deepEqual(await why(), ["true", true]);
  assert.deepEqual((await visitor.state()).marked, [first, second]);
  visitor.usesKeys = true;
  await visitor.press("Why do we ask?");
  assert.deepEqual(await why(), ["false", false]);
  assert.deepEqual((await visitor.state()).marked, [first, second]);
  assert.equal((await visitor.state()).screen, "question");
  await visitor.close();
});

test("Enter in an option is Continue, in a list of boxes nothing, and it marks nothing", async () => {
  const visitor = await place.visit();
  visitor.usesKeys = true;
  const { page } = visitor;
  await visitor.press("Start");
  for (const value of [null, "none"]) {
    if (value) {
      await visitor.choose(value);
    }
    await visitor.tabTo(await visitor.find("form input"));
    await page.keyboard.press("Enter");
    const { question, marked } = await visitor.state();
    assert.deepEqual([question, marked], ["symptoms_now", value ? [value] : []]);
    assert.doesNotMatch(await page.title(), /^Error: /);
  }
  await visitor.press("Continue");
  await visitor.tabTo(await visitor.find("form input"));
  await page.keyboard.press("Enter");
  assert.match(await page.title(), /^Error: /);
  assert.deepEqual((await visitor.state()).marked, []);
  await visitor.choose("thinking");
  await page.keyboard.press("Enter");
  assert.equal((await visitor.state()).question, "medicine");
  await visitor.close();
});

test("who answers for somebody else reads so on each screen", async () => {
  const visitor = await place.visit();
  await visitor.hit(await visitor.find("input[name=whose]"));
  for (const screen of ["question", "emergency", "review", "result"]) {
    await visitor.answerUntil((state) => state.screen === screen, { symptoms_now: ["heart_attack"] });
    assert.match(await visitor.page.$eval("main", ({ innerText }) => innerText), /the person you care for/);
  }
  assert.equal(JSON.parse(await visitor.save()).for, "someone_else");
  await visitor.close();
});

test("for an age without a list this is said at once, and with the heading", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.question === "age_band");
  await visitor.choose("under_18");
  await visitor.press("Continue");
  const text = await visitor.page.evaluate(() => {
    const about = document.querySelector("h1").getAttribute("aria-describedby");
    return about.split(" ").map((id) => document.getElementById(id)?.innerText).join(" ");
  });
  assert.match(text, /adults/);
  // Once is enough.
  await visitor.choose("no");
  await visitor.press("Continue");
  assert.equal(await visitor.page.$("#screen .note"), null);
  await visitor.close();
});

// Back and forth.

test("after Back one goes on in order, and nothing that was answered is lost", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.question === "age_band", { stage: "about_to_start", medicine: "tofacitinib" });
  // Marked, and not yet an answer.
  await visitor.choose("50_to_64");
  await visitor.back();
  await visitor.browserBack();
  assert.deepEqual((await visitor.state()).marked, ["tofacitinib"]);
  await visitor.back();
  assert.deepEqual((await visitor.state()).marked, ["about_to_start"]);
  const order = [];
  for (let screens = 0; screens < 4; screens += 1) {
    const { question, marked } = await visitor.state();
    order.push([question, marked[0]]);
    await visitor.press("Continue");
  }
  const expected = [["stage", "about_to_start"], ["medicine", "tofacitinib"], ["condition", "other"]];
  assert.deepEqual(order, [...expected, ["age_band", "50_to_64"]]);
  assert.equal((await visitor.state()).question, "clot_history");
  await visitor.close();
});

test("Change leads back to the review, after what newly applies", async () => {
  const visitor = await place.visit();
  const change = async (id) => visitor.hit(await visitor.find(`[data-answer="${id}"] button`));
  await visitor.answerUntil((state) => state.screen === "review", { condition: "ra" });
  assert.equal(await visitor.page.$("[data-answer=prior_other_systemic]"), null);
  await change("smoking");
  assert.deepEqual((await visitor.state()).marked, ["never"]);
  await visitor.choose("past");
  // Back takes nothing over.
  await visitor.back();
  await change("smoking");
  assert.deepEqual((await visitor.state()).marked, ["never"]);
  await visitor.press("Continue");
  assert.equal((await visitor.state()).screen, "review");
  await change("condition");
  await visitor.choose("ad");
  await visitor.press("Continue");
  const asked = await visitor.state();
  assert.deepEqual([asked.question, asked.marked], ["prior_other_systemic", []]);
  await visitor.choose("tried");
  await visitor.press("Continue");
  assert.equal((await visitor.state()).screen, "review");
  assert.ok(await visitor.page.$("[data-answer=prior_other_systemic]"));
  // An answer to what does not apply any more counts no more.
  await change("condition");
  await visitor.choose("ra");
  await visitor.press("Continue");
  assert.equal(await visitor.page.$("[data-answer=prior_other_systemic]"), null);
  // An emergency that was changed is still one.
  await change("symptoms_now");
  await visitor.choose("heart_attack");
  await visitor.press("Continue");
  assert.equal((await visitor.state()).screen, "emergency");
  await visitor.press("Go on with the questions");
  assert.equal((await visitor.state()).screen, "review");
  await visitor.press("Show my list");
  assert.equal((await visitor.state()).urgent, "emergency");
  const saved = JSON.parse(await visitor.save());
  assert.deepEqual([saved.prior_other_systemic, saved.condition, saved.smoking], [undefined, "ra", "never"]);
  await visitor.close();
});

test("the emergency screen says the signs if the answer has changed since", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.screen === "review", { symptoms_now: ["heart_attack"] });
  await visitor.hit(await visitor.find("[data-answer=symptoms_now] button"));
  await visitor.choose("none");
  await visitor.press("Continue");
  for (let steps = 0; (await visitor.state()).screen !== "emergency"; steps += 1) {
    assert.ok(steps < 60);
    await visitor.browserBack();
  }
  assert.equal((await visitor.state()).urgent, "");
  assert.ok((await visitor.page.$$("#screen .signs li")).length >= 5);
  await visitor.close();
});

/** Everything that the browser keeps about a page for its history. */
const kept = (visitor) => visitor.page.evaluate(() => JSON.stringify([history.state, location.href, window.name, document.cookie]));

test("the history of the browser leads through the screens and holds no answer", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.question === "medicine", { stage: "learning" });
  await visitor.browserBack();
  assert.equal((await visitor.state()).question, "stage");
  await visitor.browserForward();
  assert.equal((await visitor.state()).question, "medicine");
  await visitor.answerUntil((state) => state.screen === "result");
  const history = [];
  for (let steps = 0; (await visitor.state()).screen !== "start"; steps += 1) {
    assert.ok(steps < 60);
    history.push(await kept(visitor));
    await visitor.browserBack();
    assert.equal((await visitor.state()).isAtHeading, true);
  }
  for (const entry of history) {
    assert.match(entry, /^\[\{"token":"0\.[0-9e-]+","at":[0-9]+\},"file:[^"?#]+","",""\]$/);
  }
  for (let steps = 0; steps < history.length; steps += 1) {
    await visitor.browserForward();
  }
  assert.equal((await visitor.state()).screen, "result");
  await visitor.close();
});

test("loading the page again keeps nothing", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.question === "condition", { stage: "learning" });
  await visitor.page.reload();
  assert.equal((await visitor.state()).screen, "start");
  await visitor.browserBack();
  assert.equal((await visitor.state()).screen, "start");
  await visitor.press("Start");
  assert.deepEqual((await visitor.state()).marked, []);
  await visitor.close();
});

test("Start again forgets everything, also for the browser's Back", async () => {
  const visitor = await place.visit();
  await visitor.hit(await visitor.find("input[name=whose]"));
  await visitor.answerUntil((state) => state.screen === "result", { stage: "learning" });
  await visitor.press("Start again");
  assert.equal((await visitor.state()).screen, "start");
  assert.equal(await visitor.page.$eval("input[name=whose]", ({ checked }) => checked), false);
  assert.equal(await visitor.page.$(".back"), null);
  for (let steps = 0; steps < 4; steps += 1) {
    await visitor.browserBack();
    assert.equal((await visitor.state()).screen, "start");
  }
  await visitor.browserForward();
  assert.equal((await visitor.state()).screen, "start");
  await visitor.press("Start");
  assert.deepEqual((await visitor.state()).marked, []);
  // Nor does an old entry take away what was answered since.
  await visitor.choose("none");
  await visitor.press("Continue");
  for (let steps = 0; steps < 28; steps += 1) {
    await visitor.browserBack();
    assert.equal((await visitor.state()).screen, steps < 1 ? "question" : "start");
  }
  await visitor.press("Start");
  assert.deepEqual((await visitor.state()).marked, ["none"]);
  await visitor.close();
});

test("leaving the page and coming back by the browser shows nothing", async () => {
  const visitor = await place.visit();
  await visitor.answerUntil((state) => state.question === "medicine", { stage: "learning" });
  await visitor.page.goto(place.write("elsewhere.html", "<title>elsewhere</title>"));
  await visitor.page.goBack();
  assert.equal((await visitor.state()).screen, "start");
  await visitor.press("Start");
  assert.deepEqual((await visitor.state()).marked, []);
  await visitor.close();
});

test("two windows do not see each other", async () => {
  const [one, other] = [await place.visit(), await place.visit()];
  await one.answerUntil((state) => state.question === "medicine", { stage: "learning" });
  await other.answerUntil((state) => state.question === "stage");
  assert.deepEqual((await other.state()).marked, []);
  await one.press("Back");
  await other.choose("taking_now");
  assert.deepEqual((await one.state()).marked, ["learning"]);
  await one.close();
  await other.close();
});

// What the page must not do.

test("nothing is kept in the browser and nothing is sent", async () => {
  const visitor = await place.visit();
  const { page } = visitor;
  await page.evaluateOnNewDocument(() => {
    const used = (globalThis.used = []);
    const watch = (object, name) => {
      const real = Object.getOwnPropertyDescriptor(object, name);
      Object.defineProperty(object, name, {
        ...real,
        ...(real.get ? { get: () => used.push(name) } : { value: () => used.push(name) }),
      });
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
      if (Object.getOwnPropertyDescriptor(window, name)) {
        watch(window, name);
      }
    }
    watch(Document.prototype, "cookie");
    watch(Navigator.prototype, "serviceWorker");
    watch(Navigator.prototype, "sendBeacon");
    for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "BroadcastChannel", "Worker", "open", "eval"]) {
      watch(window, name);
    }
    watch(window, "name");
  });
  await page.reload();
  await visitor.answerUntil((state) => state.screen === "result", { symptoms_now: ["heart_attack"] });
  await visitor.save();
  await visitor.press("Start again");
  assert.deepEqual(await page.evaluate(() => globalThis.used), []);
  assert.deepEqual(visitor.said, []);
  assert.equal(await page.evaluate(() => globalThis.violated), undefined);
  assert.deepEqual([...new Set(visitor.asked.filter((url) => !url.startsWith("blob:")))], [place.address]);
  await visitor.close();
});

test("the file has no handler, no address and no eval, and is small", async () => {
  const { html } = place;
  const bytes = Buffer.byteLength(html);
  const compressed = execFileSync("gzip", ["-9c"], { input: html }).length;
  assert.ok(bytes <= 150_000 && compressed <= 40_000, `${bytes} bytes, ${compressed} compressed`);
  assert.equal(jakcheck("page"), html, "the same rules give other bytes");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
  assert.doesNotMatch(html, /\beval\(|new Function|localStorage|sessionStorage|indexedDB|serviceWorker|document\.cookie|innerHTML|https?:/);
  const visitor = await place.visit({ script: false });
  const found = await visitor.page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const names = all.flatMap((one) => one.getAttributeNames());
    return {
      handlers: names.filter((name) => name.startsWith("on") || ["src", "href", "style", "srcdoc", "action"].includes(name)),
      scripts: document.scripts.length,
      outer: all.filter((one) => ["iframe", "object", "embed", "img", "link"].includes(one.localName)).length,
    };
  });
  assert.deepEqual(found, { handlers: [], scripts: 1, outer: 0 });
  await visitor.close();
});

test("the policy keeps out what somebody puts into the file", async () => {
  const spoilt = place.html.replace(
    "<footer>",
    '<img src="https://example.org/a.png" onerror="document.title=\'run\'"><p style="color: red" onclick="document.title=\'run\'" id="bait">x</p>' +
      '<script>window.run = true</script><form action="https://example.org/"><button id="send">x</button></form><footer>',
  );
  const visitor = await place.visit({ address: place.write("spoilt.html", spoilt) });
  await visitor.page.$eval("#bait", (bait) => bait.click());
  await visitor.page.$eval("#send", (send) => send.click());
  assert.notEqual(await visitor.page.title(), "run");
  assert.equal(await visitor.page.evaluate(() => window.run), undefined);
  assert.ok(visitor.said.filter((text) => /Content Security Policy/.test(text)).length >= 4, visitor.said.join("\n"));
  assert.equal((await visitor.state()).screen, "start");
  await visitor.close();
});

// Clocks.

test("past its time, or before it, the page says so first", async () => {
  const { review_by, checked_on } = JSON.parse(readFileSync(new URL("../../rules/jak-inhibitors/rule-set.json", import.meta.url)));
  const nextDay = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const days = [
    [nextDay(review_by, 1), review_by],
    [review_by, null],
    [checked_on, null],
    [nextDay(checked_on, -1), checked_on],
  ];
  for (const [day, told] of days) {
    const visitor = await place.visit({ day });
    const first = () =>
      visitor.page.evaluate(() => {
        const h1 = document.querySelector("main h1");
        const above = h1.previousElementSibling;
        return [above?.classList.contains("top") ? null : above?.innerText ?? null, h1.getAttribute("aria-describedby") === (above?.id || null)];
      });
    for (const screen of ["start", "result"]) {
      await visitor.answerUntil((state) => state.screen === screen);
      const [warning, isHeard] = await first();
      assert.equal(warning === null, told === null, `${day}: ${warning}`);
      assert.ok(told === null || (warning.includes(told) && isHeard), `${day}: ${warning}`);
    }
    const saved = join(place.folder, `answers-${day}.json`);
    writeFileSync(saved, await visitor.save());
    const program = process.env.JAKCHECK ?? "target/debug/jakcheck";
    const root = new URL("../..", import.meta.url).pathname;
    const report = execFileSync(program, ["check", saved, "--format", "html", "--date", day], { cwd: root, encoding: "utf8" });
    const list = await visitor.page.evaluate(wordsOf);
    assert.equal(list, await visitor.page.evaluate(wordsOf, withoutStyle(report)));
    await visitor.close();
  }
});

// Files of answers.

test("saved answers are a file that gives the same list again", async () => {
  const one = await place.visit();
  const session = await one.page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: place.folder, eventsEnabled: true });
  const done = new Promise((resolve) => {
    session.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve());
  });
  await one.answerUntil((state) => state.screen === "result", {
    symptoms_now: ["shingles"],
    stage: "taking_now",
    heart_history: ["stroke", "not_sure:angina"],
    clot_risks: "not_sure",
    smoking: "not_sure",
  });
  const list = await one.page.evaluate(wordsOf);
  const saved = await one.save();
  await done;
  assert.match(await one.page.$eval("#screen > [role=status]", ({ innerText }) => innerText), /saves the file jakcheck-answers\.json/);
  // What is for today is heard with the heading.
  assert.match(await one.page.$eval(`#${await one.page.$eval("h1", (h1) => h1.getAttribute("aria-describedby"))}`, ({ innerText }) => innerText), /^TODAY: /);
  const file = join(place.folder, "jakcheck-answers.json");
  assert.equal(readFileSync(file, "utf8"), saved);
  const other = await place.visit();
  await other.load(file);
  await other.page.waitForSelector("[data-screen=question]");
  // Signs can change: they are asked again, and nothing else.
  const signs = await other.state();
  assert.match(await other.page.$eval(".note", ({ innerText }) => innerText), /Your answers to \d+ questions are kept\./);
  assert.deepEqual([signs.question, signs.marked, signs.isAtHeading], ["symptoms_now", [], true]);
  await other.choose("shingles");
  await other.press("Continue");
  assert.equal((await other.state()).screen, "review");
  await other.press("Show my list");
  assert.equal(await other.page.evaluate(wordsOf), list);
  assert.equal(await other.save(), saved);
  await one.close();
  await other.close();
});

test("a part of the answers is completed by asking for the rest", async () => {
  const visitor = await place.visit();
  const file = join(place.folder, "part.json");
  writeFileSync(file, JSON.stringify({ stage: "learning", heart_history: { stroke: "yes" }, symptoms_now: ["heart_attack"] }));
  await visitor.load(file);
  await visitor.page.waitForSelector("[data-screen=question]");
  const asked = [];
  for (let screens = 0; (await visitor.state()).screen === "question"; screens += 1) {
    const state = await visitor.state();
    asked.push(state.question);
    if (state.question === "heart_history") {
      assert.deepEqual(state.marked, ["stroke"]);
    } else {
      assert.deepEqual(state.marked, []);
      await visitor.choose(state.type === "radio" ? "not_sure" : "none");
    }
    await visitor.press("Continue");
  }
  assert.ok(asked[0] === "symptoms_now" && asked.length > 20 && !asked.includes("stage"));
  await visitor.close();
});

test("a file that is no answers is told, and nothing is taken from it", async () => {
  const visitor = await place.visit();
  const file = join(place.folder, "broken.json");
  const texts = ["", "no JSON", "[]", "null", '{"stage": "nowhere"}', '{"<script>": "yes"}', '{"heart_history": ["none", "stroke"]}'];
  for (const text of texts) {
    writeFileSync(file, text);
    await visitor.load(file);
    await visitor.page.waitForSelector("[role=alert]");
    const { alerts, screen } = await visitor.state();
    assert.equal(screen, "start");
    assert.match(alerts[0], /could not be read/);
    // The same file, mended, can be chosen again.
    await visitor.page.evaluate(() => document.querySelector("[role=alert]").remove());
  }
  writeFileSync(file, '{"stage": "learning"}');
  await visitor.load(file);
  await visitor.page.waitForSelector("[data-screen=question]");
  assert.deepEqual((await visitor.state()).alerts, []);
  await visitor.close();
});

test("the short page asks fewer questions, and its list says what was not answered", async () => {
  const address = place.write("short.html", jakcheck("page", "--short"));
  const visitor = await place.visit({ address });
  const { page } = visitor;
  await visitor.answerUntil((state) => state.screen === "review", { stage: "taking_now", clot_history: "yes" });
  const asked = await page.$$eval("[data-answer]", (rows) => rows.map(({ dataset }) => dataset.answer));
  assert.ok(asked.length >= 8 && asked.length <= questionsOfRules().length / 2, asked.join(" "));
  await visitor.press("Show my list");
  const file = join(place.folder, "short.json");
  writeFileSync(file, await visitor.save());
  const report = withoutStyle(jakcheck("check", file, "--format", "html"));
  assert.equal(await page.evaluate(wordsOf), await page.evaluate(wordsOf, report));
  await visitor.close();
});

test("Print prints, from the list and from the form for paper", async () => {
  const visitor = await place.visit();
  await visitor.page.evaluate(() => {
    globalThis.prints = 0;
    window.print = () => (globalThis.prints += 1);
  });
  await visitor.press("A form to print and fill in by hand");
  await visitor.press("Print");
  await visitor.leave(() => visitor.press("Answer on this screen instead"));
  await visitor.answerUntil((state) => state.screen === "result");
  await visitor.press("Print");
  assert.equal(await visitor.page.evaluate(() => globalThis.prints), 2);
  await visitor.close();
});
