/** Geometry that the host has no class for, and what a printer gets: the paper alone, in black on white. */
const CSS = `
.reconciliation-receipt { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-receipt th, .reconciliation-receipt td { padding: 8px 12px; vertical-align: top; text-align: start; font-weight: 400; }
.reconciliation-receipt th { overflow-wrap: anywhere; }
.reconciliation-receipt tbody > tr > *, .reconciliation-receipt tfoot > tr > * { border-top: 1px solid var(--border-base); }
.reconciliation-receipt tr > :first-child { padding-inline-start: 24px; }
.reconciliation-receipt tr > :last-child { padding-inline-end: 24px; text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-receipt tfoot th { font-weight: 500; }
@media print {
  body * { visibility: hidden; }
  .reconciliation-paper, .reconciliation-paper * { visibility: visible; color: black !important; }
  .reconciliation-paper { position: absolute; inset: 0 0 auto 0; background: white; }
  .reconciliation-unprinted { display: none !important; }
}
`

export function PaperStyles() {
  return <style>{CSS}</style>
}
