// The list of one person, in the words and in the order of `src/pages/list.rs`, as elements of the page.

const { list: LIST, safety: SAFETY, page: PAGE, most: MOST } = RULES.words;

/** An element. Texts among its children can never become markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A text with its hole filled. */
function fill(template, value) {
  return template.split("\uE000").join(value);
}

/** A text for a number of things. */
function counted({ one, many }, number) {
  return number === 1 ? one : fill(many, number);
}

/** A text with a list in it. */
function joined({ before, between, last, after }, texts) {
  const most = texts.slice(0, -1).join(between);
  return before + (texts.length > 1 ? most + last : "") + texts.at(-1) + after;
}

/** A paragraph of sentences; null for none. */
function paragraph(sentences, strong) {
  const text = sentences.filter(Boolean).join(" ");
  if (text === "") {
    return null;
  }
  return element("p", {}, strong ? element("strong", { class: strong }, text) : text);
}

/** A list of short lines. */
function lines(texts) {
  return element("ul", { class: "few-words" }, ...texts.map((text) => element("li", {}, text)));
}

/** Boxes to tick, and empty lines. */
function ticks(texts, blank) {
  const box = (text) => {
    const input = element("input", { type: "checkbox" });
    return element("li", {}, element("label", {}, input, element("span", {}, text)));
  };
  const empty = Array.from({ length: blank }, () => element("li", { class: "blank", "aria-hidden": "true" }));
  return element("ul", { class: "ticks" }, ...texts.map(box), ...empty);
}

/** The heading that a screen leads to. What stands around it and must not be missed is heard with it. */
function headed(before, text, ...others) {
  before?.setAttribute("id", "before");
  const ids = [before && "before", ...others].filter(Boolean).join(" ");
  return [before, element("h1", { tabindex: -1, "aria-describedby": ids || null }, text)];
}

function section(heading, ...blocks) {
  return element("section", {}, heading && element("h2", {}, heading), ...blocks);
}

/** What the list of one person is made of. */
class List {
  constructor(answers, isForSomeoneElse, day) {
    Object.assign(this, findings(answers));
    Object.assign(this, { answers, isForSomeoneElse, day });
    const inState = (state) => this.cautions.filter((found) => found.state === state);
    const applies = inState("applies");
    this.applying = [...applies.filter((found) => found.today), ...applies.filter((found) => !found.today)];
    this.open = inState("not_sure");
    this.notAsked = inState("not_asked");
    this.unsure = ITEMS.filter((item) => this.situation.get(item.ref) === NOT_SURE);
    this.told = new Told(this);
  }

  /** An answer in few words. */
  said(reference) {
    const item = ITEMS[PLACE.get(reference)];
    const answer = this.situation.get(reference);
    if (answer === NOT_SURE) {
      return fill(LIST.unsure, item.title);
    }
    if (item.question.group) {
      return answer === YES ? item.title : fill(LIST.no, item.title);
    }
    return item.options.find((option) => option.id === answer).said;
  }

  /** The heading over a caution. */
  heading({ caution, today }) {
    if (today) {
      return LIST.today;
    }
    const holds = ({ level, when }) => level === caution.level && truth(when, this.situation) === TRUE;
    return RULES.headings.find(holds)?.title ?? SAFETY.level_headings[caution.level - 1];
  }

  /** The statements whose condition lets them be shown. */
  statements(list, isShown) {
    return (list ?? []).filter(({ when }) => isShown(when)).flatMap(({ tell }) => tell);
  }

  title() {
    if (this.urgent) {
      return this.urgent.level === "same_day" ? LIST.title_today : LIST.title;
    }
    return this.applying.length > 0 ? counted(LIST.things, this.applying.length) : LIST.title;
  }

  /** Everything above the sections. */
  header() {
    const profile = ITEMS.filter(({ ref, question }) => question.profile && this.isAnswered(ref));
    const facts = profile.map(({ ref }) => this.said(ref));
    const open = this.worthFindingOut();
    const isOpen = open > 0 && this.applying.length > 0;
    const warning = dateWarning(this.day);
    return element(
      "header",
      {},
      ...headed(warning && paragraph([warning], "urgent"), this.title(), this.urgent && "now"),
      paragraph([fill(LIST.dated, this.day), isOpen && counted(LIST.also_open, open)]),
      facts.length > 0 ? paragraph([`${facts.join("; ")}.`]) : null,
      this.isForSomeoneElse ? paragraph([LIST.for_someone_else]) : null,
      element("section", { class: "emergency", "aria-label": SAFETY.emergency }, ...this.cannotWait()),
    );
  }

