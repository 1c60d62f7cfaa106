// A browser, the program under test, and what is found out about one page.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The program under test. */
export const program = process.env.JAKCHECK ?? join(project, "target/debug/jakcheck");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Paper sizes in use where the labels come from. */
export const PAPERS = ["letter", "a4"];

/** Runs the program on a fixed day and gives what it printed. */
export function jakcheck(...args) {
  return execFileSync(program, [...args, "--date", "2026-12-01"], { cwd: project, encoding: "utf8", maxBuffer: 1 << 24 });
}

/** Names that a command lists as "- name: …". */
export function listed(command) {
  return [...jakcheck(command).matchAll(/^- ([a-z0-9_]+):/gm)].map(([, name]) => name);
}

/** A browser with a folder for its files. It is to be closed. */
export async function open() {
  const folder = mkdtempSync(join(tmpdir(), "jakcheck-pages-"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    userDataDir: join(folder, "profile"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    folder,
    show: (html) => show(browser, folder, html),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let count = 0;

async function show(browser, folder, html) {
  const file = join(folder, `${(count += 1)}.html`);
  writeFileSync(file, html);
  const page = await browser.newPage();
  const asked = [];
  const got = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfinished", (request) => got.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  return { page, url: page.url(), asked, got, said };
}

/** What axe finds wrong, or cannot decide about contrast, as short lines. Some elements can be left out. */
export async function violations(page, theme, exclude = []) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.evaluate(axe);
  const found = await page.evaluate((exclude) =>
    window.axe.run({ include: ["html"], exclude }, {
      runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "color-contrast-enhanced": { enabled: true } },
    }),
    exclude,
  );
  const line = ({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" | ")}`;
  const undecided = found.incomplete.filter(({ id }) => id.startsWith("color-contrast"));
  const checked = new Set(found.passes.map(({ id }) => id));
  const missing = ["color-contrast", "color-contrast-enhanced", "document-title", "html-has-lang", "page-has-heading-one"]
    .filter((id) => !checked.has(id))
    .map((id) => `${theme}: ${id} was not checked`);
  return [...found.violations.map(line), ...undecided.map(line), ...missing];
}

/** How many CSS pixels a page is wider than a window of 320. */
export async function overflow(page) {
  await page.setViewport({ width: 320, height: 640 });
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Spreads the text as somebody may who reads it so (WCAG 1.4.12). */
export async function spread(page) {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("*")) {
      element.style?.setProperty("line-height", "1.5", "important");
      element.style?.setProperty("letter-spacing", "0.12em", "important");
      element.style?.setProperty("word-spacing", "0.16em", "important");
    }
  });
}

/** The entries of a page as text, and whether each fits on one printed page. */
export async function entries(page) {
  // The smaller measures of both papers less the margins: 210 mm less 32, 279 mm less 31.
  await page.setViewport({ width: 672, height: 900 });
  await page.emulateMediaType("print");
  const found = await page.$$eval("article", (articles) =>
    articles.map((article) => ({ text: article.innerText, fits: article.offsetHeight < 900 })),
  );
  await page.emulateMediaType(null);
  return found;
}

/** Each heading of the sections of a page with the first words below it, as letters. */
export async function beginnings(page) {
  // The plan at the top says the headings too.
  const [text, headings] = await page.evaluate(() => [
    [...document.querySelectorAll("main > section")]
      .map((section) => section.innerText.replace(section.querySelector(".plan")?.innerText, ""))
      .join("\n"),
    [...document.querySelectorAll("section h2, section h3, section h4")].map((heading) => heading.innerText),
  ]);
  const all = letters(text);
  const places = [];
  let from = 0;
  for (const heading of headings.map(letters)) {
    from = all.indexOf(heading, from);
    places.push({ from, end: (from += heading.length) });
  }
  return places.map(({ from, end }, index) => {
    const next = places[index + 1] ?? { from: all.length, end: all.length };
    // Of a heading right below another the whole: neither stands alone. An entry can have few words.
    return all.slice(from, next.from === end ? next.end : Math.min(end + 15, next.from));
  });
}

/** The printed pages as text, in reading order. */
export async function printed(page, folder, format) {
  const file = join(folder, "printed.pdf");
  await page.pdf({ path: file, format, preferCSSPageSize: true, printBackground: false });
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1);
}

/** Letters alone: paper breaks lines where it likes, and numbers its lists. */
export function letters(text) {
  return text.replace(/[^\p{L}]/gu, "").toLowerCase();
}
