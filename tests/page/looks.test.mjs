// How the questionnaire looks, sounds and prints, for everybody: small screens, large letters, forced colours, keys alone,
// a screen reader, paper, no script, and rules that somebody wrote with bad intent.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PAPERS, jakcheck, letters, printed, spread, violations } from "../browser/browser.mjs";
import { DESKTOP, PHONE, openQuestionnaire, screenReader, withoutStyle, wordsOf } from "./page.mjs";

const rules = fileURLToPath(new URL("../../rules/jak-inhibitors", import.meta.url));
const people = fileURLToPath(new URL("../../examples/people", import.meta.url));

let place;
before(async () => (place = await openQuestionnaire()));
after(() => place.close());

const ILL = { symptoms_now: "heart_attack", age_band: "50_to_64", smoking: "current", heart_risks: ["high_cholesterol"] };
const UNSURE = { symptoms_now: ["not_sure:clot_leg", "shingles"], clot_history: "not_sure", heart_risks: "not_sure" };

/** One of each kind of screen: how somebody comes there, from a new window. */
const SCREENS = {
  start: () => {},
  "start, out of date": () => {},
  "form for paper": (visitor) => visitor.press("A form to print and fill in by hand"),
  "file that is none": async (visitor) => {
    const file = join(place.folder, "none.json");
    writeFileSync(file, "none");
    await visitor.load(file);
    await visitor.page.waitForSelector("[role=alert]");
  },
  "question with boxes": (visitor) => visitor.press("Start"),
  "question with an alarm": async (visitor) => {
    await visitor.press("Start");
    await visitor.choose("heart_attack");
  },
  "question with one answer": async (visitor) => {
    await visitor.answerUntil((state) => state.question === "condition");
    await visitor.choose("ra");
    await visitor.press("Why do we ask?");
  },
  "question without an answer": async (visitor) => {
    await visitor.press("Start");
    await visitor.press("Continue");
  },
  "question with long hints": (visitor) => visitor.answerUntil((state) => state.question === "other_medicines"),
  "question after a notice": async (visitor) => {
    await visitor.answerUntil((state) => state.question === "clot_history", { age_band: "under_18" });
  },
  emergency: (visitor) => visitor.answerUntil((state) => state.screen === "emergency", ILL),
  review: (visitor) => visitor.answerUntil((state) => state.screen === "review", UNSURE),
  list: (visitor) => visitor.answerUntil((state) => state.screen === "result"),
  "list, urgent": (visitor) => visitor.answerUntil((state) => state.screen === "result", ILL),
  "list, not sure": (visitor) => visitor.answerUntil((state) => state.screen === "result", UNSURE),
};

/** Opens a screen of this kind. */
async function show(kind, wishes = {}) {
  const visitor = await place.visit({ day: kind.includes("out of date") ? "2099-01-01" : undefined, ...wishes });
  await SCREENS[kind](visitor);
  return visitor;
}

/** How many pixels the page is wider than the window. */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Everything that can be clicked, with its size. A label is the target of its box. */
const targets = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("button, a[href], input, summary, label:has(input)")];
    return all
      .filter((one) => one.checkVisibility() && !(one.localName === "input" && one.closest("label")))
      .map((one) => ({ text: one.innerText, box: one.getBoundingClientRect() }))
      .map(({ text, box }) => ({ text, width: box.width, height: box.height }));
  });

/** The lines of text on the screen, as they are broken. Runs in the browser. */
function linesOnScreen() {
  const lines = [];
  for (const block of document.querySelectorAll("p, li, h1, h2, h3, legend, label > span, button, .hint")) {
    if (!block.checkVisibility() || block.querySelector("p, li, h1, label, .hint")) {
      continue;
    }
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const byTop = new Map();
    while (walker.nextNode()) {
      for (let place = 0; place < walker.currentNode.length; place += 1) {
        const range = document.createRange();
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const top = Math.round(range.getBoundingClientRect().bottom / 4);
        byTop.set(top, (byTop.get(top) ?? "") + walker.currentNode.data[place]);
      }
    }
    lines.push(...byTop.values());
  }
  return lines.map((line) => line.trim());
}

