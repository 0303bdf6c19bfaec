import { CHOICE_CSS } from "../../ui/choice-box"

/** What the lists' own stylesheet does not have; colours are the host's variables, so that themes apply. */
const CSS = `
.reconciliation-list[data-shows=runs] > * > tr > :first-child { padding-inline-start: 24px; padding-inline-end: 16px; width: 56px; line-height: inherit; }
.reconciliation-list[data-shows=runs] > tbody > tr > th { min-width: 0; max-width: none; }
.reconciliation-list[data-shows=runs] [data-head=placed] { width: 76px; }
.reconciliation-list[data-shows=runs] [data-head=took] { width: 96px; }
.reconciliation-list[data-shows=runs] > * > tr > :last-child { width: 1px; padding-inline-end: 16px; }
.reconciliation-list[data-shows=runs] [data-head=result] { width: 30%; }
.reconciliation-list[data-shows=runs] [data-head=by] { width: 150px; }
.reconciliation-list[data-shows=runs] .reconciliation-list-second { white-space: normal; }
.reconciliation-run-rows { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-run-rows :is(th, td) { padding: 8px 16px 8px 0; text-align: start; vertical-align: middle; border-top: 1px solid var(--border-base); font-weight: 400; }
.reconciliation-run-rows thead th { font-weight: 500; white-space: nowrap; }
.reconciliation-run-rows tbody th { overflow-wrap: anywhere; min-width: 120px; }
.reconciliation-run-rows tr > :first-child { padding-inline-start: 24px; }
.reconciliation-run-rows tr > :last-child { padding-inline-end: 24px; }
.reconciliation-run-rows [data-figure] { text-align: end; white-space: nowrap; }
.reconciliation-run-rows td[data-figure] { font-weight: 500; }
.reconciliation-run-tie thead th { border-top: 0; }
.reconciliation-run-would tbody th { max-width: 180px; }
.reconciliation-run-would :is(th, td) { padding-inline-end: 12px; }
.reconciliation-run-would td:nth-child(2) { min-width: 117px; text-wrap: balance; }
.reconciliation-run-done tr > :first-child { width: 30%; }
.reconciliation-run-rests tr > :first-child { width: 30%; }
.reconciliation-run-rests tr > :nth-child(2) { width: 40%; }
[data-start-run][aria-disabled=true]:not([data-needs]), [data-undo-now][aria-disabled=true]:not([data-needs]) { opacity: .5; }
.reconciliation-run-tie tbody th { color: var(--fg-base); font-weight: 500; min-width: 0; }
.reconciliation-dialog:has([data-scope]) { width: min(1000px, calc(100vw - 16px)); }
.reconciliation-run-fresh { display: grid; grid-template-columns: 300px minmax(0, 1fr); min-height: 0; flex: 1; overflow: hidden; }
.reconciliation-run-form { display: flex; flex-direction: column; gap: 16px; padding: 16px 24px 20px; overflow-y: auto; border-inline-end: 1px solid var(--border-base); }
.reconciliation-run-form input { color-scheme: light; }
.dark .reconciliation-run-form input { color-scheme: dark; }
.reconciliation-run-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
.reconciliation-run-would { min-height: 360px; overflow-y: auto; }
.reconciliation-run-would [data-old] { opacity: .5; }
.reconciliation-run-counts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8px 16px; padding: 8px 24px 12px; }
.reconciliation-run-counts > div { display: flex; flex-direction: column; }
.reconciliation-run-pairs { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 0 24px 12px; padding: 8px 12px; border-radius: 8px; background: var(--tag-orange-bg); box-shadow: inset 0 0 0 1px var(--tag-orange-border); }
@media (max-width: 819px) {
  .reconciliation-run-fresh { grid-template-columns: minmax(0, 1fr); overflow-y: auto; }
  .reconciliation-run-form { border-inline-end: 0; border-bottom: 1px solid var(--border-base); overflow: visible; padding-inline: 16px; }
  .reconciliation-run-would { overflow: visible; min-height: 240px; }
}
@media (max-width: 479px) {
  .reconciliation-run-counts { grid-template-columns: 1fr 1fr; }
}
`

export function RunStyles() {
  return <style>{CHOICE_CSS + CSS}</style>
}
