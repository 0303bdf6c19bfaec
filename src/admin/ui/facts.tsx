import type { ReactNode } from "react"

export type Fact = [label: string, value: ReactNode]

/** Labels and values beneath each other, as in the host's detail sections. */
export function Facts({ facts }: { facts: (Fact | null)[] }) {
  return (
    <dl className="reconciliation-facts txt-compact-xsmall">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]} className="contents">
              <dt className="text-ui-fg-subtle">{fact[0]}</dt>
              <dd className="text-ui-fg-base break-words text-end tabular-nums">{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
