/** What the list's own stylesheet does not have. */
const CSS = `
.reconciliation-list [data-head=due] { width: 92px; }
.reconciliation-list[data-shows=instalments] [data-head=owner], .reconciliation-list [data-head=kept] { width: 20%; }
.reconciliation-list[data-shows=instalments] [data-owner-cell], .reconciliation-list[data-shows=instalments] > tbody > tr > th { min-width: 130px; max-width: 180px; }
.reconciliation-instalment-state { min-width: 140px; }
.reconciliation-instalment-said { display: block; line-height: 16px; overflow-wrap: anywhere; }
@media (max-width: 1279px) { .reconciliation-list :is([data-head=means], [data-means]) { display: none; } }
@media (min-width: 1280px) {
  .reconciliation-list[data-shows=instalments] [data-owner-cell], .reconciliation-list[data-shows=instalments] > tbody > tr > th { max-width: 230px; }
  .reconciliation-instalment-state { min-width: 190px; }
}
.reconciliation-instalment-acts { display: inline-flex; align-items: center; justify-content: flex-end; gap: 8px; width: 100%; }
`

export function InstalmentStyles() {
  return <style>{CSS}</style>
}
