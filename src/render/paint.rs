//! Colours by meaning. No other module colours text, and no meaning is in colour alone.

use colored::{ColoredString, Colorize};

/// Colours for one stream, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// With colours or without. The caller has decided, so the environment is not read.
    pub fn new(on: bool) -> Self {
        if on {
            colored::control::set_override(true);
        }
        Self { on }
    }

    /// Something urgent.
    pub fn urgent(self, text: &str) -> String {
        self.style(text, |text| text.red().bold())
    }

    /// The title of a caution.
    pub fn caution(self, text: &str) -> String {
        self.style(text, |text| text.yellow().bold())
    }

    /// A heading.
    pub fn heading(self, text: &str) -> String {
        self.style(text, |text| text.bold())
    }

    fn style(self, text: &str, style: impl Fn(&str) -> ColoredString) -> String {
        if self.on && !text.is_empty() { style(text).to_string() } else { text.to_owned() }
    }
}
