//! The list: what a person takes to the doctor and reads to the end. The full report says more about each part of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Advice, Item, ItemIndex, Question, Reported, State, Urgency, Urgent};
use crate::pages::comparison::{self, Comparison};
use crate::pages::frame::of_person;
use crate::pages::marks::Marks;
use crate::pages::provenance::review_in_short;
use crate::pages::report::{Ask, CautionInfo, Given, Items, Report, SymptomInfo};
use crate::render::document::{self, Block, Document, Line, Planned, Section, Tone};
use crate::text::demo::Card;
use crate::text::language;

/// A caution with at most this many reasons says them, even if an earlier caution did.
pub(crate) const SAID_AGAIN: usize = 1;

/// The plan names the cautions where there are at most so many; of more, those under its first heading.
pub(crate) const NAMED: usize = 8;

/// The most questions: no visit has time for more.
pub(crate) const QUESTIONS: usize = 4;

/// How many of them are marked as the first to ask.
pub(crate) const FIRST_QUESTIONS: usize = 3;

/// How many things that were not asked about are named.
pub(crate) const NOT_ASKED: usize = 3;

/// Lines for questions of one's own.
pub(crate) const OWN_QUESTIONS: usize = 2;

/// The list of a report.
pub fn document(report: &Report<'_>) -> Document {
    let mut sections = sections(report);
    sections.extend(report.card.as_ref().map(card));
    sections.push(rest(report));
    Document { is_short: true, sections, ..of_person(report) }
}

/// The list of a report on changed answers: what the change does comes first.
pub fn changed(report: &Report<'_>, comparison: &Comparison<'_>) -> Document {
    let mut marks = Marks::default();
    let changes = comparison::page::sections(comparison, &mut marks);
    let mut document = document(report);
    if let Some(intro) = document.sections.first_mut() {
        intro.heading = Some(language().heading.after_change.into());
    }
    document.sections.splice(..0, changes);
    if !marks.is_empty() {
        document.sections.push(Section::new(language().heading.sources, vec![marks.list(report.rules().sources())]));
    }
    document
}

/// The list without its last section.
pub(in crate::pages) fn sections(report: &Report<'_>) -> Vec<Section> {
    let mut told = Told::new(report);
    let mut sections = vec![Section::untitled(intro(report))];
    sections.extend(cautions(report, &mut told));
    sections.extend(told.find_out(report));
    sections.push(signs(report));
    sections.push(questions(report));
    sections
}

/// The cautions under each heading, by number.
fn plan(report: &Report<'_>) -> Vec<Planned> {
    let all = report.applying().count();
    let mut rows: Vec<Planned> = Vec::new();
    for (place, caution) in report.applying().enumerate() {
        let heading = heading(report, caution);
        if rows.last().is_none_or(|row| row.heading != heading) {
            rows.push(Planned { heading: heading.to_owned(), entries: Vec::new() });
        }
        let name = (rows.len() == 1 || all <= NAMED).then(|| caution.title.to_owned());
        if let Some(row) = rows.last_mut() {
            row.entries.push((place + 1, name));
        }
    }
    rows
}

/// The main message, what is to be done when, and what the list is not.
fn intro(report: &Report<'_>) -> Vec<Block> {
    let (list, safety) = (&language().list, &language().safety);
    let applies = report.in_state(State::Applies).count();
    let in_state = |state| report.in_state(state).count();
    let (not_sure, not_asked) = (in_state(State::NotSure), in_state(State::NotAsked));
    let none = || format!("{} {}", (list.none_applies)(not_sure + not_asked, report.cautions.len()), safety.not_safe);
    let mut blocks = vec![match applies {
        0 => Line::new(Tone::Strong, none()).into(),
        _ => Block::Plan { heads: list.plan.map(str::to_owned), rows: plan(report) },
    }];
    let mut beside: Vec<String> = Vec::new();
    if applies > 0 && not_asked > 0 {
        beside.push((list.not_asked)(not_asked));
    }
    let is_reported = |symptom: &SymptomInfo<'_>| matches!(symptom.reported, Some(Reported::Yes | Reported::NotSure));
    if applies == 0 && report.warning_symptoms.iter().any(is_reported) {
        beside.push(safety.no_match_beside_a_sign.to_owned());
    }
    if report.urgent_level() == Some(Urgent::SameDay) {
        beside.push(list.signs_below.to_owned());
    }
    blocks.extend((!beside.is_empty()).then(|| Line::sentences(&beside).into()));
    let is_shown = |advice: &&Advice| report.always.iter().any(|shown| *shown.id == advice.id);
    let always = report.rules().always().iter().filter(|advice| advice.in_list).filter(is_shown);
    let always = always.flat_map(|advice| &advice.statement.tell);
    let review = review_in_short(report.rules().header());
    let said = [safety.not_a_verdict, list.keep_taking].into_iter().chain(always.chain(&review).map(String::as_str));
    blocks.push(Line::sentences(&said.collect::<Vec<&str>>()).into());
    blocks
}

