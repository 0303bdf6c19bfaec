import { CHOICE_CSS } from "../../ui/choice-box"

/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-setting { display: grid; grid-template-columns: 240px minmax(0, 1fr) auto; gap: 2px 16px; align-items: center; padding: 10px 24px; min-height: 56px; }
.reconciliation-rights { width: 100%; border-collapse: separate; border-spacing: 0; }
.reconciliation-rights :is(th, td) { padding: 6px 12px; text-align: center; font-weight: 400; border-top: 1px solid var(--border-base); }
.reconciliation-rights thead th { border-top: 0; font-weight: 500; white-space: nowrap; background: var(--bg-subtle); color: var(--fg-subtle); }
.reconciliation-rights tr > :first-child { text-align: start; padding-inline-start: 24px; overflow-wrap: anywhere; }
.reconciliation-rights tbody th { font-weight: 500; min-width: 140px; }
.reconciliation-rights-name::first-letter { text-transform: uppercase; }
.reconciliation-rights-people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 180px), 1fr)); gap: 8px 16px; padding-inline-start: 24px; }
.reconciliation-legend { display: flex; width: 100%; align-items: center; justify-content: space-between; min-height: 28px; }
.reconciliation-fold { display: flex; align-items: center; gap: 8px; list-style: none; cursor: pointer; }
.reconciliation-fold::-webkit-details-marker { display: none; }
.reconciliation-fold:focus-visible { outline: none; box-shadow: inset 0 0 0 2px var(--border-interactive); }
[open] > .reconciliation-fold > svg { transform: rotate(90deg); }
.reconciliation-lines label { font-size: 12px; line-height: 18px; font-weight: 400; color: var(--fg-subtle); }
.reconciliation-lines .reconciliation-select { height: 28px; }
[data-act] [type=submit][aria-disabled=true] { opacity: .5; }
[data-reset] { margin-inline-start: -8px; }
.reconciliation-lines { display: flex; flex-direction: column; gap: 8px; }
.reconciliation-line { display: flex; gap: 8px; align-items: flex-end; }
.reconciliation-line > div { flex: 1; min-width: 0; }
[data-settings] input { color-scheme: light; }
.dark [data-settings] input, .dark [data-act] input { color-scheme: dark; }
@media (max-width: 640px) {
  .reconciliation-setting { grid-template-columns: minmax(0, 1fr) auto; }
  .reconciliation-setting > :first-child, .reconciliation-setting > [data-fixed] { grid-column: 1 / -1; }
  .reconciliation-setting > [data-fixed] { justify-self: start; }
  .reconciliation-setting:has(> [data-fixed]) { grid-template-columns: minmax(0, 1fr); }
}
`

export function SettingsStyles() {
  return <style>{CHOICE_CSS + CSS}</style>
}
