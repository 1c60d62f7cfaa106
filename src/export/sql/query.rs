//! The query: what is known of each item, each named condition, each caution and symptom, then the states.

use super::columns::{Columns, asked, holds, not_sure};
use super::comment;
use super::expression::Expression;
use super::table::{ANSWERS, options};
use super::{Dialect, Shape};
use crate::model::words::NOT_SURE;
use crate::model::{
    Caution, Citation, Condition, Id, ItemIndex, Leaf, NamedCondition, Question, RuleSet, Urgency, WarningSymptom,
};

/// The text in the column of an item that was rightly not asked. No option is called so: ids have no space.
const LEFT_OUT: &str = "left out";

/// The column with what is wrong with a record, beside those of its answers. No id begins like this.
const FOUND: &str = "__error";

/// The column with what is not sure beside the answers that raise a caution.
const ALSO_NOT_SURE: &str = "also_not_sure";

/// The columns of the step before.
const KEPT: &str = "    a.*";

/// A table expression in the order in which they stand, each over the one before.
struct Step {
    name: String,
    columns: Vec<String>,
    fence: [&'static str; 2],
}

/// Of what is cheap enough to be put where it is read.
const NO_FENCE: [&str; 2] = ["AS", ""];

/// The query.
pub(super) fn select(rules: &RuleSet, dialect: Dialect, shape: Shape) -> String {
    let writer = Writer { rules, columns: Columns { rules, dialect }, shape };
    let mut text = String::from("WITH\n");
    let mut before = ANSWERS.to_owned();
    for step in writer.steps() {
        text.push_str(&writer.step(&step, &before));
        before = step.name;
    }
    text.push_str(&writer.findings(&before));
    match shape {
        Shape::Wide => text.push_str(&writer.states(0)),
        Shape::Long => text.push_str(&writer.long()),
    }
    text
}

/// The columns of a caution between its condition and its state.
struct CautionColumns {
    applies: String,
    not_sure: String,
    open: String,
    open_not_sure: String,
}

impl CautionColumns {
    fn new(caution: &Caution, columns: Columns<'_>) -> Self {
        let name = |ending: &str| columns.name(&format!("{}{ending}", caution.id));
        Self {
            applies: name(""),
            not_sure: name("__not_sure"),
            open: name("__open"),
            open_not_sure: name("__open_not_sure"),
        }
    }
}

struct Writer<'r> {
    rules: &'r RuleSet,
    columns: Columns<'r>,
    shape: Shape,
}

