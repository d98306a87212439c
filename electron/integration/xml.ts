/**
 * Just enough XML for the parts of a workbook: elements with attributes and text, in order, without building a tree.
 * The parts are flat and machine-written; entities beyond the five of XML and character numbers do not occur in them,
 * and none is ever resolved, so a hostile part cannot reach anything.
 */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeText(text: string): string {
  if (text.includes('_x')) text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
    return ENTITIES[name] ?? whole
  })
}

/** The value of an attribute in the text between '<' and '>', or null. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`)
  if (at >= 0) {
    const start = at + name.length + 3
    const end = tag.indexOf('"', start)
    return end < 0 ? null : decodeText(tag.slice(start, end))
  }
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match ? decodeText(match[1] ?? match[2] ?? '') : null
}

/** Each element of a name with the text between its tags; a prefix such as `x:` does not matter. */
export function* elements(xml: string, name: string): Generator<{ tag: string; inner: string }> {
  const open = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])([^>]*)>`, 'g')
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const [whole, written = name, tag = ''] = match
    if (tag.endsWith('/')) {
      yield { tag: tag.slice(0, -1), inner: '' }
      continue
    }
    const end = xml.indexOf(`</${written}>`, match.index + whole.length)
    if (end < 0) return
    yield { tag, inner: xml.slice(match.index + whole.length, end) }
    open.lastIndex = end + written.length + 3
  }
}

/** The text of all <t> runs; phonetic readings (<rPh>) beside them are no part of what is written. */
export function textOfRuns(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml
  let text = ''
  for (const run of elements(plain, 't')) text += decodeText(run.inner)
  return text
}
