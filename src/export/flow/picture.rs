//! Draws a flow as SVG.

use maud::{Markup, html};

use super::layout::{Arrow, INSET, LINE, Layout, Placed, WIDE, Way};
use super::{Flow, Kind};
use crate::render::html::Text;
use crate::text::language;

/// How long the head of an arrow is, and how far it reaches to each side.
const HEAD: (usize, usize) = (8, 4);

/// How far arrows to questions bend.
const BEND: usize = 26;

/// The picture, in pixels of its own size: a window that is narrower scrolls.
pub(super) fn svg(flow: &Flow<'_>) -> Markup {
    let Layout { wide, high, boxes, arrows } = Layout::new(flow);
    let texts = &language().review.flow;
    let (title, about) = (format!("flow-{}", flow.topic.id), format!("flow-{}-about", flow.topic.id));
    html! {
        svg role="img" aria-labelledby={ (title) " " (about) } width=(wide) height=(high)
            viewBox={ "0 0 " (wide) " " (high) } {
            title id=(title) { (Text(&(texts.title)(&flow.topic.title))) }
            desc id=(about) { (texts.about) }
            @for drawn in &arrows { (arrow(drawn)) }
            @for (node, placed) in flow.nodes.iter().zip(&boxes) { (square(node.kind, node.from.is_some(), placed)) }
        }
    }
}

fn arrow(Arrow { from: (x, y), to: (end, height), way, turn }: &Arrow) -> Markup {
    let (long, wide) = HEAD;
    // Where the line ends and the head begins.
    let neck = match way {
        Way::Lane => *end,
        Way::Right | Way::Around => end - long,
        Way::Back => end + long,
    };
    let (first, second) = match way {
        Way::Lane | Way::Right => (x + turn, x + turn),
        Way::Around => (x - BEND.min(*x), neck - BEND.min(neck)),
        Way::Back => (x - BEND, neck + BEND),
    };
    let is_asked = matches!(way, Way::Around | Way::Back);
    html! {
        path.line.asked[is_asked]
            d={ "M" (x) " " (y) "C" (first) " " (y) " " (second) " " (height) " " (neck) " " (height) } {}
        @if *way != Way::Lane {
            path.head d={ "M" (end) " " (height) "L" (neck) " " (height - wide) "V" (height + wide) "Z" } {}
        }
    }
}

fn square(kind: Kind, is_from_elsewhere: bool, placed: &Placed) -> Markup {
    let Placed { x, y, high, title, id } = placed;
    // How round the corners are tells them apart too, as on paper there are no colours.
    let (kind, round) = match kind {
        Kind::Question if is_from_elsewhere => ("elsewhere", 0),
        Kind::Question => ("question", 0),
        Kind::Condition => ("condition", 16),
        Kind::Caution => ("caution", 0),
        Kind::Symptom => ("symptom", 16),
    };
    html! {
        g class=(kind) {
            rect x=(x) y=(y) width=(WIDE) height=(high) rx=(round) {}
            @for (number, line) in title.iter().chain(id).enumerate() {
                text class=[(number >= title.len()).then_some("id")] x=(x + INSET) y=(y + INSET + number * LINE + LINE * 3 / 4) { (Text(line)) }
            }
        }
    }
}
