// Every page that jakcheck writes, in a real browser: readable by everybody, on every screen and on paper, and it asks
// for nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PAPERS, beginnings, entries, jakcheck, letters, listed, open, overflow, printed, spread, violations } from "./browser.mjs";

const people = listed("demo");
const html = (...args) => jakcheck(...args, "--format", "html");
const pages = new Map([
  ...people.map((name) => [`demo ${name}`, html("demo", name)]),
  ...people.map((name) => [`demo ${name}, large`, html("demo", name, "--large-print")]),
  ...people.map((name) => [`demo ${name}, full`, html("demo", name, "--full")]),
  ["demo past_clot, full, large", html("demo", "past_clot", "--full", "--large-print")],
  ["check", html("check", "examples/people/past_clot.json")],
  ["demo, one answer changed", html("demo", "nothing_applies", "--change", "smoking=current")],
  ["demo, all", html("demo")],
  ["compare", html("compare", "past_clot", "examples/people/pregnant.json")],
  ["compare, large", html("compare", "mostly_not_sure", "chest_pain_now", "--large-print")],
  ["explain, all", html("explain")],
  ...listed("explain").map((id) => [`explain ${id}`, html("explain", id)]),
  ["hazards", html("rules", "hazards")],
  ["topics, all", html("topics")],
  ...listed("topics").map((id) => [`topic ${id}`, html("topics", id)]),
]);

let browser;
before(async () => (browser = await open()));
after(() => browser.close());

test("there are pages of everything", () => {
  assert.ok(people.length >= 8 && listed("topics").length >= 15 && listed("explain").length >= 30);
});

for (const [name, content] of pages) {
  test(name, async () => {
    const { page, url, asked, said } = await browser.show(content);
    assert.ok((await overflow(page)) <= 0, "it scrolls sideways at 320 pixels");
    assert.deepEqual(await violations(page, "light"), []);
    assert.deepEqual(await violations(page, "dark"), []);
    await spread(page);
    assert.ok((await overflow(page)) <= 0, "with spread text it scrolls sideways at 320 pixels");
    assert.deepEqual(asked, [url], "the page asks for something");
    assert.deepEqual(said, [], "the browser complains");
    await page.close();
  });
}

const shapes = [
  { name: "list", args: [], size: "16px", most: 2 },
  { name: "list, large", args: ["--large-print"], size: "24px", most: 4 },
  { name: "full report", args: ["--full"], size: "16px" },
  { name: "full report, large", args: ["--full", "--large-print"], size: "24px" },
];

for (const person of people) {
  for (const { name, args, size, most } of shapes) {
    test(`${name} of ${person} on paper`, async () => {
      const { page } = await browser.show(html("demo", person, ...args));
      const headed = await beginnings(page);
      assert.ok(headed.length >= 3);
      const whole = (await entries(page)).filter(({ fits }) => fits);
      for (const paper of PAPERS) {
        const sides = await printed(page, browser.folder, paper);
        assert.ok(most === undefined || sides.length <= most, `${sides.length} pages of ${paper}`);
        sides.forEach((side, index) => {
          assert.match(side, /EXAMPLE: this person is made up\./);
          assert.match(side, new RegExp(`Page ${index + 1} of ${sides.length}\\b`));
          assert.match(side, /Rules jak_inhibitors [0-9.]+, digest [0-9a-f]{12}/);
        });
        for (const beginning of headed) {
          assert.ok(sides.some((side) => letters(side).includes(beginning)), `a heading stands alone: ${beginning}`);
        }
        for (const { text } of whole) {
          assert.ok(sides.some((side) => letters(side).includes(letters(text))), `cut in two: ${text}`);
        }
      }
      await page.emulateMediaType("print");
      const look = await page.evaluate(() => {
        const { fontSize, color, backgroundColor } = getComputedStyle(document.documentElement);
        const colors = [...document.querySelectorAll("body *")].map((element) => getComputedStyle(element).color);
        return { fontSize, color, backgroundColor, colors: [...new Set(colors)] };
      });
      const black = "rgb(0, 0, 0)";
      assert.deepEqual(look, { fontSize: size, color: black, backgroundColor: "rgb(255, 255, 255)", colors: [black] });
      await page.close();
    });
  }
}

for (const person of people) {
  test(`the main message of ${person} on the first screen of a phone`, async () => {
    const { page } = await browser.show(html("demo", person));
    await page.setViewport({ width: 412, height: 915 });
    const bottom = await page.$eval("main strong", (message) => message.getBoundingClientRect().bottom);
    assert.ok(bottom > 0 && bottom <= 915, `it ends at ${bottom}`);
    await page.close();
  });
}

for (const args of [[], ["--large-print"]]) {
  test(`columns of two people on every screen and on paper ${args}`, async () => {
    const { page } = await browser.show(html("compare", "mostly_not_sure", "chest_pain_now", ...args));
    const look = () =>
      page.evaluate(() => {
        const cells = [...document.querySelectorAll("th, td")].filter((cell) => cell.offsetWidth > 0);
        const [left, right] = document.querySelectorAll("tbody td");
        return {
          wider: document.documentElement.scrollWidth - window.innerWidth,
          cut: cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.innerText),
          areBeside: left.getBoundingClientRect().top === right.getBoundingClientRect().top,
          isNamed: getComputedStyle(left, "::before").content.includes("mostly not sure"),
        };
      });
    for (const [width, areBeside] of [[320, false], [412, false], [1280, true]]) {
      await page.setViewport({ width, height: 915 });
      const { wider, cut, ...found } = await look();
      assert.ok(wider <= 0, `at ${width} pixels it scrolls sideways`);
      assert.deepEqual(cut, [], `at ${width} pixels words leave their cell`);
      assert.deepEqual(found, { areBeside, isNamed: !areBeside });
    }
    // Letter less its margins.
    await page.setViewport({ width: 672, height: 900 });
    await page.emulateMediaType("print");
    const { cut, areBeside } = await look();
    assert.deepEqual({ cut, areBeside }, { cut: [], areBeside: true });
    await page.close();
  });
}

test("a box is ticked without a script, and keeps its name", async () => {
  const { page } = await browser.show(html("demo", "past_clot"));
  const box = await page.$(".ticks input");
  await (await page.$(".ticks label")).click();
  assert.equal(await box.evaluate((input) => input.checked), true);
  assert.match(await box.evaluate((input) => input.labels[0].innerText), /\?$/);
  await page.close();
});

test("the checks can fail", async () => {
  const spoilt = html("demo", "past_clot")
    .replace("<h1>", "<h2>")
    .replace("</h1>", "</h2>")
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace("--text: #111;", "--text: #777;")
    .replace("<main>", '<main><img src="picture.png"><p style="width: 500px">wide</p>');
  const { page, url, asked } = await browser.show(spoilt);
  assert.notDeepEqual(asked, [url]);
  assert.ok((await overflow(page)) > 0);
  const found = (await violations(page, "light")).join("\n");
  for (const rule of ["color-contrast-enhanced", "page-has-heading-one", "image-alt"]) {
    assert.match(found, new RegExp(rule));
  }
  await page.close();
});

test("the policy keeps out what the page does not need", async () => {
  const spoilt = html("demo", "past_clot").replace(
    "<main>",
    '<main><img src="picture.png"><script>document.title = "run"</script><p style="color: red">x</p>',
  );
  const { page, url, got, said } = await browser.show(spoilt);
  assert.deepEqual(got, [url]);
  assert.ok(said.length >= 3, said.join("\n"));
  assert.notEqual(await page.title(), "run");
  await page.close();
});