/// The cautions that apply, numbered, under the headings for this person.
fn cautions<'p>(report: &'p Report<'p>, told: &mut Told<'p>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut before = None;
    for caution in report.applying() {
        let level = (!caution.same_day).then_some(caution.level);
        if before != Some(level) {
            sections.push(Section::new(heading(report, caution), Vec::new()));
            before = Some(level);
        }
        let entry = told.entry(report, caution);
        if let Some(section) = sections.last_mut() {
            section.blocks.push(entry);
        }
    }
    sections
}

/// The heading that a caution stands under.
fn heading<'p>(report: &'p Report<'p>, caution: &CautionInfo<'_>) -> &'p str {
    let level = report.levels.iter().filter(|_| !caution.same_day).find(|one| one.level == caution.level);
    level.map_or(language().heading.today, |level| level.title)
}

/// What was told so far: how many cautions, and under which of them each answer stands.
#[derive(Debug)]
struct Told<'p> {
    /// Everything that the person is not sure of.
    not_sure: &'p Items<'p>,
    /// The items about warning signs.
    signs: BTreeSet<ItemIndex>,
    /// How many cautions apply.
    all: usize,
    /// How many of them were told.
    cautions: usize,
    answers: BTreeMap<ItemIndex, usize>,
}

impl<'p> Told<'p> {
    fn new(report: &'p Report<'p>) -> Self {
        let all = report.applying().count();
        // The urgent block or the signs to watch for tell of these.
        let symptoms = report.rules().warning_symptoms().iter();
        let signs = symptoms.filter_map(|symptom| symptom.reported_by).collect();
        Self { not_sure: &report.not_sure, signs, all, cautions: 0, answers: BTreeMap::new() }
    }

