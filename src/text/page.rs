//! Texts of the questionnaire as a page for a browser.

/// Texts of the questionnaire as a page for a browser. Buttons are named as on other such pages.
#[derive(Debug)]
pub struct PageText {
    /// The title of the page and of its first screen.
    pub title: &'static str,
    /// What happens to answers.
    pub promises: [&'static str; 2],
    /// What it is for. It stands on every screen.
    pub intended_use: &'static str,
    /// Marked by who answers for somebody else.
    pub for_someone_else: &'static str,
    /// Said on each screen to who answers for themselves.
    pub about_you: &'static str,
    /// Begins.
    pub start: &'static str,
    /// Goes to the next screen.
    pub go_on: &'static str,
    /// Goes to the screen before.
    pub back: &'static str,
    /// Goes back to a question from the review.
    pub change: &'static str,
    /// Forgets all answers.
    pub start_again: &'static str,
    /// Prints the list.
    pub print: &'static str,
    /// Downloads the answers.
    pub save: &'static str,
    /// Reads answers that were saved.
    pub load: &'static str,
    /// A file that could not be read.
    pub not_read: &'static str,
    /// The name of the file with the answers.
    pub file: &'static str,
    /// The link to the paper form.
    pub paper_link: &'static str,
    /// The link back from the paper form.
    pub leave_paper: &'static str,
    /// The title of the paper form.
    pub paper: &'static str,
    /// How to fill in the paper form.
    pub paper_how: [&'static str; 2],
    /// Where a question is. Takes its number, how many there are about, and the topic.
    pub progress: fn(usize, usize, &str) -> String,
    /// The heading of the summary of what is wrong.
    pub problem: &'static str,
    /// Before the title of a page where something is wrong.
    pub error: &'static str,
    /// Nothing is chosen at a question.
    pub choose: &'static str,
    /// Nothing is marked at a group.
    pub mark: &'static str,
    /// No item of a group.
    pub none: &'static str,
    /// Beside an item of a group.
    pub not_sure_item: &'static str,
    /// A new mark took others away.
    pub marks_removed: &'static str,
    /// The answers were given to the browser as a file.
    pub saved: &'static str,
    /// The items of a group that are not marked.
    pub not_sure_rest: &'static str,
    /// The title of the screen with all answers.
    pub review: &'static str,
    /// A question without an answer.
    pub no_answer: &'static str,
    /// The title of the screen about an emergency.
    pub emergency: &'static str,
}
