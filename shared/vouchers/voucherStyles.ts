import { PAPER_SANS, PAPER_SERIF, sheetStyles } from '../paper.ts'

/** The looks of three vouchers on A4; the page has no margins of its own, so that the cuts lie at exact thirds. */
export const VOUCHER_STYLES = `${sheetStyles('portrait')}
@page { margin: 0; }
body { font: 10.5pt/1.4 ${PAPER_SERIF}; }
.sheet, .sheet + .sheet { padding: 0; width: 210mm; height: 296.9mm; overflow: hidden; }
.copy { position: relative; height: 98.9mm; padding: 7mm 22mm 6mm 17mm; display: flex; flex-direction: column; }
.copy + .copy { border-top: 0.3mm dashed #777; }
.copy + .copy::before { content: "✂"; position: absolute; left: 4mm; top: -2.7mm; padding: 0 0.5mm; font: 10pt/5mm ${PAPER_SANS}; color: #777; background: #fff; }
header { text-align: center; }
.title { position: relative; }
.company { font-size: 12pt; font-weight: 700; letter-spacing: 0.06em; line-height: 1.25; max-height: 2.5em; overflow: hidden; overflow-wrap: anywhere; }
h1 { display: inline-block; margin: 0.6mm 0 0; padding: 0 4mm 0.4mm; font-size: 16pt; letter-spacing: 0.4em; text-indent: 0.4em; line-height: 1.25; border-bottom: 0.9mm double #000; }
.facts { display: flex; justify-content: space-between; margin: 1.4mm 0; font-size: 10pt; font-variant-numeric: tabular-nums; }
.marks { position: absolute; right: 0; top: 1mm; display: flex; gap: 2mm; }
.mark { border: 0.5mm solid #b3261e; color: #b3261e; font: 700 11pt/1.2 ${PAPER_SANS}; padding: 0.4mm 2mm; border-radius: 0.8mm; letter-spacing: 0.1em; }
table { table-layout: fixed; }
th, td { border: 0.25mm solid #000; padding: 1.2mm 2mm; height: 9.4mm; vertical-align: middle; text-align: left; overflow-wrap: anywhere; }
th { text-align: center; font-weight: 400; line-height: 1.15; padding: 0.6mm; }
col.name { width: 22mm; }
col.short { width: 57mm; }
.capital { font-weight: 700; letter-spacing: 0.04em; }
.amount { font-size: 12pt; font-weight: 700; }
.on { font-size: 9pt; white-space: nowrap; }
.long { font-size: 9pt; line-height: 1.25; }
.very-long { font-size: 7.5pt; line-height: 1.2; }
footer { display: grid; grid-template-columns: 2fr 1fr 1fr 1.2fr; gap: 3mm; margin-top: auto; padding: 3mm 0 5mm; }
.side { position: absolute; right: 12mm; top: 50%; transform: translateY(-50%); writing-mode: vertical-rl; font-size: 9.5pt; letter-spacing: 0.2em; white-space: nowrap; }
`
