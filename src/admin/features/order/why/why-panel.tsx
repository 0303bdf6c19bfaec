import { XMark } from "@medusajs/icons"
import { Button, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import { useId, type KeyboardEvent } from "react"
import type { MatrixCell, OrderReconciliation } from "../../../../types/http"
import { GuardedButton } from "../../../ui/no-right"
import { ofThis } from "../history/of-this"
import { useSpeech } from "../history/use-speech"
import { saidHere } from "./said-here"
import { StepsTable } from "./steps-table"
import { stepsOf } from "./why"
import { Answers } from "./why-parts"

interface WhyPanelProps {
  cell: MatrixCell
  order: OrderReconciliation
  /** Left out where the amount cannot be undone from here. */
  onUndoAmount?: (() => void) | undefined
  /** Called with the allocation to look for, null where no allocation is behind the amount. */
  onShowHistory?: ((allocationId: string | null) => void) | undefined
  /** By the button, or by Escape while the focus is inside. */
  onClose: () => void
  /** Whether the reader may change amounts. */
  mayManage?: boolean
}

/** Why an amount is where it is: a sentence, the items that its money reached in turn, and why no others. */
export function WhyPanel({ cell, order, onClose, ...acts }: WhyPanelProps) {
  const speech = useSpeech(order)
  const title = useId()
  const column = order.columns.find(({ id }) => id === cell.column)
  const { steps, missed } = stepsOf(cell, order)
  const { t, amount } = speech
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from wherever the focus is
    <section
      aria-labelledby={title}
      className="reconciliation-why-panel flex flex-col"
      onKeyDown={closeByKey}
      data-why=""
    >
      <div className="flex items-start justify-between gap-x-2 px-3 pt-3">
        <Heading id={title} level="h3" className="min-w-0 break-words">
          {t("whyHere.title", { amount: amount(cell.amount), ofThis: column ? ofThis(column, speech) : "" })}
        </Heading>
        <IconButton
          size="2xsmall"
          variant="transparent"
          type="button"
          aria-label={t("whyHere.close")}
          onClick={onClose}
        >
          <XMark aria-hidden />
        </IconButton>
      </div>
      <div className="flex flex-col gap-y-2 px-3 pb-3 pt-1">
        {cell.explanations.map((one, place) => (
          <Text
            key={one.allocation_id ?? `${one.rule} ${place}`}
            size="small"
            className="text-ui-fg-subtle break-words"
            data-because=""
          >
            {saidHere(one, { column, steps, speech })}
          </Text>
        ))}
      </div>
      {steps.length > 0 && (
        <div className="reconciliation-why-steps border-ui-border-base border-t">
          <StepsTable steps={steps} missed={missed} isGiving={column?.kind === "refund"} speech={speech} />
        </div>
      )}
      <Answers cell={cell} order={order} missed={missed} speech={speech} />
      <Acts cell={cell} speech={speech} {...acts} />
    </section>
  )
}

type ActsProps = Omit<WhyPanelProps, "order" | "onClose"> & { speech: ReturnType<typeof useSpeech> }

function Acts({ cell, speech, onUndoAmount, onShowHistory, mayManage = true }: ActsProps) {
  if (!onUndoAmount && !onShowHistory) return null
  const allocation = cell.explanations.find(({ allocation_id: id }) => id !== null)
  return (
    <div className="border-ui-border-base flex flex-wrap gap-x-2 border-t p-2">
      {onUndoAmount && (
        <GuardedButton right="manage" allowed={mayManage} variant="transparent" onClick={onUndoAmount}>
          {speech.t("whyHere.undo")}
        </GuardedButton>
      )}
      {onShowHistory && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          onClick={() => onShowHistory(allocation?.allocation_id ?? null)}
        >
          {speech.t("whyHere.show")}
        </Button>
      )}
      <span className="flex flex-1 items-center justify-end px-1" aria-hidden>
        <Kbd>{speech.t("whyHere.escape")}</Kbd>
      </span>
    </div>
  )
}
