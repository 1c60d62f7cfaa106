// FHIRPath made from the rules: what a condition of the rule set says of a response, with {} for unknown.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "../page/rules.mjs";
import { questionnaire, questions, wordOf } from "./questionnaire.mjs";

/** The extension with the answer to each item of a group. */
const ITEMS = "https://jakcheck.invalid/fhir/StructureDefinition/answers-to-items";

/** The folder of the rules. */
export const RULES = join(project, "rules/jak-inhibitors");

/** The rules as they are written, those of all topics together. */
export const rules = readRules(RULES);

function readRules(folder) {
  const read = (...path) => JSON.parse(readFileSync(join(folder, ...path), "utf8"));
  const topics = readdirSync(join(folder, "topics")).map((file) => read("topics", file));
  const all = (kind) => topics.flatMap((topic) => topic[kind] ?? []);
  const ofTopics = ["questions", "cautions", "warning_symptoms", "monitoring", "alternatives"].map((kind) => [
    kind,
    all(kind),
  ]);
  return { ...read("rule-set.json"), ...Object.fromEntries(ofTopics) };
}

const byId = (list, id) => list.find((one) => one.id === id || one.linkId === id);
const quoted = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;
const isCalled = (id) => `where(linkId = ${quoted(id)})`;

/** Where the answers to a question stand in a response: where the questionnaire has it. */
function placeOf(id) {
  const { linkId } = questionnaire.item.find(({ item = [] }) => byId(item, id));
  return `item.${isCalled(linkId)}.item.${isCalled(id)}`;
}

// A code alone can mean something else in another system.
const CODE = "(system & '|' & code)";
const key = ({ valueCoding: { system, code } }) => quoted(`${system}|${code}`);
const NOT_SURE = key(questions[0].answerOption.find((option) => wordOf(option) === "not_sure"));

const joined = (parts, operator, ofNone) => (parts.length > 0 ? `(${parts.join(` ${operator} `)})` : ofNone);

/** The codes of answers to a question, given in the words of the rules. */
function keysOf({ linkId, answerOption }, words) {
  return words.map((word) => {
    const option = answerOption.find((one) => wordOf(one) === word);
    if (!option) throw new Error(`${linkId} has no answer ${word}`);
    return key(option);
  });
}

/** What a condition says: true, false, or nothing where an answer is missing or not sure. */
export function pathOf({ all, any, question, is, group, any_is, holds, ...rest }) {
  if (Object.keys(rest).length > 0) throw new Error(`a condition of another form: ${Object.keys(rest)}`);
  if (all) return joined(all.map(pathOf), "and", "true");
  if (any) return joined(any.map(pathOf), "or", "false");
  if (holds) return pathOf(byId(rules.conditions, holds).when);
  if (question) return leaf(question, [is].flat());
  return joined(
    itemsOf(group).map((item) => leaf(`${group}.${item}`, [any_is])),
    "or",
    "false",
  );
}

/** What a caution says: nothing too where it is to stay open although it does not apply. */
export function pathOfCaution({ applies_when, open_when }) {
  const applies = pathOf(applies_when);
  return open_when ? `(${applies} or (${pathOf(open_when)} and {}))` : applies;
}

/** The items of a group: what can be chosen but *none* and *not sure*. */
function itemsOf(group) {
  const words = byId(questions, group).answerOption.map(wordOf);
  return words.filter((word) => word !== "none" && word !== "not_sure");
}

/** What an answer says. A question that is rightly left out is not unknown: it says no. */
function leaf(name, words) {
  const [id, item] = name.split(".");
  const { ask_when } = byId(rules.questions, id);
  const answered = item ? pathOfItem(id, item, words) : pathOfOption(id, words);
  return ask_when ? `iif(${pathOf(ask_when)} = false, false, ${answered})` : answered;
}

/** Whether one of some options is chosen; nothing without an answer, because nothing is left to select from. */
function pathOfOption(id, words) {
  const options = keysOf(byId(questions, id), words).join(" | ");
  return `${placeOf(id)}.answer.value.where(${CODE} != ${NOT_SURE}).select(${CODE} in (${options}))`;
}

/** Whether an item of a group is ticked. Beside *not sure* an empty box means no only where it is said of each item. */
function pathOfItem(id, item, words) {
  if (String(words) !== "yes") throw new Error(`${id}.${item} is read as ${words}, and a box says yes only`);
  const [ticked] = keysOf(byId(questions, id), [item]);
  const chosen = (code) => `answer.value.where(${CODE} = ${code}).exists()`;
  const isNotNo = `extension(${quoted(ITEMS)}).extension(${quoted(item)}).value.where($this = 'no').empty()`;
  const unticked = `iif(${chosen(NOT_SURE)} and ${isNotNo}, {}, false)`;
  return `${placeOf(id)}.where(answer.exists()).select(iif(${chosen(ticked)}, true, ${unticked}))`;
}

/** Whether a form asks a question of the questionnaire. */
export function pathOfEnabled({ enableWhen = [], enableBehavior }) {
  const parts = enableWhen.map(({ question: id, operator, answerBoolean, answerCoding }) => {
    const answer = `${placeOf(id)}.answer`;
    if (operator === "exists") return `${answer}.exists() = ${answerBoolean}`;
    if (operator !== "=") throw new Error(`enableWhen with ${operator}`);
    return `${answer}.value.where(${CODE} = ${key({ valueCoding: answerCoding })}).exists()`;
  });
  return joined(parts, enableBehavior === "all" ? "and" : "or", "true");
}
