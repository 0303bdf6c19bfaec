/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-set-up-head { display: flex; align-items: stretch; border-bottom: 1px solid var(--border-base); }
.reconciliation-set-up-close { display: flex; align-items: center; gap: 8px; padding: 0 16px; border-inline-end: 1px solid var(--border-base); }
.reconciliation-set-up-tabs { flex: 1; min-width: 0; overflow: hidden; }
.reconciliation-set-up-tabs button { min-width: 0; }
.reconciliation-set-up-tabs button > span:first-child { flex-shrink: 0; }
.reconciliation-set-up-tabs [data-answered] > span:first-child { color: var(--fg-interactive); }
.reconciliation-set-up-tabs button { color: var(--fg-subtle); }
.reconciliation-set-up-tabs button[data-state=active] { color: var(--fg-base); }
.reconciliation-set-up-tabs [data-word] { overflow: hidden; text-overflow: ellipsis; }
.reconciliation-set-up-body { flex: 1; min-height: 0; overflow-y: auto; padding: 32px 16px 40px; }
.reconciliation-set-up-column { width: min(872px, 100%); margin-inline: auto; display: flex; flex-direction: column; gap: 16px; }
.reconciliation-set-up-column fieldset { display: contents; }
.reconciliation-set-up-column input, .reconciliation-set-up-column select { color-scheme: light; }
.dark .reconciliation-set-up-column input, .dark .reconciliation-set-up-column select { color-scheme: dark; }
.reconciliation-set-up-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
.reconciliation-set-up-rule { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 24px; padding-top: 16px; border-top: 1px solid var(--border-base); }
.reconciliation-set-up-rule:last-child { padding-bottom: 8px; }
.reconciliation-set-up-example { border: 1px solid var(--border-base); border-radius: 8px; background: var(--bg-subtle); padding: 12px; display: flex; flex-direction: column; gap: 8px; }
.reconciliation-set-up-share { display: flex; justify-content: space-between; gap: 12px; font-variant-numeric: tabular-nums; }
.reconciliation-set-up-share > :first-child { min-width: 0; overflow-wrap: anywhere; }
.reconciliation-set-up-share > :last-child { white-space: nowrap; }
.reconciliation-set-up-bar { display: block; height: 4px; margin-top: 4px; border-radius: 2px; background: var(--border-base); overflow: hidden; }
.reconciliation-set-up-bar > i { display: block; height: 100%; background: var(--tag-green-icon); }
.reconciliation-set-up-rows { display: flex; flex-direction: column; }
.reconciliation-set-up-row { display: grid; grid-template-columns: minmax(140px, 1fr) 76px 112px 100px 132px 92px 28px; gap: 8px; align-items: start; padding: 8px 0; border-top: 1px solid var(--border-base); }
.reconciliation-set-up-row[data-heads] { border-top: 0; padding: 0; }
.reconciliation-set-up-row input[inputmode=decimal] { text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-set-up-who { min-width: 0; padding-top: 6px; overflow-wrap: anywhere; }
.reconciliation-set-up-fault { grid-column: 1 / -1; }
.reconciliation-set-up-card { border: 1px solid var(--border-base); border-radius: 8px; overflow: hidden; background: var(--bg-base); }
.dark .reconciliation-set-up-card { background: var(--bg-component); }
.reconciliation-set-up-figures { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 8px 16px; padding: 12px 24px; border-top: 1px solid var(--border-base); }
.reconciliation-set-up-note { display: flex; gap: 8px; padding: 12px; border: 1px solid var(--border-base); border-radius: 8px; background: var(--bg-subtle); }
.reconciliation-set-up-note > svg { flex-shrink: 0; margin-top: 3px; }
.reconciliation-set-up-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 8px; padding: 16px; border-top: 1px solid var(--border-base); }
.reconciliation-set-up-foot [aria-disabled=true]:not([data-needs]) { opacity: .5; }
.reconciliation-set-up-list { display: flex; flex-direction: column; border: 1px solid var(--border-base); border-radius: 8px; }
.reconciliation-set-up-list > * { padding: 12px 16px; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; }
.reconciliation-set-up-list > * + * { border-top: 1px solid var(--border-base); }
@media (max-width: 819px) {
  .reconciliation-set-up-list > [data-setting] { flex-direction: column; }
  .reconciliation-set-up-list > [data-setting] > * { text-align: start; }
  .reconciliation-set-up-rule { grid-template-columns: minmax(0, 1fr); }
  .reconciliation-set-up-row { grid-template-columns: 76px minmax(0, 1fr) minmax(0, 1fr); }
  .reconciliation-set-up-row[data-heads] { display: none; }
  .reconciliation-set-up-who { grid-column: 1 / 3; }
  .reconciliation-set-up-row > [data-remove] { grid-column: 3; grid-row: 1; justify-self: end; }
  .reconciliation-set-up-tabs button[data-state=inactive] { max-width: 48px; justify-content: center; padding-inline: 8px; }
  .reconciliation-set-up-tabs button[data-state=inactive] [data-word] { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); white-space: nowrap; }
  .reconciliation-set-up-close kbd { display: none; }
  .reconciliation-set-up-close { padding: 0 8px; }
}
@media (max-width: 479px) {
  .reconciliation-set-up-pair { grid-template-columns: minmax(0, 1fr); }
  .reconciliation-set-up-figures { grid-template-columns: 1fr 1fr; padding-inline: 16px; }
  .reconciliation-set-up-body { padding-top: 20px; }
  .reconciliation-set-up-foot { padding: 12px; }
  .reconciliation-set-up-foot > .reconciliation-foot-note { flex-basis: 100%; }
}
`

export function SetUpStyles() {
  return <style>{CSS}</style>
}
