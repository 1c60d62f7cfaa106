//! The questionnaire as one page, as far as its file tells. What a browser makes of it is in `tests/page`.

use jakcheck::export::page;
use jakcheck::text::language;

use crate::support::{built_in, run, text};

fn whole() -> String {
    page::render(built_in(), false).unwrap()
}

#[test]
fn the_same_rules_give_the_same_bytes() {
    assert_eq!(whole(), whole());
    let printed = run(&["page"], "");
    assert_eq!((printed.status.code(), text(&printed.stderr).as_str()), (Some(0), ""));
    assert_eq!(text(&printed.stdout), whole());
}

#[test]
fn the_paper_form_has_each_question_with_its_answers() {
    let whole = whole();
    let (_, form) = whole.split_once("<main id=\"paper\">").unwrap();
    let (form, _) = form.split_once("</main><footer>").unwrap();
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    for question in built_in().questions() {
        assert!(form.contains(&escaped(&question.text)), "{}", question.text);
        for item in &question.items {
            let labels: Vec<&str> = if question.is_group {
                vec![&item.title]
            } else {
                item.options.iter().map(|option| option.label.as_str()).collect()
            };
            assert!(labels.iter().all(|label| form.contains(&escaped(label))), "{labels:?}");
        }
    }
    assert!(form.contains(language().safety.emergency_lead) && form.contains(language().safety.not_a_verdict));
}

#[test]
fn the_short_page_asks_the_questions_of_the_short_check() {
    let printed = run(&["page", "--short"], "");
    let short = text(&printed.stdout);
    let (_, form) = short.split_once("<main id=\"paper\">").unwrap();
    let asked = form.matches("<fieldset>").count();
    assert_eq!(asked, built_in().questions().iter().filter(|question| question.short).count());
    assert!(short.contains("\"is_short\":true"));
}

#[test]
fn the_page_names_no_address_and_holds_no_handler() {
    let whole = whole();
    for part in ["http:", "https:", "src=", "onclick", "onload", "javascript:", "eval(", "innerHTML", "localStorage"] {
        assert!(!whole.contains(part), "{part}");
    }
    assert_eq!(whole.matches("</script>").count(), 1);
}

#[test]
fn who_makes_a_page_of_old_rules_is_told() {
    let printed = run(&["page", "--date", "2030-01-01"], "");
    assert_eq!(printed.status.code(), Some(0));
    assert!(text(&printed.stderr).contains("OUT OF DATE"));
}