  isAnswered(reference) {
    const answer = this.situation.get(reference);
    return answer !== undefined && answer !== LEFT_OUT;
  }

  /** What is urgent, with the answers that make it so. Everybody else sees the emergency signs. */
  cannotWait() {
    if (!this.urgent) {
      const signs = SAFETY.emergency_signs.map((sign) => element("li", {}, sign));
      return [paragraph([SAFETY.emergency_lead], "urgent"), element("ul", { class: "signs" }, ...signs)];
    }
    const isUnsure = (item) => this.situation.get(item) === NOT_SURE;
    const said = this.urgent.items.filter((item) => !isUnsure(item)).map((item) => this.said(item));
    const unsure = this.urgent.items.filter(isUnsure).map((item) => ITEMS[PLACE.get(item)].title);
    const now = paragraph([SAFETY.urgent_line[this.urgent.now]], "urgent");
    now.id = "now";
    return [
      now,
      said.length > 0 ? paragraph([joined(LIST.said, said)]) : null,
      unsure.length > 0 ? paragraph([joined(LIST.not_sure_about, unsure)]) : null,
    ];
  }

  /** How many things are worth finding out, each once. */
  worthFindingOut() {
    const leaveOpen = new Set(this.open.flatMap((found) => found.settled_by));
    const others = this.cautions.filter((found) => found.state !== "not_sure");
    const further = new Set(others.flatMap((found) => found.also_not_sure).filter((item) => !leaveOpen.has(item)));
    return this.open.length + further.size + this.otherUnsure().length;
  }

  /** The items answered "not sure" that no caution, sign or earlier treatment names. */
  otherUnsure() {
    const named = new Set([
      ...this.cautions.flatMap((found) => [...found.because, ...found.settled_by, ...found.also_not_sure]),
      ...RULES.symptoms.map(({ item }) => item),
      ...ITEMS.filter(({ question }) => question.tried).map(({ ref }) => ref),
    ]);
    return this.unsure.filter(({ ref }) => !named.has(ref));
  }

  /** The cautions under each heading, by number. */
  plan() {
    const rows = [];
    this.applying.forEach((found, place) => {
      const heading = this.heading(found);
      if (rows.at(-1)?.heading !== heading) {
        rows.push({ heading, entries: [] });
      }
      const isNamed = rows.length === 1 || this.applying.length <= MOST.named;
      rows.at(-1).entries.push(
        element("span", {}, element("b", {}, String(place + 1)), isNamed ? ` ${found.caution.title}` : null),
      );
    });
    const heads = element("li", {}, ...LIST.plan.flatMap((head) => [element("strong", {}, head), " "]));
    const row = ({ heading, entries }) =>
      element("li", {}, element("span", {}, heading), element("span", {}, ...entries.flatMap((entry) => [" ", entry])));
    return element("ul", { class: "plan" }, heads, ...rows.map(row));
  }

  /** The main message, what is to be done when, and what the list is not. */
  intro() {
    const applies = this.applying.length;
    const open = this.open.length + this.notAsked.length;
    const none = open === 0 ? LIST.none_applies : fill(LIST.none_applies_but_open, open);
    const always = this.statements(RULES.always, (when) => mayConcern(when, this.situation));
    return section(
      null,
      applies === 0 ? paragraph([none, SAFETY.not_safe], "main-message") : this.plan(),
      paragraph([
        applies > 0 && this.notAsked.length > 0 && fill(LIST.not_asked, this.notAsked.length),
        applies === 0 && this.symptoms.some(({ isReported }) => isReported) && SAFETY.no_match_beside_a_sign,
        this.urgent?.level === "same_day" && LIST.signs_below,
      ]),
      paragraph([SAFETY.not_a_verdict, LIST.keep_taking, ...always, ...SAFETY.review]),
      ...this.notAsked.map(({ caution: { id } }) =>
        element("span", { hidden: true, "data-caution": id, "data-state": "not_asked" }),
      ),
    );
  }

  /** The cautions that apply, numbered, under the headings for this person. */
  cautionSections() {
    const sections = [];
    let before;
    for (const found of this.applying) {
      const level = found.today ? 0 : found.caution.level;
      if (before !== level) {
        sections.push(section(this.heading(found)));
        before = level;
      }
      sections.at(-1).append(this.told.entry(found));
    }
    return sections;
  }

