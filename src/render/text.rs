//! A report as plain text: linear, every meaning in words, the emergency block before everything else.

use super::marks::{Entry, Marks};
use super::{Page, Paint};
use crate::report::{Because, CautionInfo, Cite, PassageInfo, Report, Reported, SymptomInfo};
use crate::rules::{Level, State, Urgency, Urgent};
use crate::wording::{self, heading, phrase};

/// The report, wrapped at `width` columns.
pub fn render(report: &Report, width: usize, paint: Paint) -> String {
    let mut writer = Writer { page: Page::new(width, paint), report, marks: Marks::default() };
    writer.opening();
    writer.cautions_that_apply();
    writer.not_sure();
    writer.not_asked();
    writer.no_match();
    writer.symptoms();
    writer.passages(heading::MONITORING, &report.monitoring);
    writer.passages(heading::ALTERNATIVES, &report.alternatives);
    writer.tried();
    writer.questions();
    writer.passages(heading::NOT_ASKED_ABOUT, &report.not_asked_about);
    writer.unanswered();
    writer.sources();
    writer.about();
    writer.end();
    writer.page.into_text()
}

/// What a person with an emergency sees at once, and everybody sees first.
pub fn emergency_block(page: &mut Page, signs: &[String]) {
    page.styled("", wording::EMERGENCY_LEAD, Paint::urgent);
    for sign in signs {
        page.item("- ", sign);
    }
    page.sentences("", &wording::EMERGENCY_DO);
}

struct Writer<'r> {
    page: Page,
    report: &'r Report,
    marks: Marks,
}

impl<'r> Writer<'r> {
    fn opening(&mut self) {
        let report = self.report;
        if let Some(warning) = &report.pieces.warning {
            self.page.styled("", warning, Paint::urgent);
            self.page.gap();
        }
        if report.example == Some(true) {
            self.page.line(wording::EXAMPLE);
            self.page.gap();
        }
        self.urgent();
        emergency_block(&mut self.page, &report.pieces.emergency_signs);
        self.page.heading(heading::TITLE);
        if let Some(id) = &report.id {
            self.page.line(&phrase::person(id));
        }
        if report.pieces.is_for_someone_else {
            self.page.line(wording::asking::YOU_IS_SOMEONE);
        }
        self.page.styled("", wording::MAIN, Paint::heading);
        self.page.sentences("", &[wording::NOT_A_VERDICT, wording::NO_FORECAST]);
        self.page.sentences("", &wording::KEEP_TAKING);
        for passage in &report.pieces.always {
            let marks = self.marks(&passage.cites);
            self.page.line(&format!("{} {marks}", passage.tell.join(" ")));
        }
        self.page.sentences("", &report.pieces.review);
        self.page.gap();
        self.page.line(&self.counts());
        self.page.line(wording::NO_MATCH[1]);
    }

    fn urgent(&mut self) {
        if let Some(line) = self.urgent_line() {
            self.page.styled("", &line, Paint::urgent);
            self.page.line(phrase::URGENT_BECAUSE);
            for reason in &self.report.urgent.because {
                self.page.item("- ", &reason.said);
            }
            self.page.gap();
        }
    }

    /// What to do about what is urgent, if anything is.
    fn urgent_line(&self) -> Option<String> {
        let (word, tell): (&str, &[&str]) = match self.report.urgent.level? {
            Urgent::Emergency => (wording::URGENT, &wording::EMERGENCY_NOW),
            Urgent::SameDay => (phrase::TODAY, &wording::SAME_DAY_NOW),
        };
        Some(format!("{word}: {}", tell.join(" ")))
    }

    fn counts(&self) -> String {
        let number = |state| self.with_state(state).count();
        phrase::counts(number(State::Applies), number(State::NotSure), number(State::NotAsked), number(State::NoMatch))
    }

    fn with_state(&self, state: State) -> impl Iterator<Item = &'r CautionInfo> + use<'r> {
        self.report.cautions.iter().filter(move |caution| caution.state == state)
    }

