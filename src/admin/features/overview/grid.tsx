/** Two columns, or one where there is no room: all that the page needs of a stylesheet while it is on its way. */
const CSS = `
.reconciliation-over { display: grid; grid-template-columns: minmax(0, 1fr) 400px; gap: 8px; align-items: start; }
.reconciliation-over > * { min-width: 0; }
@media (max-width: 1180px) { .reconciliation-over { grid-template-columns: minmax(0, 1fr); } }
`

export function OverviewGrid() {
  return <style>{CSS}</style>
}
