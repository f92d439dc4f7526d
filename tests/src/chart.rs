//! The ratios of a comparison as a chart in SVG: a group of bars a program, on a logarithmic scale.

use super::Table;
use std::fmt::Write;

const BAR: usize = 9;
const LEFT: usize = 110;
const WIDTH: usize = 640;
const COLOURS: [&str; 4] = ["#8c8c8c", "#4c72b0", "#c44e52", "#55a868"];

/// All tables, one below the other.
pub fn svg(tables: &[Table]) -> String {
    let mut body = String::new();
    let mut y = 20;
    for table in tables {
        y = draw(table, y, &mut body) + 30;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{y}\" viewBox=\"0 0 {0} {y}\" font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{body}</svg>\n",
        LEFT + WIDTH + 60
    )
}

fn draw(table: &Table, top: usize, out: &mut String) -> usize {
    let others = table.ways.len() - 1;
    let ratios = |values: &Vec<f64>| (1..values.len()).map(|i| Table::ratio(values, i)).collect::<Vec<_>>();
    let all: Vec<f64> = table.rows.iter().flat_map(|(_, v)| ratios(v)).collect();
    let low = all.iter().copied().fold(0.5, f64::min).log10().floor();
    let high = all.iter().copied().fold(2.0, f64::max).log10().ceil();
    let x = |ratio: f64| LEFT as f64 + (ratio.log10() - low) / (high - low) * WIDTH as f64;
    let _ = writeln!(
        out,
        "<text x=\"{LEFT}\" y=\"{top}\" font-size=\"14\">{}: rvm's time over</text>",
        table.title
    );
    for (i, way) in table.ways[1..].iter().enumerate() {
        let at = LEFT + 190 + i * 110;
        let _ = writeln!(
            out,
            "<rect x=\"{at}\" y=\"{}\" width=\"10\" height=\"10\" fill=\"{}\"/><text x=\"{}\" y=\"{top}\">{way} ({:.2})</text>",
            top - 10,
            COLOURS[i % COLOURS.len()],
            at + 14,
            table.mean(i + 1)
        );
    }
    let mut y = top + 24;
    let start = y;
    for (name, values) in &table.rows {
        let height = others * BAR;
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{name}</text>",
            LEFT - 6,
            y + height / 2 + 4
        );
        for (i, ratio) in ratios(values).into_iter().enumerate() {
            let (from, to) = (x(1.0).min(x(ratio)), x(1.0).max(x(ratio)));
            let _ = writeln!(
                out,
                "<rect x=\"{from:.1}\" y=\"{}\" width=\"{:.1}\" height=\"{}\" fill=\"{}\"><title>{name}: {ratio:.2}</title></rect>",
                y + i * BAR,
                to - from,
                BAR - 1,
                COLOURS[i % COLOURS.len()]
            );
        }
        y += height + 5;
    }
    for power in low as i32..=high as i32 {
        let ratio = 10f64.powi(power);
        let at = x(ratio);
        let _ = writeln!(
            out,
            "<line x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{}\" y2=\"{y}\" stroke=\"{}\"/><text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{ratio}</text>",
            start - 4,
            if power == 0 { "black" } else { "#dddddd" },
            start - 6
        );
    }
    y
}
