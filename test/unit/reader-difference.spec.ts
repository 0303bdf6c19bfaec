import type { ReadOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { firstDifference } from "../../src/modules/reconciliation/ingest/reader/difference"
import { readOrder } from "../support/read-order"

/** Every leaf of a value, as the path that leads to it. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path]
  return Object.entries(value).flatMap(([name, part]) =>
    leaves(part, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

/** The same with one leaf changed into another value of its kind. */
function spoiled(path: readonly (string | number)[]): ReadOrder {
  const read = readOrder()
  let place = read as unknown as Record<string | number, unknown>
  for (const name of path.slice(0, -1)) place = place[name] as typeof place
  const name = path.at(-1) ?? ""
  const value = place[name]
  if (typeof value === "number") place[name] = value + 1
  else if (typeof value === "boolean") place[name] = !value
  else if (typeof value === "string" && /^\d{4}-/.test(value)) place[name] = "2026-03-01T10:00:00.001Z"
  else if (String(name) === "metadata") place[name] = { told: 1 }
  else if (String(name).endsWith("_at")) place[name] = "2026-03-01T10:00:00.001Z"
  else place[name] = typeof value === "string" ? `${value}1` : "another"
  return read
}

/** Names of rows that both reads must share to be compared at all. */
const UNREAD = new Set(["order.id", "changes.0.order_id"])

describe("What two reads of an order differ in", () => {
  it("is nothing for the same rows, in any order, with any spelling of a moment", () => {
    const one = readOrder()
    const other = readOrder()
    const [first] = one.order.items ?? []
    const second = { ...first, id: "ordli_2" }
    one.order.items = [{ ...second }, ...(one.order.items ?? [])]
    other.order.items = [...(other.order.items ?? []), { ...second }]
    other.order.created_at = new Date("2026-03-01T10:00:00.000Z")
    other.order.updated_at = "2026-03-01T11:00:00.000456+01:00"
    other.order.items[0] = {
      ...other.order.items[0],
      metadata: { note: "x", reconciliation_fee: true },
    } as never
    expect(firstDifference(one, other)).toBeNull()
  })

  const paths = leaves(readOrder()).filter((path) => !UNREAD.has(path.join(".")))

  it("covers all that is read", () => {
    expect(paths.length).toBeGreaterThan(80)
  })

  it.each(paths.map((path) => [path.join("."), path] as const))("is seen at %s", (_, path) => {
    const found = firstDifference(readOrder(), spoiled(path))
    expect(found).not.toBeNull()
  })

  it("is a path of names and never a value", () => {
    const other = readOrder()
    other.order.customer_id = "cus_secret"
    expect(firstDifference(readOrder(), other)).toBe("customer_id")
    const [line] = other.order.items ?? []
    other.order.customer_id = "cus_1"
    if (line) line.raw_total = { value: "4321" }
    expect(firstDifference(readOrder(), other)).toBe("versions.2.items.ordli_1.total")
  })

  it("is a row that one of them lacks, and one that stands there twice", () => {
    const none = readOrder()
    none.order.transactions = []
    expect(firstDifference(readOrder(), none)).toBe("transactions.ordtrx_1")
    const twice = readOrder()
    twice.order.items = [...(twice.order.items ?? []), ...(readOrder().order.items ?? [])]
    expect(firstDifference(readOrder(), twice)).toBe("versions.2.items.ordli_1 (2)")
  })
})
