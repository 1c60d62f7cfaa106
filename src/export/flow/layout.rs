//! Where the boxes and arrows of a flow stand, in pixels. Whole numbers only, so that every machine draws the same.
//!
//! What is read beyond the next column runs through a lane between the boxes of each column on the way, so that no arrow
//! runs behind a box.

use std::collections::BTreeSet;

use super::{Flow, Kind, Node};

/// The width of a box.
pub(super) const WIDE: usize = 168;

/// The room between columns, for arrows.
const BETWEEN: usize = 60;

/// The room that a turn takes.
const TURN: usize = 12;

/// The room above and below a box or a lane, at least.
const GAP: usize = 6;

/// The room around all, which arrows between questions need on the left.
const MARGIN: usize = 24;

/// The height of a line of text.
pub(super) const LINE: usize = 17;

/// The room between a text and the border of its box.
pub(super) const INSET: usize = 8;

/// How many letters fit into a line of a box: of its title, and of its id, whose letters are all equally wide.
const LETTERS: [usize; 2] = [20, 21];

/// A box with its texts.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) high: usize,
    pub(super) title: Vec<String>,
    pub(super) id: Vec<String>,
}

/// A line, or an arrow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrow {
    pub(super) from: (usize, usize),
    pub(super) to: (usize, usize),
    pub(super) way: Way,
    /// How far right of its beginning it turns, where it runs to the right.
    pub(super) turn: usize,
}

/// How an arrow runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// From left to right, into a lane: a line without a head.
    Lane,
    /// From left to right: one is read by the other.
    Right,
    /// From a question to a later question, around the left.
    Around,
    /// From a named condition back to a question.
    Back,
}

/// The whole picture.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) wide: usize,
    pub(super) high: usize,
    /// In the order of the boxes of the flow.
    pub(super) boxes: Vec<Placed>,
    pub(super) arrows: Vec<Arrow>,
}

/// What stands in a column: a box, or the lane of what is read further on. Each names its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Box(usize),
    Lane(usize),
}

impl Layout {
    pub(super) fn new(flow: &Flow<'_>) -> Self {
        let mut drawing = Drawing::new(flow);
        let high = drawing.columns.iter().map(|column| drawing.height(column)).max().unwrap_or(0);
        for column in 0..drawing.columns.len() {
            drawing.stack(column, high);
        }
        let arrows = drawing.arrows();
        let columns = drawing.columns.len();
        let wide = MARGIN * 2 + columns * WIDE + columns.saturating_sub(1) * BETWEEN;
        Self { wide, high: high + MARGIN * 2, boxes: drawing.boxes, arrows }
    }
}

struct Drawing<'f> {
    flow: &'f Flow<'f>,
    boxes: Vec<Placed>,
    columns: Vec<Vec<Slot>>,
    /// Box, column and height of each lane that has its place.
    lanes: Vec<(usize, usize, usize)>,
}

impl<'f> Drawing<'f> {
    fn new(flow: &'f Flow<'f>) -> Self {
        let nodes = flow.nodes.iter().enumerate();
        let last = flow.nodes.iter().map(|node| node.column).max().unwrap_or(0);
        // The column of the last that reads a box.
        let reach = |place: usize| {
            let readers = flow.nodes.iter().filter(|node| node.reads.contains(&place));
            readers.map(|reader| reader.column).max().unwrap_or(0)
        };
        let slots = |column: usize| {
            let slot = |(place, node): (usize, &Node<'_>)| match node.column {
                own if own == column => Some(Slot::Box(place)),
                own => (own < column && column < reach(place)).then_some(Slot::Lane(place)),
            };
            nodes.clone().filter_map(slot).collect()
        };
        Self {
            flow,
            boxes: flow.nodes.iter().map(unplaced).collect(),
            columns: (0..=last).map(slots).collect(),
            lanes: Vec::new(),
        }
    }

    fn slot_height(&self, slot: Slot) -> usize {
        match slot {
            Slot::Box(place) => self.boxes.get(place).map_or(0, |placed| placed.high) + GAP * 2,
            Slot::Lane(_) => GAP * 2,
        }
    }

    fn height(&self, column: &[Slot]) -> usize {
        column.iter().map(|slot| self.slot_height(*slot)).sum()
    }

