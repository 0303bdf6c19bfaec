import { day, int8 } from "./column"
import { tableOf } from "./table"

/** A day on which an item falls due, from when it is set until the next one is. */
export interface DueDate {
  readonly openItemId: bigint
  readonly dueOn: string
}

export const dueDates = tableOf<DueDate>()("reconciliation_due_date", {
  openItemId: int8,
  dueOn: day,
})
