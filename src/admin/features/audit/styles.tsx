/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-audit-kind { display: grid; grid-template-columns: 15px minmax(36px, auto) minmax(0, 1fr) auto; align-items: center; gap: 12px; width: 100%; padding: 9px 24px; text-align: start; }
.reconciliation-audit-kind:hover { background: var(--bg-base-hover); }
.reconciliation-audit-kind:focus-visible { box-shadow: inset 0 0 0 2px var(--border-interactive); }
.reconciliation-audit-count { font-size: 18px; line-height: 22px; font-weight: 500; text-align: end; font-variant-numeric: tabular-nums; }
.reconciliation-audit-sums, .reconciliation-audit-figures { display: flex; flex-direction: column; align-items: flex-end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.reconciliation-audit-told { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; padding: 4px 24px 14px 51px; max-width: 900px; }
.reconciliation-audit-told > dt { line-height: 20px; }
.reconciliation-audit-finding { display: grid; grid-template-columns: minmax(0, 1fr) auto 36px; gap: 2px 12px; align-items: start; padding: 8px 24px 8px 51px; }
.reconciliation-audit-finding + .reconciliation-audit-finding { border-top: 1px solid var(--border-base); }
.reconciliation-audit-ids { display: flex; flex-wrap: wrap; gap: 2px 8px; }
.reconciliation-command { padding: 4px 8px; border-radius: 6px; background: var(--bg-subtle); color: var(--fg-base); }
@media (max-width: 639px) {
  .reconciliation-audit-kind { grid-template-columns: 15px minmax(20px, auto) minmax(0, 1fr); padding-inline: 16px; }
  .reconciliation-audit-sums { grid-column: 3; align-items: flex-start; }
  .reconciliation-audit-told { grid-template-columns: minmax(0, 1fr); padding-inline: 16px; gap: 2px; }
  .reconciliation-audit-told > dd + dt { margin-top: 6px; }
  .reconciliation-audit-finding { grid-template-columns: minmax(0, 1fr) 36px; padding-inline: 16px; }
  .reconciliation-audit-finding > :first-child { grid-column: 1 / -1; }
  .reconciliation-audit-figures { align-items: flex-start; }
}
`

export function AuditStyles() {
  return <style>{CSS}</style>
}
