//! P12: no two texts that somebody can read together contradict each other. That each sentence has its source, each topic
//! of the register its question or its text, and each worked case its result, holds of every rule set that was loaded.

use super::found::{Broken, Found};
use super::outcome::Outcome;
use super::space::{Breadth, Space};
use crate::answers::Answers;
use crate::evaluate::{Situation, SymptomFinding, Verdict};
use crate::model::{Caution, Condition, Heading, Id, RuleSet, State, Truth, WarningSymptom};
use crate::text::language;

pub(super) fn prove(rules: &RuleSet, breadth: Breadth) -> Found<'_> {
    let texts = texts(rules);
    let mut found = Found::default();
    for contrary in rules.contrary() {
        let with =
            |phrase: &str| -> Vec<&Text<'_>> { texts.iter().filter(|text| text.says.contains(phrase)).collect() };
        let (ones, others) = (with(&contrary.one), with(&contrary.other));
        for (phrase, texts) in [(&contrary.one, &ones), (&contrary.other, &others)] {
            let what = || (language().proof.no_such_phrase)(phrase);
            found.extend(texts.is_empty().then(|| Broken::new(&rules.header().id, what(), &Answers::none(rules))));
        }
        for (one, other) in ones.iter().flat_map(|one| others.iter().map(move |other| (one, other))) {
            let conditions: Vec<&Condition> = one.conditions().into_iter().chain(other.conditions()).collect();
            found.add(Space::of_few(rules, &conditions, breadth).smallest(|answers, situation| {
                let what =
                    || (language().proof.contrary)(&contrary.one, &contrary.other, one.id.as_str(), other.id.as_str());
                (one.is_read(situation) && other.is_read(situation)).then(|| Broken::new(one.id, what(), answers))
            }));
        }
    }
    found
}

/// Sentences, and who reads them.
struct Text<'r> {
    id: &'r Id,
    /// In small letters.
    says: String,
    of: Of<'r>,
    show_when: Option<&'r Condition>,
}

/// What a text belongs to.
enum Of<'r> {
    Caution(&'r Caution),
    Symptom(&'r WarningSymptom),
    /// With the headings that come before it: the first that holds counts.
    Heading(&'r Heading, Vec<&'r Heading>),
    Report,
}

impl<'r> Text<'r> {
    fn new<'t>(
        id: &'r Id,
        of: Of<'r>,
        says: impl IntoIterator<Item = &'t String>,
        show_when: Option<&'r Condition>,
    ) -> Self {
        let says = says.into_iter().map(|sentence| sentence.to_lowercase()).collect::<Vec<String>>().join(" ");
        Self { id, says, of, show_when }
    }

    fn conditions(&self) -> Vec<&'r Condition> {
        let mut conditions = match &self.of {
            Of::Caution(caution) => Outcome::Caution(caution).conditions(),
            Of::Symptom(symptom) => Outcome::Symptom(symptom).conditions(),
            Of::Heading(heading, before) => before.iter().chain([heading]).map(|one| &one.when).collect(),
            Of::Report => Vec::new(),
        };
        conditions.extend(self.show_when);
        conditions
    }

    /// Whether somebody reads it. A text of a caution that is open for a missing answer is not printed.
    fn is_read(&self, situation: &Situation<'_>) -> bool {
        let is_true = |heading: &Heading| heading.when.evaluate(situation) == Truth::True;
        let is_there = match &self.of {
            Of::Caution(caution) => {
                matches!(Verdict::of(caution, situation).state, State::Applies | State::NotSure)
            }
            Of::Symptom(symptom) => SymptomFinding::of(symptom, situation).shown,
            Of::Heading(heading, before) => is_true(heading) && !before.iter().any(|one| is_true(one)),
            Of::Report => true,
        };
        is_there && self.show_when.is_none_or(|condition| condition.evaluate(situation) != Truth::False)
    }
}

fn texts(rules: &RuleSet) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for caution in rules.cautions() {
        let always = caution.tell.iter().chain(&caution.ask).chain(&caution.when_not_sure);
        texts.push(Text::new(&caution.id, Of::Caution(caution), always, None));
        for statement in caution.statements() {
            let of = Of::Caution(caution);
            texts.push(Text::new(&caution.id, of, &statement.tell, statement.show_when.as_ref()));
        }
    }
    for symptom in rules.warning_symptoms() {
        texts.push(Text::new(&symptom.id, Of::Symptom(symptom), &symptom.tell, None));
        for detail in &symptom.details {
            texts.push(Text::new(&symptom.id, Of::Symptom(symptom), &detail.tell, detail.show_when.as_ref()));
        }
    }
    for advice in rules.always().iter().chain(rules.monitoring()).chain(rules.alternatives()) {
        let statement = &advice.statement;
        texts.push(Text::new(&advice.id, Of::Report, &statement.tell, statement.show_when.as_ref()));
    }
    for (place, heading) in rules.headings().iter().enumerate() {
        let before = rules.headings().iter().take(place).filter(|one| one.level == heading.level).collect();
        let says = [&heading.title].into_iter().chain(&heading.tell);
        texts.push(Text::new(&rules.header().id, Of::Heading(heading, before), says, None));
    }
    texts
}