    fn cautions_that_apply(&mut self) {
        let applying: Vec<&CautionInfo> = self.with_state(State::Applies).collect();
        let total = applying.len();
        for level in [Level::BeforeDose, Level::NextContact, Level::Plan] {
            let of_level = applying.iter().enumerate().filter(|(_, caution)| caution.level == level.number());
            let mut is_first = true;
            for (index, caution) in of_level {
                if is_first {
                    self.page.heading(wording::level_heading(level));
                    is_first = false;
                }
                self.page.gap();
                self.page.styled("", &phrase::caution(index + 1, total, &caution.title), Paint::caution);
                self.because(&caution.because);
                self.told(caution);
            }
        }
    }

    fn because(&mut self, because: &[Because]) {
        if !because.is_empty() {
            let said: Vec<&str> = because.iter().map(|reason| reason.said.as_str()).collect();
            self.page.item("  ", &phrase::because(&said));
        }
    }

    fn told(&mut self, caution: &CautionInfo) {
        self.page.sentences("  ", &caution.tell);
        // A request to look in the notes stands once, among the questions to take along.
        for ask in caution.ask.iter().filter(|ask| **ask != wording::ask_to_check(&caution.title)) {
            self.page.item("  ", &phrase::ask(ask));
        }
        self.cited("  ", &caution.cites);
    }

    fn cited(&mut self, indent: &str, cites: &[Cite]) {
        self.disagreements(indent, cites);
        let marks = self.marks(cites);
        self.page.item(indent, &phrase::sources(&marks));
    }

    fn disagreements(&mut self, indent: &str, cites: &[Cite]) {
        let mut said: Vec<&str> = cites.iter().flat_map(|cite| &cite.disagrees).map(String::as_str).collect();
        said.dedup();
        if !said.is_empty() {
            self.page.item(indent, &format!("{} {}", wording::SOURCES_DISAGREE, said.join(" ")));
        }
    }

    fn marks(&mut self, cites: &[Cite]) -> String {
        self.marks.mark(cites.iter().map(|cite| cite.source.as_str()))
    }

    fn not_sure(&mut self) {
        let open: Vec<&CautionInfo> = self.with_state(State::NotSure).collect();
        if open.is_empty() {
            return;
        }
        self.page.heading(heading::NOT_SURE);
        self.page.sentences("", &wording::NOT_SURE);
        for caution in open {
            self.page.gap();
            self.page.styled("", &phrase::worth_finding_out(&caution.title), Paint::caution);
            self.because(&caution.because);
            self.told(caution);
            // Where the same was just said as the reason, it is not said again.
            if caution.settled_by.iter().any(|item| !caution.because.iter().any(|reason| reason.question == *item)) {
                self.page.item("  ", &phrase::find_out(&caution.settled_by_titles));
            }
        }
    }

    fn not_asked(&mut self) {
        let open: Vec<&CautionInfo> = self.with_state(State::NotAsked).collect();
        if open.is_empty() {
            return;
        }
        self.page.heading(heading::NOT_ASKED);
        self.page.sentences("", &wording::NOT_ASKED);
        for caution in open {
            self.page.item("- ", &phrase::still_open(&caution.title, &caution.settled_by_titles));
        }
    }

    fn no_match(&mut self) {
        let titles: Vec<&str> = self.with_state(State::NoMatch).map(|caution| caution.title.as_str()).collect();
        if titles.is_empty() {
            return;
        }
        self.page.heading(heading::NO_MATCH);
        self.page.sentences("", &wording::NO_MATCH);
        let is_reported = |symptom: &SymptomInfo| matches!(symptom.reported, Some(Reported::Yes | Reported::NotSure));
        if self.report.warning_symptoms.iter().any(is_reported) {
            self.page.line(wording::NO_MATCH_BESIDE_A_SIGN);
        }
        for title in titles {
            self.page.item("- ", title);
        }
    }

