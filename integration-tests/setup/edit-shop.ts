import type { AllocationsChangeView, AllocationsPreview, HistoryEntry } from "../../src/types/http"
import type { EditAllocations } from "../../src/modules/reconciliation/edits/edit-allocations"
import type { TakeBackCall } from "../../src/modules/reconciliation/edits/take-back"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { LedgerOrder } from "../../src/modules/reconciliation/orders/order-view"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { fingerprintOf, violationsIn } from "./audit"
import type { Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"

/** Something that happens by itself, and somebody who does something. */
export const event = { actor: { type: "system", id: null }, cause: "payment.captured" } as const
export const ada = { actor: { type: "user", id: "user_ada" }, cause: "matrix" } as const
export const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

/** Orders to edit by hand, with cells named "cap0001 A". */
export class EditShop {
  private customers = 0

  constructor(private readonly open: () => Ledger) {}
  /** A customer's order of A 75, B 75 and C 20, of which A and B contain 20 % and 7 % of tax. */
  newOrder(customerId = this.nextName()): ModelOrder {
    return new ModelOrder(`order_${customerId}_${this.nextName()}`, 2, {
      customerId,
      currency: "eur",
      lines: [7500n, 7500n, 2000n],
      giftCard: 0n,
      at: day(1),
      rates: { A: [20], B: [20, 7] },
    })
  }

  async tell(
    order: ModelOrder,
    context: typeof event | typeof ada = event,
    service: ReconciliationModuleService = this.open().service,
  ): Promise<void> {
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    await service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  async view(order: ModelOrder): Promise<LedgerOrder> {
    const found = await this.open().service.orders.retrieve(order.id)
    if (!found) throw new Error("the order is not there")
    return found
  }

  /** "cap1 A 75.00" for each cell, and what each column has left. */
  async standing(order: ModelOrder): Promise<string[]> {
    const names = await this.namesOf(order)
    const { cells, columns, state, code } = await this.view(order)
    return [
      ...cells
        .map(({ row, column, amount }) => `${names.get(column)} → ${row.slice(-1)} ${amount}`)
        .toSorted(),
      ...columns
        .filter(({ unallocated }) => unallocated !== "0.00")
        .map(({ id, unallocated }) => `${names.get(id)} left ${unallocated}`),
      `${state} ${code?.code}`,
    ]
  }

  async namesOf(order: ModelOrder): Promise<Map<string, string>> {
    const rows = await this.open().sql<{ id: string; key: string }>(
      `select i.id::text, i.key from reconciliation_open_item i
         join reconciliation_document d on d.account_id = i.account_id where d.order_id = ? order by i.id`,
      [order.id],
    )
    return new Map(rows.map(({ id, key }) => [id, key.replace(/^.*[:_]/, "")]))
  }

  async edit(
    order: ModelOrder,
    cells: Record<string, string>,
    more: { expectedVersion?: number; idempotencyKey?: string; cause?: string } = {},
  ): ReturnType<ReconciliationModuleService["edits"]["edit"]> {
    const ids = new Map([...(await this.namesOf(order))].map(([id, name]) => [name, id]))
    return this.open().service.edits.edit({
      orderId: order.id,
      expectedVersion: more.expectedVersion ?? (await this.view(order)).version,
      cells: Object.entries(cells).map(([cell, amount]) => {
        const [credit = "", debit = ""] = cell.split(" ")
        return { creditItemId: ids.get(credit) ?? credit, debitItemId: ids.get(debit) ?? debit, amount }
      }),
      context: { ...ada, cause: more.cause ?? ada.cause },
      ...(more.idempotencyKey && { idempotencyKey: more.idempotencyKey }),
    })
  }

  /** Cells of the order's matrix, "cap0001 A": what each shall show. */
  async editMatrix(
    order: ModelOrder,
    cells: Record<string, string>,
    more: { expectedVersion?: number } = {},
  ): Promise<AllocationsChangeView> {
    return this.open().service.edits.edit(await this.matrixEdit(order, cells, more))
  }

  async previewMatrix(order: ModelOrder, cells: Record<string, string>): Promise<AllocationsPreview> {
    return this.open().service.edits.previewEdit(await this.matrixEdit(order, cells))
  }

  async takeBack(
    order: ModelOrder,
    what: { changeId: string } | { columns?: string[] },
    cascade = false,
  ): Promise<AllocationsChangeView> {
    return this.open().service.edits.takeBack(await this.takeBackCall(order, what, cascade))
  }

  async previewTakeBack(
    order: ModelOrder,
    what: { changeId: string } | { columns?: string[] },
  ): Promise<AllocationsPreview> {
    return this.open().service.edits.previewTakeBack(await this.takeBackCall(order, what, false))
  }

  async history(order: ModelOrder): Promise<HistoryEntry[]> {
    return (await this.open().service.edits.history({ orderId: order.id, limit: 50 })).entries
  }

  private async takeBackCall(
    order: ModelOrder,
    what: { changeId: string } | { columns?: string[] },
    cascade: boolean,
  ): Promise<TakeBackCall> {
    const { version } = await this.view(order)
    return { target: { orderId: order.id, ...what }, cascade, expectedVersion: version, context: ada }
  }

  private async matrixEdit(
    order: ModelOrder,
    cells: Record<string, string>,
    more: { expectedVersion?: number } = {},
  ): Promise<EditAllocations> {
    const ids = new Map([...(await this.namesOf(order))].map(([id, name]) => [name, id]))
    const { rows, version } = await this.view(order)
    const keys = new Map(rows.map(({ key }) => [key.slice(-1), key]))
    return {
      orderId: order.id,
      expectedVersion: more.expectedVersion ?? version,
      cells: Object.entries(cells).map(([cell, amount]) => {
        const [column = "", row = ""] = cell.split(" ")
        return { row: keys.get(row) ?? row, column: ids.get(column) ?? column, amount }
      }),
      context: ada,
    }
  }

  async broken(order: ModelOrder): Promise<string[]> {
    const [row] = await this.open().sql<{ account_id: string }>(
      "select account_id::text from reconciliation_document where order_id = ?",
      [order.id],
    )
    return violationsIn(this.open(), row?.account_id ?? "")
  }

  async paid(...captures: bigint[]): Promise<ModelOrder> {
    const order = this.newOrder()
    captures.forEach((amount, index) => order.capture(day(2 + index), amount, 0))
    await this.tell(order)
    return order
  }

  async refusal(act: () => Promise<unknown>): Promise<ReconciliationError> {
    const before = await fingerprintOf(this.open())
    try {
      await act()
    } catch (error) {
      if (!(error instanceof ReconciliationError)) throw error
      expect(await fingerprintOf(this.open())).toBe(before)
      return error
    }
    throw new Error("nothing was refused")
  }

  private nextName(): string {
    this.customers += 1
    return `cus_${this.customers}`
  }
}
