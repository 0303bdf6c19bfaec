import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { check, checkIdempotencyKey } from "../../src/api/lib/read-body"
import { bodyOfRoute } from "../support/bodies"

function fieldsRefused(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof ReconciliationError) return error.ids["fields"]
    throw error
  }
  return undefined
}

describe("A request that is not understood names", () => {
  const good = { due_on: "2026-01-01", amount: "1" }

  it.each([
    [
      "the field of the instalment",
      { instalments: [good, good, { ...good, due_on: "x" }] },
      "instalments.2.due_on",
    ],
    ["a key that it does not know", { instalments: [], ammount: "1" }, "ammount"],
    ["each such key", { instalments: [], one: 1, two: 2 }, "one,two"],
    ["such a key of an instalment", { instalments: [good, { ...good, on: "x" }] }, "instalments.1.on"],
  ])("%s", (_, body, fields) => {
    expect(fieldsRefused(() => check(body, bodyOfRoute("PUT orders/{id}/plan"), "body_invalid"))).toBe(fields)
  })

  it("one name only once where a field is wrong in two ways", () => {
    expect(
      fieldsRefused(() =>
        check({ due_on: 1, x: 1 }, bodyOfRoute("POST instalments/{id}/postpone"), "body_invalid"),
      ),
    ).toBe("due_on,x")
  })

  it.each([
    ["empty", [""]],
    ["too long", ["k".repeat(201)]],
    ["with a tab", ["a\tb"]],
    ["sent twice", ["a", "b"]],
    ["sent twice, the same", ["a", "a"]],
  ])("the header when its key is %s", (_, key) => {
    expect(fieldsRefused(() => checkIdempotencyKey({ "idempotency-key": key }))).toBe("Idempotency-Key")
  })

  it("nothing when the key is good or not sent", () => {
    expect(checkIdempotencyKey({ "idempotency-key": ["good"] })).toBe("good")
    expect(checkIdempotencyKey({})).toBeUndefined()
  })
})