for (const kind of Object.keys(SCREENS)) {
  test(`${kind}: readable, and large enough`, async () => {
    const visitor = await show(kind);
    const { page } = visitor;
    assert.deepEqual(await violations(page, "light"), []);
    assert.deepEqual(await violations(page, "dark"), []);
    // Letters of a phone are narrower than those of this machine.
    for (const font of ["DejaVu Sans", "DejaVu Sans Condensed"]) {
      await page.evaluate((name) => (document.documentElement.style.fontFamily = name), font);
      const lines = await page.evaluate(linesOnScreen);
      assert.ok(lines.length > 5);
      assert.deepEqual(lines.filter((line) => line.length > 80), [], font);
    }
    for (const [size, height] of [[DESKTOP, 800], [PHONE, 568]]) {
      await page.setViewport({ ...size, isMobile: false, hasTouch: false, height });
      assert.ok((await sideways(page)) <= 0, `it scrolls sideways at ${size.width} pixels`);
      const small = (await targets(page)).filter(({ width, height: high }) => width < 44 || high < 44);
      assert.deepEqual(small, [], `at ${size.width} pixels`);
    }
    await spread(page);
    assert.ok((await sideways(page)) <= 0, "with spread text it scrolls sideways");
    await page.evaluate(() => (document.documentElement.style.fontSize = "36px"));
    assert.ok((await sideways(page)) <= 0, "with letters of 200 % it scrolls sideways");
    await visitor.close();
  });
}

test("every place that the Tab key reaches shows the focus with 3 pixels", async () => {
  for (const kind of ["start", "question with boxes", "question with one answer", "question without an answer", "review", "list"]) {
    for (const colours of ["none", "active"]) {
      const visitor = await show(kind);
      const session = await visitor.page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: colours }] });
      await visitor.page.evaluate(() => document.activeElement.blur());
      const seen = new Set();
      for (let steps = 0; steps < 60; steps += 1) {
        await visitor.page.keyboard.press("Tab");
        const focus = await visitor.page.evaluate(() => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          const isInSight = box.bottom > 0 && box.top < window.innerHeight;
          const name = `${[...document.querySelectorAll("*")].indexOf(one)} ${one.localName} ${one.textContent}`;
          return { name, width: style.outlineWidth, style: style.outlineStyle, isInSight, isPage: one === document.body };
        });
        // After the last one the page itself, and then the first again.
        if (seen.has(focus.name)) {
          break;
        }
        if (focus.isPage) {
          continue;
        }
        seen.add(focus.name);
        assert.deepEqual([focus.width, focus.style, focus.isInSight], ["3px", "solid", true], `${kind}: ${focus.name}`);
      }
      assert.ok(seen.size >= 3, `${kind}: ${[...seen]}`);
      await visitor.close();
    }
  }
});

test("with forced colours every button and every warning has an edge", async () => {
  for (const kind of ["question with an alarm", "question without an answer", "list, urgent"]) {
    const visitor = await show(kind);
    const session = await visitor.page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    const flat = await visitor.page.evaluate(() => {
      const all = [...document.querySelectorAll("main button, .emergency, .summary")];
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const isFlat = ({ borderTopWidth, borderTopColor }) => parseFloat(borderTopWidth) < 2 || borderTopColor === backgroundColor;
      return [matchMedia("(forced-colors: active)").matches, all.length, all.filter((one) => isFlat(getComputedStyle(one))).length];
    });
    assert.ok(flat[0] && flat[1] >= 3 && flat[2] === 0, `${kind}: ${flat}`);
    await visitor.close();
  }
});

test("nothing moves, blinks or plays", async () => {
  for (const kind of ["question with an alarm", "list, urgent"]) {
    const visitor = await show(kind);
    const moving = await visitor.page.evaluate(() => {
      const moves = (one) => {
        const style = getComputedStyle(one);
        return style.animationName !== "none" || style.transitionDuration !== "0s" || style.scrollBehavior !== "auto";
      };
      return [...document.querySelectorAll("*")].filter(moves).length + document.getAnimations().length;
    });
    assert.equal(moving, 0);
    await visitor.close();
  }
});

test("an alarm moves nothing that stands above it", async () => {
  const visitor = await place.visit({ size: PHONE });
  await visitor.press("Start");
  const input = await visitor.find('form input[value="stroke"]');
  await visitor.hit(await input.evaluateHandle((one) => one.closest("label")));
  const top = () => input.evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  await visitor.page.keyboard.press("Space");
  assert.deepEqual((await visitor.state()).marked, []);
  assert.equal(await top(), before);
  await visitor.close();
});

test("the main message stands on the first screen of a phone", async () => {
  for (const kind of ["list", "list, urgent"]) {
    const visitor = await show(kind, { size: { width: 412, height: 915 } });
    const bottom = await visitor.page.$eval("main strong", (message) => message.getBoundingClientRect().bottom);
    assert.ok(bottom > 0 && bottom <= 915, `it ends at ${bottom}`);
    await visitor.close();
  }
});

