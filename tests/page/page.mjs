// The questionnaire in a real browser: how a person reads it, clicks and types.

import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { jakcheck, open } from "../browser/browser.mjs";

/** The day of all tests, unless they say otherwise: that of `jakcheck` in these tests. */
export const TODAY = "2026-12-01";

export const PHONE = { width: 320, height: 568, isMobile: true, hasTouch: true };
export const DESKTOP = { width: 1280, height: 800 };

/** Numbers at random that are the same each time. */
export function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  return { below, chance: (share) => next() < share, oneOf: (list) => list[below(list.length)] };
}

/** A browser with the page as a file, and pages that show it. */
export async function openQuestionnaire() {
  const opened = await open();
  const { page: first } = await opened.show("<title>first</title>");
  const browser = first.browser();
  const write = (name, text) => {
    const file = join(opened.folder, name);
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const html = jakcheck("page");
  const address = write("questionnaire.html", html);
  return { ...opened, browser, html, address, write, visit: (wishes) => visit(browser, { address, ...wishes }) };
}

/** Opens the questionnaire in a window of its own, with a faked clock, and notes what the browser says and asks for. */
async function visit(browser, { address, size = DESKTOP, day = TODAY, script = true }) {
  // Two can be open side by side, and each behaves as the one that somebody looks at.
  const page = await browser.newPage();
  await (await page.createCDPSession()).send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await page.setViewport(size);
  await page.setJavaScriptEnabled(script);
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.evaluateOnNewDocument((date) => {
    const [year, month, number] = date.split("-").map(Number);
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length > 0 ? given : [year, month - 1, number, 23, 30]));
      }
    };
    // What would be saved is kept for the test.
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.saved = blob.text();
      return make.call(URL, blob);
    };
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      globalThis.violated = [...(globalThis.violated ?? []), `${violatedDirective} ${blockedURI}`];
    });
  }, day);
  await page.goto(address, { waitUntil: "load" });
  return new Visitor(page, asked, said, size.hasTouch);
}

/** One window, and somebody in front of it. */
export class Visitor {
  constructor(page, asked, said, hasTouch) {
    Object.assign(this, { page, asked, said, hasTouch, usesKeys: false });
  }

  /** What the screen is, and where the focus stands. */
  state() {
    return this.page.evaluate(() => {
      const main = document.querySelector("main:not([hidden])");
      const h1 = main.querySelector("h1");
      return {
        ...main.dataset,
        title: document.title,
        h1: h1?.innerText,
        isAtHeading: document.activeElement === h1,
        headings: document.querySelectorAll("main:not([hidden]) h1").length,
        marked: [...main.querySelectorAll("form input:checked")].map(({ value }) => value),
        values: [...main.querySelectorAll("form input")].map(({ value }) => value),
        type: main.querySelector("form input")?.type,
        alerts: [...document.querySelectorAll("[role=alert]")].map(({ innerText }) => innerText.trim()),
      };
    });
  }

  /** The element of the screen that fits a selector and, if given, has this text. */
  async find(selector, text) {
    const handle = await this.page.evaluateHandle(
      (wanted, words) =>
        [...document.querySelectorAll(`main:not([hidden]) ${wanted}`)].find(
          (one) => words === null || one.textContent === words,
        ) ?? null,
      selector,
      text ?? null,
    );
    const element = handle.asElement();
    if (!element) {
      throw new Error(`no ${selector} ${text ?? ""}`);
    }
    return element;
  }

  button(name) {
    return this.find("button", name);
  }

