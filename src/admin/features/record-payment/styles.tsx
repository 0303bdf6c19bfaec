/** The geometry of the drawer in which payments are recorded; colours are the host's variables. */
const CSS = `
.reconciliation-payment-fields { display: grid; gap: 12px 10px; grid-template-columns: 1fr 1fr; }
.reconciliation-payment-fields > [data-wide] { grid-column: 1 / -1; }
.reconciliation-payment-fields input[type=date] { color-scheme: light; }
.dark .reconciliation-payment-fields input[type=date] { color-scheme: dark; }
@media (min-width: 640px) {
  .reconciliation-payment-drawer { max-width: 680px; width: 680px; }
}
@media (max-width: 639px) {
  .reconciliation-payment-fields > [data-narrow-wide] { grid-column: 1 / -1; }
}
.reconciliation-pays { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; }
.reconciliation-pays th, .reconciliation-pays td {
  padding: 6px 8px; text-align: end; font-weight: 400; vertical-align: middle; font-variant-numeric: tabular-nums;
}
.reconciliation-pays tr > :first-child { text-align: start; padding-inline-start: 24px; overflow-wrap: anywhere; }
.reconciliation-pays tr > :last-child { padding-inline-end: 24px; }
.reconciliation-pays thead > tr > * { background: var(--bg-subtle); padding-block: 8px; border-bottom: 1px solid var(--border-base); }
.reconciliation-pays .reconciliation-pays-open { width: 96px; }
.reconciliation-pays .reconciliation-pays-gets { width: 128px; }
.reconciliation-pays .reconciliation-pays-becomes, .reconciliation-pays-last { width: 136px; }
.reconciliation-pays tbody > tr:first-child > * { padding-top: 10px; }
.reconciliation-pays tbody > tr:last-child > * { border-bottom: 1px solid var(--border-base); padding-bottom: 10px; }
.reconciliation-pays [data-line] > :first-child { padding-inline-start: 52px; }
.reconciliation-pays [data-note] > :first-child { padding-inline-start: 52px; padding-inline-end: 24px; }
@media (max-width: 639px) {
  .reconciliation-pays .reconciliation-pays-becomes { display: none; }
  .reconciliation-pays-last { width: 0; }
  .reconciliation-pays .reconciliation-pays-open { width: 84px; }
  .reconciliation-pays .reconciliation-pays-gets { width: 124px; padding-inline-end: 24px; }
  .reconciliation-pays [data-line] > :first-child { padding-inline-start: 48px; }
  .reconciliation-pays [data-note] > :first-child { padding-inline: 24px; }
}
.reconciliation-tick { display: flex; align-items: flex-start; gap: 10px; }
.reconciliation-tick > input { width: 16px; height: 16px; margin: 3px 2px; flex-shrink: 0; accent-color: var(--bg-interactive); }
.reconciliation-tick > :last-child { min-width: 0; }
.reconciliation-became { display: inline-flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 4px; }
.reconciliation-payment-boxes { display: flex; flex-direction: column; gap: 12px; padding: 12px 24px; }
.reconciliation-payment-note { margin-inline-end: auto; }
.reconciliation-chord { margin-inline-start: 4px; opacity: .8; }
@media (max-width: 639px) { .reconciliation-chord { display: none; } }
.reconciliation-stale-figures { opacity: .6; }
`

export function PaymentStyles() {
  return <style>{CSS}</style>
}
