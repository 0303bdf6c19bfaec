/**
 * reconciliation-high: the host puts a plugin's card below all of its own unless somebody arranged the page; until then
 * the card stands first in its column.
 *
 * The geometry that the host's own stylesheet has no class for. The host compiles a plugin's classes
 * only where its bundler can resolve the plugin (not with pnpm's isolated folders, not with a linked
 * plugin), so every class used here must be one that the dashboard itself ships, and the rest is this.
 * Colours are the host's variables, so that themes apply.
 */
const CSS = `
.reconciliation-high { order: -1; }
.reconciliation-facts { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; }
.reconciliation-plan { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-plan th, .reconciliation-plan td {
  padding: 8px 12px; vertical-align: top; text-align: start; font-weight: 400;
}
.reconciliation-plan th { overflow-wrap: anywhere; min-width: 96px; }
.reconciliation-plan tbody > tr > * { border-top: 1px solid var(--border-base); }
.reconciliation-plan tr > :first-child { padding-inline-start: 24px; }
.reconciliation-plan tr > :last-child { padding-inline-end: 24px; }
.reconciliation-plan tr > :nth-last-child(-n+2) { text-align: end; white-space: nowrap; }
.reconciliation-shortcuts {
  display: grid; gap: 24px 32px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
}
.reconciliation-keys { display: grid; grid-template-columns: minmax(96px, 40%) 1fr; gap: 8px 16px; }
.reconciliation-keys dd { overflow-wrap: anywhere; min-width: 0; }
@media (max-width: 659px), (pointer: coarse) { .reconciliation-key { display: none; } }
.reconciliation-conflict { min-width: 560px; }
.reconciliation-conflict tr > :nth-child(n+2):nth-child(-n+4) { text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-conflict tr > :last-child { text-align: start; white-space: normal; }
.reconciliation-conflict .reconciliation-radio { width: 24px; height: 24px; }
.reconciliation-dialog.reconciliation-wide-dialog { width: min(880px, calc(100vw - 16px)); }
.reconciliation-conflict th:first-child { min-width: 176px; }
.reconciliation-conflict-foot [aria-disabled=true] { opacity: .5; }
@media (max-width: 759px) {
  .reconciliation-conflict { min-width: 0; }
  .reconciliation-conflict, .reconciliation-conflict tbody { display: block; }
  .reconciliation-conflict thead { display: none; }
  .reconciliation-conflict tr {
    display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px 12px; padding: 12px 24px; border-top: 1px solid var(--border-base);
  }
  .reconciliation-plan.reconciliation-conflict tbody > tr > :nth-child(n):nth-child(n) {
    display: block; padding: 0; border: 0; text-align: start; white-space: normal; }
  .reconciliation-conflict tr > :first-child, .reconciliation-conflict tr > :last-child { grid-column: 1 / -1; }
  .reconciliation-conflict td[data-label]::before { content: attr(data-label); display: block; color: var(--fg-subtle); }
}
.reconciliation-progress { appearance: none; width: 100%; height: 6px; border: 0; border-radius: 3px; overflow: hidden; }
.reconciliation-progress, .reconciliation-progress::-webkit-progress-bar { background: var(--bg-component-pressed); }
.dark .reconciliation-progress, .dark .reconciliation-progress::-webkit-progress-bar { background: var(--border-strong); }
.reconciliation-progress::-webkit-progress-value { background: var(--fg-interactive); border-radius: 3px; }
.reconciliation-progress::-moz-progress-bar { background: var(--fg-interactive); border-radius: 3px; }
.reconciliation-unseen { opacity: 0; }
[data-needs] > svg + svg { display: none; }
.reconciliation-link { color: var(--fg-interactive-hover); text-decoration: underline; text-underline-offset: 2px; }
.reconciliation-code {
  display: inline-flex; align-items: center; justify-content: center; min-width: 24px; min-height: 24px; border-radius: 6px;
}
.reconciliation-codes { display: flex; flex-wrap: wrap; margin-inline-start: -3px; }
.reconciliation-code:hover { text-decoration: underline; }
.reconciliation-segments {
  display: inline-flex; max-width: 100%; gap: 2px; padding: 2px; border-radius: 6px; flex-shrink: 0;
  background: var(--bg-field); box-shadow: var(--borders-base);
}
.reconciliation-segments button { padding: 3px 10px; border-radius: 4px; }
.reconciliation-segments [aria-pressed=true] {
  color: var(--fg-base); background: var(--bg-base); box-shadow: var(--elevation-card-rest);
}
.dark .reconciliation-segments [aria-pressed=true] { background: var(--bg-component); }
.reconciliation-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); overflow: hidden; }
.reconciliation-figures > div {
  padding: 12px 24px; margin: 0 0 -1px -1px;
  border-inline-start: 1px solid var(--border-base); border-bottom: 1px solid var(--border-base);
}
.reconciliation-figure { font-size: 18px; line-height: 24px; font-weight: 500; white-space: nowrap; font-variant-numeric: tabular-nums; }
.reconciliation-flow { inset: 0; }
.reconciliation-flow text {
  font-size: 12px; fill: var(--fg-base); font-variant-numeric: tabular-nums; pointer-events: none;
  paint-order: stroke; stroke: var(--bg-base); stroke-width: 3px; stroke-linejoin: round; stroke-opacity: .6;
}
.reconciliation-flow path { fill: var(--tag-neutral-icon); fill-opacity: .28; }
.reconciliation-flow [data-source=credit] path { fill: var(--tag-purple-icon); fill-opacity: .42; }
.reconciliation-flow [data-lit] path { fill: var(--tag-blue-icon); fill-opacity: .5; }
.reconciliation-flow-end { fill: var(--fg-subtle); }
.reconciliation-flow [data-lit] .reconciliation-flow-end { fill: var(--fg-interactive-hover); }
.reconciliation-flow-planned, .reconciliation-flow-open { fill: none; stroke-width: 1.5; stroke-dasharray: 4 3; }
.reconciliation-flow-planned { stroke: var(--tag-blue-icon); }
.reconciliation-flow-open { stroke: var(--tag-orange-icon); }
.reconciliation-payer, .reconciliation-debt {
  position: absolute; transform: translateY(-50%); display: flex; align-items: center; gap: 12px;
}
.reconciliation-payer { inset-inline-start: 0; padding-inline-end: 12px; min-height: 32px; }
.reconciliation-payer[aria-pressed=true] { box-shadow: inset 0 0 0 1px var(--border-interactive); }
.reconciliation-keyline { display: flex; flex-wrap: wrap; gap: 6px 20px; }
.reconciliation-keyline > :nth-child(3) { min-width: 300px; }
.reconciliation-swatch {
  display: inline-block; width: 18px; height: 14px; border-radius: 2px; flex-shrink: 0; vertical-align: -2px; box-sizing: border-box;
}
.reconciliation-swatch[data-sign=money] { background: var(--tag-neutral-icon); opacity: .4; }
.reconciliation-swatch[data-sign=credit] { background: var(--tag-purple-icon); opacity: .5; }
.reconciliation-swatch[data-sign=lit] { background: var(--tag-blue-icon); opacity: .6; }
.reconciliation-swatch[data-sign=planned] { border: 1.5px dashed var(--tag-blue-icon); }
.reconciliation-swatch[data-sign=open] { border: 1.5px dashed var(--tag-orange-icon); }
.reconciliation-links { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-links :is(th, td) {
  padding: 9px 16px 9px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--border-base);
}
.reconciliation-links thead th { font-weight: 500; }
.reconciliation-links tbody tr:last-child > * { border-bottom: 0; }
.reconciliation-links tbody th { font-weight: 500; color: var(--fg-base); overflow-wrap: anywhere; }
.reconciliation-links tbody td { overflow-wrap: anywhere; }
.reconciliation-links tr > :first-child { padding-inline-start: 24px; }
.reconciliation-links tr > :last-child { padding-inline-end: 24px; }
.reconciliation-links [data-figure] { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.reconciliation-links td[data-figure] { font-weight: 500; }
.reconciliation-links-narrow tr > :first-child { padding-inline-start: 16px; }
.reconciliation-links-narrow tr > :last-child { padding-inline-end: 16px; }
.reconciliation-why { text-align: start; text-decoration: underline dotted var(--border-strong); text-underline-offset: 4px; }
.reconciliation-why:hover { text-decoration: underline solid var(--fg-interactive); }
.reconciliation-card { min-height: 259px; }
.reconciliation-card > * { padding: 12px 24px; }
.reconciliation-card > :first-child { padding-block: 16px; }
.reconciliation-beneath { margin-top: 4px; padding-inline-start: 23px; }
.reconciliation-step { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: flex-end; gap: 8px; }
.reconciliation-step > :first-child { flex: 1 1 200px; min-width: 0; }
.reconciliation-step-sign { flex-shrink: 0; margin-top: 2px; }
.reconciliation-bar { display: flex; gap: 2px; height: 8px; border-radius: 4px; overflow: hidden; }
.reconciliation-bar > i { flex: 0 1 0%; min-width: 4px; }
.reconciliation-bar-words { display: flex; flex-wrap: wrap; gap: 2px 12px; }
.reconciliation-bar-key {
  display: inline-block; width: 8px; height: 8px; margin-inline-end: 6px; border-radius: 2px; overflow: hidden;
}
.reconciliation-bar-paid { background: var(--tag-green-icon); }
.reconciliation-bar-planned {
  background: repeating-linear-gradient(135deg, var(--tag-blue-icon) 0 3px, transparent 3px 6px);
  box-shadow: inset 0 0 0 1px var(--tag-blue-icon);
}
.reconciliation-bar-open { background: var(--tag-orange-icon); }
.reconciliation-bar-calm { background: var(--bg-component-pressed); box-shadow: inset 0 0 0 1px var(--border-strong); }
.reconciliation-late { animation: reconciliation-late 200ms step-end both; }
@keyframes reconciliation-late { from { visibility: hidden; } }
.reconciliation-prompt { max-width: min(520px, calc(100vw - 16px)) !important; }
.reconciliation-prompt [aria-disabled=true] { opacity: .5; }
.reconciliation-sign {
  display: flex; align-items: center; justify-content: center; width: 36px; height: 36px; margin-bottom: 8px; border-radius: 50%;
  border: 1px solid var(--tag-neutral-border); background: var(--tag-neutral-bg); color: var(--tag-neutral-icon);
}
.reconciliation-sign[data-tone=error] { border-color: var(--tag-red-border); background: var(--tag-red-bg); color: var(--tag-red-icon); }
.reconciliation-sign[data-tone=done] { border-color: var(--tag-green-border); background: var(--tag-green-bg); color: var(--tag-green-icon); }
.reconciliation-will { border: 1px solid var(--border-base); border-radius: 8px; padding: 6px 12px; background: var(--bg-subtle); }
.reconciliation-will > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; padding: 6px 0; }
.reconciliation-will dt { min-width: 0; overflow-wrap: anywhere; }
.reconciliation-will dd { display: inline-flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 6px; margin-inline-start: auto; text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-stale { opacity: .6; }
.reconciliation-figure-field { text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-pair { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
.reconciliation-pair .reconciliation-select { height: 28px; }
.reconciliation-message { padding: 40px 24px; }
.reconciliation-message p { text-wrap: balance; }
.reconciliation-timeline { list-style: none; margin: 0; padding: 8px 0 12px; }
.reconciliation-timeline > li { position: relative; padding: 10px 24px 10px 56px; scroll-margin: 24px; }
.reconciliation-timeline > li::before {
  content: ""; position: absolute; inset-inline-start: 33px; top: 0; bottom: 0; width: 1px; background: var(--border-base);
}
.reconciliation-timeline > li:first-child::before { top: 20px; }
.reconciliation-timeline > li:last-child::before { bottom: auto; height: 20px; }
.reconciliation-dot {
  position: absolute; inset-inline-start: 22px; top: 8px; z-index: 1; width: 24px; height: 24px; border-radius: 12px;
  display: flex; align-items: center; justify-content: center; background: var(--bg-base); box-shadow: var(--borders-base);
}
.reconciliation-mirrored { transform: scaleX(-1); }
.reconciliation-ask { margin-top: 10px; border-radius: 8px; overflow: hidden; }
.reconciliation-outcome { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-outcome th, .reconciliation-outcome td {
  padding: 8px 12px; vertical-align: top; text-align: start; font-weight: 400; border-top: 1px solid var(--border-base);
}
.reconciliation-outcome th { overflow-wrap: anywhere; }
.reconciliation-outcome [data-deleted] > th { font-weight: 500; }
.reconciliation-outcome td { text-align: end; white-space: nowrap; }
.reconciliation-outcome .reconciliation-word { text-align: start; width: 1px; padding-inline-start: 0; }
.reconciliation-dialog { inset: 0; margin: auto; width: min(520px, calc(100vw - 16px)); height: fit-content; max-height: calc(100vh - 32px); }
.reconciliation-dialog .reconciliation-outcome tr > :first-child { padding-inline-start: 24px; }
.reconciliation-dialog .reconciliation-outcome tr > :last-child { padding-inline-end: 24px; }
.reconciliation-notes { display: flex; flex-direction: column; gap: 8px; padding: 12px 24px; }
.reconciliation-undo .reconciliation-outcome tr:first-child > * { border-top: 0; }
.reconciliation-undo > :not(:has(table)) { padding: 16px 24px 0; }
.reconciliation-notes:empty { display: none; }
.reconciliation-why-panel { width: min(380px, calc(100vw - 24px)); max-width: 100%; }
.reconciliation-why-steps { max-height: 40vh; overflow-y: auto; padding: 4px 0; }
.reconciliation-steps { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-steps th, .reconciliation-steps td { padding: 3px 8px; vertical-align: top; text-align: end; font-weight: inherit; }
.reconciliation-steps thead th { font-weight: 400; white-space: nowrap; }
.reconciliation-steps tr > :first-child { padding-inline-start: 12px; text-align: start; overflow-wrap: anywhere; }
.reconciliation-steps thead tr > :first-child { padding-inline-start: 34px; }
.reconciliation-number { width: 14px; flex-shrink: 0; text-align: end; }
.reconciliation-steps tr > :last-child { padding-inline-end: 12px; }
.reconciliation-steps td { white-space: nowrap; }
.reconciliation-answers { display: flex; flex-direction: column; gap: 4px; padding: 8px 12px; }
.reconciliation-answers:empty { display: none; }
.reconciliation-dialog-wide { width: min(760px, calc(100vw - 16px)); }
.reconciliation-becomes { display: grid; gap: 8px 32px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
.reconciliation-halves { display: grid; gap: 8px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
.reconciliation-half { max-height: 340px; overflow-y: auto; }
.reconciliation-slot { width: 28px; flex-shrink: 0; }
@media (max-width: 479px) {
  .reconciliation-half { max-height: none; }
  .reconciliation-idle { flex-wrap: wrap; justify-content: flex-end; }
  .reconciliation-idle > div { flex-basis: auto; max-width: calc(100% - 40px); }
}
.reconciliation-two-lines { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.reconciliation-select { width: 100%; height: 32px; padding: 0 8px; border: 0; }
.reconciliation-search { width: min(340px, calc(100vw - 120px)); }
.reconciliation-menu { max-height: 320px; overflow-y: auto; }
.reconciliation-foot-note { margin-inline-end: auto; }
.reconciliation-menu-note { max-width: 260px; }
.reconciliation-ledger-scroll { overflow-x: auto; }
.reconciliation-day { min-width: 48px; }
.reconciliation-ledger { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-ledger :is(th, td) {
  padding: 8px 16px 8px 0; text-align: start; vertical-align: middle; border-top: 1px solid var(--border-base); font-weight: 400;
}
.reconciliation-ledger thead th { font-weight: 500; }
.reconciliation-ledger tbody th { overflow-wrap: anywhere; width: 45%; min-width: 180px; }
.reconciliation-ledger tbody :is(th, td) { padding-block: 3px; height: 36px; }
.reconciliation-ledger [data-sign] { vertical-align: top; }
.reconciliation-ledger td[data-open] { font-weight: 500; }
.reconciliation-ledger [data-figure] { text-align: end; white-space: nowrap; }
.reconciliation-ledger tr > :first-child { padding-inline-start: 24px; }
.reconciliation-ledger tr > :last-child { padding-inline-end: 24px; text-align: end; }
.reconciliation-ledger tbody tr:hover { background: var(--bg-base-hover); }
[data-row]:has([data-row-main]):focus-within { background: var(--bg-base-hover); box-shadow: inset 2px 0 0 var(--border-interactive); }
.reconciliation-row-main { color: var(--fg-base); font-weight: 500; outline: none; border-radius: 4px; }
.reconciliation-row-main:hover { text-decoration: underline; text-underline-offset: 2px; }
.reconciliation-row-main:focus-visible { box-shadow: var(--borders-interactive-with-focus); }
[data-reconciliation] .animate-pulse { background: var(--bg-switch-off); animation: none; }
@media (prefers-reduced-motion: no-preference) {
  [data-reconciliation] .animate-pulse { animation: reconciliation-pulse 2s ease-in-out infinite; }
  .reconciliation-spin { animation: reconciliation-spin 1s linear infinite; }
}
@keyframes reconciliation-pulse { 50% { opacity: .65; } }
@keyframes reconciliation-spin { to { transform: rotate(360deg); } }
`

export function Stylesheet() {
  return <style>{CSS}</style>
}
