// FHIRPath made from the rules says of exported responses what the program says of the answers, and no more.
// By hand: FHIR_ANSWERS=5000 node --test fhirpath.test.mjs

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { program } from "../browser/browser.mjs";
import { randomFrom } from "../page/page.mjs";
import { jakcheck, workedCases } from "../page/rules.mjs";
import { cases } from "./cases.mjs";
import { RULES, pathOf, pathOfCaution, pathOfEnabled, rules } from "./fhirpath.mjs";
import { questionnaire, questions, wordOf } from "./questionnaire.mjs";

const ANSWERS = Number(process.env.FHIR_ANSWERS ?? 200);
const VALUES = ["true", "false", "unknown"];
const MAY_BE = ["true", "unknown"];
const IS_NOT_SURELY = ["false", "unknown"];

/** An answer to a question, in each way in which it can be written; of nothing undefined. */
function answer({ repeats, answerOption }, random) {
  const words = answerOption.map(wordOf);
  if (random.chance(0.1)) return undefined;
  if (!repeats) return random.oneOf(words);
  const items = words.filter((word) => word !== "none" && word !== "not_sure");
  const some = (share) => items.filter(() => random.chance(share));
  const each = (of, says) =>
    of.length > 0 ? Object.fromEntries(of.map((item) => [item, random.oneOf(says)])) : undefined;
  const listed = (list) => (list.length > 0 ? list : undefined);
  return random.oneOf([
    () => ["none"],
    () => ["not_sure"],
    () => listed(some(0.3)),
    () => [...some(0.3), "not_sure"],
    () => each(items, ["yes", "no"]),
    () => each(items, ["yes", "not_sure"]),
    () => each(items, ["no", "no", "not_sure"]),
    () => each(some(0.7), ["yes", "no", "no", "not_sure"]),
  ])();
}

/** Answers of somebody, to questions that are not asked too. */
function somebody(random) {
  return Object.fromEntries(questions.map((question) => [question.linkId, answer(question, random)]));
}

/** Of each caution worked cases in which it applies, and in which it does not: at random that is rare for some. */
function worked() {
  const all = workedCases();
  const first = ({ id }, state) =>
    all.find(({ expect }) => expect.some((one) => one.caution === id && one.state === state));
  const found = rules.cautions.flatMap((caution) => [first(caution, "applies"), first(caution, "no_match")]);
  return [...new Set(found)].map(({ answers }) => answers);
}

/** The response that is exported for answers. */
function exported(answers) {
  return new Promise((resolve, reject) => {
    const options = ["check", "--format", "fhir", "--date", "2026-12-01", "--quiet"];
    const child = execFile(program, options, { maxBuffer: 1 << 24 }, (error, bundle) =>
      error ? reject(error) : resolve(JSON.parse(bundle).entry[0].resource),
    );
    child.stdin.end(JSON.stringify(answers));
  });
}

/** The responses that are exported for people, in order. */
async function exportedOfAll(people) {
  const responses = [];
  const left = people.entries();
  const work = async () => {
    for (const [place, answers] of left) responses[place] = await exported(answers);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return responses;
}

/** The reports on documents, answers or responses. */
function reports(documents, options = []) {
  const lines = documents.map((document) => `${JSON.stringify(document)}\n`).join("");
  const results = jakcheck(["batch", "--full", "--quiet", "--date", "2026-12-01", ...options], lines);
  return results
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).report);
}

const byId = (list, id) => list.find((one) => one.id === id);
/** What is left out only where its condition is definitely false. */
const shown = (isShown) => (isShown ? MAY_BE : ["false"]);

