// The review packet in a real browser: somebody fills it in, saves it, goes on with it, and prints it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { jakcheck, letters, open, overflow, printed, program, spread, violations } from "./browser.mjs";

const packet = jakcheck("rules", "review", "--format", "html");

let browser;
before(async () => (browser = await open()));
after(() => browser.close());

/** The boxes of one rule. */
const box = (kind, id) => `fieldset[data-kind="${kind}"][data-id="${id}"]`;

/** Opens the packet. What it saves goes into a folder of its own. */
async function visit(html = packet) {
  const shown = await browser.show(html);
  const folder = mkdtempSync(join(browser.folder, "saved-"));
  const session = await shown.page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await shown.page.setViewport({ width: 1000, height: 900 });
  return { ...shown, file: join(folder, "review.json") };
}

const said = (page) => page.$eval("#said", ({ textContent }) => textContent);

async function introduce(page) {
  await page.type("#name", "  Robin \u200bExample ");
  await page.type("#profession", "rheumatologist");
  await page.click("#clinician");
}

async function agree(page, where, ...checked) {
  await page.click(`${where} [value="agreed"]`);
  for (const one of checked) await page.click(`${where} [value="${one}"]`);
}

/** Clicks on save, and waits for the file. */
async function save(page, file) {
  await page.click("#save");
  for (let tries = 0; !existsSync(file); tries += 1) {
    assert.ok(tries < 200, `nothing was saved: ${await said(page)}`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 25)));
  }
  return readFileSync(file, "utf8");
}

test("what is filled in is saved, read back by the program, and gone on with", async () => {
  const { page, url, asked, said: complaints, file } = await visit();
  await introduce(page);
  await agree(page, box("caution", "clot_history"), "fact", "wording", "condition");
  await page.click(`${box("question", "smoking")} [value="change_needed"]`);
  await page.click(`${box("question", "smoking")} [value="wording"]`);
  await page.type(`${box("question", "smoking")} textarea`, "Say <b>it</b> shorter.\n\n  Vaping\ttoo? ");
  assert.match(await said(page), /: 2$/);
  const { reviews } = JSON.parse(await save(page, file));
  const by = { name: "Robin Example", profession: "rheumatologist", clinician: true };
  const now = JSON.parse(jakcheck("rules", "review", "--format", "json")).rules;
  const digest = (kind, id) => now.find((rule) => rule.kind === kind && rule.id === id).digest;
  const on = await page.$eval("#day", ({ value }) => value);
  assert.match(on, /^\d{4}-\d\d-\d\d$/);
  const agreed = { kind: "caution", id: "clot_history", digest: digest("caution", "clot_history"), by, on, checked: ["fact", "wording", "condition"], outcome: "agreed" };
  const wrong = { kind: "question", id: "smoking", digest: digest("question", "smoking"), by, on, checked: ["wording"], outcome: "change_needed", remarks: ["Say <b>it</b> shorter.", "Vaping too?"] };
  assert.deepEqual(new Set(reviews.map((one) => JSON.stringify(one))), new Set([agreed, wrong].map((one) => JSON.stringify(one))));

  const merged = JSON.parse(execFileSync(program, ["rules", "review", "--quiet", "--read", file], { encoding: "utf8" }));
  assert.deepEqual(merged.reviews.map(({ id }) => id), ["clot_history", "smoking"]);
  assert.deepEqual(asked.filter((address) => !address.startsWith("blob:")), [url], "the packet asks for something");
  assert.deepEqual(complaints, []);
  await page.close();

  // Another day, with a rule that has changed since.
  const changed = packet.replace(wrong.digest, "0".repeat(64));
  assert.notEqual(changed, packet);
  const next = await visit(changed);
  await (await next.page.$("#load")).uploadFile(file);
  await next.page.waitForFunction(() => document.getElementById("said").textContent.endsWith(": 1"));
  const filled = await next.page.$$eval(".boxes :checked", (inputs) => inputs.map(({ value }) => value));
  assert.deepEqual(filled, ["agreed", "fact", "wording", "condition"]);
  assert.equal(await next.page.$eval("#name", ({ value }) => value), "Robin Example");
  await next.page.click(`${box("question", "smoking")} [value="agreed"]`);
  await next.page.click(`${box("question", "smoking")} [value="fact"]`);
  assert.equal(JSON.parse(await save(next.page, next.file)).reviews.length, 2);
  await next.page.close();
});

