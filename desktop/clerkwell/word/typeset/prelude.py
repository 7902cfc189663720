"""What the pages' source begins with: how a paragraph, a tab and a page stand. Written by hand, and always the same."""

PRELUDE = r"""
#set par(leading: 0pt, spacing: 0pt, justify: false, linebreaks: "simple")
#set block(spacing: 0pt)
#set text(kerning: false, ligatures: false, hyphenate: false, fallback: true)
#set footnote.entry(clearance: 3pt, gap: 2pt, indent: 0pt)
#set table(stroke: none, inset: 0pt)

// A paragraph in its look, `above` under what was before.
#let p(look, above, level: 0, body) = {
  let shown = {
    set text(..look.text)
    // Only what is not as usual: each thing said costs memory, for each paragraph.
    set par(justify: true) if look.justify
    set par(hanging-indent: look.hang) if look.hang != 0pt
    set par(first-line-indent: (amount: look.first, all: true)) if look.first != 0pt
    set align(look.align) if look.align != left
    if level > 0 {
      show heading: it => { set text(..look.text); it.body }
      heading(level: level, body)
    } else { par(body) }
  }
  block(
    above: above, below: 0pt, width: 100%, sticky: look.keep, breakable: not look.together,
    inset: (left: look.left, right: look.right),
    if look.boxed { block(width: 100%, stroke: look.stroke, fill: look.fill, outset: look.outset, shown) }
    else { shown }
  )
}

// A paragraph without words has the height of a line.
#let empty(look, above) = block(above: above, below: 0pt, sticky: look.keep, height: look.line)

// Paragraphs that are a list, each with the space over it. The labels are in them already.
#let items(..all) = {
  let all = all.pos()
  block(above: all.first().at(0), below: 0pt, width: 100%, breakable: true, enum(
    numbering: (..) => none, indent: 0pt, body-indent: 0pt, spacing: 0pt, tight: false,
    ..all.enumerate().map(((at, item)) => { if at > 0 { v(item.at(0)) }; item.at(1) })
  ))
}

// Words that stand at tab stops: each group as wide as to the next stop. `start` is where the first begins.
#let tabbed(start, stops, step, ..groups) = context {
  let at = start
  let all = groups.pos()
  for (index, group) in all.enumerate() {
    if index + 1 == all.len() { group } else {
      let end = at + measure(group).width
      let next = stops.find(stop => stop > end + 0.5pt)
      if next == none { next = (calc.floor(end / step) + 1) * step }
      group
      h(next - end)
      at = next
    }
  }
}

// A label and the room up to the words after it.
#let label(width, body) = context {
  let own = measure(body).width
  box(width: calc.max(width, own + 2pt), body)
}

// Pages of one kind: their size, what stands at their head and foot, what flows on them. A head that needs more room
// than the margin pushes the text down, on the first page apart.
#let pages(size, heads, feet, form, mark, body) = context {
  let wide = size.width - size.left - size.right
  let tall(part) = measure(block(width: wide, part)).height
  let over = calc.max(size.top, size.edge + tall(heads.usual))
  let first-over = calc.max(size.top, size.edge + tall(heads.first))
  let under = calc.max(size.bottom, size.foot + calc.max(tall(feet.usual), tall(feet.first)))
  let pick(parts) = context {
    if here().page() == locate(mark).page() { parts.first }
    else if calc.even(counter(page).get().first()) { parts.even }
    else { parts.usual }
  }
  set page(
    width: size.width, height: size.height, columns: size.columns, numbering: form,
    margin: (top: over, bottom: under, left: size.left, right: size.right),
    header-ascent: 0pt, header: align(top, v(size.edge) + pick(heads)),
    footer-descent: 0pt, footer: align(bottom, pick(feet) + v(size.foot)),
  )
  [#metadata(none)#mark]
  v(first-over - over)
  body
}
"""
