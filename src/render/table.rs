//! Renders a table as plain text: columns of words between spaces, without lines and boxes, for screen readers. Where
//! columns would be too narrow to read, each row becomes a title with its cells below it.

use comfy_table::{ContentArrangement, ContentLineStyle, LineStyle, TableStyle};

use super::page::HELD;
use super::{Page, Paint};
use crate::render::document::{Line, Table};
use crate::render::visible::seen;

/// The least width of a column, in which the longest words fit.
const NARROWEST: usize = 18;

/// Empty lines between rows, and columns two spaces apart.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill(' '))
    .content_lines(ContentLineStyle::none().junction(' '))
    .row_separator(LineStyle::none().fill(' '));

/// Writes a table to a page.
pub(super) fn write(page: &mut Page, table: &Table) {
    if page.width() < table.headings.len() * NARROWEST {
        one_below_the_other(page, table);
    } else {
        side_by_side(page, table);
    }
}

fn side_by_side(page: &mut Page, Table { headings, rows }: &Table) {
    let mut columns = comfy_table::Table::new();
    columns
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(page.width()).unwrap_or(u16::MAX))
        .set_header(headings.iter().map(|heading| seen(heading)))
        .add_rows(rows.iter().map(|row| row.iter().map(with_kept_marks)));
    columns.column_iter_mut().for_each(|column| {
        column.set_padding((0, 1));
    });
    // Colour comes last, as its codes have no width.
    let text = columns.trim_fmt().replace(HELD, " ");
    let (headings, rows) = text.split_once("\n\n").unwrap_or((&text, ""));
    headings.lines().for_each(|line| page.laid_out(line, Paint::heading));
    let mut is_apart = true;
    for row in rows.split("\n\n") {
        // Rows of one line need no empty line between them.
        let is_long = row.contains('\n');
        if is_apart || is_long {
            page.gap();
        }
        row.lines().for_each(|line| page.laid_out(line, |_, text| text.to_owned()));
        is_apart = is_long;
    }
}

/// The text of a cell. The numbers of its sources stay on one line, if there are few.
fn with_kept_marks(cell: &Line) -> String {
    let text = cell.with_marks();
    let kept = match text.strip_prefix(&cell.text) {
        Some(marks) if marks.len() < NARROWEST => marks.replace(", ", &format!(",{HELD}")),
        Some(_) | None => return seen(&text).into_owned(),
    };
    format!("{}{kept}", seen(&cell.text))
}

fn one_below_the_other(page: &mut Page, Table { headings, rows }: &Table) {
    for (place, row) in rows.iter().enumerate() {
        let Some((head, cells)) = row.split_first() else { continue };
        if place > 0 {
            page.gap();
        }
        page.styled("", &head.with_marks(), Paint::heading);
        for (heading, cell) in headings.iter().skip(1).zip(cells).filter(|(_, cell)| !is_empty(cell)) {
            page.item("  ", &format!("{heading}: {}", cell.with_marks()));
        }
    }
}

fn is_empty(cell: &Line) -> bool {
    cell.text.is_empty() && cell.marks.is_empty()
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::render::document::{Line, Table};
    use crate::render::{Page, Paint};

    fn written(width: usize, paint: Paint) -> String {
        let table = Table {
            headings: ["Question", "Anna", "Ben"].map(str::to_owned).to_vec(),
            rows: vec![
                vec!["Age".into(), "50 to 64".into(), "65 or older".into()],
                vec!["Smoking".into(), "Yes, now".into(), "no answer".into()],
                vec![Line::from("A clot in a leg or a lung").marked(vec![1, 2, 12]), "Yes".into(), "".into()],
                vec!["Stroke".into(), "No".into(), "not sure".into()],
            ],
        };
        let mut page = Page::new(width, paint);
        write(&mut page, &table);
        page.into_text()
    }

    #[test]
    fn cells_stand_below_their_headings() {
        assert_eq!(
            written(54, Paint::new(false)),
            "\
Question                   Anna      Ben

Age                        50 to 64  65 or older
Smoking                    Yes, now  no answer

A clot in a leg or a lung  Yes
[1, 2, 12]

Stroke                     No        not sure
"
        );
    }

    #[test]
    fn only_headings_are_coloured() {
        let printed = written(54, Paint::new(true));
        assert!(printed.starts_with("\u{1b}[1mQuestion") && printed.matches('\u{1b}').count() == 2, "{printed:?}");
    }

    #[test]
    fn a_narrow_page_names_each_cell() {
        assert_eq!(
            written(30, Paint::new(false)),
            "\
Age
  Anna: 50 to 64
  Ben: 65 or older

Smoking
  Anna: Yes, now
  Ben: no answer

A clot in a leg or a lung [1,
2, 12]
  Anna: Yes

Stroke
  Anna: No
  Ben: not sure
"
        );
    }
}
