//! What is proved of a rule set, and what breaks it.

use crate::model::Property;
use crate::text::proof::Proof;

pub(super) const PROOF: Proof = Proof {
    answers: "with these answers",
    beside: "and these",
    claim: |property| match property {
        Property::Reachable => "each caution has all its states",
        Property::UnknownIsNotNo => "an unknown answer is never no",
        Property::SettledStays => "what is settled stays so",
        Property::RiskNeverLowers => "one more risk takes nothing away",
        Property::OptionsMatter => "each option changes something",
        Property::PartsMatter => "each part of a condition counts",
        Property::NoQuestionHidden => "no question that counts is left out",
        Property::TextsShown => "no text is hidden from its reader",
        Property::NotSureTold => "each not sure is told",
        Property::UrgencyHighest => "the urgency is the highest one",
        Property::ShortLeavesNothingOut => "the short check hides nothing",
        Property::Sourced => "sources, cases and texts agree",
    },
    line: |name, holds, tried, of, seconds, claim| {
        let verdict = if holds { "holds" } else { "FAILS" };
        let of = if of > tried { format!(" of {of}") } else { String::new() };
        format!("{name:<4}{verdict}  {claim:<36}{tried:>12}{of} states {seconds:>6} s")
    },
    every_state: "Try each state by itself, which takes minutes: jakcheck rules check --every-state",
    broken: |count| {
        if count == 1 { "1 property does not hold".to_owned() } else { format!("{count} properties do not hold") }
    },
    cases_fail: "worked cases fail: mend what is above, and run this again for their places",
    never: |caution, state| format!("no answers make caution `{caution}` {state}"),
    raised_later: |caution| format!("caution `{caution}` is no_match, though an answer that is missing could raise it"),
    unsettled: |caution, from, to| format!("caution `{caution}` goes from {from} to {to} when more is known"),
    lowered: |rule, item| format!("more risk in `{item}` takes something away from `{rule}`"),
    idle_option: |item, option| format!("`{option}` of `{item}` changes nothing, and does not say why in `unread`"),
    idle_part: |rule, item, options| {
        format!("in `{rule}`, whether `{item}` is {} changes nothing by itself", options.join(" or "))
    },
    never_asked: |question| format!("no answers lead to question `{question}`"),
    hidden_question: |question, rule| format!("question `{question}` is left out, though `{rule}` depends on it"),
    never_shown: |rule| format!("nobody can read a text of `{rule}`"),
    hidden_text: |rule| format!("a text of `{rule}` is hidden, though an answer that is missing could show it"),
    hidden_from_named: |rule, option| format!("a text of `{rule}` names `{option}`, and is hidden from who chose it"),
    untold: |caution| format!("what is not sure beside caution `{caution}` is not what is told"),
    today_without: |caution| format!("caution `{caution}` asks for a call today and does not apply"),
    never_today: |caution| format!("no answers make caution `{caution}` one for today"),
    urgency: |is, should| format!("the urgency is {is}, and the highest reported is {should}"),
    short_without: |question| format!("the short check does not ask `{question}`, which has emergency signs"),
    short_hides: |caution| {
        format!("in the short check caution `{caution}` is no_match, though a question it leaves out could raise it")
    },
    contrary: |one, other, rule, other_rule| {
        format!("one person can read `{one}` in `{rule}` and `{other}` in `{other_rule}`")
    },
    no_such_phrase: |phrase| format!("no text has the phrase `{phrase}` of `contrary`"),
};