    /// The short names of items, each once. A group is named by its own name where nothing of it is known.
    fn names(&self, items: &[(&'p Question, &'p Item)]) -> Vec<&'p str> {
        let is_open = |item: &Item| self.not_sure.iter().any(|one| one.index == item.index);
        let name = |(question, item): &(&'p Question, &'p Item)| {
            if question.items.iter().all(is_open) { question.title.as_str() } else { item.title.as_str() }
        };
        let mut names: Vec<&str> = items.iter().map(name).collect();
        names.dedup();
        names
    }

    fn entry(&mut self, report: &Report<'_>, caution: &CautionInfo<'p>) -> Block {
        let list = &language().list;
        self.cautions += 1;
        let number = self.cautions;
        let title = format!("{number}. {}", caution.title);
        let (mut see, mut reasons) = self.new_among(caution.because.iter().copied(), |reason| reason.item.index);
        // A few are said again: that is shorter than to look them up.
        if caution.because.len() <= SAID_AGAIN {
            reasons.clone_from(&caution.because);
        }
        // One kind of reason is enough to see why.
        if !reasons.is_empty() {
            see.clear();
        }
        let (_, unsure) = self.new_among(caution.also_not_sure.with_questions(), |(_, item)| item.index);
        // What the title says is not said again.
        let title_says = |said: &String| caution.title.to_lowercase().contains(&said.to_lowercase());
        let reasons = reasons.iter().map(|reason| report.in_short(reason));
        let reasons: Vec<String> = reasons.filter(|said| !title_says(said)).collect();
        let said = (!reasons.is_empty()).then(|| (list.because)(&reasons));
        let see = (!see.is_empty()).then(|| (list.see)(&see.into_iter().collect::<Vec<usize>>()));
        let reasons: Vec<String> = said.into_iter().chain(see).collect();
        let first = caution.tell.first.iter().take(sentences(number, self.all));
        let mut first: Vec<&str> = caution.tell.now.iter().chain(first).copied().collect();
        let mut told = BTreeSet::new();
        first.retain(|sentence| told.insert(*sentence));
        let mut lines = Vec::new();
        lines.extend((!reasons.is_empty()).then(|| Line::sentences(&reasons)));
        lines.extend((!first.is_empty()).then(|| Line::sentences(&first)));
        lines.extend((!unsure.is_empty()).then(|| (list.not_sure)(&self.names(&unsure)).into()));
        Block::Entry { title, lines }
    }

    /// Of some answers those that no caution has told yet, which this one tells now; of the others, under which cautions
    /// they stand.
    fn new_among<T>(
        &mut self,
        answers: impl Iterator<Item = T>,
        item: impl Fn(&T) -> ItemIndex,
    ) -> (BTreeSet<usize>, Vec<T>) {
        let answers = answers.filter(|answer| !self.signs.contains(&item(answer)));
        let (new, old): (Vec<T>, Vec<T>) = answers.partition(|answer| !self.answers.contains_key(&item(answer)));
        let see = old.iter().filter_map(|answer| self.answers.get(&item(answer)).copied()).collect();
        self.answers.extend(new.iter().map(|answer| (item(answer), self.cautions)));
        (see, new)
    }

    /// What an answer *not sure* leaves open, one line each: what to do now comes first. Then everything that the person
    /// is not sure of and that no caution above tells.
    fn find_out(&mut self, report: &'p Report<'p>) -> Option<Section> {
        let list = &language().list;
        let mut open: Vec<&CautionInfo<'_>> = report.in_state(State::NotSure).collect();
        open.sort_by_key(|caution| caution.tell.when_not_sure.is_empty());
        let item = |caution: &CautionInfo<'_>| {
            let sure = caution.because.iter().filter(|reason| reason.answer != Given::NotSure);
            let said: Vec<String> = sure.map(|reason| report.in_short(reason)).collect();
            let said = (!said.is_empty()).then(|| (list.because)(&said));
            let sentences = said.iter().chain(caution.tell.when_not_sure);
            document::Item::of(sentences.fold((list.open)(caution.title), |open, said| format!("{open} {said}")))
        };
        let items: Vec<document::Item> = open.into_iter().map(item).collect();
        let mut blocks = Vec::new();
        blocks.extend((!items.is_empty()).then_some(Block::Short(items)));
        let (_, others) = self.new_among(report.not_sure.with_questions(), |(_, item)| item.index);
        let is_title = |name: &&str| report.in_state(State::NotSure).any(|caution| caution.title == *name);
        let others: Vec<&str> = self.names(&others).into_iter().filter(|name| !is_title(name)).collect();
        blocks.extend((!others.is_empty()).then(|| (list.not_sure_about)(&others).into()));
        (!blocks.is_empty()).then(|| Section::new(list.find_out, blocks))
    }
}

/// In how many sentences a caution is explained where `all` apply: the longer a list is, the less of it is read.
fn sentences(number: usize, all: usize) -> usize {
    match (number, all) {
        (_, ..=4) => 2,
        (_, ..=8) | (..=3, ..=12) => 1,
        _ => 0,
    }
}

