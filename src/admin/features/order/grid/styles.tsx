/** The grid's geometry; colours are the host's variables. */
const CSS = `
.reconciliation-scroll-box { isolation: isolate; overflow: auto; max-height: max(400px, calc(100vh - 370px)); scroll-padding: 96px calc(var(--reconciliation-total-at) + 86px) 72px var(--reconciliation-money-at); outline: none; }
.reconciliation-snapping { scroll-snap-type: x mandatory; }
.reconciliation-grid { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; font-size: 13px; line-height: 18px; }
.reconciliation-grid th, .reconciliation-grid td {
  height: 37px; padding: 4px 8px; text-align: end; font-weight: 400; white-space: nowrap; overflow: hidden;
  font-variant-numeric: tabular-nums; background: var(--bg-base); border-bottom: 1px solid var(--border-base);
  border-inline-end: 1px solid var(--border-base); position: relative; outline: none; box-sizing: border-box;
}
.reconciliation-dense tbody th, .reconciliation-dense tbody td, .reconciliation-dense tfoot th, .reconciliation-dense tfoot td {
  height: 31px; padding-block: 2px;
}
.reconciliation-grid thead th, .reconciliation-grid thead td, .reconciliation-grid tfoot th, .reconciliation-grid tfoot td { background: var(--bg-subtle); }
.reconciliation-grid thead { position: sticky; top: 0; z-index: 30; }
.reconciliation-grid tfoot { position: sticky; bottom: 0; z-index: 30; }
.reconciliation-grid tfoot tr:first-child > * { border-top: 1px solid var(--border-strong); }
.reconciliation-grid thead th { vertical-align: top; padding: 6px 8px 6px 5px; color: var(--fg-base); }
.reconciliation-grid thead th:is(.reconciliation-item, .reconciliation-amount-column, .reconciliation-total-column, .reconciliation-rest-column) { vertical-align: bottom; }
.reconciliation-snapping thead th:not(:is(.reconciliation-item, .reconciliation-amount-column, .reconciliation-total-column, .reconciliation-rest-column)) { scroll-snap-align: none start; }
.reconciliation-groups td { height: 24px; text-align: start; font-size: 12px; overflow: clip !important; }
.reconciliation-group-name { position: sticky; inset-inline-start: calc(var(--reconciliation-money-at) + 8px); }
.reconciliation-grid .reconciliation-item { position: sticky; inset-inline-start: 0; z-index: 10; text-align: start; padding-inline: 12px 3px; }
.reconciliation-grid .reconciliation-amount-column { position: sticky; inset-inline-start: var(--reconciliation-amount-at); z-index: 10; border-inline-end-color: var(--border-strong); }
.reconciliation-grid .reconciliation-total-column { position: sticky; inset-inline-end: var(--reconciliation-total-at); z-index: 10; border-inline-start: 1px solid var(--border-strong); }
.reconciliation-grid .reconciliation-rest-column { position: sticky; inset-inline-end: 0; z-index: 10; padding-inline-end: 12px; border-inline-end: 0; }
.reconciliation-grid .reconciliation-strong { font-weight: 500; }
.reconciliation-title { display: flex; align-items: center; gap: 6px; min-width: 0; }
.reconciliation-icon { flex-shrink: 0; }
.reconciliation-fold-button { display: inline-flex; flex-shrink: 0; width: 24px; height: 24px; margin-inline: -8px -4px; align-items: center; justify-content: center; border-radius: 4px; }
.reconciliation-grid .reconciliation-change { padding-inline-start: 45px; }
.reconciliation-grid .reconciliation-fold-line > * { height: 26px; background: var(--bg-subtle); color: var(--fg-subtle); font-size: 12px; }
.reconciliation-grid .reconciliation-gap { padding: 0; border-inline-end: 0; }
.reconciliation-heading { display: flex; flex-direction: column; align-items: flex-end; min-width: 0; font-size: 12px; line-height: 16px; color: var(--fg-subtle); white-space: normal; }
.reconciliation-heading > * { max-width: 100%; }
.reconciliation-plan-column { border-inline-end: 1px dashed var(--tag-blue-icon) !important; }
.reconciliation-plan-first { border-inline-start: 1px dashed var(--tag-blue-icon); }
.reconciliation-grid .reconciliation-planned {
  color: var(--tag-blue-text);
  background: repeating-linear-gradient(135deg, var(--bg-base) 0 6px, var(--border-base) 6px 7px);
}
.reconciliation-lock { display: inline-block; width: 12px; height: 12px; margin-inline-end: 4px; vertical-align: -1px; color: var(--tag-blue-icon); }
.reconciliation-grid .reconciliation-fixed { color: var(--fg-subtle); background: repeating-linear-gradient(135deg, var(--bg-base) 0 6px, var(--bg-subtle-hover) 6px 7px); }
.reconciliation-grid .reconciliation-open { background: var(--tag-orange-bg); color: var(--tag-orange-text); }
.reconciliation-grid .reconciliation-changed { background: var(--tag-purple-bg); color: var(--tag-purple-text); font-weight: 500; }
.reconciliation-grid .reconciliation-changed::before {
  content: ""; position: absolute; inset-block-start: 0; inset-inline-start: 0; border: 4px solid; border-color: var(--tag-purple-icon) transparent transparent var(--tag-purple-icon);
}
.reconciliation-inferred, .reconciliation-swatch-inferred::before {
  content: ""; position: absolute; inset-block-start: calc(50% - 3px); inset-inline-start: 5px; width: 6px; height: 6px; box-sizing: border-box;
  border: 1px solid var(--tag-purple-icon); transform: rotate(45deg);
}
.reconciliation-paying .reconciliation-inferred { position: static; flex-shrink: 0; margin-inline: 3px; }
.reconciliation-grid .reconciliation-too-much { background: var(--tag-red-bg); color: var(--tag-red-text); }
.reconciliation-grid .reconciliation-selected { background-image: linear-gradient(var(--bg-highlight), var(--bg-highlight)); }
.reconciliation-grid .reconciliation-selected.reconciliation-changed { background-image: none; box-shadow: inset 0 0 0 1px var(--fg-interactive); }
.reconciliation-grid .reconciliation-focus.reconciliation-focus { box-shadow: inset 0 0 0 2px var(--fg-interactive); }
.reconciliation-grid .reconciliation-too-much.reconciliation-focus { box-shadow: inset 0 0 0 2px var(--tag-red-icon); }
.reconciliation-grid .reconciliation-typing { padding: 0; background: var(--bg-field); }
.reconciliation-editor {
  width: 100%; height: 100%; min-height: 29px; padding: 0 8px; border: 0; outline: none; background: transparent; color: inherit;
  text-align: end; font: inherit; font-variant-numeric: tabular-nums;
}
.reconciliation-hint { font-style: italic; }
/* Until somebody is in the grid, only the next step offers what is loose: not two buttons for one amount. */
.reconciliation-grid:not(:focus-within) .reconciliation-hint { visibility: hidden; }
.reconciliation-handle {
  position: absolute; inset-block-end: 0; inset-inline-end: 0; width: 8px; height: 8px; background: var(--fg-interactive); cursor: crosshair;
}
.reconciliation-swatch { display: inline-block; width: 20px; height: 14px; border-radius: 3px; border: 1px solid var(--border-base); vertical-align: -2px; margin-inline-end: 6px; position: relative; overflow: hidden; }
.reconciliation-swatch-open { background: var(--tag-orange-bg); }
.reconciliation-swatch-planned { border: 1px dashed var(--tag-blue-icon); background: repeating-linear-gradient(135deg, var(--bg-base) 0 4px, var(--border-base) 4px 5px); }
.reconciliation-swatch-changed { background: linear-gradient(135deg, var(--tag-purple-icon) 5px, var(--tag-purple-bg) 5px); }
.reconciliation-swatch-inferred::before { inset-inline-start: calc(50% - 3px); }
.reconciliation-swatch-too-much { background: var(--tag-red-bg); }
.reconciliation-item-fold { display: block; cursor: pointer; list-style: none; }
.reconciliation-item-fold::-webkit-details-marker { display: none; }
details[open] > .reconciliation-item-fold .reconciliation-fold-sign { transform: rotate(90deg); }
.reconciliation-item-body { padding-inline-start: 43px; }
.reconciliation-item-body .reconciliation-lock { margin: 0; }
.reconciliation-changed-amount {
  padding: 1px 6px; border-radius: 4px; font-weight: 500; color: var(--tag-purple-text);
  background: linear-gradient(135deg, var(--tag-purple-icon) 5px, var(--tag-purple-bg) 5px);
}
.reconciliation-bullet { width: 12px; text-align: center; }
.reconciliation-bullet::before { content: "·"; }
.reconciliation-offers { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 12px; border-radius: 6px; }
.reconciliation-offers.bg-ui-tag-orange-bg { padding: 6px 10px; }
.reconciliation-save {
  position: sticky; bottom: 8px; z-index: 40; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 12px 16px; border-radius: 8px;
  background: var(--contrast-bg-base); color: var(--contrast-fg-primary);
}
[data-grid-status] { scroll-margin-bottom: 128px; }
.reconciliation-desk { isolation: isolate; }
.reconciliation-page-step .reconciliation-step { min-height: 28px; align-items: center; }
.reconciliation-over { display: block; min-height: 24px; color: var(--contrast-fg-primary); text-align: start; text-decoration: underline; text-underline-offset: 2px; }
.reconciliation-save .reconciliation-quiet { color: var(--contrast-fg-secondary); }
.reconciliation-save .reconciliation-save-act { background: var(--contrast-fg-primary) !important; color: var(--contrast-bg-base) !important; }
.reconciliation-save .reconciliation-discard-act { background: transparent !important; color: var(--contrast-fg-primary) !important; }
.reconciliation-save .reconciliation-blocked { background: var(--contrast-bg-highlight) !important; color: var(--contrast-fg-secondary) !important; }
.reconciliation-save-effects { flex: 1 1 320px; min-width: 0; border-inline-start: 1px solid var(--contrast-border-base); padding-inline-start: 16px; }
@media (max-width: 640px) {
  .reconciliation-save-effects { border-inline-start: 0; padding-inline-start: 0; }
}
`

export function GridStyles() {
  return <style>{CSS}</style>
}