// Heard.

for (const kind of ["start, out of date", "question with boxes", "question with an alarm", "question without an answer", "emergency", "review", "list"]) {
  test(`${kind}: what is read out is what is seen, in the same order`, async () => {
    const visitor = await show(kind);
    const { page } = visitor;
    const seen = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim() !== "" && parentElement.checkVisibility() && !parentElement.closest("script")) {
          texts.push(data.trim());
        }
      }
      return texts;
    });
    await page.evaluate(screenReader());
    const heard = await page.evaluate(async () => {
      const { virtual } = globalThis;
      await virtual.start({ container: document.body });
      for (let steps = 0; steps < 1500 && (await virtual.lastSpokenPhrase()) !== "end of document"; steps += 1) {
        await virtual.next();
      }
      return virtual.spokenPhraseLog();
    });
    assert.equal(heard.at(-1), "end of document");
    let from = 0;
    const all = heard.join(" | ");
    for (const text of seen) {
      const at = all.indexOf(text, from);
      assert.ok(at >= 0, `not heard in its place: ${text}`);
      from = at;
    }
    // Nothing else is read out: no form for paper, no screen that was left.
    const known = seen.join(" ");
    const words = heard.filter((phrase) => !/^(end|document|main|form|group|paragraph|section|region|article|list|listitem|banner|contentinfo|alert|status|generic|strong|checkbox|radio|button|heading|link|header)\b/.test(phrase));
    assert.deepEqual(words.filter((phrase) => !known.includes(phrase.split(", level")[0])), []);
    const count = (role) => heard.filter((phrase) => phrase.startsWith(`${role}, `) || phrase === role).length;
    assert.equal(heard.filter((phrase) => /^heading, .*, level 1/.test(phrase)).length, 1);
    if (kind === "question with boxes") {
      assert.equal(count("checkbox"), (await visitor.state()).values.length);
      assert.equal(heard.filter((phrase) => /^checkbox, .+, not checked/.test(phrase)).length, count("checkbox"));
      assert.ok(heard.some((phrase) => /^group, Do you have any of these right now\?/.test(phrase)));
      assert.ok(heard.some((phrase) => /^button, Why do we ask\?,.*not expanded/.test(phrase)));
    }
    if (kind === "question without an answer") {
      // The message belongs to the group, so it is heard with it.
      assert.ok(heard.some((phrase) => /^group, .*Mark what is so/.test(phrase)), all);
      assert.ok(heard.some((phrase) => phrase.startsWith("alert")));
    }
    if (kind === "question with an alarm") {
      const alert = heard.findIndex((phrase) => phrase.startsWith("alert"));
      assert.match(heard.slice(0, alert).findLast((phrase) => phrase.startsWith("checkbox")), /^checkbox, Not sure: Chest pain/);
    }
    if (kind === "review") {
      assert.ok(heard.some((phrase) => phrase === "button, Change Smoking"));
    }
    await visitor.close();
  });
}

// Without a script, and on paper.

test("without a script the page is a complete form for paper", async () => {
  const visitor = await place.visit({ script: false, size: { ...PHONE, isMobile: false } });
  const { page } = visitor;
  const found = await page.evaluate(() => {
    const text = document.body.innerText;
    const sets = [...document.querySelectorAll("fieldset")].filter((set) => set.checkVisibility());
    return {
      text,
      mains: [...document.querySelectorAll("main")].filter((main) => main.checkVisibility()).length,
      buttons: [...document.querySelectorAll("button")].filter((one) => one.checkVisibility()).length,
      first: document.querySelector("main:not([hidden])").innerText.slice(0, 200),
      questions: sets.map((set) => ({
        text: set.querySelector("legend").innerText,
        options: [...set.querySelectorAll("li")].map((option) => option.innerText.trim()),
        boxes: set.querySelectorAll(".box").length,
      })),
    };
  });
  assert.deepEqual([found.mains, found.buttons], [1, 0]);
  assert.match(found.first, /^EMERGENCY/);
  assert.match(found.text, /This list does not say if the medicine is right for you\./);
  assert.match(found.text, /No doctor or nurse has reviewed it\./);
  // The same questions and options as on the screens.
  const other = await place.visit();
  const screens = [];
  await other.press("Start");
  for (let state = await other.state(); state.screen === "question"; state = await other.state()) {
    const options = await other.page.$$eval("form label", (labels) =>
      labels.filter((label) => !label.querySelector("input").value.startsWith("not_sure:")).map((label) => label.innerText),
    );
    screens.push({ text: state.h1, options });
    await other.choose(state.question === "condition" ? "ad" : state.type === "radio" ? state.values.at(-2) : "none");
    await other.press("Continue");
  }
  const plain = ({ text, options }) => JSON.stringify([text, options]).replace(/\\n|\s+/g, " ");
  const onPaper = found.questions.map(plain);
  assert.deepEqual(screens.map(plain).filter((question) => !onPaper.includes(question)), []);
  assert.ok(found.questions.every(({ options, boxes }) => boxes === options.length && boxes >= 3));
  const all = readdirSync(join(rules, "topics")).flatMap((name) => JSON.parse(readFileSync(join(rules, "topics", name))).questions ?? []);
  assert.deepEqual(found.questions.map(({ text }) => text).sort(), all.map(({ text }) => text).sort());
  assert.ok((await sideways(page)) <= 0);
  await other.close();
  await visitor.close();
});

