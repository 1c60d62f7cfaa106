//! The guidance as a whole: what must not wait, what to speak about, what is open, and that none of it is an all-clear.

use super::resource::{
    Action, Citation, CommunicationRequest, Contained, DataRequirement, GuidanceResponse, Note, Payload, Reference,
    RequestGroup,
};
use super::{is_open, narrative, versioned};
use crate::model::{Level, Urgent};
use crate::pages::frame::emergency_line;
use crate::pages::report::{CautionInfo, Report};
use crate::text::language;

/// The id of the list of what to speak about.
const REQUESTS: &str = "requests";

/// Something to say, with how soon.
struct Request {
    id: String,
    title: String,
    priority: &'static str,
    documentation: Vec<Citation>,
    says: Vec<String>,
}

pub(super) fn guidance(report: &Report<'_>, open: &[&CautionInfo<'_>]) -> GuidanceResponse {
    let safety = &language().safety;
    let is_complete = report.unanswered.is_empty() && report.not_sure.is_empty();
    let is_settled = is_complete && !open.iter().any(|caution| is_open(caution.state));
    let requests: Vec<Request> =
        urgent(report).into_iter().chain(open.iter().map(|caution| of_caution(caution))).collect();
    let first = report.now.map_or_else(|| emergency_line(report.answers.rules()), safety.urgent_line);
    let in_short = [first, safety.not_a_verdict.to_owned(), safety.not_safe.to_owned()];
    let notes = report.notice().into_iter().chain(what_is_open(report));
    let priority = requests.first().map_or("routine", |first| first.priority);
    let group = |action| RequestGroup {
        resource_type: "RequestGroup",
        id: REQUESTS,
        status: "draft",
        intent: "proposal",
        priority,
        action,
    };
    let requirement = DataRequirement { kind: "QuestionnaireResponse", must_support: vec!["item"] };
    let is_empty = requests.is_empty();
    GuidanceResponse {
        resource_type: "GuidanceResponse",
        text: narrative(&in_short),
        module_canonical: versioned("Library", report.answers.rules().header()),
        status: if is_settled { "success" } else { "data-required" },
        occurrence_date_time: report.date.to_string(),
        note: notes.map(|text| Note { text }).collect(),
        result: (!is_empty).then(|| Reference { reference: format!("#{REQUESTS}") }),
        data_requirement: if is_settled { Vec::new() } else { vec![requirement] },
        contained: if is_empty { Vec::new() } else { contained(requests, group) },
    }
}

fn contained(requests: Vec<Request>, group: impl FnOnce(Vec<Action>) -> RequestGroup) -> Vec<Contained> {
    let (mut actions, mut said) = (Vec::new(), Vec::new());
    for Request { id, title, priority, documentation, says } in requests {
        let resource = Reference { reference: format!("#{id}") };
        actions.push(Action { title, priority, documentation, resource });
        said.push(Contained::Request(CommunicationRequest {
            resource_type: "CommunicationRequest",
            id,
            status: "draft",
            priority,
            payload: says.into_iter().map(|content_string| Payload { content_string }).collect(),
        }));
    }
    [Contained::Group(group(actions))].into_iter().chain(said).collect()
}

/// What must not wait.
fn urgent(report: &Report<'_>) -> Option<Request> {
    let now = report.now?;
    let title = (language().safety.urgent_line)(now);
    let priority = match now.level() {
        Urgent::Emergency => "stat",
        Urgent::SameDay => "asap",
    };
    Some(Request { id: "urgent".to_owned(), says: vec![title.clone()], title, priority, documentation: Vec::new() })
}

fn of_caution(caution: &CautionInfo<'_>) -> Request {
    let asks: Vec<String> = caution.ask.iter().map(ToString::to_string).collect();
    let mut documentation: Vec<Citation> = Vec::new();
    for cite in &caution.cites {
        let display = format!("{}. {}", cite.source.title, cite.source.publisher);
        if !documentation.iter().any(|known| known.display == display) {
            documentation.push(Citation { kind: "citation", display, url: cite.source.address.clone() });
        }
    }
    let priority = match caution.level {
        _ if caution.same_day => "asap",
        Level::BeforeDose => "urgent",
        Level::NextContact | Level::Plan => "routine",
    };
    Request {
        id: format!("ask-{}", caution.id.as_str().replace('_', "-")),
        title: caution.title.to_owned(),
        priority,
        documentation,
        says: if asks.is_empty() { vec![caution.title.to_owned()] } else { asks },
    }
}

/// What has no answer, and what was answered *not sure*.
fn what_is_open(report: &Report<'_>) -> Vec<String> {
    let list = |said: &str, titles: Vec<&str>| (!titles.is_empty()).then(|| format!("{said} {}.", titles.join("; ")));
    let words = &language().export;
    [list(words.not_answered, report.unanswered.titles()), list(words.not_sure_about, report.not_sure.titles())]
        .into_iter()
        .flatten()
        .collect()
}
