// What LHC-Forms gives for clicks: the same list as the same answers give by themselves.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { program } from "../browser/browser.mjs";
import { randomFrom } from "../page/page.mjs";
import { openForms, questions, wordOf } from "./forms.mjs";

const PEOPLE = Number(process.env.FHIR_PEOPLE ?? 20);

/** The list for answers or a response, and the answers that were read. */
function check(document) {
  const options = ["check", "--format", "json", "--date", "2026-12-01"];
  return JSON.parse(execFileSync(program, options, { input: JSON.stringify(document), encoding: "utf8" }));
}

/** What a person chooses at a question: nothing, one option, or some of a group. Gives labels and the word for it. */
function choose({ repeats, answerOption }, random) {
  if (random.chance(0.2)) return { labels: [], word: undefined };
  const label = (option) => option.valueCoding.display;
  if (!repeats) {
    const option = random.oneOf(answerOption);
    return { labels: [label(option)], word: wordOf(option) };
  }
  const [none, notSure] = answerOption.slice(-2);
  const ticked = answerOption.slice(0, -2).filter(() => random.chance(0.3));
  if (ticked.length === 0) {
    const option = random.oneOf([none, notSure]);
    return { labels: [label(option)], word: [wordOf(option)] };
  }
  const chosen = random.chance(0.3) ? [...ticked, notSure] : ticked;
  return { labels: chosen.map(label), word: chosen.map(wordOf) };
}

describe("responses of LHC-Forms", () => {
  let forms;
  before(async () => (forms = await openForms()));
  after(() => forms.close());

  it("give what the same answers give", async () => {
    const random = randomFrom(20261126);
    for (let person = 0; person < PEOPLE; person += 1) {
      const form = await forms.form();
      const answers = {};
      for (const question of questions) {
        if (!(await form.isShown(question.linkId))) continue;
        const { labels, word } = choose(question, random);
        for (const label of labels) await form.click(question.linkId, label);
        if (word !== undefined) answers[question.linkId] = word;
      }
      const response = await form.response();
      const [clicked, written] = [check(response), check(answers)];
      assert.deepEqual(clicked, written, JSON.stringify(answers));
      // Loaded into a form again, nothing is lost.
      const again = await forms.form(response);
      assert.deepEqual(check(await again.response()), written, JSON.stringify(answers));
      await form.close();
      await again.close();
    }
  });
});
