import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"
import { calledBy } from "../../money/steps/money"
import type { AddNoteInput, CheckTransactionInput, TakeNoteBackInput } from "../inputs"

export const addNoteStep = createStep(
  "reconciliation-add-note",
  async (input: AddNoteInput, { container }) => {
    const { text = null, to_check: toCheck = false } = input
    const { notes } = ledgerOf(container)
    const transaction =
      "order_id" in input ? await notes.transactionOfOrder(input.order_id) : input.transaction_id
    return new StepResponse(await notes.add({ transaction, text, toCheck, ...calledBy(input) }))
  },
)

export const checkTransactionStep = createStep(
  "reconciliation-check-transaction",
  async (input: CheckTransactionInput, { container }) => {
    const { transaction_id: transaction } = input
    return new StepResponse(await ledgerOf(container).notes.check({ transaction, ...calledBy(input) }))
  },
)

export const takeNoteBackStep = createStep(
  "reconciliation-take-note-back",
  async (input: TakeNoteBackInput, { container }) => {
    const { transaction_id: transaction, note_id: id } = input
    return new StepResponse(await ledgerOf(container).notes.takeBack({ transaction, id, ...calledBy(input) }))
  },
)
