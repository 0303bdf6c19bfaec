import type { Supply } from "../../domain/terms/supply"
import { day, moment, text, wordOf, type Column } from "./column"
import { tableOf } from "./table"

/** Pieces, which the host may count in parts; text on the way, as the driver reads it. */
const quantity: Column<string, string> = {
  type: "numeric",
  reading: (column) => `trim_scale(${column})::text`,
  toJson: (pieces) => pieces,
  fromRow: (stored) => stored,
}

export const supplies = tableOf<Supply>()("reconciliation_supply", {
  lineKey: text,
  fulfilmentId: text,
  step: wordOf<Supply["step"]>(),
  quantity,
  occurredAt: moment,
  occurredOn: day,
})