test("the form for paper is reached from the first screen, is printed, and left by Back", async () => {
  const visitor = await place.visit();
  const { page } = visitor;
  await visitor.press("A form to print and fill in by hand");
  assert.match(await page.title(), /to fill in by hand/);
  assert.equal((await visitor.state()).isAtHeading, true);
  for (const paper of PAPERS) {
    const sides = await printed(page, place.folder, paper);
    assert.ok(sides.length <= 6, `${sides.length} pages of ${paper}`);
    assert.doesNotMatch(sides.join(""), /Answer on this screen|^Print$/m);
    for (const [text, ...options] of await page.$$eval("#paper fieldset", (sets) => sets.map((set) => [...set.querySelectorAll("legend, li")].map((one) => one.innerText)))) {
      const whole = letters([text, ...options].join(""));
      // The longest may need more than a side.
      assert.ok(options.length > 12 || sides.some((side) => letters(side).includes(whole)), `cut in two: ${text}`);
    }
  }
  await visitor.leave(() => visitor.press("Answer on this screen instead"));
  assert.equal((await visitor.state()).screen, "start");
  await visitor.press("A form to print and fill in by hand");
  await visitor.browserBack();
  assert.equal((await visitor.state()).screen, "start");
  await visitor.close();
});

test("without a script it is readable for everybody", async () => {
  // Axe is a script itself: the page keeps its own from running instead.
  const html = place.html.replace(/<script>.*<\/script>/s, "");
  const visitor = await place.visit({ address: place.write("paper.html", html) });
  assert.deepEqual(await violations(visitor.page, "light"), []);
  assert.deepEqual(await violations(visitor.page, "dark"), []);
  await visitor.close();
});

for (const person of readdirSync(people).filter((name) => name !== "chest_pain_now.json")) {
  test(`the list of ${person} on paper`, async () => {
    const answers = JSON.parse(readFileSync(join(people, person)));
    const visitor = await place.visit();
    const { page } = visitor;
    await visitor.load(join(people, person));
    await page.waitForSelector("[data-screen=question]");
    const signs = answers.symptoms_now;
    const marks = Array.isArray(signs) ? signs : Object.entries(signs).filter(([, one]) => one !== "no").map(([id, one]) => (one === "yes" ? id : `not_sure:${id}`));
    for (const mark of marks) {
      await visitor.choose(mark);
    }
    await visitor.answerUntil((state) => state.screen === "result");
    for (const paper of PAPERS) {
      const sides = await printed(page, place.folder, paper);
      assert.ok(sides.length <= 2, `${sides.length} pages of ${paper}`);
      sides.forEach((side, index) => assert.match(side, new RegExp(`\\b${index + 1} / ${sides.length}\\b`)));
      assert.doesNotMatch(sides.join("\n"), /^(Back|Print|Save my answers|Start again)$/m);
      // Nothing of the list is lost on paper.
      const all = letters(sides.join(""));
      for (const line of await page.$$eval("#screen :is(h1, h2, h3, li, p:not(.actions, .top))", (lines) => lines.map((one) => one.innerText))) {
        assert.ok(all.includes(letters(line)) || letters(line) === "", line);
      }
    }
    await page.emulateMediaType("print");
    const look = await page.evaluate(() => {
      const { fontSize, color, backgroundColor } = getComputedStyle(document.documentElement);
      const shown = [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility());
      const questions = shown.filter((one) => one.matches(".ticks li:not(.blank)"));
      const boxes = questions.every((one) => one.querySelector("input[type=checkbox]")?.checkVisibility());
      return { fontSize, color, backgroundColor, boxes, colors: [...new Set(shown.map((one) => getComputedStyle(one).color))] };
    });
    const black = "rgb(0, 0, 0)";
    assert.deepEqual(look, { fontSize: "16px", color: black, backgroundColor: "rgb(255, 255, 255)", boxes: true, colors: [black] });
    await visitor.close();
  });
}

