/** What the host's stylesheet has no class for; colours are its variables, so that themes apply. */
const CSS = `
.reconciliation-list-card { overflow: clip; }
.reconciliation-list-totals { display: flex; flex-wrap: wrap; overflow: hidden; }
.reconciliation-list-totals > div { padding: 12px 24px; margin-inline-start: -1px; border-inline-start: 1px solid var(--border-base); }
.reconciliation-list-totals > div > dt { margin-bottom: 2px; }
.reconciliation-list-sum { font-size: 15px; line-height: 20px; font-weight: 500; font-variant-numeric: tabular-nums; }
.reconciliation-list-tab { padding: 3px 10px; min-height: 28px; border-radius: 999px; white-space: nowrap; }
.reconciliation-list-tab[aria-pressed=true] { background: var(--bg-base); box-shadow: var(--borders-base); }
.dark .reconciliation-list-tab[aria-pressed=true] { background: var(--bg-component); }
.reconciliation-list-views { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; min-width: 0; }
.reconciliation-list-saved { display: inline-flex; align-items: center; }
.reconciliation-list-cross { display: inline-flex; align-items: center; justify-content: center; width: 24px; height: 24px; border-radius: 6px; }
.reconciliation-list-search { position: relative; margin-inline-start: auto; }
.reconciliation-list-search > [aria-hidden] { position: absolute; inset-inline-start: 8px; top: 50%; transform: translateY(-50%); pointer-events: none; z-index: 1; }
.reconciliation-list-search input { width: 202px; padding-inline-start: 30px; text-overflow: ellipsis; }
.reconciliation-list-chip { display: inline-flex; align-items: stretch; min-height: 28px; border-radius: 6px; background: var(--bg-base); overflow: hidden; }
.dark .reconciliation-list-chip { background: var(--bg-component); }
.reconciliation-list-chip > * { display: inline-flex; align-items: center; padding: 0 8px; }
.reconciliation-list-chip > :first-child { background: var(--bg-subtle); }
.reconciliation-list-chip > * + * { border-inline-start: 1px solid var(--border-base); }
.reconciliation-list-chip > button:hover { background: var(--bg-base-hover); }
.reconciliation-list-chip > :last-child { padding: 0 6px; }
.reconciliation-list-offer { min-height: 28px; padding: 0 8px; border-radius: 6px; border: 1px solid var(--border-base); }
.reconciliation-list-end { margin-inline-start: auto; }
.reconciliation-list-choices { min-width: 224px; max-width: min(300px, calc(100vw - 24px)); overflow-y: auto; }
.reconciliation-list-choice { display: flex; align-items: center; gap: 8px; width: 100%; padding: 6px 8px; border-radius: 6px; text-align: start; }
.reconciliation-list-days { display: flex; flex-direction: column; gap: 8px; padding: 8px; margin-top: 4px; }
.reconciliation-list-days input { color-scheme: light; }
.dark .reconciliation-list-days input { color-scheme: dark; }
.reconciliation-list-scroll { overflow-x: auto; container-type: inline-size; }
.reconciliation-list { width: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
.reconciliation-list > * > tr > * { padding: 3px 16px 3px 0; text-align: start; vertical-align: middle; border-top: 1px solid var(--border-base); font-weight: 400; height: 40px; }
.reconciliation-list > thead > tr > * { height: 34px; font-weight: 500; white-space: nowrap; }
.reconciliation-list > * > tr > :first-child { padding-inline-start: 22px; padding-inline-end: 12px; width: 1px; line-height: 0; }
.reconciliation-list[data-shows=all] > * > tr > :nth-child(2) { width: 1px; padding-inline-end: 8px; }
.reconciliation-list > * > tr > :last-child { padding-inline-end: 24px; }
.reconciliation-list[data-shows=all] > * > tr:not([data-reconciled]) > :last-child { width: 1px; }
.reconciliation-list [data-head=date] { width: 60px; }
.reconciliation-list [data-head=transaction] { width: 172px; }
.reconciliation-list [data-head=owner] { width: 172px; }
.reconciliation-list [data-head=state] { width: 84px; }
.reconciliation-list [data-head=order] { width: 72px; }
.reconciliation-list [data-head=code] { width: 72px; }
.reconciliation-list[data-shows=all] :is([data-head=transaction], [data-head=owner]) { width: auto; }
.reconciliation-list [data-head=amount], .reconciliation-list [data-head=open] { width: 108px; }
.reconciliation-list [data-head=age] { width: 46px; }
.reconciliation-list-ghost { display: grid; column-gap: 0; grid-template-columns: 30px 66px 186px 188px 92px 1fr 116px 64px 162px; }
.reconciliation-list-ghost > :nth-child(n+7) { justify-self: end; }
.reconciliation-list > * > tr > [data-figure] { text-align: end; white-space: nowrap; }
.reconciliation-list > tbody > tr > th { min-width: 150px; max-width: 210px; }
.reconciliation-list [data-owner-cell] { max-width: 172px; }
@container (min-width: 1280px) {
  .reconciliation-list [data-owner-cell] { max-width: 240px; }
  .reconciliation-list[data-shows=all] > tbody > tr > th, .reconciliation-list[data-shows=all] [data-owner-cell] { max-width: 360px; }
}
.reconciliation-list [data-owner-cell] > * { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.reconciliation-list [data-why-cell] { min-width: 190px; }
[data-list] [data-why] { text-decoration-color: transparent; }
[data-list] [data-why]:is(:hover, :focus-visible, [aria-expanded=true]) { text-decoration-color: var(--border-strong); }
.reconciliation-list > * > tr > [data-sticky] { position: sticky; inset-inline-end: 0; background: var(--bg-base); white-space: nowrap; width: 1px; }
.reconciliation-list > thead > tr > [data-sticky] { background: var(--bg-subtle); }
.reconciliation-list > tbody > tr[data-row]:is(:hover, [data-at], :focus-within) > * { background: var(--bg-base-hover); }
.reconciliation-list > tbody > tr[data-row][data-chosen] > * { background: var(--bg-highlight); }
.reconciliation-list > tbody > tr[data-row]:focus-within { box-shadow: none; }
.reconciliation-list > tbody > tr[data-at] > :first-child { box-shadow: inset 2px 0 0 var(--border-interactive); }
.reconciliation-list > tbody > tr[data-reconciled] > td { padding: 0; line-height: inherit; background: var(--bg-subtle); }
.reconciliation-list-links { padding: 12px 24px 16px 56px; width: 100%; }
.reconciliation-list-links .reconciliation-links { background: transparent; }
.reconciliation-list-links .reconciliation-links tr > :first-child { padding-inline-start: 0; }
.reconciliation-list-sort { display: inline-flex; align-items: center; gap: 2px; min-height: 24px; border-radius: 4px; color: inherit; font: inherit; }
.reconciliation-list-sort:hover { color: var(--fg-base); }
.reconciliation-list-second { display: block; line-height: 16px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.reconciliation-list [data-row-main], .reconciliation-list [data-owner] { display: block; line-height: 17px; }
.reconciliation-list [data-row-main] { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.reconciliation-list [data-row-main]:focus-visible { box-shadow: 0 0 0 2px var(--border-interactive); }
.reconciliation-list-who { max-width: 100%; overflow-wrap: anywhere; }
.reconciliation-list-who .reconciliation-row-main { font-weight: 400; }
.reconciliation-list [data-sign] { vertical-align: middle; }
.reconciliation-list .reconciliation-code { justify-content: flex-start; }
.reconciliation-list-progress:not(:empty) { margin-inline-end: 12px; }
.reconciliation-list-owner { border-radius: 4px; outline: none; }
.reconciliation-list-owner:hover { text-decoration: underline; text-underline-offset: 2px; }
.reconciliation-list-owner:focus-visible { box-shadow: var(--borders-interactive-with-focus); }
.reconciliation-list-sign { margin-top: 3px; }
.reconciliation-list-note { display: inline-flex; align-items: center; justify-content: center; flex-shrink: 0; width: 24px; height: 24px; vertical-align: middle; }
.reconciliation-list-notes { width: min(380px, calc(100vw - 24px)); }
.reconciliation-list-written { max-width: 640px; }
.reconciliation-list-said { overflow-wrap: anywhere; white-space: pre-line; }
.reconciliation-list-hints { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.reconciliation-list-why { width: min(340px, calc(100vw - 24px)); }
.reconciliation-list-bar {
  position: sticky; bottom: 12px; z-index: 20; display: flex; flex-wrap: wrap; align-items: center; width: fit-content; max-width: calc(100% - 32px);
  margin: -44px auto 4px; border-radius: 20px; overflow: hidden; color: var(--contrast-fg-primary); background: var(--contrast-bg-base); box-shadow: var(--elevation-flyout);
}
.reconciliation-list-bar-said { padding: 8px 12px 8px 18px; color: var(--contrast-fg-secondary); font-weight: 400; }
.reconciliation-list-bar button { color: inherit; background: transparent; box-shadow: none; border-radius: 0; border-inline-start: 1px solid var(--contrast-border-base); min-height: 38px; padding-inline: 12px; }
.reconciliation-list-bar button:is(:hover, :active) { background: var(--contrast-bg-base-hover); }
.reconciliation-list-bar button:focus-visible { background: var(--contrast-bg-base-pressed); box-shadow: inset 0 0 0 2px var(--border-interactive); }
.reconciliation-list-bar button::after { content: none; }
.reconciliation-list-bar button[aria-disabled=true] { color: var(--contrast-fg-secondary); }
.reconciliation-list-bar kbd { color: var(--contrast-fg-secondary); background: var(--contrast-bg-subtle); border-color: var(--contrast-border-base); }
@media (max-width: 639px) {
  .reconciliation-list-totals { display: grid; grid-template-columns: 1fr 1fr; }
  .reconciliation-list-totals > div { border: 0; padding: 10px 16px; }
  .reconciliation-list-amount { display: block; }
  .reconciliation-list-dot { display: none; }
  .reconciliation-list-links { padding: 8px 0; overflow-x: auto; }
}
`

export function ListStyles() {
  return <style>{CSS}</style>
}