  /** The signs to watch for. The emergency signs are repeated only where the urgent block took their place. */
  signs() {
    const isTold = (item) => this.urgent?.items.includes(item);
    const isUrgentFor = ({ symptom }) =>
      (symptom.item !== undefined && isTold(symptom.item)) || (symptom.show && itemsOf(symptom.show).every(isTold));
    const shown = this.symptoms.filter((found) => found.shown && !isUrgentFor(found));
    const of = (urgency) => shown.filter(({ symptom }) => symptom.urgency === urgency);
    const blocks = [];
    if (!this.urgent) {
      const most = of("emergency").filter(({ watch_more }) => watch_more);
      const titles = most.map(({ symptom }) => symptom.title);
      blocks.push(paragraph([LIST.emergency_above, titles.length > 0 && joined(LIST.watch_most, titles)]));
    }
    for (const urgency of [...(this.urgent ? ["emergency"] : []), "same_day", "next_visit"]) {
      const isAboveAll = ({ symptom, watch_more }) => watch_more && !sameCondition(symptom.show, symptom.watch);
      const most = of(urgency).filter(isAboveAll);
      const others = of(urgency).filter((found) => !isAboveAll(found));
      const also = most.length > 0 ? LIST.signs_also : LIST.signs_of[urgency];
      for (const [lead, these] of [[LIST.signs_above_all[urgency], most], [also, others]]) {
        if (these.length > 0) {
          blocks.push(paragraph([lead]), this.signLines(these));
        }
      }
    }
    return section(LIST.signs, ...blocks);
  }

  signLines(found) {
    const made = lines(found.map((one) => this.sign(one)));
    found.forEach(({ symptom, watch_more }, place) => {
      made.children[place].dataset.symptom = symptom.id;
      made.children[place].dataset.watchMore = watch_more;
    });
    return made;
  }

  sign({ symptom, reported }) {
    const template = { [YES]: LIST.sign_yes, [NOT_SURE]: LIST.sign_not_sure }[reported] ?? LIST.sign;
    return fill(template, symptom.named);
  }

  /** One question of each caution that applies, and room for one's own. */
  questions() {
    const isUnsureOf = ({ state, because }) =>
      state === "not_sure" && because.some((item) => this.situation.get(item) === NOT_SURE);
    const asking = [...this.applying, ...this.open].filter((found) => !isUnsureOf(found));
    let texts = [...new Set(asking.map(({ caution }) => caution.ask).filter(Boolean))];
    texts = texts.slice(0, this.unsure.length > 0 ? MOST.questions - 1 : MOST.questions);
    if (this.unsure.length > 0) {
      texts.push(LIST.check_notes);
    }
    const [first, others] = [texts.slice(0, MOST.first_questions), texts.slice(MOST.first_questions)];
    if (others.length === 0) {
      return section(LIST.questions, ticks(first, MOST.own_questions));
    }
    const [ask, then] = [paragraph([LIST.ask_first]), paragraph([LIST.then])];
    return section(LIST.questions, ask, ticks(first, 0), then, ticks(others, MOST.own_questions));
  }

  /** What was not asked, what was not answered, how to read everything, and which rules spoke. */
  rest() {
    const asked = RULES.not_asked_about.filter(({ when }) => mayConcern(when, this.situation));
    const titles = asked.map(({ title }) => title).filter((title, place, all) => title !== all[place - 1]);
    const template = titles.length > MOST.not_asked ? LIST.not_asked_about_more : LIST.not_asked_about;
    const open = ITEMS.filter(({ ref }) => this.situation.get(ref) === undefined).map(({ question }) => question.title);
    const unanswered = open.filter((title, place) => title !== open[place - 1]);
    return section(
      LIST.rest,
      paragraph([LIST.limits]),
      titles.length > 0 ? paragraph([joined(template, titles.slice(0, MOST.not_asked))]) : null,
      unanswered.length > 0 ? paragraph([joined(LIST.unanswered, unanswered)]) : null,
      paragraph([LIST.staff]),
      element("ul", { class: "by-hand" }, ...LIST.by_hand.map((label) => element("li", {}, label))),
    );
  }

  /** The whole list. */
  elements() {
    return [
      this.header(),
      this.intro(),
      ...this.cautionSections(),
      this.told.findOut(),
      this.signs(),
      this.questions(),
      this.rest(),
    ].filter(Boolean);
  }
}

