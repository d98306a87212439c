import { PAPER_SANS, PAPER_SERIF, sheetStyles } from '../paper.ts'

/** The looks of a letter on A4. Letters of the first template have been printed with them: they stay as they are, and what later ones need stands below. */
export const LETTER_STYLES = `${sheetStyles('portrait')}
body { font: 10pt/1.5 ${PAPER_SERIF}; }
p { margin: 0 0 1.4mm; text-align: justify; }
.sheet { position: relative; }
.head { text-align: center; border-bottom: 0.6mm solid #000; padding-bottom: 2mm; position: relative; }
.head::after { content: ""; position: absolute; left: 0; right: 0; bottom: -1.4mm; border-bottom: 0.2mm solid #000; }
.company { font-size: 17pt; font-weight: 700; letter-spacing: 0.08em; line-height: 1.3; }
.where { font-size: 8.5pt; color: #333; }
h1 { font-size: 20pt; letter-spacing: 0.5em; text-indent: 0.5em; text-align: center; margin: 4mm 0 0; line-height: 1.3; }
.en { font-size: 9.5pt; line-height: 1.42; }
.en h1 { letter-spacing: 0.04em; text-indent: 0; }
.en .company { letter-spacing: 0.02em; }
.marks { display: flex; justify-content: flex-end; align-items: center; gap: 4mm; font-size: 9.5pt; margin-bottom: 1mm; }
.mark { border: 0.5mm solid #b3261e; color: #b3261e; font: 700 12pt/1.2 ${PAPER_SANS}; padding: 0.6mm 3mm; border-radius: 0.8mm; letter-spacing: 0.15em; }
.to { font-weight: 700; font-size: 11.5pt; margin-bottom: 0; }
.attention { font-size: 9.5pt; margin: 0; }
.indent { text-indent: 2em; }
.en .indent { text-indent: 0; }
.items { font-size: 7.5pt; line-height: 1.35; margin: 2mm 0 3mm; }
.items th, .items td { border: 0.2mm solid #000; padding: 0.9mm 0.8mm; vertical-align: middle; }
.items th { font-weight: 700; text-align: center; background: #f0f0f0; }
.items .middle { text-align: center; }
.items .day { text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums; }
.items .code { white-space: nowrap; }
.items .long-code { word-break: break-all; min-width: 18mm; }
/* An electronic invoice has 20 digits; they stay on one line. */
.items .invoice-number { min-width: 31mm; }
.items .kind { font-size: 7pt; }
.items .kind { display: block; color: #444; }
.items tfoot { display: table-row-group; }
.items tfoot td { font-weight: 700; }
.capital { letter-spacing: 0.05em; }
.details { display: flex; gap: 8mm; margin: 2mm 0; border: 0.2mm solid #000; padding: 1.4mm 3mm; font-size: 9pt; break-inside: avoid; }
.details > div { flex: 1; }
.details .caption { font-weight: 700; }
.details dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; column-gap: 3mm; }
.details dt { color: #333; }
.details dd { margin: 0; overflow-wrap: anywhere; }
.remark { border-left: 1mm solid #999; padding-left: 3mm; break-inside: avoid; }
.ending { break-inside: avoid; margin-top: 2mm; }
.signature { margin: 2mm 0 0 auto; width: 82mm; text-align: center; line-height: 1.7; }
.signature .name { font-weight: 700; font-size: 11.5pt; }
.signature .seal { color: #666; }
.slip { break-inside: avoid; padding-top: 3mm; }
.cut { display: flex; align-items: center; gap: 3mm; font-size: 8pt; color: #555; }
.cut::before, .cut::after { content: ""; flex: 1; border-top: 0.3mm dashed #555; }
.slip h2 { font-size: 13pt; text-align: center; margin: 1mm 0; letter-spacing: 0.1em; }
.slip ul { list-style: none; margin: 0.5mm 0 2mm; padding: 0 0 0 2em; }
.slip li::before { content: "□"; margin-right: 2mm; }
.blank { display: inline-block; border-bottom: 0.2mm solid #000; height: 1em; vertical-align: baseline; margin: 0 1mm; }
.tiny { width: 8mm; } .short { width: 14mm; } .blank.middle { width: 34mm; } .long { width: 88mm; } .line { width: 40mm; }
.sign { display: grid; grid-template-columns: 1fr 1fr; row-gap: 2mm; column-gap: 6mm; }
`

/** What letters that bring their own words and pictures need besides. */
export const WORDED_STYLES = `
.attention { margin-bottom: 1.4mm; }
.with-logo { display: grid; grid-template-columns: 40mm 1fr 40mm; align-items: center; min-height: 17mm; }
.logo { max-width: 38mm; max-height: 15mm; justify-self: start; }
.items tfoot tr { break-before: avoid; }
.details { break-after: avoid; }
.claims { margin: 0 0 3mm; }
.claims .caption { font-weight: 700; font-size: 9pt; break-after: avoid; }
.claims .note { font-size: 8pt; margin-bottom: 0.6mm; break-after: avoid; }
.claims .items { margin: 0 0 2mm; }
.sums { width: auto; min-width: 92mm; margin: 0 0 0 auto; font-size: 9pt; break-inside: avoid; }
.sums td { border: 0.2mm solid #000; padding: 0.9mm 2mm; }
.sums .all td { font-weight: 700; }
.signature { position: relative; isolation: isolate; }
.sealed { padding-top: 3mm; }
.sealed .signature { margin-bottom: 8mm; }
.stamp { position: absolute; z-index: -1; left: 50%; top: 50%; width: 40mm; height: 40mm; object-fit: contain; transform: translate(-50%, -50%); }
.footnote { font-size: 8pt; color: #333; border-top: 0.2mm solid #999; padding-top: 1mm; margin-top: 2mm; break-inside: avoid; }
`