// Rules of bad intent.

const HOSTILE = " <script>window.run = 1</script> \"'`&amp; <img src=x onerror='window.run = 1'></script></style></title>-->";
const OTHER_WAY = " שלום עולם (1), مرحبا.";

/** Rules with something more in each of their texts. */
function spoiltRules(name, more) {
  const folder = join(place.folder, name);
  cpSync(rules, folder, { recursive: true });
  const texts = new Set(["title", "text", "label", "hint", "why", "tell", "ask", "brief", "when_not_sure", "name"]);
  const spoil = (value, key) => {
    if (typeof value === "string") {
      return texts.has(key) ? value + more : value;
    }
    if (Array.isArray(value)) {
      return value.map((one) => spoil(one, key));
    }
    return value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, spoil(one, inner)]))
      : value;
  };
  for (const file of ["rule-set.json", ...readdirSync(join(folder, "topics")).map((one) => `topics/${one}`)]) {
    writeFileSync(join(folder, file), JSON.stringify(spoil(JSON.parse(readFileSync(join(folder, file))))));
  }
  return folder;
}

for (const [name, more] of [["markup", HOSTILE], ["writing from right to left", OTHER_WAY]]) {
  test(`rules with ${name} in every text stay text`, async () => {
    const folder = spoiltRules(name.replaceAll(" ", "-"), more);
    const address = place.write("hostile.html", jakcheck("page", "--rules", folder));
    const visitor = await place.visit({ address, size: { ...PHONE, hasTouch: false } });
    const { page } = visitor;
    const expect = async (where) => {
      const found = await page.evaluate(() => ({
        run: window.run ?? null,
        scripts: document.scripts.length,
        others: document.querySelectorAll("main script, img, iframe, object, body style").length,
        wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        text: document.querySelector("main:not([hidden])").innerText,
      }));
      const { text, ...rest } = found;
      assert.deepEqual(rest, { run: null, scripts: 1, others: 0, wider: 0 }, where);
      assert.ok(text.replace(/\s+/g, " ").includes(more.trim()), where);
    };
    await expect("start");
    for (let steps = 0; (await visitor.state()).screen !== "result"; steps += 1) {
      assert.ok(steps < 80);
      const { screen, question, title, h1, values } = await visitor.state();
      if (screen === "question") {
        await expect(question);
        assert.equal(title.replace(/\s+/g, " "), h1.replace(/\s+/g, " "));
        const boxes = values.filter((value) => !/^(none|not_sure)/.test(value));
        for (const value of values.includes("none") ? boxes : [boxes[0]]) {
          await (await visitor.find(`form input[value="${value}"]`)).evaluate((one) => one.click());
        }
        await visitor.press("Why do we ask?");
        await visitor.press("Continue");
      } else {
        await expect(screen);
        await visitor.press({ start: "Start", emergency: "Go on with the questions", review: "Show my list" }[screen]);
      }
    }
    await expect("result");
    const file = join(place.folder, "hostile.json");
    writeFileSync(file, await visitor.save());
    const report = withoutStyle(jakcheck("check", file, "--format", "html", "--rules", folder));
    assert.equal(await page.evaluate(wordsOf), await page.evaluate(wordsOf, report));
    assert.deepEqual(visitor.said, []);
    await visitor.close();
    const paper = await place.visit({ address, script: false });
    const text = await paper.page.evaluate(() => [document.scripts.length, document.querySelectorAll("img").length, document.body.innerText]);
    assert.deepEqual(text.slice(0, 2), [1, 0]);
    assert.ok(text[2].includes(more.trim()));
    await paper.close();
  });
}

test("characters that turn writing round do not come into a page", () => {
  for (const character of ["\u202e", "\u2066", "\u200f", "\u200b", "\ue000"]) {
    const folder = spoiltRules(`unseen-${character.codePointAt(0)}`, character);
    assert.throws(() => execFileSync(process.env.JAKCHECK ?? join(rules, "../../target/debug/jakcheck"), ["page", "--rules", folder], { stdio: "pipe" }));
  }
});
