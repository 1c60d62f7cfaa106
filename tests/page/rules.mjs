// The evaluator of the page, its data, and what `jakcheck batch` says of the same answers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.JAKCHECK ?? join(project, "target/debug/jakcheck");

/** Runs the program and gives what it printed. */
export function jakcheck(args, input = "") {
  const options = { cwd: project, encoding: "utf8", input, maxBuffer: 2 ** 31, stdio: "pipe" };
  return execFileSync(program, args, options);
}

export const page = jakcheck(["page"]);
const script = page.match(/<script>([^]*)<\/script>/)[1];

/** The evaluator, as it stands in the page. */
export const source = readFileSync(join(project, "src/export/page/evaluate.js"), "utf8");
assert.ok(script.includes(source), "the page has another evaluator than its source");

/** The rules, as they stand in the page. */
export const RULES = JSON.parse(script.match(/^const RULES = (.*);$/m)[1]);

/** An evaluator made from a text and data. */
export function evaluatorOf(text, rules) {
  return new Function("RULES", `"use strict";\n${text}\nreturn { evaluate, findings, readAnswers };`)(rules);
}

/** What a batch says of answers, one result for each. */
export function batch(people) {
  const lines = jakcheck(["batch", "--quiet"], people.map((person) => `${JSON.stringify(person)}\n`).join(""));
  return lines.trimEnd().split("\n").map((line) => {
    const { line: _, id: __, also_not_sure = {}, ...result } = JSON.parse(line);
    return { ...result, also_not_sure };
  });
}

/** Of each caution every state, one for all that are alike: what the proof of the rules tries. */
export function provedStates() {
  const args = ["run", "--quiet", "--locked", "--example", "states"];
  const lines = execFileSync("cargo", args, { cwd: project, encoding: "utf8", maxBuffer: 2 ** 28 });
  return lines.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** The worked cases of the rules. */
export function workedCases() {
  const folder = join(project, "rules/jak-inhibitors/cases");
  return readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).cases);
}

/** Numbers from 0 to 1 that are the same in each run. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oneOf = (list, next) => list[Math.floor(next() * list.length)];

/** The options of a question or of an item of a group. */
export function optionsOf(question) {
  return question.group ? ["yes", "no"] : question.items[0].options.map(({ id }) => id);
}

/** A group in one of the ways in which it can be written. */
function group(question, next) {
  const items = question.items.map(({ id }) => id);
  switch (Math.floor(next() * 5)) {
    case 0:
      return oneOf([["none"], ["not_sure"]], next);
    case 1: {
      const listed = items.filter(() => next() < 0.2);
      const all = next() < 0.3 ? [...listed, "not_sure"] : listed;
      return all.length > 0 ? all : null;
    }
    default: {
      const answered = items.filter(() => next() < 0.8);
      const answers = answered.map((id) => [id, oneOf(["yes", "no", "no", "no", "not_sure", null], next)]);
      return answers.length > 0 ? Object.fromEntries(answers) : null;
    }
  }
}

/** Answers of somebody. */
export function somebody(next) {
  const person = {};
  for (const question of RULES.questions) {
    if (next() < 0.85) {
      person[question.id] = question.group ? group(question, next) : oneOf([...optionsOf(question), "not_sure"], next);
    }
  }
  return person;
}

/** Every item that a condition reads. */
function itemsOf(condition) {
  const { all = [], any = [], holds, is } = condition;
  return [...[...all, ...any, ...(holds ? [RULES.named[holds]] : [])].flatMap(itemsOf), ...(is ? [is[0]] : [])];
}

/** Answers to the items of some conditions: all there are, or about `most` of them at even distances. */
export function* states(conditions, most) {
  const items = [...new Set(conditions.flatMap(itemsOf))];
  const questions = items.map((item) => RULES.questions.find(({ items: of }) => of.some(({ ref }) => ref === item)));
  const choices = questions.map((question) => [...optionsOf(question), "not_sure", undefined]);
  const all = choices.reduce((count, { length }) => count * length, 1);
  // No number of choices divides it, so that each choice comes up.
  const stride = all > most ? Math.floor(all / most / 30) * 30 + 7 : 1;
  for (let place = 0; place < all; place += stride) {
    let rest = place;
    const person = {};
    choices.forEach((of, index) => {
      const answer = of[rest % of.length];
      rest = Math.floor(rest / of.length);
      if (answer !== undefined) {
        person[items[index]] = answer;
      }
    });
    yield person;
  }
}
