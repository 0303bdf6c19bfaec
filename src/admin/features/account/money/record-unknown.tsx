import { Suspense, useState } from "react"
import { late } from "../../../lib/late"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import { GuardedButton } from "../../../ui/no-right"

const UnknownOwner = late(async () => (await import("../../drawers")).UnknownOwner)

interface RecordUnknownProps {
  /** The currency to begin with. */
  readonly currencyCode?: string
  /** Whether it is what the page is for. */
  readonly isFirst?: boolean
}

/** Money came and nobody knows whose it is: it is recorded all the same, and waits for its customer. */
export function RecordUnknown({ currencyCode, isFirst }: RecordUnknownProps) {
  const { t } = useWords()
  const mayManage = useMay("manage")
  const [isOpen, open] = useState(false)
  return (
    <>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        variant={isFirst && mayManage ? "primary" : "secondary"}
        data-opens-unknown=""
        onClick={() => open(true)}
      >
        {t("money.unknown.action")}
      </GuardedButton>
      {isOpen && (
        <Suspense>
          <UnknownOwner currencyCode={currencyCode ?? null} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  )
}
