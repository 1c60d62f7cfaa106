//! The guidance as a whole: what must not wait, what to speak about, what is open, and that none of it is an all-clear.

use super::resource::{
    Action, CommunicationRequest, Contained, DataRequirement, GuidanceResponse, Note, Payload, Reference,
    RelatedArtifact, RequestGroup,
};
use super::{is_open, versioned};
use crate::fhir::narrative;
use crate::model::{Level, Reported, Urgency, Urgent};
use crate::pages::frame::emergency_line;
use crate::pages::report::{Because, CautionInfo, Cite, Report, SymptomInfo};
use crate::text::language;

/// The id of the list of what to speak about.
const REQUESTS: &str = "requests";

/// How soon something is to be said, the most pressing first.
const PRIORITIES: [&str; 4] = ["stat", "asap", "urgent", "routine"];

/// Something to say, with how soon.
struct Request {
    id: String,
    title: String,
    priority: &'static str,
    documentation: Vec<RelatedArtifact>,
    says: Vec<String>,
}

pub(super) fn guidance(report: &Report<'_>, open: &[&CautionInfo<'_>]) -> GuidanceResponse {
    let safety = &language().safety;
    let is_complete = report.unanswered.is_empty() && report.not_sure.is_empty();
    let is_settled = is_complete && !open.iter().any(|caution| is_open(caution.state));
    let signs: Vec<Request> = report.warning_symptoms.iter().filter_map(of_sign).collect();
    let beside_a_sign = (!signs.is_empty()).then(|| safety.no_match_beside_a_sign.to_owned());
    let cautions = open.iter().map(|caution| of_caution(caution));
    let requests: Vec<Request> = urgent(report).into_iter().chain(signs).chain(cautions).collect();
    let in_short: Vec<String> = what_must_not_wait(report)
        .into_iter()
        .chain(beside_a_sign.clone())
        .chain([safety.not_a_verdict, safety.not_safe].map(str::to_owned))
        .collect();
    let notes = report.notice().into_iter().chain(beside_a_sign).chain(what_is_open(report));
    let is_in_it = |priority: &&str| requests.iter().any(|request| request.priority == *priority);
    let priority = PRIORITIES.into_iter().find(is_in_it).unwrap_or("routine");
    let titles: Vec<String> = requests.iter().map(|request| request.title.clone()).collect();
    let group = |action| RequestGroup {
        resource_type: "RequestGroup",
        id: REQUESTS,
        text: narrative(&titles),
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
            text: narrative(&says),
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
    let reasons = report.urgent.iter().flat_map(|urgent| &urgent.because).map(Because::said);
    let says = [title.clone()].into_iter().chain(reasons).collect();
    Some(Request { id: "urgent".to_owned(), says, title, priority, documentation: Vec::new() })
}

/// What must not wait: what was answered that is urgent, and the emergency signs.
fn what_must_not_wait(report: &Report<'_>) -> Vec<String> {
    let signs = emergency_line(report.answers.rules());
    match report.now.map(|now| (now.level(), (language().safety.urgent_line)(now))) {
        Some((Urgent::Emergency, line)) => vec![line, signs],
        Some((Urgent::SameDay, line)) => vec![signs, line],
        None => vec![signs],
    }
}

/// A warning sign that the person has, or is not sure of: what it is, and what to do.
fn of_sign(symptom: &SymptomInfo<'_>) -> Option<Request> {
    let named = (language().list.named)(symptom.title, symptom.signs.brief);
    let title = match symptom.reported? {
        Reported::Yes => named,
        Reported::NotSure => format!("{named} ({})", language().safety.not_sure_label),
        Reported::No => return None,
    };
    let action = (language().safety.urgency_action)(symptom.urgency);
    let says = [title.as_str(), action].into_iter().chain(symptom.tell.more.iter().copied()).map(str::to_owned);
    Some(Request {
        id: format!("sign-{}", symptom.id.as_str().replace('_', "-")),
        priority: match symptom.urgency {
            Urgency::Emergency => "stat",
            Urgency::SameDay => "asap",
            Urgency::NextVisit => "routine",
        },
        documentation: citations(&symptom.cites),
        says: says.collect(),
        title,
    })
}

/// The sources of something, each once.
fn citations(cites: &[Cite<'_>]) -> Vec<RelatedArtifact> {
    let mut citations: Vec<RelatedArtifact> = Vec::new();
    for cite in cites {
        let display = format!("{}. {}", cite.source.title, cite.source.publisher);
        if !citations.iter().any(|known| known.display == display) {
            let address = cite.source.address.as_deref();
            let citation = address.map(|at| (language().phrase.read_at)(at, cite.source.official.as_deref()));
            citations.push(RelatedArtifact { kind: "citation", display, citation });
        }
    }
    citations
}

fn of_caution(caution: &CautionInfo<'_>) -> Request {
    let asks: Vec<String> = caution.ask.iter().map(ToString::to_string).collect();
    let priority = match caution.level {
        _ if caution.same_day => "asap",
        Level::BeforeDose => "urgent",
        Level::NextContact | Level::Plan => "routine",
    };
    Request {
        id: format!("ask-{}", caution.id.as_str().replace('_', "-")),
        title: caution.title.to_owned(),
        priority,
        documentation: citations(&caution.cites),
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