test("what is missing is said, and nothing is saved", async () => {
  const { page, file } = await visit();
  const refused = async (words, focused) => {
    await page.click("#save");
    assert.match(await said(page), words);
    assert.ok(await page.evaluate((where) => document.activeElement.matches(where), focused), focused);
    const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
    const bar = await page.$eval("#bar", (found) => found.getBoundingClientRect().bottom);
    assert.ok(top >= bar || focused.startsWith("#"), "the bar hides it");
    assert.ok(!existsSync(file));
  };
  const where = box("caution", "smoking");
  await refused(/your name/, "#name");
  await introduce(page);
  const day = await page.$eval("#day", (input) => [input.value, (input.value = "2026-02-30")][0]);
  await refused(/real day/, "#day");
  await page.$eval("#day", (input, value) => (input.value = value), day);
  await refused(/No rule/, ".boxes input");
  await page.click(`${where} [value="fact"]`);
  await refused(/no outcome/, `${where} input`);
  await page.click(`${where} [value="change_needed"]`);
  await refused(/remarks/, `${where} input`);
  await page.click(`${where} [value="fact"]`);
  await refused(/what you checked/, `${where} input`);
  await page.close();
});

test("a file that is no saved review changes nothing", async () => {
  const { page } = await visit();
  const path = join(browser.folder, "other.json");
  for (const text of ["{", "[]", '{"reviews": []}', '{"reviews": [{"kind": 1}]}']) {
    writeFileSync(path, text);
    await page.evaluate(() => (document.getElementById("said").textContent = ""));
    await (await page.$("#load")).uploadFile(path);
    await page.waitForFunction(() => document.getElementById("said").textContent !== "");
    assert.match(await said(page), /no saved review/, text);
  }
  await page.close();
});

test("everybody can read it, on every screen", async () => {
  const { page, url, asked, said: complaints } = await visit();
  assert.ok((await overflow(page)) <= 0, "it scrolls sideways at 320 pixels");
  const flow = await page.$eval("#heart_and_stroke .flow", (found) => found.scrollWidth > found.clientWidth);
  assert.ok(flow, "the picture does not scroll in its box");
  const small = await page.$$eval(".flow text", (texts) =>
    texts.filter((text) => text.getBoundingClientRect().height < 12 || parseFloat(getComputedStyle(text).fontSize) < 12).length,
  );
  assert.equal(small, 0, "letters are too small");
  const outside = await page.$$eval(".flow g", (groups) =>
    groups.flatMap((group) => {
      const { right } = group.querySelector("rect").getBoundingClientRect();
      return [...group.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > right).map((text) => text.textContent);
    }),
  );
  assert.deepEqual(outside, [], "texts leave their boxes");
  for (const theme of ["light", "dark"]) {
    // axe cannot see what lies behind a text in a picture: it has the colours of the page.
    assert.deepEqual(await violations(page, theme, [".flow text"]), []);
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      const fills = (selector) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).fill);
      return { own: [[color], [backgroundColor]], drawn: [".flow text", ".flow rect"].map((one) => [...new Set(fills(one))]) };
    });
    assert.deepEqual(colours.drawn, colours.own, theme);
  }
  await spread(page);
  assert.ok((await overflow(page)) <= 0, "with spread text it scrolls sideways at 320 pixels");
  assert.deepEqual(asked, [url]);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("on paper it has every rule, with empty boxes", async () => {
  const { page } = await visit();
  const legends = await page.$$eval(".boxes legend", (all) => all.map(({ innerText }) => innerText));
  assert.ok(legends.length > 500);
  await page.emulateMediaType("print");
  assert.equal(await page.$eval("#bar", (bar) => bar.offsetHeight), 0);
  assert.deepEqual(await page.$$eval("input, textarea", (all) => all.filter(({ checked, value, type }) => checked || (!["radio", "checkbox"].includes(type) && value)).length), 0);
  const sides = await printed(page, browser.folder, "a4");
  const all = letters(sides.join(""));
  const missing = legends.filter((legend) => !all.includes(letters(legend)));
  assert.deepEqual(missing, []);
  await page.close();
});

test("the policy keeps out what the packet does not need", async () => {
  const spoilt = packet.replace("<main>", '<main><img src="picture.png"><script>document.title = "run"</script>');
  const { page, url, got, said: complaints } = await visit(spoilt);
  assert.deepEqual(got, [url]);
  assert.ok(complaints.length >= 2, complaints.join("\n"));
  assert.notEqual(await page.title(), "run");
  await page.close();
});
