import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Right } from "../../../../types/rights"
import type { RequestError } from "../../../lib/client"
import { useWords } from "../../../lib/use-words"
import { Refusal } from "../../order/history/refusal"
import { DrawerPart } from "./act-drawer"

export interface Consequence {
  readonly key: string
  readonly what: ReactNode
  readonly becomes: ReactNode
}

interface WillProps {
  /** "What will happen" when absent. */
  readonly title?: string
  /** The right that the act needs. */
  readonly right?: Right
  /** Said while there is nothing to tell. */
  readonly quiet: string
  readonly consequences: readonly Consequence[]
  /** Whether they are of what stands in the fields now. */
  readonly isCurrent: boolean
  readonly error: RequestError | null
  readonly onRetry: () => void
}

/** What an act will do, in order of importance, or why it cannot be done. */
export function Will({ title, right = "manage", quiet, consequences, ...asked }: WillProps) {
  const { t } = useWords()
  const { isCurrent, error, onRetry } = asked
  return (
    <DrawerPart title={title ?? t("account.drawer.will")}>
      {error ? (
        <Refusal error={error} right={right} onRetry={onRetry} />
      ) : consequences.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {quiet}
        </Text>
      ) : (
        <dl
          className={`reconciliation-will txt-compact-small ${isCurrent ? "" : "reconciliation-stale"}`}
          aria-busy={!isCurrent}
          aria-live="polite"
          data-will={isCurrent ? "now" : "before"}
        >
          {consequences.map(({ key, what, becomes }) => (
            <div key={key}>
              <dt className="text-ui-fg-subtle">{what}</dt>
              <dd>{becomes}</dd>
            </div>
          ))}
        </dl>
      )}
    </DrawerPart>
  )
}