    /// Gives the slots of a column their places, those that are led to from further up first. What room is left stands
    /// in equal parts between them.
    fn stack(&mut self, column: usize, high: usize) {
        let Some(mut slots) = self.columns.get(column).cloned() else { return };
        if column > 0 {
            slots.sort_by_key(|slot| self.led_from(*slot, column));
        }
        let spare = (high - self.height(&slots)) / (slots.len() + 1);
        let mut y = MARGIN + spare;
        for slot in slots {
            let height = self.slot_height(slot);
            match slot {
                Slot::Box(place) => {
                    if let Some(placed) = self.boxes.get_mut(place) {
                        placed.y = y + GAP;
                    }
                }
                Slot::Lane(place) => self.lanes.push((place, column, y + GAP)),
            }
            y += height + spare;
        }
    }

    /// How far down that is, on average, which leads to a slot.
    fn led_from(&self, slot: Slot, column: usize) -> usize {
        let heights: Vec<usize> = match slot {
            Slot::Lane(place) => vec![self.end_before(place, column).1],
            Slot::Box(place) => {
                let reads = self.flow.nodes.get(place).map_or(&[][..], |node| &node.reads);
                reads.iter().map(|read| self.end_before(*read, column).1).collect()
            }
        };
        heights.iter().sum::<usize>() / heights.len().max(1)
    }

    /// Where the line from a box ends, before it goes on into a column.
    fn end_before(&self, place: usize, column: usize) -> (usize, usize) {
        let lane = self.lanes.iter().rev().find(|(of, own, _)| *of == place && *own < column);
        match (lane, self.boxes.get(place)) {
            (Some((_, own, y)), _) => (left(*own) + WIDE, *y),
            (None, Some(placed)) => (placed.x + WIDE, placed.y + placed.high / 2),
            (None, None) => (0, 0),
        }
    }

    /// The lines of the lanes, and the arrows: those into one box one below the other.
    fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = Vec::new();
        for &(place, column, y) in &self.lanes {
            let (start, end) = ((left(column), y), (left(column) + WIDE, y));
            arrows.push(Arrow { from: self.end_before(place, column), to: start, way: Way::Lane, turn: 0 });
            arrows.push(Arrow { from: start, to: end, way: Way::Lane, turn: 0 });
        }
        for (node, to) in self.flow.nodes.iter().zip(&self.boxes) {
            let mut reads: Vec<(Way, (usize, usize))> =
                node.reads.iter().filter_map(|read| self.leads_to(*read, node.column)).collect();
            reads.sort_by_key(|(_, (_, y))| *y);
            let step = to.high / (reads.len() + 1);
            for (number, (way, from)) in reads.into_iter().enumerate() {
                let x = if way == Way::Back { to.x + WIDE } else { to.x };
                arrows.push(Arrow { from, to: (x, to.y + step * (number + 1)), way, turn: 0 });
            }
        }
        spread(&mut arrows);
        arrows
    }

    /// How an arrow runs from a box into a column, and where it begins.
    fn leads_to(&self, place: usize, column: usize) -> Option<(Way, (usize, usize))> {
        let (read, placed) = (self.flow.nodes.get(place)?, self.boxes.get(place)?);
        let middle = (placed.x, placed.y + placed.high / 2);
        Some(match (column, read.kind) {
            (0, Kind::Question) => (Way::Around, middle),
            (0, Kind::Condition | Kind::Caution | Kind::Symptom) => (Way::Back, middle),
            (1.., _) => (Way::Right, self.end_before(place, column)),
        })
    }
}

/// Lets the arrows that begin at different heights of one column turn one after the other, so that they can be told apart.
fn spread(arrows: &mut [Arrow]) {
    let beginnings: BTreeSet<(usize, usize)> = arrows.iter().map(|arrow| arrow.from).collect();
    for arrow in arrows {
        let (x, y) = arrow.from;
        let column = || beginnings.range((x, 0)..=(x, usize::MAX));
        let above = column().filter(|(_, other)| *other < y).count();
        // Not at once, and not in the room for the head.
        arrow.turn = TURN + (BETWEEN - TURN * 3) * (above + 1) / (column().count() + 1);
    }
}

/// The left end of a column.
fn left(column: usize) -> usize {
    MARGIN + column * (WIDE + BETWEEN)
}

fn unplaced(node: &Node<'_>) -> Placed {
    let [of_title, of_id] = LETTERS;
    let title: Vec<String> = textwrap::wrap(node.title, of_title).into_iter().map(String::from).collect();
    // An id is broken between its words.
    let words = node.id.replace('_', "_ ");
    let id: Vec<String> = textwrap::wrap(&words, of_id).into_iter().map(|line| line.replace("_ ", "_")).collect();
    let high = (title.len() + id.len()) * LINE + INSET * 2;
    Placed { x: left(node.column), y: 0, high, title, id }
}