/** Whether two conditions are written alike. */
function sameCondition(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** That the rules are out of date on this day, or younger than it; null if neither. */
function dateWarning(day) {
  if (day > RULES.review_by) {
    return SAFETY.out_of_date;
  }
  return day < RULES.checked_on ? SAFETY.before_check : null;
}

/** What a list has told so far: under which caution each answer stands. */
class Told {
  constructor(list) {
    this.list = list;
    // The urgent block or the signs to watch for tell of these.
    this.signs = new Set(RULES.symptoms.map(({ item }) => item));
    this.answers = new Map();
    this.cautions = 0;
  }

  /** Of some items those that no caution has told yet, which this one tells now; of the others, where they stand. */
  newAmong(items) {
    const these = items.filter((item) => !this.signs.has(item));
    const fresh = these.filter((item) => !this.answers.has(item));
    const see = new Set(these.filter((item) => this.answers.has(item)).map((item) => this.answers.get(item)));
    fresh.forEach((item) => this.answers.set(item, this.cautions));
    return { see: [...see].sort((one, other) => one - other), fresh };
  }

  /** The short names of items. A group is named by its own name where nothing of it is known. */
  names(items) {
    const isUnsure = ({ ref }) => this.list.situation.get(ref) === NOT_SURE;
    const name = ({ title, question }) => (question.items.every(isUnsure) ? question.title : title);
    const names = items.map((item) => name(ITEMS[PLACE.get(item)]));
    return names.filter((one, place) => one !== names[place - 1]);
  }

  entry(found) {
    const { caution, because, also_not_sure } = found;
    this.cautions += 1;
    let { see, fresh: reasons } = this.newAmong(because);
    // A few are said again: that is shorter than to look them up.
    if (because.length <= MOST.said_again) {
      reasons = because;
    }
    // One kind of reason is enough to see why.
    if (reasons.length > 0) {
      see = [];
    }
    const unsure = this.newAmong(also_not_sure).fresh;
    const titleSays = (said) => caution.title.toLowerCase().includes(said.toLowerCase());
    const facts = reasons.map((item) => this.list.said(item)).filter((said) => !titleSays(said));
    const why = [facts.length > 0 && joined(LIST.because, facts), see.length > 0 && joined(LIST.see, see.map(String))];
    return element(
      "article",
      { "data-caution": caution.id, "data-state": "applies" },
      element("h3", {}, `${this.cautions}. ${caution.title}`),
      paragraph(why),
      paragraph(this.sentences(caution)),
      unsure.length > 0 ? paragraph([joined(LIST.not_sure, this.names(unsure))]) : null,
    );
  }

  /** What cannot wait, then as many sentences as a list of this length has room for, each once. */
  sentences(caution) {
    const { situation, applying } = this.list;
    const now = this.list.statements(caution.now, (when) => mayConcern(when, situation));
    const first = this.list.statements(caution.first, (when) => !when || truth(when, situation) === TRUE);
    const room = roomFor(this.cautions, applying.length);
    return [...new Set([...now, ...[...first, ...caution.tell].slice(0, room)])];
  }

  /** What an answer "not sure" leaves open, one line each, and what the person is not sure of besides. */
  findOut() {
    const { open, unsure } = this.list;
    const isSilent = ({ caution }) => (caution.when_not_sure ?? []).length === 0;
    const ordered = [...open.filter((found) => !isSilent(found)), ...open.filter(isSilent)];
    const items = ordered.map(({ caution, because }) => {
      const sure = because.filter((item) => this.list.situation.get(item) !== NOT_SURE);
      const said = sure.map((item) => this.list.said(item));
      const why = said.length > 0 ? [joined(LIST.because, said)] : [];
      const text = [fill(LIST.open, caution.title), ...why, ...(caution.when_not_sure ?? [])].join(" ");
      return element("li", { "data-caution": caution.id, "data-state": "not_sure" }, text);
    });
    const titles = open.map(({ caution }) => caution.title);
    const others = this.names(this.newAmong(unsure.map(({ ref }) => ref)).fresh).filter((name) => !titles.includes(name));
    if (items.length === 0 && others.length === 0) {
      return null;
    }
    return section(
      LIST.find_out,
      items.length > 0 ? element("ul", { class: "few-words" }, ...items) : null,
      others.length > 0 ? paragraph([joined(LIST.not_sure_about, others)]) : null,
    );
  }
}

/** In how many sentences a caution is explained where `all` apply: the longer a list is, the less of it is read. */
function roomFor(number, all) {
  if (all <= 4) {
    return 2;
  }
  return all <= 8 || (number <= 3 && all <= 12) ? 1 : 0;
}
