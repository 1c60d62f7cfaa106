//! Texts of the log of hazards. In English.

use crate::model::{ControlKind, Evidence, Risk};
use crate::text::hazards::Hazards;

/// Texts of the log of hazards.
pub(super) const HAZARDS: Hazards = Hazards {
    title: "What can go wrong with jakcheck",
    ours: [
        "Severity and likelihood are estimates of those who wrote the program.",
        "They are not those of a clinician.",
        "No clinician has signed this log.",
    ],
    how: [
        "A risk is severity times likelihood, from 1 to 25.",
        "The hazards with the highest remaining risk stand first.",
    ],
    not_of_other_rules: [
        "This log is about the rules built into jakcheck.",
        "Rules from a folder need a log of their own.",
    ],
    scales: "What the numbers mean",
    severity: "Severity",
    likelihood: "Likelihood",
    overview: "All hazards",
    columns: ["Hazard", "Risk before controls", "Risk that remains"],
    in_full: "Each hazard, with its controls",
    claims: "What is claimed, and why",
    left: "What is left",
    left_columns: ["What is left", "Who", "Before it is used with patients"],
    cause: "Cause",
    harm: "Harm",
    before: "Before controls",
    after: "Remaining",
    about_hazards: "Hazards",
    risk,
    risk_in_words,
    control: |kind| match kind {
        ControlKind::Design => "By design",
        ControlKind::Protection => "Protection",
        ControlKind::Information => "Information",
    },
    evidence: |evidence| match evidence {
        Evidence::Test(_) => "Tests",
        Evidence::PageTest(_) => "Tests in a browser",
        Evidence::Property(_) => "Properties that `jakcheck rules check` proves",
        Evidence::Rule(_) => "Rules",
    },
    shown_by: |names| format!("Shown by {}.", names.join(", ")),
};

fn risk(risk: Risk) -> String {
    format!("{} ({} x {})", risk.product(), risk.severity, risk.likelihood)
}

fn risk_in_words(risk: Risk, [how_bad, how_often]: [&str; 2]) -> String {
    let Risk { severity, likelihood } = risk;
    format!("risk {}. Severity {severity}: {how_bad} Likelihood {likelihood}: {how_often}", risk.product())
}
