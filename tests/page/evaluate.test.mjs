// The page means by answers what the program means: on every state of each caution and sign, on all worked cases, on random answers.
// By hand: PAGE_RECORDS=1000000 PAGE_STATES=10000000 PAGE_MUTANTS=all node --test evaluate.test.mjs

import assert from "node:assert/strict";
import { test } from "node:test";
import { mutantsOfData, mutantsOfSource } from "./mutants.mjs";
import { RULES, batch, evaluatorOf, provedStates, random, somebody, source, states, workedCases } from "./rules.mjs";

const RECORDS = Number(process.env.PAGE_RECORDS ?? 100_000);
const MUTANTS = process.env.PAGE_MUTANTS === "all" ? Infinity : Number(process.env.PAGE_MUTANTS ?? 150);
// How many states of a caution are tried: all where there are no more. One caution has 755 million.
const STATES = Number(process.env.PAGE_STATES ?? 2_500);

const own = evaluatorOf(source, RULES);

/** The conditions of each caution and each sign. */
const conditions = [
  ...RULES.cautions.map(({ id, when, open, today }) => [id, [when, open, today].filter(Boolean)]),
  ...RULES.symptoms.map(({ id, watch, show }) => [id, [watch, show].filter(Boolean)]),
];

function assertAlike(people) {
  const expected = batch(people);
  assert.equal(expected.length, people.length);
  people.forEach((person, place) => {
    const found = own.evaluate(person);
    if (JSON.stringify(found) !== JSON.stringify(expected[place])) {
      assert.deepEqual(found, expected[place], `answers: ${JSON.stringify(person)}`);
    }
  });
}

/** What is listed, in lists of at most `most`. */
function* inParts(all, most) {
  let part = [];
  for (const one of all) {
    part.push(one);
    if (part.length === most) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) {
    yield part;
  }
}

test("random answers mean the same", () => {
  const next = random(1);
  for (let left = RECORDS; left > 0; left -= 50_000) {
    assertAlike(Array.from({ length: Math.min(left, 50_000) }, () => somebody(next)));
  }
});

test("every state of each caution is the same, of those that are alike one", () => {
  const people = provedStates();
  assert.ok(people.length > 8_000, `only ${people.length}`);
  assertAlike(people);
});

for (const [id, of] of conditions) {
  test(`the states of ${id} are the same`, () => {
    let count = 0;
    for (const people of inParts(states(of, STATES), 50_000)) {
      assertAlike(people);
      count += people.length;
    }
    assert.ok(count > 3 || of.length === 0);
  });
}

test("each worked case is as it is expected", () => {
  const cases = workedCases();
  assert.ok(cases.length > 50, `only ${cases.length}`);
  assertAlike(cases.map(({ answers }) => answers));
  for (const { id, answers, expect } of cases) {
    const { cautions } = own.findings(own.readAnswers(answers).answers);
    for (const { caution, state, ...reasons } of expect ?? []) {
      const found = cautions.find((one) => one.caution.id === caution);
      assert.equal(found.state, state, `${id}: ${caution}`);
      for (const [name, items] of Object.entries(reasons).filter(([name]) => name in found)) {
        const sorted = (list) => (Array.isArray(list) ? [...list].sort() : list);
        assert.deepEqual(sorted(found[name]), sorted(items), `${id}: ${name} of ${caution}`);
      }
    }
  }
});

// Texts that are no answers.
const REFUSED = [
  "[]", "1", "null", '{"smoking":"sometimes"}', '{"smoker":"past"}', '{"smoking":["past"]}', '{"smoking":true}',
  '{"heart_history":[]}', '{"heart_history":{}}', '{"heart_history":"yes"}', '{"heart_history":["none","stroke"]}',
  '{"heart_history":["stroke","stroke"]}', '{"heart_history":{"toe":"yes"}}', '{"heart_history":{"stroke":"maybe"}}',
  '{"heart_history":["stroke"],"heart_history.stroke":"no"}', '{"for":"a friend"}', '{"smoker":null}', '{"smoking":"past"', "",
];

// Texts that are answers, and those answers.
const READ = [
  ['\uFEFF{"id":7,"for":null,"smoking":""}', {}],
  ['{"for":"someone_else","smoking":"not_sure","heart_history__stroke":"yes"}', { smoking: "not_sure", "heart_history.stroke": "yes" }],
  ['{"heart_history.stroke":null,"clot_history":"no"}', { clot_history: "no" }],
];

/** Whether an evaluator reads answers as it should. */
function readsAsItShould({ readAnswers, findings }) {
  const isRefused = (text) => {
    try {
      readAnswers(text);
      return false;
    } catch {
      return true;
    }
  };
  const read = (text) => readAnswers(text);
  const isRead = ([text, answers]) => JSON.stringify(Object.fromEntries(read(text).answers)) === JSON.stringify(answers);
  const whose = READ.map(([text]) => read(text).isForSomeoneElse);
  // A question that is not to be asked is left out, unless it was answered all the same.
  const systemic = (answers) => findings(read(answers).answers).situation.get("prior_other_systemic");
  const leftOut = [
    systemic({ condition: "ra" }) !== undefined,
    systemic({ condition: "ra", prior_other_systemic: "not_tried" }) === "not_tried",
    systemic({ condition: "uc" }) === undefined,
    systemic({}) === undefined,
  ];
  return REFUSED.every(isRefused) && READ.every(isRead) && String(whose) === "false,true,false" && leftOut.every(Boolean);
}

test("answers are read as the program reads them", () => {
  assert.ok(readsAsItShould(own));
});

test("at least 95 of 100 single changes of the evaluator and of its data are caught", () => {
  const next = random(2);
  const people = [
    ...workedCases().map(({ answers }) => answers),
    ...conditions.flatMap(([, of]) => [...states(of, 150)]),
    ...Array.from({ length: 1_500 }, () => somebody(next)),
  ];
  const expected = batch(people).map((result) => JSON.stringify(result));
  const isCaught = ({ text = source, rules = RULES }) => {
    try {
      const changed = evaluatorOf(text, rules);
      const { evaluate } = changed;
      return !readsAsItShould(changed) || people.some((person, place) => JSON.stringify(evaluate(person)) !== expected[place]);
    } catch {
      return true;
    }
  };
  assert.ok(!isCaught({}), "what is unchanged is caught");
  const all = [...mutantsOfSource(source), ...mutantsOfData(RULES)];
  // Some of all, at even distances.
  const step = Math.max(1, Math.floor(all.length / MUTANTS));
  const tried = all.filter((_, place) => place % step === 0);
  const missed = tried.filter((mutant) => !isCaught(mutant)).map(({ name }) => name);
  console.log(`${tried.length - missed.length} of ${tried.length} changes are caught; there are ${all.length}`);
  assert.ok(missed.length <= tried.length * 0.05, `not caught: ${missed.join("; ")}`);
});