impl Writer<'_> {
    fn name(&self, name: &str) -> String {
        self.columns.name(name)
    }

    /// What stands before the findings: the answers, the named conditions, the questions that can be left out. Each after
    /// what it reads.
    fn steps(&self) -> Vec<Step> {
        let mut steps =
            vec![Step { name: "known".to_owned(), columns: self.known(), fence: self.columns.dialect.fence() }];
        let mut done: Vec<&Id> = Vec::new();
        for question in self.rules.questions() {
            if let Some(ask_when) = &question.ask_when {
                self.add_named(ask_when, &mut done, &mut steps);
                steps.push(self.left_out(question, ask_when));
            }
        }
        for named in self.rules.conditions() {
            self.add(named, &mut done, &mut steps);
        }
        steps
    }

    /// The named conditions in a condition, those in them first.
    fn add_named<'c>(&self, condition: &'c Condition, done: &mut Vec<&'c Id>, steps: &mut Vec<Step>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.add_named(part, done, steps);
                }
            }
            Condition::Holds(named) => self.add(named, done, steps),
            Condition::Answered(_) | Condition::AnyItem { .. } => {}
        }
    }

    fn add<'c>(&self, named: &'c NamedCondition, done: &mut Vec<&'c Id>, steps: &mut Vec<Step>) {
        if done.contains(&&named.id) {
            return;
        }
        self.add_named(&named.when, done, steps);
        done.push(&named.id);
        let (holds, title) = (holds(named), comment::line(4, &named.title));
        let truth = self.columns.condition(&named.when).text(4);
        let doubt = self.columns.doubted_while_unknown(&named.when).text(4);
        let columns = vec![
            KEPT.to_owned(),
            format!("{title}    {truth} AS {}", self.name(&holds)),
            format!("    {doubt} AS {}", self.name(&not_sure(&holds))),
        ];
        steps.push(Step { name: holds, columns, fence: NO_FENCE });
    }

    /// One step as a table expression over the one before.
    fn step(&self, step: &Step, before: &str) -> String {
        let (columns, [hint, end]) = (step.columns.join(",\n"), step.fence);
        let (name, before) = (self.name(&step.name), self.name(before));
        format!("{name} {hint} (\n  SELECT\n{columns}\n  FROM {before} AS a{end}\n),\n")
    }

    /// What is known of each item: its option, or NULL; and whether it is *not sure*.
    fn known(&self) -> Vec<String> {
        let mut columns = vec![format!("    a.{}", self.name("id")), self.error()];
        for question in self.rules.questions() {
            let mut title = comment::line(4, &format!("{}: {}", question.id, question.title));
            for item in &question.items {
                let column = self.name(&item.column());
                columns.push(format!("{title}    {} AS {column}", self.known_of(&item.column())));
                columns.push(format!("    a.{column} = '{NOT_SURE}' AS {}", self.name(&not_sure(&item.column()))));
                title = String::new();
            }
        }
        columns
    }

    /// An option, or NULL. What is no option is looked for in the same expression that is read later: a column can have a
    /// way of its own to compare, by which YES is yes, and the expression has not.
    fn known_of(&self, column: &str) -> String {
        format!("NULLIF(a.{}, '{NOT_SURE}')", self.name(column))
    }

    /// The first column with what is no option.
    fn error(&self) -> String {
        let when = |item: &crate::model::Item| {
            let column = item.column();
            let (read, options) = if self.columns.dialect.compares_alike() {
                (format!("a.{}", self.name(&column)), format!("{}, '{NOT_SURE}'", options(item)))
            } else {
                (self.known_of(&column), options(item))
            };
            format!("      WHEN {read} NOT IN ({options}) THEN 'unknown_option: {column}'\n")
        };
        let when: String = self.rules.items().map(when).collect();
        format!("    CASE\n{when}    END AS {}", self.name(FOUND))
    }

    /// A question that is left out where its condition is definitely false. An answer that was given counts all the same.
    fn left_out(&self, question: &Question, ask_when: &Condition) -> Step {
        let is_asked = self.columns.condition(ask_when);
        let column = |item: &crate::model::Item| {
            let column = item.column();
            let (name, doubt) = (self.name(&column), self.name(&not_sure(&column)));
            format!(
                "    CASE\n      WHEN {doubt} THEN NULL\n      WHEN {name} IS NULL AND NOT ({}) THEN '{LEFT_OUT}'\n      \
                 ELSE {name}\n    END AS {}",
                is_asked.text(6),
                self.name(&asked(&column))
            )
        };
        let title = comment::line(4, &format!("{}: asked unless this is definitely false", question.id));
        let mut columns = question.items.iter().map(column);
        let first = columns.next().map(|first| format!("{title}{first}"));
        let columns = [KEPT.to_owned()].into_iter().chain(first).chain(columns).collect();
        Step { name: asked(question.id.as_str()), columns, fence: NO_FENCE }
    }

    /// The conditions of cautions and symptoms.
    fn findings(&self, before: &str) -> String {
        let mut columns = vec![format!("    {}", self.name("id"))];
        columns.push(format!("    {} AS {}", self.name(FOUND), self.name("error")));
        columns.push(format!("    {} AS {}", self.urgent(), self.name("urgent")));
        columns.extend(self.rules.cautions().iter().map(|caution| self.caution(caution)));
        columns.extend(self.rules.warning_symptoms().iter().map(|symptom| self.symptom(symptom)));
        let (columns, [hint, end]) = (columns.join(",\n"), self.columns.dialect.fence());
        let (name, before) = (self.name("findings"), self.name(before));
        format!("{name} {hint} (\n  SELECT\n{columns}\n  FROM {before}{end}\n)")
    }

    fn caution(&self, caution: &Caution) -> String {
        let names = CautionColumns::new(caution, self.columns);
        let mut text =
            comment::line(4, &format!("{}, level {}: {}", caution.id, caution.level.number(), caution.title));
        text.push_str(&sources(self.rules, &caution.cites));
        let mut columns = vec![
            format!("    {} AS {}", self.columns.condition(&caution.applies_when).text(4), names.applies),
            format!("    {} AS {}", self.columns.doubted(&caution.applies_when).text(4), names.not_sure),
        ];
        if let Some(open_when) = &caution.open_when {
            columns.push(format!("    {} AS {}", self.columns.condition(open_when).text(4), names.open));
            columns.push(format!("    {} AS {}", self.columns.doubted(open_when).text(4), names.open_not_sure));
        }
        columns.extend(self.also_not_sure(caution).map(|(name, column)| format!("    {column} AS {name}")));
        text + &columns.join(",\n")
    }

    /// Where one row tells of one caution: the column with the items that are not sure beside the answers that raise it, and
    /// its text. Nothing for a caution that reads one item.
    fn also_not_sure(&self, caution: &Caution) -> Option<(String, String)> {
        let leaves: Vec<(Leaf, Vec<&Condition>)> =
            caution.conditions().flat_map(Condition::leaves_and_beside).collect();
        let is_read = |item: &&crate::model::Item| leaves.iter().any(|(leaf, _)| leaf.item == item.index);
        let items: Vec<&crate::model::Item> = self.rules.items().filter(is_read).collect();
        if self.shape == Shape::Wide || items.len() < 2 {
            return None;
        }
        let listed = |item: &&crate::model::Item| {
            let of_item = leaves.iter().filter(|(leaf, _)| leaf.item == item.index);
            let path = |(_, beside): &(Leaf, Vec<&Condition>)| {
                // Every part of the whole holds wherever this is read.
                let whole: &[Condition] = if let Condition::All(parts) = &caution.applies_when { parts } else { &[] };
                let parts = beside.iter().filter(|part| !whole.iter().any(|one| std::ptr::eq(**part, one)));
                let may_hold = |part: &&Condition| Expression::MayHold(Box::new(self.columns.condition(part)));
                parts.map(may_hold).collect::<Vec<Expression>>()
            };
            let paths: Vec<Vec<Expression>> = of_item.map(path).collect();
            let counts =
                (!paths.iter().any(Vec::is_empty)).then(|| Expression::or(paths.into_iter().map(Expression::and)));
            let when = Expression::and([self.columns.not_sure(item.index)].into_iter().chain(counts)).text(8);
            format!("CASE WHEN {when} THEN ',{}' ELSE '' END", item.reference)
        };
        let list = items.iter().map(listed).collect::<Vec<String>>().join("\n      || ");
        let name = self.name(&format!("{}__{ALSO_NOT_SURE}", caution.id));
        Some((name, format!("NULLIF(SUBSTR(\n      {list}, 2), '')")))
    }

    fn symptom(&self, symptom: &WarningSymptom) -> String {
        let title = comment::line(4, &format!("Warning symptom {}: {}", symptom.id, symptom.title));
        let condition = self.columns.condition(&symptom.watch_more_when).text(4);
        format!("{title}{}    {condition} AS {}", sources(self.rules, &symptom.cites), self.name(&watch_more(symptom)))
    }

    /// The most urgent thing: an emergency sign; then a sign for the same day, or a caution. Of some signs *not sure* counts.
    fn urgent(&self) -> String {
        let reporting = |urgency: Urgency| -> Vec<Expression> {
            let symptoms = self.rules.warning_symptoms().iter().filter(|symptom| symptom.urgency == urgency);
            let mut items: Vec<(ItemIndex, bool)> =
                symptoms.filter_map(|symptom| Some((symptom.reported_by?, symptom.not_sure_counts))).collect();
            items.sort_unstable();
            let yes = (!items.is_empty()).then(|| self.columns.any_yes(items.iter().map(|(item, _)| *item)));
            let doubts = items.iter().filter(|(_, counts)| *counts).map(|(item, _)| self.columns.not_sure(*item));
            yes.into_iter().chain(doubts).collect()
        };
        let emergency = reporting(Urgency::Emergency);
        let same_day = self.rules.cautions().iter().filter_map(|caution| caution.same_day_when.as_ref());
        let same_day = same_day.map(|condition| self.columns.condition(condition));
        let same_day: Vec<Expression> = reporting(Urgency::SameDay).into_iter().chain(same_day).collect();
        let when = |parts: Vec<Expression>, word: &str| {
            let text = (!parts.is_empty()).then(|| Expression::or(parts).text(8));
            text.map_or_else(String::new, |text| format!("      WHEN {text}\n      THEN '{word}'\n"))
        };
        let cases = when(emergency, "emergency") + &when(same_day, "same_day");
        if cases.is_empty() {
            return format!("CAST(NULL AS {})", self.columns.dialect.text());
        }
        format!("CASE\n{cases}    END")
    }

    /// One row a record.
    fn states(&self, indent: usize) -> String {
        let name = |name: &str| format!("f.{}", self.name(name));
        let unless_error = |name: &str| {
            let column = self.name(name);
            format!("CASE WHEN f.{} IS NULL THEN f.{column} END AS {column}", self.name("error"))
        };
        let mut columns = vec![name("id"), name("error"), unless_error("urgent")];
        columns.extend(self.rules.cautions().iter().map(|caution| self.state(caution, indent + 2)));
        columns.extend(self.rules.warning_symptoms().iter().map(|symptom| unless_error(&watch_more(symptom))));
        let beside = |caution: &Caution| {
            let (name, _) = self.also_not_sure(caution)?;
            let (error, caution) = (self.name("error"), self.name(caution.id.as_str()));
            Some(format!("CASE WHEN f.{error} IS NULL AND f.{caution} THEN f.{name} END AS {name}"))
        };
        columns.extend(self.rules.cautions().iter().filter_map(beside));
        let columns = columns.join(&format!(",\n{:inner$}", "", inner = indent + 2));
        format!(
            "\n{:indent$}SELECT\n{:inner$}{columns}\n{:indent$}FROM {} AS f\n",
            "",
            "",
            "",
            self.name("findings"),
            inner = indent + 2
        )
    }

    /// The state of a caution. It is *no match* only where its conditions are definitely false.
    fn state(&self, caution: &Caution, indent: usize) -> String {
        let CautionColumns { applies, not_sure, open, open_not_sure } = CautionColumns::new(caution, self.columns);
        let cases = if caution.open_when.is_some() {
            vec![
                format!("WHEN f.{applies} THEN 'applies'"),
                format!("WHEN f.{open} THEN 'not_sure'"),
                format!("WHEN NOT f.{applies} AND NOT f.{open} THEN 'no_match'"),
                format!("WHEN f.{applies} IS NULL AND f.{not_sure} THEN 'not_sure'"),
                format!("WHEN f.{open} IS NULL AND f.{open_not_sure} THEN 'not_sure'"),
            ]
        } else {
            vec![
                format!("WHEN f.{applies} THEN 'applies'"),
                format!("WHEN NOT f.{applies} THEN 'no_match'"),
                format!("WHEN f.{not_sure} THEN 'not_sure'"),
            ]
        };
        let first = format!("WHEN f.{} IS NOT NULL THEN NULL", self.name("error"));
        let last = "ELSE 'not_asked'".to_owned();
        let cases: Vec<String> = [first].into_iter().chain(cases).chain([last]).collect();
        let cases = cases.join(&format!("\n{:inner$}", "", inner = indent + 2));
        format!("CASE\n{:inner$}{cases}\n{:indent$}END AS {applies}", "", "", inner = indent + 2)
    }

    /// One row a record and caution: the states, turned.
    fn long(&self) -> String {
        let cautions = self.rules.cautions();
        let rows: Vec<String> =
            cautions.iter().map(|one| format!("    ('{}', {})", one.id, one.level.number())).collect();
        let when = |caution: &Caution| format!("    WHEN '{}' THEN s.{}\n", caution.id, self.name(caution.id.as_str()));
        let when: String = cautions.iter().map(when).collect();
        let beside = |caution: &Caution| {
            let (name, _) = self.also_not_sure(caution)?;
            Some(format!("    WHEN '{}' THEN s.{name}\n", caution.id))
        };
        let beside: String = cautions.iter().filter_map(beside).collect();
        let also_not_sure = self.name(ALSO_NOT_SURE);
        let beside = if beside.is_empty() {
            format!("CAST(NULL AS {})", self.columns.dialect.text())
        } else {
            format!("CASE c.{}\n{beside}  END", self.name("caution"))
        };
        let [states, names, caution, level, state, id, error, urgent] =
            ["states", "cautions", "caution", "level", "state", "id", "error", "urgent"].map(|name| self.name(name));
        format!(
            ",\n{states} AS ({}),\n{names} ({caution}, {level}) AS (\n  VALUES\n{}\n)\nSELECT\n  s.{id},\n  s.{error},\n  \
             s.{urgent},\n  c.{caution},\n  c.{level},\n  CASE c.{caution}\n{when}  END AS {state},\n  {beside} AS \
             {also_not_sure}\nFROM {states} AS s\n\
             LEFT JOIN {names} AS c ON s.{error} IS NULL\n",
            self.states(2),
            rows.join(",\n"),
        )
    }
}

/// The column of a symptom.
fn watch_more(symptom: &WarningSymptom) -> String {
    format!("watch_more__{}", symptom.id)
}

/// "Sources: `topic_page.s14d`, `rinvoq_us_label.lipids`"
fn sources(rules: &RuleSet, cites: &[Citation]) -> String {
    let named: Vec<String> = cites.iter().map(|cite| format!("{}.{}", rules[cite.source].id, cite.passage)).collect();
    comment::line(4, &format!("Sources: {}", named.join(", ")))
}
