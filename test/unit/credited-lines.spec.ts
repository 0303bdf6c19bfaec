import { BigNumber } from "@medusajs/framework/utils"
import { creditedLinesOf } from "../../src/modules/reconciliation/ingest/credited-lines"
import type { HostLine } from "../../src/modules/reconciliation/ingest/host-order"

describe("F17: the lines that a credit most likely pays back", () => {
  const line = (id: string, detail: HostLine["detail"], quantity = 2, value = "108"): HostLine => ({
    id,
    quantity,
    raw_total: { value },
    detail: detail ?? null,
  })
  const worthOf = (...items: HostLine[]): string[] =>
    creditedLinesOf({ version: 1, items }, 2).map(({ lineKey, worth }) => `${lineKey.slice(5)} ${worth}`)

  it.each<[string, HostLine[], string[]]>([
    ["none when nothing is claimed or on its way back", [line("a", {}), line("b", null)], []],
    ["the units written off", [line("a", { written_off_quantity: 1 })], ["a 5400"]],
    [
      "first those written off, then those on their way back",
      [line("a", { return_requested_quantity: 1 }), line("b", { written_off_quantity: 2 })],
      ["b 10800", "a 5400"],
    ],
    [
      "a line once, though it is both",
      [line("a", { written_off_quantity: 1, return_requested_quantity: 2 })],
      ["a 5400"],
    ],
    [
      "not what came back: the host lowered the total by then",
      [line("a", { return_received_quantity: 1 }, 2, "54")],
      [],
    ],
    [
      "not what came back and was dismissed, which the host counts as written off too",
      [line("a", { written_off_quantity: 1, return_dismissed_quantity: 1 }, 2, "54")],
      [],
    ],
    [
      "at the price of the units that are still charged",
      [line("a", { written_off_quantity: 1, return_received_quantity: 1 }, 3, "108")],
      ["a 5400"],
    ],
    [
      "the whole line when its quantity is not known",
      [line("a", { written_off_quantity: 1 }, 0)],
      ["a 10800"],
    ],
    [
      "the same when the host gives its own decimals for quantities, as it does when it computes totals",
      [
        line("a", { return_requested_quantity: new BigNumber(1) }),
        line("b", { written_off_quantity: new BigNumber(1), return_dismissed_quantity: new BigNumber(0) }),
      ],
      ["b 5400", "a 5400"],
    ],
    ["not a line that costs nothing", [line("a", { written_off_quantity: 1 }, 1, "0")], []],
    ["a third of what does not divide", [line("a", { written_off_quantity: 1 }, 3, "100")], ["a 3333"]],
  ])("are %s", (_, lines, wanted) => {
    expect(worthOf(...lines)).toEqual(wanted)
  })
})
