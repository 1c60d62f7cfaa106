//! What a page of HTML may consist of.

use scraper::Html;

/// The allowed elements of a page.
const ELEMENTS: [&str; 39] = [
    "b",
    "html",
    "input",
    "label",
    "span",
    "nav",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "footer",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "strong",
    "figure",
    "figcaption",
    "svg",
    "path",
    "h6",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// The allowed attributes.
const ATTRIBUTES: [&str; 17] = [
    "type",
    "aria-labelledby",
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "aria-label",
    "id",
    "href",
    "role",
    "viewBox",
    "d",
    "viewbox",
    "scope",
    "data-heading",
];

/// Asserts that a page has only allowed elements and attributes, and links only into itself.
pub(crate) fn assert_allowed(page: &Html) {
    for node in page.tree.nodes() {
        let Some(element) = node.value().as_element() else { continue };
        assert!(ELEMENTS.contains(&element.name()), "<{}>", element.name());
        for (name, value) in element.attrs() {
            assert!(ATTRIBUTES.contains(&name), "{name}");
            assert!(name != "href" || value.starts_with("#source-") || value.starts_with("#part-"), "{value}");
        }
    }
}