  /** Goes to an element with the Tab key, as somebody without a mouse. */
  async tabTo(element) {
    for (let steps = 0; steps < 200; steps += 1) {
      if (await element.evaluate((one) => one === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error("the Tab key does not lead there");
  }

  /** Clicks or taps in the middle of an element, where nothing else may lie. */
  async hit(element) {
    const { x, y, isFree } = await element.evaluate((one) => {
      one.scrollIntoView({ block: "center" });
      const box = one.getBoundingClientRect();
      const [left, top] = [box.left + box.width / 2, box.top + box.height / 2];
      return { x: left, y: top, isFree: one.contains(document.elementFromPoint(left, top)) };
    });
    if (!isFree) {
      throw new Error("something lies over it");
    }
    await (this.hasTouch ? this.page.touchscreen.tap(x, y) : this.page.mouse.click(x, y));
  }

  /** Presses a button by its name. */
  async press(name) {
    const button = await this.button(name);
    if (this.usesKeys) {
      await this.tabTo(button);
      await this.page.keyboard.press("Enter");
    } else {
      await this.hit(button);
    }
  }

  /** Marks or unmarks a box, or chooses an option. */
  async choose(value) {
    const input = await this.find(`form input[value="${value}"]`);
    if (!this.usesKeys) {
      return this.hit(await input.evaluateHandle((one) => one.closest("label")));
    }
    if ((await input.evaluate(({ type }) => type)) === "checkbox") {
      await this.tabTo(input);
      return this.page.keyboard.press("Space");
    }
    // One Tab leads into radio buttons, then arrows choose.
    const place = await this.page.evaluate(async () => {
      const all = [...document.querySelectorAll("main form input")];
      return Math.max(all.findIndex(({ checked }) => checked), 0);
    });
    const inputs = await this.page.$$("main form input");
    await this.tabTo(inputs[place]);
    const wanted = await input.evaluate((one) => [...document.querySelectorAll("main form input")].indexOf(one));
    if (wanted === place) {
      return this.page.keyboard.press("Space");
    }
    for (let steps = place; steps !== wanted; steps += Math.sign(wanted - place)) {
      await this.page.keyboard.press(wanted > place ? "ArrowDown" : "ArrowUp");
    }
  }

  /** Does what leads to another screen by way of the browser's history, which takes a moment. */
  async leave(act) {
    await this.page.evaluate(() => (globalThis.before = document.querySelector("main:not([hidden]) h1")));
    await act();
    await this.page.waitForFunction(() => document.querySelector("main:not([hidden]) h1") !== globalThis.before, {
      polling: 10,
      timeout: 5000,
    });
  }

  back() {
    return this.leave(() => this.press("Back"));
  }

  browserBack() {
    return this.leave(() => this.page.evaluate(() => history.back()));
  }

  browserForward() {
    return this.leave(() => this.page.evaluate(() => history.forward()));
  }

  /** Answers questions, each as an object of ids and values says or else with "none" or the last but one, up to a screen. */
  async answerUntil(isThere, given = {}) {
    for (let screens = 0; screens < 80; screens += 1) {
      const state = await this.state();
      if (isThere(state)) {
        return state;
      }
      if (state.screen === "start") {
        await this.press("Start");
      } else if (state.screen === "emergency") {
        await this.press("Go on with the questions");
      } else if (state.screen === "review") {
        await this.press("Show my list");
      } else {
        const usual = state.values.includes("none") ? "none" : state.values.at(-2);
        if (state.marked.length === 0) {
          for (const value of [given[state.question] ?? usual].flat()) {
            await this.choose(value);
          }
        }
        await this.press("Continue");
      }
    }
    throw new Error("that screen does not come");
  }

  /** What "Save my answers" gives. */
  async save() {
    await this.press("Save my answers");
    return this.page.evaluate(() => globalThis.saved);
  }

  /** Chooses a file at "Load answers". */
  async load(file) {
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), this.press("Load answers")]);
    await chooser.accept([file]);
  }

  close() {
    return this.page.close();
  }
}

/** A page without its style, of which the policy of the questionnaire would complain. */
export const withoutStyle = (html) => html.replace(/<style>.*<\/style>/s, "");

/** The words of the list on the screen, or of another page of the program. Runs in the browser. */
export function wordsOf(html) {
  const root = html ? new DOMParser().parseFromString(html, "text/html").body : document.querySelector("main:not([hidden])");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".actions, .top, [role=status]")) {
      words.push(walker.currentNode.data);
    }
  }
  return words.join(" ").replace(/\s+/g, " ").trim();
}

/** The tags of what a list is made of, in order. Runs in the browser. */
export function partsOf(html) {
  const root = html ? new DOMParser().parseFromString(html, "text/html").body : document.querySelector("main:not([hidden])");
  const parts = [...root.querySelectorAll("h1, h2, h3, section, article, p, ul, li, strong, input, label")];
  return parts.filter((part) => !part.closest(".actions, .top, [role=status]")).map((part) => part.localName).join(" ");
}

/** The program that speaks a page, as a script for the browser that leaves `virtual` behind. */
export function screenReader() {
  const file = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");
  const text = readFileSync(file, "utf8");
  const exported = /export\s*\{[^}]*?([\w$]+) as virtual\b[^}]*\};?/;
  const [, name] = exported.exec(text);
  return `(() => { ${text.replace(exported, () => `globalThis.virtual = ${name};`)}\n})();`;
}
