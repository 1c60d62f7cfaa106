//! Texts about reviews. In English.

use crate::model::{Checked, Outcome, Review as Record, RuleKind, Standing};
use crate::text::review::{Flow, Packet, Review, Said};

/// Texts about reviews.
pub(super) const REVIEW: Review = Review {
    title: |title| format!("Reviews: {title}"),
    count: |standing, count, all| format!("{}: {count} of {all}", capital(standing)),
    what_next: "To review: `jakcheck rules review --format html --output packet.html`, and open that file in a browser.",
    counts,
    source: |id, title| format!("Source {id}: {title}"),
    of_no_topic: "What belongs to no topic",
    rule,
    standing: |rule, standing| format!("{rule}: {}", self::standing(standing)),
    never: |rules| format!("never reviewed: {}", rules.join(", ")),
    record,
    void: |then, now| format!("void: the rule has changed since; its digest was {then}, and is {now}"),
    agreed: |count, id| format!("Agreed: {}. Rule set: {id}.", records(count)),
    changes: |count| format!("Change needed: {}.", records(count)),
    voids: |count| format!("Void, as the rule has changed since: {}.", records(count)),
    gone: |count| format!("Left out, as the rule is gone: {}.", records(count)),
    results: |count| format!("The resulting reviews.json has {}.", records(count)),
    packet: PACKET,
    flow: FLOW,
};

const PACKET: Packet = Packet {
    title: |title| format!("Review packet: {title}"),
    how: [
        "Hold each rule against its source.",
        "Fact: it says what the source says, and no more.",
        "Wording: a patient understands it, and it frightens nobody without need.",
        "Condition: it reaches everybody whom it is for, and nobody else.",
        "Leave the boxes of a rule empty if you did not review it.",
        "Nothing is sent, and nothing is kept: save before you close this page.",
    ],
    reviewer: "Who reviews",
    name: "Name",
    profession: "Profession",
    clinician: "I work as a clinician: doctor, nurse or pharmacist",
    day: "Day of the review, as YYYY-MM-DD",
    save: "Save my review",
    load: "Go on with a review that you saved:",
    file: "review.json",
    legend: |rule| format!("Review of {rule}"),
    outcome: |outcome| match outcome {
        Outcome::Agreed => "Agreed",
        Outcome::ChangeNeeded => "Change needed",
    },
    checked: |checked| match checked {
        Checked::Fact => "Fact checked",
        Checked::Wording => "Wording checked",
        Checked::Condition => "Condition checked",
    },
    remarks: "Remarks",
    picture: "The flow of this topic",
    sources: "Passages of the sources",
    said: Said {
        saved: "Saved. Rules in the file: ",
        filled: "Rules filled in: ",
        nothing: "No rule is filled in yet.",
        who: "Fill in your name, your profession and a real day first.",
        no_outcome: "This rule has no outcome. Choose one, or empty its boxes.",
        nothing_checked: "Say what you checked of this rule.",
        no_remarks: "Say in the remarks what has to change.",
        void: "Loaded. Left out, as the rule has changed since: ",
        bad_file: "This file is no saved review.",
    },
};

const FLOW: Flow = Flow {
    title: |title| format!("Flow of {title}"),
    about: "Answers lead from left to right. A dashed arrow leads to a question that is asked for some people only.",
    key: "Left: questions, with a thin border where another topic asks them. Dotted: named conditions. Right, with a thick border: cautions, and with round corners warning symptoms.",
    scrolls: |title| format!("Picture of the flow of {title}"),
    in_words: "The same in words",
    of_topic: |title| format!("asked under {title}"),
    condition: "condition",
    question: "question",
    caution: "caution",
    symptom: "warning symptom",
    always_asked: "asked of everybody",
    asked_by: |names| format!("asked unless this is surely not so: {}", names.join(", ")),
    reads: |names| format!("reads {}", names.join(", ")),
};

fn counts(counts: &[(Standing, usize)]) -> String {
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    format!("{}.", counts.map(|(of, count)| format!("{}: {count}", capital(*of))).collect::<Vec<String>>().join("; "))
}

fn capital(of: Standing) -> &'static str {
    match of {
        Standing::Reviewed => "Reviewed",
        Standing::ChangeNeeded => "Change needed",
        Standing::InPart => "Reviewed in part",
        Standing::Stale => "Stale",
        Standing::Never => "Never reviewed",
    }
}

fn standing(of: Standing) -> &'static str {
    match of {
        Standing::Reviewed => "reviewed",
        Standing::ChangeNeeded => "change needed",
        Standing::InPart => "reviewed in part",
        Standing::Stale => "stale",
        Standing::Never => "never reviewed",
    }
}

fn rule(kind: RuleKind, id: &str) -> String {
    let kind = match kind {
        RuleKind::Topic => "topic",
        RuleKind::Question => "question",
        RuleKind::Caution => "caution",
        RuleKind::Symptom => "warning symptom",
        RuleKind::Passage => "passage",
        RuleKind::RuleSet => "rule set",
    };
    format!("{kind} {id}")
}

fn record(record: &Record) -> String {
    let Record { by, on, checked, outcome, .. } = record;
    let checked: Vec<&str> = checked.iter().map(|checked| self::checked(*checked)).collect();
    let outcome = match outcome {
        Outcome::Agreed => "agreed",
        Outcome::ChangeNeeded => "change needed",
    };
    let who = if by.clinician { "clinician" } else { "no clinician" };
    format!("{}, {} ({who}), {on}: {outcome}; checked: {}", by.name, by.profession, checked.join(", "))
}

fn checked(checked: Checked) -> &'static str {
    match checked {
        Checked::Fact => "fact",
        Checked::Wording => "wording",
        Checked::Condition => "condition",
    }
}

fn records(count: usize) -> String {
    if count == 1 { "1 record".to_owned() } else { format!("{count} records") }
}