/** What is found with rules in which some advice is for a condition, and the id of that advice. */
function withAdviceFor(show_when, find) {
  const folder = mkdtempSync(join(tmpdir(), "jakcheck-rules-"));
  try {
    cpSync(RULES, folder, { recursive: true });
    const files = readdirSync(join(folder, "topics")).map((file) => join(folder, "topics", file));
    const contents = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
    const place = contents.findIndex(({ monitoring }) => monitoring);
    const [advice] = contents[place].monitoring;
    advice.show_when = show_when;
    writeFileSync(files[place], JSON.stringify(contents[place]));
    return { advice: advice.id, found: find(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The conditions of a caution: of its state, of a call today, of its sentences. */
function ofCaution(caution) {
  const { id, applies_when, same_day_when } = caution;
  const states = { applies: ["true"], no_match: ["false"], not_sure: ["unknown"], not_asked: ["unknown"] };
  const found = (report) => byId(report.cautions, id);
  const claims = [{ of: `caution ${id}`, path: pathOfCaution(caution), says: (report) => states[found(report).state] }];
  if (same_day_when) {
    const says = (report) => (found(report).same_day ? ["true"] : IS_NOT_SURELY);
    claims.push({ of: `${id} today`, path: pathOf({ all: [applies_when, same_day_when] }), says });
  }
  return [...claims, ...ofStatements(caution, found)];
}

/** The conditions of sentences of a caution: those that it says once only. */
function ofStatements({ id, now = [], first = [], tell, details = [], when_not_sure = [] }, found) {
  const statements = [...now, ...first, ...details];
  const all = [...statements.flatMap((one) => one.tell), ...tell, ...when_not_sure];
  const sentence = ({ tell }) => tell.find((one) => all.filter((other) => other === one).length === 1);
  return statements
    .filter((one) => one.show_when && sentence(one))
    .map((one) => ({
      of: `${id}: ${sentence(one)}`,
      path: pathOf(one.show_when),
      // Of what does not apply, and is not open by an answer, nothing is told.
      says: (report) => {
        const { state, tell } = found(report);
        return state === "applies" || state === "not_sure" ? shown(tell.includes(sentence(one))) : VALUES;
      },
    }));
}

/** The conditions of a warning symptom, and whether somebody has it. */
function ofSymptom({ id, watch_more_when, show_when }) {
  const found = (report) => byId(report.warning_symptoms, id) ?? { watch_more: false, isLeftOut: true };
  const reported = { yes: ["true"], no: ["false"], not_sure: ["unknown"], null: ["unknown"], undefined: IS_NOT_SURELY };
  const claims = [
    {
      of: `sign ${id}`,
      path: pathOf({ question: `symptoms_now.${id}`, is: "yes" }),
      says: (report) => reported[found(report).reported],
    },
  ];
  if (watch_more_when) {
    const says = (report) => (found(report).watch_more ? ["true"] : IS_NOT_SURELY);
    claims.push({ of: `watch more for ${id}`, path: pathOf(watch_more_when), says });
  }
  if (show_when) {
    const says = (report) => {
      const { watch_more, reported, isLeftOut } = found(report);
      const isShownAnyway = watch_more || reported === "yes" || reported === "not_sure";
      return isShownAnyway ? VALUES : shown(!isLeftOut);
    };
    claims.push({ of: `show ${id}`, path: pathOf(show_when), says });
  }
  return claims;
}

/** The condition of each heading: the first one that holds stands over its level. */
function ofHeadings() {
  return rules.headings.map(({ level, when, title }, place) => ({
    of: `heading ${title}`,
    path: pathOf(when),
    says: (report) => {
      const found = report.levels.find((one) => one.level === level).title;
      const earlier = rules.headings.slice(0, place).filter((one) => one.level === level);
      if (found === title) return ["true"];
      return earlier.some((one) => one.title === found) ? VALUES : IS_NOT_SURELY;
    },
  }));
}

/** The conditions of what stands in a list of the report under its id. */
function ofListed(of, list) {
  return of
    .filter(({ show_when }) => show_when)
    .map(({ id, show_when }) => ({
      of: id,
      path: pathOf(show_when),
      says: (report) => shown(byId(report[list], id)),
    }));
}

/** The conditions of advice that stands in the notice of the report. */
function ofAlways() {
  return rules.always
    .filter(({ show_when }) => show_when)
    .map(({ id, show_when, tell }) => ({
      of: id,
      path: pathOf(show_when),
      says: ({ notice }) => shown(tell.every((sentence) => notice.includes(sentence))),
    }));
}

/** The condition of a question. Where it is asked, it is answered or open; a form asks wherever it may be true. */
function ofQuestions() {
  const depending = rules.questions.filter(({ ask_when }) => ask_when);
  return depending.flatMap(({ id, ask_when }) => {
    const isAnswered = ({ item = [] }) => item.some((topic) => topic.item.some(({ linkId }) => linkId === id));
    const isOpen = ({ unanswered }) => unanswered.some((item) => item.split(".")[0] === id);
    const isAsked = (report, response) => isAnswered(response) || isOpen(report);
    return [
      { of: `ask ${id}`, path: pathOf(ask_when), says: (...found) => shown(isAsked(...found)) },
      {
        of: `enable ${id}`,
        path: pathOfEnabled(questions.find(({ linkId }) => linkId === id)),
        says: (...found) => [String(isAsked(...found))],
      },
    ];
  });
}

/** Each condition whose value the report tells: its path, and what its value can be. */
const claims = [
  ...rules.cautions.flatMap(ofCaution),
  ...rules.warning_symptoms.flatMap(ofSymptom),
  ...ofHeadings(),
  ...ofListed(rules.monitoring, "monitoring"),
  ...ofListed(rules.alternatives, "alternatives"),
  ...ofListed(
    rules.coverage.filter(({ tell }) => tell),
    "not_asked_about",
  ),
  ...ofAlways(),
  ...ofQuestions(),
];

/** What a path says of a response. */
function evaluator(path) {
  const evaluate = fhirpath.compile(path, r4);
  return (response) => {
    const values = evaluate(response);
    return values.length === 0 ? "unknown" : values.map(String).join();
  };
}

/** Translations that are wrong: what is wrong, what of a path is changed, and what is put in its place. */
const WRONG = [
  ["an option that is not sure is no", / != '[^']*asked-unknown'/g, " != ''"],
  ["what is not known of an option is no", /\.select\((\(.*?\) in \(.*?\))\)/g, ".where($1).exists()"],
  ["a box beside not sure is no", /, \{\}, false\)/g, ", false, false)"],
  ["no is not read that is said of a box beside not sure", / and extension\(.*?\.empty\(\)/g, ""],
  ["what is not said of a box beside not sure is no", /\$this = 'no'\)\.empty/g, "$this != 'no').exists"],
  ["what is not known of a group is no", /\.select\((iif\(.*?, \{\}, false\)\))\)/g, ".where($1).exists()"],
  ["all is any", / and (?=item|iif|\()/g, " or "],
  ["any is all", / or /g, " and "],
  ["what stays open is no", / and \{\}\)/g, " and false)"],
  ["one code is another", /\|medicine\.tofacitinib'/g, "|medicine.baricitinib'"],
];

/** What somebody answered, the response, and what the program says of both. */
let people;
before(async () => {
  const random = randomFrom(20261127);
  const answers = [...Object.values(cases), ...worked(), ...Array.from({ length: ANSWERS }, () => somebody(random))];
  const responses = await exportedOfAll(answers);
  const [own, read] = [reports(answers), reports(responses)];
  people = answers.map((answers, place) => ({
    answers,
    response: responses[place],
    reports: [own[place], read[place]],
  }));
});

describe("FHIRPath made from the rules", () => {
  it("says of responses what the program says", (test) => {
    let compared = 0;
    const evaluated = new Map();
    for (const { of, path, says } of claims) {
      if (!evaluated.has(path)) evaluated.set(path, people.map(({ response }) => response).map(evaluator(path)));
      people.forEach(({ answers, response, reports }, place) => {
        const found = evaluated.get(path)[place];
        for (const report of reports) {
          const said = says(report, response);
          assert.ok(said.includes(found), `${of}: ${found}, not ${said}; ${JSON.stringify(answers)}`);
          if (said !== VALUES) compared += 1;
        }
      });
    }
    for (const caution of rules.cautions) {
      assert.deepEqual(new Set(evaluated.get(pathOfCaution(caution))), new Set(VALUES), `values of ${caution.id}`);
    }
    assert.ok(compared >= 2 * people.length * rules.cautions.length);
    test.diagnostic(`${claims.length} conditions, ${people.length} people, ${compared} comparisons`);
  });

  it("says nothing of questions without an answer, as some forms write them", () => {
    const topics = questionnaire.item.filter(({ type }) => type === "group");
    const item = topics.map(({ linkId, item }) => ({ linkId, item: item.map(({ linkId }) => ({ linkId })) }));
    const response = { ...people[0].response, item };
    const [report] = reports([response]);
    for (const { of, path, says } of claims) {
      assert.ok(says(report, { item: [] }).includes(evaluator(path)(response)), of);
    }
  });

  it("says no of a question that is rightly left out", () => {
    // The rules read such a question only beside what leaves it out. Here some advice depends on it alone.
    for (const { id, options } of rules.questions.filter(({ ask_when }) => ask_when)) {
      const when = { question: id, is: options.find(({ unread }) => !unread).id };
      const responses = people.map(({ response }) => response);
      const { advice, found } = withAdviceFor(when, (folder) => reports(responses, ["--rules", folder]));
      const values = responses.map(evaluator(pathOf(when)));
      const said = found.map(({ monitoring }) => shown(byId(monitoring, advice)));
      values.forEach((value, place) => assert.ok(said[place].includes(value), JSON.stringify(people[place].answers)));
      assert.deepEqual(new Set(values), new Set(VALUES));
    }
  });

  for (const [name, part, other] of WRONG) {
    it(`does not if ${name}`, () => {
      const changed = claims.map((claim) => ({ ...claim, path: claim.path.replace(part, other) }));
      const wrong = changed.filter(({ path }, place) => path !== claims[place].path);
      assert.ok(wrong.length > 0, "nothing is changed");
      const isNoticed = ({ path, says }) => {
        const value = evaluator(path);
        return people.some(({ response, reports: [report] }) => !says(report, response).includes(value(response)));
      };
      assert.ok(wrong.some(isNoticed));
    });
  }
});