    fn symptoms(&mut self) {
        self.page.heading(heading::WARNING_SYMPTOMS);
        for urgency in [Urgency::Emergency, Urgency::SameDay, Urgency::NextVisit] {
            let of_urgency: Vec<&SymptomInfo> =
                self.report.warning_symptoms.iter().filter(|symptom| symptom.urgency == urgency).collect();
            if of_urgency.is_empty() {
                continue;
            }
            self.page.gap();
            self.page.styled("", &format!("{}.", wording::urgency_heading(urgency)), Paint::heading);
            for symptom in of_urgency {
                self.symptom(symptom);
            }
        }
    }

    fn symptom(&mut self, symptom: &SymptomInfo) {
        let especially = if symptom.watch_more { phrase::ESPECIALLY } else { "" };
        self.page.item("- ", &format!("{}{especially}: {}.", symptom.title, symptom.signs.join("; ")));
        match symptom.reported {
            Some(Reported::Yes) => self.page.sentences("  ", &[phrase::HAS_NOW]),
            Some(Reported::NotSure) => self.page.sentences("  ", &[phrase::MAY_HAVE_NOW]),
            Some(Reported::No) | None => {}
        }
        self.because(&symptom.because);
        // The first sentence is what the heading of the urgency says.
        self.page.sentences("  ", symptom.tell.get(1..).unwrap_or(&[]));
        self.cited("  ", &symptom.cites);
    }

    fn passages(&mut self, title: &str, passages: &[PassageInfo]) {
        if passages.is_empty() {
            return;
        }
        self.page.heading(title);
        for passage in passages {
            let marks = self.marks(&passage.cites);
            self.page.item("- ", &format!("{}: {} {marks}", passage.title, passage.tell.join(" ")));
            self.disagreements("  ", &passage.cites);
        }
    }

    fn tried(&mut self) {
        if self.report.tried.is_empty() {
            return;
        }
        self.page.heading(heading::TRIED);
        for tried in &self.report.tried {
            self.page.item("- ", &phrase::tried(&tried.text));
        }
    }

    fn questions(&mut self) {
        if self.report.questions_for_doctor.is_empty() {
            return;
        }
        self.page.heading(heading::QUESTIONS);
        let mut asked: Vec<&str> = Vec::new();
        for question in &self.report.questions_for_doctor {
            if !asked.contains(&question.ask.as_str()) {
                asked.push(&question.ask);
                self.page.item("- ", &question.ask);
            }
        }
    }

    fn unanswered(&mut self) {
        let titles = &self.report.pieces.unanswered_titles;
        if !titles.is_empty() {
            self.page.heading(heading::UNANSWERED);
            self.page.line(&format!("{}.", titles.join("; ")));
        }
    }

    fn sources(&mut self) {
        self.page.heading(heading::SOURCES);
        let entries: Vec<Entry<'_>> = self.report.sources.iter().map(Entry::of).collect();
        self.marks.write_list(&mut self.page, &entries);
    }

    fn about(&mut self) {
        self.page.heading(heading::ABOUT);
        let (program, set) = (&self.report.program, &self.report.rule_set);
        self.page.line(&phrase::rules(&set.id, &set.version, &set.checked_on, &set.review_by));
        self.page.line(&phrase::program(&program.name, &program.version, &set.digest));
        self.page.sentences("", &self.report.pieces.review);
    }

    fn end(&mut self) {
        self.page.gap();
        self.page.styled("", wording::EMERGENCY_AGAIN, Paint::urgent);
        self.page.line(&phrase::end(&self.counts(), self.report.warning_symptoms.len()));
        self.page.line(wording::NO_MATCH[1]);
        // The list is long: whoever sees only its end must see this.
        if let Some(line) = self.urgent_line() {
            let said: Vec<&str> = self.report.urgent.because.iter().map(|reason| reason.said.as_str()).collect();
            self.page.line(&phrase::because(&said));
            self.page.styled("", &line, Paint::urgent);
        }
    }
}
