import { readFileSync } from "node:fs"
import path from "node:path"
import type { AllocationsChangeView, OrderReconciliation } from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { depositOnDearestFirstWorkflow } from "../../examples/workflows/deposit-on-dearest-first"
import { undoSupportCaseWorkflow } from "../../examples/workflows/undo-support-case"
import { describeHost, type Host } from "../setup/host"
import { secretKey } from "../setup/secret-key"
import { exchangeOf, expanded, stepsOf, takenFrom, type Variables } from "../setup/session"
import { TestStore } from "../setup/store"

interface Edited {
  edit: AllocationsChangeView
  order: OrderReconciliation
}

interface Refused {
  code: string
  ids: Record<string, string>
}

/** An order of items at these prices, of which so much was captured. */
async function paidOrder(
  host: Host,
  { prices, paid }: { readonly prices: readonly number[]; readonly paid: number },
): Promise<{ store: TestStore; order: OrderReconciliation }> {
  const store = await TestStore.open(host, { currency: "usd", prices: [...prices] })
  const orderId = await store.checkOut(prices.map((_, index) => index))
  await store.eventually(orderId, { version: 1 })
  await store.capture(orderId, paid)
  const order = await store.eventually(orderId, { totals: { allocated: `${paid}.00` } })
  await host.settled()
  return { store, order }
}

const golden = { prices: [75, 75, 20], paid: 100 } as const

/** A body that moves 20 from the first item to the third. */
function moveOf({ rows, columns, version }: OrderReconciliation): object {
  const [column] = columns
  return {
    cells: [
      { row: rows[0]?.key, column: column?.id, amount: "55.00" },
      { row: rows[2]?.key, column: column?.id, amount: "20.00" },
    ],
    version,
  }
}

const allocatedOf = ({ rows }: OrderReconciliation): string[] => rows.map(({ allocated }) => allocated)

