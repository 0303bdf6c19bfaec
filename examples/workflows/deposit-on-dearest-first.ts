import { MathBN } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { EditedCell, OrderReconciliation } from "medusa-plugin-reconciliation/types/http"
import { editAllocationsWorkflow } from "medusa-plugin-reconciliation/workflows"

type Order = Pick<OrderReconciliation, "version" | "digits" | "rows" | "columns" | "cells">

interface Ledger {
  orders: { retrieve: (orderId: string) => Promise<Order | undefined> }
}

interface Deposit {
  order_id: string
  /** The host's capture that took it. */
  capture_id: string
}

const readOrderStep = createStep("read-order-of-ledger", async (orderId: string, { container }) => {
  const order = await container.resolve<Ledger>("reconciliation").orders.retrieve(orderId)
  if (!order) throw new Error(`The ledger has not read ${orderId}`)
  return new StepResponse(order)
})

/** What the deposit shall be on each item: as much as the dearest lacks, then as the next one does. */
function cellsOf({ rows, columns, cells, digits }: Order, captureId: string): EditedCell[] {
  const deposit = columns.find(({ reference }) => reference === captureId)
  if (!deposit) throw new Error(`The order has no money of ${captureId}`)
  let left = MathBN.add(deposit.on_this_order, deposit.unallocated)
  return rows
    .toSorted((one, other) => Number(other.net) - Number(one.net))
    .map(({ key, open }) => {
      const held = cells.find(({ row, column }) => row === key && column === deposit.id)?.amount ?? "0"
      const amount = MathBN.min(left, MathBN.max(MathBN.add(open, held), 0))
      left = MathBN.sub(left, amount)
      return { row: key, column: deposit.id, amount: amount.toFixed(digits) }
    })
}

/** Puts a deposit on the dearest item first. Should the order move meanwhile, `version_stale` says so. */
export const depositOnDearestFirstWorkflow = createWorkflow("deposit-on-dearest-first", (input: Deposit) => {
  const order = readOrderStep(input.order_id)
  const edit = transform({ input, order }, ({ input: { order_id, capture_id }, order: read }) => ({
    order_id,
    version: read.version,
    cells: cellsOf(read, capture_id),
    reason: "A deposit is for the dearest item first.",
  }))
  return new WorkflowResponse(editAllocationsWorkflow.runAsStep({ input: edit }))
})
