/**
 * reconciliation-high: the host puts a plugin's card below all of its own unless somebody arranged the page; until then
 * the card stands second, below the order's own head.
 *
 * The geometry that the host's own stylesheet has no class for. The host compiles a plugin's classes
 * only where its bundler can resolve the plugin (not with pnpm's isolated folders, not with a linked
 * plugin), so every class used here must be one that the dashboard itself ships, and the rest is this.
 * Colours are the host's variables, so that themes apply.
 */
const CSS = `
.reconciliation-high { order: -1; }
:has(> .reconciliation-high) > :first-child { order: -2; }
.reconciliation-matrix { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-matrix th, .reconciliation-matrix td {
  padding: 8px 12px; vertical-align: top; border-bottom: 1px solid var(--border-base); font-weight: 400;
}
.reconciliation-matrix thead th { vertical-align: bottom; text-align: end; }
.reconciliation-matrix td { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.reconciliation-matrix .reconciliation-strong { font-weight: 500; }
.reconciliation-matrix .reconciliation-first {
  position: sticky; inset-inline-start: 0; z-index: 10; text-align: start;
  width: 230px; min-width: 140px; max-width: 230px;
  padding-inline-start: 24px; border-inline-end: 1px solid var(--border-base);
}
.reconciliation-matrix .reconciliation-change { padding-inline-start: 36px; }
.reconciliation-matrix .reconciliation-last {
  padding-inline-end: 24px; border-inline-start: 1px solid var(--border-base);
}
@media (min-width: 640px) {
  .reconciliation-matrix .reconciliation-first { min-width: 180px; }
  .reconciliation-matrix .reconciliation-last { position: sticky; inset-inline-end: 0; z-index: 10; }
}
.reconciliation-column { min-width: 112px; max-width: 148px; }
.reconciliation-column button { width: calc(100% + 8px); margin-inline: -4px; padding-inline: 4px; text-align: end; }
.reconciliation-amount {
  margin-inline: -4px; padding-inline: 4px;
  text-decoration: underline dotted var(--border-strong); text-underline-offset: 4px;
}
.reconciliation-amount:hover { text-decoration: underline solid var(--fg-interactive); }
.reconciliation-clamp {
  display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2;
}
.reconciliation-fold { min-height: 24px; margin-inline-start: -4px; padding-inline-end: 4px; }
.reconciliation-scroll { scroll-padding: 152px 144px 96px 240px; }
.reconciliation-long { max-height: 80vh; }
.reconciliation-long thead { position: sticky; top: 0; z-index: 20; }
.reconciliation-long tfoot { position: sticky; bottom: 0; z-index: 20; }
.reconciliation-long tfoot tr:first-child > * { border-top: 1px solid var(--border-base); }
.reconciliation-facts { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; }
.reconciliation-legend {
  display: grid; gap: 6px 24px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
}
.reconciliation-legend dt { width: 80px; flex-shrink: 0; }
.reconciliation-wide dt { width: 144px; }
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
.reconciliation-conflict { min-width: 560px; }
.reconciliation-conflict th:first-child { min-width: 176px; }
.reconciliation-progress { appearance: none; width: 100%; height: 6px; border: 0; border-radius: 3px; overflow: hidden; }
.reconciliation-progress, .reconciliation-progress::-webkit-progress-bar { background: var(--bg-component-pressed); }
.reconciliation-progress::-webkit-progress-value { background: var(--fg-interactive); border-radius: 3px; }
.reconciliation-progress::-moz-progress-bar { background: var(--fg-interactive); border-radius: 3px; }
.reconciliation-message { padding: 40px 24px; }
@media (prefers-reduced-motion: no-preference) {
  .reconciliation-spin { animation: reconciliation-spin 1s linear infinite; }
}
@keyframes reconciliation-spin { to { transform: rotate(360deg); } }
`

export function Stylesheet() {
  return <style>{CSS}</style>
}
