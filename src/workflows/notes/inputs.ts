import type { AddNoteBody } from "../../types/http"
import type { Called } from "../money/inputs"

/** On a transaction by its number in the lists, or on an order by the host's id. */
export type AddNoteInput = Called & AddNoteBody & ({ transaction_id: string } | { order_id: string })

export interface CheckTransactionInput extends Called {
  /** The number of the transaction in the lists. */
  transaction_id: string
}

export interface TakeNoteBackInput extends Called {
  /** The number of the transaction in the lists. */
  transaction_id: string
  note_id: string
}