describeHost((host) => {
  it("F20, F22, F23, F25: the session of the manual runs as it is shown, to the last amount", async () => {
    const { store, order } = await paidOrder(host, golden)
    const page = readFileSync(path.resolve(__dirname, "../../docs/guide.md"), "utf8")
    const steps = stepsOf(page, "Changing by hand what pays what")
    const variables: Variables = {
      HOST: host.address(),
      KEY: (await secretKey(host)).token,
      ORDER: order.id,
      PAYMENT: (await store.payment(order.id)).id,
    }
    for (const { command, shown } of steps) {
      const { method, address, headers, body, status } = exchangeOf(command, variables)
      const answer = await host.request(method, address.replace(host.address(), ""), { headers, body })
      expect({ command, status: answer.status, body: answer.body }).toMatchObject({ command, status })
      Object.assign(variables, takenFrom(command, answer.body))
      const expected: unknown = JSON.parse(expanded(shown ?? "{}", variables))
      expect({ command, body: answer.body }).toMatchObject({ command, body: expected })
    }
    expect(steps.length).toBeGreaterThan(10)
    expect(steps.every(({ shown }) => shown !== undefined)).toBe(true)
  })

  it("does the same under the same key once and answers the same; other content under it is refused", async () => {
    const { store, order } = await paidOrder(host, golden)
    const key = { "idempotency-key": "move-1" }
    const route = `reconciliation/orders/${order.id}/allocations`
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => store.act<Edited>(route, moveOf(order), key)),
    )
    expect(new Set(answers.map(({ edit }) => JSON.stringify(edit))).size).toBe(1)
    expect(allocatedOf(await store.order(order.id))).toEqual(["55.00", "25.00", "20.00"])
    const { changes } = await store.get<{ changes: { kind: string }[] }>(
      `reconciliation/orders/${order.id}/history`,
    )
    expect(changes.filter(({ kind }) => kind === "edit")).toHaveLength(1)

    const other = { ...moveOf(order), reason: "another one" }
    const refused = await host.request<Refused>("post", `/admin/${route}`, {
      body: other,
      headers: { ...store.admin, ...key },
    })
    expect(refused).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } })
    const undo = { change_id: answers[0]?.edit.change_id, version: answers[0]?.order.version }
    const once = await store.act<Edited>(`reconciliation/orders/${order.id}/undo`, undo, {
      "idempotency-key": "undo-1",
    })
    const again = await store.act<Edited>(`reconciliation/orders/${order.id}/undo`, undo, {
      "idempotency-key": "undo-1",
    })
    expect(again.edit).toEqual(once.edit)
    expect(allocatedOf(again.order)).toEqual(["75.00", "25.00", "0.00"])
  })

  it("refuses a row or a column that is not this order's, and changes nothing", async () => {
    const { store, order } = await paidOrder(host, { prices: [75, 20], paid: 75 })
    const otherId = await store.checkOut([0], "grace@example.com")
    await store.capture(otherId)
    const other = await store.eventually(otherId, { state: "full" })
    const [own, foreign] = [order.columns[0]?.id, other.columns[0]?.id]
    const refusals = []
    for (const cell of [
      // Money of another account is named as that: it may be moved here first.
      { row: order.rows[1]?.key, column: foreign },
      { row: other.rows[0]?.key, column: own },
      { row: "line:none", column: own },
      { row: order.rows[0]?.key, column: "999999999" },
    ])
      for (const route of ["allocations", "allocations/preview"]) {
        const { status, body } = await host.request<Refused>(
          "post",
          `/admin/reconciliation/orders/${order.id}/${route}`,
          {
            body: { cells: [{ ...cell, amount: "1.00" }], version: order.version },
            headers: store.admin,
          },
        )
        refusals.push(`${status} ${body.code}`)
      }
    expect(refusals).toEqual([
      ...Array.from({ length: 2 }, () => "409 other_account"),
      ...Array.from({ length: 6 }, () => "404 cell_not_found"),
    ])
    const taken = await store.act<Edited>(`reconciliation/orders/${order.id}/allocations/delete`, {
      columns: [foreign],
      version: order.version,
    })
    expect(taken.edit).toMatchObject({ changed: false, released: [] })
    expect(await store.order(otherId)).toEqual(other)
    expect((await store.order(order.id)).cells).toEqual(order.cells)
  })

  it("previews for whoever may view, and changes for whoever may manage", async () => {
    const { order } = await paidOrder(host, golden)
    const [viewer, manager] = [await secretKey(host), await secretKey(host)]
    Object.assign(ledgerOf(host.container()).settings, {
      rights: { view: [viewer.id, manager.id], manage: [manager.id] },
    })
    const at = `orders/${order.id}`
    const version = order.version + 1
    const statusOf = async (route: string, body: object, { headers }: typeof viewer): Promise<number> =>
      (await host.request<Refused>("post", `/admin/reconciliation/${route}`, { body, headers })).status
    for (const [route, body, status] of [
      [`${at}/allocations`, moveOf(order), 200],
      [`${at}/undo`, { change_id: "999999999", version }, 404],
      [`${at}/allocations/delete`, { version }, 200],
      [`payments/${order.columns[0]?.id}/allocations/delete`, {}, 200],
    ] as const) {
      const statuses = [
        await statusOf(route, body, viewer),
        await statusOf(`${route}/preview`, body, viewer),
        await statusOf(route, body, manager),
      ]
      expect([route, ...statuses]).toEqual([route, 403, status, status])
    }
    const history = `/admin/reconciliation/${at}/history`
    expect((await host.request("get", history, { headers: viewer.headers })).status).toBe(200)
  })

  it("F20, F22: another plugin puts a deposit on the dearest item first, and undoes what a support case changed", async () => {
    const { store, order } = await paidOrder(host, { prices: [20, 75, 75], paid: 100 })
    expect(allocatedOf(order)).toEqual(["20.00", "75.00", "5.00"])
    const container = host.container()
    const deposit = { order_id: order.id, capture_id: order.columns[0]?.reference ?? "" }
    const { result } = await depositOnDearestFirstWorkflow(container).run({ input: deposit })
    expect(result).toMatchObject({ changed: true, version: order.version + 1 })
    const put = await store.order(order.id)
    expect(allocatedOf(put)).toEqual(["0.00", "75.00", "25.00"])
    const again = await depositOnDearestFirstWorkflow(container).run({ input: deposit })
    expect(again.result).toMatchObject({ changed: false, change_id: null })

    const column = put.columns[0]?.id ?? ""
    await store.act(`reconciliation/orders/${order.id}/allocations`, {
      cells: [
        { row: put.rows[0]?.key, column, amount: "20.00" },
        { row: put.rows[1]?.key, column, amount: "55.00" },
      ],
      version: put.version,
      reason: "case 17: the first item was wanted at once",
    })
    const supportCase = { order_id: order.id, reason: "case 17" }
    const { result: undone } = await undoSupportCaseWorkflow(container).run({ input: supportCase })
    expect(undone).toMatchObject({ changed: true, kept: [], dependants: [] })
    expect(allocatedOf(await store.order(order.id))).toEqual(["0.00", "75.00", "25.00"])
    await expect(undoSupportCaseWorkflow(container).run({ input: supportCase })).rejects.toMatchObject({
      message: expect.stringContaining("Nothing of case 17 stands") as unknown,
    })
  })
})
