/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-todo { display: grid; grid-template-columns: 24px max(22px, var(--reconciliation-counts)) minmax(0, 1fr) auto 15px; align-items: center; gap: 12px; padding: 9px 24px; border-radius: 0; }
.reconciliation-todo:hover, .reconciliation-over-row:is(a):hover { background: var(--bg-base-hover); }
.reconciliation-todo:focus-visible, .reconciliation-over-row:focus-visible { box-shadow: inset 0 0 0 2px var(--border-interactive); }
.reconciliation-todo-count { font-size: 18px; line-height: 22px; font-weight: 500; text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-todo-about { display: block; line-height: 16px; overflow-wrap: anywhere; }
.reconciliation-todo-figures { display: flex; align-items: center; gap: 12px; font-variant-numeric: tabular-nums; }
.reconciliation-todo-sums { display: flex; flex-direction: column; align-items: flex-end; white-space: nowrap; }
.reconciliation-todo-age { min-width: 72px; text-align: end; white-space: nowrap; }
.reconciliation-over-row { display: flex; align-items: center; gap: 12px; padding: 6px 24px; min-height: 30px; }
.reconciliation-last-run { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; }
.reconciliation-last-run > :last-child { grid-column: 1 / -1; }
.reconciliation-over-code { width: 36px; flex-shrink: 0; }
.reconciliation-over-figure { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
.reconciliation-over-day { width: 84px; flex-shrink: 0; }
.reconciliation-over-clip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
.reconciliation-bars { padding: 10px 24px 12px; }
.reconciliation-bar-row { display: grid; grid-template-columns: 116px minmax(0, 1fr) minmax(92px, auto); align-items: center; gap: 12px; padding: 5px 0; line-height: 18px; }
.reconciliation-bar-row > i { display: block; height: 16px; min-width: 2px; border-radius: 2px; }
.reconciliation-bar-row > i[data-none] { visibility: hidden; }
.reconciliation-rate-line { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 12px; margin-top: 4px; }
.reconciliation-rate { font-size: 26px; line-height: 32px; font-weight: 500; font-variant-numeric: tabular-nums; white-space: nowrap; }
.reconciliation-day-line { display: block; width: 100%; height: 40px; margin-top: 6px; overflow: visible; }
.reconciliation-day-line > * { stroke: var(--tag-green-icon); stroke-width: 1.5; fill: none; stroke-linejoin: round; stroke-linecap: round; vector-effect: non-scaling-stroke; }
.reconciliation-over-table { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-over-table :is(th, td) { padding: 4px 16px 4px 0; height: 29px; border-bottom: 1px solid var(--border-base); text-align: end; font-weight: 400; white-space: nowrap; }
.reconciliation-over-table thead th { height: 34px; background: var(--bg-subtle); font-weight: 500; }
.reconciliation-over-table tr > :first-child { padding-inline-start: 24px; text-align: start; white-space: normal; overflow-wrap: anywhere; }
.reconciliation-over-table tr > :last-child { padding-inline-end: 24px; }
.reconciliation-over-table > :last-child > tr:last-child > * { border-bottom: 0; }
@media (max-width: 639px) {
  .reconciliation-todo { grid-template-columns: 20px max(20px, calc(var(--reconciliation-counts) * .86)) minmax(0, 1fr) 15px; padding-inline: 16px; gap: 2px 8px; }
  .reconciliation-todo-count { font-size: 16px; }
  .reconciliation-todo-figures { grid-column: 3; grid-row: 2; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
  .reconciliation-todo-sums { align-items: flex-start; }
  .reconciliation-todo-age { min-width: 0; }
  .reconciliation-todo > :last-child { grid-column: 4; grid-row: 1; }
  .reconciliation-coming { flex-wrap: wrap; gap: 2px 12px; padding-block: 8px; }
  .reconciliation-coming > :last-child { margin-inline-start: auto; }
  .reconciliation-coming > .reconciliation-over-clip { order: 1; flex: 1 0 100%; white-space: normal; overflow-wrap: anywhere; padding-inline-start: 27px; }
  .reconciliation-bar-row { grid-template-columns: 96px minmax(0, 1fr) auto; }
}
`

export function OverviewStyles() {
  return <style>{CSS}</style>
}