/// The signs to watch for. The emergency signs are repeated only where the urgent block took their place.
fn signs(report: &Report<'_>) -> Section {
    let list = &language().list;
    // What the urgent block says already is not said again.
    let symptoms = || report.warning_symptoms.iter().filter(|symptom| !report.is_urgent_for(symptom));
    let of = |urgency| symptoms().filter(move |symptom| symptom.urgency == urgency);
    let mut blocks: Vec<Block> = Vec::new();
    let mut urgencies = vec![Urgency::SameDay, Urgency::NextVisit];
    if report.urgent.is_some() {
        urgencies.insert(0, Urgency::Emergency);
    } else {
        let most: Vec<&str> =
            of(Urgency::Emergency).filter(|symptom| symptom.watch_more).map(|symptom| symptom.title).collect();
        let most = (!most.is_empty()).then(|| (list.watch_most)(&most));
        let lead: Vec<String> = [list.emergency_above.to_owned()].into_iter().chain(most).collect();
        blocks.push(Line::sentences(&lead).into());
    }
    for urgency in urgencies {
        let (most, others): (Vec<_>, Vec<_>) = of(urgency).partition(|symptom| is_above_all(report, symptom));
        let also = if most.is_empty() { (list.signs_of)(urgency) } else { list.signs_also };
        for (lead, symptoms) in [((list.signs_above_all)(urgency), most), (also, others)] {
            if !symptoms.is_empty() {
                let items = symptoms.into_iter().map(|symptom| document::Item::of(sign(symptom))).collect();
                blocks.extend([lead.into(), Block::Short(items)]);
            }
        }
    }
    Section::new(list.signs, blocks)
}

/// Whether the person should watch for a sign more than others who see it.
fn is_above_all(report: &Report<'_>, symptom: &SymptomInfo<'_>) -> bool {
    let mut symptoms = report.rules().warning_symptoms().iter().filter(|one| one.id == *symptom.id);
    symptom.watch_more && !symptoms.any(|one| one.show_when.as_ref() == Some(&one.watch_more_when))
}

fn sign(symptom: &SymptomInfo<'_>) -> String {
    let reported = symptom.reported.filter(|reported| *reported != Reported::No);
    // The name says why it matters, as it does in the emergency text.
    let signs = (language().list.named)(symptom.title, symptom.signs.brief);
    (language().list.sign)(&signs, reported)
}

/// One question of each caution that applies, in the order of the cautions, and room for one's own.
fn questions(report: &Report<'_>) -> Section {
    let list = &language().list;
    let mut questions: Vec<String> = Vec::new();
    for caution in report.applying().chain(report.in_state(State::NotSure)) {
        let question = caution.ask.iter().find(|ask| matches!(ask, Ask::Question(_))).map(Ask::to_string);
        questions.extend(question.filter(|question| !questions.contains(question)));
    }
    let is_unsure = !report.not_sure.is_empty();
    questions.truncate(if is_unsure { QUESTIONS - 1 } else { QUESTIONS });
    questions.extend(is_unsure.then(|| list.check_notes.to_owned()));
    let others = questions.split_off(questions.len().min(FIRST_QUESTIONS));
    let mut blocks: Vec<Block> = Vec::new();
    if others.is_empty() {
        blocks.push(Block::Ticks { list: questions, blank: OWN_QUESTIONS });
    } else {
        blocks.extend([list.ask_first.into(), Block::Ticks { list: questions, blank: 0 }]);
        blocks.extend([list.then.into(), Block::Ticks { list: others, blank: OWN_QUESTIONS }]);
    }
    Section::new(list.questions, blocks)
}

/// The card of an example person.
pub(super) fn card(card: &Card) -> Section {
    let sentences: Vec<&str> = card.story.into_iter().chain([card.teaches]).collect();
    Section::new(language().demo.about, vec![Line::sentences(&sentences).into()])
}

/// What was not asked, what was not answered, how to read everything, and which rules spoke.
fn rest(report: &Report<'_>) -> Section {
    let list = &language().list;
    let mut blocks: Vec<Block> = vec![list.limits.into()];
    let mut titles: Vec<&str> = report.not_asked_about.iter().map(|advice| advice.title).collect();
    titles.dedup();
    blocks.extend((!titles.is_empty()).then(|| {
        let (named, others) = titles.split_at(titles.len().min(NOT_ASKED));
        (list.not_asked_about)(named, others.len()).into()
    }));
    let mut unanswered: Vec<&str> =
        report.unanswered.with_questions().map(|(question, _)| question.title.as_str()).collect();
    unanswered.dedup();
    blocks.extend((!unanswered.is_empty()).then(|| (list.unanswered)(&unanswered).into()));
    let header = report.rules().header();
    let rules = (list.rules)(&header.version, &header.digest, &header.review_by.to_string());
    blocks.push(Line::sentences(&[list.in_full, &rules]).into());
    blocks.push(Block::ByHand(list.by_hand.map(str::to_owned).to_vec()));
    Section::new(list.rest, blocks)
}
