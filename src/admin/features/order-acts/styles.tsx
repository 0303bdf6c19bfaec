/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-act-wide { max-width: min(680px, calc(100vw - 16px)) !important; }
.reconciliation-act-rows { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-act-rows :is(th, td) {
  padding: 4px 8px; text-align: start; vertical-align: middle; font-weight: 400; border-top: 1px solid var(--border-base);
}
.reconciliation-act-rows thead :is(th, td) { border-top: 0; padding-block: 8px; }
.reconciliation-act-rows tbody tr > * { height: 40px; }
.reconciliation-act-rows tr > :first-child { padding-inline-start: 24px; }
.reconciliation-act-rows tr > :last-child { padding-inline-end: 24px; }
.reconciliation-act-rows tbody th { overflow-wrap: anywhere; }
.reconciliation-act-rows [data-figure] { text-align: end; white-space: nowrap; }
.reconciliation-act-rows .reconciliation-act-typed { width: 116px; }
.reconciliation-act-rows .reconciliation-act-day { width: 148px; }
.reconciliation-act-rows .reconciliation-act-number { width: 44px; }
.reconciliation-act-rows .reconciliation-act-last { width: 56px; padding-inline-start: 0; }
.reconciliation-act-three { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 120px), 1fr)); align-items: end; }
.reconciliation-act-three .reconciliation-select { height: 28px; }
.reconciliation-kept-for { width: 100%; justify-content: space-between; min-width: 0; }
.reconciliation-kept-for > :first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-width: 639px) {
  .reconciliation-plan-rows thead { display: none; }
  .reconciliation-plan-rows tbody tr { display: grid; grid-template-columns: 28px 1fr 1fr 40px; border-top: 1px solid var(--border-base); padding: 6px 16px; }
  .reconciliation-plan-rows tbody tr > * { border: 0; padding: 4px; height: auto; width: auto !important; }
  .reconciliation-plan-rows tbody tr > :first-child { padding: 8px 4px 4px 8px; }
  .reconciliation-plan-rows tbody tr > :nth-child(4) { grid-column: 2 / 4; grid-row: 2; min-width: 0; }
  .reconciliation-plan-rows tbody tr > :nth-child(5) { grid-column: 4; grid-row: 1; }
}
`

export function ActStyles() {
  return <style>{CSS}</style>
}
